"""The sentences behind facts: what an edge of a picture opens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox
from pyoxigraph import NamedNode

from kg.rdf.event import Source, sources
from kg.vocabulary import BASE, OA, PROV, absolute, iri, local, relative


@dataclass(frozen=True, slots=True)
class Proof:
    """One sentence of one document, the rule that read it, and the status that its fact has."""

    fact: str
    quote: str
    rule: str
    status: str
    source: Source


def facts(graph: Any) -> Iterator[str]:
    """The ids of all facts of a view, each once."""
    everything = (*graph.nodes(data="facts"), *(edge[1:] for edge in graph.edges(data="facts")))
    yield from dict.fromkeys(fact for _, facts in everything for fact in str(facts or "").split())


def proofs(rdf: ox.Store, facts: Iterable[str], base: str = BASE) -> dict[str, tuple[Proof, ...]]:
    """The sentences of each fact (by its id, "fact/3f9a…") in the order of the text."""
    documents = sources(rdf, base)
    return {fact: _of(rdf, fact, documents, base) for fact in dict.fromkeys(facts)}


def _of(rdf: ox.Store, fact: str, documents: dict[str, Source], base: str) -> tuple[Proof, ...]:
    node = NamedNode(absolute(fact, base))
    status = ", ".join(local(_one(rdf, node, iri(name))) for name in ("polarity", "modality"))
    found: list[tuple[int, Proof]] = []
    for quad in rdf.quads_for_pattern(node, NamedNode(iri("evidence")), None, None):
        start, quote = _quote(rdf, quad.object)
        rule = relative(_one(rdf, quad.object, iri("rule")), base).removeprefix("rule/")
        home = _one(rdf, quad.object, PROV + "wasDerivedFrom")
        if home in documents:
            found.append((start, Proof(fact, quote, rule, status, documents[home])))
    return tuple(proof for _, proof in sorted(found, key=lambda each: (each[1].source.id, each[0], each[1].quote)))


def _quote(rdf: ox.Store, evidence: object) -> tuple[int, str]:
    """Where a sentence starts, and its words."""
    target = NamedNode(_one(rdf, evidence, OA + "hasTarget"))
    parts = [quad.object for quad in rdf.quads_for_pattern(target, NamedNode(OA + "hasSelector"), None, None)]
    starts, quotes = ([text for part in parts if (text := _one(rdf, part, OA + name))] for name in ("start", "exact"))
    return int(min(starts, default="0")), min(quotes, default="")


def _one(rdf: ox.Store, subject: object, predicate: str) -> str:
    """The first value of a property in any record, "" where there is none."""
    quads = rdf.quads_for_pattern(subject, NamedNode(predicate), None, None)  # type: ignore[arg-type]
    return min((quad.object.value for quad in quads), default="")  # type: ignore[union-attr]
