"""A timeline as a picture: one line an event, its dot placed by its day; colour says fact, claim or denial."""

from __future__ import annotations

import textwrap
from datetime import date
from typing import IO, Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from kg.dossier import wording
from kg.dossier.case import holds
from kg.dossier.when import When
from kg.model import Happening
from kg.vocabulary import label

COLOURS = {"holds": "#1b5e8c", "claim": "#b36b00", "not so": "#8a8a8a"}
#: Inches; the dots stand between 0 and 1, times to the left of them and words to the right.
WIDTH, LINE, HEAD = 9.0, 0.46, 0.9
LEFT, RIGHT = -0.75, 3.4
#: More pixels in one direction than can be drawn.
TALLEST = 60_000
SETTINGS: Any = {"svg.hashsalt": "kg", "svg.fonttype": "none", "font.family": "DejaVu Sans", "text.parse_math": False}
UNDATED: dict[str, dict[str, Any]] = {"svg": {"Date": None}, "png": {"Software": None}}


def draw(title: str, events: list[tuple[When, Happening]], stream: IO[bytes], form: str) -> None:
    """Writes the events, in the order they have, as "svg" or "png"; the same events give the same bytes."""
    height = HEAD + LINE * max(len(events), 1)
    with matplotlib.rc_context(SETTINGS):
        figure = Figure(figsize=(WIDTH, height), dpi=min(100, TALLEST / height))
        axes = figure.add_axes((0.02, 0.0, 0.97, 1 - HEAD / height))
        axes.set(xlim=(LEFT, RIGHT), ylim=(len(events) - 0.5, -0.5))
        axes.axis("off")
        figure.text(0.02, 1 - HEAD / 2 / height, _shown(title, 90), fontsize=12, fontweight="bold")
        days = [day for at, _ in events if (day := _day(at)) is not None]
        for line, (at, event) in enumerate(events):
            _mark(axes, line, at, event, _place(_day(at), days))
        figure.savefig(stream, format=form, metadata=UNDATED[form])


def _mark(axes: Axes, line: int, at: When, event: Happening, place: float) -> None:
    colour = COLOURS["not so" if event.polarity == "negated" else "holds" if holds(event) else "claim"]
    axes.plot([0, 1], [line, line], color="#dddddd", lw=1, zorder=1)
    axes.scatter([place], [line], s=(6 + min(event.publishers, 6)) ** 2, color=colour, zorder=2)
    axes.text(LEFT, line, _shown(at.words or "unknown", 22), fontsize=9, va="center")
    stage = f" [{label(event.stage)}]" if event.stage else ""
    axes.text(1.1, line, _shown(wording.sentence(event) + stage, 68, lines=2), fontsize=9, va="center", color=colour)


def _shown(text: str, width: int, lines: int = 1) -> str:
    """Words that a picture can have, in lines; what is too long ends in dots."""
    words = "".join(sign if sign.isprintable() else " " for sign in text)
    return textwrap.fill(words, width, max_lines=lines, placeholder=" …")


def _place(day: int | None, days: list[int]) -> float:
    """Where between the first and the last day; an event without a day stands at the beginning."""
    return 0.0 if day is None else (day - min(days)) / max(max(days) - min(days), 1)


def _day(at: When) -> int | None:
    try:
        return date.fromisoformat(at.day).toordinal()
    except ValueError:
        return None
