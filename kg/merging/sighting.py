"""Every entity as each document knows it, with what the document says of its country and company."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.merging.imprint import Source
from kg.model import Fact, Filler, is_local
from kg.vocabulary import is_a

Key = tuple[str, str]  # document, id

SETTLED = ("citizenOf", "basedIn", "agencyOf")
TIES = ("holdsOffice", "founderOf", "ownerOf", "memberOf", "partOf")


@dataclass(slots=True)
class Sighting:
    """An entity as one document knows it."""

    key: Key
    type: str
    label: str
    names: set[str]
    wikidata: str | None
    known: bool
    countries: set[str] = field(default_factory=set)
    around: set[str] = field(default_factory=set)
    ties: set[str] = field(default_factory=set)

    @property
    def kind(self) -> str:
        """What may be one thing though two documents class it otherwise: a firm, a service, an organisation are one."""
        if is_a(self.type, "Person"):
            return "person"
        if is_a(self.type, "PublicBody"):
            return "body"
        return "firm" if is_a(self.type, "Organisation") or is_a(self.type, "Platform") else "thing"

    @property
    def local(self) -> bool:
        """Somebody unnamed, known to one document only."""
        return is_local(self.key[1])

    @property
    def where(self) -> set[str]:
        """The country of somebody; where none is told, the countries in which things are done to a person."""
        return self.countries if self.countries or self.kind not in ("person", "body") else self.around


def sightings(sources: Iterable[Source]) -> dict[Key, Sighting]:
    """Every entity of every document, with what the document says of its country and company."""
    found: dict[Key, Sighting] = {}
    for source in sorted(sources, key=lambda source: source.document.id):
        for fact in source.facts:
            for filler in (*fact.attribution, *(f for fillers in fact.args.values() for f in fillers)):
                if filler.id is not None:
                    _see(found, source, filler, filler.id)
        for fact in source.facts:
            _place(found, source, fact)
    return found


def _see(found: dict[Key, Sighting], source: Source, filler: Filler, id: str) -> None:
    key = (source.document.id, id)
    seen = found.get(key)
    if seen is None:
        country = source.imprint.countries.get(id)
        known = id in source.imprint.known or filler.wikidata is not None
        seen = Sighting(key, filler.type, filler.label, set(), filler.wikidata, known, {country} if country else set())
        found[key] = seen
    seen.names |= {filler.label, *filler.aliases}


def _place(found: dict[Key, Sighting], source: Source, fact: Fact) -> None:
    """Where somebody belongs, as a fact says it, and in which country things are done to him."""
    document, countries = source.document.id, source.imprint.countries
    ends = {role: [f.id for f in fact.args.get(role, ()) if f.id] for role in ("subject", "object", "target", "agent")}
    if fact.type in SETTLED and fact.polarity == "affirmed":
        for id in ends["subject"]:
            found[document, id].countries |= {countries[end] for end in ends["object"] if end in countries}
    if fact.type in TIES and fact.polarity == "affirmed":
        for id in ends["subject"]:
            found[document, id].ties |= set(ends["object"])
    where = {countries[f.id] for role in ("agent", "place") for f in fact.args.get(role, ()) if f.id in countries}
    for id in ends["target"]:
        found[document, id].around |= where
    for id in ends["agent"]:
        found[document, id].around |= {countries[f.id] for f in fact.args.get("place", ()) if f.id in countries}
