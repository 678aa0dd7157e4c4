"""Events as pictures need them: each of the default graph, or one that a merge has found, of whatever status.

A standing relation is an event too, with the roles subject and object.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit

import pyoxigraph as ox
from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.model import EVERY_ROLE, Document, Entity, Filler, Happening
from kg.rdf import literal
from kg.rdf.record import Record
from kg.vocabulary import BASE, DCTERMS, PROV, RDF, SCHEMA, SKOS, WIKIDATA, canonical, iri, local, relative

ACTUAL = "actual"
MODALITIES = ("alleged", "threatened", "planned", "demanded", "possible")
STATUSES = (ACTUAL, *MODALITIES, "negated")


@dataclass(frozen=True, slots=True)
class Thing:
    """What fills a role: an entity, or words and values; words get an id from what they say, so that they meet."""

    id: str
    type: str
    label: str
    value: str | None = None
    wikidata: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A document: who published it, and the ISO 8601 day, title and address that it has."""

    id: str
    publisher: str
    date: str | None = None
    title: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened or holds, or that somebody says does; `start` and `end` are ISO 8601 days.

    `dated` is "text" where the documents say when it was, "document" where only their own dates are known.
    `said_by` has the chains of those on whose word it is told, nearest first. `publishers` counts independent ones;
    `proofs` counts the sentences behind it.
    """

    id: str
    type: str
    roles: Mapping[str, tuple[Thing, ...]]
    said_by: tuple[tuple[Thing, ...], ...]
    facts: tuple[str, ...]
    sources: tuple[Source, ...]
    publishers: int
    proofs: int
    polarity: str = "affirmed"
    modality: str = ACTUAL
    stage: str | None = None
    start: str | None = None
    end: str | None = None
    dated: str | None = None

    @property
    def status(self) -> str:
        """One word where it holds ("actual"), else what it is instead ("threatened", "negated, planned")."""
        if self.polarity == "affirmed":
            return self.modality
        return self.polarity if self.modality == ACTUAL else f"{self.polarity}, {self.modality}"

    def fill(self, *roles: str) -> tuple[Thing, ...]:
        """What fills these roles, each thing once."""
        return tuple(dict.fromkeys(thing for role in roles for thing in self.roles.get(role, ())))


def events(rdf: ox.Store, base: str = BASE) -> list[Event]:
    """The events of a store's default graph, which are affirmed, actual and safe to show; ordered by date and id."""
    reader = _Reader(rdf, base)
    nodes = reader.view.subjects(PROV + "wasDerivedFrom")
    return ordered(reader.event(node) for node in nodes if reader.view.texts(node, RDF + "type"))


def ordered(events: Iterable[Event]) -> list[Event]:
    """By date and id; what has no date comes last."""
    return sorted(events, key=lambda event: (event.start or event.end or "9", event.end or "9", event.id))


def told(happening: Happening, documents: Mapping[str, Document], entities: Mapping[str, Entity]) -> Event:
    """A merged event of any status; `documents` and `entities` by their ids."""
    homes = tuple(_document(documents[id]) for id in sorted({fact.doc for fact in happening.facts}))
    bounds = [literal.bounds(filler.value) for filler in happening.args.get("time", ()) if filler.value]
    starts = [each.start.value for each in bounds if each.start]
    ends = [each.end.value for each in bounds if each.end]
    start, end, dated = _days(starts, ends, homes)
    return Event(
        id=happening.id,
        type=happening.type,
        roles={role: tuple(_filled(each, entities) for each in fillers) for role, fillers in happening.args.items()},
        said_by=tuple(tuple(_filled(each, entities) for each in chain) for chain in happening.chains),
        facts=tuple(sorted(fact.id for fact in happening.facts)),
        sources=homes,
        publishers=happening.publishers,
        proofs=sum(len(fact.evidence) for fact in happening.facts),
        polarity=happening.polarity,
        modality=happening.modality,
        stage=happening.stage,
        start=start,
        end=end,
        dated=dated,
    )


def sources(rdf: ox.Store, base: str = BASE) -> dict[str, Source]:
    """The documents of a store by the IRI of their graph."""
    return {each.value: _source(rdf, each, base) for each in rdf.named_graphs() if isinstance(each, NamedNode)}


