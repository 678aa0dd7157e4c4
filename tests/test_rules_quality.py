"""The quality of rules on documents: what each gives and costs, what nothing uses, what a revision changes."""

from __future__ import annotations

import copy
import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from test_cli import kg
from test_rulebook import CUE, GOOD, folder

from kg.model import Document
from kg.pipeline import Extractor
from kg.quality.coverage import Cover, coverage, examples, words
from kg.quality.revision import revision
from kg.quality.usage import usage
from kg.rulebook import ContextRule, Rule, Rulebook

FINE = GOOD | {"trigger": {"forms": ["fine", "slap down"], "pos": "VERB"}}
BAN = GOOD | {"id": "ban.test", "event": "Ban", "trigger": {"forms": ["ban"], "pos": "VERB"}}
OWNER = GOOD | {
    "id": "owner-of.test",
    "event": "ownerOf",
    "trigger": {"mentions": ["Platform", "Company"]},
    "args": {
        "subject": {"path": "poss", "type": ["Company"], "required": True},
        "object": {"path": ".", "type": ["Platform"]},
    },
}
PASSED = CUE | {"id": "modality.test", "kind": "modality", "value": "actual", "scope": "governs", "words": []}
PASSED |= {"cues": [{"forms": ["manage", "dare"], "pos": "VERB"}]}
NEWS = "Ofcom fined TikTok on Monday. Ofcom did not fine Google. The weather was fine. They fined on."


def with_rules(extractor: Extractor, *rules: dict[str, Any], cues: tuple[dict[str, Any], ...] = ()) -> Extractor:
    other = copy.copy(extractor)
    other.rulebook = Rulebook(tuple(map(Rule.model_validate, rules)), tuple(map(ContextRule.model_validate, cues)))
    return other


def news(text: str = NEWS) -> list[Document]:
    return [Document("news", text, date="2024-06-12")]


# ---------------------------------------------------------------- what a rule gives and costs


def test_the_use_of_a_rule_is_what_it_met_matched_and_proved(extractor: Extractor) -> None:
    fine, ban = usage(with_rules(extractor, BAN, FINE), news())
    assert (fine.rule, fine.met, fine.hits, fine.sentences, fine.output) == ("fine.test", 4, 2, 2, 1)
    assert fine.milliseconds > 0
    assert fine.cost == 1
    assert (ban.rule, ban.met, ban.hits, ban.sentences, ban.output, ban.cost) == ("ban.test", 0, 0, 0, 0, 0)


def test_shares_of_output_and_cost_add_up(extractor: Extractor) -> None:
    uses = usage(with_rules(extractor, BAN, FINE), news(NEWS + " Turkey banned Rumble."))
    assert sum(use.output for use in uses) == pytest.approx(1)
    assert sum(use.cost for use in uses) == pytest.approx(1)
    assert [use.rule for use in uses] == ["fine.test", "ban.test"]


def test_no_documents_use_nothing(extractor: Extractor) -> None:
    assert [(use.met, use.output) for use in usage(with_rules(extractor, FINE), [])] == [(0, 0)]


# ---------------------------------------------------------------- what nothing uses


def covers(extractor: Extractor, *rules: dict[str, Any], cues: tuple[dict[str, Any], ...] = (), **texts: str) -> Any:
    found = coverage(with_rules(extractor, *rules, cues=cues), {name: news(text) for name, text in texts.items()})
    return {cover.rule: cover for cover in found}


def test_a_rule_is_used_by_the_sources_in_which_it_matches(extractor: Extractor) -> None:
    found = covers(extractor, FINE, BAN, tests="Ofcom fined TikTok.", documents="Turkey fined Google.")
    assert found["fine.test"] == Cover("fine.test", ("tests", "documents"), 2, ("slap down",))
    assert found["ban.test"] == Cover("ban.test", (), 1, ("ban",))


def test_a_trigger_without_a_match_is_no_use(extractor: Extractor) -> None:
    assert covers(extractor, FINE, documents="The weather was fine. They fined on.")["fine.test"].by == ()


def test_a_phrase_is_used_by_all_of_its_words(extractor: Extractor) -> None:
    assert covers(extractor, FINE, documents="Ofcom slapped down TikTok.")["fine.test"].unused == ("fine",)


def test_a_rule_that_starts_from_a_class_is_used_by_its_mentions(extractor: Extractor) -> None:
    found = covers(extractor, OWNER, documents="Google's YouTube was fined.")["owner-of.test"]
    assert (found.by, found.unused) == (("documents",), ("Company",))


def test_a_cue_is_used_where_it_decides(extractor: Extractor) -> None:
    texts = {"documents": "Ofcom did not fine TikTok. Somebody failed."}
    assert covers(extractor, FINE, cues=(CUE,), **texts)["polarity.test"].unused == ("fail",)


