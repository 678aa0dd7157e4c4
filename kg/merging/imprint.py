"""What a build notes in a document's record beside its facts, so that many documents can be compared later.

A stamp of all that the extraction depended on, a signature of the text to tell copies by, and for each entity its
country and whether it stands in the names files.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Quad

from kg.gazetteer import Gazetteer
from kg.model import PLACES, Document, Entity, Fact
from kg.rdf.record import Record
from kg.rdf.term import namer, preg
from kg.vocabulary import BASE, document_iri, iri, relative


@dataclass(frozen=True, slots=True)
class Imprint:
    """`countries`: entity id to ISO 3166 code; `known`: the ids that the names files have."""

    stamp: str | None = None
    signature: str | None = None
    countries: dict[str, str] = field(default_factory=dict)
    known: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Source:
    """All that a store has of one document."""

    document: Document
    facts: tuple[Fact, ...]
    imprint: Imprint = field(default_factory=Imprint)


def take(entities: Iterable[Entity], gazetteer: Gazetteer, stamp: str, signature: str) -> Imprint:
    """The imprint of a document with these entities."""
    entities = list(entities)
    countries = {entity.id: country for entity in entities if (country := _country(entity, gazetteer))}
    known = frozenset(entity.id for entity in entities if entity.id in gazetteer.entries)
    return Imprint(stamp, signature, countries, known)


def quads(document: Document, imprint: Imprint, base: str = BASE) -> list[Quad]:
    """The imprint as a part of the document's record."""
    names, graph = namer(base), NamedNode(document_iri(document.id, base))
    made = [Quad(names(id), preg("country"), Literal(code), graph) for id, code in sorted(imprint.countries.items())]
    made += [Quad(names(id), preg("known"), Literal(True), graph) for id in sorted(imprint.known)]
    if imprint.stamp:
        made.append(Quad(graph, preg("stamp"), Literal(imprint.stamp), graph))
    if imprint.signature:
        made.append(Quad(graph, preg("signature"), Literal(imprint.signature), graph))
    return made


def read(record: Record, graph: str, base: str = BASE) -> Imprint:
    """The reverse of `quads`; what a record lacks is empty."""
    countries = {relative(node, base): record.need(node, iri("country")) for node in record.subjects(iri("country"))}
    known = frozenset(relative(node, base) for node in record.subjects(iri("known")))
    return Imprint(record.text(graph, iri("stamp")), record.text(graph, iri("signature")), countries, known)


def _country(entity: Entity, gazetteer: Gazetteer) -> str | None:
    """As the names files have it, else the country of the place that the name or the id has in it."""
    kind, _, rest = entity.id.partition("/")
    if kind == "country":
        return rest
    entry = gazetteer.entries.get(entity.id)
    if entry is not None or entity.type in ("Person", "Company", "Platform"):
        return entity.country
    if kind == "court" and (place := gazetteer.entries.get(rest.replace("-", "/", 1))):
        return _of_place(place.id, place.country)
    within = [name.entry for name in gazetteer.find(entity.label) if name.entry.type in PLACES]
    within += [name.entry for name in gazetteer.peoples(entity.label)]
    return next((code for place in within if (code := _of_place(place.id, place.country))), None)


def _of_place(id: str, country: str | None) -> str | None:
    kind, _, rest = id.partition("/")
    return rest if kind == "country" else country
