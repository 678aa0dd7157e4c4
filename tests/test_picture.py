"""Pictures show names, and what is not actual differently."""

from __future__ import annotations

import io

import networkx as nx
import pytest
from pictures import exported, view

from kg.drawing import layout, style
from kg.export import svg


def test_a_graph_is_drawn_with_its_names_kinds_and_a_legend():
    drawn = exported("svg", view("actors")).decode()
    assert all(word in drawn for word in ("Ada Example", "Examplegram", "Ban (threatened)", "Regulator"))


@pytest.mark.parametrize("format", ["svg", "timeline", "png", "timelinepng"])
@pytest.mark.parametrize("name", ["actors", "events"])
def test_every_picture_is_one_and_the_same_each_time(format: str, name: str):
    drawn = exported(format, view(name))
    assert drawn == exported(format, view(name))
    assert drawn.startswith(b"\x89PNG" if format in ("png", "timelinepng") else b"<?xml")


def test_a_timeline_tells_events_in_order():
    drawn = exported("timeline", view("events")).decode()
    assert drawn.index("charge: Ada Example") < drawn.index("fine: Examplegram")


@pytest.mark.parametrize("label", ["$x^2$ <b> & \x00", "", "x" * 10_000, "שלום 👩", "\ud800"])
def test_any_name_can_be_drawn(label: str):
    graph = nx.MultiDiGraph()
    graph.add_node("a", label=label, type=label)
    graph.add_edge("a", "a", kind=label, weight=1.0)
    out = io.BytesIO()
    svg.write(graph, out, {})
    assert b"</svg>" in out.getvalue()


@pytest.mark.parametrize("nodes", [0, 1, 2, 50, layout.SPRINGS + 5])
def test_no_two_nodes_stand_in_one_place(nodes: int):
    graph = nx.MultiDiGraph(nx.star_graph(nodes - 1)) if nodes else nx.MultiDiGraph()
    places = layout.places(graph, layout.degrees(graph))
    assert len(set(places.values())) == nodes


def test_the_colour_tells_the_type_and_the_status():
    assert style.colour("Person") != style.colour("Platform")
    assert style.colour("Regulator") == style.colour("Ministry")
    assert style.colour("Ban (threatened)") == style.of_node({"type": "Ban", "modality": "threatened"}) == style.FAINT
    assert style.colour("no such type") == style.GREY
