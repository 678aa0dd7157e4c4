"""Spellings that splink finds become decisions: rare names in one country are one, linked ids never."""

from __future__ import annotations

import sys
from itertools import product
from pathlib import Path

import pytest
from reports import fact, source, who
from test_casework import done, fill
from test_cli import kg

from kg.errors import KgError
from kg.merge import merge
from kg.merging.decision import Decision
from kg.merging.imprint import Source
from kg.merging.linkage import Proposal, proposals

POLICE = {"police/paris": "FR", "police/oslo": "NO"}
GIVEN = [a + b for a, b in product(("ma", "lu", "ti", "be", "no"), ("rek", "sian", "dor", "lind"))]
FAMILY = [
    a + b + c for a, b, c in product(("bro", "dal", "fen", "gri", "hol"), ("ke", "mo", "sta"), ("rud", "vik", "wen"))
]


def arrested(doc: str, person: str, police: str = "police/paris", **more: str) -> Source:
    told = fact(doc, "Arrest", agent=police, target=who(person, **more))
    known = (person,) if "wikidata" in more else ()
    return source(doc, "2025-03-04", told, countries=POLICE, known=known)


#: Names tell people apart only where there are many of them.
CROWD = [arrested(f"d-{one}-{two}", f"person/{one}-{two}") for one, two in product(GIVEN, FAMILY)]


def found(*sources: Source, decisions: tuple[Decision, ...] = ()) -> list[Proposal]:
    every = [*CROWD, *sources]
    return proposals(merge(every, decisions).cast, every, decisions)


@pytest.fixture(autouse=True)
def _splink(request: pytest.FixtureRequest) -> None:
    if "absent" not in request.node.name:
        pytest.importorskip("splink")


SPELLINGS = ("person/sylvester-ivanenko", "person/sylvester-ivanenco")
IVANENKO = [arrested(doc, id) for doc, id in zip("ab", SPELLINGS, strict=True)]


def test_a_rare_name_that_differs_in_a_letter_is_one_within_a_country():
    (pair,) = found(*IVANENKO)
    assert {pair.one, pair.other} == set(SPELLINGS)
    assert pair.probability > 0.95


@pytest.mark.parametrize(
    "other",
    [
        arrested("b", "person/sylvester-ivanenco", "police/oslo"),  # another country
        arrested("b", "person/marek-ivanenko"),  # another given name
        arrested("b", "person/sylvester-ivarenke"),  # two letters
        arrested("b", "doc/b#sylvester-ivanenco", type="Person"),  # unnamed: known to its document only
    ],
    ids=lambda source: source.facts[0].args["target"][0].id,
)
def test_what_differs_more_stays_two(other: Source):
    assert found(IVANENKO[0], other) == []


def test_two_wikidata_ids_are_never_one_not_even_by_a_third_spelling():
    one = arrested("a", "person/sylvester-ivanenko", wikidata="Q1")
    other = arrested("b", "person/sylvester-ivanenca", wikidata="Q2")
    assert found(one, other) == []
    between = arrested("c", "person/sylvester-ivanenco")
    pairs = found(one, other, between)
    assert len(pairs) == 1
    decided = [pair.decision("2025-04-01T00:00:00Z") for pair in pairs]
    cast = merge([*CROWD, one, other, between], decided).cast
    assert cast.id("a", "person/sylvester-ivanenko") != cast.id("b", "person/sylvester-ivanenca")


def test_a_frequent_given_name_says_too_little():
    assert found(arrested("a", "person/lusian-ivanenko"), arrested("b", "person/lusian-ivanenco")) == []


def test_namesakes_are_left_alone():
    namesake = arrested("c", "person/sylvester-ivanenko", "police/oslo")
    assert found(*IVANENKO, namesake) == []


def test_what_somebody_decided_is_not_proposed_again():
    decided = Decision("2025-04-01T00:00:00Z", "Ada", "different", SPELLINGS)
    undone = Decision("2025-04-02T00:00:00Z", "Ada", "undo", (decided.id,))
    assert found(*IVANENKO, decisions=(decided,)) == found(*IVANENKO, decisions=(decided, undone)) == []


def test_the_same_documents_in_another_order_give_the_same_pairs():
    every = [*CROWD, *IVANENKO]
    one, other = (proposals(merge(each).cast, each) for each in (every, every[::-1]))
    assert one == other


def test_the_command_writes_decisions_that_later_merges_follow(tmp_path: Path):
    store = fill(tmp_path / "store", [*CROWD, *IVANENKO])
    before = done(kg("merge", "--store", store)).split(", ")[-1]
    first, counted = done(kg("merge", "--store", store, "--splink")).splitlines()
    assert "splink same Sylvester Ivanen" in first
    assert int(counted.split(", ")[-1].split()[0]) == int(before.split()[0]) - 1
    assert done(kg("merge", "--store", store, "--splink")) == f"{counted}\n"
    done(kg("curate", "undo", first.split()[0], "--store", store))
    assert done(kg("merge", "--store", store, "--splink")).endswith(before)


def test_absent_splink_is_a_clear_error(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "splink", None)
    with pytest.raises(KgError, match=r"splink is not installed.*kg\[splink\]"):
        found(*IVANENKO)
