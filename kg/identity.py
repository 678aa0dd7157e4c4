"""Who is who across documents: the entities that many documents name -> one entity each.

Linked ids come first, then names of one kind and country. A name alone never joins two linked ids or two Wikidata
ids, and what a document leaves unnamed ("prosecutors") stays its own. When in doubt two stay two: to take one person
for another harms more than to count one twice.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from kg.imprint import Source
from kg.model import Entity, Fact, Filler
from kg.union import Union
from kg.vocabulary import is_a

Key = tuple[str, str]  # document, id

#: Two spellings of one name, of 100.
ALIKE = 93
#: So many names of one block are compared with each other; a longer block is compared by neighbourhood.
NEIGHBOURS = 40
SETTLED = ("citizenOf", "basedIn", "agencyOf")
TIES = ("holdsOffice", "founderOf", "ownerOf", "memberOf", "partOf")
LEGAL_FORMS = frozenset("inc ltd llc gmbh ag sa plc corp corporation company co limited bv oy ab as".split())


@dataclass(frozen=True, slots=True)
class Wishes:
    """What people have decided about entities, by id: one or several, their names and types, and which documents of
    an id mean somebody else."""

    same: tuple[tuple[str, str], ...] = ()
    different: tuple[tuple[str, str], ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)
    splits: tuple[tuple[str, frozenset[str]], ...] = ()


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


def identify(sources: Iterable[Source], wishes: Wishes | None = None) -> Cast:
    """The entities that documents name, each once; the same whatever the order of the documents."""
    wishes = wishes or Wishes()
    seen = sightings(sources)
    groups = _Groups(seen, wishes)
    groups.join_wished()
    groups.join_linked()
    groups.join_named()
    groups.join_similar()
    return _cast(groups, wishes)


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


def fold(name: str) -> str:
    """A name without case, accents, punctuation and legal form: what two spellings share."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    words = re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c)))
    kept = [word for word in words if word not in LEGAL_FORMS and word != "the"]
    return " ".join(kept or words)


# ---------------------------------------------------------------- what each document says


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


# ---------------------------------------------------------------- what belongs together


