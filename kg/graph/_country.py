"""Which country somebody or something belongs to, as an ISO 3166 code ("EU" for the union)."""

from __future__ import annotations

from functools import cache

from kg.errors import UnknownName
from kg.gazetteer import NAMES, Gazetteer
from kg.rdf.event import Event, Thing


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.load(NAMES)


def of(thing: Thing) -> str | None:
    """A country's own code, else that of the known name."""
    if thing.type == "Country":
        return thing.id.rpartition("/")[2].upper()
    if thing.country:
        return thing.country
    known = _gazetteer().entries.get(thing.id)
    return known.country if known else None


def of_event(event: Event) -> list[str]:
    """The countries of the places where it holds and of those who act; of the others only where these have none."""
    for roles in (("place", "agent", "law"), ("target", "recipient", "subject", "object")):
        codes = [code for thing in event.fill(*roles) if (code := of(thing))]
        if codes:
            return list(dict.fromkeys(codes))
    return []


def name(code: str) -> str:
    """The name that a code stands for; a code that nobody knows stands for itself."""
    known = _gazetteer().entries.get(f"country/{code}")
    return known.label if known else {"EU": "European Union"}.get(code, code)


def named(given: str) -> str:
    """The code of a country given by code, name or alias; raises UnknownName."""
    if given.upper() == "EU" or f"country/{given.upper()}" in _gazetteer().entries:
        return given.upper()
    wanted = given.casefold()
    for id, entry in _gazetteer().entries.items():
        if entry.type == "Country" and wanted in (name.casefold() for name in (entry.label, *entry.aliases)):
            return id.rpartition("/")[2]
    raise UnknownName(f"no country called {given!r}", right="an ISO 3166 code such as DE, or EU, or an English name")
