"""What goes into a store comes out again, and a folder that cannot be a store is one clear error."""

from __future__ import annotations

import io
import signal
import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, parse
from samples import ADA, APP, CHARGE, DOCUMENT, ENTITIES, FACTS, FOUNDER, OFFICE

from kg import emit, vocabulary
from kg.errors import StoreError, UnknownName
from kg.model import ROLES, Cue, Document, Evidence, Fact, Filler
from kg.store import Store
from kg.vocabulary import BASE

# ---------------------------------------------------------------- facts of any shape

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
places = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6))
dates = st.dates().map(str) | st.sampled_from(
    ["2024", "2024-08", "--08-28", "2024-01/2024-03", "2024-01-05/..", "soon"]
)
amounts = st.sampled_from(["EUR 3000000", "USD 0.50", "P8Y", "950000000", "a lot"])


@st.composite
def known(draw: st.DrawFn, id: int) -> Filler:
    """An entity; one id has one type, label and so on within a document."""
    aliases = tuple(sorted(draw(st.sets(words, max_size=2))))
    type = draw(st.sampled_from(sorted(vocabulary.entity_types())))
    wikidata = draw(st.none() | st.integers(1, 99).map(lambda n: f"Q{n}"))
    return Filler(draw(words), type, 0, 0, id=f"thing/{id}-é x", aliases=aliases, wikidata=wikidata)


@st.composite
def fillers(draw: st.DrawFn, cast: list[Filler]) -> Filler:
    start, end = draw(places)
    via = draw(st.sampled_from([None, "surname", "pronoun"]))
    if draw(st.booleans()):
        return replace(draw(st.sampled_from(cast)), start=start, end=end, via=via)
    type, value = draw(
        st.sampled_from(["Phrase", "Offence", "Document"]).map(lambda kind: (kind, None))
        | dates.map(lambda date: ("Time", date))
        | amounts.map(lambda amount: ("Amount", amount))
    )
    return Filler(draw(words), type, start, end, value=value, via=via)


@st.composite
def evidences(draw: st.DrawFn, id: str) -> Evidence:
    start, end = draw(places)
    cues = draw(st.lists(st.builds(Cue, words, words, st.integers(0, 99), st.integers(0, 99)), max_size=12))
    spans = draw(st.lists(st.tuples(words, st.integers(0, 99), st.integers(0, 99)), max_size=2))
    return Evidence(id, start, end, draw(words), draw(words), tuple(cues), tuple(spans))


@st.composite
def facts(draw: st.DrawFn, number: int, document: str, cast: list[Filler]) -> Fact:
    relation = draw(st.booleans())
    roles = ("subject", "object", "title", "value") if relation else ROLES
    several = st.lists(fillers(cast), min_size=1, max_size=3).map(tuple)
    args = draw(st.dictionaries(st.sampled_from(roles), several, max_size=4))
    proofs = [draw(evidences(f"evidence/{number}-{n}")) for n in range(draw(st.integers(0, 2)))]
    return Fact(
        id=f"fact/{number}",
        doc=document,
        type=draw(st.sampled_from(sorted(vocabulary.relations() if relation else vocabulary.event_types()))),
        args=args,
        polarity=draw(st.sampled_from(["affirmed", "negated"])),
        modality=draw(st.sampled_from(["actual", "alleged", "threatened", "planned", "demanded", "possible"])),
        attribution=tuple(draw(st.lists(fillers(cast), max_size=3))),
        stage=draw(st.none() | st.sampled_from(vocabulary.stages())),
        evidence=tuple(sorted(proofs, key=lambda proof: (proof.start, proof.end, proof.id))),
    )


@st.composite
def documents(draw: st.DrawFn) -> tuple[Document, list[Fact]]:
    optional = st.none() | words
    document = Document(
        draw(words), "", draw(optional), draw(st.none() | dates), draw(optional), draw(optional), draw(optional)
    )
    cast = [draw(known(id)) for id in range(2)]
    return document, [draw(facts(number, document.id, cast)) for number in range(draw(st.integers(0, 3)))]


# ---------------------------------------------------------------- round trips


