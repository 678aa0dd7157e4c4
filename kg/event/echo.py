"""What a text says by a word that takes up another place: "refused *to do so*", "rejects *this submission*".

Whoever was ordered to delete the data and "refused to do so" refused to delete the data; an argument that a court
rejects is what the party before said.
"""

from __future__ import annotations

import re

from kg.event.filling import elsewhere, filled
from kg.event.history import told_before, trigger
from kg.model import PARTIES, SPEECH, Fact
from kg.vocabulary import is_a

#: Words that stand for what was to be done.
DONE = re.compile(r"(?:to )?(?:do|doing) (?:so|that|this|it)(?: (?:only|again|at all|in time))?", re.IGNORECASE)
#: Events whose matter is what somebody is to do, does or does not do.
DEEDS = {"Order", "Refusal", "Commitment", "InformationRequest", "Compliance", "Disclosure", "Ban", "Cooperation"}
#: Bare nouns for what somebody said.
SAID = re.compile(
    r"(?:(?:this|that|these|those|the|its|their|his|her|all|both|such|any|of) )*"
    r"(?:argument|submission|contention|defence|defense|reasoning|objection|explanation|finding|view)s?",
    re.IGNORECASE,
)
#: Bare nouns for what somebody else said of the denier or of what he did.
CLAIMED = re.compile(
    r"(?:(?:this|that|these|those|the|his|her|their|its|all|both|such|any|of) )*"
    r"(?:allegation|accusation|claim|charge|report|story|suggestion|assertion|complaint|criticism|rumou?r|idea|finding)s?"
    r"(?: against (?:him|her|it|them))?",
    re.IGNORECASE,
)
#: What tells a claim as a clause, which can be denied, and no mere view.
CLAUSES = {f"statement.{name}" for name in ("say", "claim", "report", "media-report", "find", "tell", "findings")}
#: Bare nouns for what somebody had, told or was asked for, and how they are taken up.
HANDED = re.compile(
    r"(?:same )?(?:information|data|details?|material|evidence|findings|records|documents|files|list)", re.IGNORECASE
)
TAKEN_UP = r"\b(?:this|that|the|these|those|such|the same|all|all the|all this) "
#: Bare nouns for what a court has decided.
DECIDED = re.compile(
    r"(?:(?:the|this|that|its|court's|adverse) )*(?:decision|ruling|verdict|judge?ment)", re.IGNORECASE
)
#: Characters within which a word takes up what was said.
REACH = 600


def with_echoes(facts: list[Fact]) -> list[Fact]:
    """The facts with what such a word means in its place, where the text has told it just before."""
    facts = [_with_claimed(_with_said(_with_done(fact, facts), facts), facts) for fact in facts]
    facts = [_with_given(fact, facts) for fact in facts]
    return [_with_decided(_with_handed(fact, facts), facts) for fact in facts]


def _with_handed(fact: Fact, facts: list[Fact]) -> Fact:
    """ "Veyra was asked for its logs. *This information* was given to the police": what was asked for or told."""
    matter = fact.args.get("matter", ())
    if fact.type != "Disclosure" or len(matter) != 1 or not HANDED.fullmatch(matter[0].label):
        return fact
    again = re.compile(TAKEN_UP + re.escape(matter[0].label), re.IGNORECASE)
    if not any(again.search(e.quote) for e in fact.evidence):
        return fact
    place, parties = matter[0].start, {f.id for role in PARTIES for f in fact.args.get(role, ())}
    told = [
        other
        for other in told_before(facts, fact, place, REACH)
        if other.args.get("matter") and not HANDED.fullmatch(other.args["matter"][0].label)
        if other.type in {"Disclosure", "InformationRequest"}
        or (other.type in {"Statement", "Ruling"} and parties & other.ids("agent"))
    ]
    if not told:
        return fact
    last = next((one for one in reversed(told) if one.type not in {"Statement", "Ruling"}), told[-1])
    roles = {"matter": last.args["matter"]}
    known = fact.ids("recipient")
    by = elsewhere(f for f in last.args.get("agent", ()) if last.type == "Disclosure" and f.id not in known)
    return filled(fact, roles if "agent" in fact.args or not by else {**roles, "agent": by})


def _with_given(fact: Fact, facts: list[Fact]) -> Fact:
    """ "We filed a request. The ministry *gave us a copy of the contract*": what was asked for, and of whom."""
    if fact.type != "InformationRequest" or fact.modality != "actual" or "matter" in fact.args:
        return fact
    asking, asked, start = fact.ids("agent"), fact.ids("target"), fact.evidence[0].start
    given = [
        one
        for one in facts
        if one.type == "Disclosure" and (one.polarity, one.modality) == ("affirmed", "actual")
        if start <= one.evidence[0].start < start + REACH and one.args.get("matter")
        if asking & one.ids("recipient") and (not asked or not one.ids("agent") or asked & one.ids("agent"))
    ]
    first = next((one for one in given if not HANDED.fullmatch(one.args["matter"][0].label)), None)
    if first is None:
        return fact
    by = elsewhere(f for f in first.args.get("agent", ()) if f.id not in asking)
    roles = {"matter": first.args["matter"]}
    return filled(fact, {**roles, "target": by} if by and not asked else roles)


