"""Who plays in many documents: one entity of the sightings of each group, and which of them a document means."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kg.merging.sighting import Key, Sighting
from kg.merging.spelling import fold
from kg.model import Entity, Fact, Filler
from kg.vocabulary import is_a


@dataclass(frozen=True, slots=True)
class Wishes:
    """What people have decided about entities, by id: one or several, their names and types, and which documents of
    an id mean somebody else."""

    same: tuple[tuple[str, str], ...] = ()
    different: tuple[tuple[str, str], ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)
    splits: tuple[tuple[str, frozenset[str]], ...] = ()

    def name(self, key: Key) -> str:
        """The id of a sighting; a document that people split off has one of its own."""
        for id, documents in self.splits:
            if key[1] == id and key[0] in documents:
                return f"{id}~{min(documents)}"
        return key[1]


class Cast:
    """The entities of many documents: ask with a document and the id that it uses."""

    def __init__(self, entities: Iterable[Entity], ids: Mapping[Key, str]) -> None:
        self.entities = {entity.id: entity for entity in entities}
        self.ids = ids

    def id(self, document: str, id: str) -> str:
        """The merged id of an entity of a document."""
        return self.ids.get((document, id), id)

    def recast(self, fact: Fact) -> Fact:
        """A fact with merged entities in its roles and its attribution."""
        args = {role: tuple(self._filler(fact.doc, each) for each in fillers) for role, fillers in fact.args.items()}
        return replace(fact, args=args, attribution=tuple(self._filler(fact.doc, each) for each in fact.attribution))

    def _filler(self, document: str, filler: Filler) -> Filler:
        entity = self.entities.get(self.id(document, filler.id)) if filler.id else None
        if entity is None:
            return filler
        return replace(
            filler,
            id=entity.id,
            label=entity.label,
            type=entity.type,
            aliases=entity.aliases,
            wikidata=entity.wikidata,
        )


def names_of(entity: Entity) -> Iterator[str]:
    """The label and the other names, folded."""
    yield from sorted({fold(name) for name in (entity.label, *entity.aliases)})


def assemble(parted: list[list[Sighting]], wishes: Wishes) -> Cast:
    """One entity of the sightings of each group; those who would share an id are told apart."""
    plain = Counter(_id(group, wishes) for group in parted)
    placed = Counter((_id(group, wishes), _suffix(group)) for group in parted)
    ids: dict[Key, str] = {}
    entities = []
    for group in parted:
        id, suffix = _id(group, wishes), _suffix(group)
        if plain[id] > 1:
            digest = hashlib.sha256(min(sighting.key[0] for sighting in group).encode()).hexdigest()[:8]
            id = f"{id}--{suffix if suffix and placed[id, suffix] == 1 else digest}"
        entities.append(_entity(id, group, wishes))
        ids.update({sighting.key: id for sighting in group})
    return Cast(sorted(entities, key=lambda entity: entity.id), ids)


def _id(group: list[Sighting], wishes: Wishes) -> str:
    """The id that most documents use, a linked one first."""
    counts = Counter(wishes.name(sighting.key) for sighting in group)
    known = {wishes.name(sighting.key) for sighting in group if sighting.known}
    return min(counts, key=lambda id: (id not in known, -counts[id], id))


def _suffix(group: list[Sighting]) -> str:
    """What tells namesakes apart: the country, if it is known."""
    return "-".join(sorted({country for sighting in group for country in sighting.where})).lower()


def _entity(id: str, group: list[Sighting], wishes: Wishes) -> Entity:
    ids = sorted({wishes.name(sighting.key) for sighting in group} | {id})
    named = [sighting for sighting in group if sighting.known] or group
    label = next((wishes.labels[i] for i in ids if i in wishes.labels), None) or _most(s.label for s in named)
    type = next((wishes.types[i] for i in ids if i in wishes.types), None) or _type(s.type for s in named)
    aliases = sorted({name for sighting in group for name in sighting.names} - {label})
    wikidata = next((s.wikidata for s in group if s.wikidata), None)
    country = min((c for s in group for c in s.countries), default=None)
    return Entity(id, type, label, tuple(aliases), country, wikidata)


def _most(values: Iterable[str]) -> str:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))


def _type(types: Iterable[str]) -> str:
    """The class that most documents give, among the more precise ones."""
    given = Counter(types)
    precise = [t for t in given if not any(t != other and is_a(other, t) for other in given)]
    return min(precise, key=lambda type: (-given[type], type))
