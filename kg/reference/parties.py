"""Groups that a document names once: "the defendants" of its case, a firm's "owners", what "the complaint" alleges."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.model import Fact, Filler

ROLES = ("agent", "target", "recipient")
#: Which side of a case a bare noun names.
SIDES = {
    "defendant": "target",
    "accused": "target",
    "respondent": "target",
    "plaintiff": "agent",
    "complainant": "agent",
    "petitioner": "agent",
}
#: What names the parties of a case, the surest first.
CASES = ("Lawsuit", "Charge", "Accusation", "Arrest", "Sentence")
#: The relations that tell who "its owners" are.
HOLDERS = {
    "owner": ("ownerOf",),
    "founder": ("founderOf",),
    "co-founder": ("founderOf",),
    "executive": ("holdsOffice",),
    "officer": ("holdsOffice",),
    "principal": ("ownerOf", "founderOf", "holdsOffice"),
}
PAPER = re.compile(r"\b(?:complaint|lawsuit|suit|petition|indictment|filing)s?\b", re.IGNORECASE)


def with_parties(facts: list[Fact]) -> list[Fact]:
    """The facts with everybody whom such a noun means in its place; what "the complaint" alleges its plaintiff does."""
    case = _case(facts)
    held = [f for f in facts if f.type in {"ownerOf", "founderOf", "holdsOffice"} and f.polarity == "affirmed"]
    return [_with_party(fact, case, held) for fact in facts]


def _case(facts: list[Fact]) -> Fact | None:
    named = [f for f in facts if f.args.get("target") and not all(_side(t) for t in f.args["target"])]
    return next((f for type_ in CASES for f in named if f.type == type_), None)


def _with_party(fact: Fact, case: Fact | None, held: list[Fact]) -> Fact:
    args = {
        role: tuple(dict.fromkeys(f for g in fillers for f in (_meant(g, fact, case, held) if role in ROLES else [g])))
        for role, fillers in fact.args.items()
    }
    plaintiff = case.args.get("agent") if case is not None and case.type in {"Lawsuit", "Charge"} else None
    if fact.type == "Accusation" and "agent" not in args and plaintiff and _by_paper(fact):
        args = {"agent": plaintiff, **args}
    return replace(fact, args={role: _once(fillers) for role, fillers in args.items()})


def _meant(filler: Filler, fact: Fact, case: Fact | None, held: list[Fact]) -> list[Filler]:
    """Whom a bare "the defendants", "the plaintiff" or "its owners" means; anybody else is himself."""
    if not (filler.id or "").startswith("doc/"):
        return [filler]
    side = _side(filler)
    named = case.args.get(side, ()) if side and case is not None else _holders(filler, fact, held)
    return [replace(f, start=filler.start, end=filler.end, via="nominal") for f in named] or [filler]


def _side(filler: Filler) -> str | None:
    return SIDES.get(filler.label.lower().removesuffix("s")) if (filler.id or "").startswith("doc/") else None


def _holders(filler: Filler, fact: Fact, held: list[Fact]) -> list[Filler]:
    """The people whom the document names as owners (founders, officers) of a firm, if it tells so of one firm only."""
    kinds = HOLDERS.get(filler.label.lower().split()[-1].removesuffix("s"), ())
    ties = [tie for tie in held if tie.type in kinds]
    present = {f.id for role in ROLES for f in fact.args.get(role, ())}
    firms = {f.id for tie in ties for f in tie.args.get("object", ())}
    chosen = firms & present or firms
    if len(chosen) != 1:
        return []
    people = [f for tie in ties if {o.id for o in tie.args["object"]} & chosen for f in tie.args["subject"]]
    return [f for f in people if f.type == "Person"]


def _once(fillers: tuple[Filler, ...]) -> tuple[Filler, ...]:
    kept: dict[str, Filler] = {}
    for filler in fillers:
        kept.setdefault(filler.id or filler.value or filler.label, filler)
    return tuple(kept.values())


def _by_paper(fact: Fact) -> bool:
    """Whether the accusation is made by a paper of the case ("the complaint alleges")."""
    return any(PAPER.search(e.quote) for e in fact.evidence)
