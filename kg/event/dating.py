"""Whether the day that is told for an event has come when the text tells of it; what holds up to one that has not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.language.timex import is_bare_day, is_day, week_on
from kg.model import DEMANDS, SPEECH, Claim, Document, Filler
from kg.role.span import LASTING_TO_A_DAY

AHEAD = {"planned", "threatened", "demanded"}
#: Events that their time dates, not what they are about ("warned of attacks *in May*").
DATED = {"Hearing", "Meeting", "Ban", "BanLifted", "LawAdoption", "Release", "Appeal", "Investigation", "Arrest"}
#: What stands before the day on which something ends.
ENDING = re.compile(r"\b(?:until|till|through|to|by|before|end(?:s|ed|ing)?(?: on| in)?)\s+(?:the )?$")
#: What stands before the last day for something.
DEADLINE = re.compile(r"\b(?:until|till|by|before)\s+(?:the )?$")
#: What stands before the last day of something.
UNTIL = re.compile(r"\b(?:until|till)\s+(?:the )?$")


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
    if today is None or time.value is None or not is_bare_day(time.label) or time.value > today:
        return time
    return replace(time, value=week_on(time.value))


def from_now_on(times: Iterable[Filler], claim: Claim, document: Document) -> Iterator[Filler]:
    """The times of an event; of a measure that is told with its *last day* alone, the days from now to that day."""
    for time in times:
        if _is_of_what_is_said(time, claim, document):
            continue
        if not _is_last_day(time, claim, document):
            yield time
        elif document.date is not None and claim.modality == "actual" and is_day(time.value or ""):
            end = next_day(time, document.date).value or ""
            if end > document.date:
                yield replace(time, value=f"{document.date}/{end}")


def _is_of_what_is_said(time: Filler, claim: Claim, document: Document) -> bool:
    """ "Reuters reports Veyra plans a bid *next week*": when the bid will be, and not when that was reported."""
    said = claim.match.type in SPEECH and claim.modality == "actual"
    return said and document.date is not None and (time.value or "").partition("/")[0] > document.date


def _is_last_day(time: Filler, claim: Claim, document: Document) -> bool:
    """ "blocked *until May 31*": the last day of a measure, of which no first one is told."""
    lasting = claim.match.type in LASTING_TO_A_DAY and "/" not in (time.value or "")
    return lasting and UNTIL.search(document.text[: time.start]) is not None


def _lies_ahead(times: tuple[Filler, ...], document: Document) -> bool:
    """Whether an event is dated later than its document, so that it has not happened ("the hearing is on 3 May")."""
    starts = [(t.value or "").partition("/")[0] for t in times if not ENDING.search(document.text[: t.start])]
    return document.date is not None and bool(starts) and all(start > document.date for start in starts)


def _lies_behind(times: tuple[Filler, ...], document: Document) -> bool:
    """Whether an event that was fixed for a day is told of after that day."""
    ends = [(t.value or "").rpartition("/")[2] for t in times]
    return document.date is not None and bool(ends) and all(is_day(e) and e < document.date for e in ends)
