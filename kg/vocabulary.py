"""The words of the ontology: reads ontologies/*.ttl once and answers in local names; nobody else spells an IRI.

Local names are what stands behind `preg:` ("Charge", "agent", "holdsOffice"). Every function that takes one raises
UnknownName, with the nearest names, where the ontology does not have it.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, unquote

from kg.errors import UnknownName

PREG = "https://w3id.org/preg#"
BASE = "https://w3id.org/preg/id/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
XSD = "http://www.w3.org/2001/XMLSchema#"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
DCTERMS = "http://purl.org/dc/terms/"
SCHEMA = "https://schema.org/"
DASH = "http://datashapes.org/dash#"
WIKIDATA = "http://www.wikidata.org/entity/"

PREFIXES = {
    "preg": PREG, "rdf": RDF, "rdfs": RDFS, "owl": OWL, "skos": SKOS, "xsd": XSD, "prov": PROV, "oa": OA,
    "dcterms": DCTERMS, "schema": SCHEMA, "wd": WIKIDATA,
}  # fmt: skip

SCHEMES = {"offence": "offences", "content": "content"}


class Ends(NamedTuple):
    """The classes that stand at the two ends of a relation; a measured one has no objects."""

    subjects: frozenset[str]
    objects: frozenset[str]


def ontologies() -> Path:
    """The folder of the ontologies, in an installed package or in a checkout."""
    installed = Path(__file__).parent / "ontologies"
    return installed if installed.is_dir() else Path(__file__).parent.parent / "ontologies"


def iri(local: str) -> str:
    """`preg:` written out: "Charge" gives "https://w3id.org/preg#Charge"."""
    return PREG + local


def local(iri: str) -> str:
    """The reverse of `iri`; an IRI of another namespace comes back as it is."""
    return iri.removeprefix(PREG)


def absolute(id: str, base: str = BASE) -> str:
    """The IRI of an id of the model; concepts of the ontology keep the ontology's own base."""
    home = BASE if id.split("/", 1)[0] in SCHEMES else base
    return home + quote(id, safe="/-._~!$&'()*+,;=:@")


def relative(iri: str, base: str = BASE) -> str:
    """The id of the model behind an IRI: the reverse of `absolute`."""
    return unquote(iri.removeprefix(base).removeprefix(BASE))


def document_iri(id: str, base: str = BASE) -> str:
    """The IRI of a document, which is the name of its graph too; "doc/" is added where the id has it not."""
    return absolute("doc/" + id.removeprefix("doc/"), base)


@cache
def event_types() -> frozenset[str]:
    """Every event type that a fact can have; superclasses that only group are left out."""
    return frozenset(t for t in subtypes("Event") if not _abstract(t))


@cache
def entity_types() -> frozenset[str]:
    """Every type that an entity can have."""
    return frozenset(t for t in subtypes("Entity") if not _abstract(t))


@cache
def relations() -> frozenset[str]:
    """Every standing relation, among them the measured `userCount`."""
    return frozenset(s for s, o in _pairs(RDF + "type") if o == "StandingRelation")


@cache
def roles() -> frozenset[str]:
    """The eight roles of an event."""
    return frozenset(s for s, o in _pairs(RDF + "type") if o == "Role")


@cache
def fillers(role: str) -> frozenset[str]:
    """The classes that may fill a role."""
    known = roles()
    if role not in known:
        raise _unknown("role", role, known)
    return frozenset(o for s, o in _pairs(SCHEMA + "rangeIncludes") if s == role)


@cache
def ends(relation: str) -> Ends:
    """The classes at both ends of a relation."""
    known = relations()
    if relation not in known:
        raise _unknown("relation", relation, known)
    subjects = (o for s, o in _pairs(SCHEMA + "domainIncludes") if s == relation)
    objects = (o for s, o in _pairs(SCHEMA + "rangeIncludes") if s == relation)
    return Ends(frozenset(subjects), frozenset(objects))


