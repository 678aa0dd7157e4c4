"""Where sentences stand: line breaks always split, full stops where a sentence can end."""

from __future__ import annotations

import pytest
from hypothesis import given
from oddities import texts

from kg.language.segment import segment


def sentences(text: str) -> list[str]:
    return [text[span.start : span.end] for span in segment(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Meta was fined. Apple was not.", ["Meta was fined.", "Apple was not."]),
        ("Why ban it? Nobody knows! Really… Yes.", ["Why ban it?", "Nobody knows!", "Really…", "Yes."]),
        ("“We will appeal.” The firm said so.", ["“We will appeal.”", "The firm said so."]),
        ("He won. “Never,” he said.", ["He won.", "“Never,” he said."]),
        ("He left the U.S. The company stayed.", ["He left the U.S.", "The company stayed."]),
        ("One\r\n\r\ntwo.\r\n", ["One", "two."]),
        ("Article 5 v. Meta. On Monday it ended.", ["Article 5 v. Meta.", "On Monday it ended."]),
        ("It requires Apple to: The vote was unanimous.", ["It requires Apple to:", "The vote was unanimous."]),
        ("Lee said: The app is safe.", ["Lee said: The app is safe."]),
        ("We urge Apple to:\n\n1. Delete it.\n\n2. Say so.", ["We urge Apple to:\n\n1. Delete it.", "Say so."]),
        ("The order requires Uber to:\n\nThe vote was 3-0.", ["The order requires Uber to:", "The vote was 3-0."]),
        ("Meta was fined.\nImportant Documents\n1. Statement on Meta (link)\n", ["Meta was fined."]),
        ("See also:\nBan of X\nMeta was fined on Monday.", ["Meta was fined on Monday."]),
    ],
)
def test_a_sentence_ends_where_it_can(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Example of the U.S. Senate sued Apple.",
        "J. K. Example sued Apple Inc. in May.",
        "It costs 3.5 million.",
        "The Example v. Apple case goes on.",
        "Under Art. 5 and No. 7 the ban holds.",
        "See example.org for more.",
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "zones"),
    [
        ("EU fines Meta\n\nThe Commission fined Meta. It will appeal.", ["title", "body", "body"]),
        ("The firm sued.\nWhat is next\nNobody knows.", ["body", "title", "body"]),
        ("Turkey bans TikTok", ["body"]),
        ("Is it over?\nNobody knows.", ["body", "body"]),
    ],
)
def test_a_short_line_without_a_stop_is_a_title(text: str, zones: list[str]) -> None:
    assert [span.zone for span in segment(text)] == zones


@pytest.mark.parametrize("text", ["", " ", "\n\n", " \t\r\n \n"])
def test_a_blank_text_has_no_sentence(text: str) -> None:
    assert segment(text) == []


@given(texts)
def test_sentences_never_overlap_and_start_and_end_with_ink(text: str) -> None:
    end = 0
    for span in segment(text):
        assert end <= span.start < span.end <= len(text)
        assert not text[span.start].isspace()
        assert not text[span.end - 1].isspace()
        end = span.end


@given(texts)
def test_every_character_that_is_not_blank_stands_in_a_sentence(text: str) -> None:
    spans = segment(text)
    outside = "".join(
        text[before:after]
        for before, after in zip([0, *(s.end for s in spans)], [*(s.start for s in spans), len(text)], strict=True)
    )
    assert not outside.strip()


@given(texts)
def test_no_sentence_goes_over_a_line_break(text: str) -> None:
    assert not any(set("\n\r") & set(sentence) for sentence in sentences(text))
