"""Roles of a fact that are filled after it was matched, in the order of the contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kg.model import ROLES, Fact, Filler


def filled(fact: Fact, roles: Mapping[str, tuple[Filler, ...]]) -> Fact:
    """An event with its roles and these, the roles in their order; one that is filled with nobody falls away."""
    args = {**fact.args, **roles}
    return replace(fact, args={role: args[role] for role in ROLES if args.get(role)})


def elsewhere(fillers: Iterable[Filler]) -> tuple[Filler, ...]:
    """These fillers as taken from another place of the text, which names them."""
    return tuple(replace(filler, via="nominal") for filler in fillers)


def distinct(fillers: Iterable[Filler]) -> Iterator[Filler]:
    """The fillers without those that mean the same as one before."""
    seen: set[str] = set()
    for filler in fillers:
        if filler.key not in seen:
            seen.add(filler.key)
            yield filler
