"""Whose deed it is that somebody condemns or appeals: "Turkey blocked X. Amnesty condemned *the move*".

Who speaks against a ban, an arrest or a decision speaks against whoever took it, and so does who appeals it; a text
names him where it tells of the measure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.event.filling import elsewhere, filled
from kg.event.history import told_before, trigger
from kg.model import PARTIES, Fact, Filler, is_local
from kg.vocabulary import is_a

#: How one speaks against a thing.
AGAINST = re.compile(
    r"(?:critici[sz]|condemn|slam|blast|decr(?:y|ie)|denounc|deplor|lament|lambast|castigat|assail|oppos|protest|object"
    r"|berat|rebuk|chastis|regret|deride|deriding|alarm|concern|worr|outrag|disturb|dismay|fear|disappoint|appal)",
    re.IGNORECASE,
)
#: Words before a noun that tell nothing of it.
BEFORE = r"(?:(?:the|this|that|these|those|such|its|their|his|her|new|recent|latest|whole|entire|government's) )*"
#: Bare nouns for whatever was done last.
BARE = re.compile(BEFORE + r"(?:move|decision|step|measure|action|act|development|crackdown)s?", re.IGNORECASE)
CENSORSHIP = re.compile(BEFORE + r"act of (?:\w+ )?(?:censorship|repression|intimidation|retaliation)", re.IGNORECASE)
#: Nouns for what somebody does to somebody, and the events they tell.
DEEDS = {
    r"ban|block|blocking|blockade|blackout|shutdown|suspension|restriction|prohibition|closure": {"Ban"},
    r"arrest|detention|imprisonment|jailing": {"Arrest", "Sentence"},
    r"sentence|sentencing|conviction|verdict": {"Sentence", "Conviction", "Ruling"},
    r"charge|prosecution|indictment": {"Charge"},
    r"fine|penalty": {"Fine"},
    r"order|directive|demand": {"Order"},
    r"removal|takedown|deletion": {"ContentRemoval"},
    r"ruling|judgment|judgement": {"Ruling"},
}
KINDS = [(re.compile(BEFORE + rf"(?:{nouns})s?\b", re.IGNORECASE), types) for nouns, types in DEEDS.items()]
#: What somebody can be told to have done.
MEASURES = frozenset().union(*DEEDS.values()) | {
    "PolicyChange", "LawAdoption", "LawProposal", "Designation", "Warrant", "Investigation", "InformationRequest",
}  # fmt: skip
#: What an authority decides on a party, that the party appeals.
DECIDED = {"Fine", "Ban", "Order", "Designation"}
#: Characters within which a bare noun takes up what was done, and a party appeals what befell it.
REACH = 500
FAR = 1500


def with_answerable(facts: list[Fact]) -> list[Fact]:
    """The facts with whoever did what is condemned or appealed as the target, where they name nobody."""
    return [_with_doer(_with_decider(fact, facts), facts) for fact in facts]


def _with_doer(fact: Fact, facts: Sequence[Fact]) -> Fact:
    """ "Kenya blocked Tixo. Article 19 *condemned the ban*": against who banned it."""
    matter = fact.args.get("matter", ())
    if fact.type != "Statement" or "target" in fact.args or not matter or not AGAINST.match(_word(fact)):
        return fact
    label = matter[0].label
    bare = BARE.fullmatch(label) or CENSORSHIP.fullmatch(label)
    types = MEASURES if bare else next((types for kind, types in KINDS if kind.match(label)), set())
    own = [f for f in facts if f.type in types and f.polarity == "affirmed" and _doers(f, fact)]
    if bare:
        before = told_before(own, fact, matter[0].start, REACH)
        return filled(fact, {"target": elsewhere(_doers(before[-1], fact))}) if before else fact
    named = [f for f in own if any(t.label in label or label in t.label for t in f.args.get("target", ()))]
    own = named or own
    one = len({frozenset(d.id for d in _doers(f, fact)) for f in own}) == 1
    return filled(fact, {"target": elsewhere(_doers(own[0], fact))}) if one else fact


def _doers(measure: Fact, speech: Fact) -> tuple[Filler, ...]:
    """Who did it, none of whom speaks of it."""
    doers = measure.args.get("agent", ())
    own = {f.id for role in PARTIES for f in speech.args.get(role, ())}
    return () if own & {f.id for f in doers} else doers


def _word(fact: Fact) -> str:
    """The word by which a fact is told first."""
    start = trigger(fact)
    return next((e.quote[start - e.start :] for e in fact.evidence if e.start <= start < e.end), "")


def _with_decider(fact: Fact, facts: Sequence[Fact]) -> Fact:
    """ "The regulator fined Veyra. Veyra *appealed*": against the regulator; a court that judged is no party."""
    appellants = {f.id for f in fact.args.get("agent", ()) if not is_local(f.id)}
    if fact.type != "Appeal" or "target" in fact.args or not appellants:
        return fact
    own = [f for f in facts if f.type in DECIDED and f.polarity == "affirmed" and appellants & f.ids("target")]
    before = told_before(own, fact, trigger(fact), FAR)
    decided = _doers(before[-1], fact) if before else ()
    bodies = tuple(f for f in decided if is_a(f.type, "PublicBody") and not is_a(f.type, "Court"))
    return filled(fact, {"target": elsewhere(bodies)}) if bodies else fact