@settings(max_examples=60, deadline=None)
@given(documents())
def test_facts_and_document_come_back_as_they_were(made: tuple[Document, list[Fact]]):
    document, stated = made
    store = Store.memory()
    store.replace_document(document.id, emit.quads(document, stated, ()), emit.view(stated, ()))
    assert store.documents() == [document]
    assert sorted(store.facts(document.id), key=lambda fact: fact.id) == stated


@settings(max_examples=30, deadline=None)
@given(documents(), documents())
def test_removing_a_document_leaves_what_the_others_say(one, other):
    first, second = replace(one[0], id="first"), replace(other[0], id="second")
    renamed = [replace(fact, doc="second", id=f"fact/other-{n}", evidence=()) for n, fact in enumerate(other[1])]
    alone, both = Store.memory(), Store.memory()
    for store in (alone, both):
        store.replace_document("second", emit.quads(second, renamed, ()), emit.view(renamed, ()))
    before = {quad for quad in both.quads() if "thing/" not in str(quad.subject)}
    both.replace_document("first", emit.quads(first, one[1], ()), emit.view(one[1], ()))
    both.remove_document("first")
    assert {quad for quad in both.quads() if "thing/" not in str(quad.subject)} == before
    assert both.documents() == alone.documents()


def filled(store: Store, id: str = "sample", stated: tuple[Fact, ...] = FACTS) -> Store:
    document = replace(DOCUMENT, id=id)
    named = [replace(fact, doc=id, id=f"{fact.id}-{id}") for fact in stated]
    store.replace_document(id, emit.quads(document, named, ENTITIES), emit.view(named, ENTITIES))
    return store


def test_a_document_put_in_twice_is_there_once():
    store = filled(Store.memory())
    once = set(store.quads())
    assert set(filled(store).quads()) == once


def test_a_changed_document_leaves_nothing_of_its_old_self():
    assert set(filled(filled(Store.memory()), stated=(CHARGE,)).quads()) == set(
        filled(Store.memory(), stated=(CHARGE,)).quads()
    )


def test_a_removed_document_leaves_nothing():
    store = filled(Store.memory())
    store.remove_document("sample")
    assert list(store.quads()) == []


def test_a_relation_that_two_documents_state_outlives_one_of_them():
    store = filled(filled(Store.memory(), "one", (OFFICE,)), "two", (OFFICE,))
    plain = (
        NamedNode(BASE + ADA.id),
        NamedNode(vocabulary.iri("holdsOffice")),
        NamedNode(BASE + APP.id),
        DefaultGraph(),
    )
    store.remove_document("one")
    assert list(store.rdf.quads_for_pattern(*plain))
    store.remove_document("two")
    assert not list(store.rdf.quads_for_pattern(*plain))


def test_a_claim_of_another_document_does_not_keep_a_relation_plain():
    store = filled(filled(Store.memory(), "one", (replace(FOUNDER, attribution=()),)), "two", (FOUNDER,))
    store.remove_document("one")
    assert not list(store.rdf.quads_for_pattern(None, NamedNode(vocabulary.iri("founderOf")), None))


def test_an_entity_has_one_label_after_it_was_renamed():
    store = filled(Store.memory(), "one", (OFFICE,))
    renamed = replace(OFFICE, args={**OFFICE.args, "subject": (replace(ADA, label="Ada X. Example"),)})
    filled(store, "two", (renamed,))
    labels = store.rdf.quads_for_pattern(
        NamedNode(BASE + ADA.id), NamedNode(vocabulary.SKOS + "prefLabel"), None, DefaultGraph()
    )
    assert [quad.object.value for quad in labels] == ["Ada X. Example"]


def test_the_checksum_tells_whether_a_text_has_changed():
    store = filled(Store.memory())
    assert len(store.checksum("sample") or "") == 64
    assert store.checksum("other") is None


def test_facts_of_all_documents_come_in_the_order_of_the_documents():
    store = filled(filled(Store.memory(), "b", (CHARGE,)), "a", (OFFICE, CHARGE))
    assert [(fact.doc, fact.type) for fact in store.facts()] == [("a", "Charge"), ("a", "holdsOffice"), ("b", "Charge")]


