"""Time expressions of a text as ISO 8601 days, months, years or intervals, resolved against the document's date.

Without a document's date a day without a year stays partial ("--08-28") and a relative expression gives nothing.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from kg.model import Mention

MONTHS = {
    name: i
    for i, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ],
        1,
    )
    for name in names.split()
}
DAYS = {
    name: i for i, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
}
#: What may stand beside the name of a day ("*this* Friday *morning*").
BESIDE_DAY = {"this", "morning", "afternoon", "evening", "night"}
COUNTS = {
    w: i
    for i, w in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
} | {
    "a": 1,
    "an": 1,
    "a couple of": 2,
    "several": 0,
}

_M = r"(?P<month>" + "|".join(sorted((m.capitalize() for m in MONTHS), key=len, reverse=True)) + r")\b(?:\.(?=\s\d))?"
_END = r"(?P<end>(?:19|20)\d\d)"
_LATER = r"(?P<later>(?:19|20)\d\d)"
_UNTIL = _M.replace("<month>", "<until>")
_D = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_DAY_BEHIND = r"(?P<behind>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_LAST = r"(?P<last>[12]\d|3[01]|0?[1-9])"
_WHICH = r"(?P<which>last|previous|past|this|next|coming)"
_Y = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<weekday>" + "|".join(d.capitalize() for d in DAYS) + r")"
COUNT = r"(?P<count>\d+|" + "|".join(sorted(COUNTS, key=len, reverse=True)) + ")"
_UNIT = r"(?P<unit>day|week|month|year)"
#: What an event is told as, beside the month that it was in ("its *March* ruling").
_ACT = (
    "(?:order|ruling|decision|judge?ment|verdict|hearing|statement|report|letter|complaint|lawsuit|suit|settlement|raid"
    "|arrest|announcement|interview|meeting|trial|fine|ban|blackout|filing|session|speech|testimony|notice|attack|vote"
    "|election|referendum|protest|summit|agreement|deal)s?"
)


def _behind(*words: str) -> str:
    """What stands behind one of these words."""
    return "(?:" + "|".join(rf"(?<=\b{word}[\s-])" for word in words) + ")"


#: "*between* May *and* July", "*from* May *to* July"; "from 3 May *and* 5 June" are two days.
_FROM = r"(?i:(?P<between>between)|from)\s"
_AND = r"\s(?:to|until|till|through|(?(between)and|to))\s"
#: A month that no day or year follows.
_BARE = r"(?!\w)(?!\s\d)"
_PART_OF_DAY = r"(?:\s(?:morning|afternoon|evening|night))?"
_PART_OF = r"(?i:(?P<part>early|mid|late|the end of|(?:first|second|latter) half of))"
_WORD = r"(?:yesterday|this)\s(?:morning|afternoon|evening)|yesterday|last\snight|today|(?:tomorrow|tonight)(?!['’]s)"
_THAT_YEAR = r"(?P<which>last|this|next)\syear"
#: What joins the first day of a month to the last.
_THROUGH = r"(?:\s?[-–]\s?|\s(?:to|and|&|through)\s)"
_LASTING = _behind("over the", "in the", "during the", "within the")
_PART = _behind("early", "late", "mid", "end of", "beginning", "starting")
_OWN = _behind("his", "her", "its", "the")
ORDINALS = "first", "second", "third", "fourth"
#: A year that has every day.
LEAP = 2024
LAST_MONTH = 12
Resolver = Callable[["re.Match[str]", date | None], str | None]


def times(text: str, anchor: str | None = None) -> list[Mention]:
    """Time mentions of a text in order, not overlapping; `anchor` is the document's ISO date or None."""
    today = date.fromisoformat(anchor) if anchor else None
    found: list[Mention] = []
    for mention in sorted(_all(text, today), key=lambda m: (m.start, -m.end)):
        if not found or mention.start >= found[-1].end:
            found.append(mention)
    return found


def _all(text: str, today: date | None) -> Iterator[Mention]:
    for pattern, resolve in GRAMMAR:
        for match in pattern.finditer(text):
            try:
                value = resolve(match, today)
            except (ValueError, OverflowError, KeyError):  # no such day, or a letter of another script that looks alike
                continue
            if value:
                yield Mention(match.start(), match.end(), match.group(), "Time", "time", value=value)


