"""Times that count from one told just before: "arrested on 3 May and released *the next day*", "*two weeks later*"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from kg.language.timex import COUNT, COUNTS, MONTHS, week
from kg.model import Mention

#: How far behind the time that it counts from such a time may stand.
REACH = 400
#: Ends of a sentence between the two, at most: what counts from another time counts from the last one told.
ENDS = 3
#: What stands before a time up to which something lasts, from which nothing counts.
LIMIT = re.compile(r"\b(?:until|till|by|before|to)\s+(?:the\s)?$")
END_OF_SENTENCE = re.compile(r"[.!?][\"'”’)]?\s+(?=[\"'“‘(]?[A-Z])")
#: Abbreviations are no end: "Mr. Lee", "U.S. firms".
ABBREVIATED = re.compile(r"(?:\b(?:Mr|Ms|Mrs|Dr|Inc|Ltd|Corp|Co|Gov|Sen|Rep|St|No|v|vs)|\b[A-Z])\.$")
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_DAY_BEHIND = _DAY.replace("<day>", "<behind>")
SEQUEL = re.compile(
    r"\b(?:(?P<same>(?:later\s)?that\s(?:same\s)?(?:day|night|evening|morning|afternoon)"
    r"|the\ssame\s(?:day|night|evening|morning|afternoon))"
    r"|(?P<next>(?:the\s)?(?:next|following)\s(?:day|morning|evening|night))"
    r"|(?P<previous>the\s(?:previous|preceding)\s(?:day|evening|night))"
    rf"|{COUNT}\s(?P<unit>day|week|month|year)s?\s(?P<way>later|earlier)"
    r"|the\sfollowing\s(?P<period>week|month|year)"
    rf"|(?-i:(?:{_DAY}\s)?(?P<named>{_MONTH})(?:\s{_DAY_BEHIND})?)\sof\s"
    r"(?:that(?:\ssame)?|the\s(?P<which>same|previous|preceding|following|next))\syear"
    r"|(?:(?:later|earlier)\s)?(?:that(?:\ssame)?|the\ssame)\s(?P<within>year|month)"
    r"|the\s(?:previous|preceding)\s(?P<former>year|month)"
    rf"|(?:later\s)?that\s(?P<month>(?-i:{_MONTH})))\b(?!\s\d)(?!['’]s\b)",
    re.ASCII | re.IGNORECASE,
)
#: "said *that March* was busy", "rules *that May* signed": no month of a year told before.
NO_MONTH = re.compile(r"\b(?:sa(?:y|ys|id)|told|claim(?:s|ed)?|report(?:s|ed)?|argue[sd]?|show(?:s|ed)?|find|found)\s$")
HER_NAME = re.compile(r"\s(?:be|is|was|has|had|have|will|would|could|should|not|also|[a-z]+ed)\b")
DAY = len("2024-05-03")
MONTH = len("2024-05")
YEAR = len("2024")
BACK = re.compile(r"\b(?:earlier|previous|preceding)\b", re.IGNORECASE)


def sequels(text: str, told: Iterable[Mention]) -> Iterator[Mention]:
    """Such times of a text, where one of the times found in it (`told`) stands just before."""
    known = sorted(told, key=lambda m: m.start)
    for match in SEQUEL.finditer(text):
        if match["month"] and (NO_MONTH.search(text, 0, match.start()) or HER_NAME.match(text, match.end())):
            continue
        before = [m for m in known if m.end <= match.start() <= m.end + REACH and _is_start(text, m)]
        value = (
            _value(match, before[-1].value or "") if before and _near(text[before[-1].end : match.start()]) else None
        )
        if value:
            mention = Mention(match.start(), match.end(), match.group(), "Time", "time", value=value)
            apart = (m for m in known if m.end <= mention.start or mention.end <= m.start)
            if not BACK.search(match.group()):  # what was before it is told by the way
                known = sorted([*apart, mention], key=lambda m: m.start)
            yield mention


def _is_start(text: str, time: Mention) -> bool:
    """Whether another time can count from this one, as from no mere limit."""
    return (time.value or "").count("-") <= len("--") and not LIMIT.search(text, 0, time.start)


def _near(between: str) -> bool:
    """Whether two times stand near enough: in one paragraph, or the second opens the next one."""
    parted = between.rstrip().partition("\n")[2].strip()
    opens = parted in {"", "In", "On", "About", "Some"}
    return ends_between(between) <= ENDS and ("\n" not in between or opens)


def ends_between(text: str) -> int:
    """How many sentences end within a stretch of text."""
    return sum(not ABBREVIATED.search(text[: m.start() + 1]) for m in END_OF_SENTENCE.finditer(text))


def _of_year(match: re.Match[str], told: int) -> str:
    """ "in May *of that year*", "on 3 May *of the previous year*"."""
    year = told + {"previous": -1, "preceding": -1, "following": 1, "next": 1}.get((match["which"] or "").lower(), 0)
    month, day = MONTHS[match["named"].lower()], match["day"] or match["behind"]
    return date(year, month, int(day)).isoformat() if day else f"{year}-{month:02}"


def _value(match: re.Match[str], start: str) -> str | None:
    """What a time means that counts from an ISO day, month or year; nothing where that is not exact enough."""
    if start.startswith("-") or "/" in start:
        return None
    if match["named"]:
        try:
            return _of_year(match, int(start[:4]))
        except ValueError:
            return None
    if match["within"]:
        length = YEAR if match["within"].lower() == "year" else MONTH
        return start[:length] if len(start) >= length else None
    if match["month"]:
        month = MONTHS[match["month"].lower()]
        return f"{start[:4]}-{month:02}" if len(start) == YEAR or int(start[5:7]) <= month else None
    day = date.fromisoformat(start) if len(start) == DAY else None
    if match["same"] or match["next"] or match["previous"]:
        return (day + timedelta(days=bool(match["next"]) - bool(match["previous"]))).isoformat() if day else None
    count = (match["count"] or "one").lower()
    back = match["way"] == "earlier" or match["former"] is not None
    number = (int(count) if count.isdigit() else COUNTS[count]) * (-1 if back else 1)
    unit = (match["unit"] or match["period"] or match["former"]).lower()
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
