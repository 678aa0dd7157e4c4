"""One self-contained page for a browser, without network: search, filters by type, status and time, quotes on click."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import IO, Any

from kg import page
from kg.drawing import layout, style
from kg.export import _xml
from kg.rdf.proof import Proof

SUFFIX = ".html"


def write(graph: Any, stream: IO[bytes], proofs: Mapping[str, tuple[Proof, ...]]) -> None:
    """Writes a view; raises KgError, with what to run, where the script of the page was not built."""
    name = graph.graph.get("about") or graph.graph.get("name") or "graph"
    gaps = {"TITLE": html.escape(_xml.UNPRINTABLE.sub("\ufffd", str(name))), "SCRIPT": page.built(page.SCRIPT)}
    gaps["LICENCES"] = page.built(page.LICENCES)
    _xml.send(_parts(re.split("%([A-Z]+)%", page.frame()), gaps, graph, proofs), stream)


def _parts(
    frame: list[str], gaps: dict[str, str], graph: Any, proofs: Mapping[str, tuple[Proof, ...]]
) -> Iterator[str]:
    for part in frame:
        yield from _data(graph, proofs) if part == "DATA" else (gaps.get(part, part),)


def _data(graph: Any, proofs: Mapping[str, tuple[Proof, ...]]) -> Iterator[str]:
    degree = layout.degrees(graph)
    places = layout.places(graph, degree)
    yield f'{{"loose": {_json(len(graph) > layout.SPRINGS)}, "nodes": ['
    for number, (id, about) in enumerate(graph.nodes(data=True)):
        type, (x, y) = str(about.get("type", "")), places[id]
        look = {"x": x, "y": y, "size": style.size(degree[id]) / 2, "color": style.hexadecimal(style.of_node(about))}
        label = str(about.get("label", id))
        node = {"id": id, "label": label, "type": type, **look, "about": _rest(about)}
        yield f"{',' if number else ''}\n{_json(node)}"
    yield '],\n"edges": ['
    for number, (source, target, about) in enumerate(graph.edges(data=True)):
        kind = str(about.get("kind", ""))
        look = {"color": style.hexadecimal(style.colour(kind)), "status": _status(kind), "about": _rest(about)}
        yield f"{',' if number else ''}\n{_json({'source': source, 'target': target, 'kind': kind, **look})}"
    yield '],\n"proofs": {'
    for number, (fact, sentences) in enumerate(proofs.items()):
        yield f"{',' if number else ''}\n{_json(fact)}: {_json([_proof(sentence) for sentence in sentences])}"
    yield "}}"


def _rest(about: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in about.items() if name not in ("label", "type", "kind") and value is not None}


def _status(kind: str) -> str:
    """What an edge is marked with: "Ban (threatened)" is "threatened"."""
    return kind.rpartition(" (")[2].removesuffix(")") if kind.endswith(")") else "actual"


def _proof(proof: Proof) -> dict[str, str | None]:
    source = proof.source
    return {
        "quote": proof.quote, "rule": proof.rule, "status": proof.status, "title": source.title or source.id,
        "publisher": source.publisher, "date": source.date, "url": source.url,
    }  # fmt: skip


def _json(value: object) -> str:
    """ASCII in which no tag can begin."""
    return json.dumps(value, default=str).replace("<", "\\u003c")
