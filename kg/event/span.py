"""What holds "until May 31" holds from the day on which it is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from kg.language.timex import DAYS
from kg.model import Claim, Document, Filler

#: What stands before the last day of something.
UNTIL = re.compile(r"\b(?:until|till)\s+(?:the )?$")
DAY = len("2024-05-31")


def from_now_on(times: Iterable[Filler], claim: Claim, document: Document) -> Iterator[Filler]:
    """The times of an event; of a measure that is told with its last day alone, the days from now to that day."""
    for time in times:
        value = time.value or ""
        if (
            claim.match.type not in {"Ban", "ContentRemoval"}
            or "/" in value
            or not UNTIL.search(document.text[: time.start])
        ):
            yield time
        elif document.date is not None and claim.modality == "actual" and len(value) == DAY and value[0].isdigit():
            end = _next(time, document.date)
            if end > document.date:
                yield replace(time, value=f"{document.date}/{end}")


def _next(time: Filler, today: str) -> str:
    """The day that a bare day name means, if it is still to come."""
    value = time.value or ""
    if set(time.label.lower().split()) <= DAYS.keys() and value <= today:
        return (date.fromisoformat(value) + timedelta(days=7)).isoformat()
    return value
