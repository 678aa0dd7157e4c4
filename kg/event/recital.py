"""What a text goes on to tell of somebody from a complaint, without saying again that it only tells what is alleged.

"The agency alleged that Veyra misled its users. *In reality, Veyra did not review* what they flagged": a second
accusation by the same accuser, and no change of Veyra's rules. Where nobody has been accused just before it tells none.
"""

from __future__ import annotations

from dataclasses import replace

from kg.event.filling import elsewhere, filled
from kg.event.history import told_before
from kg.model import Fact, Filler, is_local
from kg.vocabulary import is_a, relations

#: Rules for what is told on.
ON = {"accusation.goes-on", "accusation.goes-on-not", "accusation.goes-on-never"}
#: Rules for what a complaint tells of anybody, maybe of somebody who is not accused.
CITED = {"accusation.suit-deed", "accusation.complaint-tells"}
#: What the accused does in between is told of, too.
BETWEEN = {"Statement", "Commitment", "PolicyChange", "Accusation", "Compliance"}
#: Deeds that are only told as the matter of what is alleged.
CONDUCT = {"Compliance", "Commitment", "ContentRemoval", "PolicyChange", "Investigation", "Order", "Warning"}
#: Characters between what was alleged before and the sentence that goes on.
REACH = 600


def with_recitals(facts: list[Fact]) -> list[Fact]:
    """The facts with what is told on by its accuser; without what only looked so, and deeds told within."""
    found: dict[int, Fact] = dict(enumerate(facts))
    for i in sorted(found, key=lambda i: facts[i].evidence[0].start):
        rules = {e.rule for e in facts[i].evidence}
        told: Fact | None = facts[i]
        if rules <= ON:
            told = _told_on(facts[i], list(found.values()))
        elif rules <= CITED:
            told = facts[i] if _is_accused(facts[i], facts) else None
        if told is None:
            del found[i]
        else:
            found[i] = told
    kept = list(found.values())
    return [fact for fact in kept if not _is_within(fact, kept)]


def _told_on(fact: Fact, facts: list[Fact]) -> Fact | None:
    """The accusation by whoever made the last one before, if that was against the same and nothing stands between."""
    if fact.attribution:
        return None
    start = fact.evidence[0].start
    accused = fact.ids("target")
    before = [one for one in told_before(facts, fact, start, REACH) if one.type == "Accusation"]
    if not before:
        return None
    last = before[-1]
    end = max((e.end for e in last.evidence if e.end <= start), default=start)
    known = _with_houses(last.args.get("target", ()), facts)
    others = (one for one in facts if one.type not in relations() for e in one.evidence if end <= e.start < start)
    apart = any(one.type not in BETWEEN or not accused & _acting(one) for one in others)
    if apart or not accused & known or last.polarity == "negated":
        return None
    agents = elsewhere(f for f in last.args.get("agent", ()) if f.id not in accused)
    told = filled(fact, {"target": _same_party(fact, last)})
    return replace(filled(told, {"agent": agents}) if agents else told, attribution=last.attribution)


def _same_party(fact: Fact, last: Fact) -> tuple[Filler, ...]:
    """Whom the sentence names."""
    return fact.args["target"] or last.args["target"]


def _acting(fact: Fact) -> set[str | None]:
    return {f.id for role in ("agent", "target") for f in fact.args.get(role, ())}


def _with_houses(fillers: tuple[Filler, ...], facts: list[Fact]) -> set[str | None]:
    """The parties with the firms that run them and the services that they run."""
    known = {f.id for f in fillers}
    for tie in (one for one in facts if one.type == "ownerOf"):
        ends = {f.id for role in ("subject", "object") for f in tie.args.get(role, ())}
        known |= ends if ends & known else set()
    return known


def _is_accused(fact: Fact, facts: list[Fact]) -> bool:
    """Whether a firm of whose deeds a complaint tells is one that the text's suits are against, if it names any."""
    suits = [one for one in facts if one.type in {"Lawsuit", "Charge"} and one.args.get("target")]
    against = set().union(*(_with_houses(one.args["target"], facts) for one in suits)) if suits else set()
    firms = [f for f in fact.args.get("target", ()) if is_a(f.type, "Company") or is_a(f.type, "Platform")]
    named = {id_ for id_ in against if not is_local(id_)}
    return not named or not firms or any(f.id in against or is_local(f.id) for f in firms)


def _is_within(fact: Fact, facts: list[Fact]) -> bool:
    """Whether every word that tells a deed stands in what an accusation of this kind tells of the same party."""
    if fact.type not in CONDUCT:
        return False
    doing = fact.ids("agent")
    spans = [
        (start, end)
        for one in facts
        if one.type == "Accusation" and doing & one.ids("target")
        for e in one.evidence
        if e.rule in ON | CITED
        for role, start, end in e.spans
        if role == "matter"
    ]
    words = [c for e in fact.evidence for c in e.cues if c.kind == "trigger"]
    return bool(words) and all(any(start <= c.start and c.end <= end for start, end in spans) for c in words)
