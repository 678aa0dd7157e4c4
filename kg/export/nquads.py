"""N-Quads: everything, one quad a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from pyoxigraph import Quad, RdfFormat

from kg.export import _rdf

SUFFIX = ".nq"


def write(quads: Iterable[Quad], stream: IO[bytes]) -> None:
    """Writes every quad."""
    _rdf.write(quads, stream, RdfFormat.N_QUADS)
