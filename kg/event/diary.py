"""The days under which a diary tells its events: "*14 May 2025:* The court hears the case. Counsel asks for a stay."

A timeline or case tracker heads each entry with a day, and all that the entry tells in its main clauses was then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.language.support import support_verb
from kg.language.token import Sentence, Token
from kg.model import Claim, Mention

SAME_PERIOD = re.compile(
    r"\b(?:in|over|during|for|throughout) the same (?:period|months?|year|quarter|half|time ?frame)\b",
    re.IGNORECASE,
)
#: What stands between the day of an entry and what it tells.
BEHIND_DAY = {":", "-", "–", "—", "|"}
#: As many days head a diary at the least; one alone is the day of a letter or a dateline.
LEAST = 2
TOLD = {"actual", "demanded", "alleged"}
#: The shortest value that tells more than a year ("2024-05").
MONTH = 7


class Diary:
    """The day of each sentence of a document, where its entries are headed by days."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        heads = {s.index: day for s in sentences if (day := _heading_day(s)) is not None}
        self._periods = dict(_periods_again(text, sentences))
        self._days = dict(_entries(text, sentences, heads)) if len(heads) >= LEAST else {}

    def day(self, claim: Claim) -> Mention | None:
        """The day of what a main clause of an entry tells."""
        day = self._days.get(claim.match.sentence) or self._periods.get(claim.match.sentence)
        trigger = self.sentences[claim.match.sentence].tokens[claim.match.trigger]
        told = claim.modality in TOLD and _is_main(trigger, day, claim.modality) if day is not None else False
        return day if told else None


def _heading_day(sentence: Sentence) -> Mention | None:
    """The day that a sentence begins with and that a colon or dash, or its end, cuts off from the rest."""
    first = next((t for t in sentence.tokens if t.mention is not None and t.mention.type == "Time"), None)
    day = first.mention if first is not None else None
    if day is None or day.start != sentence.start or day.value is None or len(day.value) < MONTH:
        return None
    behind = next((t for t in sentence.tokens if t.start >= day.end), None)
    return day if behind is None or behind.text in BEHIND_DAY else None


def _periods_again(text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[int, Mention]]:
    """The sentences that tell what happened "*in the same period*", with the last stretch of time told before."""
    last: Mention | None = None
    for sentence in sentences:
        if last is not None and SAME_PERIOD.search(text, sentence.start, sentence.end):
            yield sentence.index, last
        for token in sentence.tokens:
            mention = token.mention
            if mention is not None and mention.type == "Time" and _is_stretch(mention.value or ""):
                last = mention


def _is_stretch(value: str) -> bool:
    """Whether a time is no single day: a year, a month or what lies between two."""
    return "/" in value or len(value) < len("2024-05-01")


def _entries(text: str, sentences: Sequence[Sentence], heads: dict[int, Mention]) -> Iterator[tuple[int, Mention]]:
    """Each sentence of an entry with its day: those of the line that it heads, or of the paragraph below."""
    day, begin, alone = None, 0, False
    for sentence in sentences:
        if sentence.index in heads:
            day, begin = heads[sentence.index], sentence.start
            alone = sentence.end <= day.end + 1 and text[sentence.end :].lstrip(" ")[:1] in {"\n", ""}
            if alone:
                begin = sentence.end
                continue
        between = text[begin : sentence.start].lstrip("\n") if alone else text[begin : sentence.start]
        if day is not None and ("\n\n" if alone else "\n") not in between:
            yield sentence.index, day
        else:
            day = None


def _is_main(trigger: Token, day: Mention, modality: str) -> bool:
    """Whether an event is told by a main clause, as of that day and not of one before it, or is demanded by one."""
    below = {"conj", "xcomp", "advcl"} if modality == "demanded" else {"conj", "xcomp"}
    predicate = trigger.head if trigger.dep in {"acomp", "oprd"} else None  # "becomes *available* again"
    verb = trigger if trigger.pos in {"VERB", "AUX"} else support_verb(trigger) or predicate or trigger
    while verb.head is not None:
        if any(c.dep == "aux" and c.lower == "had" for c in verb.children):
            return False
        of_day = day.start <= verb.head.start < day.end
        if not of_day and verb.dep not in below:
            return False
        verb = verb.head
    return not any(c.dep == "aux" and c.lower == "had" for c in verb.children)
