"""For what somebody was held or sentenced, where another sentence tells it: "Ann Lee was arrested. *She is accused of
hacking a bank*", "Bo Kim was jailed for a year. *He had been convicted of stalking*".
"""

from __future__ import annotations

import re

from kg.event.filling import filled
from kg.model import Fact
from kg.vocabulary import is_a

#: What befalls somebody for an offence, and which other facts tell the offence, the surest first.
TOLD_BY = {
    "Arrest": ("Charge", "Warrant", "Accusation"),
    "Warrant": ("Charge", "Accusation"),
    "Conviction": ("Charge", "Sentence"),
    "Sentence": ("Conviction", "Charge"),
}
#: What does not say which offence ("held on *unspecified charges*").
VAGUE = re.compile(r"(?:[\w-]+ ){0,2}(?:charges?|counts?|offen[cs]es?|crimes|allegations|accusations)", re.IGNORECASE)
#: Characters between the two sentences.
NEAR = 450


def with_offences(facts: list[Fact]) -> list[Fact]:
    """The facts with the offence that another fact of the same person tells beside them."""
    return [_with_offence(fact, facts) for fact in facts]


def _with_offence(fact: Fact, facts: list[Fact]) -> Fact:
    """What one is held for; whoever was held twice was held for two things, of which the text does not say which."""
    if fact.type not in TOLD_BY or "matter" in fact.args or fact.polarity == "negated" or fact.modality != "actual":
        return fact
    if sum(one.type == fact.type and _is_of_same(one, fact) for one in facts) > 1:
        return fact
    told = [one for one in facts if _tells_offence(one, fact)]
    matter = next((one.args["matter"] for type_ in TOLD_BY[fact.type] for one in told if one.type == type_), None)
    return filled(fact, {"matter": matter}) if matter else fact


def _tells_offence(one: Fact, held: Fact) -> bool:
    """Whether a fact beside it, on the word of the same sources, tells what the person did, or an authority says so."""
    matters = one.args.get("matter", ())
    vague = all(VAGUE.fullmatch(f.label) for f in matters)
    if one.type not in TOLD_BY[held.type] or vague or one.polarity == "negated":
        return False
    years = [found for fact in (one, held) if (found := _years(fact))]
    if one.modality not in {"actual", "alleged"} or (len(years) > 1 and not years[0] & years[1]):
        return False
    accusers = one.args.get("agent", ()) if one.type == "Accusation" else ()
    official = all(is_a(f.type, "PublicBody") or is_a(f.type, "Country") for f in accusers)
    near = min(max(a.start, b.start) - min(a.end, b.end) for a in one.evidence for b in held.evidence) <= NEAR
    return official and near and one.attribution == held.attribution and _is_of_same(one, held)


def _years(fact: Fact) -> set[str]:
    return {(f.value or "")[:4] for f in fact.args.get("time", ())}


def _is_of_same(one: Fact, other: Fact) -> bool:
    """Whether two facts befall the same person."""
    first, second = ({f.key for f in fact.args.get("target", ())} for fact in (one, other))
    return bool(first & second)
