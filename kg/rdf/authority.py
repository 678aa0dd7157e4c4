"""The known names as RDF, for whoever wants them beside a graph: what each is called, whose it is, who held which post.

The nodes are those of the entities in a store, so that the two can be queried together.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from kg.gazetteer import Entry, Gazetteer, Office
from kg.rdf import literal
from kg.rdf.term import TYPE, Names, Triples, labels, namer, part, preg
from kg.vocabulary import BASE, PREFIXES, RDF, is_a

#: Whose bodies are those of a union that has no entry under `country/`.
UNIONS = {"UN": "intl/united-nations"}


def write(gazetteer: Gazetteer, stream: IO[bytes], base: str = BASE) -> None:
    """All entries as Turtle in the order of their ids, one after the other: the same names give the same bytes."""
    serialize(triples(gazetteer, base), stream, RdfFormat.TURTLE, prefixes=PREFIXES, base_iri=base)


def triples(gazetteer: Gazetteer, base: str = BASE) -> Iterator[Triple]:
    """Each entry with its links; a link to what is no entry is left out."""
    names = namer(base)
    for _, entry in sorted(gazetteer.entries.items()):
        for triple in (*_entry(entry, names), *_links(entry, gazetteer, names)):
            yield Triple(*triple)


def _entry(entry: Entry, names: Names) -> Triples:
    node = names(entry.id)
    yield node, TYPE, preg(entry.type)
    yield from labels(node, entry.label, [name for name in entry.names if name != entry.label], entry.wikidata)
    if entry.country:
        yield node, preg("country"), Literal(entry.country)


def _links(entry: Entry, gazetteer: Gazetteer, names: Names) -> Triples:
    node, known = names(entry.id), gazetteer.entries
    home = UNIONS.get(entry.country or "", f"country/{entry.country}")
    if home in known and is_a(entry.type, "PublicBody"):
        yield node, preg("agencyOf"), names(home)
    if entry.parent in known:
        yield node, preg("partOf"), names(entry.parent)
    if entry.owner in known:
        yield names(entry.owner), preg("ownerOf"), node
    for number, office in enumerate(entry.offices, 1):
        if office.organisation in known:
            yield from _office(node, number, office, names)


def _office(person: NamedNode, number: int, office: Office, names: Names) -> Triples:
    """A post is a relation with a time; no plain triple says that somebody holds it today."""
    node = part(person, "office", number)
    yield node, TYPE, preg("Relation")
    yield node, preg("predicate"), preg("holdsOffice")
    yield node, preg("subject"), person
    yield node, preg("object"), names(office.organisation)
    yield node, preg("title"), Literal(office.title)
    if office.since or office.until:
        time = part(person, "term", number)
        yield node, preg("time"), time
        yield from _term(time, f"{office.since or ''}/{office.until or ''}")


def _term(node: NamedNode, value: str) -> Triples:
    """The time of an office: an ISO 8601 interval, open where the names do not tell an end."""
    span = literal.bounds(value)
    yield node, TYPE, preg("Time")
    yield from labels(node, value, (), None)
    yield node, NamedNode(RDF + "value"), Literal(value)
    for term, day in (("start", span.start), ("end", span.end)):
        if day:
            yield node, preg(term), day
    if span.precision:
        yield node, preg("precision"), preg(span.precision)