@cache
def subtypes(type: str) -> frozenset[str]:
    """A class with all classes below it."""
    return frozenset(t for t in _classes() if is_a(t, type))


@cache
def is_a(type: str, ancestor: str) -> bool:
    """Whether a class is the other one or stands below it, at any depth."""
    type, ancestor = canonical(type), canonical(ancestor)
    return type == ancestor or any(is_a(parent, ancestor) for parent in _classes()[type])


def is_official(type: str) -> bool:
    """Whether a class is that of a public body, of a state or of several."""
    return is_a(type, "PublicBody") or type == "InternationalOrganisation"


def canonical(type: str) -> str:
    """The class itself, or the class that it is another name of."""
    if type not in _classes():
        raise _unknown("type", type, _classes())
    return dict(_pairs(OWL + "equivalentClass")).get(type, type)


@cache
def stages() -> tuple[str, ...]:
    """The rungs of the legal ladder, lowest first; the exits are no rungs."""
    ladder = {s: o for s, p, o in _triples("stages") if p == SKOS + "notation"}
    return tuple(sorted(ladder, key=lambda stage: int(ladder[stage])))


@cache
def exits() -> frozenset[str]:
    """The stages that leave the ladder: released, dismissed, acquitted, annulled, settled."""
    return frozenset(o for _, p, o in _triples("stages") if p == SKOS + "member")


@cache
def label(name: str) -> str:
    """The English label of a class, property, individual or stage."""
    labels = {s: o for s, p, o in (*_triples("preg"), *_triples("stages")) if p in (RDFS + "label", SKOS + "prefLabel")}
    if name not in labels:
        raise _unknown("name", name, labels)
    return labels[name]


@cache
def concepts(kind: str) -> Mapping[str, tuple[str, ...]]:
    """The concepts of "offence" or "content": id ("offence/fraud") to the phrases the press uses, preferred first."""
    if kind not in SCHEMES:
        raise _unknown("scheme", kind, SCHEMES)
    preferred: dict[str, str] = {}
    others: dict[str, list[str]] = {}
    for subject, predicate, value in _triples(SCHEMES[kind]):
        if predicate == SKOS + "prefLabel":
            preferred[relative(subject)] = value
        elif predicate == SKOS + "altLabel":
            others.setdefault(relative(subject), []).append(value)
    return {id: (preferred[id], *others.get(id, ())) for id in preferred if id.startswith(f"{kind}/")}


@cache
def _classes() -> Mapping[str, tuple[str, ...]]:
    """Every class of the ontology with its direct superclasses."""
    own = [s for s, o in _pairs(RDF + "type") if o == OWL + "Class"]
    above = _pairs(RDFS + "subClassOf")
    return {name: tuple(o for s, o in above if s == name and o in own) for name in own}


@cache
def _abstract(type: str) -> bool:
    return type in {s for s, _ in _pairs(DASH + "abstract")} | {s for s, _ in _pairs(OWL + "equivalentClass")}


def _unknown(what: str, name: str, known: Mapping[str, object] | frozenset[str]) -> UnknownName:
    near = get_close_matches(name, known, n=3) or sorted(known)
    return UnknownName(f"no {what} called {name!r}", right="there is " + ", ".join(near))


@cache
def _pairs(predicate: str) -> tuple[tuple[str, str], ...]:
    """Subject and object of every triple of preg.ttl with this predicate."""
    return tuple((s, o) for s, p, o in _triples("preg") if p == predicate)


@cache
def _triples(file: str) -> tuple[tuple[str, str, str], ...]:
    """The triples of one ontology file, with local names where the namespace is ours."""
    from pyoxigraph import BlankNode, parse  # not needed by a program that only imports this module

    quads = parse(path=ontologies() / f"{file}.ttl")
    named = (q for q in quads if not isinstance(q.subject, BlankNode) and not isinstance(q.object, BlankNode))
    return tuple((local(q.subject.value), q.predicate.value, local(q.object.value)) for q in named)
