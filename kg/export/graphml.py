"""GraphML for networkx, igraph, yEd and Gephi: typed columns, kinds kept apart, colours, sizes and places.

What Gephi's importer asks for: the kind of an edge is its XML attribute `label` (parallel edges of one kind would be
merged), and colours, sizes and places are data of those names. Others do not read that attribute, so `kind` repeats it.
GraphML has no time: `first` and `last` are text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import IO, Any

from kg.drawing import layout, style
from kg.export import _xml
from kg.rdf.proof import Proof

SUFFIX = ".graphml"

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
LOOK = {"x": "double", "y": "double", "size": "double", "r": "int", "g": "int", "b": "int"}
DATA = '<data key="OF.%s">%s</data>'
TYPES = {"integer": "int"}  # the others are called the same


def write(graph: Any, stream: IO[bytes], proofs: Mapping[str, tuple[Proof, ...]]) -> None:
    """Writes a view; the ids of the facts behind an edge are its attribute `facts`."""
    _xml.send(_lines(graph), stream)


def _lines(graph: Any) -> Iterator[str]:
    nodes = _xml.columns(_xml.rows(graph.nodes(data=True)), frozenset(LOOK))
    edges = _xml.columns(_xml.rows(graph.edges(data=True)), frozenset({"weight"}))
    node_cells = _xml.cells(nodes, DATA.replace("OF", "node"), _xml.content)
    edge_cells = _xml.cells(edges, DATA.replace("OF", "edge"), _xml.content)
    degree = layout.degrees(graph)
    places = layout.places(graph, degree)
    ids = {id: _xml.identifier(id) for id, _ in graph.nodes(data=True)}
    yield HEAD
    yield from _declared("node", {**nodes, **LOOK})
    yield from _declared("edge", {**edges, "weight": "double"})
    yield '  <graph edgedefault="directed">\n'
    for id, about in graph.nodes(data=True):
        look = _look(style.of_node(about), places[id], degree[id])
        yield f"    <node id={ids[id]}>{_xml.written(about, node_cells)}{look}</node>\n"
    for number, (source, target, about) in enumerate(graph.edges(data=True)):
        yield _edge(number, ids[source], ids[target], about, edge_cells)
    yield "  </graph>\n</graphml>\n"


def _declared(of: str, columns: Mapping[str, str]) -> Iterator[str]:
    for name, kind in columns.items():
        id, title = _xml.quoted(f"{of}.{name}"), _xml.quoted(name)
        yield f'  <key id={id} for="{of}" attr.name={title} attr.type="{TYPES.get(kind, kind)}"/>\n'


def _edge(number: int, source: str, target: str, about: Mapping[str, Any], cells: _xml.Cells) -> str:
    ends = f"source={source} target={target}"
    label = _xml.quoted(str(about.get("kind", "")))
    heavy = f'<data key="edge.weight">{_xml.weight(about.get("weight"))}</data>'
    return f'    <edge id="{number}" {ends} label={label}>{heavy}{_xml.written(about, cells)}</edge>\n'


def _look(colour: style.Colour, place: tuple[float, float], degree: int) -> str:
    r, g, b = colour
    values = {"x": place[0], "y": place[1], "size": style.size(degree), "r": r, "g": g, "b": b}
    return "".join(f'<data key="node.{name}">{value}</data>' for name, value in values.items())
