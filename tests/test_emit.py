"""Facts become quads: the record holds everything, the view only what is affirmed and actual."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Store
from samples import (
    ADA,
    APP,
    CHARGE,
    CONVICTION,
    COUNT,
    DOCUMENT,
    ENTITIES,
    FACTS,
    FINE,
    FOUNDER,
    NORWAY,
    OFFICE,
    SENTENCE,
    SILENCE,
    THREAT,
    filler,
)

from kg import emit
from kg.errors import UnknownName
from kg.model import Entity
from kg.vocabulary import BASE, PREFIXES

RECORD = emit.quads(DOCUMENT, FACTS, ENTITIES, rule_versions={"charge.test": "7"})
VIEW = emit.view(FACTS, ENTITIES)


def holds(quads, pattern: str) -> bool:
    """Whether the pattern matches the quads, wherever they stand."""
    store = Store()
    store.extend(quads)
    query = f"ASK {{ {pattern} }}"
    return bool(store.query(query, base_iri=BASE, prefixes=PREFIXES, use_default_graph_as_union=True))


def test_the_record_is_one_graph_named_after_the_document():
    assert {quad.graph_name for quad in RECORD} == {NamedNode(BASE + "doc/sample")}


def test_the_view_is_the_default_graph():
    assert {quad.graph_name for quad in VIEW} == {DefaultGraph()}


@pytest.mark.parametrize(
    "pattern",
    [
        "<fact/1> a preg:Charge ; preg:target <person/ada-example> ; preg:agent <body/oslo-police>",
        "<fact/1> preg:polarity preg:affirmed ; preg:modality preg:actual ; preg:stage preg:charged",
        '<fact/1> preg:matter [ a preg:Phrase ; skos:prefLabel "aiding fraud" ]',
        '<fact/1> preg:time [ preg:start "2023-03-01"^^xsd:date ; preg:end "2023-03-31"^^xsd:date ; '
        "preg:precision preg:month ]",
        '<fact/3> preg:amount [ preg:currency "EUR" ; preg:number 3000000.0 ]',
        '<fact/4> preg:amount [ preg:duration "P2Y"^^xsd:duration ]',
        "<fact/3> preg:attribution [ rdf:first <media/morning-example> ; "
        'rdf:rest [ rdf:first [ skos:prefLabel "court papers" ] ; rdf:rest rdf:nil ] ]',
        "<fact/2> preg:modality preg:threatened",
        "<fact/6> preg:polarity preg:negated",
        "<fact/1> preg:evidence [ a oa:Annotation ; prov:wasDerivedFrom <doc/sample> ; preg:rule <rule/charge.test> ]",
        "<evidence/1> oa:hasTarget [ oa:hasSource <doc/sample> ; oa:hasSelector "
        "[ a oa:TextPositionSelector ; oa:start 0 ; oa:end 64 ], "
        '[ a oa:TextQuoteSelector ; oa:exact "Oslo police charged Ada Example with aiding fraud in March 2023." ] ]',
        '<evidence/1> preg:cue [ preg:kind "trigger" ; rdf:value "Charge" ; oa:start 0 ; oa:end 4 ]',
        '<rule/charge.test> owl:versionInfo "7"',
        '<doc/sample> a prov:Entity ; dcterms:title "A busy week" ; dcterms:date "2023-04-01"^^xsd:date ; '
        'dcterms:publisher "The Day" ; schema:url "https://news.example/1"',
        "<evidence/1> prov:wasGeneratedBy [ prov:wasAssociatedWith [ a prov:SoftwareAgent ] ]",
        "<fact/7> a preg:Relation ; preg:predicate preg:holdsOffice ; preg:subject <person/ada-example> ; "
        'preg:object <platform/examplegram> ; preg:title "chief executive"',
        '<person/ada-example> a preg:Person ; skos:prefLabel "Ada Example" ; skos:altLabel "Example" ; '
        "skos:exactMatch wd:Q1",
        '<platform/examplegram> skos:altLabel "EG" ; skos:exactMatch wd:Q2',
    ],
)
def test_the_record_holds(pattern: str):
    assert holds(RECORD, pattern)


@pytest.mark.parametrize("fact", FACTS)
def test_the_view_shows_a_fact_only_if_it_is_affirmed_and_actual(fact):
    shown = holds(VIEW, f"?event prov:wasDerivedFrom <{fact.id}>")
    assert shown == (fact not in (THREAT, SILENCE, CONVICTION))


@pytest.mark.parametrize("modality", ["alleged", "threatened", "planned", "demanded", "possible"])
def test_nothing_of_what_is_not_actual_is_in_the_view(modality: str):
    assert emit.view([replace(CHARGE, modality=modality)], ENTITIES) == []


@pytest.mark.parametrize("fact", [SENTENCE, replace(SENTENCE, type="Conviction")])
def test_a_conviction_or_sentence_needs_a_court(fact):
    assert emit.view([fact], ())
    assert emit.view([replace(fact, args={"target": fact.args["target"]})], ()) == []


def test_a_claim_stays_a_claim_in_the_view():
    assert holds(VIEW, "?e a preg:Fine ; preg:attribution [ rdf:first <media/morning-example> ]")


def test_a_relation_holds_plainly_only_where_the_document_itself_asserts_it():
    assert holds(emit.view([OFFICE], ()), "<person/ada-example> preg:holdsOffice <platform/examplegram>")
    assert holds(emit.view([COUNT], ()), "<platform/examplegram> preg:userCount 40000000.0")
    claimed = emit.view([FOUNDER], ())
    assert not holds(claimed, "<person/ada-example> preg:founderOf ?what")
    assert holds(claimed, "?e preg:predicate preg:founderOf ; preg:attribution ?sources")


def test_the_view_types_and_labels_its_entities():
    assert holds(VIEW, '<body/data-council> a preg:Regulator ; skos:prefLabel "Data Council"')
    assert not holds(VIEW, "<country/no> ?p ?o")


def test_the_view_keeps_times_and_amounts():
    assert holds(VIEW, '?e a preg:Charge ; preg:time/preg:start "2023-03-01"^^xsd:date')
    assert holds(VIEW, "?e a preg:Fine ; preg:amount/preg:number 3000000.0")


def test_the_same_input_gives_the_same_quads_and_no_blank_nodes():
    again = emit.quads(DOCUMENT, FACTS, ENTITIES, rule_versions={"charge.test": "7"})
    assert again == RECORD
    assert len(set(RECORD)) == len(RECORD)
    assert not any(str(term).startswith("_:") for quad in (*RECORD, *VIEW) for term in (quad.subject, quad.object))


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ("2024-08-28", 'preg:start "2024-08-28"^^xsd:date ; preg:end "2024-08-28"^^xsd:date ; preg:precision preg:day'),
        ("2024-02", 'preg:end "2024-02-29"^^xsd:date ; preg:precision preg:month'),
        ("2024", 'preg:start "2024-01-01"^^xsd:date ; preg:end "2024-12-31"^^xsd:date ; preg:precision preg:year'),
        ("--08-28", 'preg:start "--08-28"^^xsd:gMonthDay ; preg:precision preg:day'),
        ("--08", 'preg:start "--08"^^xsd:gMonth ; preg:precision preg:month'),
        ("2024-01/2024-03", 'preg:start "2024-01-01"^^xsd:date ; preg:end "2024-03-31"^^xsd:date'),
        ("2024-01-05/..", 'preg:start "2024-01-05"^^xsd:date ; preg:precision preg:interval'),
        ("2024-08-28T10:00", 'preg:start "2024-08-28"^^xsd:date'),
        ("soon", 'rdf:value "soon"'),
    ],
)
def test_a_time_has_its_first_and_last_day(value: str, parts: str):
    fact = replace(CHARGE, args={"target": (ADA,), "time": (filler("March 2023", "Time", value=value),)})
    assert holds(emit.quads(DOCUMENT, [fact], ()), f"<fact/1> preg:time [ {parts} ]")


def test_an_open_interval_has_no_last_day():
    fact = replace(CHARGE, args={"target": (ADA,), "time": (filler("March 2023", "Time", value="2024-01-05/.."),)})
    assert not holds(emit.quads(DOCUMENT, [fact], ()), "<fact/1> preg:time/preg:end ?end")


def test_ids_are_escaped_and_take_the_given_base():
    odd = replace(CHARGE, args={"target": (replace(NORWAY, id="person/a b<c>é"),)})
    quads = emit.quads(DOCUMENT, [odd], (), base="https://kg.example/")
    assert NamedNode("https://kg.example/person/a%20b%3Cc%3E%C3%A9") in {quad.subject for quad in quads}


def test_a_given_entity_wins_over_what_the_fact_has_of_it():
    renamed = emit.quads(DOCUMENT, [FINE], [Entity(APP.id, "Platform", "Examplegram Messenger")])
    assert holds(renamed, '<platform/examplegram> skos:prefLabel "Examplegram Messenger"')
    assert not holds(renamed, '<platform/examplegram> skos:prefLabel "Examplegram"')


def test_a_type_that_the_ontology_lacks_is_an_error():
    with pytest.raises(UnknownName, match="no type called 'Fien'"):
        emit.quads(DOCUMENT, [replace(FINE, type="Fien")], ())
