"""Cases and the stage that each has reached on a day."""

from __future__ import annotations

from io import BytesIO

import pytest
from reports import fact, source

from kg.dossier.account import account, find
from kg.dossier.case import cases
from kg.dossier.picture import draw
from kg.dossier.timeline import rows, timeline
from kg.errors import UnknownName
from kg.merge import Merged, merge

ADA, HERE = "person/ada-example", {"police/paris": "FR", "court/paris": "FR", "police/oslo": "NO"}


def story(*steps: tuple[str, str, dict]) -> Merged:
    """One document a step: its day, its type and its roles."""
    made = []
    for number, (day, type, more) in enumerate(steps):
        args = {"target": ADA, "agent": "police/paris", "time": day, **more}
        told = fact(f"d{number}", type, **{role: filler for role, filler in args.items() if filler})
        made.append(source(f"d{number}", more.get("date", day), told, countries=HERE))
    return merge(made)


ARREST = ("2025-01-01", "Arrest", {"stage": "detained"})
CHARGE = ("2025-02-01", "Charge", {"stage": "charged"})
RELEASE = ("2025-02-05", "Release", {"stage": "released"})
CONVICTION = ("2025-06-01", "Conviction", {"stage": "convicted", "agent": "court/paris"})
ACQUITTAL = ("2025-06-01", "Acquittal", {"stage": "acquitted", "agent": "court/paris"})
ANNULMENT = ("2025-09-01", "Ruling", {"stage": "annulled", "agent": "court/paris"})
APPEAL = ("2025-07-01", "Appeal", {"stage": "onAppeal"})

STORIES = [
    ("held", [ARREST], "detained"),
    ("charged", [ARREST, CHARGE], "charged"),
    ("let go before a charge", [ARREST, ("2025-01-03", "Release", {"stage": "released"})], "released"),
    ("let go after a charge", [ARREST, CHARGE, RELEASE], "charged"),
    ("charged after a release", [ARREST, ("2025-01-03", "Release", {"stage": "released"}), CHARGE], "charged"),
    ("acquitted", [ARREST, CHARGE, ACQUITTAL], "acquitted"),
    ("convicted", [CHARGE, CONVICTION], "convicted"),
    ("convicted by no court", [CHARGE, ("2025-06-01", "Conviction", {"stage": "convicted", "agent": None})], "charged"),
    ("an acquittal is appealed", [CHARGE, ACQUITTAL, APPEAL], "onAppeal"),
    ("an appeal is won", [CHARGE, CONVICTION, APPEAL, ANNULMENT], "annulled"),
    ("only alleged", [("2025-01-01", "Charge", {"stage": "charged", "modality": "alleged"})], None),
    ("only planned", [ARREST, ("2025-02-01", "Charge", {"stage": "charged", "modality": "planned"})], "detained"),
    ("negated", [ARREST, ("2025-02-01", "Charge", {"stage": "charged", "polarity": "negated"})], "detained"),
]  # fmt: skip


@pytest.mark.parametrize(("steps", "stage"), [row[1:] for row in STORIES], ids=[row[0] for row in STORIES])
def test_the_stage_follows_the_story(steps, stage):
    (case,) = cases(story(*steps))
    reached = case.stage()
    assert (reached and reached.stage) == stage


def test_the_stage_is_that_of_the_day():
    (case,) = cases(story(ARREST, CHARGE, ACQUITTAL))
    found = [
        (day, step and step.stage)
        for day in ("2024-12-31", "2025-01-15", "2025-03-01", "2025-06-01")
        for step in [case.stage(day)]
    ]
    assert [stage for _, stage in found] == [None, "detained", "charged", "acquitted"]


def test_two_jurisdictions_are_two_cases():
    found = cases(story(ARREST, ("2025-01-20", "Arrest", {"agent": "police/oslo", "stage": "detained"})))
    assert [case.country for case in found] == ["FR", "NO"]


def test_two_offences_are_two_cases_and_the_arrest_goes_to_the_nearer():
    fraud = ("2025-01-10", "Charge", {"matter": "offence/fraud", "stage": "charged"})
    arson = ("2025-09-10", "Charge", {"matter": "offence/incitement", "stage": "charged"})
    found = {case.offences: [event.type for _, event in case.events] for case in cases(story(ARREST, fraud, arson))}
    assert found == {("offence/fraud",): ["Arrest", "Charge"], ("offence/incitement",): ["Charge"]}


def test_an_account_says_what_is_not_told():
    merged = story(ARREST, CHARGE)
    lines = "\n".join(account(merged, *find(merged, "Ada Example"), "2025-01-15"))
    assert "detained, since 2025-01-01" in lines
    assert "charged" not in lines
    assert "Nothing in this store up to 2025-01-15 says that a court convicted Ada Example." in lines


def test_nobody_of_a_name_is_an_error_with_near_names():
    with pytest.raises(UnknownName, match="Ada Example"):
        find(story(ARREST), "Ada")


def drawn(title, events, form: str = "svg") -> str:
    stream = BytesIO()
    draw(title, events, stream, form)
    return stream.getvalue().decode("latin-1")


@pytest.mark.parametrize(("form", "start"), [("svg", "<?xml"), ("png", "\x89PNG")])
def test_a_picture_is_the_same_for_the_same_events(form: str, start: str):
    told = timeline(story(CHARGE, ARREST), "Ada Example")
    assert drawn(*told, form).startswith(start)
    assert drawn(*told, form) == drawn(*told, form)


def test_a_timeline_is_in_the_order_of_time():
    merged = story(CHARGE, ARREST, ACQUITTAL)
    title, events = timeline(merged, "Ada Example")
    assert [row.when for row in rows(events)] == ["2025-01-01", "2025-02-01", "2025-06-01"]
    assert timeline(merged, cases(merged)[0].id)[1] == events
    assert "acquitted" in drawn(title, events)


def test_a_picture_is_well_formed_whatever_the_words():
    from xml.etree import ElementTree

    merged = story(
        ("2025-01-01", "Charge", {"matter": "a <b> & 'c' \x0b $x$"}),
        ("", "Charge", {"time": None, "agent": None, "date": None}),
    )
    ElementTree.fromstring(drawn(*timeline(merged, "Ada Example")))


def test_an_unknown_case_is_an_error():
    with pytest.raises(UnknownName, match="no case called"):
        timeline(story(ARREST), "case/nobody")
