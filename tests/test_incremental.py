"""Building again: the unchanged is passed over, the changed replaced, the forgotten gone; a crash halves nothing."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reports import fact, who

from kg.errors import StoreError
from kg.gazetteer import Entry, Gazetteer
from kg.merging import canonical
from kg.merging.difference import difference
from kg.merging.stamp import Stamper
from kg.model import Document, Entity, Fact
from kg.rebuild import rebuild
from kg.rulebook import Rule, Rulebook
from kg.store import Store
from kg.update import Update

PLAZA, OFCOM = who("platform/plaza"), who("body/ofcom")


def rule(word: str, path: str = "dobj") -> Rule:
    return Rule.model_validate(
        {
            "id": f"rule.{word}",
            "event": "Fine",
            "why": "A test.",
            "trigger": {"forms": [word], "pos": "VERB"},
            "args": {"target": {"path": path, "type": "Platform", "required": True}},
            "tests": {"match": [{"text": "a"}, {"text": "b"}], "no_match": ["c", "d"]},
        }
    )


class Counting:
    """An extractor that finds a fine in each line with the word, and counts what it reads."""

    def __init__(self, rules: Iterable[Rule] = (rule("fine"),), names: Iterable[Entry] = ()) -> None:
        self.rulebook, self.gazetteer = Rulebook(tuple(rules), ()), Gazetteer(names)
        self.read: list[str] = []

    def extract(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[Fact]]]:
        for document in documents:
            self.read.append(document.id)
            lines = enumerate(document.text.splitlines())
            yield (
                document,
                [fact(document.id, "Fine", n, target=PLAZA, agent=OFCOM) for n, line in lines if "fine" in line],
            )

    def entities(self, facts: Iterable[Fact]) -> list[Entity]:
        return [Entity("platform/plaza", "Platform", "Plaza"), Entity("body/ofcom", "Regulator", "Ofcom")]


def build(store: Store, *documents: Document, extractor: Counting | None = None) -> Update:
    update = Update(store, extractor or Counting())  # type: ignore[arg-type]
    for _ in update.run(documents):
        pass
    rebuild(store)
    return update


def doc(id: str, text: str = "A fine for Plaza.", **more: str) -> Document:
    return Document(id, text, **more)


def dump(store: Store) -> list[str]:
    return sorted(map(str, store.quads()))


# ---------------------------------------------------------------- what a document is known by


def test_what_is_unchanged_is_not_read_again():
    store, again = Store.memory(), Counting()
    build(store, doc("a"), doc("b", "Two fines of one firm."))
    before = dump(store)
    update = build(store, doc("a"), doc("b", "Two fines of one firm."), extractor=again)
    assert (update.new, update.changed, update.unchanged, again.read) == (0, 0, 2, [])
    assert dump(store) == before


@pytest.mark.parametrize("change", [{"text": "No fine, they say."}, {"date": "2025-01-01"}, {"title": "New"}])
def test_what_changed_is_replaced(change: dict[str, str]):
    store, fresh = Store.memory(), Store.memory()
    build(store, doc("a"))
    assert build(store, replace(doc("a"), **change)).changed == 1
    build(fresh, replace(doc("a"), **change))
    assert dump(store) == dump(fresh)


ADDRESSES = [
    "https://news.example/a/",
    "http://www.News.example/a",
    "https://news.example/a?utm_source=x&fbclid=1",
    "https://news.example:443/a#top",
]


@pytest.mark.parametrize("url", ADDRESSES)
def test_one_address_has_many_spellings(url: str):
    assert canonical.address(url) == "news.example/a"


@pytest.mark.parametrize("url", [None, "", "a/b", "ftp://news.example/a", "mailto:a@b.example"])
def test_what_is_no_web_address_names_no_document(url: str | None):
    assert canonical.address(url) is None


def test_a_query_that_names_the_page_is_kept():
    assert canonical.address("https://n.example/?id=2&a=1") != canonical.address("https://n.example/?id=3&a=1")


def test_a_document_keeps_its_address_through_a_new_id():
    store = Store.memory()
    build(store, doc("a", url=ADDRESSES[0], date="2025-01-01"))
    build(store, doc("b", "A fine, corrected.", url=ADDRESSES[2], date="2025-01-02"))
    assert [document.id for document in store.documents()] == ["b"]


def test_an_older_version_does_not_come_back():
    store = Store.memory()
    build(store, doc("b", "A fine, corrected.", url=ADDRESSES[2], date="2025-01-02"))
    assert build(store, doc("a", url=ADDRESSES[0], date="2025-01-01")).unchanged == 1
    assert [document.id for document in store.documents()] == ["b"]


def test_without_an_address_the_text_tells():
    store = Store.memory()
    build(store, doc("copy"), doc("a"))
    assert [document.id for document in store.documents()] == ["a"]


def test_two_publishers_of_one_text_are_two_documents():
    store = Store.memory()
    build(store, doc("a", publisher="One"), doc("b", publisher="Two"))
    assert [document.id for document in store.documents()] == ["a", "b"]


def test_an_id_of_another_address_is_refused():
    store = Store.memory()
    build(store, doc("index", url="https://one.example/"))
    update = build(store, doc("index", "Another fine.", url="https://two.example/"))
    assert "the id 'index' is that of one.example" in str(update.refused[0])
    assert [document.url for document in store.documents()] == ["https://one.example/"]


@st.composite
def twins(draw: st.DrawFn) -> list[Document]:
    """Documents of which some are versions of one another: by their address, or by their text."""
    by_address, made = draw(st.booleans()), []
    for id in sorted(draw(st.sets(st.sampled_from("abcd")))):
        date = draw(st.sampled_from(["2025-01-01", "2025-01-02"]))
        which = draw(st.sampled_from("xyz"))
        url, text = (
            (f"https://n.example/{which}", f"A fine for {id}.") if by_address else (None, f"A fine for {which}.")
        )
        made.append(Document(id, text, date=date, url=url))
    return made


@settings(max_examples=25, deadline=None)
@given(twins(), st.randoms())
def test_the_order_of_reading_does_not_show(documents: list[Document], chance: random.Random):
    one, other = Store.memory(), Store.memory()
    build(one, *documents)
    chance.shuffle(documents)
    build(other, *documents)
    assert dump(one) == dump(other)


# ---------------------------------------------------------------- rules and names


def test_a_changed_rule_reads_only_what_has_its_trigger():
    store = Store.memory()
    build(store, doc("a", "A fine."), doc("b", "They ban it."), extractor=Counting([rule("fine"), rule("ban")]))
    changed = Counting([rule("fine"), rule("ban", "nsubj")])
    update = build(store, doc("a", "A fine."), doc("b", "They ban it."), extractor=changed)
    assert changed.read == ["b"]
    assert update.outdated() == []


def test_a_new_name_reads_only_what_has_it():
    store = Store.memory()
    build(store, doc("a", "A fine for Plaza."), doc("b", "A fine for nobody."))
    more = Counting(names=[Entry(id="platform/plaza", type="Platform", label="Plaza")])
    build(store, doc("a", "A fine for Plaza."), doc("b", "A fine for nobody."), extractor=more)
    assert more.read == ["a"]


def test_an_office_holder_is_affected_by_what_links_to_his_organisation():
    firm = Entry(id="platform/plaza", type="Platform", label="Plaza")
    boss = {"id": "person/ada", "type": "Person", "label": "Ada Example"}
    office = {"organisation": "platform/plaza", "title": "CEO"}
    before = Stamper(Rulebook((), ()), Gazetteer([firm, Entry(**boss)]))
    after = Stamper(Rulebook((), ()), Gazetteer([firm, Entry(**boss, offices=[office])]))
    assert before.stamp(doc("a", "The Plaza CEO spoke.")) != after.stamp(doc("a", "The Plaza CEO spoke."))
    assert before.stamp(doc("a", "Nobody spoke.")) == after.stamp(doc("a", "Nobody spoke."))


def test_documents_that_were_not_given_again_are_named():
    store = Store.memory()
    build(store, doc("a", "A fine."), doc("b", "They ban it."))
    assert build(store, doc("a", "A fine."), extractor=Counting([rule("ban")])).outdated() == ["b"]


# ---------------------------------------------------------------- forgetting and comparing


@settings(max_examples=15, deadline=None)
@given(st.sets(st.sampled_from("abcdef"), min_size=1), st.data())
def test_a_forgotten_document_leaves_the_store_without_it(ids: set[str], data: st.DataObject):
    gone = data.draw(st.sampled_from(sorted(ids)))
    store, without = Store.memory(), Store.memory()
    documents = {id: doc(id, f"A fine for {id}.") for id in sorted(ids)}
    build(store, *documents.values())
    store.remove_document(gone)
    rebuild(store)
    build(without, *(document for id, document in documents.items() if id != gone))
    assert dump(store) == dump(without)


def test_a_merge_of_the_merged_changes_nothing():
    store = Store.memory()
    build(store, doc("a"), doc("b", "Another fine."))
    before = dump(store)
    rebuild(store)
    assert dump(store) == before


def test_two_stores_differ_by_what_was_gained_lost_and_changed():
    old = [fact("a", "Fine", 1, target=PLAZA), fact("a", "Fine", 2, target=PLAZA)]
    new = [fact("a", "Fine", 2, target=PLAZA, agent=OFCOM), fact("b", "Fine", 1, target=PLAZA)]
    found = difference(old, new)
    assert [f.doc for f in found.gained] == ["b"]
    assert [f.id for f in found.lost] == [old[0].id]
    assert found.changed == ((old[1], new[0]),)
    assert difference(new, new) == difference([], [])


# ---------------------------------------------------------------- crashes, rivals, a full disk

BUILD = """
    import sys
    from test_incremental import Counting, build, doc
    from kg.store import Store
    documents = [doc(f"d{n}", f"A fine for firm {n}, and a word more.") for n in range(120)]
    with Store.open(sys.argv[1]) as store:
        print("open", flush=True)
        build(store, *documents)
    """


def builder(store: Path) -> subprocess.Popen[str]:
    paths = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]
    script = f"import sys; sys.path[:0] = {paths!r}\n" + textwrap.dedent(BUILD)
    command = [sys.executable, "-c", script, str(store)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(run: subprocess.Popen[str]) -> float:
    start = time.monotonic()
    _, errors = run.communicate(timeout=60)
    assert run.returncode == 0, errors
    return time.monotonic() - start


def contents(store: Path) -> list[str]:
    with Store.open(store, read_only=True) as opened:
        return dump(opened)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], float]:
    path = tmp_path_factory.mktemp("whole") / "store"
    run = builder(path)
    assert run.stdout is not None
    run.stdout.readline()
    seconds = finish(run)
    return contents(path), seconds


def kill_at(moment: float, store: Path) -> None:
    run = builder(store)
    assert run.stdout is not None
    run.stdout.readline()
    time.sleep(moment)
    run.send_signal(signal.SIGKILL)
    run.communicate()


@pytest.mark.parametrize("part", [0.1, 0.4, 0.7, 0.9])
def test_after_a_kill_no_document_is_half_and_a_second_run_ends_the_same(part: float, undisturbed, tmp_path: Path):
    expected, seconds = undisturbed
    store = tmp_path / "store"
    kill_at(part * seconds, store)
    check_whole(store, expected)
    finish(builder(store))
    assert contents(store) == expected


def check_whole(store: Path, expected: list[str]) -> None:
    """Each record that is there is there as a whole."""
    whole: dict[str, set[str]] = {}
    for quad in expected:
        whole.setdefault(quad.rpartition(" ")[2], set()).add(quad)
    found: dict[str, set[str]] = {}
    for quad in contents(store):
        found.setdefault(quad.rpartition(" ")[2], set()).add(quad)
    for graph, quads in found.items():
        if "/doc/" in graph:
            assert quads == whole[graph]


def test_a_second_builder_is_told_and_loses_nothing(tmp_path: Path):
    with Store.open(tmp_path / "store") as store:
        build(store, doc("a"))
        run = builder(tmp_path / "store")
        _, errors = run.communicate(timeout=60)
        assert "the store is in use" in errors
        before = dump(store)
    assert contents(tmp_path / "store") == before


@pytest.mark.parametrize("step", ["document", "merge"])
def test_a_full_disk_is_one_error_and_the_store_stays(step: str):
    store = Store.memory()
    build(store, doc("a"))
    before = dump(store)

    class Full:
        def __getattr__(self, name: str) -> Callable[..., object]:
            return getattr(real, name)

        def update(self, text: str) -> None:
            raise OSError("No space left on device")

    real, store.rdf = store.rdf, Full()  # type: ignore[assignment]
    steps = {"document": lambda: store.replace_document("b", ()), "merge": lambda: store.replace_view(())}
    with pytest.raises(StoreError, match="No space left"):
        steps[step]()
    store.rdf = real
    assert dump(store) == before
