"""What of the default graph follows from one document, and goes when the document does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pyoxigraph as ox
from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.rdf.term import preg
from kg.vocabulary import PROV, RDF, SKOS

DESCRIPTIONS = {RDF + "type", SKOS + "prefLabel", SKOS + "altLabel", SKOS + "exactMatch"}


class Footprint:
    """The quads of a store's default graph that a document left, or that a new view of it replaces."""

    def __init__(self, rdf: ox.Store) -> None:
        self.rdf = rdf

    def stale(self, graphs: Iterable[NamedNode], view: Iterable[Quad]) -> set[Quad]:
        """What goes when a new view takes the place of what documents said; `graphs`: their records."""
        found = {quad for graph in graphs for quad in self._of(graph)} | set(self._labels(view))
        return found | set(self._orphans(found))

    def _of(self, graph: NamedNode) -> Iterator[Quad]:
        """The default graph's quads that follow from a document: its events, their parts, and relations of no other."""
        for fact in {q.subject for q in self.rdf.quads_for_pattern(None, preg("polarity"), None, graph)}:
            for event in self._default(None, NamedNode(PROV + "wasDerivedFrom"), fact):
                yield from self._tree(event.subject)
                yield from self._relations(event.subject)

    def _tree(self, node: Any) -> Iterator[Quad]:
        """What the default graph says of a node and of its parts, whose IRIs stand under the node's."""
        parts = node.value.partition("#")[0] + "#"
        for quad in self._default(node, None, None):
            yield quad
            if isinstance(quad.object, NamedNode) and quad.object.value.startswith(parts):
                yield from self._tree(quad.object)

    def _relations(self, event: Any) -> Iterator[Quad]:
        for predicate in self._default(event, preg("predicate"), None):
            for subject in self._default(event, preg("subject"), None):
                for end in (*self._default(event, preg("object"), None), *self._default(event, preg("value"), None)):
                    if not self._also_stated(event, predicate.object, subject.object, end):
                        yield from self._default(subject.object, predicate.object, end.object)

    def _also_stated(self, event: Any, predicate: Any, subject: Any, end: Quad) -> bool:
        """Whether another relation node of the default graph, with no source but its document, says the same."""
        others = (q.subject for q in self._default(None, preg("subject"), subject) if q.subject != event)
        return any(
            Quad(other, preg("predicate"), predicate) in self.rdf
            and Quad(other, end.predicate, end.object) in self.rdf
            and not self._default(other, preg("attribution"), None)
            for other in others
        )

    def _labels(self, view: Iterable[Quad]) -> Iterator[Quad]:
        """The preferred labels that a new view replaces: an entity has one."""
        label = NamedNode(SKOS + "prefLabel")
        for subject in {quad.subject for quad in view if quad.predicate == label}:
            yield from self._default(subject, label, None)

    def _orphans(self, stale: set[Quad]) -> Iterator[Quad]:
        """What the default graph says of the entities that nothing in it speaks of any more."""
        for node in {end for quad in stale for end in (quad.subject, quad.object) if isinstance(end, NamedNode)}:
            about = [quad for quad in self._default(node, None, None) if quad not in stale]
            used = any(quad not in stale for quad in self.rdf.quads_for_pattern(None, None, node, DefaultGraph()))
            if not used and all(quad.predicate.value in DESCRIPTIONS for quad in about):
                yield from about

    def _default(self, subject: Any, predicate: Any, object: Any) -> list[Quad]:
        return list(self.rdf.quads_for_pattern(subject, predicate, object, DefaultGraph()))
