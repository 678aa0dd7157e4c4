"""Who is charged with what, by whom and where: persons and companies, offences, authorities, countries."""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph import _country
from kg.graph._canvas import Canvas
from kg.rdf.event import Event
from kg.vocabulary import is_a

CRIMINAL = frozenset({"Charge", "Arrest", "Release", "Warrant", "Conviction", "Acquittal", "Sentence"})


def draw(canvas: Canvas, events: Iterable[Event]) -> None:
    """From the authority to the accused, and from the accused to the offence and to the country, one kind an event."""
    for event in (each for each in events if each.type in CRIMINAL):
        authorities = [thing for thing in event.fill("agent") if is_a(thing.type, "Actor")]
        for accused in event.fill("target"):
            canvas.thing(accused)
            for authority in authorities:
                canvas.edge(canvas.thing(authority), accused.id, event.type, event)
            for offence in event.fill("matter", "law"):
                type = "Offence" if offence.type == "Phrase" else offence.type
                node = canvas.node(offence.id, offence.label, type, wikidata=offence.wikidata)
                canvas.edge(accused.id, node, event.type, event)
            for code in _country.of_event(event):
                canvas.edge(
                    accused.id, canvas.node(f"country/{code}", _country.name(code), "Country"), event.type, event
                )
