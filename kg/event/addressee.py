"""To whom a letter speaks: "The agency wrote to Veyra. *In the letter it explained* ...", "*The letters say* ..."."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.event.filling import elsewhere, filled
from kg.event.history import told_before, trigger
from kg.model import Fact

PAPER = r"(?:\w+ ){0,2}(?:letter|representation|submission|email|e-mail|memo|notice)s?\b(?! (?:to|from|of|by)\b)"
#: How a text goes on about a letter that it has told of.
TAKEN_UP = re.compile(
    rf"\b[Ii]n (?:the|our|its|their|his|her|this|each|both) {PAPER}|^(?:The|Our|Its|Their|His|Her|These|Both) {PAPER}"
)
#: What is sent to somebody, and in which role he stands there.
SENT = {"Statement": "recipient", "Warning": "target"}
SENDING = re.compile(
    r"\b(?:letter|representation|submission|email|e-mail|memo|notice)s?\b|\b(?:wrote|written|writes) to\b"
)
#: Characters within which a letter is told on.
REACH = 900


def with_addressees(facts: Iterable[Fact]) -> list[Fact]:
    """The facts, where what a letter says is said to whom its author sent the last one."""
    found = list(facts)
    return [_to_reader(fact, found) for fact in found]


def _to_reader(fact: Fact, facts: list[Fact]) -> Fact:
    if fact.type != "Statement" or {"recipient", "agent"} & fact.args.keys() != {"agent"}:
        return fact
    if not any(TAKEN_UP.search(e.quote) for e in fact.evidence):
        return fact
    authors = fact.ids("agent")
    sent = [
        one
        for one in told_before(facts, fact, trigger(fact), REACH)
        if one.type in SENT and one.polarity == "affirmed" and authors & one.ids("agent")
        if one.args.get(SENT[one.type]) and any(SENDING.search(e.quote) for e in one.evidence)
    ]
    readers = sent[-1].args[SENT[sent[-1].type]] if sent else ()
    others = {f.id for role in ("agent", "target") for f in fact.args.get(role, ())}
    readers = tuple(f for f in readers if f.id not in others)
    return filled(fact, {"recipient": elsewhere(readers)}) if readers else fact
