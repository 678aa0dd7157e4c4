"""Rules put to the test: failures of their own sentences, and why a rule does or does not match."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from test_rulebook import CUE, GOOD

from kg import trial
from kg.errors import UnknownName
from kg.pipeline import Extractor
from kg.rulebook import ContextRule, Rule, Rulebook

TESTS = {
    "match": [
        {"text": "Ofcom fined TikTok.", "args": {"agent": "Ofcom", "target": "TikTok"}},
        {"text": "TikTok was fined."},
    ],
    "no_match": ["The weather was fine.", "Ofcom welcomed TikTok."],
}


def trying(extractor: Extractor, tests: dict[str, Any], cue: dict[str, Any] | None = None) -> Extractor:
    """The extractor with one rule only, and at most one context rule."""
    other = copy.copy(extractor)
    context = (ContextRule.model_validate(cue),) if cue else ()
    other.rulebook = Rulebook((Rule.model_validate(GOOD | {"tests": tests}),), context)
    return other


def failures(extractor: Extractor, **tests: Any) -> list[str]:
    return [str(failure) for failure in trial.prove(trying(extractor, TESTS | tests)).failures]


def test_a_good_rule_has_no_failures(extractor: Extractor) -> None:
    report = trial.prove(trying(extractor, TESTS | {"todo_match": ["EU fine for TikTok"]}))
    assert (report.rules, report.sentences, report.gaps, report.failures) == (1, 5, 1, ())


@pytest.mark.parametrize(
    ("tests", "failure"),
    [
        (
            {"match": [*TESTS["match"], {"text": "Ofcom banned TikTok."}]},
            "fine.test: should match and does not: 'Ofcom banned TikTok.'",
        ),
        (
            {"match": [*TESTS["match"], {"text": "Turkey fined TikTok.", "args": {"agent": "Ofcom"}}]},
            "fine.test: agent should be 'Ofcom', is Turkey: 'Turkey fined TikTok.'",
        ),
        (
            {"match": [*TESTS["match"], {"text": "Google was fined.", "args": {"agent": "Ofcom"}}]},
            "fine.test: agent should be 'Ofcom', is nothing: 'Google was fined.'",
        ),
        (
            {
                "match": [
                    *TESTS["match"],
                    {"text": "Turkey fined TikTok.", "polarity": "negated", "modality": "planned"},
                ]
            },
            "fine.test: polarity should be negated, is affirmed; modality should be planned, is actual: "
            "'Turkey fined TikTok.'",
        ),
        (
            {"no_match": [*TESTS["no_match"], "Turkey fined TikTok."]},
            "fine.test: should not match and does: Fine agent=Turkey, target=TikTok: 'Turkey fined TikTok.'",
        ),
        (
            {"todo_match": ["Turkey fined TikTok."]},
            "fine.test: a known gap that now matches: move it to `match`: 'Turkey fined TikTok.'",
        ),
    ],
)
def test_a_failure_says_the_rule_the_sentence_and_what_is_wrong(
    extractor: Extractor, tests: dict[str, Any], failure: str
) -> None:
    assert failures(extractor, **tests) == [failure]


def test_a_rule_is_chosen_by_the_start_of_its_id(extractor: Extractor) -> None:
    assert trial.prove(trying(extractor, TESTS), "fine").rules == 1
    assert trial.prove(trying(extractor, TESTS), "ban") == trial.Report(0, 0, 0, ())


def test_a_context_rule_is_proved_on_the_status_of_a_fact(extractor: Extractor) -> None:
    texts = {
        "match": ["Ofcom did not fine TikTok.", "TikTok was not fined.", "Ofcom fined TikTok.", "Nothing happened."],
        "no_match": ["Ofcom fined Google.", "Ofcom did not fine Google."],
    }
    cue = CUE | {"tests": {kind: [{"event": "Fine", "text": t} for t in those] for kind, those in texts.items()}}
    report = trial.prove(trying(extractor, TESTS, cue), "polarity")
    assert [(failure.text, failure.what) for failure in report.failures] == [
        ("Ofcom fined TikTok.", "should be negated, is affirmed"),
        ("Nothing happened.", "no Fine found"),
        ("Ofcom did not fine Google.", "should not be negated"),
    ]


def test_an_attempt_gives_the_facts_of_a_sentence(extractor: Extractor) -> None:
    (fact,) = trial.attempt(trying(extractor, TESTS), "Ofcom fined TikTok.")
    assert (fact.type, fact.args["target"][0].label) == ("Fine", "TikTok")


def test_an_explanation_ticks_what_fits(extractor: Extractor) -> None:
    lines = trial.explain(trying(extractor, TESTS), "fine.test", "TikTok was fined.")
    assert lines[0] == "fine.test: A test."
    assert "✓ trigger 'fined'" in lines
    assert "✓ target: 'TikTok'" in lines
    assert any(line.startswith("· agent: none") for line in lines)


def test_an_explanation_says_at_which_step_a_path_ends(extractor: Extractor) -> None:
    lines = trial.explain(trying(extractor, TESTS), "fine.test", "Ofcom fined twice.")
    assert any("target: missing, required" in line for line in lines)
    assert any("obj: leads nowhere" in line for line in lines)


def test_an_explanation_says_when_the_type_is_wrong(extractor: Extractor) -> None:
    lines = trial.explain(trying(extractor, TESTS), "fine.test", "Ofcom fined the weather.")
    assert any("none of them is Actor" in line for line in lines)


def test_an_explanation_says_how_a_missed_trigger_was_read(extractor: Extractor) -> None:
    lines = trial.explain(trying(extractor, TESTS), "fine.test", "The fine print was long.")
    assert lines[1] == "✗ trigger: no VERB of fine"
    assert any("'fine' is read as ADJ" in line for line in lines)


def test_an_unknown_rule_is_told_with_those_that_are_near(extractor: Extractor) -> None:
    with pytest.raises(UnknownName, match=r"no rule called 'fine.nothing' \(there is fine.test\)"):
        trial.explain(trying(extractor, TESTS), "fine.nothing", "Ofcom fined TikTok.")
