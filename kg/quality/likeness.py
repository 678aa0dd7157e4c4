"""Whether two names, phrases, times or amounts mean the same, as far as their wording tells."""

from __future__ import annotations

import re
from collections.abc import Iterable

SMALL = frozenset(
    "a an the of for to in on with and or by from that which its their his her it at as into over under any some"
    " be is are was were has have had not".split()
)
ENDINGS = ("ations", "ation", "ings", "ing", "ied", "ies", "ed", "es", "s", "e")
DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?")
#: "EUR 5000000", or an ISO 8601 duration of one unit.
MEASURES = (re.compile(r"\s*([A-Z]{3})\s*([\d.,]+)\s*"), re.compile(r"\s*(P)([\d.]+)[YMDW]\s*"))
ROUNDING = 0.005


def same_name(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether a name of one is a name of the other, or its beginning or end of at least half the words."""
    words = [folded.split() for name in theirs if (folded := fold(name))]
    return any(_same_words(fold(name).split(), other) for name in ours if fold(name) for other in words)


def _same_words(one: list[str], other: list[str]) -> bool:
    short, long = sorted((one, other), key=len)
    return 2 * len(short) >= len(long) and short in (long[: len(short)], long[-len(short) :])


def same_matter(one: str, other: str) -> bool:
    """Whether two phrases share half of their content words, or one stands nearly whole in a not much longer one."""
    mine, theirs = content(one), content(other)
    if not mine or not theirs:
        return False
    shared, short, long = len(mine & theirs), min(len(mine), len(theirs)), max(len(mine), len(theirs))
    if overlap(one, other) >= 0.5:
        return True
    return shared / short >= 0.75 and long <= (4 if short == 1 else 24)


def overlap(one: str, other: str) -> float:
    """The Dice coefficient of two phrases' content words, from 0 to 1."""
    mine, theirs = content(one), content(other)
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine and theirs else 0.0


def same_time(wanted: str, found: str) -> bool:
    """Whether a time is the wanted one (one of those between `|`) or lies within it."""
    inner = interval(found)
    return inner is not None and any(
        (outer := interval(one)) is not None
        and (outer == inner or (not one.startswith("--") and outer[0] <= inner[0] and inner[1] <= outer[1]))
        for one in wanted.split("|")
    )


def interval(value: str) -> tuple[str, str] | None:
    """The first and last day of an ISO 8601 date, month, year or interval; a date without a year is both itself."""
    value = value.strip()
    if "/" in value:
        first, last = map(interval, value.split("/", 1))
        return (first[0], last[1]) if first and last else None
    if value.startswith("--"):
        return value, value
    if not (found := DATE.fullmatch(value)):
        return None
    year, month, day = found.groups()
    return f"{year}-{month or '01'}-{day or '01'}", f"{year}-{month or '12'}-{day or '31'}"


def same_amount(wanted: str, found: str) -> bool:
    """Whether two amounts have one unit and, but for rounding, one number."""
    ours, theirs = amount(wanted), amount(found)
    if ours is None or theirs is None:
        return False
    return ours[0] == theirs[0] and abs(ours[1] - theirs[1]) <= ROUNDING * abs(ours[1])


def amount(text: str) -> tuple[str, float] | None:
    """("EUR", 5000000.0) of "EUR 5000000", ("P", 8.0) of "P8Y"; None for anything else."""
    found = next((hit for measure in MEASURES if (hit := measure.fullmatch(text))), None)
    try:
        return (found[1], float(found[2].replace(",", ""))) if found else None
    except ValueError:
        return None


def fold(text: str) -> str:
    """A name without case, punctuation, article and possessive."""
    text = re.sub(r"'s\b", "", text.casefold().replace("’", "'"))
    text = " ".join(re.sub(r"[^\w\s-]", " ", text).split())
    return re.sub(r"^(the|a|an) ", "", text)


def content(text: str) -> set[str]:
    """The words of a phrase that carry its meaning, without their endings."""
    return {_stem(word) for word in re.findall(r"\w+", fold(text)) if word not in SMALL}


def _stem(word: str) -> str:
    fitting = (ending for ending in ENDINGS if word.endswith(ending) and len(word) - len(ending) >= 3)
    return word.removesuffix(next(fitting, ""))
