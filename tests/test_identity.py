"""Who is who: linked ids first, then names of one kind and country; in doubt two stay two."""

from __future__ import annotations

from reports import fact, source, who

from kg.merging.cast import Wishes
from kg.merging.identity import identify
from kg.merging.imprint import Source
from kg.merging.spelling import fold

FR, NO = {"police/paris": "FR"}, {"police/oslo": "NO"}


def arrested(doc: str, person: str, police: str = "police/paris", **more: str) -> Source:
    where = {**FR, **NO}
    return source(doc, "2025-03-04", fact(doc, "Arrest", agent=police, target=who(person, **more)), countries=where)


def test_one_name_in_one_country_is_one_person():
    cast = identify([arrested("a", "person/ada-example"), arrested("b", "person/ada-example")])
    assert cast.id("a", "person/ada-example") == cast.id("b", "person/ada-example") == "person/ada-example"


def test_namesakes_in_two_countries_stay_two():
    cast = identify([arrested("a", "person/ada-example"), arrested("b", "person/ada-example", "police/oslo")])
    assert cast.id("a", "person/ada-example") == "person/ada-example--fr"
    assert cast.id("b", "person/ada-example") == "person/ada-example--no"


def test_a_common_company_makes_namesakes_one():
    tie = {doc: fact(doc, "holdsOffice", subject="person/ada-example", object="platform/plaza") for doc in "ab"}
    sources = [arrested("a", "person/ada-example"), arrested("b", "person/ada-example", "police/oslo")]
    sources = [Source(s.document, (*s.facts, tie[s.document.id]), s.imprint) for s in sources]
    cast = identify(sources)
    assert cast.id("a", "person/ada-example") == cast.id("b", "person/ada-example")


def test_two_wikidata_ids_are_never_one():
    cast = identify(
        [arrested("a", "person/ada-example", wikidata="Q1"), arrested("b", "person/ada-example", wikidata="Q2")]
    )
    assert cast.id("a", "person/ada-example") != cast.id("b", "person/ada-example")


def test_one_wikidata_id_is_one_whatever_the_name():
    cast = identify([arrested("a", "person/ada-example", wikidata="Q1"), arrested("b", "person/a-e", wikidata="Q1")])
    assert cast.id("a", "person/ada-example") == cast.id("b", "person/a-e")


def test_spellings_of_one_name_in_one_country_are_one():
    cast = identify([arrested("a", "person/sergei-ivanenko"), arrested("b", "person/sergey-ivanenko")])
    assert cast.id("a", "person/sergei-ivanenko") == cast.id("b", "person/sergey-ivanenko")


def test_anna_is_not_hanna():
    cast = identify([arrested("a", "person/anna-kellermann"), arrested("b", "person/hanna-kellermann")])
    assert cast.id("a", "person/anna-kellermann") != cast.id("b", "person/hanna-kellermann")


def test_an_unnamed_one_stays_with_its_document():
    cast = identify([arrested("a", "doc/a#man"), arrested("b", "doc/b#man")])
    assert cast.id("a", "doc/a#man") != cast.id("b", "doc/b#man")


def test_a_coined_name_joins_the_linked_one_that_bears_it():
    known = source("a", None, fact("a", "Fine", target="platform/plaza"), known=("platform/plaza",))
    coined = source("b", None, fact("b", "Fine", target=who("platform/plaza-inc", label="Plaza Inc.")))
    cast = identify([known, coined])
    assert cast.id("b", "platform/plaza-inc") == "platform/plaza"


def test_people_can_join_divide_name_and_type():
    sources = [
        arrested("a", "person/ada-example"),
        arrested("b", "person/ada-sample"),
        arrested("c", "person/ada-example"),
    ]
    same = identify(sources, Wishes(same=(("person/ada-example", "person/ada-sample"),)))
    assert len({same.id("a", "person/ada-example"), same.id("b", "person/ada-sample")}) == 1
    split = identify(sources, Wishes(splits=(("person/ada-example", frozenset({"c"})),)))
    assert split.id("a", "person/ada-example") != split.id("c", "person/ada-example")
    named = identify(
        sources, Wishes(labels={"person/ada-example": "Ada the First"}, types={"person/ada-example": "Company"})
    )
    entity = named.entities["person/ada-example"]
    assert (entity.label, entity.type) == ("Ada the First", "Company")
    assert "Ada Example" in entity.aliases


def test_what_people_call_different_is_not_joined_by_its_spelling():
    sources = [arrested("a", "person/sergei-ivanenko"), arrested("b", "person/sergey-ivanenko")]
    cast = identify(sources, Wishes(different=(("person/sergei-ivanenko", "person/sergey-ivanenko"),)))
    assert cast.id("a", "person/sergei-ivanenko") != cast.id("b", "person/sergey-ivanenko")


def test_folding_leaves_what_spellings_share():
    assert fold("The Café-Zürich, Inc.") == fold("cafe zurich") == "cafe zurich"
