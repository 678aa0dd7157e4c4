"""What a store gains and loses, as SPARQL updates: in portions that never split an event or an entity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import DefaultGraph, Quad

#: Quads of one transaction of a merge.
PORTION = 200_000

Change = tuple[str, bool, Quad]  # the event or entity that it belongs to, whether it goes, what


def updates(gone: Iterable[Quad], new: Iterable[Quad]) -> Iterator[str]:
    """The updates, each a transaction, that take some quads out and put others in."""
    changes = [(_whole(quad), True, quad) for quad in gone] + [(_whole(quad), False, quad) for quad in new]
    for portion in _portions(sorted(changes, key=_place)):
        out = [quad for _, goes, quad in portion if goes]
        into = [quad for _, goes, quad in portion if not goes]
        yield f"DELETE DATA {{ {_with_graphs(out)} }} ;\nINSERT DATA {{ {_with_graphs(into)} }}"


def block(quads: Iterable[Quad]) -> str:
    """Quads as the triples of one graph."""
    return " ".join(f"{quad.subject} {quad.predicate} {quad.object} ." for quad in quads)


def _whole(quad: Quad) -> str:
    """The node that a quad is a part of."""
    return str(getattr(quad.subject, "value", quad.subject)).partition("#")[0]


def _place(change: Change) -> tuple[str, bool]:
    return change[0], change[1]


def _portions(changes: list[Change]) -> Iterator[list[Change]]:
    """Changes in portions that end where a node ends."""
    start = 0
    while start < len(changes):
        end = min(start + PORTION, len(changes))
        while end < len(changes) and changes[end][0] == changes[end - 1][0]:
            end += 1
        yield changes[start:end]
        start = end


def _with_graphs(quads: Iterable[Quad]) -> str:
    by_graph: dict[str, list[Quad]] = {}
    for quad in quads:
        by_graph.setdefault("" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name), []).append(quad)
    return " ".join(f"GRAPH {g} {{ {block(some)} }}" if g else block(some) for g, some in sorted(by_graph.items()))
