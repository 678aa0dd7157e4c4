"""Tables on standard output: as wide as the screen, and never cut where no screen is."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence

Row = Sequence[str | int | None]

_ENDLESS = 10_000


def show(headings: Sequence[str], rows: Iterable[Row], title: str | None = None) -> None:
    """A table for people; the last two columns take the room that is left, the words of the others stay whole."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, title=title, title_justify="left")
    for number, heading in enumerate(headings):
        table.add_column(heading, no_wrap=number < len(headings) - 2, overflow="fold")
    for row in rows:
        table.add_row(*(Text(_text(cell)) for cell in row))
    Console(width=None if sys.stdout.isatty() else _ENDLESS).print(table)


def write_csv(headings: Sequence[str], rows: Iterable[Row]) -> None:
    """The same for programs: RFC 4180, headings first."""
    writer = csv.writer(sys.stdout)
    writer.writerow(headings)
    writer.writerows([_text(cell) for cell in row] for row in rows)


def _text(cell: str | int | None) -> str:
    return "" if cell is None else str(cell)
