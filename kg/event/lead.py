"""Whom a lead means by "a man", where the text below names him: "*A man* has been sentenced. *Karl Dunn*, 34, ..."."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Fact, Filler, is_local
from kg.role.filler import SEIZED

#: What befalls one person in a case, which a lead tells of "a man".
SENTENCED = {"Sentence", "Conviction", "Charge"}
#: What tells who that person is.
TAKEN = SENTENCED | SEIZED
#: Characters within which a lead stands, and behind it the name of whom it tells: further down is the background.
LEAD = 400
BELOW = 900
#: Words for more than one person.
SEVERAL = frozenset("two three four five six seven eight nine ten men women people others".split())


def with_lead(facts: list[Fact]) -> list[Fact]:
    """The facts with the only person of the case in place of somebody unnamed of whom the lead tells."""
    taken = [f for fact in facts if _is_of_case(fact, TAKEN) for f in fact.args.get("target", ()) if not is_local(f.id)]
    named = {f.id: f for f in sorted(taken, key=lambda f: -f.start) if f.start < LEAD + BELOW}
    people = [f for f in named.values() if f.type == "Person"]
    if len(named) != 1 or not people:
        return facts
    return [_named(fact, people[0]) if _is_of_case(fact) else fact for fact in facts]


def _is_of_case(fact: Fact, types: set[str] = SENTENCED) -> bool:
    return fact.type in types and (fact.polarity, fact.modality) == ("affirmed", "actual")


def _named(fact: Fact, person: Filler) -> Fact:
    target = fact.args.get("target", ())
    leads = any(e.start < LEAD for e in fact.evidence) and person.start > fact.evidence[0].start
    if len(target) != 1 or not is_local(target[0].id) or not leads or not _is_one(target[0]):
        return fact
    called = replace(person, start=target[0].start, end=target[0].end, via="nominal")
    return replace(fact, args={**fact.args, "target": (called,)})


def _is_one(filler: Filler) -> bool:
    """Whether a description is of one person ("man", "19-year-old from Leeds"), not of several."""
    words = filler.label.lower().split()
    return (
        filler.type == "Person" and not SEVERAL & set(words) and not words[0].isdigit() and not words[0].endswith("s")
    )
