"""Claims become facts: values, entities, concepts; one event of a document is one fact."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Fact

Read = Callable[[str], list[Fact]]


def told(facts: list[Fact], type_: str) -> list[dict[str, list[str]]]:
    """What the facts of a type say: the ids, values or words of each role."""
    return [
        {role: [f.id or f.value or f.label for f in fillers] for role, fillers in fact.args.items()}
        for fact in facts
        if fact.type == type_
    ]


def test_every_role_becomes_an_entity_or_a_value(facts_of: Read) -> None:
    text = "The Turkish ministry blocked Twitter in Ankara on 3 June 2024 under the Digital Services Act."
    (ban,) = told(facts_of(text), "Ban")
    assert ban == {
        "agent": ["doc/news#turkish-ministry"],
        "target": ["platform/twitter"],
        "law": ["law/digital-services-act"],
        "place": ["city/ankara"],
        "time": ["2024-06-03"],
    }


@pytest.mark.parametrize(
    ("text", "type_", "role", "fillers"),
    [
        ("Turkey banned TikTok and Telegram.", "Ban", "target", ["platform/tiktok", "platform/telegram"]),
        ("Ofcom and the CNIL fined Google.", "Fine", "agent", ["body/ofcom", "body/cnil"]),
        ("The blogger was charged with fraud.", "Charge", "matter", ["offence/fraud"]),
    ],
)
def test_fillers_are_those_of_the_text(facts_of: Read, text: str, type_: str, role: str, fillers: list[str]) -> None:
    assert told(facts_of(text), type_)[0][role] == fillers


def test_a_service_that_a_meeting_is_about_is_a_matter_in_words(facts_of: Read) -> None:
    (meeting,) = (fact for fact in facts_of("The ministers met to discuss Facebook.") if fact.type == "Meeting")
    assert [(f.label, f.type, f.id) for f in meeting.args["matter"]] == [("Facebook", "Phrase", None)]


@pytest.mark.parametrize(
    ("text", "type_", "fact"),
    [
        (
            "Ofcom fined TikTok in May. TikTok was fined £5 million by Ofcom.",
            "Fine",
            {"agent": ["body/ofcom"], "target": ["platform/tiktok"], "time": ["2024-05"], "amount": ["GBP 5000000"]},
        ),
        (
            "Police arrested Ingrid Holm. Ingrid Holm was arrested in Oslo.",
            "Arrest",
            {"agent": ["doc/news#police"], "target": ["person/ingrid-holm"], "place": ["city/oslo"]},
        ),
        (
            "The blogger was charged with fraud. The blogger was charged with fraud in May 2024.",
            "Charge",
            {"target": ["doc/news#blogger"], "matter": ["offence/fraud"], "time": ["2024-05"]},
        ),
    ],
)
def test_two_mentions_of_one_event_are_one_fact(
    facts_of: Read, text: str, type_: str, fact: dict[str, list[str]]
) -> None:
    facts = [f for f in facts_of(text) if f.type == type_]
    assert told(facts, type_) == [fact]
    assert len(facts[0].evidence) == 2


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Ofcom fined TikTok in May. Reuters said that Ofcom fined TikTok in June.", "Fine"),
        ("Ofcom fined TikTok. Ofcom did not fine TikTok.", "Fine"),
        ("Ofcom said that it would fine TikTok. It fined TikTok on Monday.", "Fine"),
        ("Turkey blocked Twitter over leaks. Turkey blocked Wikipedia over insults.", "Ban"),
        ("The CNIL fined Google. Ofcom fined TikTok.", "Fine"),
    ],
)
def test_two_events_stay_two_facts(facts_of: Read, text: str, type_: str) -> None:
    assert len(told(facts_of(text), type_)) == 2


def test_nobody_acts_on_himself(facts_of: Read) -> None:
    for fact in facts_of("Ofcom fined Ofcom. Google sued itself. Telegram banned Telegram."):
        parties = [f.id for role in ("agent", "target", "recipient") for f in fact.args.get(role, ())]
        assert len(set(parties)) == len(parties)


def test_a_court_is_never_the_accused(facts_of: Read) -> None:
    facts = facts_of("IBM asks that the court dismiss Oracle's copyright charges against it.")
    assert not [f for fact in facts if fact.type == "Charge" for f in fact.args.get("target", ()) if f.type == "Court"]


def test_a_relation_has_both_ends(facts_of: Read) -> None:
    assert told(facts_of("Telegram CEO Pavel Durov was arrested."), "holdsOffice") == [
        {"subject": ["person/pavel-durov"], "object": ["platform/telegram"], "title": ["CEO"]}
    ]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("WhatsApp is owned by Meta.", ("ownerOf", "company/meta-platforms", "platform/whatsapp")),
        ("Microsoft, which owns LinkedIn, was fined.", ("ownerOf", "company/microsoft", "platform/linkedin")),
        ("Telegram is based in Dubai.", ("basedIn", "platform/telegram", "city/dubai")),
        ("Ofcom, the British regulator, fined Google.", ("agencyOf", "body/ofcom", "country/GB")),
    ],
)
def test_a_standing_relation_is_told_by_its_direction(
    facts_of: Read, text: str, relation: tuple[str, str, str]
) -> None:
    found = [(f.type, f.args["subject"][0].id, f.args["object"][0].id) for f in facts_of(text) if "subject" in f.args]
    assert relation in found


def test_a_number_of_users_is_a_value(facts_of: Read) -> None:
    assert told(facts_of("Telegram has 950 million users."), "userCount") == [
        {"subject": ["platform/telegram"], "value": ["950000000"]}
    ]


def test_a_filler_has_its_label_its_alias_and_its_place_in_the_text(facts_of: Read) -> None:
    text = "The CNIL fined Google."
    (agent,) = facts_of(text)[0].args["agent"]
    assert (agent.label.startswith("Commission"), "CNIL" in agent.aliases) == (True, True)
    assert text[agent.start : agent.end] == "CNIL"


def test_an_id_does_not_depend_on_where_or_how_often_it_is_told(facts_of: Read) -> None:
    once = facts_of("Ofcom fined TikTok.")[0]
    twice = facts_of("The weather was bad. TikTok was fined by Ofcom. Ofcom fined TikTok.")[0]
    assert once.id == twice.id
    assert not {e.id for e in once.evidence} & {e.id for e in twice.evidence}


@pytest.mark.parametrize("other", ["Ofcom fined Google.", "Ofcom did not fine TikTok.", "Ofcom will fine TikTok."])
def test_another_statement_has_another_id(facts_of: Read, other: str) -> None:
    assert facts_of("Ofcom fined TikTok.")[0].id != facts_of(other)[0].id


def test_a_country_that_acts_is_named_once_as_agent(facts_of: Read) -> None:
    (ban,) = told(facts_of("Turkey banned TikTok."), "Ban")
    assert (ban["agent"], ban["target"]) == (["country/TR"], ["platform/tiktok"])
