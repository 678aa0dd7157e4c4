"""A view draws what a store holds, safely, and every edge leads to what proves it."""

from __future__ import annotations

import networkx as nx
import pytest
from pictures import EVERYTHING, STORE, sentences, view
from samples import ADA, APP, BO, COUNCIL, COURT, FACTS, NORWAY, POLICE

from kg import graph, measure
from kg.errors import UnknownName
from kg.graph import Filters

VIEWS = ["actors", "cases", "charges", "countries", "events", "sources"]


def edges(found: nx.MultiDiGraph) -> set[tuple[str, str, str]]:
    return {(source, kind, target) for source, target, kind in found.edges(keys=True)}


def test_the_views_are_the_modules_of_the_folder():
    assert graph.views() == VIEWS


def test_actors_are_joined_by_what_they_did_to_each_other():
    assert edges(view("actors", Filters())) == {
        (POLICE.id, "Charge", ADA.id),
        (COUNCIL.id, "Fine", APP.id),
        (COURT.id, "Sentence", BO.id),
        (ADA.id, "holdsOffice", APP.id),
        (ADA.id, "founderOf (claimed)", APP.id),
    }


def test_what_is_not_actual_comes_on_request_and_is_marked():
    more = edges(view("actors")) - edges(view("actors", Filters()))
    assert more == {
        (NORWAY.id, "Ban (threatened)", APP.id),
        (APP.id, "Cooperation (negated)", POLICE.id),
    }


@pytest.mark.parametrize("name", VIEWS)
def test_a_conviction_without_a_court_is_in_no_view(name: str):
    assert not any(type == "Conviction" for _, type in view(name).nodes(data="type"))
    assert not any("Conviction" in kind for _, kind, _ in edges(view(name)))


@pytest.mark.parametrize("name", VIEWS)
def test_every_edge_leads_to_sentences(name: str):
    found = view(name)
    known = {fact.id for fact in FACTS}
    for *_, about in found.edges(data=True):
        assert about["facts"]
        assert set(about["facts"].split()) <= known
        assert about["evidence"] >= 1
    assert all(proof.quote for some in sentences(found).values() for proof in some)


@pytest.mark.parametrize("name", VIEWS)
def test_attributes_are_words_and_numbers(name: str):
    found = view(name)
    values = [value for *_, about in (*found.nodes(data=True), *found.edges(data=True)) for value in about.values()]
    assert {type(value) for value in values} <= {str, int, float}
    nx.write_graphml(found, "/dev/null")


def test_an_edge_tells_when_how_often_and_on_whose_word():
    charge = view("actors").edges[POLICE.id, ADA.id, "Charge"]
    assert (charge["first"], charge["last"], charge["dated"]) == ("2023-03-01", "2023-03-31", "text")
    assert (charge["weight"], charge["evidence"], charge["stage"], charge["about"]) == (
        1.0,
        1,
        "charged",
        "aiding fraud",
    )
    fine = view("actors").edges[COUNCIL.id, APP.id, "Fine"]
    assert (fine["first"], fine["dated"]) == ("2023-04-01", "document")
    assert (fine["amount"], fine["according_to"]) == ("EUR 3000000", "Morning Example; court papers")


def test_events_stand_between_those_who_fill_their_roles():
    found = view("events", Filters())
    (charge,) = [node for node, type in found.nodes(data="type") if type == "Charge"]
    assert found.nodes[charge]["label"] == "charge: Ada Example"
    assert edges(found) >= {(charge, "agent", POLICE.id), (charge, "target", ADA.id), (ADA.id, "holdsOffice", APP.id)}


def test_charges_join_authority_accused_and_offence():
    kinds = {(source, kind) for source, kind, _ in edges(view("charges"))}
    assert kinds == {(POLICE.id, "Charge"), (ADA.id, "Charge"), (COURT.id, "Sentence")}
    assert "aiding fraud" in dict(view("charges").nodes(data="label")).values()


def test_countries_act_on_services():
    assert edges(view("countries")) == {("country/NO", "Ban (threatened)", APP.id)}


def test_sources_report_claim_and_inform():
    found = view("sources", Filters())
    labels = dict(found.nodes(data="label"))
    said = {(labels[source], kind, labels[target]) for source, kind, target in edges(found)}
    assert ("The Day", "reports", "charge: Ada Example") in said
    assert ("Morning Example", "claims", "fine: Examplegram") in said
    assert ("court papers", "informs", "Morning Example") in said