def _day(match: re.Match[str], today: date | None) -> str | None:
    month, day = MONTHS[match["month"].lower()], int(match["day"])
    year = match.groupdict().get("year")
    if year:
        return date(int(year), month, day).isoformat()
    if today is None:
        return f"--{date(LEAP, month, day):%m-%d}"
    return _nearest(today, lambda y: date(y, month, day)).isoformat()


def _nearest(today: date, at: Callable[[int], date]) -> date:
    """The date of the year that is nearest to the document's, as news speaks of what is near."""
    options = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            options.append(at(year))
        except ValueError:
            continue
    return min(options, key=lambda d: (abs((d - today).days), d))


def _days(match: re.Match[str], today: date | None) -> str | None:
    month, first, last = MONTHS[match["month"].lower()], int(match["day"]), int(match["last"])
    year = int(match["year"]) if match["year"] else today.year if today else None
    if year is None:
        return f"--{date(LEAP, month, first):%m-%d}"
    return f"{date(year, month, first).isoformat()}/{date(year, month, last).isoformat()}"


def _month(match: re.Match[str], today: date | None) -> str | None:
    month = MONTHS[match["month"].lower()]
    year = match.groupdict().get("year")
    if year:
        return f"{year}-{month:02}"
    if today is None:
        return f"--{month:02}"
    return f"{_nearest(today, lambda y: date(y, month, 15)):%Y-%m}"


def _month_before(match: re.Match[str], today: date | None) -> str | None:
    """The last such month, as of an act that is there ("its *March* ruling")."""
    month = MONTHS[match["month"].lower()]
    return f"{today.year - (month > today.month)}-{month:02}" if today else f"--{month:02}"


def _relative_month(match: re.Match[str], today: date | None) -> str | None:
    if today is None:
        return None
    month = MONTHS[match["month"].lower()]
    year = today.year - (month >= today.month) if match["which"].lower() == "last" else today.year
    return f"{year + (match['which'].lower() == 'next' and month <= today.month)}-{month:02}"


def _of_that_year(match: re.Match[str], today: date | None) -> str | None:
    """ "in July last year", "on 3 May this year"."""
    if today is None:
        return None
    year = today.year + {"last": -1, "this": 0, "next": 1}[match["which"]]
    month, day = MONTHS[match["month"].lower()], match["day"] or match["behind"]
    return date(year, month, int(day)).isoformat() if day else f"{year}-{month:02}"


def _year(match: re.Match[str], today: date | None) -> str | None:
    return match["year"]


def _years(match: re.Match[str], today: date | None) -> str | None:
    last = match["last"]
    return f"{match['year']}/{match['year'][: 4 - len(last)]}{last}"


def _iso(match: re.Match[str], today: date | None) -> str | None:
    return date.fromisoformat(match.group()).isoformat()


def _dotted(match: re.Match[str], today: date | None) -> str | None:
    return date(int(match["year"]), int(match["number"]), int(match["day"])).isoformat()


def _slashed(match: re.Match[str], today: date | None) -> str | None:
    """ "16/08/2021", "08-16-2021"; what may be either of two days is none."""
    day, month = int(match["day"]), int(match["number"])
    return date(int(match["year"]), month, day).isoformat() if day > LAST_MONTH or day == month else None


def _month_before_year(match: re.Match[str], today: date | None) -> str | None:
    """ "in *November* and December 2023", "from *3 May* to 5 June 2023": the year stands behind the second."""
    year, month, until = int(match["later"]), MONTHS[match["month"].lower()], MONTHS[match["until"].lower()]
    year -= month > until
    day = match.groupdict().get("day")
    return date(year, month, int(day)).isoformat() if day else f"{year}-{month:02}"


def _day_range(match: re.Match[str], today: date | None) -> str | None:
    """ "from 2 August to 10 September 2023" as one interval."""
    end = int(match["end"]) if match["end"] else today.year if today else None
    if end is None:
        return None
    last = date(end, MONTHS[match["until"].lower()], int(match["last"]))
    month = MONTHS[match["month"].lower()]
    start = int(match["year"]) if match["year"] else end - (month > last.month)
    return f"{date(start, month, int(match['day'])).isoformat()}/{last.isoformat()}"


