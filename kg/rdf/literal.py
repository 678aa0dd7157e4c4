"""The values of facts as RDF literals: ISO 8601 dates and intervals, amounts of money, counts and durations."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from kg.vocabulary import XSD

FORMS = {
    "date": r"\d{4}-\d\d-\d\d",
    "gYearMonth": r"\d{4}-\d\d",
    "gYear": r"\d{4}",
    "gMonthDay": r"--\d\d-\d\d",
    "gMonth": r"--\d\d",
}
PRECISIONS = {"date": "day", "gMonthDay": "day", "gYearMonth": "month", "gMonth": "month", "gYear": "year"}


class Bounds(NamedTuple):
    """The first and last day of a time, None where it is open, and its precision (a local name), None if unknown."""

    start: Literal | None
    end: Literal | None
    precision: str | None


class Amount(NamedTuple):
    """Money has a number and a currency, a count a number only, a punishment a duration."""

    number: Literal | None = None
    currency: Literal | None = None
    duration: Literal | None = None


def bounds(value: str) -> Bounds:
    """What an ISO 8601 date or interval covers: "2024-02" from 1 to 29 February; "--08-28" stays without a year."""
    first, slash, last = value.partition("/")
    start, end = _day(first, last=False), _day(last if slash else first, last=True)
    if slash:
        return Bounds(start, end, "interval" if start or end else None)
    return Bounds(start, end, PRECISIONS.get(_form(first)))


def amount(value: str) -> Amount:
    """What "EUR 3000000", "3000000" or the duration "P8Y" means; nothing where it is none of them."""
    if re.fullmatch(r"P(?=.)(\d+[YMWD])*(T(\d+[HMS])+)?", value):
        return Amount(duration=_typed(value, "duration"))
    match = re.fullmatch(r"(?:([A-Z]{3}) )?(\d+(?:\.\d+)?)", value)
    if not match:
        return Amount()
    return Amount(_typed(match[2], "decimal"), Literal(match[1]) if match[1] else None)


def date(text: str) -> Literal:
    """An ISO 8601 date, whole or partial, with the datatype of its form; other words stay a string."""
    form = _form(text)
    return _typed(_dayless(text), form) if form else Literal(text)


def number(text: str) -> Literal:
    """A number as xsd:decimal; other words stay a string."""
    return amount(text).number or Literal(text)


def _day(text: str, last: bool) -> Literal | None:
    form, text = _form(text), _dayless(text)
    if form == "gYear":
        text += "-12-31" if last else "-01-01"
    elif form == "gYearMonth":
        year, month = map(int, text.split("-"))
        text += f"-{monthrange(year, month)[1] if last and 1 <= month <= 12 else 1:02}"
    return date(text) if form else None


def _form(text: str) -> str:
    return next((form for form, pattern in FORMS.items() if re.fullmatch(pattern, _dayless(text))), "")


def _dayless(text: str) -> str:
    """The date without the time of day."""
    return text.partition("T")[0]


def _typed(text: str, datatype: str) -> Literal:
    return Literal(text, datatype=NamedNode(XSD + datatype))
