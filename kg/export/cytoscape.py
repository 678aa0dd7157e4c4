"""Cytoscape JSON (.cyjs): for Cytoscape, Cytoscape.js, networkx (`value` and `key`) and what else reads it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import IO, Any

from kg.drawing import layout, style
from kg.export import _xml
from kg.rdf.proof import Proof

SUFFIX = ".cyjs"


def write(graph: Any, stream: IO[bytes], proofs: Mapping[str, tuple[Proof, ...]]) -> None:
    """Writes a view with its places; the colour of a node or edge is its datum `colour`."""
    _xml.send(_parts(graph), stream)


def _parts(graph: Any) -> Iterator[str]:
    places = layout.places(graph, layout.degrees(graph))
    name = _json({"name": graph.graph.get("name", "")})
    yield f'{{"directed": true, "multigraph": true, "data": {name}, "elements": {{"nodes": ['
    for number, (id, about) in enumerate(graph.nodes(data=True)):
        x, y = places[id]
        data = {
            **about,
            "id": id,
            "value": id,
            "name": about.get("label", id),
            "colour": style.hexadecimal(style.of_node(about)),
        }
        yield f"{',' if number else ''}\n{_json({'data': data, 'position': {'x': x, 'y': -y}})}"
    yield '],\n"edges": ['
    for number, (source, target, about) in enumerate(graph.edges(data=True)):
        ends = {
            "id": f"edge-{number}",
            "source": source,
            "target": target,
            "interaction": about.get("kind"),
            "key": about.get("kind"),
        }
        data = {**about, **ends, "colour": style.hexadecimal(style.colour(str(about.get("kind", ""))))}
        yield f"{',' if number else ''}\n{_json({'data': data})}"
    yield "]}}\n"


def _json(value: Mapping[str, Any]) -> str:
    """ASCII, so that no name can break it; what is not known is left out."""
    return json.dumps(value, default=str)
