"""Who stands for whom in a document: a country for its authorities, a firm for its service, a body for its speaker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from kg.event.compare import bare, overlap, share
from kg.gazetteer import Gazetteer
from kg.model import PLACES, Fact, Filler, is_local
from kg.vocabulary import is_a, is_official

#: What acts as a state, besides its bodies.
STATES = {"Country", "Region", "InternationalOrganisation"}
#: The whole of a state's power, of which a ministry or a regulator is a part.
WHOLE = frozenset("authorities government officials state lawmakers regulators".split())
#: Words for many who act together, one of whom a heading may name.
TOGETHER = frozenset("coalition group attorneys states alliance".split())


class Ties:
    """What the facts of a document and the known names tell of its parties."""

    def __init__(self, facts: Iterable[Fact], gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._pairs = frozenset(_pairs(facts))

    def agree(self, first: Fact, second: Fact, role: str) -> bool:
        """Whether both facts have the same party in a role; who acts may be a country or its authorities."""
        if overlap(first, second, role) or share(first, second, role):
            return True
        acting = role in {"agent", "recipient"}
        return acting and any(self.one(a, b) for a in first.args[role] for b in second.args[role])

    def one(self, a: Filler, b: Filler) -> bool:
        """Whether two act for one state: "Peru", "the government", "the authorities", "Peru's telecoms regulator"."""
        if not all(is_a(f.type, "PublicBody") or f.type in STATES for f in (a, b)):
            return False
        if any(is_a(f.type, "Court") for f in (a, b)):
            return False
        home, other = self._country(a), self._country(b)
        if not any(_is_whole(f) for f in (a, b)):
            told = a.type == b.type and is_local(a.id) != is_local(b.id)
            return told and home is not None and home == other
        if home is None or other is None:
            return all(c is not None or (is_local(f.id) and f.label in WHOLE) for f, c in ((a, home), (b, other)))
        return home == other

    def one_court(self, first: Fact, second: Fact, role: str) -> bool:
        """Whether a role is a court that one of the facts leaves unnamed ("sued *in federal court*")."""
        courts = [f for one in (first, second) for f in one.args[role]]
        return all(is_a(f.type, "Court") for f in courts) and any(is_local(f.id) for f in courts)

    def may_mean(self, general: tuple[Filler, ...], named: tuple[Filler, ...]) -> bool:
        """Whether a heading's words can mean those whom the text names: "tech giant", "Peru" for its court."""
        people = {is_a(f.type, "Person") for f in (*general, *named)}
        unnamed = all(is_local(f.id) for f in general) and len(people) == 1
        bodies = all(is_official(f.type) for f in named)
        state = bodies and all(f.type in STATES for f in general)
        together = self.joins(general, named)
        return unnamed or state or together or any(self.can_be(a, b) for a in general for b in named)

    def joins(self, one: tuple[Filler, ...], many: tuple[Filler, ...]) -> bool:
        """Whether many act together, of whom one is named elsewhere ("a coalition of 40 states")."""
        public = all(f.type not in {"Company", "Platform"} and not is_local(f.id) for f in one)
        return public and all(is_local(f.id) and TOGETHER & set(f.label.lower().split()) for f in many)

    def can_be(self, a: Filler, b: Filler) -> bool:
        """Whether a heading's party can be one of the text: by its owner, its state, or a shorter name."""
        if (a.id, b.id) in self._pairs or b.id in self._owners(a) or a.id in self._owners(b) or self.one(a, b):
            return True
        if all((f.id or "") in self._gazetteer.entries for f in (a, b)):
            return False
        short, long = sorted((set(bare(f.label)) for f in (a, b)), key=len)
        return bool(short) and short <= long

    def _owners(self, filler: Filler) -> set[str]:
        entry = self._gazetteer.entries.get(filler.id or "")
        return {entry.owner} if entry is not None and entry.owner else set()

    def _country(self, filler: Filler) -> str | None:
        """The country that a body belongs to, by what is known of it or by its description."""
        if filler.type in PLACES and not is_local(filler.id):
            return filler.id
        entry = self._gazetteer.entries.get(filler.id or "")
        if entry is not None:
            return f"country/{entry.country}" if entry.country else None
        named = [found.entry.id for found in self._gazetteer.find(filler.label, {"Country", "Region"})]
        named.extend(found.entry.id for found in self._gazetteer.peoples(filler.label))
        return next(iter(named), None)


def _pairs(facts: Iterable[Fact]) -> Iterator[tuple[str | None, str | None]]:
    """The services and who owns them, the bodies and who speaks for them, either way round."""
    for fact in facts:
        if fact.type in {"ownerOf", "holdsOffice"}:
            for owner, owned in product(fact.args.get("subject", ()), fact.args.get("object", ())):
                yield from ((owner.id, owned.id), (owned.id, owner.id))


def _is_whole(filler: Filler) -> bool:
    """Whether somebody is the state itself or its government, not one of its bodies."""
    told = is_local(filler.id) and bool(WHOLE & set(filler.label.lower().split()))
    return filler.type in {"Country", "Region", "Government"} or told
