"""Facts of one document that tell one event become one fact."""

from __future__ import annotations

from dataclasses import dataclass

from kg import vocabulary
from kg.model import Fact, Filler

PARTIES = ("agent", "target", "recipient")


@dataclass(frozen=True, slots=True)
class Told:
    """A fact as one place of the text tells it; `again` if it speaks of the event as known."""

    fact: Fact
    again: bool


def fuse(told: list[Told]) -> list[Fact]:
    """Facts that tell one event are made one, with the arguments and evidence of all."""
    kept: list[Fact] = []
    for one in told:
        index = next((i for i, other in enumerate(kept) if _tells_thesame(other, one.fact)), None)
        if index is None and one.again:
            index = next((i for i in reversed(range(len(kept))) if _can_be_again(kept[i], one.fact)), None)
        if index is None:
            kept.append(one.fact)
        else:
            kept[index] = _joined(kept[index], one.fact)
    return kept


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
    if (
        "matter" in first.args
        and "matter" in second.args
        and "target" not in shared
        and not _same_matter(first, second)
    ):
        return False
    if first.type in {"Disclosure", "Cooperation", "Refusal", "Compliance", "ContentRemoval"}:
        return bool(shared) and _same_matter(first, second)
    return "target" in shared or (bool(shared) and not any(("target" in f.args) for f in (first, second)))


def _overlap(first: Fact, second: Fact, role: str) -> bool:
    return any(same(a, b) for a in first.args.get(role, ()) for b in second.args.get(role, ()))


def same(a: Filler, b: Filler) -> bool:
    if a.id and b.id:
        return a.id == b.id
    if a.value and b.value:
        return a.value == b.value or (a.type == "Time" and (a.value.startswith(b.value) or b.value.startswith(a.value)))
    return a.label.casefold() == b.label.casefold()


def _same_matter(first: Fact, second: Fact) -> bool:
    a, b = first.args.get("matter"), second.args.get("matter")
    if not a or not b:
        return not a and not b
    return any(same(x, y) or _says_the_same(_words(x), _words(y)) for x in a for y in b)


def _says_the_same(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and a & b >= min(a, b, key=len)


def _words(filler: Filler) -> frozenset[str]:
    return frozenset(word for word in filler.label.casefold().split() if len(word) > 3)


def _joined(first: Fact, second: Fact) -> Fact:
    args = dict(first.args)
    for role, fillers in second.args.items():
        new = tuple(f for f in fillers if not any(same(f, g) for g in args.get(role, ())))
        if role not in args or (role in {"target", "agent", "place", "law"} and new):
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
