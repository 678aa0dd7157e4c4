"""Measures in a text: money, durations, numbers of users."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from oddities import texts

from kg.language.amount import CODES, NAMES, SCALES, SYMBOLS, amounts
from kg.rdf import literal


def values(text: str) -> list[str | None]:
    return [mention.value for mention in amounts(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The CNIL fined Google €150 million.", "EUR 150000000"),
        ("A penalty of €1.2bn was imposed.", "EUR 1200000000"),
        ("It must pay US$5 billion.", "USD 5000000000"),
        ("The court awarded £300,000 to the blogger.", "GBP 300000"),
        ("India fined Google Rs 1,337.76 crore.", "INR 13377600000"),
        ("The bill foresees fines of 10 lakh rupees.", "INR 1000000"),
        ("It is a 2 million pound fine.", "GBP 2000000"),
        ("The fine is EUR 200m.", "EUR 200000000"),
        ("The fine is 5 million USD.", "USD 5000000"),
        ("The tribunal asked for A$610,500.", "AUD 610500"),
        ("Moscow asked for 50,000 roubles.", "RUB 50000"),
        ("Moscow asked for 50,000 rubles.", "RUB 50000"),
        ("A daily fine of R$ 50,000 was set.", "BRL 50000"),
        ("Ankara fined it 3 million Turkish lira.", "TRY 3000000"),
        ("Seoul fined it 3 million won.", "KRW 3000000"),
        ("The $2.8-billion penalty stands.", "USD 2800000000"),
        ("It was fined five million euros.", "EUR 5000000"),
        ("It was fined a million dollars.", "USD 1000000"),
        ("The fine is $3.50.", "USD 3.5"),
    ],
)
def test_money_is_a_currency_and_a_number(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He was jailed for eight years.", "P8Y"),
        ("An eighteen-month sentence was handed down.", "P18M"),
        ("One year and six months in prison is too much.", "P1Y6M"),
        ("She got 4 1/2 years.", "P54M"),
        ("She got twenty-two months.", "P22M"),
        ("A one-year ban followed.", "P1Y"),
        ("He spent a year in prison.", "P1Y"),
        ("A six weeks' suspension followed.", "P6W"),
        ("The site was blocked for 10 days.", "P10D"),
    ],
)
def test_a_sentence_is_a_duration(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The app has 950 million users.", "950000000"),
        ("The app has 1.1bn monthly active users.", "1100000000"),
        ("More than 40 million accounts were closed.", "40000000"),
        ("It reaches 45 million EU users.", "45000000"),
    ],
)
def test_a_number_of_users_is_a_number(text: str, value: str) -> None:
    (mention,) = amounts(text)
    assert (mention.type, mention.value) == ("Number", value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a £17.5 million ($23m) fine", ["GBP 17500000", "USD 23000000"]),
        ("five years and a fine of 2,000 euros", ["P5Y", "EUR 2000"]),
    ],
)
def test_two_measures_are_two_mentions(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He left two years ago.",
        "She is 30 years old.",
        "An eight-year-old boy posted it.",
        "It was fined 4 per cent of its turnover.",
        "Article 5 applies.",
        "It was the 3 m mark.",
        "Nothing is measured here.",
        "",
    ],
)
def test_what_is_no_measure_stays_silent(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Half a million dollars were paid.", ["USD 500000"]),
        ("It was fined twenty-five million dollars.", ["USD 25000000"]),
        ("It was fined 5 000 000 euros.", ["EUR 5000000"]),
        ("It was fined €200.000.000.", ["EUR 200000000"]),
        ("The fine is $3.5 to $4 billion.", ["USD 3500000000", "USD 4000000000"]),
        ("He got two and a half years.", ["P30M"]),
    ],
)
def test_a_number_is_never_read_in_part(text: str, expected: list[str]) -> None:
    assert values(text) in (expected, [])


@pytest.mark.parametrize(
    "text", ["There are two real problems.", "It is a real threat.", "There was half real, half fake."]
)
def test_a_real_problem_is_no_money_of_brazil(text: str) -> None:
    assert values(text) == []


@pytest.mark.xfail(strict=True, reason="numbers in several words are not read")
def test_a_number_in_several_words_is_read() -> None:
    assert values("It was fined three hundred million euros.") == ["EUR 300000000"]


@given(st.integers(1, 10**9), st.sampled_from(sorted(set(SYMBOLS) - {"Rs.", "Rs", "RM"}) + sorted(CODES)))
def test_a_symbol_or_code_before_a_number_is_money(number: int, unit: str) -> None:
    assert values(f"It paid {unit}{number:,} to users.") == [f"{SYMBOLS.get(unit, unit)} {number}"]


@given(
    st.integers(2, 99), st.sampled_from(sorted(SCALES)), st.sampled_from(sorted({"euro", "dollar", "pound", "yuan"}))
)
def test_scales_multiply(number: int, scale: str, name: str) -> None:
    (value,) = values(f"It paid {number} {scale} {name}s.")
    assert value == f"{NAMES[name]} {number * 10 ** SCALES[scale]}"


@given(texts)
def test_a_mention_is_what_stands_in_the_text(text: str) -> None:
    end = 0
    for mention in amounts(text):
        assert mention.start >= end
        assert mention.text == text[mention.start : mention.end]
        end = mention.end


@given(texts)
def test_a_value_is_one_of_three_forms(text: str) -> None:
    for mention in amounts(text):
        assert re.fullmatch(r"(?:[A-Z]{3} )?\d+(?:\.\d+)?|P\d+(?:\.\d+)?[YMWD]", mention.value or "", re.ASCII)


@pytest.mark.parametrize("text", ["€1.2bn", "eight years", "950 million users", "ten days", "$3.50", "2.5 years"])
def test_every_value_can_be_written_as_a_literal(text: str) -> None:
    (value,) = values(text)
    assert any(literal.amount(value or ""))
