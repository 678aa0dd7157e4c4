"""A sound store has no violations, and each way of going wrong is found."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions
from samples import ADA, APP, CHARGE, CONVICTION, DOCUMENT, ENTITIES, FACTS, FINE, OFFICE, POLICE, THREAT, filler

from kg import emit, validate
from kg.store import Store
from kg.vocabulary import BASE, DCTERMS, OA, PREFIXES, RDF, iri, ontologies

NEVER = sorted((ontologies() / "never").glob("*.rq"))


def store(*facts, view=None) -> Store:
    """The record of the facts, and the view of them or of others."""
    made = Store.memory()
    made.replace_document(
        DOCUMENT.id,
        emit.quads(DOCUMENT, facts, ENTITIES),
        emit.view(facts if view is None else view, ENTITIES),
    )
    return made


def checks(store: Store) -> set[str]:
    return {violation.check for violation in validate.violations(store.rdf)}


def without(store: Store, predicate: str) -> Store:
    """The store with every triple of a predicate taken out."""
    for quad in list(store.rdf.quads_for_pattern(None, NamedNode(predicate), None)):
        store.rdf.remove(quad)
    return store


def with_default(store: Store, subject: str, predicate: str, object: str) -> Store:
    store.rdf.add(Quad(NamedNode(BASE + subject), NamedNode(predicate), NamedNode(object)))
    return store


def test_a_sound_store_has_no_violations():
    assert validate.violations(store(*FACTS).rdf) == []
    assert validate.violations(Store.memory().rdf) == []


def test_every_query_is_named_and_says_what_it_finds():
    for file in NEVER:
        assert file.name.endswith("-violation.rq")
        assert file.read_text().startswith("# ")
        solutions = Store.memory().rdf.query(file.read_text(), prefixes=PREFIXES)
        assert isinstance(solutions, QuerySolutions)
        assert {variable.value for variable in solutions.variables} <= {"where", "detail"}


def lied(fact):
    """The view that an unsafe program would make of a fact."""
    return (replace(fact, polarity="affirmed", modality="actual"),)


BROKEN = [
    ("status-lost", lambda: store(THREAT, view=lied(THREAT))),
    ("status-lost", lambda: store(replace(FINE, polarity="negated"), view=(FINE,))),
    ("underived-event", lambda: with_default(store(), "event/x", iri("target"), BASE + APP.id)),
    ("evidence-missing", lambda: store(replace(CHARGE, evidence=()))),
    ("evidence-empty", lambda: without(store(CHARGE), OA + "start")),
    ("evidence-empty", lambda: store(reproved(start=5, end=5, quote=""))),
    ("quote-length", lambda: store(reproved(quote="Oslo"))),
    ("conviction-without-court", lambda: convicted_by(POLICE)),
    ("attribution-lost", lambda: store(FINE, view=(replace(FINE, attribution=()),))),
    ("attribution-lost", lambda: store(FINE, view=(replace(FINE, attribution=FINE.attribution[:1]),))),
    ("claim-as-fact", lambda: with_default(store(OFFICE, view=()), ADA.id, iri("holdsOffice"), BASE + APP.id)),
    ("untyped-end", lambda: without(store(OFFICE), RDF + "type")),
    ("evidence-shared", lambda: store(CHARGE, replace(FINE, evidence=CHARGE.evidence))),
    ("time-reversed", lambda: store(timed("2024-03-01/2024-02-01"))),
]


def reproved(**changes):
    (proof,) = CHARGE.evidence
    return replace(CHARGE, evidence=(replace(proof, **changes),))


def timed(value: str):
    return replace(CHARGE, args={**CHARGE.args, "time": (filler("March 2023", "Time", value=value),)})


def convicted_by(agent):
    """A conviction that got into the view as another event, whose type is then changed."""
    fact = replace(CONVICTION, args={**CONVICTION.args, "agent": (agent,)})
    made = store(fact, view=(replace(fact, type="Fine"),))
    (event,) = made.rdf.quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(iri("Fine")))
    made.rdf.add(Quad(event.subject, event.predicate, NamedNode(iri("Conviction"))))
    return made


@pytest.mark.parametrize(("check", "make"), BROKEN, ids=[check for check, _ in BROKEN])
def test_what_must_never_be_is_found(check: str, make):
    assert check in checks(make())


def test_every_query_has_a_case_here():
    assert {file.name.removesuffix("-violation.rq") for file in NEVER} == {check for check, _ in BROKEN}


@pytest.mark.parametrize(
    ("what", "fact"),
    [
        ("Value does not have class preg:Actor", replace(CHARGE, args={"agent": (filler("Oslo", "City", id="c/o"),)})),
        ("Only an actor can be charged.", replace(CHARGE, args={"target": (filler("Oslo", "Product", id="p/o"),)})),
        ("A statement has a speaker.", replace(CHARGE, type="Statement", args={"matter": CHARGE.args["matter"]})),
        ("Value does not have class skos:Concept", replace(CHARGE, stage="doomed")),
        ("A fact has evidence.", replace(CHARGE, evidence=())),
    ],
)
def test_a_broken_shape_is_found_with_its_place(what: str, fact):
    found = {(each.where, each.what) for each in validate.shapes(store(fact).rdf)}
    assert (fact.id, what) in found


def test_a_violation_says_what_is_there_instead():
    (found,) = validate.never(store(reproved(quote="Oslo")).rdf)
    assert found.where == "evidence/1"
    assert found.detail == "4 characters from 0 to 64"


def test_text_in_a_literal_is_no_violation():
    made = store(*FACTS)
    title = NamedNode(DCTERMS + "title")
    graph = NamedNode(BASE + "doc/sample")
    made.rdf.add(Quad(graph, title, Literal('A "quoted"\ntitle \\ with \u2028 all'), graph))
    assert validate.violations(made.rdf) == []
