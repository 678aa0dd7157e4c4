"""Pictures by matplotlib: a graph with its labels and a legend, and a timeline; the same graph gives the same bytes."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import IO, Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch

from kg.drawing import layout, style
from kg.export import _told, _xml

NAMED = 60  # nodes that have their name written
ARROWS = 400  # edges that are drawn one by one, with their direction
KINDS = 60  # edges that have their kind written
BARS = 60
SETTINGS: Any = {
    "date.converter": "concise",
    "svg.hashsalt": "kg",
    "svg.fonttype": "none",
    "font.family": "DejaVu Sans",
    "text.parse_math": False,
}
UNDATED = {"svg": {"Date": None}, "png": {"Software": None}}


def graph(view: Any, stream: IO[bytes], format: str) -> None:
    """Draws nodes and edges; an edge whose status is not actual is dashed and faint."""
    with _quietly():
        figure, axes = _canvas(18, 11)
        degree = layout.degrees(view)
        places = layout.places(view, degree)
        edges = list(view.edges(data=True))
        if len(edges) <= ARROWS:
            _arrows(axes, edges, places)
        else:
            axes.add_collection(LineCollection([(places[s], places[t]) for s, t, _ in edges], colors="#bbbbbb", lw=0.4))
        _nodes(axes, view, places, degree)
        figure.savefig(stream, format=format, metadata=UNDATED[format])


def timeline(view: Any, stream: IO[bytes], format: str) -> None:
    """Draws the last events that have a date, one a line, from their first to their last day."""
    with _quietly():
        told = [each for each in _told.tellings(view) if each.days][-BARS:]
        figure, axes = _canvas(14, 1.5 + 0.3 * len(told))
        for row, each in enumerate(told):
            first, last = (date.fromisoformat(day) for day in each.days or ())
            colour = style.hexadecimal(style.colour(each.type))
            axes.plot([first, last], [row, row], color=colour, lw=5, solid_capstyle="round", marker="o", ms=6)  # type: ignore[arg-type]
            axes.annotate(
                _short(each.label, 90), (last, row), (8, 0), textcoords="offset points", va="center", fontsize=8
            )
        if told:
            axes.axis("on")
            axes.spines[["left", "right", "top"]].set_visible(False)
            axes.set_yticks([])
            axes.invert_yaxis()
            axes.margins(x=0.02)
        figure.savefig(stream, format=format, metadata=UNDATED[format], bbox_inches="tight")


@contextmanager
def _quietly() -> Iterator[None]:
    """The settings of all pictures; a sign that the font has not is drawn as a box and is no reason for a message."""
    with matplotlib.rc_context(SETTINGS), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing")
        yield


def _canvas(width: float, height: float) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(width, height), dpi=100, layout="tight")
    axes = figure.add_subplot()
    axes.axis("off")
    return figure, axes


def _nodes(axes: Axes, view: Any, places: layout.Places, degree: Any) -> None:
    nodes = list(view.nodes(data=True))
    colours = {id: style.hexadecimal(style.of_node(about)) for id, about in nodes}
    where = [places[id] for id, _ in nodes]
    axes.scatter(
        [x for x, _ in where], [y for _, y in where], s=[style.size(degree[id]) ** 2 * 1.5 for id, _ in nodes],
        c=[colours[id] for id, _ in nodes], edgecolors="white", linewidths=0.8, zorder=3,
    )  # fmt: skip
    for id, about in sorted(nodes, key=lambda node: (-degree[node[0]], str(node[0])))[:NAMED]:
        label = _short(str(about.get("label", id)), 32)
        axes.annotate(label, places[id], (0, 9), textcoords="offset points", ha="center", fontsize=8, zorder=4)
    shown = {str(about.get("type", "")): colours[id] for id, about in nodes}
    marks = [
        Line2D([], [], color=shown[type], marker="o", ls="", label=_short(type, 24)) for type in sorted(shown)[:14]
    ]
    axes.legend(handles=marks, loc="upper left", bbox_to_anchor=(1.0, 1.0), frameon=False, fontsize=8)
    axes.set_aspect("equal")
    axes.margins(0.08)


def _arrows(axes: Axes, edges: list[tuple[str, str, dict[str, Any]]], places: layout.Places) -> None:
    """Edges between the same two are bent apart."""
    seen: Counter[tuple[str, str]] = Counter()
    for source, target, about in edges:
        kind, bend = str(about.get("kind", "")), 0.08 + 0.16 * seen[source, target]
        seen[source, target] += 1
        colour = style.hexadecimal(style.colour(kind))
        axes.add_patch(FancyArrowPatch(
            places[source], places[target], connectionstyle=f"arc3,rad={bend}", arrowstyle="-|>", mutation_scale=10,
            color=colour, lw=1.2, ls="--" if kind.endswith(")") else "-", shrinkA=6, shrinkB=9, zorder=2,
        ))  # fmt: skip
        if len(edges) <= KINDS:
            (x1, y1), (x2, y2) = places[source], places[target]
            rise = bend / 2
            spot = ((x1 + x2) / 2 + rise * (y2 - y1), (y1 + y2) / 2 - rise * (x2 - x1))
            axes.annotate(_short(kind, 28), spot, fontsize=6.5, color=colour, ha="center", va="center", zorder=4)


def _short(text: str, length: int) -> str:
    words = " ".join(_xml.UNPRINTABLE.sub("\ufffd", text).split())
    return words if len(words) <= length else words[: length - 1] + "…"
