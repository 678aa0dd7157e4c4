"""Facts of one document that tell one event become one fact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product

from kg import vocabulary
from kg.model import PARTIES, Fact, Filler, is_local
from kg.reference.retelling import kin, retells, without_announced

#: Events of which a document mostly tells one, which its heading tells too.
HEADED = {
    "Investigation", "Charge", "Arrest", "Release", "Lawsuit", "Ruling", "Conviction", "Acquittal", "Sentence",
    "Settlement", "Fine", "Ban", "BanLifted", "Designation", "Order",
}  # fmt: skip
#: What a heading names for its authorities ("Russia fines Google").
STATES = {"Country", "Region", "InternationalOrganisation"}
#: What a hearing is about, where the text says it elsewhere.
GENERAL = re.compile(
    r"(?:(?:the|both|their|all|submissions of the|arguments of the) )*"
    r"(?:case|matter|counsels?|part(?:y|ies)|petitioners?|lawyers?|sides?|petitions?|pleas?"
    r"|(?:submissions?|arguments?)(?: .*)?)",
    re.IGNORECASE,
)
#: What is settled, where the text has said elsewhere what it is.
BARE_CHARGES = re.compile(
    r"(?:[\w .]+['’]s? |the |these |those )*(?:charges|allegations|claims|case|complaint|lawsuit)"
)
#: Characters within which a text tells what its heading tells; what stands further down is the background.
BELOW = 1500
#: Longer words that a matter must have to tell a message that is known again.
FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Told:
    """A fact as one place of the text tells it; `again` if it speaks of the event as known, `adds` if only so.

    `title` says that the place is a heading, which the text below tells again with the names.
    """

    fact: Fact
    again: bool
    adds: bool = False
    title: bool = False


def fuse(told: list[Told]) -> list[Fact]:
    """Facts that tell one event are made one, with the arguments and evidence of all."""
    kept: list[Fact] = []
    headings: list[int] = []
    houses = frozenset(_pairs(one.fact for one in told))
    for one in told:
        index = next((i for i, other in enumerate(kept) if _tells_thesame(other, one.fact)), None)
        retold = index is None and not one.adds
        if retold:
            index = next((i for i, other in enumerate(kept) if retells(other, one.fact)), None)
            retold = index is not None
        if index is None and one.again:
            index = next((i for i in reversed(range(len(kept))) if _can_be_again(kept[i], one.fact)), None)
        if index is None and one.adds:
            index = _only_one(kept, one.fact)
        heading = next((i for i in headings if _is_heading_of(kept[i], one.fact, houses)), None)
        if index is None and heading is not None and not one.title:
            headings.remove(heading)
            stated = one.fact.type == "Statement"  # "This sets a bad precedent" below says no more than its heading
            first, second = (kept[heading], one.fact) if stated else (one.fact, kept[heading])
            whole = _joined(first, second, fill_only=True)
            kept[heading] = replace(whole, attribution=one.fact.attribution)  # a heading leaves out who says so
        elif index is None and not one.adds:
            headings.extend([len(kept)] if one.title else [])
            kept.append(one.fact)
        elif index is not None:
            headline = index in headings and not one.title
            kept[index] = _joined(kept[index], one.fact, fill_only=retold)
            if headline:
                headings.remove(index)
                kept[index] = replace(kept[index], attribution=one.fact.attribution)
    return without_announced(kept)


def _pairs(facts: Iterable[Fact]) -> Iterator[tuple[str | None, str | None]]:
    """The services and who owns them, the bodies and who speaks for them, either way round."""
    for fact in facts:
        if fact.type in {"ownerOf", "holdsOffice"}:
            for owner, owned in product(fact.args.get("subject", ()), fact.args.get("object", ())):
                yield from ((owner.id, owned.id), (owned.id, owner.id))


def _is_heading_of(heading: Fact, fact: Fact, houses: frozenset[tuple[str | None, str | None]]) -> bool:
    """Whether a heading ("*Watchdog* fines *tech giant*") tells the event that the text tells with the names."""
    if heading.type == fact.type == "Statement":
        return _overlap(heading, fact, "agent") and _shares_words(heading, fact, 0.5)
    if heading.type not in HEADED or heading.type != fact.type:
        return False
    if (heading.polarity, heading.modality) != (fact.polarity, fact.modality):
        return False
    if fact.type == "Order" and not _about_one(heading, fact):
        return False
    if min(e.start for e in fact.evidence) - max(e.start for e in heading.evidence) > BELOW:
        return False
    shared = [role for role in PARTIES if role in heading.args and role in fact.args]
    measured = [role for role in ("amount", "time") if role in heading.args and role in fact.args]
    return (
        bool(shared)
        and all(_overlap(heading, fact, role) for role in measured)
        and all(
            _overlap(heading, fact, role)
            or _stands_for(heading.args[role], fact.args[role])
            or any((a.id, b.id) in houses for a in heading.args[role] for b in fact.args[role])
            for role in shared
        )
    )


def _about_one(heading: Fact, fact: Fact) -> bool:
    """Whether two demands share a word of what is demanded: an authority may make several of one firm."""
    one, other = ([_words(m) for m in f.args.get("matter", ())] for f in (heading, fact))
    return any(a & b for a in one for b in other)


def _stands_for(general: tuple[Filler, ...], named: tuple[Filler, ...]) -> bool:
    """Whether a heading's words can mean those whom the text names: "tech giant", or a country for its authorities."""
    people = {vocabulary.is_a(f.type, "Person") for f in (*general, *named)}
    unnamed = all(is_local(f.id) for f in general)
    bodies = all(vocabulary.is_a(f.type, "PublicBody") or f.type == "InternationalOrganisation" for f in named)
    state = bodies and all(f.type in STATES for f in general)
    return (unnamed and len(people) == 1) or state


