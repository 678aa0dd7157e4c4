"""The terms that quads are made of: IRIs of the ontology, of the model's ids, and of the parts of a node."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from pyoxigraph import Literal, NamedNode

from kg.vocabulary import OA, RDF, SKOS, WIKIDATA, absolute, iri

Triples = Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]
Names = Callable[[str], NamedNode]

TYPE = NamedNode(RDF + "type")


def namer(base: str) -> Names:
    """A function from an id of the model to its node."""
    return lambda id: NamedNode(absolute(id, base))


@cache
def preg(local: str) -> NamedNode:
    """The node of a local name of the ontology."""
    return NamedNode(iri(local))


def part(node: NamedNode, kind: str, number: int) -> NamedNode:
    """The node of a part, under the IRI of the whole: no blank nodes, so nothing is random."""
    return NamedNode(f"{node.value}#{kind}-{number}")


def offsets(node: NamedNode, start: int, end: int) -> Triples:
    """Where in the text a node stands."""
    yield node, NamedNode(OA + "start"), Literal(start)
    yield node, NamedNode(OA + "end"), Literal(end)


def order(node: NamedNode, number: int, several: Sequence[object]) -> Triples:
    """The place among several: triples have no order, and one alone needs none."""
    if len(several) > 1:
        yield node, preg("order"), Literal(number)


def labels(node: NamedNode, label: str, aliases: Iterable[str], wikidata: str | None) -> Triples:
    """What somebody or something is called, and its identifier elsewhere."""
    yield node, NamedNode(SKOS + "prefLabel"), Literal(label)
    for alias in aliases:
        yield node, NamedNode(SKOS + "altLabel"), Literal(alias)
    if wikidata:
        yield node, NamedNode(SKOS + "exactMatch"), NamedNode(WIKIDATA + wikidata)
