"""What people decided: an append-only file of decisions, one line of JSON each, and what they mean for a merge.

A decision is keyed by content: a fact by its document and evidence, which do not depend on a rule; an entity
by its id. The file can be merged by git with `merge=union`: order in the file plays no part, the time does.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from kg.errors import KgError, Where
from kg.factline import from_object, to_object
from kg.merging.cast import Wishes
from kg.merging.imprint import Source
from kg.model import Document, Fact
from kg.vocabulary import event_types

Verb = Literal["accept", "reject", "same", "different", "relabel", "retype", "split", "undo"]
VERBS: tuple[Verb, ...] = ("accept", "reject", "same", "different", "relabel", "retype", "split", "undo")


@dataclass(frozen=True, slots=True)
class Decision:
    """`what` are ids: of facts, of one event (reject), of entities, or of the decision to undo.

    `to` is the new label or type; `documents` those that a split takes away; `facts` the whole facts, so that they
    can be found again, and kept, when rules change. `says` tells a person what the ids mean.
    """

    at: str
    by: str
    do: Verb
    what: tuple[str, ...]
    why: str = ""
    to: str | None = None
    documents: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    says: str = ""

    @property
    def id(self) -> str:
        """A digest of what was decided, when and by whom."""
        key = repr((self.at, self.by, self.do, self.what, self.to, self.documents))
        return hashlib.sha256(key.encode()).hexdigest()[:8]


def read(path: Path) -> list[Decision]:
    """The decisions of a file, oldest first, each once; a file that is not there has none.

    Raises KgError with the line for what is no decision.
    """
    if not path.exists():
        return []
    found: dict[str, Decision] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            decision = _decision(line, Where(path, number))
            found[decision.id] = decision
    return sorted(found.values(), key=_order)


def append(path: Path, decision: Decision) -> None:
    """Adds a line to the file, which is made if it is not there; what stands in it is never changed."""
    line = json.dumps(_filled(decision), ensure_ascii=False) + "\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as stream:
        stream.write(line)


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that were not undone, oldest first."""
    ordered = sorted({decision.id: decision for decision in decisions}.values(), key=_order)
    undone: set[str] = set()
    for decision in reversed(ordered):  # an undo that was itself undone takes nothing back
        if decision.do == "undo" and decision.id not in undone:
            undone |= set(decision.what)
    return [decision for decision in ordered if decision.do != "undo" and decision.id not in undone]


# ---------------------------------------------------------------- what they mean


Content = tuple[str, str]  # document, evidence


@dataclass(slots=True)
class Ruling:
    """The decisions as a merge needs them."""

    decisions: tuple[Decision, ...]
    wishes: Wishes
    accepted: dict[str, dict[str, Fact]] = field(default_factory=dict)  # document -> fact id -> fact
    _facts: set[Content] = field(default_factory=set)
    _events: set[Content] = field(default_factory=set)
    _types: dict[Content, str] = field(default_factory=dict)

    def rejects(self, fact: Fact) -> bool:
        """Whether a telling was rejected."""
        return any(content in self._facts for content in contents(fact))

    def rejects_event(self, fact: Fact) -> bool:
        """Whether the event of a telling was rejected as a whole."""
        return any(content in self._events for content in contents(fact))

    def retyped(self, fact: Fact) -> Fact:
        """The fact with the type that people gave it."""
        to = next((self._types[content] for content in contents(fact) if content in self._types), None)
        return replace(fact, type=to) if to else fact

    def lost(self, document: Document, facts: Iterable[Fact]) -> list[Fact]:
        """The accepted facts of a document that its record lacks."""
        accepted = self.accepted.get(document.id)
        if not accepted:
            return []
        found = {content for fact in facts for content in contents(fact)}
        return [fact for _, fact in sorted(accepted.items()) if not found & set(contents(fact))]

    def stale(self, sources: Iterable[Source]) -> Iterator[Decision]:
        """The decisions that match nothing in these documents."""
        known: set[str] = set()
        found: set[Content] = set()
        documents: set[str] = set()
        for source in sources:
            documents.add(source.document.id)
            for fact in source.facts:
                found |= set(contents(fact))
                known |= {f.id for f in fact.attribution if f.id}
                known |= {f.id for fillers in fact.args.values() for f in fillers if f.id}
        for decision in self.decisions:
            if decision.facts:
                matched = any(content in found for fact in decision.facts for content in contents(fact))
            else:
                matched = all(id in known for id in decision.what) and set(decision.documents) <= documents
            if not matched:
                yield decision


