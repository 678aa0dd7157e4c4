"""The page stands alone, and no name or quote can leave its place."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import networkx as nx
import pytest
from pictures import exported, view

from kg import page
from kg.errors import KgError

SCRIPT = "// what draws"
HOSTILE = "</script><script>alert(1)</script><!-- %DATA% %SCRIPT% \ud800 \x00"


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A front end that draws nothing: what the page holds does not depend on it."""
    (tmp_path / page.SCRIPT).write_text(SCRIPT)
    (tmp_path / page.LICENCES).write_text("MIT")
    monkeypatch.setattr(page, "BUILT", tmp_path)


def data(written: bytes) -> dict[str, list[dict[str, object]]]:
    found = re.search(r'<script id="data" type="application/json">(.*?)</script>', written.decode(), re.DOTALL)
    assert found
    return json.loads(found[1])


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("name", ["actors", "events", "sources", "cases"])
def test_the_page_has_every_node_edge_and_sentence(name: str):
    found, read = view(name), data(exported("html", view(name)))
    assert [node["id"] for node in read["nodes"]] == list(found)
    assert sorted(str(edge["kind"]) for edge in read["edges"]) == sorted(kind for *_, kind in found.edges(data="kind"))
    for edge in read["edges"]:
        assert all(read["proofs"][fact] for fact in edge["about"]["facts"].split())  # type: ignore[index]


@pytest.mark.usefixtures("built")
def test_an_edge_has_its_status():
    statuses = {edge["kind"]: edge["status"] for edge in data(exported("html", view("actors")))["edges"]}
    assert (statuses["Fine"], statuses["Ban (threatened)"]) == ("actual", "threatened")


@pytest.mark.usefixtures("built")
def test_no_name_can_leave_its_place():
    graph = nx.MultiDiGraph(name=HOSTILE)
    graph.add_node("a", label=HOSTILE, type=HOSTILE)
    graph.add_edge("a", "a", kind=HOSTILE, weight=1.0, about=HOSTILE)
    written = exported("html", graph)
    assert b"<script>alert" not in written
    assert written.count(b"</script>") == 2
    assert data(written)["nodes"][0]["label"] == HOSTILE


@pytest.mark.usefixtures("built")
def test_the_page_asks_for_nothing():
    written = exported("html", view("actors")).decode()
    assert "default-src 'none'" in written
    assert not re.findall(r'(?:src|href)="?https?:', written)


def test_without_its_script_the_page_says_what_to_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(page, "BUILT", tmp_path)
    with pytest.raises(KgError, match="make page"):
        exported("html", view("actors"))


@pytest.mark.skipif(not (page.BUILT / page.SCRIPT).is_file(), reason="`make page` builds the script")
def test_a_node_is_found_and_its_quote_read_in_a_browser(tmp_path: Path):
    tools = pytest.importorskip("playwright.sync_api")
    browser_path = shutil.which("chromium")
    if not browser_path:
        pytest.skip("no browser here")
    (tmp_path / "page.html").write_bytes(exported("html", view("actors")))
    flags = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
    with tools.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=flags)
        opened = browser.new_page()
        errors: list[str] = []
        opened.on("pageerror", lambda error: errors.append(str(error)))
        opened.goto((tmp_path / "page.html").as_uri())
        opened.wait_for_selector("body[data-ready=yes]")
        opened.fill("#search", "ada")
        opened.click("#hits button")
        opened.click("#panel li button >> text=Charge")
        assert "Oslo police charged Ada Example" in opened.text_content("#panel blockquote")
        opened.uncheck("#statuses input[value=threatened]")
        assert "6 edges" in opened.text_content("#count")
        assert errors == []
        browser.close()
