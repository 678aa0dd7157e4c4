"""Every export is read by others as what it says."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import DefaultGraph, Quad, RdfFormat, parse
from rdflib.compare import isomorphic
from samples import DOCUMENT, ENTITIES, FACTS

from kg import emit, formats
from kg.export import RDF
from kg.vocabulary import PREG

QUADS = [*emit.quads(DOCUMENT, FACTS, ENTITIES), *emit.view(FACTS, ENTITIES)]
RECORD = {quad.triple for quad in QUADS if quad.graph_name != DefaultGraph()}
WHOLE = {"trig": RdfFormat.TRIG, "nquads": RdfFormat.N_QUADS, "jsonld": RdfFormat.JSON_LD}
UNION = {"turtle": RdfFormat.TURTLE, "rdfxml": RdfFormat.RDF_XML}
RDFLIB = {"trig": "trig", "nquads": "nquads", "jsonld": "json-ld", "turtle": "turtle", "rdfxml": "xml"}
RAPPER = {"turtle": "turtle", "nquads": "nquads", "rdfxml": "rdfxml"}


def written(format: str, quads: list[Quad] = QUADS) -> bytes:
    stream = io.BytesIO()
    formats.load("kg.export", format).write(iter(quads), stream)
    return stream.getvalue()


def test_every_format_says_its_suffix():
    assert set(RDF) == {*WHOLE, *UNION}
    suffixes = [formats.load("kg.export", name).SUFFIX for name in formats.names("kg.export")]
    assert all(suffix.startswith(".") for suffix in suffixes)
    assert len(set(suffixes)) == len(suffixes)


@pytest.mark.parametrize("format", WHOLE)
def test_a_format_with_graphs_has_every_quad(format: str):
    assert set(parse(written(format), format=WHOLE[format])) == set(QUADS)
    dataset = rdflib.Dataset()
    dataset.parse(data=written(format), format=RDFLIB[format])
    assert len(list(dataset.quads())) == len(set(QUADS))


@pytest.mark.parametrize("format", UNION)
def test_a_format_without_graphs_has_the_union_of_the_records_and_nothing_of_the_view(format: str):
    assert {quad.triple for quad in parse(written(format), format=UNION[format])} == RECORD
    assert len(rdflib.Graph().parse(data=written(format), format=RDFLIB[format])) == len(RECORD)


def test_turtle_and_rdfxml_are_the_same_graph():
    one, other = (rdflib.Graph().parse(data=written(format), format=RDFLIB[format]) for format in UNION)
    assert isomorphic(one, other)


@pytest.mark.skipif(not shutil.which("rapper"), reason="rapper is not installed")
@pytest.mark.parametrize("format", RAPPER)
def test_rapper_reads_as_many_triples(format: str, tmp_path: Path):
    (tmp_path / "file").write_bytes(written(format))
    command = [
        "rapper",
        "-q",
        "-i",
        RAPPER[format],
        "-o",
        "ntriples",
        str(tmp_path / "file"),
        "https://w3id.org/preg/id/",
    ]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert len(lines) == (len(set(QUADS)) if format in WHOLE else len(RECORD))


@pytest.mark.parametrize("format", [*WHOLE, *UNION])
def test_the_order_of_the_quads_does_not_show(format: str):
    assert written(format) == written(format, QUADS[::-1])


@pytest.mark.parametrize("format", [*WHOLE, *UNION])
def test_an_empty_store_is_an_empty_file_of_its_format(format: str):
    assert QUADS[0].subject.value.encode() not in written(format, [])


def test_json_ld_is_compact_and_fetches_no_context():
    document = json.loads(written("jsonld"))
    assert document["@context"]["@vocab"] == PREG
    (record,) = [node for node in document["@graph"] if "@graph" in node]
    charge = next(node for node in record["@graph"] if node["@id"] == "id:fact/1")
    assert (charge["@type"], charge["agent"]) == ("Charge", {"@id": "id:body/oslo-police"})
