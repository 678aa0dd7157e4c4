"""What Gephi's importers drop, warn of or fail at, as a lint: an empty list is a file that comes in whole."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

GEXF_TYPES = {"boolean", "integer", "long", "float", "double", "string", "liststring", "listinteger", "listdouble"}
GRAPHML_TYPES = {"boolean", "int", "long", "float", "double", "string"}
DECIMALS = ("double", "float")
RANGES = {"integer": 2**31, "int": 2**31, "long": 2**63}
ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def complaints(data: bytes) -> list[str]:
    """Everything that Gephi would not take as it is meant."""
    text = data.decode("utf-8")
    if ILLEGAL.search(text):
        return ["a character that XML forbids: the file cannot be read"]
    root = ET.fromstring(data)
    check = {"gexf": _gexf, "graphml": _graphml}[_local(root)]
    return [*check(root), *_lone_blanks(text)]


def _gexf(root: ET.Element) -> Iterator[str]:
    graph = next(each for each in root if _local(each) == "graph")
    if root.get("version") != "1.3":
        yield "a version that is deprecated"
    if _all(root, "options"):
        yield "<options>, which the importer fails at"
    columns = {(table.get("class"), c.get("id")): c.get("type") for table in _all(graph, "attributes") for c in table}
    yield from (f"a column of type {type} is dropped" for type in columns.values() if type not in GEXF_TYPES)
    for kind in ("node", "edge"):
        for element in _all(graph, kind):
            yield from _time(element, graph)
            yield from _look(element)
            for value in _all(element, "attvalue"):
                yield from _typed(columns.get((kind, value.get("for"))), value.get("value", ""))
    nodes, edges = _all(graph, "node"), _all(graph, "edge")
    if any(edge.get("type", graph.get("defaultedgetype")) != graph.get("defaultedgetype") for edge in edges):
        yield "an edge of another type than the graph is dropped"
    yield from _ends(nodes, [(edge, edge.get("kind"), edge.get("weight")) for edge in edges])
    places = [(p.get("x"), p.get("y")) for p in _all(graph, "position")]
    if len(places) > 1 and len(set(places)) == 1:
        yield "all nodes in one place: the importer scatters them"


def _time(element: ET.Element, graph: ET.Element) -> Iterator[str]:
    start, end = element.get("start"), element.get("end")
    if element.get("timestamp") and (start or end):
        yield "both a timestamp and an interval"
    for day in (start, end):
        if day and (graph.get("timeformat") != "date" or not re.fullmatch(r"\d{4}-\d\d-\d\d", day)):
            yield f"the time {day} is dropped"
    if start and end and start > end:
        yield f"an interval that ends before it starts: {start} to {end}"


def _look(element: ET.Element) -> Iterator[str]:
    for colour in _all(element, "color"):
        if not all(0 <= int(colour.get(channel, "-1")) <= 255 for channel in "rgb"):
            yield "a colour without r, g and b"


def _graphml(root: ET.Element) -> Iterator[str]:
    keys = {}
    for key in _all(root, "key"):
        if key.get("attr.type") not in GRAPHML_TYPES:
            yield f"the column {key.get('attr.name')} of type {key.get('attr.type')} is dropped"
        if key.get("id") in ("d3", "d7") or key.get("id") in keys:
            yield f"a key with the id {key.get('id')}, which means something else"
        keys[key.get("id")] = key
    heavy = {id for id, key in keys.items() if key.get("attr.name") == "weight"}
    edges = []
    for edge in _all(root, "edge"):
        weights = [data.text for data in edge if data.get("key") in heavy]
        edges.append((edge, edge.get("label"), weights[0] if weights else "1.0"))
    for element in (*_all(root, "node"), *_all(root, "edge")):
        for data in _all(element, "data"):
            key = keys.get(data.get("key"))
            yield from _typed(key.get("attr.type") if key is not None else None, data.text or "")
    yield from _ends(_all(root, "node"), edges)


def _ends(nodes: list[ET.Element], edges: list[tuple[ET.Element, str | None, str | None]]) -> Iterator[str]:
    ids = [node.get("id") for node in nodes]
    if len(set(ids)) < len(ids):
        yield "two nodes with one id"
    seen = set()
    for edge, kind, weight in edges:
        ends = (edge.get("source"), kind, edge.get("target"))
        if not {ends[0], ends[2]} <= set(ids):
            yield f"an edge to a node that is not there: {ends}"
        if kind is None or ends in seen:
            yield f"edges that are merged: {ends}"
        if not float(weight or 0) > 0:
            yield f"an edge that weighs {weight} is removed"
        seen.add(ends)


def _typed(type: str | None, value: str) -> Iterator[str]:
    if type is None:
        yield f"a value without a column: {value}"
    elif type == "boolean" and value not in ("true", "false"):
        yield f"{value} is no boolean"
    elif type in RANGES and not (re.fullmatch(r"-?\d+", value) and abs(int(value)) <= RANGES[type]):
        yield f"{value} is no {type}"
    elif type in DECIMALS and not re.fullmatch(r"-?\d+(\.\d+)?(e[+-]?\d+)?", value):
        yield f"{value} is not a number"


def _lone_blanks(text: str) -> Iterator[str]:
    """In text between tags a blank that stands alone beside an escape is lost: the reader takes it for white space."""
    for content in re.findall(r"<data [^>]*>([^<]*)</data>", text):
        parts = re.split(r"&[^;]*;", content)
        if len(parts) > 1 and any(part and not part.strip(" \t\n\r") for part in parts):
            yield f"a blank that is lost: {content!r}"


def _all(root: ET.Element, name: str) -> list[ET.Element]:
    return [element for element in root.iter() if _local(element) == name]


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]
