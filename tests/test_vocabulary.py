"""The ontology answers in local names."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import vocabulary
from kg.errors import UnknownName
from kg.model import ROLES


def test_there_are_33_event_types_and_none_of_the_groups():
    assert len(vocabulary.event_types()) == 33
    assert not vocabulary.event_types() & {"Event", "LegalProceeding", "RegulatoryMeasure", "Speech", "Relation"}


def test_entity_types_are_what_an_entity_can_be():
    assert {"Person", "Organisation", "Court", "Platform", "Place", "Region", "Law"} <= vocabulary.entity_types()
    assert not vocabulary.entity_types() & {"Entity", "Actor", "Content", "Phrase", "Amount", "Time"}


@pytest.mark.parametrize(
    ("type", "ancestor", "expected"),
    [
        ("Fine", "Fine", True),
        ("Fine", "RegulatoryMeasure", True),
        ("Fine", "Event", True),
        ("Event", "Fine", False),
        ("Court", "Actor", True),
        ("Platform", "Actor", True),
        ("Country", "Actor", True),
        ("Country", "Place", True),
        ("Region", "Actor", True),
        ("City", "Actor", False),
        ("Product", "Actor", False),
        ("Content", "ContentCategory", True),
        ("ContentCategory", "Content", True),
        ("Phrase", "Entity", False),
        ("Amount", "Amount", True),
        ("Offence", "Entity", True),
    ],
)
def test_is_a_is_reflexive_and_transitive(type: str, ancestor: str, expected: bool):
    assert vocabulary.is_a(type, ancestor) is expected


def test_subtypes_hold_the_type_itself_and_all_below():
    assert vocabulary.subtypes("Place") == {"Place", "Country", "Region", "City"}


def test_the_roles_are_those_of_the_model():
    assert vocabulary.roles() == set(ROLES)


def test_fillers_say_what_fills_a_role():
    assert vocabulary.fillers("target") == {"Actor", "Product"}
    assert vocabulary.fillers("matter") == {"Offence", "ContentCategory", "Phrase"}


def test_ends_say_what_a_relation_holds_between():
    assert vocabulary.ends("citizenOf") == ({"Person"}, {"Country"})
    assert vocabulary.ends("userCount").objects == frozenset()


def test_stages_are_ordered_and_exits_are_no_rungs():
    stages = vocabulary.stages()
    assert stages[0] == "mentioned"
    assert stages[-1] == "final"
    assert stages.index("suspected") < stages.index("charged") < stages.index("convicted")
    assert vocabulary.exits() == {"released", "dismissed", "acquitted", "annulled", "settled"}
    assert not vocabulary.exits() & set(stages)


@pytest.mark.parametrize(("name", "label"), [("BanLifted", "ban lifted"), ("onTrial", "on trial"), ("agent", "agent")])
def test_label_is_the_english_label(name: str, label: str):
    assert vocabulary.label(name) == label


@pytest.mark.parametrize(
    "ask",
    [
        lambda: vocabulary.is_a("Cort", "Actor"),
        lambda: vocabulary.label("nothing"),
        lambda: vocabulary.fillers("agnt"),
        lambda: vocabulary.ends("owns"),
        lambda: vocabulary.concepts("crime"),
    ],
)
def test_an_unknown_name_is_an_error_that_lists_known_ones(ask):
    with pytest.raises(UnknownName, match="there is"):
        ask()


def test_concepts_give_the_preferred_phrase_first():
    offences = vocabulary.concepts("offence")
    assert offences["offence/money-laundering"][0] == "money laundering"
    assert "piracy" in offences["offence/copyright-infringement"]
    assert len(offences) >= 60
    assert len(vocabulary.concepts("content")) >= 40


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_every_id_comes_back_from_its_iri(id: str):
    iri = vocabulary.absolute(id)
    assert iri.isascii()
    assert vocabulary.relative(iri) == id


def test_a_concept_keeps_the_ontologys_base_and_others_take_the_given_one():
    assert vocabulary.absolute("offence/fraud", "https://example.org/") == "https://w3id.org/preg/id/offence/fraud"
    assert vocabulary.absolute("person/ada", "https://example.org/") == "https://example.org/person/ada"


def test_a_document_is_under_doc_whether_its_id_says_so_or_not():
    assert vocabulary.document_iri("a b") == vocabulary.document_iri("doc/a b") == "https://w3id.org/preg/id/doc/a%20b"


def test_importing_the_module_loads_no_rdf_library():
    code = "import sys, kg.vocabulary; sys.exit(bool({'pyoxigraph', 'rdflib'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
