"""Before which court a suit is, and against whom its ruling goes: "*In a suit by Noyb against Veyra* the court ruled".

A report names the court where it tells of the ruling or hearing, and the parties where it tells of the suit. All that
is told there is of one case, where one sentence tells both or the text knows of no other suit and no other court.
"""

from __future__ import annotations

import re

from kg.event.filling import elsewhere, filled
from kg.model import PARTIES, Fact, Filler, is_local
from kg.vocabulary import is_a

#: What a court says of whom a suit is against, where it finds for the plaintiff.
FOUND = re.compile(
    r"\b(?:illegal|unlawful|unconstitutional|violat\w+|infring\w+|breach\w*|invalid|void|liable|negligent|arbitrary"
    r"|discriminat\w+|disproportionate)\b",
    re.IGNORECASE,
)
#: What turns such a finding round.
NOT_FOUND = re.compile(r"\b(?:not?|never|neither|nor|without|whether|lawful)\b", re.IGNORECASE)
#: Steps of a case that tell which court it is before.
STEPS = {"Ruling", "Hearing"}
#: Characters within which a court takes up the suit told before.
NEAR = 400


def with_forum(facts: list[Fact]) -> list[Fact]:
    """The suits of a text with their court, and a ruling against what was done with whom the suit is against."""
    suits = [fact for fact in facts if fact.type == "Lawsuit" and fact.polarity == "affirmed"]
    return [_with_defendant(_with_court(fact, suits, facts), suits) for fact in facts]


def _with_court(fact: Fact, suits: list[Fact], facts: list[Fact]) -> Fact:
    """A suit before the court that rules in the same sentence, or that alone is named in the text."""
    if fact not in suits or "recipient" in fact.args or _courts(fact):
        return fact
    if any(one.type == "Appeal" for one in facts):
        return fact  # the court that is told of may be another than the one where it was brought
    seats = _seats(facts)
    steps = [(one, courts) for one in facts if one.type in STEPS and (courts := _sitting(one, seats))]
    beside = {f.id: f for one, courts in steps if _share_sentence(one, fact) for f in courts}
    named = {f.id: f for one in facts for f in _sitting(one, seats)}
    alone = named if len(suits) == 1 and any(_is_of(one, fact) for one, _ in steps) else {}
    found = next((list(some.values()) for some in (beside, alone) if len(some) == 1), [])
    return filled(fact, {"recipient": elsewhere(found)}) if found and not is_local(found[0].id) else fact


def _with_defendant(fact: Fact, suits: list[Fact]) -> Fact:
    """ "ruled that *the shutdown was illegal*": against the only one whom the suit is against that it decides."""
    if fact.type != "Ruling" or fact.polarity == "negated" or "target" in fact.args or not _courts(fact):
        return fact
    told = " ".join(f.label for f in fact.args.get("matter", ()))
    own = [suit for suit in suits if _share_sentence(suit, fact)] or suits
    if len(own) != 1 or not FOUND.search(told) or NOT_FOUND.search(told):
        return fact
    acting = fact.ids("agent") | fact.ids("recipient")
    against = [f for f in own[0].args.get("target", ()) if f.id not in acting]
    return filled(fact, {"target": elsewhere(against)}) if against else fact


def _seats(facts: list[Fact]) -> dict[str | None, list[Filler]]:
    """The court of each judge whom the text tells of with it ("*Justice Ann Lee of the High Court* heard")."""
    offices = [one for one in facts if one.type == "holdsOffice"]
    return {
        judge.id: courts
        for one in offices
        if (courts := [f for f in one.args.get("object", ()) if is_a(f.type, "Court")])
        for judge in one.args["subject"]
    }


def _sitting(fact: Fact, seats: dict[str | None, list[Filler]]) -> list[Filler]:
    """The courts that an event tells of, or those of its judges."""
    return _courts(fact) or [court for f in fact.args.get("agent", ()) for court in seats.get(f.id, ())]


def _is_of(step: Fact, suit: Fact) -> bool:
    """Whether a step may be one of a suit: it tells of the same parties, or right behind of none."""
    parties, own = (
        {f.id for role in PARTIES for f in one.args.get(role, ()) if not is_a(f.type, "Court")} for one in (step, suit)
    )
    near = 0 <= step.evidence[0].start - suit.evidence[0].start <= NEAR
    return bool(parties & own) or (not parties and near)


def _courts(fact: Fact) -> list[Filler]:
    return [f for role in PARTIES for f in fact.args.get(role, ()) if is_a(f.type, "Court")]


def _share_sentence(one: Fact, other: Fact) -> bool:
    return bool({e.start for e in one.evidence} & {e.start for e in other.evidence})
