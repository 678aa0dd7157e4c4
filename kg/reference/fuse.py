"""Facts of one document that tell one event become one fact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product

from kg import vocabulary
from kg.model import PARTIES, Fact, Filler

#: Events of which a document mostly tells one, which its heading tells too.
HEADED = {
    "Investigation", "Charge", "Arrest", "Release", "Lawsuit", "Ruling", "Conviction", "Acquittal", "Sentence",
    "Settlement", "Fine", "Ban", "BanLifted", "Designation",
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
        if index is None and one.again:
            index = next((i for i in reversed(range(len(kept))) if _can_be_again(kept[i], one.fact)), None)
        if index is None and one.adds:
            index = _only_one(kept, one.fact)
        heading = next((i for i in headings if _is_heading_of(kept[i], one.fact, houses)), None)
        if index is None and heading is not None and not one.title:
            headings.remove(heading)
            kept[heading] = _joined(one.fact, kept[heading], fill_only=True)
        elif index is None and not one.adds:
            headings.extend([len(kept)] if one.title else [])
            kept.append(one.fact)
        elif index is not None:
            kept[index] = _joined(kept[index], one.fact)
    return kept


def _pairs(facts: Iterable[Fact]) -> Iterator[tuple[str | None, str | None]]:
    """The services and who owns them, either way round."""
    for fact in facts:
        if fact.type == "ownerOf":
            for owner, owned in product(fact.args.get("subject", ()), fact.args.get("object", ())):
                yield from ((owner.id, owned.id), (owned.id, owner.id))


def _is_heading_of(heading: Fact, fact: Fact, houses: frozenset[tuple[str | None, str | None]]) -> bool:
    """Whether a heading ("*Watchdog* fines *tech giant*") tells the event that the text tells with the names."""
    if heading.type not in HEADED or heading.type != fact.type:
        return False
    if (heading.polarity, heading.modality) != (fact.polarity, fact.modality):
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


def _stands_for(general: tuple[Filler, ...], named: tuple[Filler, ...]) -> bool:
    """Whether a heading's words can mean those whom the text names: "tech giant", or a country for its authorities."""
    people = {vocabulary.is_a(f.type, "Person") for f in (*general, *named)}
    unnamed = all((f.id or "").startswith("doc/") for f in general)
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
    if (first.polarity, first.modality) != (second.polarity, second.modality):
        return False
    if first.type in {"Statement", "Denial", "Accusation", "Order", "Ruling", "Commitment"} and not _same_matter(
        first, second
    ):
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


def _says_the_same(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and a & b >= min(a, b, key=len)


def _words(filler: Filler) -> frozenset[str]:
    return frozenset(w for w in filler.label.casefold().split() if len(w) > 3 or any(c.isdigit() for c in w))


def _joined(first: Fact, second: Fact, fill_only: bool = False) -> Fact:
    """Both facts as one; with `fill_only` the second adds no filler to a role that the first has."""
    args = dict(first.args)
    for role, fillers in second.args.items():
        new = tuple(f for f in fillers if not any(same(f, g) for g in args.get(role, ())))
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
        first.modality,
        attribution,
        first.stage or second.stage,
        tuple(evidence.values()),
    )
