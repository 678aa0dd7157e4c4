"""Facts of one document that tell one event become one fact."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg import vocabulary
from kg.event.compare import FEWEST, both, kin, overlap, same, same_matter, shares_words, stems, words
from kg.event.filling import filled
from kg.event.heading import BARE_LAWS, LEAD, is_heading_of
from kg.event.price import without_share
from kg.event.retelling import is_another, retells, without_announced
from kg.event.ties import Ties
from kg.gazetteer import Gazetteer
from kg.model import PARTIES, Fact, Filler, is_local
from kg.role.ground import GROUNDED

#: What a hearing is about, where the text says it elsewhere.
GENERAL = re.compile(
    r"(?:(?:the|both|their|all|submissions of the|arguments of the) )*"
    r"(?:case|matter|counsels?|part(?:y|ies)|petitioners?|lawyers?|sides?|petitions?|pleas?"
    r"|(?:submissions?|arguments?)(?: .*)?)",
    re.IGNORECASE,
)
#: A decision that is told without what it decides.
DECISION = re.compile(r"(?:(?:the|its|an?|his|her) )?(?:\w+ )?(?:decision|ruling|verdict|judge?ment)")
#: What is settled, where the text has said elsewhere what it is.
BARE_CHARGES = re.compile(
    r"(?:[\w .]+['’]s? |the |these |those )*(?:charges|allegations|claims|case|complaint|lawsuit)"
)  #: How what somebody may do no more begins.
PRACTICE = re.compile(
    r"(?:\w+ly )?\w+ing\b|(?:(?:any|all|the|further|future|direct|indirect) )*"
    r"(?:involvement|participation|engagement|use|sales?|promotion|marketing|advertising|collection|disclosure"
    r"|transfer|work|employment|activit(?:y|ies)|misrepresentations?)\b",
    re.IGNORECASE,
)

#: What somebody may be held for in several places of a text, each with another part of it.
LISTED = {"Charge"}
#: Where, when and how much: two events differ in them.
CIRCUMSTANCES = ("time", "amount", "place")


@dataclass(frozen=True, slots=True)
class Told:
    """A fact as one place of the text tells it; `again` if it speaks of the event as known, `adds` if only so.

    `title` says that the place is a heading, which the text below tells again with the names.
    """

    fact: Fact
    again: bool
    adds: bool = False
    title: bool = False


def fuse(told: list[Told], gazetteer: Gazetteer) -> list[Fact]:
    """Facts that tell one event are made one, with the arguments and evidence of all."""
    kept: list[Fact] = []
    headings: list[int] = []
    ties = Ties((one.fact for one in told), gazetteer)
    for one in told:
        index = next((i for i, other in enumerate(kept) if _tells_thesame(other, one.fact, ties)), None)
        retold = index is None and not one.adds
        if retold:
            index = next((i for i, other in enumerate(kept) if retells(other, one.fact, ties)), None)
            retold = index is not None
        if index is None and one.again:
            index = next((i for i in reversed(range(len(kept))) if _can_be_again(kept[i], one.fact, ties)), None)
        if index is None and one.adds:
            index = _only_one(kept, one.fact, ties)
        told_above = headings if index is None else [index] if index in headings else []
        heading = next((i for i in told_above if index == i or is_heading_of(kept[i], one.fact, ties)), None)
        if heading is not None and not one.title:
            headings.remove(heading)
            kept[heading] = _under_heading(kept[heading], one.fact, ties, fill_only=index is None or retold)
        elif index is not None:
            more = (
                without_share(kept[index], replace(one.fact, modality=kept[index].modality)) if one.adds else one.fact
            )
            kept[index] = _with_further(_joined(kept[index], more, ties, fill_only=retold), one)
        elif not one.adds:
            headings.extend([len(kept)] if one.title else [])
            kept.append(one.fact)
    return without_announced(kept)


def _under_heading(heading: Fact, fact: Fact, ties: Ties, fill_only: bool) -> Fact:
    """An event as its lead tells it, with what only its heading says; a heading leaves out who says so.

    Who is named there is one of those who act together below. What a text tells far below its heading says no more
    than that ("*This* sets a bad precedent").
    """
    summed_up = fact.type == "Statement" or fact.type in vocabulary.relations()
    below = fact.evidence[0].start - heading.evidence[-1].end
    first, second = (fact, heading) if below < LEAD and not summed_up else (heading, fact)
    if not fill_only and first is heading:
        return replace(_joined(heading, fact, ties), attribution=fact.attribution)
    whole = _joined(first, second, ties, fill_only=fill_only)
    agents = heading.args.get("agent", ()), fact.args.get("agent", ())
    if all(agents) and first is fact and ties.joins(*agents):
        others = {f.id for role in PARTIES if role != "agent" for f in fact.args.get(role, ())}
        whole = filled(whole, {"agent": (*(f for f in agents[0] if f.id not in others), *agents[1])})
    evidence = sorted(whole.evidence, key=lambda e: e.start)
    return replace(whole, modality=fact.modality, attribution=fact.attribution, evidence=tuple(evidence))


def _only_one(kept: list[Fact], fact: Fact, ties: Ties) -> int | None:
    """The one event of its kind that a text tells, of which "the suit also names Ann Lee" tells a further target."""
    alike = [i for i, other in enumerate(kept) if other.type == fact.type and other.polarity == fact.polarity]
    others = {role: fillers for role, fillers in fact.args.items() if role != "target"}
    return alike[0] if len(alike) == 1 and _can_be_again(kept[alike[0]], replace(fact, args=others), ties) else None


def _can_be_again(first: Fact, second: Fact, ties: Ties) -> bool:
    """Whether "the fine" can be the fine told before: nothing that both say may differ."""
    if first.type != second.type or first.polarity != second.polarity:
        return False
    if first.polarity == "negated" and first.modality != second.modality:
        return False  # "must *drop the charges*", "*the charges were dropped*"
    if first.type == "Order" and "matter" in first.args and "matter" in second.args and not same_matter(first, second):
        return False  # "under *the order* it must delete the data", "... and pay back its users": two of its demands
    measured = [role for role in ("amount", "time") if both(first, second, role)]
    return all(overlap(first, second, role) for role in measured) and all(
        ties.agree(first, second, role) or ties.one_court(first, second, role) or _is_other_side(first, second, role)
        for role in PARTIES
        if both(first, second, role)
    )


def _is_other_side(first: Fact, second: Fact, role: str) -> bool:
    """ "The regulator settled with Veyra. Under the order, *Veyra* must pay": a party to the deal on either side."""
    sides = [f.id for side in ("agent", "recipient") for f in first.args.get(side, ())]
    return first.type == "Settlement" and all(f.id in sides for f in second.args[role])


def _tells_thesame(first: Fact, second: Fact, ties: Ties) -> bool:
    if first.type != second.type:
        return False
    if first.type in vocabulary.relations():
        return all(
            overlap(first, second, role)
            for role in ("subject", "object", "value")
            if role in {*first.args, *second.args}
        )
    if _settles_again(first, second):
        return True
    if (first.polarity, first.modality) != (second.polarity, second.modality) or _differ_in_matter(first, second):
        return False
    shared = [role for role in PARTIES if role in first.args and role in second.args]
    if not all(ties.agree(first, second, role) for role in shared) or _are_two(first, second):
        return False
    if _is_one_hearing(first, second):
        return True
    if "matter" in first.args and "matter" in second.args and "target" not in shared and not same_matter(first, second):
        return False
    if first.type in {"Disclosure", "Cooperation", "Refusal", "Compliance", "ContentRemoval"}:
        return bool(shared) and same_matter(first, second)
    if "target" in shared or _is_one_message(first, second) or _are_alike(first, second):
        return True
    return bool(shared) and not any("target" in f.args for f in (first, second))


def _are_two(first: Fact, second: Fact) -> bool:
    """Whether two events differ in time, amount or place; "removed *an app* ... *also* pulled *the app* of a paper"."""
    targets = second.args.get("target", ()) if "target" in first.args else ()
    unnamed = bool(targets) and all(is_local(f.id) for f in targets)
    return _differ(first, second, CIRCUMSTANCES) or (unnamed and is_another(second))


def _are_alike(first: Fact, second: Fact) -> bool:
    """Whether two places tell the same and nothing besides ("the law came into force")."""
    return first.args.keys() == second.args.keys() and all(overlap(first, second, role) for role in first.args)


def _settles_again(first: Fact, second: Fact) -> bool:
    """ "Will pay $3 million to settle allegations that ...", "an order *settling the charges*": one settlement."""
    if first.type != "Settlement" or first.polarity != second.polarity or not _unsaid(first, second):
        return False
    return overlap(first, second, "agent") and not _differ(first, second, ("recipient", "time", "amount"))


def _differ_in_matter(first: Fact, second: Fact) -> bool:
    """Whether events of a kind that what they are about tells apart are about two things."""
    by_matter = first.type in {"Statement", "Denial", "Accusation", "Order", "Ruling", "Commitment"}
    if not (by_matter or _are_provisions(first, second)) or same_matter(first, second):
        return False
    summed_up = first.type == "Statement" and overlap(first, second, "agent") and shares_words(first, second, 0.75)
    return not summed_up and not _is_bare_decision(first, second) and not _is_bare_reproach(first, second)


def _is_bare_decision(first: Fact, second: Fact) -> bool:
    """ "Issued *a decision* against Veyra": the verb and its noun tell one ruling, whose matter is no more than it."""
    matters = [m.label for f in (first, second) for m in f.args.get("matter", ())]
    bare = len(matters) == 1 and DECISION.fullmatch(matters[0]) is not None
    return first.type == "Ruling" and bare and overlap(first, second, "agent") and overlap(first, second, "target")


def _is_bare_reproach(first: Fact, second: Fact) -> bool:
    """ "*The allegations against Lee*", "was accused *of theft*": who is told to be accused, without of what."""
    told = ["matter" in fact.args for fact in (first, second)]
    return first.type == "Accusation" and not all(told) and overlap(first, second, "target")


def _are_provisions(first: Fact, second: Fact) -> bool:
    """ "Is banned *from selling plans*", "... and *from deceiving* users": two provisions; items of a list are one."""
    listed = {e.start for e in first.evidence} & {e.start for e in second.evidence}
    told = _practices(first) and _practices(second) and (_by_gerunds(first) or _by_gerunds(second))
    return first.type == "Ban" and not listed and told


def _unsaid(first: Fact, second: Fact) -> bool:
    """Whether one of two places only says that charges are settled, not which."""
    return any(BARE_CHARGES.fullmatch(m.label) for f in (first, second) for m in f.args.get("matter", ()))


def _differ(first: Fact, second: Fact, roles: tuple[str, ...]) -> bool:
    return any(role in first.args and role in second.args and not overlap(first, second, role) for role in roles)


def _practices(ban: Fact) -> bool:
    """Whether a ban is of what somebody does ("from *selling* plans", "from any *involvement* in it")."""
    matters = ban.args.get("matter", ())
    return bool(matters) and all(PRACTICE.match(m.label) for m in matters)


def _by_gerunds(ban: Fact) -> bool:
    return all(m.label.split()[0].endswith("ing") for m in ban.args["matter"])


def _is_one_hearing(first: Fact, second: Fact) -> bool:
    """Whether a court hears "the case" or "the counsel" of which the text has said more."""
    if first.type != "Hearing" or not overlap(first, second, "agent"):
        return False
    timed = "time" in first.args and "time" in second.args
    return not timed and any(GENERAL.fullmatch(m.label) for f in (first, second) for m in f.args.get("matter", ()))


def _is_one_message(first: Fact, second: Fact) -> bool:
    """Whether one speaker says the same twice, though only one place names whom it is about."""
    said = [words(matter) for fact in (first, second) for matter in fact.args.get("matter", ())]
    telling = all(len(w) >= FEWEST for w in said)
    return first.type == second.type == "Statement" and telling and overlap(first, second, "agent")


def _joined(first: Fact, second: Fact, ties: Ties, fill_only: bool = False) -> Fact:
    """Both facts as one; with `fill_only` the second adds no filler to a role that the first has.

    Of an order told once as given and once as asked for (`retelling`) no more is said than that it was demanded.
    """
    args = dict(first.args)
    for role in second.args:
        known, new = _added(first, second, role, ties)
        listed = role in {"target", "agent", "place", "law"} and not fill_only
        measured = role == "amount" and fill_only and _is_of_any(second)
        fillers = (*known, *new) if listed or (not known and not measured) else known
        if fillers:
            args[role] = fillers
    evidence = {e.id: e for e in (*first.evidence, *second.evidence)}
    attribution = first.attribution if first.attribution and second.attribution else ()
    return Fact(
        "",
        first.doc,
        first.type,
        args,
        first.polarity,
        "demanded" if {first.modality, second.modality} == {"actual", "demanded"} else first.modality,
        attribution,
        first.stage or second.stage,
        tuple(evidence.values()),
    )


def _added(first: Fact, second: Fact, role: str, ties: Ties) -> tuple[tuple[Filler, ...], tuple[Filler, ...]]:
    """The fillers that a role has in the first fact, and those that only the second tells."""
    known = first.args.get(role, ())
    new = tuple(f for f in second.args[role] if not any(same(f, g) or kin(f, g) for g in known))
    if role == "law" and known:
        return _laws(known, new)
    if role in PARTIES:
        others = {f.id for r in PARTIES if r != role for f in first.args.get(r, ()) if f.id}
        new = tuple(f for f in new if f.id not in others and not any(ties.one(f, g) for g in known))
    return known, new


def _is_of_any(removal: Fact) -> bool:
    """ "*User accounts* are suspended for 30 days": how long a house does so, not for those told of before."""
    named = [f.label for role in ("target", "matter") for f in removal.args.get(role, ())]
    whose = "the|these|those|its|their|his|her|both|all"
    pointed = re.compile(rf"\b(?:{whose}) (?:{'|'.join(map(re.escape, named))})", re.IGNORECASE)
    return removal.type == "ContentRemoval" and not any(pointed.search(e.quote) for e in removal.evidence)


def _with_further(whole: Fact, told: Told) -> Fact:
    """ "was charged with fraud. *The charges relate to a raffle*": what only adds to an event tells more of it."""
    known, new = whole.args.get("matter", ()), told.fact.args.get("matter", ())
    further = whole.type in GROUNDED and (told.adds or whole.type in LISTED)
    if not further or not known or not new or same_matter(whole, told.fact):
        return whole
    return filled(whole, {"matter": (*known, *new)})


def _laws(known: tuple[Filler, ...], new: tuple[Filler, ...]) -> tuple[tuple[Filler, ...], tuple[Filler, ...]]:
    """The laws that one place names, and those that the other adds: "the bill" is whichever is named."""
    named = tuple(f for f in new if f.label.lower() not in BARE_LAWS)
    if named and all(f.label.lower() in BARE_LAWS for f in known):
        return named, ()
    told = {stems(f.label) for f in known}
    return known, tuple(f for f in named if stems(f.label) not in told)
