"""The status of what is told: a threat is no fine, a charge no conviction, a claim no fact."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Fact

Read = Callable[[str], list[Fact]]


def first(facts: list[Fact], type_: str) -> Fact:
    return next(fact for fact in facts if fact.type == type_)


def statuses(facts: list[Fact], type_: str) -> set[tuple[str, str]]:
    return {(fact.polarity, fact.modality) for fact in facts if fact.type == type_}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Ofcom fined TikTok.", "Fine"),
        ("TikTok was fined by Ofcom, which may appeal.", "Fine"),
        ("TikTok, which had threatened to leave, was banned in Nepal.", "Ban"),
        ("Turkey managed to block Twitter.", "Ban"),
        ("Turkey blocked Twitter over alleged leaks.", "Ban"),
        ("Ofcom not only fined TikTok but also banned it.", "Fine"),
        ("Ofcom did not fail to fine TikTok.", "Fine"),
        ("Ofcom fined TikTok for failing to protect its users.", "Fine"),
        ("Ofcom fined TikTok and may ban Telegram.", "Fine"),
    ],
)
def test_what_happened_is_affirmed_and_actual(facts_of: Read, text: str, type_: str) -> None:
    assert statuses(facts_of(text), type_) == {("affirmed", "actual")}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Ofcom did not fine TikTok.", "Fine"),
        ("Ofcom never fined TikTok.", "Fine"),
        ("Ofcom fined neither TikTok nor Telegram.", "Fine"),
        ("Ofcom failed to fine TikTok.", "Fine"),
        ("Ofcom denied that it had fined TikTok.", "Fine"),
        ("Telegram denied that it had been banned in Iran.", "Ban"),
        ("Turkey no longer blocks Wikipedia.", "Ban"),
        ("Prosecutors dropped charges against the blogger.", "Charge"),
        ("No charges were brought against the blogger.", "Charge"),
        ("The suspect was not charged.", "Charge"),
        ("No information was or has been given to the police by Telegram.", "Disclosure"),
        ("The blogger was charged with fraud but was not convicted.", "Conviction"),
    ],
)
def test_what_did_not_happen_is_negated(facts_of: Read, text: str, type_: str) -> None:
    assert statuses(facts_of(text), type_) == {("negated", "actual")}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Turkey threatened to fine TikTok.", "Fine"),
        ("Turkey threatened Twitter with a ban.", "Ban"),
        ("The ministry's threats to ban Telegram came to nothing.", "Ban"),
    ],
)
def test_a_threat_is_never_a_fine_or_a_ban(facts_of: Read, text: str, type_: str) -> None:
    assert statuses(facts_of(text), type_) == {("affirmed", "threatened")}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Ofcom will fine TikTok.", "Fine"),
        ("Turkey plans to ban TikTok.", "Ban"),
        ("The minister said that Turkey would ban TikTok.", "Ban"),
        ("Ofcom took steps to ban TikTok.", "Ban"),
        ("Ofcom is considering a fine for TikTok.", "Fine"),
        ("Ofcom's plan to ban TikTok was criticised.", "Ban"),
        ("The senator proposed a ban on TikTok.", "Ban"),
        ("The court is expected to ban TikTok.", "Ban"),
    ],
)
def test_a_plan_is_not_yet_done(facts_of: Read, text: str, type_: str) -> None:
    assert statuses(facts_of(text), type_) == {("affirmed", "planned")}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Ofcom may fine TikTok.", "Fine"),
        ("If Ofcom fines TikTok, users will leave.", "Fine"),
        ("TikTok risks a ban in Nepal.", "Ban"),
        ("Ofcom may fine Google and ban TikTok.", "Ban"),
    ],
)
def test_what_is_open_is_possible(facts_of: Read, text: str, type_: str) -> None:
    assert statuses(facts_of(text), type_) == {("affirmed", "possible")}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Turkey must block Twitter.", "Ban"),
        ("Activists urged Ofcom to fine TikTok.", "Fine"),
        ("Activists called for a ban of TikTok.", "Ban"),
    ],
)
def test_a_demand_is_not_yet_met(facts_of: Read, text: str, type_: str) -> None:
    assert statuses(facts_of(text), type_) == {("affirmed", "demanded")}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Ofcom allegedly fined TikTok.", "Fine"),
        ("Telegram was reportedly blocked in Iran.", "Ban"),
        ("Iran is said to have blocked Telegram.", "Ban"),
        ("Activists accused Turkey of blocking Twitter.", "Ban"),
    ],
)
def test_a_claim_is_never_a_fact(facts_of: Read, text: str, type_: str) -> None:
    assert statuses(facts_of(text), type_) <= {("affirmed", "alleged")}


@pytest.mark.parametrize(
    "text",
    [
        "The blogger was charged with fraud.",
        "The blogger was arrested over posts.",
        "Ofcom opened an inquiry into TikTok.",
    ],
)
def test_a_charge_is_never_a_conviction(facts_of: Read, text: str) -> None:
    assert not {"Conviction", "Sentence", "Fine"} & {fact.type for fact in facts_of(text)}


@pytest.mark.parametrize(
    ("text", "type_", "sources"),
    [
        ("Ofcom fined TikTok.", "Fine", []),
        ("Reuters reported that Ofcom fined TikTok.", "Fine", ["Reuters"]),
        ("According to Reuters, Ofcom fined TikTok.", "Fine", ["Reuters"]),
        ("As Reuters reported, Turkey blocked Twitter.", "Ban", ["Reuters"]),
        ("The minister said that Turkey would ban TikTok.", "Ban", ["minister"]),
        ("Telegram said it had been fined by Ofcom, according to Reuters.", "Fine", ["Reuters", "Telegram"]),
        ("Ofcom fined TikTok over claims that Reuters had published.", "Fine", []),
    ],
)
def test_who_says_it_is_named_from_the_outside_in(facts_of: Read, text: str, type_: str, sources: list[str]) -> None:
    assert [filler.label for filler in first(facts_of(text), type_).attribution] == sources


@pytest.mark.parametrize(
    ("text", "type_", "stage"),
    [
        ("Ofcom opened an investigation into TikTok.", "Investigation", "underInquiry"),
        ("Police arrested the blogger.", "Arrest", "detained"),
        ("The blogger was placed under formal investigation.", "Charge", "formalInvestigation"),
        ("The blogger was charged with fraud.", "Charge", "charged"),
        ("Ofcom fined TikTok.", "Fine", "sanctioned"),
        ("Ofcom did not fine TikTok.", "Fine", None),
        ("Ofcom will fine TikTok.", "Fine", None),
        ("Turkey blocked Twitter.", "Ban", None),
    ],
)
def test_only_what_happened_moves_a_case(facts_of: Read, text: str, type_: str, stage: str | None) -> None:
    assert first(facts_of(text), type_).stage == stage


@pytest.mark.parametrize(
    ("text", "type_", "cue"),
    [
        ("Ofcom did not fine TikTok.", "Fine", ("polarity", "negated", "not")),
        ("Turkey threatened to fine TikTok.", "Fine", ("modality", "threatened", "threatened")),
        ("If Ofcom fines TikTok, users will leave.", "Fine", ("modality", "possible", "If")),
        ("According to Reuters, Ofcom fined TikTok.", "Fine", ("attribution", "Reuters", "Reuters")),
        ("Ofcom fined TikTok.", "Fine", ("trigger", "Fine", "fined")),
    ],
)
def test_every_status_points_at_its_word(facts_of: Read, text: str, type_: str, cue: tuple[str, str, str]) -> None:
    cues = first(facts_of(text), type_).evidence[0].cues
    assert cue in [(c.kind, c.value, text[c.start : c.end]) for c in cues]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Ofcom rejected claims that it had fined TikTok.", "Fine"),
        ("If Ofcom fines TikTok, TikTok will appeal.", "Appeal"),
    ],
)
def test_what_is_denied_or_hangs_on_a_condition_did_not_happen(facts_of: Read, text: str, type_: str) -> None:
    assert ("affirmed", "actual") not in statuses(facts_of(text), type_)


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Did Ofcom fine TikTok?", "Fine", ("affirmed", "possible")),
    ],
)
@pytest.mark.xfail(strict=True, reason="the cue is not reached, or the parse is another")
def test_rarer_statuses_are_found(facts_of: Read, text: str, type_: str, status: tuple[str, str]) -> None:
    assert statuses(facts_of(text), type_) == {status}


def test_a_cited_source_stands_after_its_speaker(facts_of: Read) -> None:
    fact = first(facts_of("Ofcom fined TikTok, Reuters reported, citing two officials."), "Fine")
    assert [filler.label for filler in fact.attribution] == ["Reuters", "two officials"]
