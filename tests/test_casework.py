"""The commands for what many documents tell: merge, forget, diff, status, timeline, conflicts, curate, review."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import Result
from reports import fact, source
from test_cli import kg

from kg import emit
from kg.merging import decision, imprint
from kg.merging.imprint import Source
from kg.rebuild import decisions_of, rebuild
from kg.store import Store

FINE = {"agent": "body/dpc", "target": "platform/plaza", "time": "2025-03-03"}
ARREST = {"agent": "police/dublin", "target": "person/ada-example"}
COUNTRIES = {"body/dpc": "IE", "police/dublin": "IE"}


def report(id: str, date: str, *facts, publisher: str) -> Source:
    return source(id, date, *facts, publisher=publisher, countries=COUNTRIES)


SOURCES = [
    report("a", "2025-03-04", fact("a", "Fine", amount="EUR 91", stage="sanctioned", **FINE), publisher="The Quay"),
    report("b", "2025-03-05", fact("b", "Fine", amount="EUR 19", stage="sanctioned", **FINE), publisher="Northlight"),
    report("c", "2025-03-06", fact("c", "Arrest", stage="detained", **ARREST), publisher="Fjord"),
]


def fill(path: Path, sources: list[Source]) -> Path:
    with Store.open(path) as store:
        for each in sources:
            record = emit.quads(each.document, each.facts, ())
            store.replace_document(each.document.id, [*record, *imprint.quads(each.document, each.imprint)])
        rebuild(store)
    return path


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return fill(tmp_path / "store", SOURCES)


def done(result: Result) -> str:
    assert result.exit_code == 0, result.stderr
    return result.stdout


def event(store: Path, type: str) -> str:
    rows = done(kg("query", f"SELECT ?e WHERE {{ ?e a preg:{type} }}", "--store", store, "--format", "csv")).split()
    return rows[1].removeprefix("https://w3id.org/preg/id/")


def test_merge_counts_what_it_found(store: Path):
    assert done(kg("merge", "--store", store)) == "3 documents, 3 facts, 2 events, 4 entities\n"


def test_status_speaks_plainly(store: Path):
    told = done(kg("status", "Plaza", "--store", store))
    assert "Case in IE (case/plaza-ie): sanctioned, since 2025-03-03" in told
    assert "2 independent sources: The Quay (a), Northlight (b)" in told
    assert "amount, Fine: EUR 19 (b) / EUR 91 (a)" in told
    assert "Nothing in this store says that a court convicted Ada Example." in done(
        kg("status", "ada example", "--store", store)
    )
    assert "sanctioned" not in done(kg("status", "Plaza", "--on", "2025-03-01", "--store", store))


def test_timeline_is_a_table_or_a_picture(store: Path, tmp_path: Path):
    assert "2025-03-03" in done(kg("timeline", "case/plaza-ie", "--store", store))
    for name, start in (("plaza.svg", b"<?xml"), ("plaza.PNG", b"\x89PNG")):
        done(kg("timeline", "Plaza", "--store", store, "-o", tmp_path / name))
        assert (tmp_path / name).read_bytes().startswith(start)
    assert ".svg or .png" in kg("timeline", "Plaza", "--store", store, "-o", tmp_path / "plaza.pdf").stderr


def test_conflicts_are_listed_side_by_side(store: Path):
    rows = done(kg("conflicts", "--store", store, "--format", "csv")).splitlines()
    assert [row.rsplit(",", 2)[1:] for row in rows[1:]] == [["EUR 19", "b"], ["EUR 91", "a"]]


def test_forget_takes_a_document_out_by_id(store: Path):
    assert done(kg("forget", "b", "--store", store)) == "forgot b\n"
    assert done(kg("conflicts", "--store", store, "--format", "csv")).count("\n") == 1
    assert kg("forget", "b", "--store", store).exit_code == 2


def test_diff_shows_gained_and_lost(store: Path, tmp_path: Path):
    other = fill(tmp_path / "other", SOURCES[1:])
    result = kg("diff", store, other, "--format", "csv")
    assert result.exit_code == 1
    assert [line.split(",")[:2] for line in result.stdout.splitlines()[1:]] == [["lost", "a"]]
    assert kg("diff", store, store).exit_code == 0


def test_a_rejected_event_leaves_the_graph_at_once(store: Path):
    done(kg("curate", "reject", event(store, "Arrest"), "--store", store, "--by", "Ada", "--why", "a hoax"))
    assert "no answer" in done(kg("query", "SELECT ?e WHERE { ?e a preg:Arrest }", "--store", store))
    (made,) = decision.read(decisions_of(store))
    assert (made.by, made.why) == ("Ada", "a hoax")
    assert re.search(rf"{made.id} +\S+ +Ada +reject +holds", done(kg("curate", "list", "--store", store)))
    done(kg("curate", "undo", made.id, "--store", store))
    assert event(store, "Arrest")
    assert "undone" in done(kg("curate", "list", "--store", store))


def test_every_decision_has_its_command(store: Path):
    for words in (
        ["accept", SOURCES[0].facts[0].id],
        ["same", "Plaza", "Dpc"],
        ["different", "person/ada-example", "Plaza"],
        ["relabel", "Ada Example", "A. Example"],
        ["retype", "Ada Example", "Company"],
        ["split", "Plaza", "b"],
    ):
        done(kg("curate", *words, "--store", store))
    assert [each.do for each in decision.read(decisions_of(store))] == [
        "accept",
        "same",
        "different",
        "relabel",
        "retype",
        "split",
    ]


def test_a_decision_that_matches_nothing_is_told_of(store: Path):
    done(kg("curate", "relabel", "Ada Example", "A. Example", "--store", store))
    kg("forget", "c", "--store", store)
    assert "matches nothing any more" in kg("merge", "--store", store).stderr
    assert "matches nothing" in done(kg("curate", "list", "--store", store))


def test_review_walks_the_uncertain_and_keeps_the_answers(store: Path):
    result = kg("review", "--store", store, "--by", "Ada", stdin="a\nr\n")
    assert "conflict (amount): EUR 19 / EUR 91" in result.stdout
    assert "a single source" in result.stdout
    assert sorted(each.do for each in decision.read(decisions_of(store))) == ["accept", "reject"]
    assert "of" not in kg("review", "--store", store).stdout.split()


def test_review_can_be_left_at_once(store: Path):
    assert kg("review", "--store", store, stdin="q\n").exit_code == 0
    assert decision.read(decisions_of(store)) == []


def test_decisions_can_stand_elsewhere(store: Path, tmp_path: Path):
    file = tmp_path / "ours" / "d.jsonl"
    done(kg("curate", "relabel", "Plaza", "Plaza Market", "--store", store, "--decisions", file))
    assert "Plaza Market" in done(kg("status", "platform/plaza", "--store", store, "--decisions", file))
    assert "Plaza Market" not in done(kg("status", "platform/plaza", "--store", store))
