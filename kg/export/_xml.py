"""What GEXF and GraphML share: text that every XML reader takes, typed columns, and days that a timeline takes."""

from __future__ import annotations

import math
import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import IO, Any

Clean = Callable[[str], str]

UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ODD = re.compile("[^ !#-%'-;=?-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # to be escaped in an attribute
ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
INTEGER, LONG, EXACT = 2**31, 2**63, 2**53
BATCH, REMEMBERED = 2000, 5000


def escaped(text: str) -> str:
    """Text for between the quotes of an attribute; what XML cannot hold becomes U+FFFD."""
    return ODD.sub(_escape, text)


class Column(dict[Any, str]):
    """What is written of each value of a column; most words of a graph come again and again, and are made once."""

    def __init__(self, kind: str, head: str, tail: str, clean: Clean) -> None:
        super().__init__()
        self.kind, self.head, self.tail, self.clean = kind, head, tail, clean

    def __missing__(self, value: Any) -> str:
        if value is None or value == "" or (self.kind == "double" and not math.isfinite(value)):
            return ""
        text = self._text(value)
        made = f"{self.head}{self.clean(text) if ODD.search(text) else text}{self.tail}"
        if isinstance(value, str) and len(self) < REMEMBERED:  # not numbers: 1 and True are one key
            self[value] = made
        return made

    def _text(self, value: Any) -> str:
        if self.kind == "boolean":
            return "true" if value else "false"
        return repr(float(value)) if self.kind == "double" else str(value)


class Cells(dict[str, Column]):
    """The columns by name; of what has none nothing is written."""

    def __missing__(self, name: str) -> Nothing:
        self[name] = nothing = Nothing("string", "", "", escaped)
        return nothing


class Nothing(Column):
    """The column of an attribute that the element itself has, or that has no values."""

    def __missing__(self, value: Any) -> str:
        return ""


def quoted(text: str) -> str:
    """The same with the quotes."""
    return f'"{escaped(text)}"' if ODD.search(text) else f'"{text}"'


def content(text: str) -> str:
    """Text between tags. Some readers lose a plain blank that stands alone between two escapes: it is not broken."""
    if not ODD.search(text):
        return text
    text = UNPRINTABLE.sub("\ufffd", text).replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "]]&gt;")
    text = text.replace("\r", "&#13;")
    return re.sub(r"(?<=;) (?=&)|^ (?=&)|(?<=;) $", "\u00a0", text)


def identifier(text: str) -> str:
    """An id as the value of an attribute: what XML cannot hold is written out, so that two ids never become one."""
    return quoted(UNPRINTABLE.sub(lambda found: f"%{ord(found[0]):04X}", text))


def columns(rows: Iterable[Mapping[str, Any]], besides: frozenset[str] = frozenset()) -> dict[str, str]:
    """The type that fits all values of each attribute: boolean, integer, long, double, else string; by name."""
    shapes: dict[tuple[tuple[str, ...], tuple[type, ...]], list[str]] = {}
    largest: dict[str, int] = {}
    for row in rows:
        shape = (tuple(row), tuple(map(type, row.values())))
        integers = shapes.get(shape)
        if integers is None:
            integers = shapes[shape] = [name for name, kind in zip(*shape, strict=True) if kind is int]
        for name in integers:
            if abs(row[name]) > largest.get(name, -1):
                largest[name] = abs(row[name])
    seen: dict[str, set[type]] = {}
    for shape in shapes:
        for name, kind in zip(*shape, strict=True):
            seen.setdefault(name, set()).add(kind)
    kinds = {name: _column(seen[name] - {type(None)}, largest.get(name, 0)) for name in sorted(seen)}
    return {name: kind for name, kind in kinds.items() if kind and name not in besides}


def cells(columns: Mapping[str, str], form: str, clean: Clean) -> Cells:
    """For each column a table from a value to what is written of it: `form` has two %s, the name and the text.

    What is not known, empty or not finite is not written.
    """
    before, between, after = form.split("%s")
    made = {name: Column(kind, before + escaped(name) + between, after, clean) for name, kind in columns.items()}
    return Cells(made)


def written(about: Mapping[str, Any], cells: Cells) -> str:
    """What is written of the attributes of one node or edge."""
    try:
        return "".join([cells[name][value] for name, value in about.items()])
    except TypeError:  # a list cannot be looked up
        return "".join(
            [cells[name][_text(value) if isinstance(value, _SEVERAL) else value] for name, value in about.items()]
        )


def interval(first: object, last: object) -> tuple[str, str] | None:
    """The first and last day of a time that may be less precise ("2020", "2020-05"); None where it is no time."""
    start, end = _day(first, last=False), _day(last or first, last=True)
    start = start or _day(last, last=False)
    return (start, end) if start and end and start <= end else None


def weight(value: Any) -> float:
    """The weight of an edge: readers drop an edge that weighs nothing."""
    good = isinstance(value, int | float) and not isinstance(value, bool) and value > 0 and value < math.inf
    return float(value) if good else 1.0


def send(lines: Iterable[str], stream: IO[bytes]) -> None:
    """Writes lines a batch at a time, so that no more than that is in memory."""
    lines = iter(lines)
    while batch := "".join(islice(lines, BATCH)):
        stream.write(batch.encode())


def rows(items: Iterable[tuple[Any, ...]]) -> Iterator[Mapping[str, Any]]:
    """The attributes of nodes or edges: what stands last."""
    return (item[-1] for item in items)


_SEVERAL = (list, tuple, set, dict)


def _column(types: set[type], largest: int) -> str | None:
    """The type of a column whose values have these types, whole numbers none larger; None where it has none."""
    if not types:
        return None
    if types == {bool}:
        return "boolean"
    if types == {int}:
        return "integer" if largest < INTEGER else "long" if largest < LONG else "string"
    return "double" if types == {float} or (types == {int, float} and largest <= EXACT) else "string"


def _text(several: Iterable[object]) -> str:
    return "; ".join(map(str, sorted(several, key=str) if isinstance(several, set) else several))


def _escape(found: re.Match[str]) -> str:
    return ESCAPES.get(found[0], "\ufffd")


def _day(value: object, last: bool) -> str | None:
    match = DAY.fullmatch(value) if isinstance(value, str) else None
    if not match:
        return None
    year, month = int(match[1]), int(match[2] or (12 if last else 1))
    if year < 1 or not 1 <= month <= 12:
        return None
    longest = monthrange(year, month)[1]
    day = int(match[3] or (longest if last else 1))
    return f"{year:04}-{month:02}-{day:02}" if 1 <= day <= longest else None
