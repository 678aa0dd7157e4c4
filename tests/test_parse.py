"""Names are shown to the parser as words it knows; tokens keep the surface and the offsets of the original."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oddities import texts

from kg.gazetteer import Entry, Gazetteer
from kg.language.parse import Piece, disguise, parse
from kg.language.segment import Span, segment
from kg.language.token import Sentence
from kg.mention.spot import normalise, spot
from kg.model import Mention

NAMES = Gazetteer(
    [
        Entry(id="platform/x", type="Platform", label="X"),
        Entry(id="platform/plaza", type="Platform", label="Plaza"),
        Entry(id="body/rkn", type="Regulator", label="Roskomnadzor"),
        Entry(id="country/TR", type="Country", label="Turkey"),
        Entry(id="country/NZ", type="Country", label="New Zealand"),
        Entry(id="person/ada-example", type="Person", label="Ada Example"),
    ]
)


def pieces(text: str) -> list[Piece]:
    mentions = spot(text, NAMES, None)
    return [disguise(text, s, [m for m in mentions if s.start <= m.start < s.end]) for s in segment(text)]


def sentence(text: str) -> Sentence:
    ((parsed, _),) = parse(pieces(text), [text])
    return parsed


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Roskomnadzor banned X.", "Congress banned Facebook."),
        ("Ada Example left Plaza.", "Obama left Facebook."),
        ("Turkey banned X in 2024.", "Turkey banned Facebook in 2024."),
        ("New Zealand banned X.", "Germany banned Facebook."),
        ("Nobody banned it.", "Nobody banned it."),
    ],
)
def test_a_name_is_shown_as_a_familiar_one_of_its_kind(text: str, shown: str) -> None:
    (piece,) = pieces(text)
    assert piece.text == shown


@given(texts)
def test_every_character_of_a_disguise_knows_where_it_comes_from(text: str) -> None:
    plain = normalise(text)
    for piece in pieces(plain):
        assert len(piece.text) == len(piece.starts) == len(piece.ends)
        for character, start, end in zip(piece.text, piece.starts, piece.ends, strict=True):
            assert piece.span.start <= start < end <= piece.span.end
            assert plain[start:end] == character or any((m.start, m.end) == (start, end) for m in piece.names.values())


@settings(max_examples=25)
@given(st.lists(texts, min_size=1, max_size=4).map("\n".join))
def test_tokens_show_the_original_text_in_its_order(text: str) -> None:
    plain = normalise(text)
    shown = pieces(plain)
    for parsed, _ in parse(shown, [plain] * len(shown)):
        end = parsed.start
        for token in parsed.tokens:
            assert plain[token.start : token.end] == token.text
            assert token.start >= end
            assert token.end <= parsed.end
            end = token.end


def test_a_token_has_the_surface_and_the_mention_of_its_name() -> None:
    token = sentence("On Friday Roskomnadzor banned X.").tokens[2]
    assert (token.text, token.start, token.end) == ("Roskomnadzor", 10, 22)
    assert token.mention == Mention(10, 22, "Roskomnadzor", "Regulator", "name", entity="body/rkn")


def test_a_name_of_one_letter_is_the_object_of_its_verb() -> None:
    tokens = {token.text: token for token in sentence("Turkey banned X.").tokens}
    assert (tokens["X"].dep, tokens["X"].head) == ("dobj", tokens["banned"])


def test_heads_and_children_agree() -> None:
    for token in sentence("Roskomnadzor told New Zealand that X ignored Ada Example.").tokens:
        assert all(child.head is token for child in token.children)
        assert token.head is None or token in token.head.children


def test_only_names_are_disguised() -> None:
    text = "X was fined 5 million euros."
    amount = Mention(12, 27, "5 million euros", "Amount", "amount", value="EUR 5000000")
    assert disguise(text, Span(0, len(text), "body"), [amount]).text == text
