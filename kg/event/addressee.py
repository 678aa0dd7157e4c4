"""To whom a letter speaks: "The agency wrote to Veyra. *In the letter it explained* ...", "*The letters say* ..."."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.event.filling import elsewhere, filled
from kg.event.history import told_before, trigger
from kg.model import Fact, Filler

WRITTEN = (
    r"(?:letter|representation|submission|email|e-mail|memo|notice|response|reply|answer|complaint|petition"
    r"|application|brief|filing|information|comments|objection)s?\b"
)
PAPER = rf"(?:\w+ ){{0,2}}{WRITTEN}(?! (?:to|from|of|by|technology|request|rules)\b)"
#: How a text goes on about a letter that it has told of.
TAKEN_UP = re.compile(
    rf"\b[Ii]n (?:the|our|its|their|his|her|this|each|both) {PAPER}|^(?:The|Our|Its|Their|His|Her|These|Both) {PAPER}"
)
#: How it goes on still further, behind a sentence of which that holds ("*We further submitted* that ...").
FURTHER = re.compile(
    r"\b(?:further|also|additionally|moreover|finally|lastly|then|thus|again) (?:\w+ )?"
    r"(?:submit|argu|point|stat|not|highlight|explain|stress|emphasi[sz]|urg|express|contend|add|rais|clarif|observ)\w*\b"
    r"|^(?:Further|Additionally|Moreover|Finally|Lastly|In addition|Furthermore)\b",
    re.IGNORECASE,
)
#: What is sent to somebody, and in which role he stands there.
SENT = {"Statement": "recipient", "Warning": "target", "Disclosure": "recipient"}
SENDING = re.compile(rf"\b{WRITTEN}|\b(?:wrote|written|writes) to\b", re.IGNORECASE)
#: Characters within which a letter is told on.
REACH = 900


def with_addressees(facts: Iterable[Fact]) -> list[Fact]:
    """The facts, where what a letter says is said to whom its author sent the last one."""
    found = list(facts)
    found = [_to_reader(fact, found) for fact in found]
    return [_to_same_reader(fact, found) for fact in found]


def _to_reader(fact: Fact, facts: list[Fact]) -> Fact:
    if not _lacks_reader(fact) or not any(TAKEN_UP.search(e.quote) for e in fact.evidence):
        return fact
    authors = fact.ids("agent")
    sent = [
        one
        for one in told_before(facts, fact, trigger(fact), REACH)
        if one.type in SENT and one.polarity == "affirmed" and authors & one.ids("agent")
        if one.args.get(SENT[one.type]) and any(SENDING.search(e.quote) for e in one.evidence)
    ]
    return _told_to(fact, sent[-1].args[SENT[sent[-1].type]]) if sent else fact


def _to_same_reader(fact: Fact, facts: list[Fact]) -> Fact:
    """ "In the letter we said that ... *We also pointed out* that ...": to whom the last thing was said in a paper."""
    if not _lacks_reader(fact) or not any(FURTHER.search(e.quote) for e in fact.evidence):
        return fact
    authors = fact.ids("agent")
    before = [one for one in told_before(facts, fact, trigger(fact), REACH) if one.type == "Statement"]
    last = next((one for one in reversed(before) if "recipient" in one.args), None)
    if last is None or any(authors != one.ids("agent") for one in before[before.index(last) :]):
        return fact
    if not any(TAKEN_UP.search(e.quote) or SENDING.search(e.quote) for e in last.evidence):
        return fact
    return _told_to(fact, last.args["recipient"])


def _told_to(fact: Fact, readers: tuple[Filler, ...]) -> Fact:
    """A statement as said to these, but for its own speaker and those whom it is about."""
    others = {f.id for role in ("agent", "target") for f in fact.args.get(role, ())}
    readers = tuple(f for f in readers if f.id not in others)
    return filled(fact, {"recipient": elsewhere(readers)}) if readers else fact


def _lacks_reader(fact: Fact) -> bool:
    return fact.type == "Statement" and {"recipient", "agent"} & fact.args.keys() == {"agent"}
