"""What a person should look at first: events that rest on little."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.dossier.conflict import conflicts
from kg.merge import Merged
from kg.merging.decision import Decision, contents, standing
from kg.model import Happening
from kg.vocabulary import subtypes

#: Steps against somebody, for which one source is little.
GRAVE = subtypes("LegalProceeding") | {"Fine", "Ban", "Accusation"}


class Doubt(NamedTuple):
    """An event and the reasons to look at it."""

    event: Happening
    reasons: tuple[str, ...]


def doubts(merged: Merged, decisions: Iterable[Decision] = ()) -> list[Doubt]:
    """The events that nobody has judged yet and that rest on little; those with the most reasons first."""
    judged = {c for d in standing(decisions) if d.do in ("accept", "reject") for f in d.facts for c in contents(f)}
    disputed: dict[str, list[str]] = {}
    for conflict in conflicts(merged):
        says = " / ".join(version.says for version in conflict.versions)
        disputed.setdefault(conflict.about.id, []).append(f"conflict ({conflict.kind}): {says}")
    found = []
    for event in merged.events:
        if any(content in judged for fact in event.facts for content in contents(fact)):
            continue
        if reasons := (*disputed.get(event.id, ()), *_reasons(event)):
            found.append(Doubt(event, reasons))
    return sorted(found, key=lambda doubt: (-len(doubt.reasons), doubt.event.id))


def _reasons(event: Happening) -> Iterator[str]:
    if event.publishers <= 1 and event.type in GRAVE:
        yield "a single source"
    ways = {filler.via for fact in event.facts for fillers in fact.args.values() for filler in fillers if filler.via}
    guessed = sorted(ways & {"pronoun", "nominal", "role"})
    if guessed:
        yield "who is meant was resolved by " + ", ".join(guessed)
