"""Mentions inside a parsed sentence: unseen names, noun phrases, pronouns, money, dates."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.language.token import Sentence
from kg.model import Mention

Read = Callable[[str], list[Sentence]]


def mentions(sentences: list[Sentence]) -> dict[str, Mention]:
    return {t.mention.text: t.mention for s in sentences for t in s.tokens if t.mention is not None}


@pytest.mark.parametrize(
    ("text", "phrase", "type_", "definite"),
    [
        ("A federal judge fined Google.", "federal judge", "Court", False),
        ("The messaging service was banned.", "messaging service", "Platform", True),
        ("Three bloggers were arrested.", "Three bloggers", "Person", False),
        ("The Harbour ministry waited.", "Harbour ministry", "Ministry", True),
        ("German officials raided the flat.", "German officials", "PublicBody", False),
        ("The police of Norway arrested an activist.", "police of Norway", "LawEnforcement", True),
        ("The police of Norway arrested an activist.", "activist", "Person", False),
        ("Its founder was arrested.", "founder", "Person", True),
        ("Some regulators waited.", "regulators", "Regulator", False),
        ("The posts of the blogger were removed.", "posts", "Content", True),
    ],
)
def test_a_noun_phrase_is_of_the_class_that_its_head_names(
    sentences_of: Read, text: str, phrase: str, type_: str, definite: bool
) -> None:
    mention = mentions(sentences_of(text))[phrase]
    assert (mention.kind, mention.type, mention.definite) == ("nominal", type_, definite)


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Spokesman Ingrid Holm left.", "Ingrid Holm", "Person"),
        ("Chief executive Ingrid Holm resigned.", "Ingrid Holm", "Person"),
        ("Judge Bo Dvorak dismissed the case.", "Bo Dvorak", "Person"),
        ("The Quillbird Times reported it.", "Quillbird Times", "MediaOutlet"),
        ("Ofcom fined Lumen Software in May.", "Lumen Software", "Company"),
    ],
)
def test_an_unseen_name_has_a_class(sentences_of: Read, text: str, name: str, type_: str) -> None:
    mention = mentions(sentences_of(text))[name]
    assert (mention.kind, mention.type, mention.entity) == ("name", type_, None)


@pytest.mark.parametrize(
    ("text", "word", "type_"),
    [
        ("He sued Google.", "He", "Person"),
        ("Google said it would appeal.", "it", "Organisation"),
        ("Ofcom fined them.", "them", "Actor"),
    ],
)
def test_a_pronoun_stands_for_a_class(sentences_of: Read, text: str, word: str, type_: str) -> None:
    mention = mentions(sentences_of(text))[word]
    assert (mention.kind, mention.type, mention.head) == ("pronoun", type_, word.lower())


@pytest.mark.parametrize(
    ("text", "words", "type_", "value"),
    [
        ("Ofcom fined Google 5 million euros in May 2024.", "5 million euros", "Amount", "EUR 5000000"),
        ("Ofcom fined Google 5 million euros in May 2024.", "May 2024", "Time", "2024-05"),
        ("Ofcom met Google yesterday.", "yesterday", "Time", "2024-06-11"),
        ("The court jailed him for eight years.", "eight years", "Amount", "P8Y"),
    ],
)
def test_a_value_sits_in_the_sentence(sentences_of: Read, text: str, words: str, type_: str, value: str) -> None:
    mention = mentions(sentences_of(text))[words]
    assert (mention.type, mention.value) == (type_, value)


@pytest.mark.parametrize(
    "text", ["Ofcom met Google on Monday.", "On Tuesday Ofcom fined Google.", "Ofcom waited last Friday."]
)
def test_a_weekday_is_never_an_organisation(sentences_of: Read, text: str) -> None:
    assert not any(m.type != "Time" and "day" in m.text for m in mentions(sentences_of(text)).values())


@pytest.mark.parametrize("text", ["The weather was fine.", "Nothing happened.", "Why not?"])
def test_other_words_are_no_mentions(sentences_of: Read, text: str) -> None:
    assert mentions(sentences_of(text)) == {}


@pytest.mark.parametrize(
    ("text", "place", "id_"),
    [
        ("The Turkish ministry blocked it.", "Turkish", "country/TR"),
        ("The French judiciary charged him.", "French", "country/FR"),
        ("German officials raided it.", "German", "country/DE"),
    ],
)
def test_the_place_within_a_phrase_is_known(sentences_of: Read, text: str, place: str, id_: str) -> None:
    within = [w.mention for s in sentences_of(text) for t in s.tokens for w in t.within if w.mention]
    assert [(m.text, m.entity) for m in within] == [(place, id_)]


def test_one_unseen_name_has_one_class_in_a_document(sentences_of: Read) -> None:
    text = "Police arrested the blogger Ingrid Holm. Holm was released. Ofcom met Holm on Friday."
    found = [
        t.mention.type
        for s in sentences_of(text)
        for t in s.tokens
        if t.mention is not None and t.mention.text.endswith("Holm")
    ]
    assert found == ["Person"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "“Never,” said Ingrid Holm’s lawyer — a Norwegian — on 3 May.",
        "Meta, Google and the CNIL met the President of Turkey.\n\nThe U.S. Supreme Court ruled.",
        "The Harbour Data Council (HDC) fined Google £5\u00a0million.",
    ],
)
def test_a_mention_is_what_its_offsets_say(sentences_of: Read, text: str) -> None:
    plain = str.maketrans("“”’—\u00a0", '""\'- ')
    for mention in mentions(sentences_of(text)).values():
        assert mention.text == text[mention.start : mention.end].translate(plain)


def test_a_full_stop_is_no_part_of_a_name(sentences_of: Read) -> None:
    assert "Lumen Software" in mentions(sentences_of("Ofcom fined Lumen Software."))


@pytest.mark.xfail(strict=True, reason="a known name inside a longer unseen one is taken for itself")
def test_a_known_name_inside_a_longer_one_is_another_thing(sentences_of: Read) -> None:
    assert "Nokia" not in mentions(sentences_of("The Nokia Institute of Arts sued Google."))