def _weekday(match: re.Match[str], today: date | None) -> str | None:
    if today is None:
        return None
    day = DAYS[match["weekday"].lower()]
    which = (match["which"] or "").lower()
    back = (today.weekday() - day) % 7
    if which == "next":
        return (today + timedelta(days=7 - back)).isoformat()
    if which == "last" and back == 0:
        back = 7
    return (today - timedelta(days=back)).isoformat()


def _word(match: re.Match[str], today: date | None) -> str | None:
    if today is None:
        return None
    shift = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(match["word"].lower().split()[0], 0)
    return (today + timedelta(days=shift)).isoformat()


def _ago(match: re.Match[str], today: date | None) -> str | None:
    count = match["count"].lower()
    number = int(count) if count.isdigit() else COUNTS[count]
    if today is None or not number:
        return None
    unit = match["unit"].lower()
    if unit == "day":
        return (today - timedelta(days=number)).isoformat()
    if unit == "week":
        return week(today - timedelta(weeks=number))
    then = _months_before(today, number * (12 if unit == "year" else 1))
    return then and (then[:7] if unit == "month" else then[:4])


def _months_before(today: date, number: int) -> str | None:
    """The same day some months ago, or the last one of a shorter month."""
    year, month = divmod(today.year * 12 + today.month - 1 - number, 12)
    if year < 1:
        return None
    return f"{year:04}-{month + 1:02}-{min(today.day, monthrange(year, month + 1)[1]):02}"


def _span(match: re.Match[str], today: date | None) -> str | None:
    """ "over the past six months", "in the last year": up to the document's day."""
    count = (match["count"] or "one").lower()
    number = int(count) if count.isdigit() else COUNTS[count]
    if today is None or not number:
        return None
    unit = match["unit"].lower()
    if unit in {"day", "week"}:
        start: str | None = (today - timedelta(days=number * (7 if unit == "week" else 1))).isoformat()
    else:
        start = _months_before(today, number * (12 if unit == "year" else 1))
    return start and f"{start}/{today.isoformat()}"


def _weekend(match: re.Match[str], today: date | None) -> str | None:
    """The weekend before, or the one that it is."""
    if today is None:
        return None
    saturday = today - timedelta(days=(today.weekday() - DAYS["saturday"]) % 7)
    return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"


def _period(match: re.Match[str], today: date | None) -> str | None:
    if today is None:
        return None
    unit = match["unit"].lower()
    way = {"last": -1, "previous": -1, "past": -1, "next": 1, "this": 0, "the": 0, "coming": 1}
    shift = way[match["which"].lower()]
    if unit == "week":
        return week(today + timedelta(weeks=shift))
    if unit == "year":
        return str(today.year + shift)
    months = today.year * 12 + today.month - 1 + shift
    return f"{months // 12}-{months % 12 + 1:02}"


def week(day: date) -> str:
    monday = day - timedelta(days=day.weekday())
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _month_range(match: re.Match[str], today: date | None) -> str | None:
    first, last = MONTHS[match["month"].lower()], MONTHS[match["until"].lower()]
    end = int(match["end"]) if match["end"] else today.year if today else None
    if end is None:
        return None
    start = int(match["year"]) if match["year"] else end - (first > last)
    return f"{start}-{first:02}-01/{end}-{last:02}-{monthrange(end, last)[1]}"


def _quarter(match: re.Match[str], today: date | None) -> str | None:
    year = int(match["year"]) if match["year"] else today.year if today else None
    if year is None:
        return None
    which = match["which"].lower()
    first = 3 * (int(which) - 1 if which.isdigit() else ORDINALS.index(which)) + 1
    return f"{year}-{first:02}-01/{year}-{first + 2:02}-{monthrange(year, first + 2)[1]}"


def _season(match: re.Match[str], today: date | None) -> str | None:
    first = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}[match["season"].lower()]
    told = match.groupdict().get("year")
    if not told and today is None:
        return None
    year = (
        int(told) if told else today.year - (match["which"].lower() == "last" and today.month <= first) if today else 0
    )
    return f"{year}-{first:02}-01/{year}-{first + 2:02}-{monthrange(year, first + 2)[1]}"