class _Groups:
    """Sightings that were joined, and what must not be."""

    def __init__(self, seen: dict[Key, Sighting], wishes: Wishes) -> None:
        self.seen, self.wishes = seen, wishes
        self.union: Union[Key] = Union()
        self.wikidata: dict[Key, set[str]] = {}
        self.linked: dict[Key, set[str]] = {}
        self.members: dict[Key, set[str]] = {}
        self._apart: dict[str, set[str]] = defaultdict(set)
        for key, sighting in seen.items():
            self.union.add(key)
            self.wikidata[key] = {sighting.wikidata} if sighting.wikidata else set()
            self.linked[key] = {self.name(key)} if sighting.known else set()
            self.members[key] = {self.name(key)}
        for one, other in wishes.different:
            self._apart[one].add(other)
            self._apart[other].add(one)

    def name(self, key: Key) -> str:
        """The id of a sighting; a document that people split off has one of its own."""
        for id, documents in self.wishes.splits:
            if key[1] == id and key[0] in documents:
                return f"{id}~{min(documents)}"
        return key[1]

    def join(self, one: Key, other: Key, wished: bool = False) -> bool:
        """Joins two groups, unless they are known to be two."""
        first, second = self.union.find(one), self.union.find(other)
        if first == second:
            return True
        wikidata, linked = self.wikidata[first] | self.wikidata[second], self.linked[first] | self.linked[second]
        apart = any(self._apart[id] & self.members[second] for id in self.members[first] & self._apart.keys())
        two_links = len(linked) > 1 and not self.linked[first] & self.linked[second]
        if len(wikidata) > 1 or apart or (two_links and not wished and not self._one_wikidata(first, second)):
            return False
        members = self.members[first] | self.members[second]
        self.union.join(first, second)
        root = self.union.find(first)
        self.wikidata[root], self.linked[root], self.members[root] = wikidata, linked, members
        return True

    def _one_wikidata(self, first: Key, second: Key) -> bool:
        return bool(self.wikidata[first]) and self.wikidata[first] == self.wikidata[second]

    def join_wished(self) -> None:
        by_name = self._by(lambda sighting: self.name(sighting.key))
        for one, other in sorted(self.wishes.same):
            for left in by_name.get(one, ())[:1]:
                for right in by_name.get(other, ()):
                    self.join(left, right, wished=True)
        for id in sorted({id for pair in self.wishes.same for id in pair} | {id for id, _ in self.wishes.splits}):
            for name in sorted(by_name):
                if name == id or name.startswith(f"{id}~"):
                    self._join_all(by_name[name])

    def join_linked(self) -> None:
        known = {key for key, sighting in self.seen.items() if sighting.known}
        for keys in self._by(lambda s: self.name(s.key) if s.key in known else None).values():
            self._join_all(keys)
        for keys in self._by(lambda s: s.wikidata).values():
            self._join_all(keys)

    def join_named(self) -> None:
        """Coined entities of one name and kind: those of one country, or that share a company; then the linked one."""
        coined = self._by(lambda s: self._coined_name(s))
        linked: dict[str, set[Key]] = defaultdict(set)
        for key, sighting in self.seen.items():
            if sighting.known:
                for name in sighting.names:
                    linked[_block(sighting.type, fold(name))].add(self.union.find(key))
        for name, keys in sorted(coined.items()):
            groups = self._by_country(keys)
            for group in groups:
                self._join_all(group)
            targets = {self.union.find(key) for key in linked.get(name, ())}
            for group in groups if len(targets) == 1 else ():
                if self._country_fits(group, next(iter(targets))):
                    self.join(next(iter(targets)), group[0])

    def join_similar(self) -> None:
        """Spellings of one name: neighbours in blocks of one kind and last word."""
        blocks: dict[tuple[str, str], dict[str, list[Key]]] = defaultdict(lambda: defaultdict(list))
        for key, sighting in self.seen.items():
            name = fold(sighting.label)
            if not sighting.known and not _is_local(key[1]) and name:
                blocks[_kind(sighting.type), _plain(name).split()[-1][:4]][name].append(key)
        for (kind, _), names in sorted(blocks.items()):
            ordered = sorted(names)
            for i, one in enumerate(ordered):
                for other in ordered[i + 1 : i + 1 + NEIGHBOURS]:
                    if _similar(one, other, kind):
                        self._join_similar(names[one], names[other])

    def _join_similar(self, one: list[Key], other: list[Key]) -> None:
        """Only within a country that both are known to belong to."""
        for left in one:
            for right in other:
                if self.where(left) & self.where(right):
                    self.join(left, right)
                    break

    def _by_country(self, keys: list[Key]) -> list[list[Key]]:
        """Sightings of one name that share a country or company; those without follow if there is but one group."""
        if _kind(self.seen[keys[0]].type) == "thing":
            return [keys]
        joined: Union[str] = Union()
        for key in keys:
            joined.add(str(key))
            for mark in self.where(key) | self.seen[key].ties | {f"decided {self.union.find(key)}"}:
                joined.join(str(key), f"~{mark}")
        groups: dict[str, list[Key]] = defaultdict(list)
        for key in keys:
            groups[joined.find(str(key))].append(key)
        placed = [group for group in groups.values() if any(self.where(key) for key in group)]
        rest = [key for group in groups.values() if not any(self.where(k) for k in group) for key in group]
        if len(placed) == 1:
            return [placed[0] + rest]
        return [*placed, *([rest] if rest else [])]

    def where(self, key: Key) -> set[str]:
        """The country of somebody; where none is told, the countries in which things are done to a person."""
        sighting = self.seen[key]
        if sighting.countries or _kind(sighting.type) not in ("person", "body"):
            return sighting.countries
        return sighting.around

    def _country_fits(self, group: list[Key], target: Key) -> bool:
        ours = {country for key in group for country in self.seen[key].countries}
        theirs = self.seen[target].countries
        return not ours or not theirs or bool(ours & theirs)

    def _coined_name(self, sighting: Sighting) -> str | None:
        if sighting.known or _is_local(sighting.key[1]) or "~" in self.name(sighting.key):
            return None
        return _block(sighting.type, fold(sighting.label))

    def _join_all(self, keys: list[Key]) -> None:
        for key in keys[1:]:
            self.join(keys[0], key)

    def _by(self, name: object) -> dict[str, list[Key]]:
        found: dict[str, list[Key]] = defaultdict(list)
        for key, sighting in sorted(self.seen.items()):
            if (value := name(sighting)) is not None:  # type: ignore[operator]
                found[value].append(key)
        return found


