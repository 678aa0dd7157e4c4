"""What takes up an event that the text has told just before, and says no more than that.

"The court ordered Veyra to close the page. *Veyra refused.*" and "Ghana blocked Viber. *Togo did the same*" tell by
themselves neither what was refused nor what was done; without the event before they tell nothing.
"""

from __future__ import annotations

import re

from kg.event.filling import elsewhere, filled
from kg.event.history import told_before, trigger
from kg.model import DEMANDS, PARTIES, SPEECH, Fact, Filler, is_local
from kg.reference.referent import FIRMS

#: Rules for an answer that says neither to what nor to whom.
ANSWERS = {"compliance.bare", "refusal.plain", "refusal.silent"}
#: Rules for doing what somebody else did.
SAME = {"ban.same", "content-removal.same"}
#: What one who does the same does not share: who does it, when and where.
OWN = {"agent", "time", "place"}
DONE = ("affirmed", "actual")
#: Who lifts a ban that is its own; courts and owners lift those of others.
LIFTING = {"Country", "Region", "Government"}
#: Characters within which an event is taken up.
REACH = 600
BARE_BAN = re.compile(
    r"(?:(?:the|this|that|its|their|same|an?|temporary|[a-z]+-(?:long|day|week|month|year)) )*"
    r"(?:ban|suspension|shutdown|blackout|blockade|block)s?|access"
)


def with_taken_up(facts: list[Fact]) -> list[Fact]:
    """The facts with what they take up; an answer to nothing, or the same as nothing, is left out."""
    found: dict[int, Fact] = dict(enumerate(facts))
    for i in sorted(found, key=lambda i: trigger(facts[i])):
        told = _taken_up(found[i], list(found.values()))
        if told is None:
            del found[i]
        else:
            found[i] = told
    return list(found.values())


def _taken_up(fact: Fact, facts: list[Fact]) -> Fact | None:
    rules = {e.rule for e in fact.evidence}
    if rules <= ANSWERS:
        return _to_demand(fact, facts)
    if rules <= SAME:
        return _as_before(fact, facts)
    if rules <= {"ban-lifted.step"}:
        return _undone(fact, facts)
    if fact.type == "Ban" and not fact.args.get("agent"):
        return _by_lifter(fact, facts)
    return _of_ban(fact, facts) if rules <= {"ban-lifted.the-ban", "ban-lifted.access"} else fact


def _to_demand(fact: Fact, facts: list[Fact]) -> Fact | None:
    """ "Veyra refused": what was demanded of it last, and who demanded it."""
    agents = fact.args.get("agent", ())
    houses = {f.id for f in agents} | {f.id for f in _houses(agents, facts)}
    demands = [
        one
        for one in told_before(facts, fact, trigger(fact), REACH)
        if one.type in DEMANDS and _is_asked(agents, houses, one)
    ]
    if not demands or not demands[-1].args.get("matter"):
        return None
    demand = demands[-1]
    known = {f.id for f in agents}
    asking = elsewhere(f for f in demand.args.get("agent", ()) if f.id not in known)
    return filled(fact, {"recipient": asking, "matter": demand.args["matter"]})


def _houses(agents: tuple[Filler, ...], facts: list[Fact]) -> list[Filler]:
    """What somebody has founded or heads: he answers for it."""
    known = {f.id for f in agents}
    ties = [one for one in facts if one.type in {"founderOf", "holdsOffice"} and one.args.get("object")]
    return [f for tie in ties if known & tie.ids("subject") for f in tie.args["object"]]


def _is_asked(agents: tuple[Filler, ...], houses: set[str | None], demand: Fact) -> bool:
    """Whether somebody is among those of whom something is demanded; a firm may be one of "the operators"."""
    asked = demand.args.get("target", ())
    if houses & {f.id for f in asked}:
        return True
    group = [f for f in asked if is_local(f.id) and f.label.endswith("s")]
    return any(f.type == "Company" and one.type in FIRMS for one in agents for f in group)


def _as_before(fact: Fact, facts: list[Fact]) -> Fact | None:
    """ "Togo did the same": what the event before was against, if it was one of that kind and by somebody else."""
    before = told_before(facts, fact, trigger(fact), REACH)
    last = before[-1] if before else None
    if last is None or last.type != fact.type or last.polarity != "affirmed" or last.modality != fact.modality:
        return None
    doing = fact.ids("agent")
    if doing & {f.id for role in PARTIES for f in last.args.get(role, ())}:
        return None
    return filled(fact, {role: fillers for role, fillers in last.args.items() if role not in OWN})


def _undone(fact: Fact, facts: list[Fact]) -> Fact | None:
    """ "Veyra reversed *the step*": the last thing that it has told to be blocked or taken down."""
    doing = fact.ids("agent")
    steps = [one for one in told_before(facts, fact, trigger(fact), REACH) if doing & one.ids("agent")]
    last = next((one for one in reversed(steps) if one.type not in SPEECH), None)
    if last is None or last.type not in {"Ban", "ContentRemoval"} or (last.polarity, last.modality) != DONE:
        return None
    shared = {role: last.args.get(role, ()) for role in ("target", "matter", "place")}
    return filled(fact, shared)


def _of_ban(fact: Fact, facts: list[Fact]) -> Fact:
    """ "The ban was lifted": of what the last ban that was told was of, and where that was."""
    if fact.args.get("target") or not all(BARE_BAN.fullmatch(f.label.lower()) for f in fact.args.get("matter", ())):
        return fact
    bans = [
        one
        for one in told_before(facts, fact, trigger(fact), REACH)
        if one.type == "Ban" and one.polarity == "affirmed"
    ]
    if not bans or not bans[-1].args.get("target"):
        return fact
    banned = elsewhere(bans[-1].args["target"])
    return filled(
        fact, {"target": banned, "matter": (), "place": fact.args.get("place") or bans[-1].args.get("place", ())}
    )


def _by_lifter(fact: Fact, facts: list[Fact]) -> Fact:
    """ "Peru lifted its ban on Veyra, *which was blocked* over a clip": a state that ends a ban had made it."""
    banned = {f.key for f in fact.args.get("target", ())}
    before = told_before(facts, fact, trigger(fact), REACH)
    same = [one for one in before if banned & {f.key for f in one.args.get("target", ())}]
    last = next((one for one in reversed(same) if one.type in {"Ban", "BanLifted"}), None)
    if last is None or last.type != "BanLifted" or (fact.polarity, fact.modality) != DONE:
        return fact
    states = tuple(f for f in last.args.get("agent", ()) if f.type in LIFTING)
    places = (fact.args.get("place", ()), last.args.get("place", ()))
    apart = all(places) and not {f.id for f in places[0]} & {f.id for f in places[1]}
    if (last.polarity, last.modality) != DONE or not states or apart:
        return fact
    return filled(fact, {"agent": elsewhere(states), "place": places[0] or elsewhere(places[1])})
