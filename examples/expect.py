"""Writes examples/expected/: the graph that kg finds now in each article, to be reviewed before it is committed.

python examples/expect.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from kg import emit
from kg.export import turtle
from kg.model import Document
from kg.pipeline import Extractor
from kg.read import read
from kg.vocabulary import PROV, RDF, SKOS

HERE = Path(__file__).parent
EXPECTED = HERE / "expected"


def graphs() -> Iterator[tuple[str, list[Quad]]]:
    """The id and the record of each article, without what says nothing about it: program version and aliases."""
    extractor = Extractor(names=HERE / "names")
    documents = [document for document in read([HERE / "articles"]) if isinstance(document, Document)]
    for document, facts in extractor.extract(documents):
        yield document.id, list(_lasting(emit.quads(document, facts, extractor.entities(facts))))


def _lasting(quads: list[Quad]) -> Iterator[Quad]:
    agent = NamedNode(PROV + "SoftwareAgent")
    programs = {quad.subject for quad in quads if quad.predicate.value == RDF + "type" and quad.object == agent}
    for quad in quads:
        if not programs & {quad.subject, quad.object} and quad.predicate.value != SKOS + "altLabel":
            yield quad


def main() -> None:
    """Replaces every file of the folder."""
    EXPECTED.mkdir(exist_ok=True)
    for old in EXPECTED.glob("*.ttl"):
        old.unlink()
    for id, quads in graphs():
        with (EXPECTED / f"{id}.ttl").open("wb") as stream:
            turtle.write(quads, stream)


if __name__ == "__main__":
    main()
