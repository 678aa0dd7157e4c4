"""Where the nodes of a picture stand, so that it opens laid out: the same graph gives the same places."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from math import cos, pi, sin, sqrt
from typing import Any

import networkx as nx

Places = dict[str, tuple[float, float]]

SEED = 1
SPRINGS = 1000  # a spring layout compares every node with every other: beyond this it takes minutes
ROOM = 40.0  # the distance between neighbours
GOLDEN = pi * (3 - sqrt(5))


def degrees(graph: Any) -> Counter[str]:
    """How many edges each node has."""
    return Counter(chain.from_iterable((source, target) for source, target, _ in graph.edges(data=True)))


def places(graph: Any, degree: Counter[str]) -> Places:
    """A place for each node: by springs in a small graph, in a large one on a spiral with the busiest in the middle.

    Only the nodes are held in memory, so that a graph may also be read from a stream.
    """
    if len(graph) <= SPRINGS and isinstance(graph, nx.Graph):
        return _springs(graph)
    order = sorted((node for node, _ in graph.nodes(data=True)), key=lambda node: (-degree[node], str(node)))
    return {node: _seat(number) for number, node in enumerate(order)}


def _springs(graph: nx.Graph) -> Places:
    """Each component by springs, the components side by side from the largest to the smallest."""
    simple = nx.Graph()
    simple.add_nodes_from(graph)
    simple.add_edges_from((source, target) for source, target, _ in graph.edges(data=True))
    found: Places = {}
    left = top = height = 0.0
    width = 3.6 * ROOM * sqrt(max(len(simple), 1))  # a picture is wider than high
    for group in sorted(nx.connected_components(simple), key=lambda group: (-len(group), min(map(str, group)))):
        radius = ROOM * sqrt(len(group))
        if left and left + 2 * radius > width:
            left, top, height = 0.0, top + height + ROOM, 0.0
        centre = (left + radius, -(top + radius))
        found |= _component(simple.subgraph(sorted(group, key=str)), radius, centre)
        left, height = left + 2 * radius + ROOM, max(height, 2 * radius)
    return found


def _component(graph: nx.Graph, radius: float, centre: tuple[float, float]) -> Places:
    ordered = nx.Graph()
    ordered.add_nodes_from(sorted(graph, key=str))
    ordered.add_edges_from(graph.edges)
    laid = nx.spring_layout(ordered, seed=SEED, iterations=80, scale=radius, center=centre)
    return {node: (round(float(x), 2), round(float(y), 2)) for node, (x, y) in laid.items()}


def _seat(number: int) -> tuple[float, float]:
    """The seats of a sunflower's seeds: evenly spread, and never two in one."""
    radius, angle = ROOM * 0.6 * sqrt(number + 1), number * GOLDEN
    return round(radius * cos(angle), 2), round(radius * sin(angle), 2)
