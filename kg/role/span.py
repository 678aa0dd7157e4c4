"""How long something lasts that is told with its end: "blocked on 30 August *until 8 October*", "*until May 31*"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.language.timex import is_day
from kg.language.token import Token
from kg.model import Argument
from kg.role.moment import own_times
from kg.role.othertime import ends

#: Measures that hold up to a day.
LASTING_TO_A_DAY = {"Ban", "ContentRemoval"}


def with_end(token: Token, times: list[Argument]) -> list[Argument]:
    """The times of a measure with the day on which it ends; that day alone, where it is not told when it began."""
    ending = next((t.mention for t in own_times(token) if ends(t) and t.mention is not None), None)
    if ending is None:
        return times
    return list(_joined(times, ending.value or "")) if times else [Argument("time", ending, ("Time",))]


def _joined(times: list[Argument], end: str) -> Iterator[Argument]:
    """One day and the end as an interval; whatever else is told stays as it is."""
    for time in times:
        start = time.mention.value or ""
        days = len(times) == 1 and is_day(start) and is_day(end) and start < end
        yield replace(time, mention=replace(time.mention, value=f"{start}/{end}")) if days else time
