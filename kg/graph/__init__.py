"""A store becomes a plain networkx graph: one module a view, each with `draw(canvas, events)`.

Every graph is a MultiDiGraph whose attributes are strings and numbers; what is not known is left out. A node has
`label` and `type`, and where known `country`, `wikidata`, `first` and `last`. An edge has its `kind` (also its key),
`weight` (independent publishers), `evidence` (sentences), `events`, `facts` (their ids, a blank between them, for
`kg explain`), `polarity`, `modality`, and where known `first` and `last` (ISO 8601 days), `dated` ("text", or
"document" where only the documents have a date), `stage`, `about`, `amount`, `according_to`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import networkx as nx

from kg import formats, vocabulary
from kg.errors import UnknownName
from kg.graph import _country
from kg.graph._canvas import Canvas
from kg.merge import Merged, merge
from kg.rdf import event as happened
from kg.rdf.event import ACTUAL, STATUSES, Event
from kg.store import Store


@dataclass(frozen=True, slots=True)
class Filters:
    """Which events to draw; each filter that is not given lets everything pass.

    `since` and `until` are ISO 8601 days, inclusive, and leave undated events out. `types` are event types, classes
    above them, or relations. `country` is an ISO 3166 code or a country's name. `about` is the id, name or alias of
    somebody who takes part. Only `statuses` asked for are drawn: what is not "actual" is marked in kind and label.
    """

    since: str | None = None
    until: str | None = None
    statuses: tuple[str, ...] = (ACTUAL,)
    types: tuple[str, ...] = ()
    country: str | None = None
    publishers: int = 1
    about: str | None = None


def views() -> list[str]:
    """The names of the views."""
    return formats.names(__name__)


def needs_merge(name: str, filters: Filters) -> bool:
    """Whether a view has more to draw than the default graph holds: cases, or what is not actual."""
    return name == "cases" or set(filters.statuses) != {ACTUAL}


def view(
    name: str,
    store: Store,
    filters: Filters = Filters(),
    merged: Merged | None = None,
) -> nx.MultiDiGraph:
    """One view of a store.

    `merged` is what the documents say together; where it is not given but needed, for cases and for what is not
    actual, it is found without human decisions. Raises UnknownName, with those that exist, for an unknown view, type,
    status or country.
    """
    module, canvas = formats.load(__name__, name), Canvas(name, filters.about)
    passes = _filter(filters)
    if merged is None and needs_merge(name, filters):
        merged = merge(store.sources())
    if name == "cases" and merged is not None:
        module.draw_cases(canvas, merged, filters.until, passes)
    else:
        module.draw(canvas, [event for event in _events(store, filters, merged) if passes(event)])
    return canvas.graph()


def _events(store: Store, filters: Filters, merged: Merged | None) -> list[Event]:
    """What is actual as the default graph has it, the rest as the merge has it."""
    found = happened.events(store.rdf, store.base) if ACTUAL in filters.statuses else []
    if merged:
        rest = (each for each in merged.events if (each.polarity, each.modality) != ("affirmed", ACTUAL))
        found += [happened.told(each, merged.documents, merged.cast.entities) for each in rest]
    return happened.ordered(found)


def _filter(filters: Filters) -> Callable[[Event], bool]:
    """Whether an event is to be drawn; the filters are checked at once."""
    types, country = _types(filters.types), filters.country and _country.named(filters.country)
    for status in filters.statuses:
        if status not in STATUSES:
            raise UnknownName(f"no status called {status!r}", right="there is " + ", ".join(STATUSES))
    return lambda event: (
        set(event.status.split(", ")) <= set(filters.statuses)
        and _in_time(event, filters)
        and (not types or event.type in types)
        and event.publishers >= filters.publishers
        and (not country or country in _country.of_event(event))
        and (not filters.about or _takes_part(filters.about, event))
    )


def _types(given: tuple[str, ...]) -> frozenset[str]:
    known = vocabulary.subtypes("Event") | vocabulary.relations()
    for type in given:
        if type not in known:
            raise UnknownName(f"no fact type called {type!r}", right="there is " + ", ".join(sorted(known)))
    below = (vocabulary.subtypes(type) if type not in vocabulary.relations() else {type} for type in given)
    return frozenset(type for types in below for type in types)


def _in_time(event: Event, filters: Filters) -> bool:
    start, end = event.start or event.end, event.end or event.start
    if not (filters.since or filters.until):
        return True
    if start is None or end is None:
        return False
    return (not filters.since or end >= filters.since) and (not filters.until or start <= filters.until)


def _takes_part(name: str, event: Event) -> bool:
    wanted = name.casefold()
    cast = (
        *(thing for things in event.roles.values() for thing in things),
        *(thing for chain in event.said_by for thing in chain),
    )
    return any(wanted in (thing.id.casefold(), thing.label.casefold()) for thing in cast)
