"""A store becomes a file: one module a format, each with its `SUFFIX` and `write`, to a stream of bytes.

The RDF formats hold everything: `write(quads, stream)`. The others hold one view of `kg.graph`:
`write(graph, stream, proofs)`, where `proofs` has the sentences of each fact (`kg.proof`).
"""

from __future__ import annotations

RDF = ("jsonld", "nquads", "rdfxml", "trig", "turtle")
