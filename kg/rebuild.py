"""The default graph of a store, made anew from its records and from what people decided."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from kg import emit
from kg.merge import Merged, merge
from kg.merging import decision
from kg.store import RESTORED, Store, is_url
from kg.vocabulary import absolute


def decisions_of(store: Path | str) -> Path:
    """Where the decisions about a store stand unless somebody says otherwise: beside it, or here for an endpoint."""
    if is_url(store):
        return Path(re.sub(r"\W+", "-", str(store)).strip("-") + ".decisions.jsonl")
    path = Path(store)
    return path.with_name(path.name + ".decisions.jsonl")


def load(store: Store, decisions: Path | None = None) -> Merged:
    """What the documents of a store say together; nothing is written."""
    return merge(store.sources(), decision.read(decisions) if decisions else ())


def rebuild(store: Store, decisions: Path | None = None) -> Merged:
    """Puts what the documents say together in place of the store's default graph."""
    merged = load(store, decisions)
    store.replace_view(quads(merged, store.base))
    return merged


def quads(merged: Merged, base: str) -> Iterable[Quad]:
    """The default graph, and the restored facts in a graph of their own."""
    yield from emit.merged(merged.events, merged.entities, base)
    graph = NamedNode(absolute(RESTORED, base))
    for fact in merged.restored:
        for quad in emit.quads(merged.documents[fact.doc], [fact], (), base):
            if quad.subject != quad.graph_name:  # of the document itself its own record speaks
                yield Quad(quad.subject, quad.predicate, quad.object, graph)
