"""Who acts on which service where: countries to platforms, companies and products."""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph import _country
from kg.graph._canvas import Canvas
from kg.rdf.event import Event
from kg.vocabulary import is_a, relations

SERVICES = ("Platform", "Company", "Product")


def draw(canvas: Canvas, events: Iterable[Event]) -> None:
    """An edge from the country of the place or of those who act to each service that is acted on."""
    for event in (each for each in events if each.type not in relations()):
        for service in event.fill("target", "recipient"):
            if not any(is_a(service.type, type) for type in SERVICES):
                continue
            for code in _country.of_event(event):
                country = canvas.node(f"country/{code}", _country.name(code), "Country")
                canvas.edge(country, canvas.thing(service), event.type, event)
