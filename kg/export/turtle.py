"""Turtle: the record of all documents as one graph."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from pyoxigraph import Quad, RdfFormat

from kg.export import _rdf

SUFFIX = ".ttl"


def write(quads: Iterable[Quad], stream: IO[bytes]) -> None:
    """Writes the union of the named graphs; the default graph, a view of them, is left out."""
    _rdf.write(_rdf.records(quads), stream, RdfFormat.TURTLE)
