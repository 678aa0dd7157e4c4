"""One event whose matters stand in the items of a list: "convicted Bo Kim of: | - treason | - theft" is one conviction.

Each item is read behind what stands above the list, so that every one tells the event anew.
"""

from __future__ import annotations

from dataclasses import replace

from kg.event.fuse import Told
from kg.model import PARTIES, Cue, Fact

#: Events of which each is about all that is listed; every item of an order is an order of its own.
ABOUT_ALL = {
    "Accusation", "Acquittal", "Arrest", "Charge", "Conviction", "Fine", "Investigation", "Lawsuit", "Sentence",
    "Statement",
}  # fmt: skip


def with_items(told: list[Told]) -> list[Told]:
    """What is told, the items of one list together as the matters of one event."""
    kept: list[Told] = []
    for one in told:
        if _announces(one.fact) and any(_is_item_of(other.fact, one.fact) for other in told):
            continue
        index = next((i for i, other in enumerate(kept) if _of_one_list(other.fact, one.fact)), None)
        if index is None:
            kept.append(one)
        else:
            kept[index] = replace(kept[index], fact=_joined(kept[index].fact, one.fact))
    return kept


def _announces(fact: Fact) -> bool:
    """ "filed requests with *the following bodies*:": whether nobody is told of but those whom a list names."""
    parties = [f for role in PARTIES for f in fact.args.get(role, ())]
    return any(f.label.lower().startswith(("following ", "the following ")) for f in parties)


def _is_item_of(item: Fact, above: Fact) -> bool:
    """Whether the same word tells both, one of them with an item of the list that it stands above."""
    told = _trigger(item) is not None and _trigger(item) == _trigger(above) and item.type == above.type
    return told and not _announces(item)


def _of_one_list(first: Fact, second: Fact) -> bool:
    """Whether the same word above a list tells both."""
    if first.type not in ABOUT_ALL or first.type != second.type or not second.args.get("matter"):
        return False
    apart = all(e.quote != second.evidence[0].quote for e in first.evidence)
    return apart and _trigger(first) == _trigger(second) is not None


def _trigger(fact: Fact) -> tuple[int, int] | None:
    told: list[Cue] = [cue for cue in fact.evidence[0].cues if cue.kind == "trigger"]
    return (told[0].start, told[0].end) if told else None


def _joined(first: Fact, second: Fact) -> Fact:
    labels = {f.label for f in first.args.get("matter", ())}
    further = tuple(f for f in second.args["matter"] if f.label not in labels)
    args = {**first.args, "matter": (*first.args.get("matter", ()), *further)}
    return replace(first, args=args, evidence=(*first.evidence, *second.evidence))
