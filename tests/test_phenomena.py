"""What the language does to a fact: tests/phenomena/ has a table of texts for each phenomenon.

A row is a text and all that the fact contract finds in it:

    text, date      the text and the day it was written (WRITTEN unless said otherwise)
    facts           events: {type, polarity, modality, args: {role: [fillers]}, attribution: [sources, outermost first]}
    relations       standing relations, in the same form; where a row lists any, no others may come out; several
                    fillers of one stand for a relation each
    also            types that may come out as well, because the contract leaves it open
    silent: true    nothing comes out
    gap: "why"      not yet so; such a row must fail, and GAPS counts them

Where the contract leaves a choice, type, polarity and modality are lists, a role is "target/matter", a filler is
"Seoul|South Korea". A role that a row names has no other fillers (a matter may); a role that it does not name is not
looked at. An Accusation may be actual or alleged, and what is ordered may come out as demanded beside the Order.
A silent text is held against the gate of documents off the topic; any other stands for one sentence of a document
that has passed it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

from kg import vocabulary
from kg.model import Document, Fact, Filler
from kg.pipeline import Extractor

TABLES = Path(__file__).parent / "phenomena"
WRITTEN = "2024-06-12"  # a Wednesday
GAPS = 131
SMALL = frozenset(
    "a an the of for to in on with and or by from that which its their his her it at as into over"
    " be is are was were has have had".split()
)
ENDINGS = ("ations", "ation", "ings", "ing", "ied", "ies", "ed", "es", "s", "e")


@dataclass(frozen=True)
class Expected:
    """One event or relation that a text tells."""

    type: str | list[str]
    polarity: str | list[str] = "affirmed"
    modality: str | list[str] = ""
    args: dict[str, list[str]] = field(default_factory=dict)
    attribution: list[str] = field(default_factory=list)

    @property
    def modalities(self) -> list[str]:
        """The modalities it may have."""
        usual = ["actual", "alleged"] if "Accusation" in _several(self.type) else ["actual"]
        return _several(self.modality) if self.modality else usual


@dataclass(frozen=True)
class Row:
    """One text with all that is expected of it; the fields are those of the tables."""

    table: str
    text: str
    date: str | None = WRITTEN
    facts: list[Expected] = field(default_factory=list)
    relations: list[Expected] = field(default_factory=list)
    also: list[str] = field(default_factory=list)
    silent: bool = False
    gap: str | None = None


def _several(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _table(path: Path) -> Iterator[Row]:
    for line in yaml.safe_load(path.read_text(encoding="utf-8")):
        facts, relations = ([Expected(**fact) for fact in line.pop(key, [])] for key in ("facts", "relations"))
        pairs = [pair for relation in relations for pair in _pairs(relation)]
        yield Row(path.stem, **line, facts=facts, relations=pairs)


def _pairs(relation: Expected) -> Iterator[Expected]:
    for fillers in product(*relation.args.values()):
        yield replace(relation, args={role: [name] for role, name in zip(relation.args, fillers, strict=True)})


@cache
def rows() -> list[Row]:
    return [row for path in sorted(TABLES.glob("*.yaml")) for row in _table(path)]


@pytest.fixture(scope="module")
def found() -> dict[str, list[Fact]]:
    told: dict[str, list[Fact]] = {}
    for gated in (True, False):
        documents = [Document(row.text[:40], row.text, date=row.date) for row in rows() if row.silent == gated]
        told.update((document.text, facts) for document, facts in Extractor(gated=gated).extract(documents))
    return told


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.table}: {row.text[:60]}")
def test_a_text_gives_its_facts_and_no_others(row: Row, found: dict[str, list[Fact]]) -> None:
    wrong = list(differences(row, found[row.text]))
    if row.gap:
        assert wrong, f"no longer a gap ({row.gap}): take `gap` away and count GAPS anew: {row.text}"
    elif wrong:
        pytest.fail("\n".join([row.text, *wrong, "found:", *map(_said, found[row.text])]), pytrace=False)


def test_gaps_are_counted() -> None:
    gaps = Counter(row.gap for row in rows() if row.gap)
    print(f"\n{gaps.total()} gaps in {len(rows())} texts", *(f"{n:4} {why}" for why, n in gaps.most_common()), sep="\n")
    assert gaps.total() == GAPS


def test_no_text_stands_twice() -> None:
    assert not [text for text, n in Counter(row.text for row in rows()).items() if n > 1]


def test_every_row_speaks_of_types_and_roles_of_the_contract() -> None:
    for row in rows():
        kinds = {kind for fact in row.facts for kind in _several(fact.type)}
        assert kinds <= vocabulary.event_types(), row.text
        assert {fact.type for fact in row.relations} <= vocabulary.relations(), row.text
        assert set(row.also) <= vocabulary.event_types() | vocabulary.relations(), row.text
        assert row.silent != bool(row.facts or row.relations), row.text


def differences(row: Row, facts: list[Fact]) -> Iterator[str]:
    """What is wrong with the facts of a text, a line each."""
    relations = [fact for fact in facts if fact.type in vocabulary.relations()]
    events = [fact for fact in facts if fact not in relations]
    yield from _compare(row.facts, events, row.also)
    if row.relations or row.silent:
        yield from _compare(row.relations, relations, row.also)


def _compare(expected: list[Expected], facts: list[Fact], also: list[str]) -> Iterator[str]:
    left = list(facts)
    missing = []
    for wanted in expected:
        exact = [fact for fact in left if not any(_faults(wanted, fact))]
        left.remove(exact[0]) if exact else missing.append(wanted)
    for wanted in missing:
        alike = [fact for fact in left if fact.type in _several(wanted.type)]
        if alike:
            nearest = min(alike, key=lambda fact: len(list(_faults(wanted, fact))))
            left.remove(nearest)
            yield f"{nearest.type}: " + "; ".join(_faults(wanted, nearest))
        else:
            yield f"no {'/'.join(_several(wanted.type))}"
    ordered = "Order" in also or any("Order" in _several(wanted.type) for wanted in expected)
    for fact in left:
        if fact.type not in also and not (ordered and fact.modality == "demanded"):
            yield f"unexpected {fact.type}"


def _faults(wanted: Expected, fact: Fact) -> Iterator[str]:
    if fact.type not in _several(wanted.type):
        yield f"is {fact.type}"
    if fact.polarity not in _several(wanted.polarity):
        yield f"polarity is {fact.polarity}"
    if fact.type in vocabulary.event_types() and fact.modality not in wanted.modalities:
        yield f"modality is {fact.modality}"
    for roles, names in wanted.args.items():
        fillers = [filler for role in roles.split("/") for filler in fact.args.get(role, ())]
        lacking = [
            name for name in names if not any(_fills(n, filler, roles) for n in name.split("|") for filler in fillers)
        ]
        if lacking or (len(fillers) > len(names) and "matter" not in roles):
            yield f"{roles} is {_labels(fillers)}, not {' + '.join(lacking or names)}"
    if len(fact.attribution) != len(wanted.attribution) or not all(
        _fills(name, source, "agent") for name, source in zip(wanted.attribution, fact.attribution, strict=False)
    ):
        yield f"attribution is {_labels(fact.attribution)}, not {' + '.join(wanted.attribution) or 'none'}"


def _fills(name: str, filler: Filler, roles: str) -> bool:
    names = [said for said in (filler.label, filler.value, *filler.aliases) if said]
    if "time" in roles:
        return any(_interval(name) == _interval(said) for said in names)
    if any(_same_name(name, said) for said in names):
        return True
    return ("matter" in roles or "title" in roles) and any(_same_phrase(name, said) for said in names)


def _same_name(wanted: str, said: str) -> bool:
    """The same words; a common noun may have lost or gained some before or behind ("the Paris prosecutors")."""
    a, b = _fold(wanted).split(), _fold(said).split()
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    common = wanted != wanted.title() and 2 * len(short) >= len(long)
    return bool(short) and common and short in (long[: len(short)], long[-len(short) :])


def _same_phrase(wanted: str, said: str) -> bool:
    """Half of the content words are shared, or the shorter phrase is nearly whole in one not much longer."""
    a, b = ({_stem(word) for word in _fold(text).split() if word not in SMALL} for text in (wanted, said))
    if not a or not b:
        return False
    shared, shorter, longer = len(a & b), min(len(a), len(b)), max(len(a), len(b))
    return 4 * shared >= len(a) + len(b) or (4 * shared >= 3 * shorter and longer <= (4 if shorter == 1 else 24))


def _fold(text: str) -> str:
    words = re.sub(r"[^\w\s-]", " ", re.sub(r"'s\b", "", text.casefold().replace("’", "'")))
    return re.sub(r"^(the|a|an) ", "", " ".join(words.split()))


def _stem(word: str) -> str:
    return next((word.removesuffix(e) for e in ENDINGS if word.endswith(e) and len(word) >= len(e) + 3), word)


def _interval(time: str) -> tuple[str, str]:
    """First and last moment, as far as they are known: "2024-05" is 2024-05/2024-05, "2009/" has no end."""
    start, slash, end = time.partition("/")
    return start, end if slash else start


def _labels(fillers: Any) -> str:
    return " + ".join(filler.value or filler.label for filler in fillers) or "none"


def _said(fact: Fact) -> str:
    args = ", ".join(f"{role}={_labels(fillers)}" for role, fillers in fact.args.items())
    rules = " ".join(evidence.rule for evidence in fact.evidence)
    return f"  {fact.type} {fact.polarity} {fact.modality}: {args} @ {_labels(fact.attribution)} [{rules}]"
