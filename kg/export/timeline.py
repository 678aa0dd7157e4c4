"""A timeline of a view as SVG."""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO, Any

from kg.export import _drawing
from kg.rdf.proof import Proof

SUFFIX = ".timeline.svg"


def write(graph: Any, stream: IO[bytes], proofs: Mapping[str, tuple[Proof, ...]]) -> None:
    """Draws the last sixty events of a view that have a date, the earliest on top."""
    _drawing.timeline(graph, stream, "svg")