def _is_local(id: str) -> bool:
    """Somebody unnamed, known to one document only."""
    return id.startswith("doc/")


def _kind(type: str) -> str:
    """What may be one thing though two documents class it otherwise: a firm, a service and an organisation are one."""
    if is_a(type, "Person"):
        return "person"
    if is_a(type, "PublicBody"):
        return "body"
    return "firm" if is_a(type, "Organisation") or is_a(type, "Platform") else "thing"


def _block(type: str, name: str) -> str:
    kind = _kind(type)
    return f"{type if kind == 'thing' else kind}: {name}"


def _similar(one: str, other: str, kind: str) -> bool:
    """Whether two folded names are spellings of one; of a person only in another transcription or with a middle name,
    for Anna is not Hanna and Daniel not Daniela."""
    if kind == "person":
        first, second = _plain(one).split(), _plain(other).split()
        return first == second or (len(first) != len(second) and (first[0], first[-1]) == (second[0], second[-1]))
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    return min(len(one), len(other)) >= 10 and fuzz.ratio(one, other, score_cutoff=ALIKE) > 0


def _plain(name: str) -> str:
    """A folded name with one letter for what alphabets are transcribed to in several ways."""
    for several, one in (("x", "ks"), ("ph", "f"), ("ck", "k"), ("ae", "a"), ("oe", "o"), ("ue", "u")):
        name = name.replace(several, one)
    return re.sub(r"(\w)\1", r"\1", re.sub("[jy]", "i", name))


# ---------------------------------------------------------------- the result


def _cast(groups: _Groups, wishes: Wishes) -> Cast:
    members: dict[Key, list[Sighting]] = defaultdict(list)
    for key in groups.union:
        members[groups.union.find(key)].append(groups.seen[key])
    parted = [group for _, group in sorted(members.items())]
    plain = Counter(_id(groups, group) for group in parted)
    placed = Counter((_id(groups, group), _suffix(groups, group)) for group in parted)
    ids: dict[Key, str] = {}
    entities = []
    for group in parted:
        id, suffix = _id(groups, group), _suffix(groups, group)
        if plain[id] > 1:
            digest = hashlib.sha256(min(sighting.key[0] for sighting in group).encode()).hexdigest()[:8]
            id = f"{id}--{suffix if suffix and placed[id, suffix] == 1 else digest}"
        entities.append(_entity(id, group, groups, wishes))
        ids.update({sighting.key: id for sighting in group})
    return Cast(sorted(entities, key=lambda entity: entity.id), ids)


def _id(groups: _Groups, group: list[Sighting]) -> str:
    """The id that most documents use, a linked one first."""
    counts = Counter(groups.name(sighting.key) for sighting in group)
    known = {groups.name(sighting.key) for sighting in group if sighting.known}
    return min(counts, key=lambda id: (id not in known, -counts[id], id))


def _suffix(groups: _Groups, group: list[Sighting]) -> str:
    """What tells namesakes apart: the country, if it is known."""
    return "-".join(sorted({country for sighting in group for country in groups.where(sighting.key)})).lower()


def _entity(id: str, group: list[Sighting], groups: _Groups, wishes: Wishes) -> Entity:
    ids = sorted({groups.name(sighting.key) for sighting in group} | {id})
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


def names_of(entity: Entity) -> Iterator[str]:
    """The label and the other names, folded."""
    yield from sorted({fold(name) for name in (entity.label, *entity.aliases)})
