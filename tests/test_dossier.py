"""A dossier tells what happened with quotes and links, and follows nobody's mark-up."""

from __future__ import annotations

import io
import re

import networkx as nx
from pictures import EVERYTHING, exported, view

from kg.export import dossier
from kg.graph import Filters
from kg.rdf.event import Source
from kg.rdf.proof import Proof


def test_a_dossier_of_an_actor_has_only_what_the_actor_takes_part_in():
    told = exported("dossier", view("events", Filters(about="Ada Example"))).decode()
    assert told.startswith("# Ada Example\n")
    assert "charge: Ada Example" in told
    assert "Bo Sample" not in told


def test_each_entry_has_its_day_roles_quote_and_link():
    told = exported("dossier", view("events", EVERYTHING)).decode()
    assert "## 2023-03-01 to 2023-03-31: charge: Ada Example" in told
    assert "- agent: Oslo police" in told
    assert "> Oslo police charged Ada Example with aiding fraud in March 2023." in told
    assert "[A busy week, The Day, 2023-04-01](<https://news.example/1>)" in told
    assert "reported: ban: Examplegram (threatened)" in told


def test_entries_are_in_the_order_of_time():
    told = exported("dossier", view("events", EVERYTHING)).decode()
    assert told.index("charge: Ada Example") < told.index("fine: Examplegram")


def test_names_and_quotes_cannot_add_mark_up_or_links():
    graph = nx.MultiDiGraph(about="# [x](javascript:alert(1))")
    graph.add_node("a", label="<script>\n## b", type="Person")
    graph.add_edge("a", "a", kind="Fine", weight=1.0, facts="fact/1")
    source = Source("d", "![p](http://x.example)", url="javascript:alert(1)")
    out = io.BytesIO()
    dossier.write(graph, out, {"fact/1": (Proof("fact/1", "`q` | <img>", "r", "s", source),)})
    told = out.getvalue().decode()
    assert "<script>" not in told
    assert not re.search(r"(?<!\\)\]\(", told)
    assert "\n## b" not in told
