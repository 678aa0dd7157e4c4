"""CSV with the headers that `neo4j-admin database import` takes: nodes.csv and relationships.csv in one zip.

After unpacking: `neo4j-admin database import full --multiline-fields=true --nodes=nodes.csv
--relationships=relationships.csv`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import IO, Any

from kg.export import _archive, _xml
from kg.rdf.proof import Proof

SUFFIX = ".neo4j.zip"

TYPES = {"integer": "int", "string": "string"}  # the others are called the same


def write(graph: Any, stream: IO[bytes], proofs: Mapping[str, tuple[Proof, ...]]) -> None:
    """Writes a view: the type of a node is its Neo4j label, the kind of an edge its relationship type."""
    _archive.send({"nodes.csv": _nodes(graph), "relationships.csv": _edges(graph)}, stream)


def _nodes(graph: Any) -> Iterator[list[object]]:
    columns = _xml.columns(_xml.rows(graph.nodes(data=True)), frozenset({"type"}))
    yield ["id:ID", *_headings(columns), ":LABEL"]
    for id, about in graph.nodes(data=True):
        yield [id, *_cells(about, columns), about.get("type")]


def _edges(graph: Any) -> Iterator[list[object]]:
    columns = _xml.columns(_xml.rows(graph.edges(data=True)), frozenset({"kind"}))
    yield [":START_ID", *_headings(columns), ":END_ID", ":TYPE"]
    for source, target, about in graph.edges(data=True):
        yield [source, *_cells(about, columns), target, about.get("kind")]


def _headings(columns: Mapping[str, str]) -> list[str]:
    return [f"{name}:{TYPES.get(kind, kind)}" for name, kind in columns.items()]


def _cells(about: Mapping[str, Any], columns: Mapping[str, str]) -> list[object]:
    return [str(value).lower() if isinstance(value := about.get(name), bool) else value for name in columns]
