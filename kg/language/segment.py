"""Where the sentences of a text stand: line breaks always split, full stops where a sentence can end.

The parser sees one sentence at a time, so that a subheading never steals the next sentence's subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
#: Where a list was announced that is not in the text ("requires X to: | The vote was 3-0"): nothing ends after these.
LOST_LIST = re.compile(
    r"\b(?:that|to|by|from|with|as|will|must|would|shall|should|cannot|following|includ(?:es?|ed|ing)):\s+"
    r"(?=(?:The|In|It|Under|As|Additionally|These|This|Following|According|If|On|At|When)\b)"
)
ALONE = {"u.s", "u.k", "u.n", "inc", "corp", "ltd", "co", "llc", "d.c", "a.m", "p.m", "etc", "jr", "s.a", "b.v", "n.v"}


NUMBER = re.compile(r"\W*(?:\d{1,2}|[a-z])\W*$")
#: Where a list is announced in the midst of a clause.
LEAD_IN = re.compile(r"\b(?:to|from|that|by):$")
#: No item of it, which is not in the text, follows.
NEW_SENTENCE = re.compile(
    r"(?:The|In|It|Under|As|Additionally|These|This|Following|According|If|On|At|When|We|Today|\w+ly,)\b"
)
#: What stands above a list of links, whose titles tell nothing of the text.
LINKS = re.compile(
    r"\s*(?:#+ )?(?:(?:Important|Relevant|Related|Useful|Other|Key|Additional|More|Further) "
    r"(?:Documents|Links|Resources|Posts|Articles|Content|Coverage|Stories|Reading|Press Releases|News)"
    r"|Links? to (?:important|relevant|related) documents|References|Read more|See also|Further information|Footnotes)"
    r"\s*:?\s*$",
    re.IGNORECASE,
)
#: An item of such a list: numbered or marked, with a link, or without a full stop.
ITEM = re.compile(r"\s*(?:\(?\d{1,2}[.)]|[-•*·–])\s|.*[(\[](?:[Ll]ink|PDF|pdf)s?[)\]]|[^.!?]*$")


@dataclass(frozen=True, slots=True)
class Span:
    """One sentence: offsets into the text, and whether its line is a title."""

    start: int
    end: int
    zone: str


def segment(text: str) -> list[Span]:
    """The sentences of a text, in order; white space around them is left out."""
    spans: list[Span] = []
    lines = list(_told([m for m in re.finditer(r"[^\n\r]+", text) if m.group().strip()]))
    for number, line in enumerate(lines):
        zone = "title" if _is_heading(line.group(), number, len(lines)) else "body"
        found = _sentences(text, line.start(), line.end(), zone)
        if spans and found and number and _goes_on(text, spans[-1], lines[number - 1], found[0]):
            item = found.pop(0)
            if found and NUMBER.match(text, item.start, item.end):
                item = found.pop(0)
            spans[-1] = Span(spans[-1].start, item.end, spans[-1].zone)
        spans.extend(found)
    return spans


def _goes_on(text: str, lead: Span, line: re.Match[str], item: Span) -> bool:
    """ "We urge the ministry to: | *Publish the letters.*": the first item of a list completes its sentence."""
    ends = lead.end == len(line.string[: line.end()].rstrip())
    lost = NEW_SENTENCE.match(text, item.start) is not None
    return ends and not lost and LEAD_IN.search(text, lead.start, lead.end) is not None


def _told(lines: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The lines without lists of links, which other texts' titles fill."""
    listing = False
    for line in lines:
        listing = LINKS.match(line.group()) is not None or (listing and ITEM.match(line.group()) is not None)
        if not listing:
            yield line


def _is_heading(line: str, number: int, lines: int) -> bool:
    words = line.split()
    return (
        lines > 1 and len(words) <= 30 and line.rstrip()[-1] not in ".!?\"”'’,;:" and (number == 0 or len(words) <= 12)
    )


def _sentences(text: str, start: int, end: int, zone: str) -> list[Span]:
    spans: list[Span] = []
    dateline = DATELINE.match(text, start, end)
    begin = dateline.end() if dateline else start
    stops = [*STOP.finditer(text, begin, end), *LOST_LIST.finditer(text, begin, end)]
    for stop in sorted(stops, key=lambda stop: stop.start()):
        if stop.re is LOST_LIST or _ends(text, begin, stop):
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
