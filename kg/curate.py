"""A person's words -> a decision: what the ids mean is looked up, and the facts are kept with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from kg.dossier import wording
from kg.dossier.account import find
from kg.errors import KgError, UnknownName
from kg.merge import Merged
from kg.merging import decision
from kg.merging.decision import Decision, Verb
from kg.model import Fact
from kg.vocabulary import entity_types, event_types


class Curator:
    """Writes the decisions of one person about one store; `facts` are the store's own, as their documents tell them."""

    def __init__(self, path: Path, by: str, merged: Merged, facts: Iterable[Fact]) -> None:
        self.path, self.by, self.merged = path, by, merged
        self.facts = {fact.id: fact for fact in (*merged.restored, *facts)}
        self.events = {event.id: event for event in merged.events}

    def judge(self, do: Verb, ids: Sequence[str], why: str = "") -> Decision:
        """Accepts or rejects facts or events. Raises UnknownName for an id that the store has not."""
        whats = [self._told(id) for id in ids]
        facts = tuple({fact.id: fact for _, some in whats for fact in some}.values())
        return self._write(Decision(now(), self.by, do, tuple(ids), why, facts=facts, says=self._says(ids, facts)))

    def tie(self, do: Verb, one: str, other: str, why: str = "") -> Decision:
        """Says that two entities are the same, or are not."""
        what = (self._entity(one), self._entity(other))
        if what[0] == what[1]:
            right = "`kg curate split` takes documents away from one entity" if do == "different" else None
            raise KgError(f"{one} and {other} are both {what[0]}", right=right)
        return self._write(Decision(now(), self.by, do, what, why, says=" and ".join(map(self._label, what))))

    def relabel(self, id: str, label: str, why: str = "") -> Decision:
        """Gives an entity another name."""
        what = self._entity(id)
        return self._write(Decision(now(), self.by, "relabel", (what,), why, to=label, says=self._label(what)))

    def retype(self, id: str, type: str, why: str = "") -> Decision:
        """Gives an entity, a fact or an event another type. Raises UnknownName for one that does not fit."""
        if id.startswith(("fact/", "event/")):
            _, facts = self._told(id)
            _check(type, event_types())
            says = self._says([id], facts)
            return self._write(Decision(now(), self.by, "retype", (id,), why, to=type, facts=facts, says=says))
        what = self._entity(id)
        _check(type, entity_types())
        return self._write(Decision(now(), self.by, "retype", (what,), why, to=type, says=self._label(what)))

    def split(self, id: str, documents: Sequence[str], why: str = "") -> Decision:
        """Says that some documents mean somebody else by an entity."""
        what = self._entity(id)
        missing = [document for document in documents if document not in self.merged.documents]
        if missing:
            raise UnknownName(f"no document {missing[0]!r} in this store", right="its id, as `kg facts` shows it")
        apart = tuple(sorted(documents))
        return self._write(Decision(now(), self.by, "split", (what,), why, documents=apart, says=self._label(what)))

    def undo(self, id: str, why: str = "") -> Decision:
        """Takes a decision back; the line stays in the file."""
        known = {each.id: each for each in decision.read(self.path)}
        if id not in known:
            raise UnknownName(f"no decision {id!r}", right="`kg curate list` shows them")
        return self._write(Decision(now(), self.by, "undo", (id,), why, says=decision.line(known[id])))

    def _told(self, id: str) -> tuple[str, tuple[Fact, ...]]:
        """The facts behind the id of a fact or an event."""
        if id in self.facts:
            return id, (self.facts[id],)
        if id in self.events:
            return id, tuple(self.facts[fact.id] for fact in self.events[id].facts if fact.id in self.facts)
        raise UnknownName(f"no fact or event {id!r} in this store", right="fact/... as in `kg facts`, or event/...")

    def _entity(self, name: str) -> str:
        """The id that documents use for an entity that is given by id or name."""
        if any(name == id for _, id in self.merged.cast.ids):
            return name
        found = find(self.merged, name)
        if len(found) > 1:
            raise KgError(f"{len(found)} of the name {name!r}", right="one of " + ", ".join(e.id for e in found))
        used = sorted(id for (_, id), merged in self.merged.cast.ids.items() if merged == found[0].id)
        return found[0].id if found[0].id in used else used[0]

    def _label(self, id: str) -> str:
        merged = next((m for (_, own), m in sorted(self.merged.cast.ids.items()) if own == id), id)
        return f"{self.merged.cast.entities[merged].label} ({id})" if merged in self.merged.cast.entities else id

    def _says(self, ids: Sequence[str], facts: Iterable[Fact]) -> str:
        events = [self.events[id] for id in ids if id in self.events]
        if events:
            return "; ".join(wording.sentence(event) for event in events)
        return "; ".join(" ".join(fact.evidence[0].quote.split()) for fact in facts if fact.evidence)

    def _write(self, made: Decision) -> Decision:
        decision.append(self.path, made)
        return made


def _check(type: str, known: frozenset[str]) -> None:
    if type not in known:
        raise UnknownName(f"no type called {type!r} that fits", right="there is " + ", ".join(sorted(known)))


def now() -> str:
    """The time, as decisions write it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
