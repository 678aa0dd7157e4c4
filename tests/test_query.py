"""Questions get answers, and broken ones get an error that says where."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse
from samples import DOCUMENT, ENTITIES, FACTS, SILENCE

from kg import emit, query
from kg.errors import QueryError, UnknownName
from kg.store import Store
from kg.vocabulary import ontologies

CHARGES = "SELECT ?who ?when WHERE { ?e a preg:Charge ; preg:target ?who OPTIONAL { ?e preg:never ?when } }"
QUESTIONS = query.questions()
ANSWERS = ontologies() / "questions"
EXAMPLES = Path(__file__).parent.parent / "examples" / "articles"


@pytest.fixture(scope="module")
def store() -> Store:
    store = Store.memory()
    store.replace_document(DOCUMENT.id, emit.quads(DOCUMENT, FACTS, ENTITIES), emit.view(FACTS, ENTITIES))
    return store


def answer(store: Store, question: str) -> list[tuple[str, ...]]:
    return list(query.rows(query.run(store.rdf, question)))


def test_there_are_questions_and_each_is_one_in_english():
    assert len(QUESTIONS) >= 15
    assert all(english.endswith("?") for english in QUESTIONS.values())


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_runs_on_an_empty_store(name: str):
    assert answer(Store.memory(), name) == []


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_has_an_order(name: str):
    assert "ORDER BY" in query.find(name).text


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("who-is-charged", ("Ada Example", "aiding fraud", "", "Oslo police", "charged", "")),
        ("banned-services", ("Examplegram", "threatened", "Norway", "Norway")),
        ("fines-by-amount", ("EUR", "3000000", "Examplegram", "Data Council", "")),
        ("fines-by-authority", ("Data Council", "EUR", "1", "3000000")),
        ("cooperation", ("Examplegram", "no", "Oslo police", "actual")),
        ("who-runs-what", ("Ada Example", "chief executive", "Examplegram", "")),
        ("threats-and-plans", ("threatened", "Ban", "Norway", "Examplegram", "https://w3id.org/preg/id/doc/sample")),
        ("cases-over-time", ("Ada Example", "2023-03-01", "Charge", "charged", "Oslo police")),
        ("most-targeted", ("Examplegram", "1")),
        ("user-counts", ("Examplegram", "40000000", "", "https://w3id.org/preg/id/doc/sample")),
        ("rules-at-work", ("charge.test", "1")),
    ],
)
def test_a_question_finds_what_the_documents_say(store: Store, name: str, expected: tuple[str, ...]):
    assert expected in answer(store, name)


def test_the_source_of_a_claim_is_named(store: Store):
    sources = {(row[0], row[1]) for row in answer(store, "whose-claim")}
    assert sources == {("Morning Example", "Fine"), ("court papers", "Fine"), ("Morning Example", "founderOf")}


def test_a_claimed_relation_is_not_answered_as_a_fact(store: Store):
    assert answer(store, "who-owns-what") == []


def test_a_denial_in_one_document_contradicts_a_statement_in_another():
    store = Store.memory()
    for id, polarity in (("one", "affirmed"), ("two", "negated")):
        stated = [replace(SILENCE, doc=id, id=f"fact/{id}", polarity=polarity)]
        store.replace_document(id, emit.quads(replace(DOCUMENT, id=id), stated, ()), emit.view(stated, ()))
    ((event, who, stated_in, denied_in),) = answer(store, "contradictions")
    assert (event, who) == ("Cooperation", "Examplegram")
    assert (stated_in[-3:], denied_in[-3:]) == ("one", "two")


def test_the_proof_of_a_charge_is_its_sentence(store: Store):
    ((who, document, quote, start, end, rule),) = answer(store, "proof-of-charges")
    assert DOCUMENT.text[int(start) : int(end)] == quote
    assert (who, document, rule) == ("Ada Example", "sample", "charge.test")


@pytest.fixture(scope="module")
def examples() -> Store:
    """The store that `kg build examples/articles --names examples/names` makes."""
    from kg.pipeline import Extractor
    from kg.read import read
    from kg.rebuild import rebuild
    from kg.update import Update

    store = Store.memory()
    for _ in Update(store, Extractor(names=EXAMPLES.parent / "names")).run(read([EXAMPLES])):
        pass
    rebuild(store)
    return store


@pytest.mark.parametrize("name", [name for name in QUESTIONS if (ANSWERS / f"{name}.csv").exists()])
def test_a_question_still_has_its_stored_answer(name: str, examples: Store):
    stored = (ANSWERS / f"{name}.csv").read_text(encoding="utf-8")
    now = query.csv(query.run(examples.rdf, name))
    assert list(csv.reader(io.StringIO(now))) == list(csv.reader(io.StringIO(stored)))


def test_queries_see_the_view_and_with_graph_the_record(store: Store):
    assert answer(store, "ASK { ?e a preg:Ban }") == [("no",)]
    assert answer(store, "ASK { GRAPH ?g { ?e a preg:Ban ; preg:modality preg:threatened } }") == [("yes",)]


def test_sparql_may_stand_in_a_file(store: Store, tmp_path: Path):
    (tmp_path / "charges.rq").write_text(CHARGES)
    assert answer(store, f"@{tmp_path / 'charges.rq'}") == [("https://w3id.org/preg/id/person/ada-example", "")]


def test_a_table_has_short_names(store: Store):
    table = query.table(query.run(store.rdf, CHARGES))
    assert "person/ada-example" in table
    assert "https" not in table
    assert query.table(query.run(store.rdf, "SELECT * { ?s preg:never ?o }")).strip() == "no answer"


def test_csv_and_json_are_the_standard_forms(store: Store):
    rows = list(csv.reader(io.StringIO(query.csv(query.run(store.rdf, CHARGES)))))
    assert rows == [["who", "when"], ["https://w3id.org/preg/id/person/ada-example", ""]]
    data = json.loads(query.json(query.run(store.rdf, CHARGES)))
    assert data["head"]["vars"] == ["who", "when"]
    assert data["results"]["bindings"][0]["who"]["type"] == "uri"
    assert json.loads(query.json(query.run(store.rdf, "ASK { ?s ?p ?o }")))["boolean"] is True


def test_a_graph_is_written_as_turtle(store: Store):
    construct = "CONSTRUCT { ?e a preg:Charge } WHERE { ?e a preg:Charge }"
    assert len(list(parse(query.turtle(query.run(store.rdf, construct)), format=RdfFormat.TURTLE))) == 1
    assert answer(store, construct)[0][2] == "https://w3id.org/preg#Charge"


@pytest.mark.parametrize(
    ("question", "format"), [("ASK { ?s ?p ?o }", "turtle"), (CHARGES, "turtle"), ("DESCRIBE preg:x", "csv")]
)
def test_a_format_that_does_not_fit_the_answer_is_an_error(store: Store, question: str, format: str):
    with pytest.raises(QueryError, match="turtle"):
        query.FORMATS[format](query.run(store.rdf, question))


def test_broken_sparql_says_the_line_and_column(store: Store, tmp_path: Path):
    with pytest.raises(QueryError, match="line 2: broken SPARQL at column 9"):
        query.run(store.rdf, "SELECT * WHERE {\n ?s ?p }")
    (tmp_path / "bad.rq").write_text("SELECT")
    with pytest.raises(QueryError, match=r"bad\.rq, line 1"):
        query.run(store.rdf, f"@{tmp_path / 'bad.rq'}")


def test_a_query_cannot_change_the_store(store: Store):
    with pytest.raises(QueryError):
        query.run(store.rdf, "DELETE WHERE { ?s ?p ?o }")


def test_a_file_that_cannot_be_read_is_an_error(store: Store, tmp_path: Path):
    for file in (tmp_path / "none.rq", tmp_path):
        with pytest.raises(QueryError, match="cannot be read"):
            query.run(store.rdf, f"@{file}")
    (tmp_path / "latin.rq").write_bytes(b"\xff")
    with pytest.raises(QueryError, match="not UTF-8"):
        query.run(store.rdf, f"@{tmp_path / 'latin.rq'}")


def test_an_unknown_question_lists_near_ones(store: Store):
    with pytest.raises(UnknownName, match=r"no question called 'who-was-charged'.*who-is-charged"):
        query.run(store.rdf, "who-was-charged")
    with pytest.raises(UnknownName, match="there is "):
        query.run(store.rdf, "../never/status-lost-violation")
