"""TriG: everything, the default graph and one graph a document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from pyoxigraph import Quad, RdfFormat

from kg.export import _rdf

SUFFIX = ".trig"


def write(quads: Iterable[Quad], stream: IO[bytes]) -> None:
    """Writes every quad."""
    _rdf.write(quads, stream, RdfFormat.TRIG)
