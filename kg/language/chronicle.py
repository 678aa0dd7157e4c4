"""The year of a date that a chronicle tells without one: "In July 2018 the tax came into force. *On 11 August* ..."

News means the nearest such day by a date without a year (see `timex`). A text that tells of several years goes on from
the one that it told last, as long as the months go on too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from kg.language.hindsight import YEAR
from kg.language.sequel import END_OF_SENTENCE, ends_between
from kg.model import Mention

#: A text of so many dates of earlier years, of two at the least, tells a history and no news.
LEAST = 3
#: A day so near before the document is news, whatever was told before it.
NEWS = timedelta(days=45)
#: Sentences that go on with the year of one before, at the most.
REACH = 3
MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
#: Words of a date that count from the document's day, not from what was told.
FROM_TODAY = re.compile(
    r"\b(?:last|this|next|past|coming|ago|yesterday|today|tomorrow|tonight|\w+day)\b", re.IGNORECASE
)
#: What says that a sentence tells what is still to come or what holds now.
NOW = re.compile(
    r"\b(?:will|shall|is|are|has|have|expects?|expected|due|scheduled|plans?|intends?)\b|['’]ll\b", re.IGNORECASE
)


def in_order(text: str, told: Iterable[Mention], anchor: str | None) -> list[Mention]:
    """The times of a text, where those without a year have that of the date which a chronicle told before."""
    found = list(told)
    if anchor is None or not _tells_history({m.value or "" for m in found if _is_earlier(m, anchor)}):
        return found
    today = date.fromisoformat(anchor)
    for i, time in enumerate(found):
        frame = _frame(text, found[:i], time)
        value = _value(time, frame, today) if frame is not None and not NOW.search(_sentence(text, time)) else None
        if value is not None:
            found[i] = replace(time, value=value)
    return found


def _tells_history(earlier: set[str]) -> bool:
    several = len(earlier) >= LEAST and len({value[:4] for value in earlier}) > 1
    return several and any(len(value) > len("2018") for value in earlier)


def _is_earlier(time: Mention, today: str) -> bool:
    """Whether a time lies in an earlier year, which is told with it."""
    value = time.value or ""
    return YEAR.search(time.text) is not None and "/" not in value and value[:4] < today[:4]


def _frame(text: str, before: list[Mention], time: Mention) -> str | None:
    """The month or day of the date told last, if it stands in the same paragraph and near enough."""
    last = before[-1] if before else None
    if last is None or last.value is None or "/" in last.value or FROM_TODAY.search(last.text):
        return None
    between = text[last.end : time.start]
    reach = REACH if len(last.value) > len("2018") else 1  # "before the *2018* vote. On 11 May ..."
    near = "\n" not in between and ends_between(between) <= reach
    return last.value if near and last.value[:1].isdigit() else None


def _value(time: Mention, frame: str, today: date) -> str | None:
    """A date without a year in the year of the frame, unless it is news or lies before the frame."""
    value = time.value or ""
    without_year = YEAR.search(time.text) is None and MONTH.search(time.text) is not None
    if not without_year or FROM_TODAY.search(time.text) or "/" in value or not value[:4].isdigit():
        return None
    nearest = date.fromisoformat(value if len(value) > len("2018-07") else f"{value}-01")
    if timedelta(0) <= today - nearest <= NEWS or value[5:7] < frame[5:7]:
        return None
    return frame[:4] + value[4:] if value[5:] != "02-29" else None


def _sentence(text: str, time: Mention) -> str:
    """The sentence that a time stands in, as far as points and lines tell."""
    begin = text.rfind("\n", 0, time.start) + 1
    for end in END_OF_SENTENCE.finditer(text, begin, time.start):
        begin = end.end()
    following = END_OF_SENTENCE.search(text, time.end)
    line = text.find("\n", time.end)
    stops = [following.start() if following is not None else -1, line]
    return text[begin : min((s for s in stops if s >= 0), default=len(text))]
