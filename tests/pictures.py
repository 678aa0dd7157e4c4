"""Views of the hand-made facts of `samples`, for the tests of graphs and of what is drawn from them."""

from __future__ import annotations

import io

import networkx as nx
from samples import DOCUMENT, ENTITIES, FACTS

from kg import emit, formats, graph
from kg.graph import Filters
from kg.rdf.event import STATUSES
from kg.rdf.proof import Proof, facts, proofs
from kg.store import Store


def store() -> Store:
    """The record and the view of all facts of `samples`."""
    made = Store.memory()
    made.load([*emit.quads(DOCUMENT, FACTS, ENTITIES), *emit.view(FACTS, ENTITIES)])
    return made


STORE = store()
EVERYTHING = Filters(statuses=STATUSES)


def view(name: str, filters: Filters = EVERYTHING) -> nx.MultiDiGraph:
    """A view of the hand-made facts."""
    return graph.view(name, STORE, filters)


def sentences(view: nx.MultiDiGraph) -> dict[str, tuple[Proof, ...]]:
    """The sentences behind a view."""
    return proofs(STORE.rdf, facts(view))


def exported(format: str, view: nx.MultiDiGraph) -> bytes:
    """A view in a format."""
    out = io.BytesIO()
    formats.load("kg.export", format).write(view, out, sentences(view))
    return out.getvalue()
