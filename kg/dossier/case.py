"""Cases: events about one party, offence and jurisdiction, and the legal stage that they have reached on a day.

A stage is only what is affirmed, actual and safe to show; a conviction needs a court.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kg.dossier.when import When, when
from kg.merge import Merged
from kg.model import Filler, Happening, is_local
from kg.vocabulary import exits, is_a, stages, subtypes

STEPS = subtypes("LegalProceeding") | {
    "Fine",
    "Ban",
    "BanLifted",
    "Order",
    "InformationRequest",
    "Warning",
    "Commitment",
}
#: What follows on another step and need not name whom it is about.
FOLLOWING = ("Appeal", "Ruling", "Settlement", "Denial", "Hearing")
COURT_ONLY = ("Conviction", "Sentence")
#: To be let go ends custody, not the case.
CUSTODY = ("mentioned", "underInquiry", "suspected", "searched", "detained")


class Step(NamedTuple):
    """A stage, the event that reached it, and when."""

    stage: str
    when: When
    event: Happening


@dataclass(frozen=True, slots=True)
class Case:
    """`party` is the id of the person or company, `events` are in the order of time."""

    id: str
    party: str
    label: str
    country: str | None
    offences: tuple[str, ...]
    events: tuple[tuple[When, Happening], ...]

    def stage(self, on: str | None = None) -> Step | None:
        """The stage on an ISO day (or now), None where no event up to it gives one."""
        now: Step | None = None
        for at, event in self.events:
            if on is None or at.day <= on:
                now = _next(now, at, event)
        return now

    def until(self, on: str | None) -> list[tuple[When, Happening]]:
        """The events up to a day."""
        return [(at, event) for at, event in self.events if on is None or at.day <= on]


def cases(merged: Merged) -> list[Case]:
    """The cases of all parties, ordered by id; the same whatever the order of the documents."""
    steps: dict[str, list[Happening]] = defaultdict(list)
    for event in merged.events:
        for party in _defendants(event):
            steps[party].append(event)
    found = [case for party, events in sorted(steps.items()) for case in _of_party(party, events, merged)]
    return sorted(_with_following(found, merged), key=lambda case: case.id)


def holds(event: Happening) -> bool:
    """Whether an event is told as a fact, and one that only a court can make with a court."""
    if event.polarity != "affirmed" or event.modality != "actual":
        return False
    return event.type not in COURT_ONLY or any(is_a(f.type, "Court") for f in event.args.get("agent", ()))


# ---------------------------------------------------------------- stages


def _next(now: Step | None, at: When, event: Happening) -> Step | None:
    """The stage after an event: higher rungs and exits follow, a look back at a lower rung changes nothing."""
    stage = event.stage
    if stage is None or not (holds(event) or (event.polarity == "negated" and stage in exits())):
        return now
    step, ladder = Step(stage, at, event), stages()
    if now is None:
        return step
    if stage == "released":
        return step if now.stage in CUSTODY else now
    if stage in exits():
        return step
    if now.stage == "released":
        return step if ladder.index(stage) > ladder.index("detained") or at.told else now
    if now.stage in exits():
        return step if at.told or stage in ("onAppeal", "final") else now
    return step if ladder.index(stage) >= ladder.index(now.stage) else now


def _rank(event: Happening) -> int:
    """Of one day: lowest rung first, then exits, so that the furthest counts; a release before all."""
    if event.stage is None or event.stage == "released":
        return -1
    return stages().index(event.stage) if event.stage in stages() else len(stages())


# ---------------------------------------------------------------- cases


def _defendants(event: Happening) -> Iterator[str]:
    """Against whom a step is; the authority whose decision somebody appeals has no case of its own for that."""
    if event.type in STEPS or event.type == "Accusation":
        for filler in event.args.get("target", ()):
            appealed = event.type == "Appeal" and is_a(filler.type, "PublicBody")
            if filler.id and not is_local(filler.id) and not appealed:
                yield filler.id


def _of_party(party: str, events: list[Happening], merged: Merged) -> Iterator[Case]:
    """One case a jurisdiction and offence; a step without either belongs to the nearest case in time."""
    by_country: dict[str | None, list[Happening]] = defaultdict(list)
    for event in events:
        by_country[_country(event, merged)].append(event)
    adrift = by_country.pop(None, [])
    if not by_country:
        by_country[None] = []
    for event in adrift:
        by_country[_nearest(event, by_country, merged)].append(event)
    for country, some in sorted(by_country.items(), key=lambda item: item[0] or ""):
        groups = _by_offence(some, merged)
        for offences, group in groups:
            yield _case(party, country, offences, group, len(groups) > 1, merged)


def _by_offence(events: list[Happening], merged: Merged) -> list[tuple[tuple[str, ...], list[Happening]]]:
    """Events whose offences overlap, chained; those that name none go to the case that is nearest in time."""
    groups: list[tuple[set[str], list[Happening]]] = []
    for event in sorted(events, key=lambda event: event.id):
        if offences := _offences(event):
            joined = [group for group in groups if group[0] & offences]
            rest = [group for group in groups if not group[0] & offences]
            named = offences.union(*(group[0] for group in joined))
            groups = [*rest, (named, [event, *(e for group in joined for e in group[1])])]
    if not groups:
        return [((), events)]
    table: dict[str | None, list[Happening]] = {min(names): list(group) for names, group in groups}
    named_by = {min(names): tuple(sorted(names)) for names, _ in groups}
    fixed = {key: list(group) for key, group in table.items()}
    for event in events:
        if not _offences(event):
            table[_nearest(event, fixed, merged)].append(event)
    return [(named_by[key or ""], group) for key, group in sorted(table.items(), key=lambda item: item[0] or "")]


def _nearest(event: Happening, groups: dict[str | None, list[Happening]], merged: Merged) -> str | None:
    """The group that shares a document with an event, else the one nearest in time."""
    documents, day = {fact.doc for fact in event.facts}, when(event, merged.documents).day

    def distance(key: str | None) -> tuple[bool, int, str]:
        shared = any(documents & {fact.doc for fact in other.facts} for other in groups[key])
        days = [_days_between(day, when(other, merged.documents).day) for other in groups[key]]
        return not shared, min(days, default=0), key or ""

    return min(groups, key=distance)


def _days_between(one: str, other: str) -> int:
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
    except ValueError:
        return 10**6


def _case(
    party: str, country: str | None, offences: tuple[str, ...], events: Iterable[Happening], split: bool, merged: Merged
) -> Case:
    name = party.partition("/")[2]
    land = (country or "").lower()
    parts = [
        name,
        "" if name.endswith(f"--{land}") else land,
        offences[0].partition("/")[2] if split and offences else "",
    ]
    return Case(
        id="case/" + "-".join(part for part in parts if part),
        party=party,
        label=merged.cast.entities[party].label if party in merged.cast.entities else name,
        country=country,
        offences=offences,
        events=_ordered(events, merged),
    )


def _with_following(found: list[Case], merged: Merged) -> Iterator[Case]:
    """Appeals, rulings and denials without a defendant join the case that their documents, or their party, tell of."""
    added: dict[str, list[Happening]] = defaultdict(list)
    near: dict[str, list[Case]] = defaultdict(list)  # document or party -> cases
    for case in found:
        for key in {case.party, *(fact.doc for _, event in case.events for fact in event.facts)}:
            near[key].append(case)
    for event in merged.events:
        if event.type in FOLLOWING and not any(True for _ in _defendants(event)):
            keys = {fact.doc for fact in event.facts} | {filler.id or "" for filler in event.args.get("agent", ())}
            options = {case.id: case for key in sorted(keys) for case in near.get(key, ())}
            if (followed := _followed(event, list(options.values()), merged)) is not None:
                added[followed.id].append(event)
    for case in found:
        events = [event for _, event in case.events] + added[case.id]
        yield Case(case.id, case.party, case.label, case.country, case.offences, _ordered(events, merged))


def _followed(event: Happening, found: list[Case], merged: Merged) -> Case | None:
    """The case that an event follows: by its party, else by its documents and country; the one with the latest step."""
    day, documents = when(event, merged.documents).day, {fact.doc for fact in event.facts}
    parties = {filler.id for filler in event.args.get("agent", ())}
    country = _country(event, merged)
    options = []
    for case in found:
        before = [at.day for at, step in case.events if at.day <= day and step.id != event.id]
        told = any(documents & {fact.doc for fact in step.facts} for _, step in case.events)
        fits = country is None or case.country is None or country == case.country
        if before and (case.party in parties or (told and fits)):
            options.append(((case.party in parties, told, max(before)), case.id, case))
    return max(options, key=lambda option: option[:2])[2] if options else None


def _ordered(events: Iterable[Happening], merged: Merged) -> tuple[tuple[When, Happening], ...]:
    dated = ((when(event, merged.documents), event) for event in events)
    return tuple(sorted(dated, key=lambda pair: (pair[0].day, _rank(pair[1]), pair[1].id)))


def _offences(event: Happening) -> set[str]:
    matter: tuple[Filler, ...] = event.args.get("matter", ())
    return {filler.value for filler in matter if filler.value and filler.value.startswith("offence/")}


def _country(event: Happening, merged: Merged) -> str | None:
    """The jurisdiction: the country of whoever acts, else of the place."""
    for role in ("agent", "place"):
        for filler in event.args.get(role, ()):
            entity = merged.cast.entities.get(filler.id or "")
            if entity is not None and entity.country:
                return entity.country
    return None
