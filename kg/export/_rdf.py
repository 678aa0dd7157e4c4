"""What the RDF formats share: the serializer, the prefixes, and what a format without graphs gets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from pyoxigraph import DefaultGraph, Quad, RdfFormat, serialize

from kg.vocabulary import BASE, PREFIXES

# N-Quads has none.
PREFIXED = (RdfFormat.TURTLE, RdfFormat.TRIG, RdfFormat.RDF_XML)
BASED = (RdfFormat.TURTLE, RdfFormat.TRIG)


def write(quads: Iterable[Quad], stream: IO[bytes], format: RdfFormat) -> None:
    """Serializes quads in order, so that the same store gives the same file byte for byte."""
    ordered = sorted(quads, key=lambda quad: (str(quad.graph_name), str(quad.triple)))
    prefixes, base = PREFIXES if format in PREFIXED else None, BASE if format in BASED else None
    serialize(ordered, stream, format, prefixes=prefixes, base_iri=base)


def records(quads: Iterable[Quad]) -> list[Quad]:
    """The union of the documents' graphs without their names: the record, with its status and evidence.

    The default graph is left out: it is a view of the record, and without graphs the two could not be told apart.
    """
    named = (quad for quad in quads if not isinstance(quad.graph_name, DefaultGraph))
    return list(dict.fromkeys(Quad(quad.subject, quad.predicate, quad.object) for quad in named))
