"""What is known of a text before it is parsed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from oddities import texts

from kg.gazetteer import Entry, Gazetteer
from kg.mention.spot import normalise, spot

KNOWN = Gazetteer(
    [
        Entry(id="platform/plaza", type="Platform", label="Plaza"),
        Entry(id="body/ofcom", type="Regulator", label="Ofcom"),
        Entry(id="country/NO", type="Country", label="Norway", demonyms=["Norwegian"]),
        Entry(id="court/oslo", type="Court", label="Oslo District Court", aliases=["Oslo court"]),
    ]
)


def spotted(text: str) -> list[tuple[str, str, str | None]]:
    return [(m.text, m.type, m.entity or m.value) for m in spot(normalise(text), KNOWN, "2024-06-12")]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("“Plaza’s”", '"Plaza\'s"'),
        ("Plaza – banned — on 3‑5 May", "Plaza - banned - on 3-5 May"),
        ("€5\u00a0million\u2009a\u202fday\tnow", "€5 million a day now"),
        ("Plaza\u200b was co\u00adoperating", "Plaza  was co operating"),
    ],
)
def test_quotes_dashes_and_blanks_become_plain(text: str, plain: str) -> None:
    assert normalise(text) == plain


@given(texts | st.text())
def test_normalising_keeps_every_character_in_its_place(text: str) -> None:
    plain = normalise(text)
    assert len(plain) == len(text)
    assert normalise(plain) == plain
    assert all(a == b or not (a.isalnum() or b.isalnum()) for a, b in zip(text, plain, strict=True))


def test_names_money_durations_and_dates_are_spotted_in_the_order_of_the_text() -> None:
    assert spotted("On 3 June Ofcom fined Plaza £5m and blocked it for two weeks.") == [
        ("3 June", "Time", "2024-06-03"),
        ("Ofcom", "Regulator", "body/ofcom"),
        ("Plaza", "Platform", "platform/plaza"),
        ("£5m", "Amount", "GBP 5000000"),
        ("two weeks", "Amount", "P2W"),
    ]


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("A judge of the Northern District Court ruled against Plaza.", "Northern District Court", "Court"),
        ("The Ministry of Digital Affairs blocked Plaza.", "Ministry of Digital Affairs", "Ministry"),
        ("Plaza breached the Online Harms Act 2021.", "Online Harms Act 2021", "Law"),
        ("Plaza breached Article 15 of the Constitution.", "Article 15 of the Constitution", "Law"),
        ("The Open Speech Foundation defended Plaza.", "Open Speech Foundation", "NGO"),
        ("Lumen Software sued Plaza.", "Lumen Software", "Company"),
    ],
)
def test_an_unseen_name_is_known_by_its_form(text: str, name: str, type_: str) -> None:
    assert (name, type_, None) in spotted(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Oslo District Court fined Plaza.", ("Oslo District Court", "Court", "court/oslo")),
        ("However Ofcom fined Plaza.", ("Ofcom", "Regulator", "body/ofcom")),
    ],
)
def test_a_known_name_goes_before_its_form(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in spotted(text)


def test_words_that_open_a_sentence_are_no_part_of_a_name() -> None:
    assert ("Open Speech Foundation", "NGO", None) in spotted("But The Open Speech Foundation sued.")


@given(texts)
def test_mentions_never_overlap_and_are_what_the_text_says(text: str) -> None:
    plain = normalise(text)
    end = 0
    for mention in spot(plain, KNOWN, "2024-06-12"):
        assert end <= mention.start < mention.end
        assert mention.text == plain[mention.start : mention.end]
        end = mention.end
