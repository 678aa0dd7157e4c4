"""Where a view is drawn: nodes and edges with the events behind them, which the graph then sums up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import networkx as nx

from kg import vocabulary
from kg.graph import _country
from kg.rdf.event import ACTUAL, Event, Thing
from kg.vocabulary import relations

Key = tuple[str, str, str]


class Canvas:
    """Things, events and edges, each drawn as often as they come; `graph` merges those that are the same."""

    def __init__(self, name: str, about: str | None = None) -> None:
        self.named = {"name": name, **({"about": about} if about else {})}
        self._nodes: dict[str, dict[str, Any]] = {}
        self._behind: dict[str, list[Event]] = {}
        self._edges: dict[Key, list[Event]] = {}

    def thing(self, thing: Thing) -> str:
        """A node for an entity or a phrase; gives its id."""
        return self.node(thing.id, thing.label, thing.type, country=_country.of(thing), wikidata=thing.wikidata)

    def event(self, event: Event) -> str:
        """A node for an event, which carries the event's own summary; gives its id."""
        self._behind[event.id] = [event]
        return self.node(event.id, title(event), event.type)

    def node(self, id: str, label: str, type: str, **more: str | None) -> str:
        """Any node; gives its id. The first to draw it decides its label."""
        known = {name: text for name, text in more.items() if text}
        self._nodes.setdefault(id, {"label": label, "type": type, **known})
        return id

    def edge(self, source: str, target: str, kind: str, event: Event) -> None:
        """An edge for an event; a status other than actual becomes part of the kind, so that the two never merge."""
        behind = self._edges.setdefault((source, target, marked(kind, event)), [])
        if event not in behind:
            behind.append(event)

    def graph(self) -> nx.MultiDiGraph:
        """Nodes and edges in order, each edge with the sum of its events."""
        graph = nx.MultiDiGraph(**self.named)
        for id in sorted(self._nodes):
            about = summary(self._behind[id]) if id in self._behind else {}
            graph.add_node(id, **self._nodes[id], **about)
        for source, target, kind in sorted(self._edges):
            about = summary(self._edges[source, target, kind])
            graph.add_edge(source, target, key=kind, kind=kind, **about)
            for node in (source, target):
                _widen(graph.nodes[node], about)
        return graph


def marked(kind: str, event: Event) -> str:
    """The kind as it is where the event holds, else with its status: "Ban (threatened)", "ownerOf (claimed)".

    An event that others are the source of is news of its own; a relation that only they assert does not plainly hold.
    """
    status = "claimed" if event.status == ACTUAL and event.said_by and event.type in relations() else event.status
    return kind if status == ACTUAL else f"{kind} ({status})"


def title(event: Event) -> str:
    """An event in a few words: "fine: Examplegram (threatened)"."""
    whom = "; ".join(thing.label for thing in event.fill("target", "object", "law") or event.fill("agent", "subject"))
    return marked(f"{vocabulary.label(event.type)}: {whom}" if whom else vocabulary.label(event.type), event)


def summary(events: Iterable[Event]) -> dict[str, Any]:
    """What the events of one edge have in common: counted, dated, and with the facts that prove them."""
    events = sorted(events, key=lambda event: (event.end or event.start or "", event.id))
    facts = sorted({fact for event in events for fact in event.facts})
    outlets = {source.publisher for event in events for source in event.sources}
    dated = {event.dated for event in events if event.dated}
    last = events[-1]
    known = {
        "weight": float(max(1, min(len(outlets), sum(event.publishers for event in events)))),
        "evidence": sum(event.proofs for event in events),
        "events": len(events),
        "facts": " ".join(facts),
        "polarity": last.polarity,
        "modality": last.modality,
        "first": min((day for event in events if (day := event.start or event.end)), default=None),
        "last": max((day for event in events if (day := event.end or event.start)), default=None),
        "dated": "text" if "text" in dated else next(iter(dated), None),
        "stage": next((event.stage for event in reversed(events) if event.stage), None),
        "about": _words(thing.label for event in events for thing in event.fill("matter", "law", "title")),
        "amount": _words(thing.value or thing.label for event in events for thing in event.fill("amount", "value")),
        "according_to": _words(thing.label for event in events for chain in event.said_by for thing in chain),
    }
    return {name: value for name, value in known.items() if value not in (None, "")}


def _words(found: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(found))


def _widen(node: dict[str, Any], about: dict[str, Any]) -> None:
    """A node is there from the first to the last of its edges."""
    for name, choose in (("first", min), ("last", max)):
        if day := about.get(name):
            node[name] = choose(node.get(name, day), day)
