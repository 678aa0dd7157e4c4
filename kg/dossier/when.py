"""When an event was: as the documents say it, else by the day of the first of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kg.model import Document, Happening
from kg.rdf import literal


class When(NamedTuple):
    """The first day (ISO 8601, "" where nothing tells it), what the text says, and whether the text says it at all."""

    day: str
    words: str
    told: bool


def when(event: Happening, documents: Mapping[str, Document]) -> When:
    """The sharpest time that the documents tell; without one, the date of the earliest document."""
    spans = []
    for filler in event.args.get("time", ()):
        start, end, _ = literal.bounds(filler.value or "")
        first = start or end
        if first is not None and len(first.value) == len("2024-08-28"):
            votes = sum(any(f.value == filler.value for f in fact.args.get("time", ())) for fact in event.facts)
            spans.append((len(filler.value or "") > len("2024-08-28"), -len(filler.value or ""), -votes, first.value))
    if spans:
        day = min(spans)[3]
        return When(day, next(f.value or "" for f in event.args["time"] if _first(f.value) == day), True)
    dates = sorted(date for fact in event.facts if (date := documents[fact.doc].date))
    return When(dates[0], f"by {dates[0]}", False) if dates else When("", "", False)


def _first(value: str | None) -> str | None:
    start, end, _ = literal.bounds(value or "")
    first = start or end
    return first.value if first is not None else None