def test_a_cue_that_changes_nothing_is_used_where_it_governs(extractor: Extractor) -> None:
    found = covers(extractor, FINE, cues=(PASSED,), documents="Ofcom managed to fine TikTok.")
    assert (found["modality.test"].by, found["modality.test"].unused) == (("documents",), ("dare",))


def test_every_rule_in_the_book_uses_its_own_examples(extractor: Extractor) -> None:
    book = with_rules(extractor, FINE, BAN | {"tests": FINE["tests"]}, cues=(CUE,)).rulebook
    assert [document.text for document in examples(book)] == [
        "Ofcom fined Plaza.",
        "Plaza was fined.",
        "The weather was fine.",
        "Fine art is dear.",
        "Ofcom did not fine Plaza.",
    ]


def test_a_context_rule_has_the_words_of_its_cues_and_those_listed() -> None:
    assert words(ContextRule.model_validate(CUE)) == ("fail", "not")


# ---------------------------------------------------------------- what a revision changes


def changes(extractor: Extractor, old: dict[str, Any], new: dict[str, Any], text: str = NEWS) -> tuple[int, int, int]:
    found = revision(with_rules(extractor, old), with_rules(extractor, new), news(text))
    return len(found.gained), len(found.lost), len(found.changed)


def test_the_same_rules_change_nothing(extractor: Extractor) -> None:
    assert changes(extractor, FINE, FINE) == (0, 0, 0)


def test_facts_are_gained_and_lost(extractor: Extractor) -> None:
    found = revision(
        with_rules(extractor, FINE), with_rules(extractor, BAN), news("Ofcom fined TikTok. Turkey banned Rumble.")
    )
    assert [fact.type for fact in found.gained] == ["Ban"]
    assert [fact.type for fact in found.lost] == ["Fine"]
    assert found.changed == ()


def test_a_fact_with_other_arguments_has_changed(extractor: Extractor) -> None:
    poorer = FINE | {"args": {"target": GOOD["args"]["target"]}}
    assert changes(extractor, FINE, poorer, "Ofcom fined TikTok.") == (0, 0, 1)


def test_another_rule_for_the_same_fact_is_no_change(extractor: Extractor) -> None:
    assert changes(extractor, FINE, FINE | {"id": "fine.renamed"}) == (0, 0, 0)


# ---------------------------------------------------------------- the commands


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return folder(tmp_path / "old", fine=FINE)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return folder(tmp_path / "new", ban=BAN)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text("Ofcom fined TikTok. Turkey banned Rumble.\n")
    return path


def test_stats_as_table_csv_and_json(old: Path, article: Path) -> None:
    table = kg("rules", "stats", article, "--rules", old)
    assert table.exit_code == 0
    assert ["fine.test", "1", "1", "1", "100.0%"] in [line.split()[:5] for line in table.stdout.splitlines()]
    assert "0 of 1 rules were never met" in table.stdout
    (row,) = csv.DictReader(io.StringIO(kg("rules", "stats", article, "--rules", old, "--format", "csv").stdout))
    assert (row["rule"], row["hits"], row["output"], row["cost"]) == ("fine.test", "1", "1.0000", "1.0000")
    (use,) = json.loads(kg("rules", "stats", article, "--rules", old, "--format", "json").stdout)
    assert (use["rule"], use["hits"], use["output"], use["cost"]) == ("fine.test", 1, 1.0, 1.0)


def test_coverage_lists_what_is_never_used(old: Path, article: Path, tmp_path: Path) -> None:
    alone = kg("rules", "coverage", "--rules", old).stdout
    (line,) = (line for line in alone.splitlines() if line.startswith("fine.test"))
    assert line.split() == ["fine.test", "own", "examples", "slap", "down"]
    tables = folder(tmp_path / "tables", fines=[{"text": "Ofcom slapped down TikTok.", "facts": []}])
    with_tests = kg("rules", "coverage", article, "--tests", tables, "--rules", old).stdout
    assert "fine.test" not in with_tests


def test_diff_tells_the_facts_with_their_sentences(old: Path, new: Path, article: Path) -> None:
    result = kg("rules", "diff", "--old", old, "--new", new, article, "--format", "csv")
    assert result.exit_code == 1
    gained, lost = csv.DictReader(io.StringIO(result.stdout))
    assert (gained["change"], gained["type"]) == ("gained", "Ban")
    assert gained["sentence"] == "[Turkey]agent banned [Rumble]target."
    assert (lost["change"], lost["what"]) == ("lost", "agent Ofcom; target TikTok")
    assert kg("rules", "diff", "--old", old, "--new", old, article).exit_code == 0


def test_a_folder_without_rules_is_an_error(old: Path, article: Path, tmp_path: Path) -> None:
    result = kg("rules", "diff", "--old", old, "--new", tmp_path / "none", article)
    assert result.exit_code == 2
    assert "no rules here" in result.stderr
