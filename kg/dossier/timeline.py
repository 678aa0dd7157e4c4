"""The events of somebody or of a case in the order of time, and as rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.dossier import wording
from kg.dossier.account import find
from kg.dossier.case import Case, cases
from kg.dossier.when import When, when
from kg.errors import UnknownName
from kg.merge import Merged
from kg.model import Happening
from kg.vocabulary import label, relations


class Row(NamedTuple):
    """One event: when, what, the stage that it puts its target in, how it is told, who reports it."""

    when: str
    what: str
    stage: str
    status: str
    publishers: int
    documents: str


def timeline(merged: Merged, name: str) -> tuple[str, list[tuple[When, Happening]]]:
    """A title and the events of a case (by its id) or of everybody of that name, in the order of time.

    Raises UnknownName where there is neither.
    """
    if name.startswith("case/"):
        case = _case(merged, name)
        return f"{case.label}: {case.id}", list(case.events)
    entities = find(merged, name)
    ids = {entity.id for entity in entities}
    events = [event for event in merged.events if event.type not in relations() and ids & _cast(event)]
    dated = ((when(event, merged.documents), event) for event in events)
    title = ", ".join(f"{entity.label} ({entity.id})" for entity in entities)
    return title, sorted(dated, key=lambda pair: (pair[0].day, pair[1].id))


def rows(events: Iterable[tuple[When, Happening]]) -> Iterator[Row]:
    """The events as rows of a table."""
    for at, event in events:
        documents = ", ".join(sorted({fact.doc for fact in event.facts}))
        stage = label(event.stage) if event.stage else ""
        yield Row(at.words or "unknown", wording.sentence(event), stage, status(event), event.publishers, documents)


def status(event: Happening) -> str:
    """How an event is told: "actual", or what it is instead."""
    return event.modality if event.polarity == "affirmed" else f"negated, {event.modality}"


def _cast(event: Happening) -> set[str]:
    return {filler.id for fillers in event.args.values() for filler in fillers if filler.id}


def _case(merged: Merged, id: str) -> Case:
    known = {case.id: case for case in cases(merged)}
    if id not in known:
        near = [name for name in known if id.partition("/")[2][:6] in name][:5]
        raise UnknownName(f"no case called {id!r}", right="there is " + ", ".join(near or list(known)[:5]))
    return known[id]