class _Reader:
    """Events from quads; what they share (documents, numbers of sentences) is read once."""

    def __init__(self, rdf: ox.Store, base: str) -> None:
        self.base, self.sources = base, sources(rdf, base)
        self.view = Record(rdf.quads_for_pattern(None, None, None, DefaultGraph()))
        derived = rdf.quads_for_pattern(None, NamedNode(PROV + "wasDerivedFrom"), None, None)
        home = {str(quad.subject): _value(quad.object) for quad in derived}
        self.homes: dict[str, list[str]] = defaultdict(list)  # a fact to the documents of its sentences
        for quad in rdf.quads_for_pattern(None, NamedNode(iri("evidence")), None, None):
            self.homes[_value(quad.subject)].append(home.get(str(quad.object), _value(quad.graph_name)))

    def event(self, node: str) -> Event:
        """The event that a node of the default graph stands for."""
        table, facts = self.view, self.view.texts(node, PROV + "wasDerivedFrom")
        predicate, stage = table.text(node, iri("predicate")), table.text(node, iri("stage"))
        homes = sorted({home for fact in facts for home in self.homes[fact] if home in self.sources})
        documents = tuple(self.sources[home] for home in homes)
        times = table.texts(node, iri("time"))
        starts, ends = ([day for time in times for day in table.texts(time, iri(term))] for term in ("start", "end"))
        start, end, dated = _days(starts, ends, documents)
        return Event(
            id=relative(node, self.base),
            type=local(predicate) if predicate else table.type(node),
            roles={role: things for role in EVERY_ROLE if (things := self._things(node, role))},
            said_by=tuple(
                tuple(_made(table.need(cell, RDF + "first"), table, self.base) for cell in _cells(head, table))
                for head in table.texts(node, iri("attribution"))
            ),
            facts=tuple(relative(fact, self.base) for fact in facts),
            sources=documents,
            publishers=int(table.text(node, iri("publishers")) or len({source.publisher for source in documents}) or 1),
            proofs=sum(len(self.homes[fact]) for fact in facts),
            stage=local(stage) if stage else None,
            start=start,
            end=end,
            dated=dated,
        )

    def _things(self, node: str, role: str) -> tuple[Thing, ...]:
        return tuple(_made(each, self.view, self.base) for each in self.view.texts(node, iri(role)))


def _made(node: str, table: Record, base: str) -> Thing:
    """The thing that a node or a literal stands for."""
    label = table.text(node, SKOS + "prefLabel")
    if label is None:
        return Thing(_phrase_id(node), "Phrase", node, node)
    type, wikidata = table.type(node), table.text(node, SKOS + "exactMatch")
    return Thing(
        id=_phrase_id(label) if "#" in node else relative(node, base),
        type=type,
        label=label,
        value=table.text(node, RDF + "value"),
        wikidata=wikidata.removeprefix(WIKIDATA) if wikidata else None,
    )


def _phrase_id(words: str) -> str:
    return "phrase/" + sha256(" ".join(words.casefold().split()).encode()).hexdigest()[:16]


def _filled(filler: Filler, entities: Mapping[str, Entity]) -> Thing:
    known = entities.get(filler.id or "")
    if known is None:
        id = filler.id or _phrase_id(filler.label)
        return Thing(id, canonical(filler.type), filler.label, filler.value, filler.wikidata)
    return Thing(known.id, canonical(known.type), known.label, filler.value, known.wikidata, known.country)


def _cells(cell: str | None, table: Record) -> Iterator[str]:
    """The cells of a chain of those whose word it is, nearest first."""
    while cell and cell != RDF + "nil":
        yield cell
        cell = table.text(cell, RDF + "rest")


def _days(starts: list[str], ends: list[str], documents: Iterable[Source]) -> tuple[str | None, str | None, str | None]:
    """From the first to the last day, and where that comes from; a day without a year is none."""
    starts, ends = ([day for day in days if not day.startswith("-")] for days in (starts, ends))
    if starts or ends:
        return min(starts, default=None), max(ends, default=None), "text"
    days = sorted(source.date for source in documents if source.date and len(source.date) == len("2024-08-28"))
    return (days[0], days[-1], "document") if days else (None, None, None)


def _document(document: Document) -> Source:
    publisher = _publisher(document.publisher, document.url, document.id)
    return Source(document.id, publisher, document.date, document.title, document.url)


def _publisher(publisher: str | None, url: str | None, id: str) -> str:
    """Whoever published it; without a name the host of its address, without an address the document itself."""
    return publisher or (urlsplit(url).hostname if url else None) or id


def _value(term: object) -> str:
    return str(getattr(term, "value", term))


def _source(rdf: ox.Store, graph: NamedNode, base: str) -> Source:
    about = {
        quad.predicate.value: quad.object.value
        for quad in rdf.quads_for_pattern(graph, None, None, graph)
        if isinstance(quad.object, Literal)
    }
    id, url = about.get(DCTERMS + "identifier", relative(graph.value, base)), about.get(SCHEMA + "url")
    publisher = _publisher(about.get(DCTERMS + "publisher"), url, id)
    return Source(id, publisher, about.get(DCTERMS + "date"), about.get(DCTERMS + "title"), url)
