"""The rules that come with kg: their own sentences, and that no event type is forgotten."""

from __future__ import annotations

import pytest

from kg import trial, vocabulary
from kg.pipeline import Extractor
from kg.rulebook import RULES, Rulebook
from kg.trial import Report


@pytest.fixture(scope="session")
def book(extractor: Extractor) -> Rulebook:
    return extractor.rulebook


@pytest.fixture(scope="session")
def report(extractor: Extractor) -> Report:
    return trial.prove(extractor)


def test_every_rule_does_what_its_own_sentences_say(report: Report) -> None:
    assert not report.failures, f"{len(report.failures)} failures\n" + "\n".join(map(str, report.failures))


def test_there_are_at_least_eighty_event_rules(book: Rulebook) -> None:
    assert sum(not rule.is_relation for rule in book.rules) >= 80


def test_every_event_type_and_relation_has_a_rule(book: Rulebook) -> None:
    assert sorted((vocabulary.event_types() | vocabulary.relations()) - {rule.event for rule in book.rules}) == []


def test_a_rule_stands_in_a_file_of_its_name_in_the_folder_of_its_kind() -> None:
    for path in RULES.rglob("*.yaml"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first == f"id: {path.stem}", path.name


def test_every_rule_and_context_rule_says_why(book: Rulebook) -> None:
    assert [rule.id for rule in (*book.rules, *book.context) if not rule.why.strip()] == []


def test_no_two_rules_do_the_same(book: Rulebook) -> None:
    seen: dict[str, str] = {}
    for rule in book.rules:
        what = rule.model_dump_json(exclude={"id", "tests", "why"})
        assert what not in seen, f"{rule.id} does what {seen[what]} does"
        seen[what] = rule.id


def test_the_groups_of_needs_are_roles_that_may_be_filled(book: Rulebook) -> None:
    for rule in book.rules:
        given = {*rule.args, *(() if rule.is_relation else ("place", "law", "amount", "time"))}
        assert {role for group in rule.needs for role in group} <= given, rule.id


def test_nothing_but_a_relation_takes_a_title_or_a_subject(book: Rulebook) -> None:
    for rule in book.rules:
        assert bool({"subject", "object", "title", "value"} & set(rule.args)) is rule.is_relation, rule.id


def test_no_sentence_proves_a_rule_twice(book: Rulebook) -> None:
    for rule in book.rules:
        texts = [*(example.text for example in rule.tests.match), *rule.tests.no_match, *rule.tests.todo_match]
        assert len(set(texts)) == len(texts), rule.id


def test_a_cue_without_conditions_has_one_modality(book: Rulebook) -> None:
    double = [
        key
        for key, rules in book.cues.items()
        if len({r.value for r in rules if r.kind == "modality" and not (r.events or r.unless or r.where)}) > 1
    ]
    assert double == []
