"""A view as a list of what happened, in the order of time: what a timeline draws and a dossier tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kg.export import _xml


@dataclass(frozen=True, slots=True)
class Telling:
    """One event of a view, or one edge where the view has no events: `days` are its first and last ISO 8601 day."""

    label: str
    type: str
    days: tuple[str, str] | None
    about: dict[str, Any]
    parts: tuple[tuple[str, str], ...]


def tellings(graph: Any) -> list[Telling]:
    """Every event node with its roles, and every edge that is no role of one; what has no date comes last."""
    labels = {id: str(about.get("label", id)) for id, about in graph.nodes(data=True)}
    events = {id for id, about in graph.nodes(data=True) if about.get("facts")}
    roles: dict[str, list[tuple[str, str]]] = {id: [] for id in events}
    found = []
    for source, target, about in graph.edges(data=True):
        kind = str(about.get("kind", ""))
        if source in events:
            roles[source].append((kind.partition(" (")[0], labels[target]))
        elif target in events:
            roles[target].append((kind.partition(" (")[0], labels[source]))
        else:
            found.append(_telling(f"{labels[source]} → {labels[target]}: {kind}", kind, about, ()))
    found += [
        _telling(labels[id], str(about.get("type", "")), about, tuple(roles[id]))
        for id, about in graph.nodes(data=True)
        if id in events
    ]
    return sorted(found, key=lambda each: (each.days is None, each.days or ("", ""), each.label))


def _telling(label: str, type: str, about: dict[str, Any], parts: tuple[tuple[str, str], ...]) -> Telling:
    return Telling(label, type, _xml.interval(about.get("first"), about.get("last")), about, parts)
