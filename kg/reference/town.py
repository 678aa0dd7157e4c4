"""Which city "the city" is that acts, which state "the state", and which union "the bloc"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.gazetteer import Gazetteer
from kg.model import Entity, Mention
from kg.reference.referent import Referent
from kg.reference.register import slug
from kg.vocabulary import is_a

TOWNS = {"city", "municipality"}
COUNTRIES = {"country", "nation"}
#: Countries whose regions are called states.
FEDERAL = {"US", "IN", "AU", "BR", "MX", "NG", "MY"}
UNION = "country/EU"
#: Unions of states besides the European one.
UNIONS = {"intl/asean", "intl/brics", "intl/mercosur", "intl/african-union", "intl/gulf-cooperation-council", "intl/g7"}
#: Within as many sentences a city is taken up.
FAR = 8


def place_acting(
    mention: Mention, history: Sequence[Referent], told: Iterable[Mention], gazetteer: Gazetteer
) -> Entity | None:
    """The city or union that a bare noun takes up; `told` are the names of the text."""
    if mention.head == "bloc":
        return _bloc([m for m in told if m.start < mention.start], gazetteer)
    if mention.head in COUNTRIES:
        return _country([m for m in told if m.start < mention.start], gazetteer)
    if mention.head == "state":
        return _state([m for m in told if m.start < mention.start], gazetteer)
    return _town(mention, history) if mention.head in TOWNS else None


def _state(told: Sequence[Mention], gazetteer: Gazetteer) -> Entity | None:
    """ "a deal with *Ohio* over the suit filed by *the state*": the only one of its country's states that was named."""
    entries = [gazetteer.entries.get(m.entity or "") for m in told]
    states = {e.id: e for e in entries if e is not None and e.type == "Region" and e.country in FEDERAL}
    return next(iter(states.values())).entity() if len(states) == 1 else None


def _country(told: Sequence[Mention], gazetteer: Gazetteer) -> Entity | None:
    """ "*Dutch police* ... an arrest in *the country*": the one whose bodies a text tells of that names no country."""
    entries = [gazetteer.entries.get(m.entity or "") for m in told]
    homes = {e.country for e in entries if e is not None and is_a(e.type, "PublicBody")}
    outer = [m for m in told if not any(o.start <= m.start and m.end <= o.end and o is not m for o in told)]
    named = any(m.type in {"Country", "InternationalOrganisation"} for m in outer)
    home = gazetteer.entries.get(f"country/{next(iter(homes))}") if len(homes) == 1 and not named else None
    return home.entity() if home is not None and home.type == "Country" else None


def _town(mention: Mention, history: Sequence[Referent]) -> Entity | None:
    """ "*Oslo* sued Veyra. *The city* said ...": the only one told of, else the last one that was told to act."""
    before = [r for r in history if r.position < mention.start and len(r.entities) == 1 and _is_city(r.entities[0])]
    near = [r for r in before if before[-1].sentence - r.sentence < FAR]
    found = {r.entities[0].id: r.entities[0] for r in near}
    acting = [r.entities[0] for r in near if r.subject]
    if len(found) != 1 and not acting:
        return None
    return municipal(acting[-1] if len(found) != 1 else next(iter(found.values())))


def _is_city(entity: Entity) -> bool:
    return entity.type == "City" or entity.label.lower().startswith("city of ")


def municipal(city: Entity) -> Entity:
    """The government of a city ("*Chicago* fined the firm")."""
    if city.type != "City":
        return city
    name = city.label if city.label.endswith("City") else f"City of {city.label}"
    return Entity(f"body/{slug(name)}", "Government", name, (city.label,), city.country)


def _bloc(told: Sequence[Mention], gazetteer: Gazetteer) -> Entity | None:
    """The union of states that the text named last, by itself or by one of its bodies."""
    for mention in sorted(told, key=lambda m: -m.start):
        entry = gazetteer.entries.get(mention.entity or "")
        if entry is not None and (UNION in (entry.id, entry.government) or entry.country == "EU"):
            return gazetteer.entries[UNION].entity()
        if entry is not None and entry.id in UNIONS:
            return entry.entity()
    return None
