"""Two tables as one file: a zip with fixed times, so that the same graph gives the same bytes."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import IO, Any

EPOCH = (1980, 1, 1, 0, 0, 0)

Rows = Iterable[Sequence[object]]


def send(tables: Mapping[str, Rows], stream: IO[bytes]) -> None:
    """Writes each table as a file of RFC 4180 CSV in UTF-8, row by row."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in tables.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with (
                archive.open(entry, "w", force_zip64=True) as file,
                io.TextIOWrapper(file, "utf-8", errors="replace", newline="") as text,
            ):
                csv.writer(text, lineterminator="\r\n").writerows(map(_clean, rows))


def names(items: Iterable[tuple[Any, ...]], first: Sequence[str]) -> list[str]:
    """The columns of nodes or edges: `first` in that order, then the others by name."""
    seen = {name for item in items for name in item[-1]}
    return [*first, *sorted(seen - set(first))]


def _clean(row: Sequence[object]) -> list[object]:
    """A NUL ends a field in many readers; what UTF-8 cannot hold is replaced."""
    return [
        value.replace("\0", "\ufffd") if isinstance(value, str) else "" if value is None else value for value in row
    ]
