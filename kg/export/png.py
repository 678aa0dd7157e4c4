"""A picture of a graph as PNG."""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO, Any

from kg.export import _drawing
from kg.rdf.proof import Proof

SUFFIX = ".png"


def write(graph: Any, stream: IO[bytes], proofs: Mapping[str, tuple[Proof, ...]]) -> None:
    """Draws a view; the names of the busiest nodes are written, and the kinds where there is room."""
    _drawing.graph(graph, stream, "png")
