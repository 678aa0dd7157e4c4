"""Actor to actor: who did what to whom, one edge a kind of event."""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph._canvas import Canvas
from kg.rdf.event import Event, Thing
from kg.vocabulary import is_a


def draw(canvas: Canvas, events: Iterable[Event]) -> None:
    """An edge from each who acts to each who is acted on or told; who takes part alone is a node without edges."""
    for event in events:
        doers, others = _actors(event, "agent", "subject"), _actors(event, "target", "recipient", "object")
        for actor in (*doers, *others):
            canvas.thing(actor)
        for doer in doers:
            for other in others:
                canvas.edge(doer.id, other.id, event.type, event)


def _actors(event: Event, *roles: str) -> list[Thing]:
    return [thing for thing in event.fill(*roles) if is_a(thing.type, "Actor") and not thing.id.startswith("phrase/")]
