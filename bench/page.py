"""The interactive page with 5,000 nodes in a headless browser: `python -m bench.page [screenshot.png]`."""

from __future__ import annotations

import io
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

import networkx as nx
from playwright.sync_api import sync_playwright

from kg.export import html
from kg.rdf.event import Source
from kg.rdf.proof import Proof

FLAGS = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--no-first-run"]
TYPES = ("Platform", "Company", "Regulator", "Person", "Court", "Country")
KINDS = ("Fine", "Ban (threatened)", "Investigation", "Order", "Refusal", "Statement")


def main() -> None:
    name = sys.argv[1] if len(sys.argv) > 1 else None
    graph, proofs = example(5_000, 9_000)
    out = io.BytesIO()
    html.write(graph, out, proofs)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as tools:
        file = Path(folder, "page.html")
        file.write_bytes(out.getvalue())
        browser = tools.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(viewport={"width": 1500, "height": 950})
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        start = time.perf_counter()
        page.goto(file.as_uri())
        page.wait_for_selector("body[data-ready=yes]", timeout=60_000)
        ready, size = time.perf_counter() - start, len(out.getvalue()) / 1e6
        print(f"{len(graph)} nodes, {graph.number_of_edges()} edges, {size:.1f} MB, ready in {ready:.1f} s")
        start = time.perf_counter()
        page.fill("#search", "Actor 17")
        page.click("#hits button >> nth=0")
        page.click("#panel li button >> nth=0")
        quote = page.text_content("#panel blockquote")
        print(f"found, clicked and read in {time.perf_counter() - start:.1f} s: {quote!r}")
        page.click("#panel")  # the quote stays
        start = time.perf_counter()
        page.click("#types label >> nth=0")
        print(f"filtered in {time.perf_counter() - start:.1f} s: {page.text_content('#count')}")
        page.click("#types label >> nth=0")
        page.wait_for_timeout(600)
        if name:
            page.screenshot(path=name)
        print(f"addresses asked for besides the page itself: {[url for url in asked if url != file.as_uri()]}")
        browser.close()


def example(nodes: int, edges: int) -> tuple[nx.MultiDiGraph, dict[str, tuple[Proof, ...]]]:
    """A graph in which few are busy, with a sentence for each edge."""
    chance, graph, proofs = random.Random(1), nx.MultiDiGraph(name="actors"), {}
    for number in range(nodes):
        graph.add_node(f"actor/{number}", label=f"Actor {number}", type=TYPES[number % len(TYPES)])
    for number in range(edges):
        one, other = int(nodes * chance.random() ** 3), chance.randrange(nodes)
        kind, year = KINDS[number % len(KINDS)], 2015 + number % 10
        graph.add_edge(
            f"actor/{one}", f"actor/{other}", key=kind, kind=kind, weight=1.0 + number % 4, facts=f"fact/{number}",
            first=f"{year}-03-01", last=f"{year}-03-31",
        )  # fmt: skip
        source = Source(f"doc-{number}", "The Example", f"{year}-04-01", "A <b>busy</b> week", "https://news.example/1")
        quote = f"Actor {one} and actor {other} met the regulator over <script>alert({number})</script> in {year}."
        proofs[f"fact/{number}"] = (Proof(f"fact/{number}", quote, "fine.test", "affirmed, actual", source),)
    return graph, proofs


if __name__ == "__main__":
    main()
