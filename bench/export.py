"""GEXF and GraphML at 100,000 edges against networkx's writers, and memory at a million: `python -m bench.export`."""

from __future__ import annotations

import io
import random
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Iterator
from typing import IO, Any

import networkx as nx

from kg import formats

KINDS = ("Fine", "Ban (threatened)", "Investigation", "Order", "Refusal", "Statement")


class Stream:
    """A graph that is made anew each time it is walked, so that only a writer's own memory counts."""

    graph = {"name": "stream"}

    def __init__(self, nodes: int, edges: int) -> None:
        self.size, self.links = nodes, edges

    def __len__(self) -> int:
        return self.size

    def nodes(self, data: bool) -> Iterator[tuple[str, dict[str, Any]]]:
        """Nodes as a view has them."""
        for number in range(self.size):
            yield f"platform/{number}", {"label": f"Service & {number}", "type": "Platform", "country": "NO"}

    def edges(self, data: bool) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Edges as a view has them."""
        chance = random.Random(1)
        for number in range(self.links):
            about = {
                "kind": KINDS[number % len(KINDS)], "weight": 1.0 + number % 3, "evidence": 2, "events": 1,
                "facts": f"fact/{number:016x} fact/{number + 1:016x}", "polarity": "affirmed", "modality": "actual",
                "first": "2023-03-01", "last": "2023-03-31", "dated": "text", "stage": "sanctioned",
                "about": "failing to remove <unlawful> posts & pictures", "amount": "EUR 3000000",
            }  # fmt: skip
            yield f"platform/{chance.randrange(self.size)}", f"platform/{chance.randrange(self.size)}", about


class Count(io.RawIOBase):
    """Takes bytes and keeps none."""

    taken = 0

    def write(self, data: Any) -> int:
        """Counts."""
        self.taken += len(data)
        return len(data)


def main() -> None:
    stream = Stream(20_000, 100_000)
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(stream.nodes(data=True))
    graph.add_edges_from(stream.edges(data=True))
    theirs = {
        "gexf": lambda out: nx.write_gexf(graph, out, version="1.2draft"),
        "graphml": lambda out: nx.write_graphml(graph, out),
    }
    for format, other in theirs.items():
        ours = min(seconds(lambda out, f=format: formats.load("kg.export", f).write(graph, out, {})) for _ in range(3))  # type: ignore[misc]
        networkx = min(seconds(other) for _ in range(3))
        print(
            f"{format}: 100,000 edges in {ours:.2f} s, networkx {networkx:.2f} s: {networkx / ours:.1f} times as fast"
        )
    for format in theirs:
        for edges in (100_000, 1_000_000):
            code = f"from bench.export import peak; peak({format!r}, {edges})"
            print(
                subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout, end=""
            )


def seconds(write: Any) -> float:
    """How much computing a writer takes, to memory; what else runs on the machine does not count."""
    start = time.process_time()
    write(io.BytesIO())
    return time.process_time() - start


def peak(format: str, edges: int) -> None:
    """Prints what a writer holds at most for so many edges between 20,000 nodes."""
    out: IO[bytes] = Count()  # type: ignore[assignment]
    writer = formats.load("kg.export", format)
    tracemalloc.start()
    writer.write(Stream(20_000, edges), out, {})
    held = tracemalloc.get_traced_memory()[1] / 1e6
    print(f"{format}: {edges:9,} edges, {out.taken / 1e6:7.0f} MB written, at most {held:.0f} MB held")  # type: ignore[attr-defined]


if __name__ == "__main__":
    main()
