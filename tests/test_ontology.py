"""The ontology files keep to their own form."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from kg import vocabulary
from kg.model import ROLES
from kg.vocabulary import PREFIXES, ontologies

FILES = sorted(file.name for file in ontologies().glob("*.ttl"))


@pytest.fixture(scope="module")
def preg() -> Store:
    return loaded("preg.ttl")


def loaded(*files: str) -> Store:
    store = Store()
    for file in files:
        store.load(path=ontologies() / file, format=RdfFormat.TURTLE)
    return store


def select(store: Store, query: str) -> list[str]:
    solutions = store.query(query, prefixes={**PREFIXES, "sh": "http://www.w3.org/ns/shacl#"})
    return sorted(row[0].value.rpartition("#")[2] for row in solutions)


@pytest.mark.parametrize("file", FILES)
def test_every_file_is_turtle(file: str):
    assert len(loaded(file)) > 0


def test_every_concrete_class_is_its_own_shape(preg: Store):
    shapes = select(preg, "SELECT ?c { ?c a owl:Class, sh:NodeShape }")
    assert vocabulary.event_types() | vocabulary.entity_types() <= set(shapes)


def test_every_event_and_entity_type_has_label_definition_and_example(preg: Store):
    complete = set(select(preg, "SELECT ?c { ?c a owl:Class ; rdfs:label ?l ; rdfs:comment ?d ; skos:example ?e }"))
    assert vocabulary.event_types() | vocabulary.entity_types() <= complete


def test_every_property_has_a_label_and_a_definition(preg: Store):
    kinds = "VALUES ?k { owl:ObjectProperty owl:DatatypeProperty }"
    assert not select(
        preg, f"SELECT ?p {{ {kinds} ?p a ?k FILTER NOT EXISTS {{ ?p rdfs:label ?l ; rdfs:comment ?d }} }}"
    )


def test_whatever_the_ontology_speaks_of_it_defines(preg: Store):
    undefined = """SELECT DISTINCT ?o { ?s ?p ?o FILTER(ISIRI(?o) && STRSTARTS(STR(?o), STR(preg:)))
        FILTER NOT EXISTS { ?o a ?type } }"""
    assert not select(loaded("preg.ttl", "stages.ttl", "offences.ttl", "content.ttl"), undefined)


@pytest.mark.parametrize("role", ROLES)
def test_the_event_shape_asks_of_a_role_what_its_range_says(preg: Store, role: str):
    query = f"""SELECT ?c {{ preg:Event sh:property ?p . ?p sh:path preg:{role} .
        ?p (sh:or/rdf:rest*/rdf:first)?/sh:class ?c }}"""
    assert set(select(preg, query)) == vocabulary.fillers(role)


def test_the_relation_shape_lists_every_relation(preg: Store):
    query = "SELECT ?r { preg:Relation sh:property ?p . ?p sh:path preg:predicate ; sh:in/rdf:rest*/rdf:first ?r }"
    assert set(select(preg, query)) == vocabulary.relations()


def test_the_header_has_a_version_and_its_change_note(preg: Store):
    version = select(preg, "SELECT ?v { <https://w3id.org/preg> owl:versionInfo ?v }")[0]
    assert select(preg, "SELECT ?v { <https://w3id.org/preg> owl:versionIRI ?v }") == [
        f"https://w3id.org/preg/{version}"
    ]
    notes = select(preg, "SELECT ?n { <https://w3id.org/preg> skos:changeNote ?n }")
    assert any(note.startswith(version) for note in notes)


def test_the_ladder_lists_the_stages_in_the_order_of_their_numbers():
    query = """SELECT ?s { preg:stageLadder skos:memberList/rdf:rest* ?l . ?l rdf:first ?s ; rdf:rest ?r .
        ?s skos:notation ?n } ORDER BY ?n"""
    solutions = loaded("stages.ttl").query(query, prefixes=PREFIXES)
    assert tuple(row[0].value.removeprefix(vocabulary.PREG) for row in solutions) == vocabulary.stages()


def test_every_stage_has_a_definition_and_an_example():
    stages = loaded("stages.ttl")
    complete = select(stages, "SELECT ?s { ?s skos:inScheme preg:stages ; skos:definition ?d ; skos:example ?e }")
    assert set(complete) == {*vocabulary.stages(), *vocabulary.exits()}


@pytest.mark.parametrize("kind", ["offence", "content"])
def test_no_phrase_names_two_concepts_of_a_scheme(kind: str):
    phrases = [phrase.lower() for phrases in vocabulary.concepts(kind).values() for phrase in phrases]
    assert len(phrases) == len(set(phrases))


def test_alignments_speak_only_of_what_exists():
    store = loaded("preg.ttl", "alignments.ttl")
    ours = {quad.subject for quad in store if quad.subject.value.startswith(vocabulary.PREG)}
    assert all(any(store.quads_for_pattern(term, NamedNode(vocabulary.RDF + "type"), None)) for term in ours)


def test_every_text_is_english():
    for file in FILES:
        texts = (quad.object for quad in loaded(file) if isinstance(quad.object, Literal) and quad.object.language)
        assert {text.language for text in texts} <= {"en"}
