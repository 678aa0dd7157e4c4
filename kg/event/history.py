"""What a text has told before a place: the events that a word there can take up ("*the claim*", "did *the same*")."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import Fact


def told_before(facts: Iterable[Fact], fact: Fact, place: int, reach: int) -> list[Fact]:
    """The other events that are told within reach before a place, the last one last; a standing relation is none."""
    told = ((start, one) for one in facts if one is not fact and (start := _last_before(one, place)) is not None)
    return [one for start, one in sorted(told, key=lambda pair: pair[0]) if place - start < reach]


def trigger(fact: Fact) -> int:
    """Where the word stands by which an event is told first."""
    return min((c.start for e in fact.evidence for c in e.cues if c.kind == "trigger"), default=fact.evidence[0].start)


def _last_before(fact: Fact, place: int) -> int | None:
    """Where an event is told last before a place."""
    if "subject" in fact.args:
        return None
    words = [c.start for e in fact.evidence for c in e.cues if c.kind == "trigger" and c.start < place]
    return max(words, default=None)
