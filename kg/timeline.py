"""The events of somebody or of a case in the order of time: as rows, and as a picture (SVG)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape
from typing import NamedTuple

from kg import wording
from kg.account import find
from kg.case import Case, cases, holds
from kg.errors import UnknownName
from kg.merge import Merged
from kg.model import Happening
from kg.vocabulary import label, relations
from kg.when import When, when

WIDTH, LINE, LEFT, TOP = 900, 46, 150, 60
COLOURS = {"holds": "#1b5e8c", "claim": "#b36b00", "not so": "#8a8a8a"}


class Row(NamedTuple):
    """One event: when, what, the stage that it puts its target in, how it is told, who reports it."""

    when: str
    what: str
    stage: str
    status: str
    publishers: int
    documents: str


def timeline(merged: Merged, name: str) -> tuple[str, list[tuple[When, Happening]]]:
    """A title and the events of a case (by its id) or of everybody of that name, in the order of time.

    Raises UnknownName where there is neither.
    """
    if name.startswith("case/"):
        case = _case(merged, name)
        return f"{case.label}: {case.id}", list(case.events)
    entities = find(merged, name)
    ids = {entity.id for entity in entities}
    events = [event for event in merged.events if event.type not in relations() and ids & _cast(event)]
    dated = ((when(event, merged.documents), event) for event in events)
    title = ", ".join(f"{entity.label} ({entity.id})" for entity in entities)
    return title, sorted(dated, key=lambda pair: (pair[0].day, pair[1].id))


def rows(events: Iterable[tuple[When, Happening]]) -> Iterator[Row]:
    """The events as rows of a table."""
    for at, event in events:
        documents = ", ".join(sorted({fact.doc for fact in event.facts}))
        stage = label(event.stage) if event.stage else ""
        yield Row(at.words or "unknown", wording.sentence(event), stage, status(event), event.publishers, documents)


def status(event: Happening) -> str:
    """How an event is told: "actual", or what it is instead."""
    return event.modality if event.polarity == "affirmed" else f"negated, {event.modality}"


def picture(title: str, events: list[tuple[When, Happening]]) -> str:
    """An SVG drawing: one line an event, its dot placed by its day; colour says fact, claim or denial."""
    days = [day for at, _ in events if (day := _day(at)) is not None]
    first, last = (min(days), max(days)) if days else (0, 1)
    height = TOP + LINE * max(len(events), 1) + 30
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        'font-family="sans-serif" font-size="13">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="white"/>',
        f'<text x="20" y="30" font-size="17" font-weight="bold">{escape(title)}</text>',
    ]
    for number, (at, event) in enumerate(events):
        parts += _mark(number, at, event, first, last)
    return "\n".join([*parts, "</svg>", ""])


def _mark(number: int, at: When, event: Happening, first: int, last: int) -> Iterator[str]:
    y = TOP + LINE * number + 14
    day = _day(at)
    x = LEFT + 160 * ((day - first) / max(last - first, 1) if day is not None else 0)
    colour = COLOURS["not so" if event.polarity == "negated" else "holds" if holds(event) else "claim"]
    yield f'<line x1="{LEFT}" y1="{y}" x2="{LEFT + 160}" y2="{y}" stroke="#dddddd"/>'
    yield f'<circle cx="{x:.1f}" cy="{y}" r="{5 + min(event.publishers, 6)}" fill="{colour}"/>'
    yield f'<text x="20" y="{y + 5}">{escape(at.words or "unknown")[:22]}</text>'
    text = wording.sentence(event)
    stage = f" [{label(event.stage)}]" if event.stage else ""
    for line, words in enumerate(_folded(text + stage, 78)[:2]):
        yield f'<text x="{LEFT + 180}" y="{y + 5 + 16 * line}" fill="{colour}">{escape(words)}</text>'


def _folded(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _day(at: When) -> int | None:
    try:
        return date.fromisoformat(at.day).toordinal()
    except ValueError:
        return None


def _cast(event: Happening) -> set[str]:
    return {filler.id for fillers in event.args.values() for filler in fillers if filler.id}


def _case(merged: Merged, id: str) -> Case:
    known = {case.id: case for case in cases(merged)}
    if id not in known:
        near = [name for name in known if id.partition("/")[2][:6] in name][:5]
        raise UnknownName(f"no case called {id!r}", right="there is " + ", ".join(near or list(known)[:5]))
    return known[id]
