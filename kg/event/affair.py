"""What "the issue", "this matter" or "the case" is, told shortly before it.

"Despite the hack of Veyra's servers, the ministry has not examined *the issue*": the hack. Where no mishap or wrong is
told of by such a noun it is what somebody was accused of, wrote about or was to look into. "*The move*" and "such a
decision" are the one measure that was told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.event.filling import filled
from kg.event.history import told_before
from kg.language.phrase import phrase
from kg.language.token import Sentence, Token
from kg.model import Fact, Filler

#: Events that can be about something told before.
ABOUT = {"Investigation", "Meeting", "Hearing", "Statement", "Lawsuit", "Appeal"}
#: Bare nouns for what a text has just told of.
BARE = r"(?:issue|matter|case|incident|affair|situation|controversy|episode|subject|topic|problem|same)s?"
BARE_NOUN = re.compile(rf"(?:whole |entire |same )?{BARE}", re.IGNORECASE)
TAKEN_UP = r"\b(?:the|this|that|these|those) (?:whole |entire |very |same )?"
#: Mishaps and wrongs that can be "the issue".
AFFAIRS = {
    "abuse", "attack", "breach", "censorship", "crackdown", "cyberattack", "cyber-attack", "discrimination",
    "espionage", "eavesdropping", "fraud", "hack", "hacking", "harassment", "infringement", "interference", "intrusion",
    "leak", "leakage", "misuse", "outage", "revelation", "scam", "scandal", "scraping", "shutdown", "snooping",
    "spying", "surveillance", "theft", "threat", "violation", "wiretapping",
}  # fmt: skip
#: Events whose matter can be what is taken up; of a case only those that are cases themselves.
TELLING = {"Accusation", "Charge", "Investigation", "Lawsuit", "Statement", "Hearing", "Meeting"}
CASES = {"Accusation", "Charge", "Lawsuit", "Conviction"}
#: Rules for what is told as a topic, and not as a whole sentence.
TOPICS = {"statement.write-to", "statement.write-about", "statement.remarks", "statement.express"}
#: Bare nouns for a measure that a text has just told of, and what may be one.
MOVE = re.compile(r"(?:such |latest |recent |new )?(?:an? )?(?:move|step|measure|action|decision|development)s?", re.I)
SUCH = r"\b(?:the|this|that|these|those|such an?|such) (?:latest |recent |new )?"
MEASURES = {
    "Arrest", "Ban", "BanLifted", "Charge", "ContentRemoval", "Fine", "LawAdoption", "Order", "PolicyChange", "Ruling",
    "Sentence",
}  # fmt: skip
#: Events that can be about a measure.
JUDGING = {"Appeal", "Denial", "Lawsuit", "Statement"}
#: Characters within which a noun takes up what was told.
REACH = 500


def with_affairs(facts: list[Fact], sentences: Sequence[Sentence]) -> list[Fact]:
    """The facts with what such a noun takes up in its place, where the text has told it just before."""
    return [_with_affair(fact, facts, sentences) for fact in facts]


def with_measures(facts: list[Fact], sentences: Sequence[Sentence]) -> list[Fact]:
    """The facts with the measure that "the move" or "such a decision" takes up in its place."""
    return [_with_measure(fact, facts, sentences) for fact in facts]


def _with_measure(fact: Fact, facts: list[Fact], sentences: Sequence[Sentence]) -> Fact:
    matter = fact.args.get("matter", ())
    if fact.type not in JUDGING or len(matter) != 1 or not MOVE.fullmatch(matter[0].label):
        return fact
    measure = _measure(fact, matter[0], facts, sentences)
    return filled(fact, {"matter": (measure,)}) if measure is not None else fact


def _with_affair(fact: Fact, facts: list[Fact], sentences: Sequence[Sentence]) -> Fact:
    matter = fact.args.get("matter", ())
    if fact.type not in ABOUT or len(matter) != 1 or not BARE_NOUN.fullmatch(matter[0].label):
        return fact
    again = re.compile(TAKEN_UP + re.escape(matter[0].label) + r"\b", re.IGNORECASE)
    if not any(again.search(e.quote) for e in fact.evidence):
        return fact
    place = matter[0].start
    told = _affair(place, sentences) or _topic(fact, facts, place)
    return filled(fact, {"matter": (told,)}) if told is not None else fact


def _measure(fact: Fact, matter: Filler, facts: list[Fact], sentences: Sequence[Sentence]) -> Filler | None:
    """ "Peru banned Veyra. Amnesty condemned *the move*": the clause of the one measure told before, in its words."""
    bare = matter.label.lower().removeprefix("such ").removeprefix("an ").removeprefix("a ")
    again = re.compile(rf"{SUCH}(?:{re.escape(matter.label)}|{re.escape(bare)})\b", re.IGNORECASE)
    if not any(again.search(e.quote) for e in fact.evidence):
        return None
    taken = (one for one in told_before(facts, fact, matter.start, REACH) if one.type in MEASURES)
    told = [one for one in taken if (one.polarity, one.modality) == ("affirmed", "actual")]
    if len(told) != 1:
        return None  # of several the text does not say which
    cues = [c.start for one in told for e in one.evidence for c in e.cues if c.kind == "trigger"]
    start = max((c for c in cues if c < matter.start), default=None)
    sentence = _around(start, sentences) if start is not None else None
    word = next((t for t in sentence.tokens if t.start == start), None) if sentence is not None else None
    found = phrase(word, sentence) if word is not None and sentence is not None else None
    if found is None or found.end > matter.start or " " not in found.text:
        return None
    return Filler(found.text, "Phrase", found.start, found.end)


def _affair(place: int, sentences: Sequence[Sentence]) -> Filler | None:
    """The last mishap or wrong that is told by a noun of its own before a place, in its sentence or the one before."""
    here = _around(place, sentences)
    if here is None:
        return None
    near = [s for s in sentences[max(0, here.index - 2) : here.index + 1] if s.zone == here.zone]
    for sentence in reversed(near):
        told = [t for t in sentence.tokens if t.start < place and place - t.start < REACH and _is_affair(t)]
        found = next((m for t in reversed(told) if (m := phrase(t, sentence)) is not None and m.end <= place), None)
        if found is not None:
            return Filler(found.text, "Phrase", found.start, found.end)
    return None


def _around(place: int, sentences: Sequence[Sentence]) -> Sentence | None:
    return next((s for s in sentences if s.start <= place < s.end), None)


def _is_affair(noun: Token) -> bool:
    """Whether a noun tells of a certain mishap or wrong ("the *Veyra* hack", "leaks *of* mails"), and no mere kind."""
    if noun.lemma not in AFFAIRS or noun.pos != "NOUN" or noun.dep in {"compound", "nmod"}:
        return False
    told = any(c.dep in {"compound", "poss", "nmod"} or (c.dep == "prep" and c.lower == "of") for c in noun.children)
    owned = noun.child("poss")
    return told and (owned is None or owned.pos != "PRON")


def _topic(fact: Fact, facts: list[Fact], place: int) -> Filler | None:
    """What somebody was accused of, wrote about or looked into last before a place."""
    types = CASES if fact.args["matter"][0].label.lower().endswith("case") else TELLING
    told = [
        one.args["matter"][0]
        for one in told_before(facts, fact, place, REACH)
        if one.type in types and one.polarity == "affirmed" and len(one.args.get("matter", ())) == 1
        if one.type != "Statement" or any(e.rule in TOPICS for e in one.evidence)
        if not BARE_NOUN.fullmatch(one.args["matter"][0].label)
    ]
    return Filler(told[-1].label, "Phrase", told[-1].start, told[-1].end) if told else None
