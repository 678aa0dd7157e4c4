"""What one store tells and another does not: facts gained, lost and changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.factline import to_object
from kg.merging.decision import contents
from kg.model import Fact


@dataclass(frozen=True, slots=True)
class Difference:
    """`changed` are pairs: before and after, told by the same sentence."""

    gained: tuple[Fact, ...]
    lost: tuple[Fact, ...]
    changed: tuple[tuple[Fact, Fact], ...]


def difference(before: Iterable[Fact], after: Iterable[Fact]) -> Difference:
    """The facts of two stores compared: by id, else by document and evidence."""
    old, new = {fact.id: fact for fact in before}, {fact.id: fact for fact in after}
    changed = [(old[id], new[id]) for id in old.keys() & new.keys() if to_object(old[id]) != to_object(new[id])]
    gained = {id: fact for id, fact in new.items() if id not in old}
    lost = {id: fact for id, fact in old.items() if id not in new}
    where = {content: fact for fact in gained.values() for content in contents(fact)}
    for fact in sorted(lost.values(), key=lambda fact: fact.id):
        match = next((where[c] for c in contents(fact) if c in where and where[c].id in gained), None)
        if match is not None:
            changed.append((fact, match))
            del gained[match.id], lost[fact.id]
    pairs = sorted(changed, key=lambda pair: (pair[0].doc, pair[0].id))
    return Difference(
        tuple(sorted(gained.values(), key=_place)), tuple(sorted(lost.values(), key=_place)), tuple(pairs)
    )


def _place(fact: Fact) -> tuple[str, str]:
    return fact.doc, fact.id
