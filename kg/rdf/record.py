"""A document's graph read back: the reverse of what `emit` writes as the record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg.errors import StoreError
from kg.model import EVERY_ROLE, Cue, Document, Evidence, Fact, Filler
from kg.vocabulary import BASE, DCTERMS, OA, PREG, RDF, SCHEMA, SKOS, WIKIDATA, iri, local, relative


class Record:
    """One graph as a table: subject and predicate to the values, all as strings."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._table: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for quad in quads:
            self._table[_text(quad.subject)][quad.predicate.value].append(_text(quad.object))

    def subjects(self, predicate: str) -> list[str]:
        """Everything that has the property."""
        return sorted(subject for subject, row in self._table.items() if predicate in row)

    def texts(self, subject: str, predicate: str) -> list[str]:
        return sorted(self._table[subject].get(predicate, ())) if subject in self._table else []

    def text(self, subject: str, predicate: str) -> str | None:
        return next(iter(self.texts(subject, predicate)), None)

    def need(self, subject: str, predicate: str) -> str:
        text = self.text(subject, predicate)
        if text is None:
            raise StoreError(f"{subject} has no {local(predicate)}", right="build the store anew")
        return text

    def type(self, subject: str) -> str:
        """The class that the ontology has for it, as a local name."""
        types = [local(type) for type in self.texts(subject, RDF + "type") if type.startswith(PREG)]
        return types[0] if types else self.need(subject, RDF + "type")

    def span(self, subject: str) -> tuple[int, int]:
        return int(self.need(subject, OA + "start")), int(self.need(subject, OA + "end"))

    def ordered(self, subject: str, predicate: str) -> list[str]:
        return sorted(self.texts(subject, predicate), key=lambda part: int(self.text(part, iri("order")) or 1))


def facts(record: Record, document: str, base: str = BASE) -> list[Fact]:
    """The facts of a document's record, in the order of the text. Raises StoreError where a part is missing."""
    return sorted((_fact(node, document, record, base) for node in record.subjects(iri("polarity"))), key=_place)


def document(record: Record, graph: str) -> Document:
    """The document that a graph is the record of, without its text."""
    get = {term: record.text(graph, DCTERMS + term) for term in ("title", "date", "publisher", "creator", "language")}
    return Document(
        id=record.need(graph, DCTERMS + "identifier"),
        text="",
        title=get["title"],
        date=get["date"],
        url=record.text(graph, SCHEMA + "url"),
        publisher=get["publisher"],
        author=get["creator"],
        language=get["language"],
    )


def _fact(node: str, document: str, record: Record, base: str) -> Fact:
    roles: dict[str, list[Filler]] = defaultdict(list)
    for mention in record.ordered(node, iri("mention")):
        roles[local(record.need(mention, iri("role")))].append(_filler(mention, record, base))
    attribution = tuple(roles.pop("attribution", ()))
    predicate = record.text(node, iri("predicate"))
    stage = record.text(node, iri("stage"))
    evidence = [_evidence(each, record, base) for each in record.texts(node, iri("evidence"))]
    return Fact(
        id=relative(node, base),
        doc=document,
        type=local(predicate) if predicate else record.type(node),
        args={role: tuple(roles[role]) for role in EVERY_ROLE if role in roles},
        polarity=local(record.need(node, iri("polarity"))),  # type: ignore[arg-type]
        modality=local(record.need(node, iri("modality"))),  # type: ignore[arg-type]
        attribution=attribution,
        stage=local(stage) if stage else None,
        evidence=tuple(sorted(evidence, key=lambda each: (each.start, each.end, each.id))),
    )


def _filler(mention: str, record: Record, base: str) -> Filler:
    meant = record.text(mention, iri("refersTo"))
    node = meant or mention
    start, end = record.span(mention)
    wikidata = record.text(node, SKOS + "exactMatch")
    return Filler(
        label=record.need(node, SKOS + "prefLabel"),
        type=record.type(node),
        start=start,
        end=end,
        id=relative(meant, base) if meant else None,
        value=record.text(mention, RDF + "value"),
        aliases=tuple(record.texts(node, SKOS + "altLabel")),
        wikidata=wikidata.removeprefix(WIKIDATA) if wikidata else None,
        via=record.text(mention, iri("via")),
    )


def _evidence(node: str, record: Record, base: str) -> Evidence:
    target = record.need(node, OA + "hasTarget")
    parts = record.texts(target, OA + "hasSelector")
    selectors = {record.need(part, RDF + "type"): part for part in parts}
    start, end = record.span(selectors[OA + "TextPositionSelector"])
    cues = record.ordered(node, iri("cue"))
    spans = record.ordered(node, iri("span"))
    return Evidence(
        id=relative(node, base),
        start=start,
        end=end,
        quote=record.need(selectors[OA + "TextQuoteSelector"], OA + "exact"),
        rule=relative(record.need(node, iri("rule")), base).removeprefix("rule/"),
        cues=tuple(Cue(record.need(c, iri("kind")), record.need(c, RDF + "value"), *record.span(c)) for c in cues),
        spans=tuple((record.need(s, iri("kind")), *record.span(s)) for s in spans),
    )


def _place(fact: Fact) -> tuple[int, str]:
    return min((each.start for each in fact.evidence), default=0), fact.id


def _text(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal | BlankNode) else str(term)
