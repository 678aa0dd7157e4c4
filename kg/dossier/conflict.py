"""Where documents contradict each other: two amounts or days of one event, an event that was not, a denial.

Nothing is decided here: both sides stay, each with its documents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from kg.dossier.when import when
from kg.merge import Merged
from kg.merging.agreement import Gathered, agreement
from kg.merging.spelling import fold
from kg.merging.telling import Telling, telling
from kg.model import Fact, Filler, Happening, is_local

Kind = Literal["amount", "time", "negated", "denied"]

#: The words by which a denial means an event.
MEANT = {
    "Charge": "charge charges charged indictment indicted",
    "Fine": "fine fines fined penalty",
    "Arrest": "arrest arrested detention detained custody",
    "Investigation": "investigation probe inquiry investigated",
    "Accusation": "accusation accusations allegation allegations claim claims accused",
    "Ban": "ban bans banned block blocked suspension",
    "Lawsuit": "lawsuit suit complaint sued",
    "Conviction": "convicted conviction guilty guilt",
    "Warrant": "warrant",
    "Order": "order ordered",
    "Disclosure": "disclosed disclosure shared handed data",
    "Cooperation": "cooperated cooperating cooperation",
    "ContentRemoval": "removed removal deleted",
}
#: What is denied where a denial names nothing nearer.
WRONGS = frozenset("wrongdoing allegations allegation accusations accusation claims charges guilt any all".split())
ACCUSING = ("Accusation", "Charge", "Investigation", "Lawsuit")


@dataclass(frozen=True, slots=True)
class Version:
    """One side: what it says, and the tellings that say it."""

    says: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """An event and the versions of it."""

    kind: Kind
    about: Happening
    versions: tuple[Version, ...]


def conflicts(merged: Merged) -> list[Conflict]:
    """Every contradiction, ordered by event and kind."""
    held = [event for event in merged.events if _holds(event)]
    found = [*_values(held, "amount"), *_values(held, "time"), *_negated(held, merged), *_denied(held, merged)]
    return sorted(found, key=lambda conflict: (conflict.about.id, conflict.kind, conflict.versions[-1].says))


def _holds(event: Happening) -> bool:
    return event.polarity == "affirmed" and event.modality == "actual"


def _values(events: Iterable[Happening], role: Literal["amount", "time"]) -> Iterator[Conflict]:
    """Events of which two amounts, or two days, are told."""
    for event in events:
        values = [filler.value for filler in event.args.get(role, ()) if filler.value and _exact(filler)]
        if len(set(values)) > 1:
            yield Conflict(role, event, tuple(_version(value, role, event) for value in sorted(set(values))))


def _exact(filler: Filler) -> bool:
    return filler.type != "Time" or len(filler.value or "") == len("2024-08-28")


def _version(value: str, role: str, event: Happening) -> Version:
    facts = tuple(fact for fact in event.facts if any(f.value == value for f in fact.args.get(role, ())))
    return Version(value, facts)


def _negated(held: list[Happening], merged: Merged) -> Iterator[Conflict]:
    """Events that one document affirms and another, or the same, negates."""
    by_party: dict[tuple[str, str], list[Happening]] = defaultdict(list)
    for event in held:
        for party in _parties(event):
            by_party[event.type, party].append(event)
    for other in merged.events:
        if other.polarity != "negated" or other.modality != "actual":
            continue
        near = {e.id: e for party in _parties(other) for e in by_party.get((other.type, party), ())}
        for _, event in sorted(near.items()):
            if _one_event(event, other, merged):
                yield Conflict(
                    "negated", event, (Version("it is so", event.facts), Version("it is not so", other.facts))
                )


def _denied(held: list[Happening], merged: Merged) -> Iterator[Conflict]:
    """Events that somebody who took part in them denies: the latest one that the words of the denial can mean."""
    by_party: dict[str, list[Happening]] = defaultdict(list)
    for event in merged.events:
        if event.polarity == "affirmed" and event.type not in ("Denial", "Statement"):
            for party in _parties(event):
                by_party[party].append(event)
    for denial in held:
        if denial.type != "Denial":
            continue
        who = {filler.id for filler in denial.args.get("agent", ()) if filler.id}
        day = first_day(denial, merged)
        before = {e.id: e for id in who for e in by_party.get(id, ()) if first_day(e, merged) <= day}
        meant = [event for event in before.values() if _means(denial, event, who)]
        if meant:
            event = max(meant, key=lambda e: (bool(_documents(e) & _documents(denial)), first_day(e, merged), e.id))
            yield Conflict("denied", event, (Version("it is so", event.facts), Version(_denier(denial), denial.facts)))


def _means(denial: Happening, event: Happening, who: set[str]) -> bool:
    words = {word for filler in denial.args.get("matter", ()) for word in fold(filler.label).split()}
    if words & set(MEANT.get(event.type, "").split()):
        return True
    accused = any(filler.id in who for filler in event.args.get("target", ()))
    same = {_matter(f) for f in denial.args.get("matter", ())} & {_matter(f) for f in event.args.get("matter", ())}
    return accused and event.type in ACCUSING and (not words or bool(words & WRONGS) or bool(same))


def _matter(filler: Filler) -> str:
    return filler.value or fold(filler.label)


def _denier(denial: Happening) -> str:
    return "denied by " + " and ".join(filler.label for filler in denial.args.get("agent", ()))


def _one_event(event: Happening, other: Happening, merged: Merged) -> bool:
    """Whether a negated telling is of the event that others affirm."""
    gathered = None
    for one in _tellings(event, merged):
        if gathered is None:
            gathered = Gathered.begin(one)
        else:
            gathered.add(one)
    return gathered is not None and any(agreement(gathered, one) is not None for one in _tellings(other, merged))


def _tellings(event: Happening, merged: Merged) -> Iterator[Telling]:
    countries = {f.id: c for f in _fillers(event) if f.id and (c := _country(f.id, merged))}
    for fact in event.facts:
        yield telling(fact, merged.documents[fact.doc].date, countries)


def _country(id: str, merged: Merged) -> str | None:
    entity = merged.cast.entities.get(id)
    return entity.country if entity else None


def _fillers(event: Happening) -> Iterator[Filler]:
    return (filler for fact in event.facts for fillers in fact.args.values() for filler in fillers)


def _parties(event: Happening) -> set[str]:
    return {f.id for role in ("target", "agent") for f in event.args.get(role, ()) if f.id and not is_local(f.id)}


def _documents(event: Happening) -> set[str]:
    return {fact.doc for fact in event.facts}


def first_day(event: Happening, merged: Merged) -> str:
    """When an event was, or at the latest was told: an ISO day, "" where nothing tells it."""
    return when(event, merged.documents).day
