"""The words of the field that are no names."""

from __future__ import annotations

import pytest

from kg import lexicon, vocabulary


def test_every_head_noun_and_form_of_a_name_has_a_class_of_the_ontology() -> None:
    for type_ in {*lexicon.heads().values(), *(type_ for type_, _ in lexicon.forms())}:
        assert vocabulary.canonical(type_)


@pytest.mark.parametrize(
    ("noun", "type_"),
    [
        ("court", "Court"),
        ("regulators", "Regulator"),
        ("watchdog", "Regulator"),
        ("ministries", "Ministry"),
        ("messaging service", "Platform"),
        ("policemen", "LawEnforcement"),
        ("news agencies", "MediaOutlet"),
        ("bloggers", "Person"),
        ("people", "Person"),
        ("bill", "Law"),
        ("posts", "Content"),
    ],
)
def test_a_noun_names_a_kind_of_actor_or_thing(noun: str, type_: str) -> None:
    assert lexicon.heads()[noun] == type_


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("court", "courts"),
        ("authority", "authorities"),
        ("policeman", "policemen"),
        ("spokeswoman", "spokeswomen"),
        ("watch", "watches"),
        ("business", "businesses"),
        ("survey", "surveys"),
        ("social network", "social networks"),
        ("tax", "taxes"),
    ],
)
def test_plurals_are_regular(noun: str, plural: str) -> None:
    assert lexicon.plural(noun) == plural


@pytest.mark.parametrize("text", ["SOCIAL MEDIA", "new apps", "an internet shutdown", "a data breach", "user data"])
def test_one_strong_topic_word_makes_a_text_one_about_platforms(text: str) -> None:
    assert lexicon.topic("strong").search(text)


@pytest.mark.parametrize("text", ["They met online.", "The website was down.", "a digital tax", "the cyberattack"])
def test_a_weak_topic_word_stands_in_any_text(text: str) -> None:
    assert lexicon.weak_topic().search(text)
    assert lexicon.topic("strong").search(text) is None


def test_hackers_computers_and_servers_are_one_kind_of_weak_topic_word() -> None:
    text = "Hackers put malware on the computers and servers of a port; its website is down."
    assert len({word.lastindex for word in lexicon.weak_topic().finditer(text)}) == 2


@pytest.mark.parametrize("text", ["The mill was fined over waste.", "They happily apply.", "The spider wove.", ""])
def test_other_words_are_off_topic(text: str) -> None:
    assert lexicon.topic("strong").search(text) is None
    assert lexicon.weak_topic().search(text) is None


def test_titles_and_verbs_are_lower_case() -> None:
    words = lexicon.titles().union(*(lexicon.verbs(name) for name in ("object_control", "support_agent", "saying")))
    assert [word for word in words if word != word.lower()] == []


@pytest.mark.parametrize(
    ("behaviour", "verb"),
    [
        ("object_control", "order"),
        ("support_agent", "open"),
        ("support_patient", "face"),
        ("moves", "hit"),
        ("saying", "say"),
        ("sources", "cite"),
    ],
)
def test_verbs_are_listed_by_how_they_behave(behaviour: str, verb: str) -> None:
    assert verb in lexicon.verbs(behaviour)


def test_an_unknown_behaviour_is_no_empty_list() -> None:
    with pytest.raises(KeyError):
        lexicon.verbs("flies")


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Northern District Court", "Court"),
        ("Ministry of Digital Affairs", "Ministry"),
        ("Online Harms Act 2021", "Law"),
        ("Lumen Software", "Company"),
        ("Open Speech Foundation", "NGO"),
        ("Harbour Police Department", "LawEnforcement"),
    ],
)
def test_the_form_of_a_name_tells_its_class(text: str, type_: str) -> None:
    assert [t for t, pattern in lexicon.forms() if pattern.fullmatch(text)][:1] == [type_]
