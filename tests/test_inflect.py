"""The inflected forms that a rule's trigger stands for."""

from __future__ import annotations

import pytest

from kg.language.inflect import forms


@pytest.mark.parametrize(
    ("word", "pos", "expected"),
    [
        ("fine", "VERB", {"fine", "fines", "fined", "fining"}),
        ("ban", "VERB", {"ban", "bans", "banned", "banning"}),
        ("sue", "VERB", {"sue", "sues", "sued", "suing"}),
        ("withdraw", "VERB", {"withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing"}),
        ("deny", "VERB", {"deny", "denies", "denied", "denying"}),
        ("penalise", "VERB", {"penalise", "penalises", "penalised", "penalising"}),
        ("penalty", "NOUN", {"penalty", "penalties"}),
        ("probe", "NOUN", {"probe", "probes"}),
        ("inquiry", "NOUN", {"inquiry", "inquiries"}),
    ],
)
def test_a_word_stands_for_all_its_forms(word: str, pos: str, expected: set[str]) -> None:
    assert expected <= forms(word, pos)


@pytest.mark.parametrize(
    ("word", "pos", "other"), [("fine", "VERB", "fin"), ("fine", "NOUN", "fined"), ("ban", "NOUN", "banned")]
)
def test_a_form_of_another_word_is_none(word: str, pos: str, other: str) -> None:
    assert other not in forms(word, pos)


@pytest.mark.parametrize(
    ("word", "pos", "expected"),
    [
        ("geo-block", "NOUN", {"geo-block", "geo-blocks"}),
        ("shut-down", "VERB", {"shut-down"}),
        ("'s", "NOUN", {"'s", "'ss"}),
    ],
)
def test_a_hyphened_word_is_left_as_it_is(word: str, pos: str, expected: set[str]) -> None:
    assert forms(word, pos) == expected


@pytest.mark.parametrize("word", ["deplatform", "shadowban", "unfriend"])
def test_a_new_verb_is_inflected_by_analogy(word: str) -> None:
    assert {word, word + "s"} <= forms(word, "VERB")
    assert any(form.endswith("ed") for form in forms(word, "VERB"))


def test_forms_are_lower_case() -> None:
    assert all(form == form.lower() for form in forms("tweet", "VERB") | forms("tweet", "NOUN"))
