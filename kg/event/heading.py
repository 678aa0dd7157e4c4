"""Whether the text below a heading tells its event with the names: "*Watchdog* fines *tech giant*"."""

from __future__ import annotations

from kg.event.compare import overlap, shares_words, stems, words
from kg.event.retelling import item
from kg.event.ties import Ties
from kg.model import PARTIES, Fact, Filler

#: Events of which a document mostly tells one, which its heading tells too.
HEADED = {
    "Investigation", "Charge", "Arrest", "Release", "Lawsuit", "Ruling", "Conviction", "Acquittal", "Sentence",
    "Settlement", "Fine", "Ban", "BanLifted", "Designation", "Order",
}  # fmt: skip
#: Events of which it may tell several: the heading tells the one of the lead, in some of its words.
LED = {
    "Accusation", "Appeal", "Commitment", "ContentRemoval", "Denial", "Disclosure", "Hearing", "InformationRequest",
    "LawAdoption", "LawProposal", "PolicyChange", "Refusal", "Warning",
}  # fmt: skip
#: Characters within which a text tells what its heading tells; what stands further down is the background.
BELOW = 1500
#: Characters within which the lead stands.
LEAD = 700
#: Characters within which a lead tells more exactly than its heading whether something has happened.
NEXT = 350
#: Of more words than these what two tell of must share two.
SHORT = 3
#: What a law is called whose name is told elsewhere.
BARE_LAWS = {"act", "bill", "law", "legislation", "measure", "new law", "new rules", "regulations", "rules"}


def is_heading_of(heading: Fact, fact: Fact, ties: Ties) -> bool:
    """Whether a heading tells the event that the text tells below it."""
    if heading.type != fact.type or heading.polarity != fact.polarity:
        return False
    if heading.type == "Statement":
        return _agree(heading, fact, "agent", ties) and shares_words(heading, fact, 0.5)
    below = min(e.start for e in fact.evidence) - max(e.start for e in heading.evidence)
    if below > (BELOW if heading.type in HEADED else LEAD) or not _is_like(heading, fact):
        return False
    if heading.modality != fact.modality and not (below < NEXT and _tells_status(heading, fact)):
        return False
    return not _differ(heading, fact) and _have_parties(heading, fact, ties)


def _is_like(heading: Fact, fact: Fact) -> bool:
    """Whether both are of a kind that a document tells once, or say the same of what they are about."""
    if heading.type == "Order":
        return _about_one(heading, fact)
    if heading.type == "ContentRemoval" and item(heading) == item(fact) != "":
        return True
    return heading.type in HEADED or (heading.type in LED and _share_a_word(heading, fact))


def _tells_status(heading: Fact, fact: Fact) -> bool:
    """ "*faces fine*", "*to fine*", "*bans* ads": whether a lead may tell as done, or as planned, what it heads."""
    pairs = {("possible", "actual"), ("possible", "planned"), ("planned", "actual")}
    pairs |= {("actual", "planned")} if heading.type in HEADED else set()
    told = (heading.modality, fact.modality) in pairs and heading.polarity == "affirmed"
    return told and (overlap(heading, fact, "target") or overlap(heading, fact, "amount") or _about_one(heading, fact))


def _differ(heading: Fact, fact: Fact) -> bool:
    """Whether a time or an amount of one is not that of the other; a sum may be told in two currencies."""
    if "time" in heading.args and "time" in fact.args and not overlap(heading, fact, "time"):
        return True
    if "amount" not in heading.args or "amount" not in fact.args or overlap(heading, fact, "amount"):
        return False
    units = [{_unit(f) for f in one.args["amount"]} for one in (heading, fact)]
    return bool(units[0] & units[1])


def _unit(amount: Filler) -> str:
    """The currency of a sum; durations have one for all."""
    currency, _, number = (amount.value or "").partition(" ")
    return currency if number else "P"


def _have_parties(heading: Fact, fact: Fact, ties: Ties) -> bool:
    if heading.type == "Settlement" and _settle(heading, fact):
        return True
    shared = [role for role in PARTIES if role in heading.args and role in fact.args]
    return bool(shared) and all(_agree(heading, fact, role, ties) for role in shared)


def _settle(heading: Fact, fact: Fact) -> bool:
    """Whether a firm settles in both, on whichever side it is told."""
    sides = [{f.id for role in PARTIES for f in one.args.get(role, ()) if f.id} for one in (heading, fact)]
    return bool(sides[0]) and sides[0] <= sides[1]


def _agree(heading: Fact, fact: Fact, role: str, ties: Ties) -> bool:
    return overlap(heading, fact, role) or ties.may_mean(heading.args.get(role, ()), fact.args.get(role, ()))


def _about_one(heading: Fact, fact: Fact) -> bool:
    """Whether two demands share a word of what is demanded: an authority may make several of one firm."""
    one, other = ([words(m) for m in f.args.get("matter", ())] for f in (heading, fact))
    return any(a & b for a in one for b in other)


def _share_a_word(heading: Fact, fact: Fact) -> bool:
    """Whether what the two are about shares a word, where both say it."""
    things = [_things(one) for one in (heading, fact)]
    if not all(things):
        return True
    bare = any(f.label.lower() in BARE_LAWS for one in (heading, fact) for f in one.args.get("law", ()))
    one, other = (frozenset.union(*map(stems, said)) for said in things)
    return bare or len(one & other) >= (1 if min(len(one), len(other)) <= SHORT else 2)


def _things(fact: Fact) -> list[str]:
    """What an event is about; what is taken down may be told as either role."""
    roles = ("target", "matter", "law") if fact.type == "ContentRemoval" else ("matter", "law")
    return [f.label for role in roles for f in fact.args.get(role, ())]
