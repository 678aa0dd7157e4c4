"""What kg finds in the examples is what a person has reviewed."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from expect import EXPECTED, graphs
from pyoxigraph import Quad
from rdflib import Graph
from rdflib.compare import graph_diff, to_isomorphic

from kg.errors import InputError
from kg.export import turtle
from kg.model import Document
from kg.read import read

ROOT = Path(__file__).parent.parent
RESULTS = list(read([ROOT / "examples" / "articles"]))
IDS = [result.id for result in RESULTS if isinstance(result, Document)]
NOTHING_IN_THEM = ("brief-weather", "harbour-bridge-reopens")


@cache
def found() -> dict[str, Graph]:
    return {id: _graph(quads) for id, quads in graphs()}


def test_every_article_can_be_read() -> None:
    assert not [str(result) for result in RESULTS if isinstance(result, InputError)]


@pytest.mark.parametrize("id", IDS)
def test_the_graph_of_an_example_is_the_reviewed_one(id: str) -> None:
    path = EXPECTED / f"{id}.ttl"
    assert path.exists(), (
        f"no reviewed graph {path.relative_to(ROOT)}: run python examples/expect.py and read its output"
    )
    expected = Graph().parse(path)
    if to_isomorphic(expected) != to_isomorphic(found()[id]):
        _, missing, extra = graph_diff(expected, found()[id])
        pytest.fail(f"{id}\nno longer found:\n{_text(missing)}\nnot expected:\n{_text(extra)}", pytrace=False)


def test_no_reviewed_graph_is_left_over() -> None:
    assert {path.stem for path in EXPECTED.glob("*.ttl")} <= set(IDS)


@pytest.mark.parametrize("id", NOTHING_IN_THEM)
def test_nothing_is_found_in_an_article_off_the_topic(id: str) -> None:
    assert not [triple for triple in found()[id] if "/fact/" in triple[0]]


def _graph(quads: list[Quad]) -> Graph:
    stream = BytesIO()
    turtle.write(quads, stream)
    return Graph().parse(data=stream.getvalue(), format="turtle")


def _text(graph: Graph) -> str:
    return "\n".join(sorted(line for line in graph.serialize(format="nt").splitlines() if line))
