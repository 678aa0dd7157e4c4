"""Who is who across documents: the entities that many documents name -> one entity each.

Linked ids come first, then names of one kind and country. A name alone never joins two linked ids or two Wikidata
ids, and what a document leaves unnamed ("prosecutors") stays its own. When in doubt two stay two: to take one person
for another harms more than to count one twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from kg.merging.cast import Cast, Wishes, assemble
from kg.merging.imprint import Source
from kg.merging.sighting import Key, Sighting, sightings
from kg.merging.spelling import fold, plain, similar
from kg.merging.union import Union

#: So many names of one block are compared with each other; a longer block is compared by neighbourhood.
NEIGHBOURS = 40


def identify(sources: Iterable[Source], wishes: Wishes | None = None) -> Cast:
    """The entities that documents name, each once; the same whatever the order of the documents."""
    wishes = wishes or Wishes()
    seen = sightings(sources)
    groups = _Groups(seen, wishes)
    groups.join_wished()
    groups.join_linked()
    groups.join_named()
    groups.join_similar()
    return assemble(groups.parted(), wishes)


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
            self.linked[key] = {self.wishes.name(key)} if sighting.known else set()
            self.members[key] = {self.wishes.name(key)}
        for one, other in wishes.different:
            self._apart[one].add(other)
            self._apart[other].add(one)

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

    def parted(self) -> list[list[Sighting]]:
        """The sightings of each entity, in a fixed order."""
        members: dict[Key, list[Sighting]] = defaultdict(list)
        for key in self.union:
            members[self.union.find(key)].append(self.seen[key])
        return [group for _, group in sorted(members.items())]

    def join_wished(self) -> None:
        by_name = self._by(lambda sighting: self.wishes.name(sighting.key))
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
        for keys in self._by(lambda s: self.wishes.name(s.key) if s.key in known else None).values():
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
                    linked[_block(sighting, fold(name))].add(self.union.find(key))
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
            if not sighting.known and not sighting.local and name:
                blocks[sighting.kind, plain(name).split()[-1][:4]][name].append(key)
        for (kind, _), names in sorted(blocks.items()):
            ordered = sorted(names)
            for i, one in enumerate(ordered):
                for other in ordered[i + 1 : i + 1 + NEIGHBOURS]:
                    if similar(one, other, kind):
                        self._join_similar(names[one], names[other])

    def _join_similar(self, one: list[Key], other: list[Key]) -> None:
        """Only within a country that both are known to belong to."""
        for left in one:
            for right in other:
                if self.seen[left].where & self.seen[right].where:
                    self.join(left, right)
                    break

    def _by_country(self, keys: list[Key]) -> list[list[Key]]:
        """Sightings of one name that share a country or company; those without follow if there is but one group."""
        if self.seen[keys[0]].kind == "thing":
            return [keys]
        joined: Union[str] = Union()
        for key in keys:
            joined.add(str(key))
            for mark in self.seen[key].where | self.seen[key].ties | {f"decided {self.union.find(key)}"}:
                joined.join(str(key), f"~{mark}")
        groups: dict[str, list[Key]] = defaultdict(list)
        for key in keys:
            groups[joined.find(str(key))].append(key)
        placed = [group for group in groups.values() if any(self.seen[key].where for key in group)]
        rest = [key for group in groups.values() if not any(self.seen[k].where for k in group) for key in group]
        if len(placed) == 1:
            return [placed[0] + rest]
        return [*placed, *([rest] if rest else [])]

    def _country_fits(self, group: list[Key], target: Key) -> bool:
        ours = {country for key in group for country in self.seen[key].countries}
        theirs = self.seen[target].countries
        return not ours or not theirs or bool(ours & theirs)

    def _coined_name(self, sighting: Sighting) -> str | None:
        if sighting.known or sighting.local or "~" in self.wishes.name(sighting.key):
            return None
        return _block(sighting, fold(sighting.label))

    def _join_all(self, keys: list[Key]) -> None:
        for key in keys[1:]:
            self.join(keys[0], key)

    def _by(self, name: Callable[[Sighting], str | None]) -> dict[str, list[Key]]:
        found: dict[str, list[Key]] = defaultdict(list)
        for key, sighting in sorted(self.seen.items()):
            if (value := name(sighting)) is not None:
                found[value].append(key)
        return found


def _block(sighting: Sighting, name: str) -> str:
    return f"{sighting.type if sighting.kind == 'thing' else sighting.kind}: {name}"