def _only_one(kept: list[Fact], fact: Fact) -> int | None:
    """The one event of its kind that a text tells, of which "the suit also names Ann Lee" tells a further target."""
    alike = [i for i, other in enumerate(kept) if other.type == fact.type and other.polarity == fact.polarity]
    others = {role: fillers for role, fillers in fact.args.items() if role != "target"}
    return alike[0] if len(alike) == 1 and _can_be_again(kept[alike[0]], replace(fact, args=others)) else None


def _can_be_again(first: Fact, second: Fact) -> bool:
    """Whether "the fine" can be the fine told before: nothing that both say may differ."""
    if first.type != second.type or first.polarity != second.polarity:
        return False
    if first.polarity == "negated" and first.modality != second.modality:
        return False  # "must *drop the charges*", "*the charges were dropped*"
    if first.type == "Order" and "matter" in first.args and "matter" in second.args and not _same_matter(first, second):
        return False  # "under *the order* it must delete the data", "... and pay back its users": two of its demands
    shared = [role for role in (*PARTIES, "amount", "time") if role in first.args and role in second.args]
    return all(_overlap(first, second, role) for role in shared)


def _tells_thesame(first: Fact, second: Fact) -> bool:
    if first.type != second.type:
        return False
    if first.type in vocabulary.relations():
        return all(
            _overlap(first, second, role)
            for role in ("subject", "object", "value")
            if role in {*first.args, *second.args}
        )
    if _settles_again(first, second):
        return True
    if (first.polarity, first.modality) != (second.polarity, second.modality) or _differ_in_matter(first, second):
        return False
    shared = [role for role in PARTIES if role in first.args and role in second.args]
    if any(
        not _overlap(first, second, role)
        for role in (*shared, *(r for r in ("time", "amount", "place") if r in first.args and r in second.args))
    ):
        return False
    if _is_one_hearing(first, second):
        return True
    if (
        "matter" in first.args
        and "matter" in second.args
        and "target" not in shared
        and not _same_matter(first, second)
    ):
        return False
    if first.type in {"Disclosure", "Cooperation", "Refusal", "Compliance", "ContentRemoval"}:
        return bool(shared) and _same_matter(first, second)
    if "target" in shared or _is_one_message(first, second):
        return True
    return bool(shared) and not any("target" in f.args for f in (first, second))


def _settles_again(first: Fact, second: Fact) -> bool:
    """ "Will pay $3 million to settle allegations that ...", "an order *settling the charges*": one settlement."""
    if first.type != "Settlement" or first.polarity != second.polarity or not _unsaid(first, second):
        return False
    between = all(_overlap(first, second, role) for role in ("agent", "recipient"))
    return between and not _differ(first, second, ("time", "amount"))


def _differ_in_matter(first: Fact, second: Fact) -> bool:
    """Whether events of a kind that what they are about tells apart are about two things."""
    by_matter = first.type in {"Statement", "Denial", "Accusation", "Order", "Ruling", "Commitment"}
    if not (by_matter or _are_provisions(first, second)) or _same_matter(first, second):
        return False
    summed_up = first.type == "Statement" and _overlap(first, second, "agent") and _shares_words(first, second, 0.75)
    return not summed_up


