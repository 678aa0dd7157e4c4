"""Facts against gold: what counts as found, the figures, and what is said of a broken file."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_cli import failed, kg

from kg.errors import FileProblems, KgError
from kg.factline import to_line
from kg.model import Evidence, Fact, Filler
from kg.quality import gold, likeness, score

GOLD = Path(__file__).parent / "data" / "gold"


def filler(label: str, value: str | None = None, **more: Any) -> Filler:
    return Filler(label, "Thing", 0, 1, value=value, **more)


def fact(type: str, doc: str = "plaza-fined", **args: list[Filler]) -> Fact:
    proof = (Evidence("evidence/1", 0, 5, "Ofcom", "a.rule"),)
    return Fact("fact/1", doc, type, {role: tuple(found) for role, found in args.items()}, evidence=proof)


OFCOM, PLAZA = filler("Office of Communications"), filler("Plaza")
FINE = fact("Fine", agent=[OFCOM], target=[PLAZA], amount=[filler("£3m", "GBP 3000000")], time=[filler("2025", "2025")])
APPEAL = replace(fact("Appeal", agent=[PLAZA]), modality="planned", attribution=(filler("The Harbour Post"),))
NO_BAN = replace(fact("Ban", agent=[OFCOM], target=[PLAZA]), polarity="negated")
FOUNDER = fact("founderOf", subject=[filler("Berg")], object=[PLAZA])
USERS = fact("userCount", subject=[PLAZA], value=[filler("12 million", "12000000")])


def figures(*facts: Fact) -> dict[str, Any]:
    return tally(*facts).figures()


def tally(*facts: Fact) -> score.Tally:
    golds = gold.read(GOLD)
    return score.score(golds, score.read_facts(map(to_line, facts), golds, "facts"))


def rates(p: float, r: float, f1: float, n: int) -> dict[str, float]:
    return {"p": p, "r": r, "f1": f1, "n": n}


# ---------------------------------------------------------------- the figures


def test_silence_finds_nothing_and_says_nothing_wrong() -> None:
    found = figures()
    assert (found["documents"], found["off_topic"]) == (1, {"documents": 1, "quiet": 1, "facts": 0})
    assert found["event"] == rates(0, 0, 0, 3)
    assert found["argument"] == rates(0, 0, 0, 8)
    assert found["relation"] == rates(0, 0, 0, 2)
    assert found["status_accuracy"] == 0


def test_all_events_found_with_most_of_their_arguments() -> None:
    found = figures(FINE, APPEAL, NO_BAN, FOUNDER, USERS)
    assert found["event"] == rates(1, 1, 1, 3)
    # Of the fine's five arguments, the matter is missing and the year is no more than part of the day's truth.
    assert found["argument"] == rates(round(6 / 7, 3), 0.75, 0.8, 8)
    assert found["attribution"] == rates(1, 0.5, 0.667, 2)
    assert found["relation"] == rates(1, 1, 1, 2)
    assert (found["status_accuracy"], found["overstated"]) == (1, 0)
    assert found["by_type"]["Fine"] == {"tp": 1, "gold": 1}


def test_a_fact_without_partner_is_spurious() -> None:
    found = figures(FINE, FINE, fact("Arrest", target=[filler("Ida Berg")]))
    assert found["event"] == rates(0.333, 0.333, 0.333, 3)
    assert found["by_type"]["Fine"] == {"tp": 1, "gold": 1, "fp": 1}
    assert found["by_type"]["Arrest"] == {"fp": 1}


def test_a_denied_event_told_as_a_fact_is_overstated() -> None:
    found = figures(fact("Ban", target=[PLAZA]), APPEAL)
    assert (found["polarity_accuracy"], found["modality_accuracy"]) == (0.5, 1)
    assert (found["status_accuracy"], found["overstated"]) == (0.5, 0.5)


def test_a_plan_told_as_a_fact_is_overstated() -> None:
    found = figures(replace(APPEAL, modality="actual"))
    assert (found["polarity_accuracy"], found["modality_accuracy"], found["overstated"]) == (1, 0, 1)


def test_another_reading_has_its_own_polarity() -> None:
    assert figures(fact("BanLifted", target=[PLAZA]))["status_accuracy"] == 1


def test_what_is_optional_is_neither_demanded_nor_a_mistake() -> None:
    optional = (
        fact("Statement", agent=[filler("Harbour Post")]),
        fact("basedIn", subject=[filler("Harbour Post")], object=[filler("Hull")]),
    )
    assert figures(FINE, FOUNDER, *optional) == figures(FINE, FOUNDER)


def test_the_best_pair_comes_first() -> None:
    poor = fact("Fine", target=[PLAZA])
    assert figures(poor, FINE)["argument"] == figures(FINE, poor)["argument"]
    assert figures(poor, FINE)["argument"]["r"] == 0.375


def test_an_event_shares_more_than_an_amount_with_its_gold() -> None:
    assert figures(fact("Fine", amount=[filler("£3m", "GBP 3000000")]))["event"]["r"] == 0


def test_a_wikidata_identifier_is_a_name() -> None:
    assert figures(fact("Fine", agent=[filler("The watchdog", wikidata="Q1509914")]))["event"]["r"] == 0.333


def test_noise_is_counted_apart() -> None:
    found = figures(FINE, fact("Fine", doc="mild-winter", target=[PLAZA]))
    assert found["off_topic"] == {"documents": 1, "quiet": 0, "facts": 1}
    assert found["event"] == figures(FINE)["event"]


@pytest.mark.parametrize(
    ("facts", "miss"),
    [
        ([], ("missed", "Fine", "agent Ofcom; target Plaza; matter showing betting advertisements to children")),
        ([], ("missed", "userCount", "Plaza -> 12000000")),
        ([fact("Arrest", target=[filler("Ida Berg")])], ("spurious", "Arrest", "target Ida Berg")),
        ([fact("Ban", target=[PLAZA])], ("status", "Ban", "affirmed actual, not negated actual: target Plaza")),
        ([fact("Fine", doc="mild-winter", target=[PLAZA])], ("noise", "Fine", "target Plaza")),
    ],
)
def test_each_mistake_is_told(facts: list[Fact], miss: tuple[str, str, str]) -> None:
    kind, type, what = miss
    assert any((m.kind, m.type) == (kind, type) and m.what.startswith(what) for m in tally(*facts).misses)


# ---------------------------------------------------------------- likeness


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ofcom", "OFCOM", True),
        ("Ida Berg", "Berg", True),
        ("Ida Berg", "Ida", True),
        ("the Harbour Post's", "Harbour Post", True),
        ("Court of Appeal of the City of Paris", "Paris", False),
        ("Bergen", "Berg", False),
        ("", "Berg", False),
    ],
)
def test_names(one: str, other: str, same: bool) -> None:
    assert likeness.same_name([one], [other]) is likeness.same_name([other], [one]) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("blocking adult sites", "the blocked site for adults", True),
        ("adult sites", "block every one of the adult sites that open after midnight without a licence", True),
        ("sites", "block every one of the adult sites that open after midnight", False),
        ("adult sites", "tax on sugar", False),
        ("of the", "of the", False),
    ],
)
def test_matters(one: str, other: str, same: bool) -> None:
    assert likeness.same_matter(one, other) is likeness.same_matter(other, one) is same


@pytest.mark.parametrize(
    ("wanted", "found", "same"),
    [
        ("2025-03", "2025-03-04", True),
        ("2025-03-04", "2025-03", False),
        ("2025-03-01/2025-03-05", "2025-03-04", True),
        ("2024|2025", "2025-12-31", True),
        ("--03-04", "--03-04", True),
        ("--03-04", "2025-03-04", False),
        ("2025-03-04", "2025-03-04T10:00", True),
        ("2025-03-04", "Tuesday", False),
    ],
)
def test_times(wanted: str, found: str, same: bool) -> None:
    assert likeness.same_time(wanted, found) is same


@pytest.mark.parametrize(
    ("wanted", "found", "same"),
    [
        ("EUR 5000000", "EUR 5,010,000", True),
        ("EUR 5000000", "EUR 5100000", False),
        ("EUR 5000000", "USD 5000000", False),
        ("P8Y", "P8Y", True),
        ("P8Y", "P9Y", False),
        ("EUR 5000000", "a large sum", False),
        ("EUR 5.0.0", "EUR 5.0.0", False),
    ],
)
def test_amounts(wanted: str, found: str, same: bool) -> None:
    assert likeness.same_amount(wanted, found) is same


@given(st.text(), st.text())
def test_overlap_is_a_share_and_alike_both_ways(one: str, other: str) -> None:
    assert 0 <= likeness.overlap(one, other) == likeness.overlap(other, one) <= 1


# ---------------------------------------------------------------- files and the command


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ('{"facts": [\n,', "line 2: not valid JSON: Expecting value"),
        ('{"facts":\n [{"type": "Fined"}]}', "line 2: facts.0.type.0: unknown event type 'Fined'"),
        ('{"facts": [{"type": "Fine", "args": {"agnet": ["x"]}}]}', "facts.0.args.agnet: unknown role 'agnet'"),
        (
            '{"facts": [{"type": "Fine", "modality": "sure"}]}',
            "facts.0.modality.0: Input should be 'actual', 'alleged'",
        ),
        ('{"facts": [{"args": {}}]}', "line 1: facts.0.type: Field required"),
        ('{"relations": [{"type": "likes", "subject": "x", "object": "y"}]}', "relations.0.type: unknown relation"),
        ('{"entities": {"x": {}}}', "entities.x.label: Field required"),
    ],
)
def test_broken_gold_says_where_and_what(tmp_path: Path, text: str, error: str) -> None:
    (tmp_path / "news.json").write_text(text)
    with pytest.raises(FileProblems) as caught:
        gold.read(tmp_path)
    assert str(caught.value).startswith(f"{tmp_path / 'news.json'}, line ")
    assert error in str(caught.value)


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="no gold here"):
        gold.read(tmp_path)
    with pytest.raises(KgError, match="no such folder"):
        gold.read(tmp_path / "gold")


@pytest.mark.parametrize("doc", ["plaza-fined", "news/plaza-fined.txt", "https://example.org/plaza-fined.html"])
def test_a_document_may_be_a_path_or_an_address(doc: str) -> None:
    lines = [to_line(replace(FINE, doc=doc)), ""]
    assert score.read_facts(lines, ["plaza-fined"], "facts") == {"plaza-fined": [replace(FINE, doc=doc)]}


def test_the_command_reads_what_extract_prints(tmp_path: Path) -> None:
    facts = tmp_path / "facts.jsonl"
    facts.write_text("".join(to_line(found) + "\n" for found in (FINE, APPEAL)))
    result = kg("score", GOLD, facts)
    assert result.exit_code == 0
    assert "1 documents, and 1 off the topic: 1 quiet, 0 facts" in result.stdout
    assert ["event", "1.000", "0.667", "0.800", "3"] in [line.split() for line in result.stdout.splitlines()]
    assert "missed" not in result.stdout
    assert "missed" in kg("score", GOLD, facts, "--misses").stdout
    printed = json.loads(kg("score", GOLD, "-", "--format", "json", stdin=facts.read_text()).stdout)
    assert printed == figures(FINE, APPEAL)
    told = json.loads(kg("score", GOLD, facts, "--format", "json", "--misses").stdout)["misses"]
    assert [(miss["kind"], miss["type"]) for miss in told] == [
        ("missed", "Ban"),
        ("missed", "founderOf"),
        ("missed", "userCount"),
    ]


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (to_line(replace(FINE, doc="plaza-banned")), "line 1: no gold for the document 'plaza-banned' (the gold has "),
        ('{"type": "Fine"}', "line 1: not a fact: 'args'"),
        ("Fine", "line 1: not a fact: "),
    ],
)
def test_a_bad_line_of_facts_is_one_line(line: str, error: str) -> None:
    assert error in failed(kg("score", GOLD, "-", stdin=line))


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    assert failed(kg("score", GOLD, tmp_path / "none.jsonl")).endswith("no such file or directory")
