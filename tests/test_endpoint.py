"""A SPARQL endpoint does what the embedded store does; tested against a server on this machine."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, NamedNode
from samples import DOCUMENT, ENTITIES, FACTS

from kg import emit, query
from kg.dossier.account import account, find
from kg.errors import QueryError, StoreError
from kg.rebuild import load, rebuild
from kg.storage.endpoint import Endpoint
from kg.store import Store
from kg.validate import never

SERVER = shutil.which("oxigraph") or str(Path(sys.executable).with_name("oxigraph"))
needs_server = pytest.mark.skipif(not Path(SERVER).exists(), reason="the oxigraph server is not installed")


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    location = tmp_path_factory.mktemp("server")
    command = [SERVER, "serve", "--location", str(location), "--bind", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=10)


def wait_for(port: int) -> None:
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("the server does not start")


def filled(store: Store) -> Store:
    store.replace_document(DOCUMENT.id, emit.quads(DOCUMENT, FACTS, ENTITIES))
    rebuild(store)
    return store


@pytest.fixture
def remote(url: str) -> Iterator[Store]:
    with Store.open(url) as store:
        store.rdf.update("CLEAR ALL")
        yield filled(store)


@needs_server
def test_both_hold_the_same(remote: Store):
    local = filled(Store.memory())
    assert set(remote.quads()) == set(local.quads())
    assert list(remote.facts()) == list(local.facts())
    assert remote.documents() == local.documents()
    assert remote.checksum(DOCUMENT.id) == local.checksum(DOCUMENT.id)


@needs_server
def test_both_answer_the_same(remote: Store):
    local = filled(Store.memory())
    for question in (*query.questions(), "ASK { ?s a preg:Fine }"):
        answers = [sorted(query.rows(query.run(store.rdf, question))) for store in (remote, local)]
        assert answers[0] == answers[1], question
    triples = "CONSTRUCT { ?s a preg:Fine } WHERE { ?s a preg:Fine }"
    assert query.turtle(query.run(remote.rdf, triples)) == query.turtle(query.run(local.rdf, triples))
    assert list(never(remote.rdf)) == list(never(local.rdf))


@needs_server
def test_both_tell_the_same_of_somebody(remote: Store):
    for store in (remote, Store.memory()):
        merged = load(filled(store))
        assert "Nothing in this store says that a court convicted Ada Example." in list(
            account(merged, *find(merged, "Ada Example"))
        )


@needs_server
def test_a_forgotten_document_leaves_nothing(remote: Store):
    remote.remove_document(DOCUMENT.id)
    rebuild(remote)
    assert list(remote.quads()) == []


@needs_server
def test_a_store_moves_to_an_endpoint_and_back(remote: Store, tmp_path: Path):
    before = set(remote.quads())
    remote.backup(tmp_path / "local")
    remote.rdf.update("CLEAR ALL")
    with Store.open(tmp_path / "local") as local:
        remote.load(local.quads())
    assert set(remote.quads()) == before


@needs_server
def test_patterns_are_found_in_one_graph_or_in_all(remote: Store):
    local, graph = filled(Store.memory()), NamedNode("https://w3id.org/preg/id/doc/sample")
    label = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
    for pattern in [
        (None, label, None, graph),
        (None, label, None, DefaultGraph()),
        (None, label, None, None),
        (graph, None, None, graph),
    ]:
        assert set(remote.rdf.quads_for_pattern(*pattern)) == set(local.rdf.quads_for_pattern(*pattern))
    quad = next(iter(local.quads()))
    assert quad in remote.rdf


@needs_server
def test_a_refusal_names_the_address(url: str):
    with pytest.raises(QueryError, match="400"):
        Endpoint(url).query("SELECT nonsense")


@needs_server
def test_three_addresses_name_an_endpoint_that_is_laid_out_otherwise(url: str):
    endpoint = Endpoint(f"{url}/query,{url}/update,{url}/store")
    endpoint.update("CLEAR ALL ; INSERT DATA { <a:a> <a:b> <a:c> }")
    assert len(list(endpoint)) == 1


def test_a_silent_endpoint_is_one_clear_error():
    with pytest.raises(StoreError, match="does not answer"):
        Store.open("http://127.0.0.1:9")
