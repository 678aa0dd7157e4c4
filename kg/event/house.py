"""Who "the operators of Tixo" are, where the text says elsewhere who runs it ("Tixo's operator, Veyra Inc.")."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.model import PARTIES, Fact, Filler, is_local
from kg.vocabulary import is_a

#: What a firm is to the service that it runs.
RUNNING = re.compile(r"(?:operators?|owners?|makers?|developers?|providers?|publishers?)\b", re.IGNORECASE)


def with_houses(facts: list[Fact]) -> list[Fact]:
    """The facts with the firm's name in place of what it is to a service, if only one firm is said to run that."""
    ties = [(s, o) for one in facts if one.type == "ownerOf" for s in one.args["subject"] for o in one.args["object"]]
    firms = [(s, o) for s, o in ties if is_a(s.type, "Company")]
    return [_with_house(fact, firms) for fact in facts] if firms else facts


def _with_house(fact: Fact, firms: list[tuple[Filler, Filler]]) -> Fact:
    if "subject" in fact.args:
        return fact
    args = dict(fact.args)
    for role in PARTIES:
        named = tuple(_named(filler, fact, firms) for filler in fact.args.get(role, ()))
        if named:
            args[role] = tuple(f for i, f in enumerate(named) if f.id not in {g.id for g in named[:i]})
    return replace(fact, args=args)


def _named(filler: Filler, fact: Fact, firms: list[tuple[Filler, Filler]]) -> Filler:
    """The only firm that runs the service which stands beside "operator" in the evidence, or the filler as it is."""
    if not is_local(filler.id) or not RUNNING.match(filler.label):
        return filler
    noun = RUNNING.match(filler.label)[0]  # type: ignore[index]
    meant = {s.id: s for s, o in firms if any(_beside(noun, n, e.quote) for n in _names(o) for e in fact.evidence)}
    if len(meant) != 1:
        return filler
    return replace(next(iter(meant.values())), start=filler.start, end=filler.end, via="nominal")


def _names(filler: Filler) -> tuple[str, ...]:
    return (filler.label, *filler.aliases)


def _beside(noun: str, name: str, text: str) -> bool:
    """ "Tixo's operator", "the Tixo operator", "the operator of the Tixo app"."""
    word, own = re.escape(noun), re.escape(name)
    return re.search(rf"\b{own}(?:['’]s)? {word}\b|\b{word} of (?:the )?{own}\b", text) is not None