def _with_decided(fact: Fact, facts: list[Fact]) -> Fact:
    """ "ruled that riders are staff. Veyra appealed *the ruling*": that riders are staff."""
    matter = fact.args.get("matter", ())
    if fact.type != "Appeal" or len(matter) != 1 or not DECIDED.fullmatch(matter[0].label):
        return fact
    before = [one for one in told_before(facts, fact, matter[0].start, REACH) if one.type == "Ruling"]
    held = before[-1].args.get("matter", ()) if before else ()
    clause = re.compile(rf"\bthat (?:\w+ )?{re.escape(held[0].label)}") if held else None
    if clause is None or not any(clause.search(e.quote) for e in before[-1].evidence):
        return fact
    return filled(fact, {"matter": held[:1]})


def _with_done(fact: Fact, facts: list[Fact]) -> Fact:
    """ "refused *to do so*": what the last deed of that kind was about, where it is of the same person."""
    matter = fact.args.get("matter", ())
    if fact.type not in DEEDS or len(matter) != 1 or not DONE.fullmatch(matter[0].label):
        return fact
    place = matter[0].start
    parties = {f.id for role in PARTIES for f in fact.args.get(role, ())}
    told = [
        other
        for other in told_before(facts, fact, place, REACH)
        if other.type in DEEDS and parties & {f.id for role in PARTIES for f in other.args.get(role, ())}
        if any(not DONE.fullmatch(thing.label) for thing in other.args.get("matter", ()))
    ]
    return filled(fact, {"matter": told[-1].args["matter"]}) if told else fact


def _with_claimed(fact: Fact, facts: list[Fact]) -> Fact:
    """ "Lee says that Veyra sold her mail. Veyra denied *the claim*": what somebody else claimed just before."""
    matter = fact.args.get("matter", ())
    if fact.type == "Denial" and not matter and any(e.rule == "denial.clipped" for e in fact.evidence):
        return _with_just_said(fact, facts)
    if fact.type != "Denial" or len(matter) != 1 or not CLAIMED.fullmatch(matter[0].label):
        return fact
    place = min(e.start for e in fact.evidence)
    deniers = fact.ids("agent")
    claimed = [
        other
        for other in told_before(facts, fact, place, REACH)
        if other.args.get("matter") and not deniers & other.ids("agent")
        if other.type == "Accusation" or _is_claim(other, deniers)
    ]
    accused = [one for one in claimed if one.type == "Accusation"]
    return filled(fact, {"matter": (accused or claimed)[-1].args["matter"]}) if claimed else fact


def _with_just_said(fact: Fact, facts: list[Fact]) -> Fact:
    """ "Lee says that Veyra sold her mail; Veyra denies *this*": what another said last before, as a clause."""
    deniers = fact.ids("agent")
    told = [one for one in told_before(facts, fact, trigger(fact), REACH // 2) if one.type in SPEECH | {"Charge"}]
    last = told[-1] if told else None
    if last is None or last.type == "Denial" or deniers & last.ids("agent"):
        return fact
    clause = last.type in {"Accusation", "Charge"} or any(e.rule in CLAUSES for e in last.evidence)
    said = last.args.get("matter", ())
    return filled(fact, {"matter": said}) if clause and len(said) == 1 else fact


def _is_claim(fact: Fact, of: set[str | None]) -> bool:
    """Whether something is told as a clause of somebody, so that he can deny it."""
    told = any(e.rule in CLAUSES for e in fact.evidence)
    return told and bool(of & fact.ids("target"))


def _with_said(fact: Fact, facts: list[Fact]) -> Fact:
    """ "The firm argued that ... The court rejects *this argument*": what it said, and that it was its own."""
    matter = fact.args.get("matter", ())
    if fact.type not in {"Ruling", "Denial"} or len(matter) != 1 or not SAID.fullmatch(matter[0].label):
        return fact
    place = min(e.start for e in fact.evidence)
    speaking = fact.ids("agent")
    of = fact.ids("target")
    said = [
        other
        for other in told_before(facts, fact, place, REACH)
        if other.type in SPEECH and other.args.get("matter") and other.args.get("agent")
        if not speaking & other.ids("agent")
        if not of or of & other.ids("agent")
    ]
    if not said:
        return fact
    last = said[-1]
    roles = {"matter": last.args["matter"]}
    speakers = elsewhere(f for f in last.args["agent"] if not is_a(f.type, "PublicBody"))
    if fact.type == "Ruling" and "target" not in fact.args:
        roles["target"] = speakers
    return filled(fact, roles)
