"""A fact as a telling of an event: its parties, countries, days and amounts, ready to be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kg.merging.spelling import fold
from kg.model import PARTIES, Fact, Filler, is_local
from kg.rdf import literal
from kg.vocabulary import is_a

#: What several papers tell in their own words: the words must agree too.
WORDY = frozenset(
    "Statement Accusation Denial Order Ruling Commitment Warning Refusal Compliance Cooperation Disclosure Meeting "
    "ContentRemoval PolicyChange Hearing LawProposal LawAdoption InformationRequest".split()
)
#: What is done to a person by any authority of one country at a time.
PERSONAL = frozenset("Arrest Charge Release Warrant Conviction Acquittal Sentence".split())
#: A sentence so long that two who write it have it from one hand.
LONG = 50
NAME = re.compile(r"(?<=\w |\. )[A-Z][a-z]{2,}")


@dataclass(frozen=True, slots=True)
class Telling:
    """Days are ordinals; `start` and `end` are None where the text says no time, `told` the document's date.

    `veiled` are targets without a name ("two bloggers"), `names` the names within what it is about, `quotes` the
    sentences that tell it, folded.
    """

    fact: Fact
    parties: dict[str, frozenset[str]]
    countries: frozenset[str]
    states: frozenset[str]
    start: int | None
    end: int | None
    told: int | None
    amounts: frozenset[str]
    offences: frozenset[str]
    words: str
    veiled: frozenset[str]
    names: frozenset[str]
    quotes: frozenset[str]

    @property
    def sharpness(self) -> tuple[int, int]:
        """How much it says: an exact time first, then the number of filled roles."""
        width = 9999 if self.start is None or self.end is None else min(self.end - self.start, 9998)
        return width, -len(self.fact.args)

    @property
    def pinned(self) -> bool:
        """Whether it says of which event of its kind it speaks: to whom, when, for what sum or offence."""
        return bool(self.parties["target"] | self.parties["recipient"] | self.amounts | self.offences) or (
            self.start is not None
        )

    @property
    def procedural(self) -> bool:
        """Whether an authority tells its next step, or a vote of its own, as it does in every case."""
        public = any(is_a(f.type, "PublicBody") for f in self.fact.args.get("agent", ()))
        return public and (self.fact.modality == "planned" or self.fact.type == "Ruling")


def telling(fact: Fact, told: str | None, countries: dict[str, str]) -> Telling:
    """`countries`: merged entity id to ISO code."""
    start, end = _days(fact)
    where = {countries[f.id] for role in ("agent", "place") for f in fact.args.get(role, ()) if f.id in countries}
    states = {
        f.id for f in fact.args.get("agent", ()) if f.id and (is_a(f.type, "Country") or is_a(f.type, "Government"))
    }
    matter = fact.args.get("matter", ())
    about = " ".join(f.label for role in ("matter", "law") for f in fact.args.get(role, ()))
    return Telling(
        fact,
        {role: frozenset(_name(f) for f in fact.args.get(role, ()) if not unnamed(f)) for role in PARTIES},
        frozenset(where),
        frozenset(states),
        start,
        end,
        _ordinal(told),
        frozenset(f.value for f in fact.args.get("amount", ()) if f.value),
        frozenset(f.value for f in matter if f.value and f.value.startswith("offence/")),
        fold(about),
        frozenset(fold(f.label) for f in fact.args.get("target", ()) if unnamed(f)),
        frozenset(NAME.findall(about)),
        frozenset(quote for e in fact.evidence if len(quote := fold(e.quote)) >= LONG),
    )


def unnamed(filler: Filler) -> bool:
    """Somebody whom only his document knows: "prosecutors", "a man"."""
    return is_local(filler.id)


def _name(filler: Filler) -> str:
    return filler.id or fold(filler.label)


def _days(fact: Fact) -> tuple[int | None, int | None]:
    """From the first to the last day of the sharpest time that is told."""
    spans = []
    for filler in fact.args.get("time", ()):
        first, last, _ = literal.bounds(filler.value or "")
        start, end = _ordinal(first.value if first else None), _ordinal(last.value if last else None)
        if start is not None or end is not None:
            spans.append((start if start is not None else end, end if end is not None else start))
    known = [(start, end) for start, end in spans if start is not None and end is not None]
    return min(known, key=lambda span: (span[1] - span[0], span), default=(None, None))


def _ordinal(day: str | None) -> int | None:
    try:
        return date.fromisoformat((day or "")[:10]).toordinal()
    except ValueError:
        return None
