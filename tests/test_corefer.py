"""Who is meant: surnames, acronyms, roles, pronouns, "the company"; an unclear mention stays nobody known."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Fact, Filler
from kg.reference.register import slug

Read = Callable[[str], list[Fact]]


def filler(facts: list[Fact], type_: str, role: str) -> Filler:
    """The first filler of a role of the last fact of a type."""
    return [fact for fact in facts if fact.type == type_][-1].args[role][0]


@pytest.mark.parametrize(
    ("text", "type_", "role", "id_", "via"),
    [
        ("Pavel Durov was arrested in Paris.", "Arrest", "target", "person/pavel-durov", None),
        ("Pavel Durov was arrested. He was charged.", "Charge", "target", "person/pavel-durov", "pronoun"),
        ("Police arrested Ingrid Holm. She was charged.", "Charge", "target", "person/ingrid-holm", "pronoun"),
        (
            "Police arrested the blogger Ingrid Holm. Holm was released.",
            "Release", "target", "person/ingrid-holm", "surname",
        ),
        ("Ingrid Holm was arrested. Ms Holm was released.", "Release", "target", "person/ingrid-holm", "surname"),
        (
            "The CNIL found that TikTok broke the law. It ordered the company to delete the data.",
            "Order", "agent", "body/cnil", "pronoun",
        ),
        (
            "The Harbour Data Council (HDC) fined Google. The HDC fined TikTok too.",
            "Fine", "agent", "body/harbour-data-council", "acronym",
        ),
        ("The Telegram CEO was arrested.", "Arrest", "target", "person/pavel-durov", "role"),
        ("Ofcom fined TikTok. The regulator also banned the app.", "Ban", "agent", "body/ofcom", "nominal"),
        ("Ofcom fined TikTok. The regulator also banned the app.", "Ban", "target", "platform/tiktok", "nominal"),
        ("Ofcom not only fined TikTok but also banned it.", "Ban", "target", "platform/tiktok", "pronoun"),
        (
            "Turkey banned TikTok and Telegram. They were unblocked in May.",
            "BanLifted", "target", "platform/tiktok", "pronoun",
        ),
        ("Google was fined by the CNIL. The company will appeal.", "Appeal", "agent", "company/google", "nominal"),
        ("Turkey blocked Twitter. The country also blocked YouTube.", "Ban", "agent", "country/TR", "nominal"),
        ("Police arrested the blogger Ingrid Holm.", "Arrest", "target", "person/ingrid-holm", None),
        ("Ofcom, the British regulator, fined Google.", "Fine", "agent", "body/ofcom", None),
    ],
)  # fmt: skip
def test_a_mention_means_somebody_told_of_before(
    facts_of: Read, text: str, type_: str, role: str, id_: str, via: str | None
) -> None:
    found = filler(facts_of(text), type_, role)
    assert (found.id, found.via) == (id_, via)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("A federal judge fined Google.", "federal judge"),
        ("The regulator fined Google.", "regulator"),
        ("Ofcom warned Google. The court fined Google.", "court"),
    ],
)
def test_somebody_unnamed_is_an_entity_of_this_document_alone(facts_of: Read, text: str, label: str) -> None:
    found = filler(facts_of(text), "Fine", "agent")
    assert (found.label, found.id) == (label, f"doc/news#{slug(label)}")


def test_a_person_is_never_it_and_a_platform_never_he(facts_of: Read) -> None:
    facts = facts_of("Police arrested Ingrid Holm. It was banned. Turkey blocked Twitter. He was charged.")
    assert all(
        f.id != "person/ingrid-holm" for fact in facts if fact.type == "Ban" for f in fact.args.get("target", ())
    )
    assert all(
        f.id != "platform/twitter" for fact in facts if fact.type == "Charge" for f in fact.args.get("target", ())
    )


def test_a_court_is_no_regulator(facts_of: Read) -> None:
    assert filler(facts_of("Ofcom warned Google. The court fined Google."), "Fine", "agent").id != "body/ofcom"


def test_an_acronym_is_an_alias_of_its_holder(facts_of: Read) -> None:
    found = filler(facts_of("The Harbour Data Council (HDC) fined Google. The HDC fined TikTok too."), "Fine", "agent")
    assert (found.label, "HDC" in found.aliases) == ("Harbour Data Council", True)


def test_an_acronym_that_the_text_explains_is_nobody_elses(facts_of: Read) -> None:
    found = filler(
        facts_of("The National Esperanto Council (NEC) sued Google. The NEC sued TikTok too."), "Lawsuit", "agent"
    )
    assert found.id == "body/national-esperanto-council"


def test_nobody_is_far_away(facts_of: Read) -> None:
    text = "Ofcom fined TikTok. " + "The weather was bad. " * 9 + "The regulator banned Telegram."
    assert filler(facts_of(text), "Ban", "agent").id in {"body/ofcom", "doc/news#regulator"}


def test_a_regulator_told_by_its_country_is_the_named_one(facts_of: Read) -> None:
    text = "The CNIL fined Google. The French regulator also banned TikTok."
    assert filler(facts_of(text), "Ban", "agent").id == "body/cnil"


def test_who_is_warned_is_whom_it_would_befall(facts_of: Read) -> None:
    text = "Ofcom warned TikTok that it could be fined."
    assert filler(facts_of(text), "Fine", "target").id == "platform/tiktok"


def test_another_court_is_another_one(facts_of: Read) -> None:
    one, other = facts_of("A court fined Google. Another court fined TikTok.")
    assert one.args["agent"][0].id != other.args["agent"][0].id


@pytest.mark.parametrize(
    ("name", "slugged"),
    [("Pavel Durov", "pavel-durov"), ("Ça va, Zoë?", "ca-va-zoe"), ("  X  ", "x"), ("A&B Ltd.", "a-b-ltd")],
)
def test_a_name_is_slugged(name: str, slugged: str) -> None:
    assert slug(name) == slugged


@given(st.text(min_size=1))
def test_every_name_has_a_slug_that_is_safe_in_an_iri(name: str) -> None:
    made = slug(name)
    assert made == made.strip("-")
    assert made
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
