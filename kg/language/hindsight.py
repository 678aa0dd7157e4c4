"""What is told in the past tense lies before its document: "was fined *in November*", written in August.

Without a year the nearest date is taken (see `timex`), which for the later half of a year is one that is yet to come.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.language.sequel import SEQUEL
from kg.language.token import Sentence, Token, has_to, tense
from kg.model import Mention

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
#: A month, a quarter or a season: what comes back every year.
MONTH = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?i:\bquarter|spring|summer|autumn|winter)\b"
)
#: What stands before a date of the past: not "due *by*", "postponed *until*", "set *for* November".
SINCE_WHEN = {"in", "on", "since", "during", "of", "from", "between", "around", "early", "late"}
#: What one may do now about a day that is still to come ("was scheduled on 3 November").
AHEAD = {"due", "expect", "schedule", "slate", "plan", "set", "fix", "list", "adjourn", "postpone", "delay", "supposed"}

#: What somebody is bidden to do lies ahead.
BIDDING = {"ask", "order", "invite", "summon", "require", "instruct", "direct"}


def look_back(sentences: Iterable[Sentence], today: str | None) -> None:
    """Set the dates without a year that a past tense tells of, and that would lie ahead, a year earlier."""
    set_back = False
    for token in (t for sentence in sentences for t in sentence.tokens) if today is not None else ():
        mention = token.mention
        if mention is None or mention.value is None or mention.kind != "time":
            continue
        if not SEQUEL.fullmatch(mention.text):  # "*a day later*" goes with the time that it counts from
            set_back = _lies_ahead(mention, today or "") and _is_told_as_past(token)
        if set_back:
            earlier = YEAR.sub(lambda year: str(int(year.group()) - 1), mention.value)
            token.mention = replace(mention, value=earlier)


def _lies_ahead(time: Mention, today: str) -> bool:
    """Whether a date without a year was taken for one after today."""
    value = time.value or ""
    dated = value[:4].isdigit() and value > today and not today.startswith(value)
    return dated and YEAR.search(time.text) is None and MONTH.search(time.text) is not None


def _is_told_as_past(time: Token) -> bool:
    """Whether the clause of a date is in the past tense and does not look ahead."""
    above = time.head
    if above is not None and above.pos == "ADP" and above.lower not in SINCE_WHEN:
        return False
    for token in time.ancestors():
        if token.lemma in AHEAD or (token.dep == "prep" and token.lower not in SINCE_WHEN):
            return False
        if has_to(token):
            return False  # "is expected *to be heard* in November"
        if token.lemma in BIDDING and any(c.dep == "xcomp" and token.i < c.i < time.i for c in token.children):
            return False  # "was asked to testify before the House *on 1 November*", wherever the parser hung the day
        if token.pos in {"VERB", "AUX"} and token.tag != "VBG":
            perfect = any(c.dep == "aux" and c.lemma == "have" for c in token.children)
            return tense(token) in {"VBD", "VBN"} or (perfect and tense(token) in {"VBZ", "VBP"})
    return False
