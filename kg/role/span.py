"""Until when something lasts, and to which day it is put off: "blocked on 30 August *until 8 October*"."""

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
#: With them a date gives way to another one.
MOVING = {
    "postpone", "delay", "defer", "reschedule", "adjourn", "move", "shift", "push", "bring", "put", "change", "extend",
    "advance",
}  # fmt: skip


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


def moved_to(token: Token, times: list[Argument]) -> list[Argument]:
    """ "postponed its decision *from 1 to 22 May*": the new day, and not all the time from the old one on."""
    shifted = {t.mention for t in own_times(token) if t.lower == "from" and _is_moved(t)}
    return [_at_end(time) if time.mention in shifted else time for time in times]


def _is_moved(start: Token) -> bool:
    above = start.head if start.head is None or start.head.pos == "VERB" else start.head.head
    return above is not None and above.lemma in MOVING


def _at_end(time: Argument) -> Argument:
    end = (time.mention.value or "").rpartition("/")[2]
    return replace(time, mention=replace(time.mention, value=end))
