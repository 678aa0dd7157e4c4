"""GEXF 1.3 for Gephi: typed columns, kinds kept apart, dynamic intervals, colours, sizes and places.

What Gephi's importer asks for: an edge is (source, target, `kind`), and two of one kind would be merged; times are
whole days; an interval's start is never after its end; colours are numbers. The elements of `viz` are in the
namespace of the rest, as the official schema has it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import IO, Any

from kg.drawing import layout, style
from kg.export import _xml
from kg.rdf.proof import Proof

SUFFIX = ".gexf"

SPACE = "http://gexf.net/1.3"
HEAD = f'<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="{SPACE}" xmlns:viz="{SPACE}" version="1.3">\n'
TIME = 'mode="dynamic" timeformat="date" timerepresentation="interval"'
GRAPH = f'  <graph defaultedgetype="directed" idtype="string" {TIME}>\n'
VALUE = '<attvalue for="%s" value="%s"/>'
OWN = frozenset({"label", "weight"})  # which are attributes of the element itself


def write(graph: Any, stream: IO[bytes], proofs: Mapping[str, tuple[Proof, ...]]) -> None:
    """Writes a view; the ids of the facts behind an edge are its attribute `facts`."""
    _xml.send(_lines(graph), stream)


def _lines(graph: Any) -> Iterator[str]:
    nodes = _xml.columns(_xml.rows(graph.nodes(data=True)), OWN)
    edges = _xml.columns(_xml.rows(graph.edges(data=True)), OWN)
    node_cells, edge_cells = (_xml.cells(columns, VALUE, _xml.escaped) for columns in (nodes, edges))
    degree = layout.degrees(graph)
    places = layout.places(graph, degree)
    ids = {id: _xml.identifier(id) for id, _ in graph.nodes(data=True)}
    yield HEAD
    yield f"  <meta><creator>kg</creator><description>{_xml.content(_description(graph))}</description></meta>\n"
    yield GRAPH
    yield from _declared("node", nodes)
    yield from _declared("edge", edges)
    yield "    <nodes>\n"
    for id, about in graph.nodes(data=True):
        yield _node(id, ids[id], about, node_cells, places[id], degree)
    yield "    </nodes>\n    <edges>\n"
    for number, (source, target, about) in enumerate(graph.edges(data=True)):
        yield _edge(number, ids[source], ids[target], about, edge_cells)
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _description(graph: Any) -> str:
    return f"Knowledge graph of platform regulation, view {graph.graph.get('name', '')}".strip()


def _declared(of: str, columns: Mapping[str, str]) -> Iterator[str]:
    yield f'    <attributes class="{of}" mode="static">\n'
    for name, kind in columns.items():
        yield f'      <attribute id={_xml.quoted(name)} title={_xml.quoted(name)} type="{kind}"/>\n'
    yield "    </attributes>\n"


def _node(
    id: str, name: str, about: Mapping[str, Any], cells: _xml.Cells, place: tuple[float, float], degree: Counter[str]
) -> str:
    r, g, b = style.of_node(about)
    return (
        f"      <node id={name} label={_xml.quoted(str(about.get('label', id)))}{_time(about)}>"
        f'<attvalues>{_xml.written(about, cells)}</attvalues><viz:color r="{r}" g="{g}" b="{b}"/>'
        f'<viz:position x="{place[0]}" y="{place[1]}" z="0.0"/><viz:size value="{style.size(degree[id])}"/></node>\n'
    )


def _edge(number: int, source: str, target: str, about: Mapping[str, Any], cells: _xml.Cells) -> str:
    kind = str(about.get("kind", ""))
    shown, (r, g, b) = _xml.quoted(kind), style.colour(kind)
    return (
        f'      <edge id="{number}" source={source} target={target} kind={shown}'
        f' label={shown} weight="{_xml.weight(about.get("weight"))}"{_time(about)}>'
        f'<attvalues>{_xml.written(about, cells)}</attvalues><viz:color r="{r}" g="{g}" b="{b}"/></edge>\n'
    )


def _time(about: Mapping[str, Any]) -> str:
    days = _xml.interval(about.get("first"), about.get("last")) if "first" in about or "last" in about else None
    return f' start="{days[0]}" end="{days[1]}"' if days else ""
