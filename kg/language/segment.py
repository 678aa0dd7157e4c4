"""Where the sentences of a text stand: line breaks always split, full stops where a sentence can end.

The parser sees one sentence at a time, so that a subheading never steals the next sentence's subject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

ABBREVIATIONS = frozenset(
    "mr mrs ms mt ft dr prof gen gov sen rep st jr sr inc corp ltd pvt pte pty co no vs v u.s u.k u.n e.g i.e "
    "etc jan feb mar apr jun jul aug sep sept oct nov dec lt col sgt capt hon rev art sec dept d.c a.m p.m "
    "bros cf fig al rs llc n.v s.a b.v".split()
)
STOP = re.compile(r"[.!?…]+(?P<close>[\"'”’)\]]*)\s+(?=[\"'“‘(\[]*[A-Z0-9])")
#: "BRASILIA, Oct 17 (Reuters) - ": where and by whom an agency's report was filed is no part of its first sentence.
DATELINE = re.compile(
    r"\s*[A-ZÀ-Þ][A-ZÀ-Þ.'-]+(?:[ /][A-ZÀ-Þ.'-]+)*(?:, [A-Z][\w. ]*)?"
    r"(?:\s?\([A-Z][\w .]*\)\s?[-–—]+|\s?/[A-Z][\w -]*/\s?[-–—]+|\s[–—]|\s--?)\s"
)
STARTERS = {
    "The",
    "In",
    "It",
    "He",
    "She",
    "They",
    "On",
    "A",
    "An",
    "But",
    "This",
    "That",
    "According",
    "However",
    "At",
    "Its",
    "His",
}
ALONE = {"u.s", "u.k", "u.n", "inc", "corp", "ltd", "co", "llc", "d.c", "a.m", "p.m", "etc", "jr", "s.a", "b.v", "n.v"}


@dataclass(frozen=True, slots=True)
class Span:
    """One sentence: offsets into the text, and whether its line is a title."""

    start: int
    end: int
    zone: str


def segment(text: str) -> list[Span]:
    """The sentences of a text, in order; white space around them is left out."""
    spans: list[Span] = []
    lines = [m for m in re.finditer(r"[^\n\r]+", text) if m.group().strip()]
    for number, line in enumerate(lines):
        zone = "title" if _is_heading(line.group(), number, len(lines)) else "body"
        spans.extend(_sentences(text, line.start(), line.end(), zone))
    return spans


def _is_heading(line: str, number: int, lines: int) -> bool:
    words = line.split()
    return (
        lines > 1 and len(words) <= 30 and line.rstrip()[-1] not in ".!?\"”'’,;:" and (number == 0 or len(words) <= 12)
    )


def _sentences(text: str, start: int, end: int, zone: str) -> list[Span]:
    spans: list[Span] = []
    dateline = DATELINE.match(text, start, end)
    begin = dateline.end() if dateline else start
    for stop in STOP.finditer(text, begin, end):
        if _ends(text, begin, stop):
            spans.append(_trim(text, begin, stop.end(), zone))
            begin = stop.end()
    spans.append(_trim(text, begin, end, zone))
    return [span for span in spans if span.end > span.start]


def _ends(text: str, begin: int, stop: re.Match[str]) -> bool:
    if stop.group().strip() != ".":
        return True
    word = re.search(r"[\w.]*$", text[begin : stop.start()])
    last = word.group().lower() if word else ""
    following = re.match(r"[\"'“‘(\[]*(\w+)", text[stop.end() :])
    if last in ABBREVIATIONS or re.fullmatch(r"[a-z](?:\.[a-z])*", last):
        return last in ALONE and following is not None and following[1] in STARTERS
    return True


def _trim(text: str, start: int, end: int, zone: str) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end, zone)
