"""CSV for spreadsheets, pandas and Gephi's data laboratory: nodes.csv and edges.csv in one zip."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import IO, Any

from kg.export import _archive
from kg.rdf.proof import Proof

SUFFIX = ".csv.zip"

NODES = {"id": "Id", "label": "Label"}
EDGES = {"source": "Source", "target": "Target", "kind": "Kind", "weight": "Weight"}


def write(graph: Any, stream: IO[bytes], proofs: Mapping[str, tuple[Proof, ...]]) -> None:
    """Writes a view; the headings Id, Label, Source, Target, Kind and Weight are those that Gephi knows."""
    _archive.send({"nodes.csv": _nodes(graph), "edges.csv": _edges(graph)}, stream)


def _nodes(graph: Any) -> Iterator[list[object]]:
    columns = _archive.names(graph.nodes(data=True), ["label"])
    yield ["Id", *(NODES.get(name, name) for name in columns)]
    for id, about in graph.nodes(data=True):
        yield [id, *(about.get(name) for name in columns)]


def _edges(graph: Any) -> Iterator[list[object]]:
    columns = _archive.names(graph.edges(data=True), ["kind", "weight"])
    yield ["Source", "Target", *(EDGES.get(name, name) for name in columns)]
    for source, target, about in graph.edges(data=True):
        yield [source, target, *(about.get(name) for name in columns)]
