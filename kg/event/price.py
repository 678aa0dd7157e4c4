"""What a settlement costs, where the text tells it as what its order makes somebody pay."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg import vocabulary
from kg.event.filling import elsewhere, filled
from kg.model import Fact

#: How the orders that come with settlements tell of sums.
ORDERED = {"fine.pay", "fine.judgment", "fine.must-pay"}


def without_share(settlement: Fact, more: Fact) -> Fact:
    """What an order adds to a settlement without the sum that only one of several parties has to pay."""
    if more.type != "Settlement" or not more.args.get("amount"):
        return more
    payers = more.ids("agent")
    others = [
        f
        for role in ("agent", "recipient", "target")
        for f in settlement.args.get(role, ())
        if f.id not in payers and not vocabulary.is_official(f.type) and f.type not in {"Country", "Region"}
    ]
    return replace(more, args={r: a for r, a in more.args.items() if r != "amount"}) if others else more


def with_prices(facts: Iterable[Fact]) -> list[Fact]:
    """The facts, where the only settlement of a text has the one sum that its party has to pay."""
    found = list(facts)
    settled = [f for f in found if f.type == "Settlement" and f.polarity == "affirmed"]
    sums = [f for f in found if f.type == "Fine" and f.args.get("amount")]
    if len(settled) != 1 or len(sums) != 1 or settled[0].args.get("amount"):
        return found
    if not any(e.rule in ORDERED for e in sums[0].evidence) or not _is_of_party(sums[0], settled[0]):
        return found
    priced = filled(settled[0], {"amount": elsewhere(sums[0].args["amount"])})
    return [priced if fact is settled[0] else fact for fact in found]


def _is_of_party(fine: Fact, settlement: Fact) -> bool:
    """Whether one of those who settle has to pay."""
    parties = {f.id for role in ("agent", "recipient", "target") for f in settlement.args.get(role, ())}
    payers = fine.ids("target")
    return fine.polarity == "affirmed" and bool(parties & payers)