@pytest.mark.parametrize(("name", "format"), [("nquads", RdfFormat.N_QUADS), ("trig", RdfFormat.TRIG)])
def test_a_dump_has_every_quad(name: str, format: RdfFormat):
    store, stream = filled(Store.memory()), io.BytesIO()
    store.dump(stream, name)
    assert set(parse(stream.getvalue(), format=format)) == set(store.quads())


def test_an_unknown_dump_format_is_an_error():
    with pytest.raises(UnknownName, match="there is nquads, trig"):
        Store.memory().dump(io.BytesIO(), "xml")


# ---------------------------------------------------------------- folders and locks


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "store") as store:
        filled(store)
    return tmp_path / "store"


def test_a_new_or_an_empty_folder_becomes_a_store(tmp_path: Path):
    for path in (tmp_path / "deep" / "new", tmp_path / "empty"):
        path.parent.mkdir(exist_ok=True)
        with Store.open(path) as store:
            filled(store)
        with Store.open(path, read_only=True) as store:
            assert len(list(store.facts())) == len(FACTS)


def test_a_missing_folder_cannot_be_read(tmp_path: Path):
    with pytest.raises(StoreError, match="no such folder"):
        Store.open(tmp_path / "none", read_only=True)
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("read_only", [True, False])
def test_a_folder_with_other_files_is_no_store_and_stays_as_it_is(tmp_path: Path, read_only: bool):
    (tmp_path / "letter.txt").write_text("Dear Ada")
    with pytest.raises(StoreError, match="this folder is no store"):
        Store.open(tmp_path, read_only)
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_is_no_store(tmp_path: Path):
    (tmp_path / "letter.txt").write_text("Dear Ada")
    with pytest.raises(StoreError, match="this is a file"):
        Store.open(tmp_path / "letter.txt")


def test_a_damaged_store_is_one_error(folder: Path):
    next(folder.glob("MANIFEST-*")).unlink()
    with pytest.raises(StoreError):
        Store.open(folder)


@pytest.mark.parametrize(
    ("first", "second", "allowed"),
    [("write", "write", False), ("write", "read", False), ("read", "write", False), ("read", "read", True)],
)
def test_one_writes_or_many_read(folder: Path, first: str, second: str, allowed: bool):
    """In this process, and in another."""
    with Store.open(folder, read_only=first == "read"):
        for attempt in (here, elsewhere):
            assert attempt(folder, second == "read") == allowed


def test_a_reader_that_closes_leaves_the_other_its_lock(folder: Path):
    with Store.open(folder, read_only=True):
        Store.open(folder, read_only=True).close()
        assert not elsewhere(folder, read_only=False)
    assert elsewhere(folder, read_only=False)


def here(folder: Path, read_only: bool) -> bool:
    try:
        Store.open(folder, read_only).close()
    except StoreError:
        return False
    return True


def elsewhere(folder: Path, read_only: bool) -> bool:
    code = f"from kg.store import Store; Store.open({str(folder)!r}, {read_only}).close()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0 or "the store is in use" in done.stderr
    return done.returncode == 0


def test_a_backup_is_a_store_of_its_own(folder: Path, tmp_path: Path):
    with Store.open(folder) as store:
        store.backup(tmp_path / "copy")
        with Store.open(tmp_path / "copy", read_only=True) as copy:
            assert set(copy.quads()) == set(store.quads())
        with pytest.raises(StoreError, match="exists already"):
            store.backup(tmp_path / "copy")


def test_load_fills_a_store_at_once(tmp_path: Path):
    with Store.open(tmp_path / "store") as store:
        store.load(filled(Store.memory()).quads())
        assert len(list(store.facts())) == len(FACTS)


def test_a_killed_writer_leaves_whole_documents(tmp_path: Path):
    code = f"""
        import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})
        from kg.store import Store
        from test_store import filled
        store, number = Store.open({str(tmp_path / "store")!r}), 0
        while True:
            filled(store, f"doc-{{number % 50}}")
            number += 1
            print(number, flush=True)
        """
    with subprocess.Popen([sys.executable, "-c", textwrap.dedent(code)], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        for line in writer.stdout:
            if line.strip() == "60":
                writer.send_signal(signal.SIGKILL)
                break
    with Store.open(tmp_path / "store") as store:
        assert len(store.documents()) == 50
        for document in store.documents():
            assert len(list(store.facts(document.id))) == len(FACTS)