def _season_of_year(match: re.Match[str], today: date | None) -> str | None:
    """ "the spring of *last year*": of the year before, whether this year's has passed or not."""
    if today is None:
        return None
    first = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}[match["season"].lower()]
    year = today.year - (match["which"].lower() == "last")
    return f"{year}-{first:02}-01/{year}-{first + 2:02}-{monthrange(year, first + 2)[1]}"


def _part_of_year(match: re.Match[str], today: date | None) -> str | None:
    parts = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "the end of": (12, 12)}
    halves = {"first half of": (1, 6), "second half of": (7, 12), "latter half of": (7, 12)}
    first, last = (parts | halves)[match["part"].lower()]
    which = match.groupdict().get("which")
    if which and today is None:
        return None
    year = today.year - (which.lower() == "last") if which and today else int(match["year"])
    return f"{year}-{first:02}-01/{year}-{last:02}-{monthrange(year, last)[1]}"


_A, _AI = re.ASCII, re.ASCII | re.I
GRAMMAR: tuple[tuple[re.Pattern[str], Resolver], ...] = (
    (re.compile(r"\b(?:19|20)\d\d-[01]\d-[0-3]\d\b", _A), _iso),
    (re.compile(rf"(?<![\d.]){_D}\.(?P<number>1[0-2]|0?[1-9])\.{_Y}(?![\d])", _A), _dotted),
    (re.compile(rf"(?<![\d/.-]){_D}(?P<sign>[-/])(?P<number>1[0-2]|0?[1-9])(?P=sign){_Y}(?![\d/-])", _A), _slashed),
    (re.compile(rf"(?<![\d/.-])(?P<number>1[0-2]|0?[1-9])(?P<sign>[-/]){_D}(?P=sign){_Y}(?![\d/-])", _A), _slashed),
    (re.compile(rf"\b{_D}{_THROUGH}{_LAST}(?:st|nd|rd|th)?\s{_M}(?:,?\s{_Y})?\b", _A), _days),
    (re.compile(rf"\b{_M}\s{_D}{_THROUGH}{_LAST}\b(?:,?\s{_Y}\b)?", _A), _days),
    (re.compile(rf"\b{_D}\s{_M}(?=\s(?:and|to)\s(?:\d\d?\s)?{_UNTIL}\s{_LATER}\b)", _A), _month_before_year),
    (re.compile(rf"\b{_M}\s{_D}(?=\s(?:and|to)\s{_UNTIL}\s\d\d?,\s{_LATER}\b)", _A), _month_before_year),
    (re.compile(rf"\b(?:{_DAY},?\s)?{_M}\s{_D}\b,?\s{_Y}\b", _A), _day),
    (re.compile(rf"\b(?:{_DAY},?\s)?{_D}\s(?:of\s)?{_M},?\s{_Y}\b", _A), _day),
    (re.compile(rf"\b(?:{_DAY},?\s)?{_M}\s{_D}\b(?!,?\s(?:19|20)\d\d|\s(?:million|billion|per|%))", _A), _day),
    (re.compile(rf"\b(?:{_DAY},?\s)?{_D}\s(?:of\s)?{_M}(?!,?\s(?:19|20)\d\d)(?!\w)", _A), _day),
    (re.compile(rf"\b{_FROM}{_D}\s{_M}(?:\s{_Y})?{_AND}{_LAST}\s{_UNTIL}(?:,?\s{_END})?\b", _A), _day_range),
    (re.compile(rf"\b{_FROM}{_M}\s{_D}(?:,\s{_Y})?{_AND}{_UNTIL}\s{_LAST}(?:,\s{_END})?\b", _A), _day_range),
    (re.compile(rf"\b{_M}(?=\s(?:and|to)\s{_UNTIL}\s(?:of\s)?{_LATER}\b)", _A), _month_before_year),
    (re.compile(rf"\b{_FROM}{_M}(?:\s{_Y})?{_AND}{_UNTIL}(?:,?\s{_END})?\b", _A), _month_range),
    (re.compile(rf"\b(?i:(?P<which>first|second|third|fourth)\squarter)(?:\sof\s{_Y})?\b", _A), _quarter),
    (re.compile(rf"\bQ(?P<which>[1-4])\s(?:of\s)?{_Y}\b", _A), _quarter),
    (re.compile(rf"\b(?i:(?P<season>spring|summer|autumn|fall))\s(?:of\s)?{_Y}\b", _A), _season),
    (re.compile(rf"\b{_M},?\s(?:of\s)?{_Y}\b", _A), _month),
    (re.compile(rf"\b(?i:(?P<which>last|this|next))\s{_M}(?!\w)", _A), _relative_month),
    (re.compile(rf"\b(?:{_D}\s)?{_M}(?:\s{_DAY_BEHIND})?,?\s(?:of\s)?{_THAT_YEAR}\b", _A), _of_that_year),
    (re.compile(rf"(?<=\b[Ii]n\s){_M}{_BARE}", _A), _month),
    (re.compile(rf"(?<=\b(?:since|until)\s){_M}{_BARE}", _A), _month),
    (re.compile(rf"{_behind('by', 'By', 'from', 'From', 'during', 'During')}(?!May){_M}{_BARE}", _A), _month),
    (re.compile(rf"{_behind('month of', 'Since', 'Until', 'In early', 'In late')}{_M}{_BARE}", _A), _month),
    (re.compile(rf"{_PART}{_M}{_BARE}", _A), _month),
    (re.compile(rf"{_behind('a', 'an')}{_M}(?=\s{_ACT}\b)", _A), _month_before),
    (re.compile(rf"{_OWN}{_M}(?=\s(?:[Ee]xecutive\s)?(?i:{_ACT})\b)", _A), _month_before),
    (re.compile(rf"\b{_PART_OF}[\s-]{_Y}\b", _A), _part_of_year),
    (re.compile(rf"\b{_PART_OF}[\s-](?P<which>last|this)\syear\b", _A), _part_of_year),
    (re.compile(rf"\b{_FROM}{_Y}{_AND}(?P<last>(?:19|20)\d\d)\b", _A), _years),
    (re.compile(rf"\b{_Y}-(?P<last>(?:19|20)?\d\d)\b(?!-)", _A), _years),
    (re.compile(rf"(?<![\w$€£.,/-]){_Y}\b(?![\w%]|[.,]\d|-\d)", _A), _year),
    (re.compile(rf"\b(?:(?i:(?P<which>last|this|next))\s)?{_DAY}{_PART_OF_DAY}\b", _A), _weekday),
    (re.compile(rf"\b(?P<word>{_WORD})\b", _AI), _word),
    (re.compile(rf"\b(?<!half\s){COUNT}\s{_UNIT}s?\s(?:ago|earlier)\b", _AI), _ago),
    (re.compile(rf"(?<=\bcomes\s)(?:(?:just|only)\s)?{COUNT}\s{_UNIT}s?(?=\safter\b)", _AI), _ago),
    (re.compile(rf"{_LASTING}(?:past|last)\s(?:{COUNT}\s)?{_UNIT}s?\b", _AI), _span),
    (re.compile(rf"{_behind('over the', 'during the', 'at the', 'last', 'this past')}weekend\b", _AI), _weekend),
    (re.compile(r"\b(?P<season>spring|summer|autumn|fall)\sof\s(?P<which>last|this)\syear\b", _AI), _season_of_year),
    (re.compile(r"\b(?P<which>last|this)\s(?P<season>spring|summer|autumn|fall)\b", _AI), _season),
    (re.compile(rf"\b(?:(?:earlier|later)\s)?{_WHICH}\s(?P<unit>week|month|year)\b", _AI), _period),
    (re.compile(r"\b(?:earlier|later)\sin\s(?P<which>the)\s(?P<unit>week|month|year)\b", _AI), _period),
)  # fmt: skip


def is_bare_day(text: str) -> bool:
    """ "*Friday*", "*this Friday morning*": a day without a date, so that it may be the last one or the next."""
    return set(text.lower().split()) <= DAYS.keys() | BESIDE_DAY


def is_day(value: str) -> bool:
    """Whether a value is one whole day ("2024-05-31"), and no month, year or interval."""
    return re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None


def week_on(day: str) -> str:
    """The same day of the next week."""
    return (date.fromisoformat(day) + timedelta(days=7)).isoformat()