def contents(fact: Fact) -> Iterator[Content]:
    """What a fact is known by whatever rule finds it: its document, and the word of each sentence that tells it."""
    for evidence in fact.evidence:
        yield fact.doc, evidence.id


def settle(decisions: Iterable[Decision]) -> Ruling:
    """What holds after all decisions; of two about one thing the later one counts."""
    left = standing(decisions)
    ties: dict[frozenset[str], str] = {}
    labels: dict[str, str] = {}
    types: dict[str, str] = {}
    splits: dict[str, frozenset[str]] = {}
    ruling = Ruling(tuple(left), Wishes())
    for decision in left:
        if decision.do in ("same", "different"):
            ties[frozenset(decision.what)] = decision.do
        elif decision.do == "relabel" and decision.to:
            labels.update(dict.fromkeys(decision.what, decision.to))
        elif decision.do == "split":
            splits.update(dict.fromkeys(decision.what, frozenset(decision.documents)))
        elif decision.do == "retype" and decision.to and not decision.facts:
            types.update(dict.fromkeys(decision.what, decision.to))
        else:
            _note(ruling, decision)
    pairs = {do: [tuple(sorted(pair)) for pair, verb in ties.items() if verb == do] for do in ("same", "different")}
    same = tuple(sorted((pair[0], pair[-1]) for pair in pairs["same"]))
    different = tuple(sorted((pair[0], pair[-1]) for pair in pairs["different"]))
    ruling.wishes = Wishes(same, different, labels, types, tuple(sorted(splits.items())))
    return ruling


def _note(ruling: Ruling, decision: Decision) -> None:
    """A decision about facts; to accept takes a rejection back, and the reverse."""
    for fact in decision.facts:
        keys = set(contents(fact))
        if decision.do == "retype" and decision.to in event_types():
            ruling._types.update(dict.fromkeys(keys, decision.to))
        elif decision.do == "accept":
            ruling._facts -= keys
            ruling._events -= keys
            ruling.accepted.setdefault(fact.doc, {})[fact.id] = fact
        elif decision.do == "reject":
            (ruling._events if _is_event(decision) else ruling._facts).update(keys)
            ruling.accepted.get(fact.doc, {}).pop(fact.id, None)


def _is_event(decision: Decision) -> bool:
    return any(id.startswith("event/") for id in decision.what)


def _order(decision: Decision) -> tuple[str, str]:
    return decision.at, decision.id


# ---------------------------------------------------------------- lines


def _filled(decision: Decision) -> dict[str, Any]:
    fields = {name: getattr(decision, name) for name in ("at", "by", "do", "what", "says", "why", "to", "documents")}
    line = {"id": decision.id, **{name: value for name, value in fields.items() if value}}
    if decision.facts:
        line["facts"] = [to_object(fact) for fact in decision.facts]
    return line


def _decision(line: str, where: Where) -> Decision:
    try:
        fields = json.loads(line)
        fields.pop("id", None)
        facts = tuple(from_object(fact) for fact in fields.pop("facts", ()))
        for name in ("what", "documents"):
            fields[name] = tuple(fields.get(name, ()))
        decision = Decision(**fields, facts=facts)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise KgError(f"not a decision: {error}", where, "one line that `kg curate` wrote") from None
    if decision.do not in VERBS:
        raise KgError(f"unknown decision {decision.do!r}", where, "there is " + ", ".join(VERBS))
    return decision


def line(decision: Decision) -> str:
    """A decision as a person reads it."""
    what = decision.says or ", ".join(decision.what)
    to = f" -> {decision.to}" if decision.to else ""
    apart = f" ({', '.join(decision.documents)})" if decision.documents else ""
    why = f": {decision.why}" if decision.why else ""
    return f"{decision.id} {decision.at} {decision.by} {decision.do} {what}{to}{apart}{why}"
