"""Questions to a graph of `kg.graph`: each answer is a list of rows, and a row names things and the facts behind them.

Paths, neighbourhoods and communities look at who is connected, whichever way an edge points.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from itertools import pairwise
from typing import Any

import networkx as nx

from kg.errors import UnknownName

Row = dict[str, Any]

SEED = 1  # the same graph gives the same communities
MEASURES: dict[str, Callable[[nx.Graph], dict[str, float]]] = {
    "degree": lambda graph: {node: float(degree) for node, degree in graph.degree(weight="weight")},
    "betweenness": lambda graph: nx.betweenness_centrality(nx.Graph(graph), k=min(len(graph), 500), seed=SEED),
    "pagerank": lambda graph: nx.pagerank(graph, weight="weight"),
}


def find(graph: nx.Graph, name: str) -> str:
    """The node with this id or label, in any case of letters; raises UnknownName with the nearest labels."""
    wanted = name.casefold()
    named = {about["label"].casefold(): node for node, about in graph.nodes(data=True)}
    found = name if name in graph else named.get(wanted)
    if found is None:
        near = get_close_matches(wanted, named, n=3) or [label for label in named if wanted in label][:3]
        labels = ", ".join(graph.nodes[named[label]]["label"] for label in near)
        raise UnknownName(f"nobody called {name!r} in this graph", right=f"there is {labels}" if near else None)
    return found


def path(graph: nx.MultiDiGraph, start: str, end: str) -> list[Row]:
    """The edges of a shortest way between two names, step by step; empty where there is none."""
    try:
        nodes = nx.shortest_path(graph.to_undirected(as_view=True), find(graph, start), find(graph, end))
    except nx.NetworkXNoPath:
        return []
    return [row for one, other in pairwise(nodes) for row in _edges(graph, _between(graph, one, other))]


def neighbours(graph: nx.MultiDiGraph, name: str, hops: int = 1) -> list[Row]:
    """The edges among all that a name reaches in so many steps."""
    near = nx.ego_graph(graph.to_undirected(as_view=True), find(graph, name), radius=hops)
    return _edges(graph, graph.subgraph(near).edges(keys=True))


def central(graph: nx.MultiDiGraph, by: str = "degree", top: int = 20) -> list[Row]:
    """The nodes that matter most, by "degree" (weighted by publishers), "betweenness" or "pagerank"."""
    if by not in MEASURES:
        raise UnknownName(f"no measure called {by!r}", right="there is " + ", ".join(MEASURES))
    scores = MEASURES[by](graph) if len(graph) else {}
    best = sorted(scores, key=lambda node: (-scores[node], node))[:top]
    return [{**_node(graph, node), by: round(scores[node], 6), **_evidence(graph, [node])} for node in best]


def communities(graph: nx.MultiDiGraph) -> list[Row]:
    """Who belongs together (Louvain, weighted), one row a member, the largest community first."""
    groups = nx.community.louvain_communities(_simple(graph), weight="weight", seed=SEED) if len(graph) else []
    ordered = sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group))
    return [
        {"community": number, **_node(graph, node), **_evidence(graph, [node])}
        for number, group in enumerate(ordered, 1)
        for node in group
    ]


def compare(before: nx.MultiDiGraph, after: nx.MultiDiGraph) -> list[Row]:
    """The edges that are new, gone, or proved by other facts than before."""
    old, new = (set(graph.edges(keys=True)) for graph in (before, after))
    changed = [
        edge
        for edge in old & new
        if any(before.edges[edge].get(name) != after.edges[edge].get(name) for name in ("facts", "weight", "stage"))
    ]
    parts = (("new", after, new - old), ("gone", before, old - new), ("changed", after, changed))
    return [{"change": change, **row} for change, graph, edges in parts for row in _edges(graph, sorted(edges))]


def stats(graph: nx.MultiDiGraph) -> list[Row]:
    """The counts of a graph: nodes by type, edges by kind, and what they are made of."""
    types = Counter(type for _, type in graph.nodes(data="type"))
    kinds = Counter(kind for _, _, kind in graph.edges(data="kind"))
    totals = {
        "nodes": len(graph),
        "edges": graph.number_of_edges(),
        "components": nx.number_weakly_connected_components(graph) if len(graph) else 0,
        "sentences": sum(count for _, _, count in graph.edges(data="evidence")),
    }
    return [
        *({"what": name, "of": "", "count": count} for name, count in totals.items()),
        *({"what": "nodes", "of": type, "count": count} for type, count in sorted(types.items())),
        *({"what": "edges", "of": kind, "count": count} for kind, count in sorted(kinds.items())),
    ]


def _edges(graph: nx.MultiDiGraph, edges: Iterable[tuple[str, str, str]]) -> list[Row]:
    return [_edge(graph, *edge) for edge in edges]


def _edge(graph: nx.MultiDiGraph, source: str, target: str, key: str) -> Row:
    about = graph.edges[source, target, key]
    return {
        "from": graph.nodes[source]["label"],
        "kind": about["kind"],
        "to": graph.nodes[target]["label"],
        "first": about.get("first", ""),
        "last": about.get("last", ""),
        "publishers": int(about["weight"]),
        "facts": about["facts"],
    }


def _between(graph: nx.MultiDiGraph, one: str, other: str) -> Iterator[tuple[str, str, str]]:
    for source, target in ((one, other), (other, one)) if one != other else ((one, other),):
        yield from ((source, target, key) for key in sorted(graph.get_edge_data(source, target, default={})))


def _node(graph: nx.Graph, node: str) -> Row:
    about = graph.nodes[node]
    return {"name": about["label"], "type": about["type"]}


def _evidence(graph: nx.MultiDiGraph, nodes: list[str]) -> Row:
    """The facts behind all edges of some nodes."""
    edges = (*graph.in_edges(nodes, data="facts"), *graph.out_edges(nodes, data="facts"))
    return {"edges": len(edges), "facts": " ".join(sorted({fact for *_, facts in edges for fact in facts.split()}))}


def _simple(graph: nx.MultiDiGraph) -> nx.Graph:
    """One undirected edge between two nodes, with the weights of all of them."""
    simple = nx.Graph()
    simple.add_nodes_from(sorted(graph))
    for source, target, weight in graph.edges(data="weight"):
        before = simple.get_edge_data(source, target, {"weight": 0.0})["weight"]
        simple.add_edge(source, target, weight=before + weight)
    return simple
