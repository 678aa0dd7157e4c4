"""Who claims what: outlets that report an event, and speakers and papers on whose word they do."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from kg.graph._canvas import Canvas
from kg.rdf.event import Event
from kg.vocabulary import relations


def draw(canvas: Canvas, events: Iterable[Event]) -> None:
    """Outlets "report" events, the nearest source "claims" them, and each further one "informs" the one before it."""
    for event in events:
        node = canvas.event(event)
        for source in event.sources:
            outlet = canvas.node(f"outlet/{source.publisher}", source.publisher, "MediaOutlet")
            canvas.edge(outlet, node, "reports", event)
        for chain in event.said_by:
            speakers = [canvas.thing(thing) for thing in chain]
            canvas.edge(speakers[0], node, "claims", event)
            for nearer, further in pairwise(speakers):
                canvas.edge(further, nearer, "informs", event)
        if event.type not in relations():
            for thing in event.fill("agent", "target"):
                canvas.edge(node, canvas.thing(thing), "concerns", event)
