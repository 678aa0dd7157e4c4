"""Many documents -> one graph: entities identified, the tellings of one event gathered, publishers counted.

The same documents and decisions give the same result, in whatever order they come; nothing here changes a document.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.merging.cast import Cast
from kg.merging.corroborate import Origins
from kg.merging.decision import Decision, Ruling, settle
from kg.merging.gather import gather, together
from kg.merging.identity import identify
from kg.merging.imprint import Source
from kg.model import Document, Entity, Fact, Happening


@dataclass(frozen=True, slots=True)
class Merged:
    """`events` of every status, `restored` the accepted facts that no rule finds any more (as their documents tell
    them), `rejected` the facts that were left out, `stale` the decisions that match nothing."""

    documents: dict[str, Document]
    events: tuple[Happening, ...]
    cast: Cast
    restored: tuple[Fact, ...] = ()
    rejected: tuple[Fact, ...] = ()
    stale: tuple[Decision, ...] = ()

    @property
    def entities(self) -> list[Entity]:
        """Every entity, ordered by id."""
        return list(self.cast.entities.values())


def merge(sources: Iterable[Source], decisions: Iterable[Decision] = ()) -> Merged:
    """The one graph of these documents under these decisions."""
    sources = sorted(sources, key=lambda source: source.document.id)
    ruling = settle(decisions)
    sources, restored = _with_accepted(sources, ruling)
    stated = [ruling.retyped(fact) for source in sources for fact in source.facts]
    cast = identify(sources, ruling.wishes)
    countries = {e.id: e.country for e in cast.entities.values() if e.country}
    dates = {source.document.id: source.document.date for source in sources}
    groups = gather([cast.recast(fact) for fact in stated], dates, countries)
    kept, rejected = _without_rejected(groups, ruling)
    origins = Origins(sources)
    return Merged(
        documents={source.document.id: source.document for source in sources},
        events=tuple(together(group, origins) for group in kept),
        cast=cast,
        restored=restored,
        rejected=rejected,
        stale=tuple(ruling.stale(sources)),
    )


def _with_accepted(sources: list[Source], ruling: Ruling) -> tuple[list[Source], tuple[Fact, ...]]:
    """Accepted facts stand in their documents even if no rule finds them any more."""
    restored: list[Fact] = []
    completed = []
    for source in sources:
        lost = ruling.lost(source.document, source.facts)
        restored += lost
        completed.append(replace(source, facts=(*source.facts, *lost)) if lost else source)
    return completed, tuple(restored)


def _without_rejected(
    groups: list[tuple[Fact, ...]], ruling: Ruling
) -> tuple[list[tuple[Fact, ...]], tuple[Fact, ...]]:
    """A rejected telling is left out; a rejected event with all of its tellings, also those that came later."""
    kept: list[tuple[Fact, ...]] = []
    rejected: list[Fact] = []
    for group in groups:
        if any(ruling.rejects_event(fact) for fact in group):
            rejected += group
            continue
        rest = tuple(fact for fact in group if not ruling.rejects(fact))
        rejected += [fact for fact in group if ruling.rejects(fact)]
        kept += [rest] if rest else []
    return kept, tuple(rejected)