def _are_provisions(first: Fact, second: Fact) -> bool:
    """ "Is banned *from selling plans*", "... and *from deceiving* users": two provisions; items of a list are one."""
    listed = {e.start for e in first.evidence} & {e.start for e in second.evidence}
    return first.type == "Ban" and not listed and _practices(first) and _practices(second)


def _unsaid(first: Fact, second: Fact) -> bool:
    """Whether one of two places only says that charges are settled, not which."""
    return any(BARE_CHARGES.fullmatch(m.label) for f in (first, second) for m in f.args.get("matter", ()))


def _differ(first: Fact, second: Fact, roles: tuple[str, ...]) -> bool:
    return any(role in first.args and role in second.args and not _overlap(first, second, role) for role in roles)


def _practices(ban: Fact) -> bool:
    """Whether a ban is of what somebody does, told by gerunds."""
    matters = ban.args.get("matter", ())
    return bool(matters) and all(m.label.split()[0].endswith("ing") for m in matters)


def _is_one_hearing(first: Fact, second: Fact) -> bool:
    """Whether a court hears "the case" or "the counsel" of which the text has said more."""
    if first.type != "Hearing" or not _overlap(first, second, "agent"):
        return False
    timed = "time" in first.args and "time" in second.args
    return not timed and any(GENERAL.fullmatch(m.label) for f in (first, second) for m in f.args.get("matter", ()))


def _is_one_message(first: Fact, second: Fact) -> bool:
    """Whether one speaker says the same twice, though only one place names whom it is about."""
    words = [_words(matter) for fact in (first, second) for matter in fact.args.get("matter", ())]
    telling = all(len(w) >= FEWEST_WORDS for w in words)
    return first.type == second.type == "Statement" and telling and _overlap(first, second, "agent")


def _overlap(first: Fact, second: Fact, role: str) -> bool:
    return any(same(a, b) for a in first.args.get(role, ()) for b in second.args.get(role, ()))


def same(a: Filler, b: Filler) -> bool:
    if a.id and b.id:
        return a.id == b.id
    if a.value and b.value:
        if a.type == "Time":
            return a.value.startswith(b.value) or b.value.startswith(a.value)
        return a.value == b.value or (_months(a.value) or 0) == (_months(b.value) or -1)
    return a.label.casefold() == b.label.casefold()


def _months(value: str) -> int | None:
    """How many months a duration has ("P9Y" and "P108M" are one)."""
    years = re.fullmatch(r"P(\d+)Y", value)
    months = re.fullmatch(r"P(\d+)M", value)
    return 12 * int(years[1]) if years else int(months[1]) if months else None


def _same_matter(first: Fact, second: Fact) -> bool:
    a, b = first.args.get("matter"), second.args.get("matter")
    if not a or not b:
        return not a and not b
    return any(same(x, y) or _says_the_same(_words(x), _words(y)) for x in a for y in b)


def _shares_words(first: Fact, second: Fact, part: float) -> bool:
    """Whether a summary and the text below it say the same in part of the longer words of the shorter one."""
    pairs = product(*([_words(m) for m in f.args.get("matter", ())] for f in (first, second)))
    return any(len(a & b) >= max(FEWEST_WORDS, part * min(len(a), len(b))) for a, b in pairs)


def _says_the_same(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and a & b >= min(a, b, key=len)


def _words(filler: Filler) -> frozenset[str]:
    return frozenset(w for w in filler.label.casefold().split() if len(w) > 3 or any(c.isdigit() for c in w))


def _joined(first: Fact, second: Fact, fill_only: bool = False) -> Fact:
    """Both facts as one; with `fill_only` the second adds no filler to a role that the first has.

    Of an order told once as given and once as asked for (`retelling`) no more is said than that it was demanded.
    """
    args = dict(first.args)
    for role, fillers in second.args.items():
        new = tuple(f for f in fillers if not any(same(f, g) or kin(f, g) for g in args.get(role, ())))
        if role not in args or (role in {"target", "agent", "place", "law"} and new and not fill_only):
            args[role] = (*args.get(role, ()), *new)
    evidence = {e.id: e for e in (*first.evidence, *second.evidence)}
    attribution = first.attribution if first.attribution and second.attribution else ()
    return Fact(
        "",
        first.doc,
        first.type,
        args,
        first.polarity,
        first.modality if first.modality == second.modality else "demanded",
        attribution,
        first.stage or second.stage,
        tuple(evidence.values()),
    )
