"""Which facts a person asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kg import vocabulary
from kg.errors import UnknownName
from kg.model import Fact, Filler

STATUSES = ("affirmed", "negated", "actual", "alleged", "threatened", "planned", "demanded", "possible")


def select(facts: Iterable[Fact], type: str | None, actor: str | None, status: str | None) -> Iterator[Fact]:
    """The facts of a type or a class above it, with somebody of that name in any role, and with that status.

    Raises UnknownName for a type that the ontology lacks.
    """
    wanted: list[Callable[[Fact], bool]] = []
    if type:
        types = _types(type)
        wanted.append(lambda fact: fact.type in types)
    if actor:
        name = actor.casefold()
        wanted.append(lambda fact: any(name in _names(filler) for filler in _cast(fact)))
    if status:
        wanted.append(lambda fact: status in (fact.polarity, fact.modality))
    return (fact for fact in facts if all(test(fact) for test in wanted))


def _types(type: str) -> frozenset[str]:
    if type in vocabulary.relations():
        return frozenset({type})
    known = vocabulary.subtypes("Event") | vocabulary.relations()
    if type not in known:
        raise UnknownName(f"no fact type called {type!r}", right="there is " + ", ".join(sorted(known)))
    return vocabulary.subtypes(type)


def _cast(fact: Fact) -> Iterator[Filler]:
    return (filler for fillers in fact.args.values() for filler in fillers if filler.id)


def _names(filler: Filler) -> set[str]:
    return {name.casefold() for name in (filler.label, *filler.aliases)}
