"""A sentence that the parser cannot have read right is read again with its likeliest verb shown as a known one."""

from __future__ import annotations

import pytest

from kg.annotate import Annotator
from kg.language.syntax import step
from kg.language.token import Sentence
from kg.model import Document
from kg.pipeline import Extractor


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Extractor(gated=False).annotator


def read(annotator: Annotator, text: str) -> Sentence:
    """The only sentence of a text."""
    (annotated,) = annotator.annotate([Document("d", text, date="2024-06-12")])
    (sentence,) = annotated.sentences
    return sentence


@pytest.mark.parametrize(
    ("text", "verb", "tag", "lemma", "subject", "patient"),
    [
        ("Police in Assam arrest ten men over posts on Facebook.", "arrest", "VBP", "arrest", "Police", "men"),
        ("Authorities in Laos block access to Facebook.", "block", "VBP", "block", "Authorities", "access"),
        ("EU regulators fine Google 90 million euros for a breach.", "fine", "VBP", "fine", "regulators", "Google"),
        ("Families of victims of the crash file a lawsuit against Snap.", "file", "VBP", "file", "Families", "lawsuit"),
        ("Agencies in Spain and Ireland arrest members of a gang.", "arrest", "VBP", "arrest", "Agencies", "members"),
        ("A court in Hue convicts and jails a Facebook user.", "convicts", "VBZ", "convict", "court", "user"),
        ("Twitter bans Ann Lee, a far-right activist.", "bans", "VBZ", "ban", "Twitter", "Lee"),
        ("Turkey lifts ban on Wikipedia after three years", "lifts", "VBZ", "lift", "Turkey", "ban"),
    ],
)
def test_a_verb_that_looks_like_a_noun_is_a_verb(
    annotator: Annotator, text: str, verb: str, tag: str, lemma: str, subject: str, patient: str
) -> None:
    (token,) = [t for t in read(annotator, text).tokens if t.text == verb]
    assert (token.pos, token.tag, token.lemma) == ("VERB", tag, lemma)
    assert [c.text for c in token.children if c.dep == "nsubj"] == [subject]
    assert [t.text for t in step(token, "obj")] == [patient]


@pytest.mark.parametrize(
    ("text", "verb", "said"),
    [
        ("A Canadian court rules that the firm did not prove its case.", "rules", "prove"),
        ("General Min Lwin posts on Facebook that the troops killed ten men.", "posts", "killed"),
        ("Police in Goa state that mobs killed three men.", "state", "killed"),
        ("President Ann Lee tweets that the app is a danger.", "tweets", "is"),
    ],
)
def test_what_is_said_hangs_on_the_verb_of_saying(annotator: Annotator, text: str, verb: str, said: str) -> None:
    (token,) = [t for t in read(annotator, text).tokens if t.text == verb]
    assert [c.text for c in token.children if c.dep == "ccomp"] == [said]
    assert token.child("nsubj") is not None


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Facebook blocks are a threat to free speech.", "blocks"),
        ("Users fear bans on Telegram in Russia.", "bans"),
        ("Google's court appeals cost millions.", "appeals"),
        ("The state fines were paid by Google.", "fines"),
        ("Timeline of TikTok bans", "bans"),
        ("Police requests for data doubled.", "requests"),
    ],
)
def test_a_noun_stays_a_noun(annotator: Annotator, text: str, noun: str) -> None:
    (token,) = [t for t in read(annotator, text).tokens if t.text == noun]
    assert token.pos == "NOUN"


@pytest.mark.parametrize(
    "text",
    [
        "2019 Omani protests: Authorities release a blogger.",
        "Censorship in Iran: A court in Shiraz frees a blogger.",
        "Accounting scandals: Attorney General Ann Lee sues Veyra.",
    ],
)
def test_a_heading_is_no_part_of_the_clause_behind_it(annotator: Annotator, text: str) -> None:
    sentence = read(annotator, text)
    colon = text.index(":")
    assert any(t.head is None and t.start > colon and t.pos == "VERB" for t in sentence.tokens)
    inside = [t for t in sentence.tokens if t.start < colon]
    assert all(t.head is None or t.head.start <= colon for t in inside)


def test_what_is_said_behind_a_colon_has_its_speaker(annotator: Annotator) -> None:
    tokens = {t.text: t for t in read(annotator, 'The embassy issues a statement, saying: "The film is a lie."').tokens}
    assert tokens["issues"].head is None
    assert tokens["saying"].head is not None
