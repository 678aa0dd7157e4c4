"""Whether the day that is told for an event has come when the text tells of it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from kg.language.timex import DAYS
from kg.model import DEMANDS, Claim, Document, Filler

AHEAD = {"planned", "threatened", "demanded"}
PART_OF_DAY = {"morning", "afternoon", "evening", "night", "this"}
#: Events that their time dates, not what they are about ("warned of attacks *in May*").
DATED = {"Hearing", "Meeting", "Ban", "BanLifted", "LawAdoption", "Release", "Appeal", "Investigation", "Arrest"}
#: What stands before the day on which something ends.
ENDING = re.compile(r"\b(?:until|till|through|to|by|before|end(?:s|ed|ing)?(?: on| in)?)\s+(?:the )?$")
#: What stands before the last day for something.
DEADLINE = re.compile(r"\b(?:until|till|by|before)\s+(?:the )?$")


def as_dated(claim: Claim, times: tuple[Filler, ...], document: Document) -> Claim:
    """What is dated later than its document is planned; a hearing that was listed for a day before it was held."""
    if claim.modality == "actual" and claim.match.type in DATED and _lies_ahead(times, document):
        return replace(claim, modality="planned", stage=None)
    if claim.modality == "planned" and claim.match.type == "Hearing" and _lies_behind(times, document):
        return replace(claim, modality="actual")  # "was listed on 5 May", told in June
    return claim


def is_ahead(claim: Claim) -> bool:
    """Whether an event has not happened when it is told; that something is demanded has, as a demand."""
    return claim.modality in AHEAD and not (claim.modality == "demanded" and claim.match.type in DEMANDS)


def is_deadline(claim: Claim, time: Filler, document: Document) -> bool:
    """ "gave Shein *until Friday* to explain": what is asked may be done up to a day that is to come."""
    return claim.match.type in {*DEMANDS, "Warning"} and bool(DEADLINE.search(document.text[: time.start]))


def next_day(time: Filler, today: str | None) -> Filler:
    """A bare day name of something planned is the next such day ("will hear the case on Friday")."""
    bare = not set(time.label.lower().split()) - DAYS.keys() - PART_OF_DAY
    if today is None or time.value is None or not bare or time.value > today:
        return time
    return replace(time, value=(date.fromisoformat(time.value) + timedelta(days=7)).isoformat())


def _lies_ahead(times: tuple[Filler, ...], document: Document) -> bool:
    """Whether an event is dated later than its document, so that it has not happened ("the hearing is on 3 May")."""
    starts = [(t.value or "").partition("/")[0] for t in times if not ENDING.search(document.text[: t.start])]
    return document.date is not None and bool(starts) and all(start > document.date for start in starts)


def _lies_behind(times: tuple[Filler, ...], document: Document) -> bool:
    """Whether an event that was fixed for a day is told of after that day."""
    ends = [(t.value or "").rpartition("/")[2] for t in times]
    return document.date is not None and bool(ends) and all(len(e) == 10 and e < document.date for e in ends)
