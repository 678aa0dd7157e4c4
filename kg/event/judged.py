"""A law that is judged is no party: "held that *Section 5* is void" is about the law."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.event.filling import filled
from kg.model import Fact, Filler


def with_judged_laws(facts: Iterable[Fact]) -> list[Fact]:
    """The facts, where the laws that a court decides on are its laws and what it decides about, not its targets."""
    return [
        _of_law(f) if f.type == "Ruling" and any(_is_law(t) for t in f.args.get("target", ())) else f for f in facts
    ]


def _of_law(ruling: Fact) -> Fact:
    parties = ruling.args["target"]
    judged = [t for t in parties if _is_law(t)]
    told = ruling.args.get("law", ())
    laws = told or tuple(j for j in judged if j.label.lower() != "laws")
    others = tuple(t for t in parties if not _is_law(t))
    matters = tuple(_with_law(m, judged[0], ruling) for m in ruling.args.get("matter", ()))
    return filled(ruling, {"target": others, "law": laws, "matter": matters or (_phrase(judged[0]),)})


def _is_law(filler: Filler) -> bool:
    return filler.type == "Law"


def _with_law(matter: Filler, law: Filler, ruling: Fact) -> Filler:
    """ "the *pact that was ruled illegal*": what was held in one word, with the law of which it was held."""
    start, end = min(matter.start, law.start), max(matter.end, law.end)
    told = next((e for e in ruling.evidence if e.start <= start and end <= e.end), None)
    if " " in matter.label or told is None:
        return matter
    return replace(matter, label=told.quote[start - told.start : end - told.start], start=start, end=end, value=None)


def _phrase(law: Filler) -> Filler:
    return Filler(law.label, "Phrase", law.start, law.end)
