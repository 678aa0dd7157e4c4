"""Where facts come from, as quads: the document, the run that read it, evidence and rules (PROV-O, Web Annotation)."""

from __future__ import annotations

from hashlib import sha256

from pyoxigraph import Literal, NamedNode

from kg import __version__
from kg.model import Document, Evidence
from kg.rdf import literal
from kg.rdf.term import TYPE, Names, Triples, offsets, order, part, preg
from kg.vocabulary import DCTERMS, OA, OWL, PROV, RDF, RDFS, SCHEMA, SKOS


def source(document: Document, graph: NamedNode, names: Names) -> Triples:
    """The document, and the run of this program that read it."""
    run, program = NamedNode(f"{graph.value}#extraction"), names(f"program/kg-{__version__}")
    yield graph, TYPE, preg("Document")
    yield graph, TYPE, NamedNode(PROV + "Entity")
    yield graph, NamedNode(DCTERMS + "identifier"), Literal(document.id)
    yield graph, preg("sha256"), Literal(sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest())
    if document.date:
        yield graph, NamedNode(DCTERMS + "date"), literal.date(document.date)
    for term in ("title", "publisher", "author", "language"):
        if text := getattr(document, term):
            yield graph, NamedNode(DCTERMS + {"author": "creator"}.get(term, term)), Literal(text)
    if document.url:
        yield graph, NamedNode(SCHEMA + "url"), Literal(document.url)
    yield graph, NamedNode(SKOS + "prefLabel"), Literal(document.title or document.id)
    yield run, TYPE, NamedNode(PROV + "Activity")
    yield run, NamedNode(PROV + "used"), graph
    yield run, NamedNode(PROV + "wasAssociatedWith"), program
    yield program, TYPE, NamedNode(PROV + "SoftwareAgent")
    yield program, NamedNode(RDFS + "label"), Literal(f"kg {__version__}")


def proof(evidence: Evidence, graph: NamedNode, names: Names) -> Triples:
    """The sentence with its offsets and quote, the rule that found it, and the words that decided its status."""
    node = names(evidence.id)
    target, position, quote = (NamedNode(f"{node.value}#{name}") for name in ("target", "position", "quote"))
    yield node, TYPE, NamedNode(OA + "Annotation")
    yield node, NamedNode(PROV + "wasDerivedFrom"), graph
    yield node, NamedNode(PROV + "wasGeneratedBy"), NamedNode(f"{graph.value}#extraction")
    yield node, preg("rule"), names(f"rule/{evidence.rule}")
    yield node, NamedNode(OA + "hasTarget"), target
    yield target, NamedNode(OA + "hasSource"), graph
    yield target, NamedNode(OA + "hasSelector"), position
    yield target, NamedNode(OA + "hasSelector"), quote
    yield position, TYPE, NamedNode(OA + "TextPositionSelector")
    yield from offsets(position, evidence.start, evidence.end)
    yield quote, TYPE, NamedNode(OA + "TextQuoteSelector")
    yield quote, NamedNode(OA + "exact"), Literal(evidence.quote)
    for number, cue in enumerate(evidence.cues, 1):
        span = part(node, "cue", number)
        yield node, preg("cue"), span
        yield span, NamedNode(RDF + "value"), Literal(cue.value)
        yield from _span(span, cue.kind, cue.start, cue.end)
        yield from order(span, number, evidence.cues)
    for number, (kind, start, end) in enumerate(evidence.spans, 1):
        span = part(node, "span", number)
        yield node, preg("span"), span
        yield from _span(span, kind, start, end)
        yield from order(span, number, evidence.spans)


def rule(id: str, version: str | None, names: Names) -> Triples:
    """A rule and its version at the time."""
    node = names(f"rule/{id}")
    yield node, TYPE, preg("Rule")
    if version:
        yield node, NamedNode(OWL + "versionInfo"), Literal(version)


def _span(span: NamedNode, kind: str, start: int, end: int) -> Triples:
    yield span, preg("kind"), Literal(kind)
    yield from offsets(span, start, end)
