"""Every format of a view has all of it, and every reader finds it."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner
from followthemoney import model
from pictures import STORE, exported, view
from test_gephi import NASTY

from kg import formats, graph
from kg.cli import main
from kg.export import RDF
from kg.store import Store

VIEWS = graph.views()


def tables(data: bytes) -> dict[str, list[dict[str, str]]]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: list(csv.DictReader(io.StringIO(archive.read(name).decode()))) for name in archive.namelist()}


def kinds(found: nx.MultiDiGraph) -> list[str]:
    return sorted(kind for *_, kind in found.edges(data="kind"))


@pytest.mark.parametrize("name", VIEWS)
def test_csv_has_every_node_edge_and_kind(name: str):
    found, read = view(name), tables(exported("csv", view(name)))
    assert [row["Id"] for row in read["nodes.csv"]] == list(found)
    assert [row["Label"] for row in read["nodes.csv"]] == [label for _, label in found.nodes(data="label")]
    assert sorted(row["Kind"] for row in read["edges.csv"]) == kinds(found)


@pytest.mark.parametrize("name", VIEWS)
def test_neo4j_has_typed_headers(name: str):
    found, read = view(name), tables(exported("neo4j", view(name)))
    assert {"id:ID", "label:string", ":LABEL"} <= set(read["nodes.csv"][0])
    assert {":START_ID", ":END_ID", ":TYPE", "weight:double", "evidence:int"} <= set(read["relationships.csv"][0])
    ids = {row["id:ID"] for row in read["nodes.csv"]}
    assert {row[end] for row in read["relationships.csv"] for end in (":START_ID", ":END_ID")} <= ids
    assert sorted(row[":TYPE"] for row in read["relationships.csv"]) == kinds(found)


@pytest.mark.parametrize("name", VIEWS)
def test_cytoscape_reads_back_with_networkx(name: str):
    found, document = view(name), json.loads(exported("cytoscape", view(name)))
    read = nx.cytoscape_graph(document)
    assert set(read) == set(found)
    assert kinds(read) == kinds(found)


@pytest.mark.parametrize("name", VIEWS)
def test_followthemoney_takes_every_entity_and_link(name: str):
    found = view(name)
    raw = [json.loads(line) for line in exported("ftm", view(name)).splitlines()]
    entities = [model.get_proxy(each, cleaned=False) for each in raw]
    assert len(entities) == len(found) + found.number_of_edges()
    for each, entity in zip(raw, entities, strict=True):
        model.get(each["schema"]).validate(each)
        assert set(each["properties"]) == set(entity.properties), "a value was not taken"
    links = [entity for entity in entities if entity.schema.edge]
    assert sorted(role for link in links for role in link.get("role")) == kinds(found)
    ids = {entity.id for entity in entities}
    assert all(
        end in ids
        for link in links
        for name in (link.schema.source_prop, link.schema.target_prop)
        for end in link.get(name)
    )


def test_followthemoney_has_the_sentence_its_publisher_and_its_address():
    lines = [json.loads(line) for line in exported("ftm", view("actors")).splitlines()]
    charge = next(each["properties"] for each in lines if each["properties"].get("role") == ["Charge"])
    assert charge["sourceUrl"] == ["https://news.example/1"]
    assert charge["summary"] == ["Oslo police charged Ada Example with aiding fraud in March 2023."]
    assert (charge["startDate"], charge["endDate"]) == (["2023-03-01"], ["2023-03-31"])


@pytest.mark.parametrize(
    "format", ["csv", "neo4j", "cytoscape", "ftm", "gexf", "graphml", "svg", "timeline", "dossier"]
)
def test_the_same_view_gives_the_same_bytes(format: str):
    assert exported(format, view("events")) == exported(format, view("events"))


@pytest.fixture(scope="module")
def nasty() -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph(name="nasty")
    for number, name in enumerate(NASTY):
        graph.add_node(f"n{number}{name}", label=name, type=name, amount=10**20)
        graph.add_edge(f"n0{NASTY[0]}", f"n{number}{name}", key=name, kind=name, weight=1.0, facts=name, first="2020")
    return graph


@pytest.mark.parametrize("format", ["csv", "neo4j", "cytoscape", "ftm"])
def test_no_name_makes_a_format_lose_anything(format: str, nasty: nx.MultiDiGraph):
    out = io.BytesIO()
    formats.load("kg.export", format).write(nasty, out, {})
    written = out.getvalue()
    if format in ("csv", "neo4j"):
        counts = [len(rows) for rows in tables(written).values()]
    elif format == "cytoscape":
        read = nx.cytoscape_graph(json.loads(written))
        counts = [len(read), read.number_of_edges()]
        assert facts_of(read) == facts_of(nasty)
    else:
        schemata = [model.get_proxy(json.loads(line), cleaned=False).schema.edge for line in written.splitlines()]
        counts = [schemata.count(False), schemata.count(True)]
    assert counts == [len(nasty), nasty.number_of_edges()]


def facts_of(graph: nx.MultiDiGraph) -> list[tuple[object, ...]]:
    return sorted((source, target, about["kind"], about["facts"]) for source, target, about in graph.edges(data=True))


# ---------------------------------------------------------------- the command


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "store") as made:
        made.load(STORE.quads())
    return tmp_path / "store"


def kg(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, [str(each) for each in arguments], prog_name="kg")
    return result.exit_code, result.output


@pytest.mark.parametrize("format", sorted(set(formats.names("kg.export")) - {*RDF, "html"}))
def test_every_format_of_a_view_goes_to_a_file(format: str, folder: Path, tmp_path: Path):
    code, output = kg("export", "--store", folder, "--view", "actors", "--format", format, "-o", tmp_path / "file")
    assert (code, output) == (0, "")
    assert (tmp_path / "file").stat().st_size > 100


@pytest.mark.parametrize(
    ("option", "value", "known"),
    [("--format", "visio", ["gexf", "turtle", "html"]), ("--view", "people", ["actors", "sources"])],
)
def test_an_unknown_view_or_format_lists_those_that_exist(option: str, value: str, known: list[str], folder: Path):
    code, output = kg("export", "--store", folder, "--format", "gexf", option, value)
    assert code == 2
    assert all(name in output for name in known)


def test_an_empty_view_says_so_and_writes_nothing(folder: Path, tmp_path: Path):
    (tmp_path / "old.gexf").write_text("old")
    for target in ("old.gexf", "new.gexf"):
        code, output = kg("export", "--store", folder, "--format", "gexf", "--country", "DE", "-o", tmp_path / target)
        assert code == 2
        assert "the view events is empty" in output
    assert (tmp_path / "old.gexf").read_text() == "old"
    assert not (tmp_path / "new.gexf").exists()


def test_a_failing_format_leaves_the_old_file(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "old.gexf").write_text("old")
    monkeypatch.setattr("kg.export.gexf.write", full)
    code, _ = kg("export", "--store", folder, "--format", "gexf", "-o", tmp_path / "old.gexf")
    assert code == 2
    assert (tmp_path / "old.gexf").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["old.gexf", "store"]


def test_questions_answer_as_table_or_json(folder: Path):
    code, output = kg("graph", "path", "Oslo police", "Examplegram", "--store", folder)
    assert code == 0
    assert "Charge" in output
    code, output = kg("graph", "central", "--store", folder, "--format", "json", "--status", "all")
    assert json.loads(output)[0]["name"] == "Examplegram"
    assert kg("graph", "compare", folder, folder) == (0, "no difference\n")
    assert kg("graph", "communities", "--store", folder)[0] == kg("graph", "stats", "--store", folder)[0] == 0


def test_a_notebook_has_facts_graphs_and_pictures(folder: Path):
    import kg as package

    with package.open(folder) as notebook:
        facts = notebook.facts()
        assert facts.set_index("id").loc["fact/1", "target"] == "Ada Example"
        assert set(notebook.graph("actors")) == set(view("actors", graph.Filters()))
        assert "Ada Example" in notebook.picture("actors")._repr_svg_()
        assert "actors" in repr(notebook)
