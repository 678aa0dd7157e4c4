"""Many tellings, one event: what is merged, what is not, and who is counted."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reports import fact, source, who

from kg import emit
from kg.dossier.conflict import conflicts
from kg.merge import Merged, merge
from kg.merging.imprint import Source
from kg.rebuild import quads
from kg.vocabulary import BASE

HERE = {"police/paris": "FR", "body/cnil": "FR", "body/dpc": "IE", "court/paris": "FR"}


def told(id: str, date: str | None, type: str, publisher: str | None = None, text: str | None = None, **args) -> Source:
    return source(id, date, fact(id, type, **args), publisher=publisher, text=text, countries=HERE)


def groups(*sources: Source) -> list[list[str]]:
    return sorted(sorted(f.doc for f in event.facts) for event in merge(sources).events)


ARREST = {"type": "Arrest", "agent": "police/paris", "target": "person/ada-example"}
FINE = {"type": "Fine", "agent": "body/dpc", "target": "platform/plaza"}
ONE_EURO, TWO_EUROS = (
    {**FINE, "amount": "EUR 1", "time": "2025-03-03"},
    {**FINE, "amount": "EUR 2", "time": "2025-03-03"},
)

ONE = [
    ("same day", {**ARREST, "time": "2025-03-03"}, {**ARREST, "time": "2025-03-03"}),
    ("day and month", {**ARREST, "time": "2025-03-03"}, {**ARREST, "time": "2025-03"}),
    ("day and no time", {**ARREST, "time": "2025-03-03"}, ARREST),
    ("no agent", {**ARREST, "time": "2025-03-03"}, {"type": "Arrest", "target": "person/ada-example"}),
    ("unnamed agent", {**ARREST, "agent": "doc/b#officers"}, ARREST),
    ("the country for its police", {**ARREST, "agent": "country/FR"}, ARREST),
    ("two amounts of one day", ONE_EURO, TWO_EUROS),
    ("no target, same amount", {**FINE, "amount": "EUR 1"}, {"type": "Fine", "agent": "body/dpc", "amount": "EUR 1"}),
]  # fmt: skip

TWO = [
    ("another day", {**ARREST, "time": "2025-03-03"}, {**ARREST, "time": "2025-03-20"}),
    ("another person", ARREST, {**ARREST, "target": "person/bo-sample"}),
    ("another country", ARREST, {**ARREST, "agent": "body/dpc"}),
    ("another authority", FINE, {**FINE, "agent": "body/cnil"}),
    ("another amount, weeks later", ONE_EURO, {**TWO_EUROS, "time": "2025-04-03"}),
    ("another type", ARREST, {**ARREST, "type": "Charge"}),
    ("another status", FINE, {**FINE, "modality": "planned"}),
    ("another matter", {"type": "Statement", "agent": "person/ada-example", "matter": "the bill is a mistake"},
     {"type": "Statement", "agent": "person/ada-example", "matter": "servers will move to Iceland"}),
    ("two men nobody names", {**ARREST, "target": "doc/a#man"}, {**ARREST, "target": "doc/b#man"}),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in ONE], ids=[row[0] for row in ONE])
def test_two_tellings_of_one_event_are_one(one, other):
    assert groups(told("a", "2025-03-04", **one), told("b", "2025-03-05", **other)) == [["a", "b"]]


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in TWO], ids=[row[0] for row in TWO])
def test_two_events_are_two(one, other):
    assert groups(told("a", "2025-03-04", **one), told("b", "2025-04-05", **other)) == [["a"], ["b"]]


def test_a_year_passes_and_the_look_back_is_no_second_arrest():
    first, later = told("a", "2025-03-04", **ARREST, time="2025-03-03"), told("b", "2026-01-10", **ARREST)
    assert groups(first, later) == [["a", "b"]]


def test_one_document_that_gives_two_fines_tells_of_two():
    fines = [fact("a", n=n, time="2025-03-03", amount=f"EUR {n}", **FINE) for n in (1, 2)]
    assert len(merge([source("a", "2025-03-04", *fines)]).events) == 2


def test_the_precise_telling_refines_the_vague_one():
    vague = told("a", "2025-03-05", "Arrest", target="person/ada-example", agent="doc/a#police", time="2025-03")
    sharp = told("b", "2025-03-04", **ARREST, time="2025-03-03", place="city/paris")
    (event,) = merge([vague, sharp]).events
    assert [f.value for f in event.args["time"]] == ["2025-03-03"]
    assert [f.id for f in event.args["agent"]] == ["police/paris"]
    assert [f.id for f in event.args["place"]] == ["city/paris"]


WIRE = "Police held the founder of the service at the station in the north of the town last night, two people said."


def test_publishers_are_counted_once_and_copies_of_a_wire_too():
    sources = [told(f"w{n}", "2025-03-04", **ARREST, publisher=f"Paper {n}", text=f"{WIRE} {n}") for n in range(5)]
    sources.append(told("own", "2025-03-04", **ARREST, publisher="The Quay", text="We saw her go with two officers."))
    sources.append(
        told("own2", "2025-03-05", **ARREST, publisher="the quay", text="A second look at a long night here.")
    )
    (event,) = merge(sources).events
    assert len(event.facts) == 7
    assert event.publishers == 2


def test_what_two_papers_have_from_one_outlet_is_one_source():
    args = {**ARREST, "attribution": ("media/north-agency",)}
    (event,) = merge([told("a", "2025-03-04", **args), told("b", "2025-03-04", **args)]).events
    assert (event.publishers, event.own_word, len(event.chains)) == (1, 0, 1)


def test_a_conviction_is_shown_only_where_somebody_names_the_court():
    by_nobody = told("a", "2025-03-04", "Conviction", target="person/ada-example")
    by_court = told("b", "2025-03-04", "Conviction", target="person/ada-example", agent="court/paris")
    assert not emit.merged(merge([by_nobody]).events, ())
    assert emit.merged(merge([by_nobody, by_court]).events, ())


def test_nothing_that_is_not_affirmed_and_actual_is_shown():
    for status in ({"polarity": "negated"}, {"modality": "alleged"}, {"modality": "planned"}):
        assert not list(quads(merge([told("a", "2025-03-04", **ARREST, **status)]), BASE))


def test_contradictions_stay_side_by_side():
    sources = [
        told("a", "2025-03-04", **FINE, amount="EUR 91", time="2025-03-03"),
        told("b", "2025-03-04", **FINE, amount="EUR 19", time="2025-03-03"),
        told("c", "2025-03-05", **FINE, polarity="negated", time="2025-03-03"),
        told("d", "2025-03-06", "Denial", agent="platform/plaza", matter="that it was fined"),
    ]
    found = {conflict.kind: conflict for conflict in conflicts(merge(sources))}
    assert {kind: sorted(f.doc for v in c.versions for f in v.facts) for kind, c in found.items()} == {
        "amount": ["a", "b"],
        "negated": ["a", "b", "c"],
        "denied": ["a", "b", "d"],
    }


def test_a_relation_on_somebodys_word_is_no_plain_triple():
    said = told(
        "a", None, "ownerOf", subject="person/ada-example", object="platform/plaza", attribution=("media/north",)
    )
    plain = told("b", None, "ownerOf", subject="person/ada-example", object="platform/plaza")
    short = f"<{BASE}person/ada-example> <https://w3id.org/preg#ownerOf>"
    assert short not in " ".join(map(str, quads(merge([said]), BASE)))
    assert short in " ".join(map(str, quads(merge([said, plain]), BASE)))


# ---------------------------------------------------------------- properties

PEOPLE = st.sampled_from(["person/ada-example", "person/bo-sample"])
POLICE = st.sampled_from(["police/paris", "body/dpc", "doc/x#police", "country/FR"])
DAYS = st.sampled_from(["2025-03-03", "2025-03-04", "2025-03", "2025", "2024-12-30/2025-01-02"])


@st.composite
def corpora(draw: st.DrawFn) -> list[Source]:
    made = []
    for number in range(draw(st.integers(1, 9))):
        facts = []
        for n in range(draw(st.integers(0, 3))):
            args = {
                "target": draw(PEOPLE),
                "agent": draw(POLICE),
                "time": draw(DAYS),
                "amount": draw(st.sampled_from(["EUR 1", "EUR 2"])),
            }
            kept = {role: args[role] for role in draw(st.sets(st.sampled_from(sorted(args)))) | {"target"}}
            polarity = draw(st.sampled_from(["affirmed", "affirmed", "negated"]))
            facts.append(
                fact(f"d{number}", draw(st.sampled_from(["Arrest", "Fine", "Charge"])), n, polarity=polarity, **kept)
            )
        date = draw(st.sampled_from(["2025-03-04", "2025-03-09", "2025-06-01", None]))
        made.append(source(f"d{number}", date, *facts, publisher=draw(st.sampled_from("PQR")), countries=HERE))
    return made


def shown(merged: Merged) -> list[str]:
    return sorted(map(str, quads(merged, BASE)))


@settings(max_examples=60, deadline=None)
@given(corpora(), st.randoms())
def test_the_order_of_the_documents_does_not_show(sources: list[Source], chance: random.Random):
    shuffled = list(sources)
    chance.shuffle(shuffled)
    assert shown(merge(shuffled)) == shown(merge(sources))


@settings(max_examples=60, deadline=None)
@given(corpora())
def test_every_telling_is_in_one_event_and_a_status_of_its_own(sources: list[Source]):
    merged = merge(sources)
    ids = [fact.id for event in merged.events for fact in event.facts]
    assert sorted(ids) == sorted(fact.id for source in sources for fact in source.facts)
    for event in merged.events:
        assert {(fact.polarity, fact.modality) for fact in event.facts} == {(event.polarity, event.modality)}
        assert 1 <= event.publishers <= len({merged.documents[fact.doc].publisher for fact in event.facts})


def test_the_names_of_helpers_are_those_of_the_ontology():
    assert who("person/ada-example").label == "Ada Example"