def test_cases_have_a_party_an_authority_and_a_stage():
    found = view("cases", Filters())
    (case,) = [
        node for node, about in found.nodes(data=True) if about["type"] == "Case" and about["label"] == "Ada Example"
    ]
    assert found.nodes[case]["stage"] == "charged"
    assert edges(found) >= {(ADA.id, "party", case), (POLICE.id, "Charge", case)}


@pytest.mark.parametrize(
    ("filters", "kinds"),
    [
        (Filters(until="2023-03-15"), {"Charge"}),
        (Filters(since="2023-04-01", types=("LegalProceeding",)), {"Sentence"}),
        (Filters(types=("holdsOffice",)), {"holdsOffice"}),
        (Filters(types=("RegulatoryMeasure",)), {"Fine"}),
        (Filters(statuses=("threatened",), country="Norway"), {"Ban (threatened)"}),
        (Filters(statuses=("threatened",), country="no"), {"Ban (threatened)"}),
        (Filters(country="DE"), set()),
        (Filters(publishers=2), set()),
        (Filters(about="bo sample"), {"Sentence"}),
    ],
)
def test_filters_leave_out_the_rest(filters: Filters, kinds: set[str]):
    assert {kind for _, kind, _ in edges(view("actors", filters))} == kinds


@pytest.mark.parametrize(
    ("name", "filters", "said"),
    [
        ("actor", Filters(), "there is actors, cases"),
        ("actors", Filters(types=("Fines",)), "there is Accusation"),
        ("actors", Filters(statuses=("sure",)), "there is actual, alleged"),
        ("actors", Filters(country="Atlantis"), "ISO 3166"),
    ],
)
def test_an_unknown_word_is_an_error_that_lists_those_that_exist(name: str, filters: Filters, said: str):
    with pytest.raises(UnknownName, match=said):
        view(name, filters)


# ---------------------------------------------------------------- questions


def test_a_path_shows_each_step_with_its_facts():
    rows = measure.path(view("actors", Filters()), "oslo police", "Data Council")
    assert [(row["from"], row["kind"], row["to"]) for row in rows] == [
        ("Oslo police", "Charge", "Ada Example"),
        ("Ada Example", "founderOf (claimed)", "Examplegram"),
        ("Ada Example", "holdsOffice", "Examplegram"),
        ("Data Council", "Fine", "Examplegram"),
    ]
    assert rows[0]["facts"] == "fact/1"
    assert measure.path(view("actors", Filters()), "Oslo police", "Bo Sample") == []


def test_neighbours_grow_with_the_hops():
    near, far = (measure.neighbours(view("actors", Filters()), "Data Council", hops) for hops in (1, 2))
    assert [row["kind"] for row in near] == ["Fine"]
    assert len(far) == 3


@pytest.mark.parametrize("by", ["degree", "betweenness", "pagerank"])
def test_the_service_that_all_speak_of_is_central(by: str):
    rows = measure.central(view("actors"), by)
    assert rows[0]["name"] == "Examplegram"
    assert rows[0]["facts"]


def test_communities_keep_strangers_apart():
    rows = measure.communities(view("actors", Filters()))
    of = {row["name"]: row["community"] for row in rows}
    assert of["Bergen court"] == of["Bo Sample"] != of["Ada Example"]


def test_a_comparison_lists_what_is_new_and_gone():
    before, after = (
        view("actors", Filters(types=("Charge", "Fine"))),
        view("actors", Filters(types=("Fine", "Sentence"))),
    )
    changes = [(row["change"], row["kind"]) for row in measure.compare(before, after)]
    assert changes == [("new", "Sentence"), ("gone", "Charge")]
    assert measure.compare(before, before) == []


def test_the_counts_are_those_of_the_graph():
    found = view("events")
    rows = measure.stats(found)
    assert [row["count"] for row in rows[:2]] == [len(found), found.number_of_edges()]
    assert sum(row["count"] for row in rows if row["what"] == "edges" and row["of"]) == found.number_of_edges()


def test_an_unknown_name_is_an_error_with_near_names():
    with pytest.raises(UnknownName, match="there is Examplegram"):
        measure.path(view("actors"), "Exampelgram", "Norway")


def test_the_same_store_gives_the_same_graph():
    one, other = (graph.view("events", STORE, EVERYTHING) for _ in range(2))
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))
