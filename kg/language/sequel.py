"""Times that count from one told just before: "arrested on 3 May and released *the next day*", "*two weeks later*"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from kg.language.timex import COUNT, COUNTS, week
from kg.model import Mention

#: How far behind the time that it counts from such a time may stand, with one end of a sentence between at most.
REACH = 250
END_OF_SENTENCE = re.compile(r"[.!?][\"'”’)]?\s+(?=[\"'“‘(]?[A-Z])")
#: Abbreviations are no end: "Mr. Lee", "U.S. firms".
ABBREVIATED = re.compile(r"(?:\b(?:Mr|Ms|Mrs|Dr|Inc|Ltd|Corp|Co|Gov|Sen|Rep|St|No|v|vs)|\b[A-Z])\.$")
SEQUEL = re.compile(
    r"\b(?:(?P<same>(?:later\s)?that\s(?:same\s)?(?:day|night|evening|morning|afternoon)"
    r"|the\ssame\s(?:day|night|evening))"
    r"|(?P<next>(?:the\s)?(?:next|following)\s(?:day|morning|evening|night))"
    r"|(?P<previous>the\s(?:previous|preceding)\s(?:day|evening|night))"
    rf"|{COUNT}\s(?P<unit>day|week|month|year)s?\s(?P<way>later|earlier)"
    r"|the\sfollowing\s(?P<period>week|month|year))\b",
    re.ASCII | re.IGNORECASE,
)
DAY = len("2024-05-03")
MONTH = len("2024-05")


def sequels(text: str, told: Iterable[Mention]) -> Iterator[Mention]:
    """Such times of a text, where one of the times found in it (`told`) stands just before."""
    known = sorted(told, key=lambda m: m.start)
    for match in SEQUEL.finditer(text):
        before = [m for m in known if m.end <= match.start() <= m.end + REACH and (m.value or "").count("-") <= 2]
        value = (
            _value(match, before[-1].value or "") if before and _near(text[before[-1].end : match.start()]) else None
        )
        if value:
            mention = Mention(match.start(), match.end(), match.group(), "Time", "time", value=value)
            known = sorted([*known, mention], key=lambda m: m.start)
            yield mention


def _near(between: str) -> bool:
    ends = [m for m in END_OF_SENTENCE.finditer(between) if not ABBREVIATED.search(between[: m.start() + 1])]
    return len(ends) <= 1 and "\n" not in between


def _value(match: re.Match[str], start: str) -> str | None:
    """What a time means that counts from an ISO day, month or year; nothing where that is not exact enough."""
    if start.startswith("-") or "/" in start:
        return None
    day = date.fromisoformat(start) if len(start) == DAY else None
    if match["same"] or match["next"] or match["previous"]:
        return (day + timedelta(days=bool(match["next"]) - bool(match["previous"]))).isoformat() if day else None
    count = (match["count"] or "one").lower()
    number = (int(count) if count.isdigit() else COUNTS[count]) * (-1 if match["way"] == "earlier" else 1)
    unit = (match["unit"] or match["period"]).lower()
    try:
        if unit == "year":
            return str(int(start[:4]) + number) if number else None
        if unit == "month":
            year, month = divmod(int(start[:4]) * 12 + int(start[5:7]) - 1 + number, 12)
            return f"{year}-{month + 1:02}" if number and len(start) >= MONTH else None
        then = day + timedelta(days=number * (7 if unit == "week" else 1)) if day and number else None
    except (ValueError, OverflowError):
        return None
    return (week(then) if match["period"] else then.isoformat()) if then else None
