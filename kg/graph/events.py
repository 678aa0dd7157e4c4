"""Events as nodes between those who fill their roles; standing relations as edges."""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph._canvas import Canvas
from kg.rdf.event import Event, Thing
from kg.vocabulary import relations, roles


def draw(canvas: Canvas, events: Iterable[Event]) -> None:
    """An edge of the role's name to each entity, one called "attribution" to each whose word it is."""
    for event in events:
        if event.type in relations():
            _relation(canvas, event)
            continue
        node = canvas.event(event)
        for role in sorted(roles()):
            for thing in _entities(event.fill(role)):
                canvas.edge(node, canvas.thing(thing), role, event)
        for thing in _entities(thing for chain in event.said_by for thing in chain):
            canvas.edge(node, canvas.thing(thing), "attribution", event)


def _relation(canvas: Canvas, event: Event) -> None:
    for subject in _entities(event.fill("subject")):
        canvas.thing(subject)
        for end in _entities(event.fill("object")):
            canvas.edge(subject.id, canvas.thing(end), event.type, event)


def _entities(things: Iterable[Thing]) -> list[Thing]:
    """Words, times and amounts are the event's attributes and no nodes."""
    return [thing for thing in things if not thing.id.startswith("phrase/")]
