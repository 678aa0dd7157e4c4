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
    "bros cf fig al rs llc n.v s.a b.v supt insp cmdr cpl maj adm det brig atty asst".split()
)
STOP = re.compile(r"[.!?…]+(?P<close>[\"'”’)\]]*)\s+(?=[\"'“‘(\[]*[A-Z0-9])")
#: "BRASILIA, Oct 17 (Reuters) - ": where and by whom an agency's report was filed is no part of its first sentence.
DATELINE = re.compile(
    r"\s*[A-ZÀ-Þ][A-ZÀ-Þ.'-]+(?:[ /][A-ZÀ-Þ.'-]+)*(?:, [A-Z][\w. ]*)?"
    r"(?:\s?\([A-Z][\w .]*\)\s?[-–—]+|\s?/[A-Z][\w -]*/\s?[-–—]+|\s[–—]|\s--?)\s"
)
#: "Brussels, 18 June 2025 – ": as offices write it.
OFFICE_DATELINE = re.compile(
    r"\s*[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,2}(?:, [A-Z][\w.]+)?,? "
    r"(?:\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})\s?[–—-]{1,2}\s"
)
#: "May 2019 – ": the day of an entry, where more than one line begins so.
ENTRY = re.compile(
    r"\s*(?P<day>(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?(?: \d{1,2},)?"
    r" (?:19|20)\d\d)\s?[–—-]{1,2}\s"
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
#: Where the cells of a table were run together: "the Streaming Rules|We welcomed them.|June 3, 2021|The Draft".
GLUED = re.compile(
    r"(?<=[a-z)][a-z)])(?=(?:We|Our) [a-z])|(?<=[a-z)!] )(?=We (?:have|had|are|were|[a-z]+ed) )"
    r"|(?<=[a-z)]\.)(?=[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})|(?<=, 20\d\d)(?=[A-Z][A-Za-z])"
)
#: Names that are written with an exclamation mark, behind which a sentence seldom ends ("*Yahoo!* Japan was fined").
SHOUTED = re.compile(r"(?<!\w)(?:Yahoo|Joomla|Kahoot|Jeopardy|Yum)!$")
ALONE = frozenset("u.s u.k u.n inc corp ltd co llc d.c a.m p.m etc jr s.a b.v n.v x".split())


NUMBER = re.compile(r"\W*(?:\d{1,2}|[a-z])\W*$")
#: Where a list is announced in the midst of a clause.
BEFORE_LIST = r"\b(?:to|from|that|by|must|will|shall|should|of|with|for)"
LEAD_IN = re.compile(rf"{BEFORE_LIST}:$")
#: Where a list of those is announced to whom papers are brought, of each of which its item tells something of its own.
ADDRESSED = re.compile(r"\b(?:fil|lodg|submi|regist|plac|rais|mov|prefer)\w*\b[^.,;:\n]*\bwith:$")
#: Requests alone are told in full by whom they go to and what they are on, so that their items go on with the list.
REQUESTED = r"\b(?:requests?|quer(?:y|ies)|RTIs?|RTI applications?|information applications?|questionnaires?)\b"
#: Where a list of requests is announced, up to the "the following bodies:" in whose stead each item stands.
REQUESTS = re.compile(
    rf"{REQUESTED}[^.:;\n]{{0,80}}\b(?:with|to|from|before)(?= (?:each of )?(?:the )?following\b[^.:\n]{{0,120}}:$)"
)
#: Where a list of what somebody is said to have done is announced: "alleges that Veyra:", and how its items begin.
ALLEGED = re.compile(
    r"\b(?:alleg|claim|contend|argu|find|found|conclu|assert|charg)\w* that (?:[\w.&'’-]+,? ){0,8}\w+:$"
)
DID = re.compile(
    r"(?:(?:also|\w+ly) )?(?:\w+ed|made|sold|told|hid|kept|took|gave|sent|misled|lied|did|had|ran|held|let|knew|built"
    r"|led|put|set|broke|withheld|withdrew|overcharged|sought|spent|wrote|paid|used)\b",
    re.IGNORECASE,
)
#: The marks of a list within a line: "ordered it to (a) delete the data; (b) pay; and (c) report".
INLINE = re.compile(r"(?<=[\s:;])\(?(?P<mark>[a-h]|[1-9]|i{1,3}|iv|v)\)\s+")
INLINE_LEAD = re.compile(rf"{BEFORE_LIST}:?\s+$")
SERIES = ("abcdefgh", "123456789", ("i", "ii", "iii", "iv", "v"))
BETWEEN_ITEMS = re.compile(r"[;,](?:\s+(?:and|or))?\s*$|\s(?:and|or)\s*$")
#: Where a list of what somebody is "to take the following steps" is announced, behind the "to".
STEPS = re.compile(
    r"\bto(?= (?:\w+ ){0,2}(?:take|undertake|adopt|implement|follow|carry out|comply with|adhere to|do) "
    r"(?:the |these )?(?:\w+ ){0,3}(?:following|steps|measures|actions|recommendations)\b[^.:\n]{0,120}:$)"
)
#: Where a decision announces what it decides, and how each item then begins ("resolves: | FIRST: *to impose* ...").
DECIDING = re.compile(r"\b(?:decide[sd]?|resolve[sd]?)(?: as follows| the following)?:$", re.IGNORECASE)
ORDINAL = r"(?i:first|second|third|fourth|fifth|sixth|seventh)(?:ly)?(?::|[.,]?\s?[-–—]|\.)\s+(?=(?i:to) )"
#: The mark before an item of a list.
MARK = re.compile(rf"\(?(?:\d{{1,2}}|[a-z]|[ivx]{{1,3}})[.)]\s+|[-–—•*·○▪◦‣►✓]\s*|{ORDINAL}")
TO_DO = re.compile(rf"(?:{MARK.pattern})?(?:to|To|TO) ")
#: An item without a mark goes on with a list where the one before it ends so.
MORE_TO_COME = re.compile(r"(?:;|,)(?:\s+(?:and|or))?$|\b(?:and|or)$")
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
    """One sentence: offsets into the text, and whether its line is a title.

    An item of a list goes on with what stands above the list, from `lead` up to its colon.
    """

    start: int
    end: int
    zone: str
    lead: tuple[int, int] | None = None

    @property
    def parts(self) -> tuple[tuple[int, int], ...]:
        """The stretches of the text that make up the sentence."""
        own = (self.start, self.end)
        return (self.lead, own) if self.lead is not None else (own,)


def segment(text: str) -> list[Span]:
    """The sentences of a text, in order; white space around them is left out."""
    spans: list[Span] = []
    lines = list(_told([m for m in re.finditer(r"[^\n\r]+", text) if m.group().strip()]))
    lead: tuple[int, int] | None = None
    diary = sum(ENTRY.match(line.group()) is not None for line in lines) > 1
    for number, line in enumerate(lines):
        zone = "title" if _is_heading(line.group(), number, len(lines)) else "body"
        entry = ENTRY.match(text, line.start(), line.end()) if diary else None
        found = [_trim(text, *entry.span("day"), zone)] if entry is not None else []
        found += _sentences(text, entry.end() if entry is not None else line.start(), line.end(), zone)
        if spans and found and number and _goes_on(text, spans[-1], lines[number - 1], found[0]):
            item = found.pop(0)
            if found and NUMBER.match(text, item.start, item.end):
                item = found.pop(0)
            lead = (spans[-1].start, lines[number - 1].end())
            spans[-1] = Span(spans[-1].start, item.end, spans[-1].zone)
        elif (steps := _announced(text, spans, lines[number - 1], found)) is not None:
            mark = MARK.match(text, found[0].start)
            item_at = mark.end() if mark is not None else found[0].start
            lead = (spans[-1].start, steps)
            found = [span for span in found if span.end > item_at]
            found[0] = Span(item_at, found[0].end, "body", lead)
        elif lead is not None and found and (further := _further_item(text, spans[-1], line)) is not None:
            found = [span for span in found if span.end > further]
            found[0] = Span(further, found[0].end, "body", lead)
        else:
            lead = None
        spans.extend(found)
    return [item for span in spans for item in _inline_items(text, span)]


def _goes_on(text: str, lead: Span, line: re.Match[str], item: Span) -> bool:
    """ "We urge the ministry to: | *Publish the letters.*": the first item of a list completes its sentence."""
    ends = lead.end == len(line.string[: line.end()].rstrip())
    lost = NEW_SENTENCE.match(text, item.start) is not None
    did = ALLEGED.search(text, lead.start, lead.end) is not None and _did(text, item.start)
    deciding = DECIDING.search(text, lead.start, lead.end) is not None and TO_DO.match(text, item.start) is not None
    lost = lost or _of_papers(text, lead)
    return ends and not lost and (deciding or did or LEAD_IN.search(text, lead.start, lead.end) is not None)


def _of_papers(text: str, lead: Span) -> bool:
    """ "We filed appeals with: | 1. *The Home Office, which refused the orders.*": no item goes on with such a list."""
    found = ADDRESSED.search(text, lead.start, lead.end)
    return found is not None and re.search(REQUESTED, found.group(), re.IGNORECASE) is None


def _did(text: str, start: int) -> bool:
    """ "alleges that Veyra: | - *failed* to verify ages": whether an item begins with what somebody did."""
    mark = MARK.match(text, start)
    return DID.match(text, mark.end() if mark is not None else start) is not None


def _inline_items(text: str, span: Span) -> list[Span]:
    """ "ordered it to (a) delete the data; (b) pay": the items of a list in one line, each behind what opens it."""
    marks = list(INLINE.finditer(text, span.start, span.end))
    while marks and INLINE_LEAD.search(text, span.start, marks[0].start()) is None:
        marks.pop(0)
    if len(marks) < 2 or span.lead is not None:
        return [span]
    told = [m["mark"] for m in marks]
    if not any(told == list(series[: len(told)]) for series in SERIES):
        return [span]
    ends = [*(m.start() for m in marks[1:]), span.end]
    items = [(m.end(), _item_end(text, m.end(), end)) for m, end in zip(marks, ends, strict=True)]
    opened = len(text[: marks[0].start()].rstrip())
    lead = (span.start, opened if text[opened - 1] == ":" else opened + 1)
    return [Span(span.start, items[0][1], span.zone), *(Span(start, end, "body", lead) for start, end in items[1:])]


def _item_end(text: str, start: int, end: int) -> int:
    between = BETWEEN_ITEMS.search(text, start, end)
    return between.start() if between is not None else end


def _announced(text: str, before: list[Span], line: re.Match[str], found: list[Span]) -> int | None:
    """ "We urge the ministry to take these steps: | 1. *Publish the letters.*": where the words before "take" end.

    Likewise before "the following bodies", where it lists to whom requests went.
    """
    if not before or not found or before[-1].end != line.start() + len(line.group().rstrip()):
        return None
    item = MARK.match(text, found[0].start)
    begin = item.end() if item is not None else found[0].start
    asked = REQUESTS.search(text, before[-1].start, before[-1].end) if item is not None else None
    if asked is not None:
        return asked.end() + 1
    steps = STEPS.search(text, before[-1].start, before[-1].end)
    capital = re.compile(r"[A-Z][a-z]+ ").match(text, begin)
    return steps.end() + 1 if steps and capital and NEW_SENTENCE.match(text, begin) is None else None


def _further_item(text: str, before: Span, line: re.Match[str]) -> int | None:
    """Where a further item of a list begins behind its mark, or without one where the item before is not the last."""
    begin = line.start() + len(line.group()) - len(line.group().lstrip())
    mark = MARK.match(text, begin, line.end())
    if mark is not None and mark.end() < line.end():
        return mark.end()
    going_on = MORE_TO_COME.search(text[before.start : before.end]) is not None
    start, end = before.lead or (before.start, text.find(":", before.start) + 1)
    going_on = going_on or (ALLEGED.search(text, start, end) is not None and _did(text, begin))
    return begin if going_on and not NEW_SENTENCE.match(text, begin) else None


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
    dateline = DATELINE.match(text, start, end) or OFFICE_DATELINE.match(text, start, end)
    begin = dateline.end() if dateline else start
    stops = [m for border in (STOP, LOST_LIST, GLUED) for m in border.finditer(text, begin, end)]
    for stop in sorted(stops, key=lambda stop: stop.start()):
        if stop.re is not STOP or _ends(text, begin, stop):
            spans.append(_trim(text, begin, stop.end(), zone))
            begin = stop.end()
    spans.append(_trim(text, begin, end, zone))
    return [span for span in spans if span.end > span.start]


def _ends(text: str, begin: int, stop: re.Match[str]) -> bool:
    following = re.match(r"[\"'“‘(\[]*(\w+)", text[stop.end() :])
    if SHOUTED.search(text[begin : stop.start() + 1]):
        return following is not None and following[1] in STARTERS
    if stop.group().strip() != ".":
        return True
    word = re.search(r"[\w.]*$", text[begin : stop.start()])
    last = word.group().lower() if word else ""
    if last in ABBREVIATIONS or re.fullmatch(r"[a-z](?:\.[a-z])*", last):
        return last in ALONE and following is not None and following[1] in STARTERS
    return True


def _trim(text: str, start: int, end: int, zone: str) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end, zone)
