"""Four intertwined cases told by many papers: one event each, the right stages, the contradictions shown."""

from __future__ import annotations

import random
from itertools import combinations
from pathlib import Path

import pytest

from kg.dossier.account import account, find
from kg.dossier.case import cases
from kg.dossier.conflict import conflicts
from kg.dossier.timeline import rows, timeline
from kg.merge import Merged, merge
from kg.merging.decision import read as decisions
from kg.model import Document
from kg.pipeline import Extractor
from kg.read import read
from kg.rebuild import load, quads, rebuild
from kg.store import Store
from kg.update import Update
from kg.validate import never
from kg.vocabulary import BASE

CASE = Path(__file__).parent.parent / "examples" / "case"
WIRE = {"agency-arrest", "courier-arrest", "ledger-arrest", "mercury-arrest"}

# Which reports tell of which event: type, documents.
EVENTS = [
    ("Arrest", WIRE | {"harbour-arrest"}),
    ("Arrest", {"fjord-keller-arrest"}),
    ("Charge", {"harbour-charge", "courier-charge"}),
    ("Charge", {"danube-keller-charge"}),
    ("Release", {"northlight-release"}),
    ("Release", {"fjord-keller-release"}),
    ("Acquittal", {"harbour-acquittal", "courier-acquittal", "ledger-appeal"}),
    ("Conviction", {"danube-keller-conviction", "courier-keller-conviction"}),
    ("Investigation", {"ledger-inquiry", "courier-inquiry"}),
    ("Fine", {"harbour-fine", "ledger-fine", "northlight-fine", "courier-fine-appeal"}),
    ("Fine", {"ledger-parlova-fine", "harbour-parlova-fine"}),
    ("Fine", {"tropic-fine-corrected", "harbour-unblocked"}),
    ("Ban", {"tropic-ban", "harbour-ban"}),
    ("BanLifted", {"harbour-unblocked"}),
    ("Order", {"tropic-order"}),
]

STAGES = [
    ("case/mira-solberg-fr", "2025-03-02", None),
    ("case/mira-solberg-fr", "2025-03-03", "detained"),
    ("case/mira-solberg-fr", "2025-03-31", "charged"),
    ("case/mira-solberg-fr", "2026-01-10", "acquitted"),
    ("case/mira-solberg-fr", None, "onAppeal"),
    ("case/anna-keller--at", "2025-10-01", "charged"),
    ("case/anna-keller--at", None, "convicted"),
    ("case/anna-keller--no", "2025-05-02", "detained"),
    ("case/anna-keller--no", None, "released"),
    ("case/chatterbox-ie", "2025-04-01", "underInquiry"),
    ("case/chatterbox-ie", "2025-06-02", "sanctioned"),
    ("case/chatterbox-ie", None, "onAppeal"),
    ("case/chatterbox-br", None, "sanctioned"),
    ("case/chatterbox-nl", None, "sanctioned"),
]

CONFLICTS = [
    ("amount", "Fine", {"EUR 19000000": {"northlight-fine"}, "EUR 91000000": {"harbour-fine", "ledger-fine"}}),
    ("negated", "Arrest", {"it is not so": {"northlight-not-arrested"}}),
    ("denied", "Charge", {"denied by Mira Solberg": {"harbour-charge"}}),
    ("denied", "Disclosure", {"denied by Chatterbox": {"courier-gossip"}}),
]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(names=CASE / "names")


@pytest.fixture(scope="module")
def store(extractor: Extractor) -> Store:
    made = Store.memory()
    documents = [document for document in read([CASE / "documents"]) if isinstance(document, Document)]
    assert len(documents) >= 25
    update = Update(made, extractor)
    assert sum(1 for _ in update.run(documents)) == update.new + update.changed
    rebuild(made, CASE / "decisions.jsonl")
    return made


@pytest.fixture(scope="module")
def merged(store: Store) -> Merged:
    return load(store, CASE / "decisions.jsonl")


def held(merged: Merged) -> list[tuple[str, set[str]]]:
    real = [event for event in merged.events if (event.polarity, event.modality) == ("affirmed", "actual")]
    return [(event.type, {fact.doc for fact in event.facts}) for event in real]


def pairs(groups: list[tuple[str, set[str]]]) -> set[tuple[str, str, str]]:
    types = {type for type, _ in EVENTS}
    return {(type, *pair) for type, docs in groups if type in types for pair in combinations(sorted(docs), 2)}


def test_events_are_merged_as_a_reader_would(merged: Merged) -> None:
    found, expected = pairs(held(merged)), pairs(EVENTS)
    assert len(found & expected) / len(found) >= 0.97, found - expected
    assert len(found & expected) / len(expected) >= 0.85, expected - found


@pytest.mark.parametrize(("type", "documents"), EVENTS, ids=[f"{t} {min(d)}" for t, d in EVENTS])
def test_each_event_of_the_scenario_is_found(type: str, documents: set[str], merged: Merged) -> None:
    assert any(type == kind and docs & documents for kind, docs in held(merged))


def test_four_copies_of_an_agency_report_are_one_source(merged: Merged) -> None:
    (arrest,) = [e for e in merged.events if e.type == "Arrest" and {f.doc for f in e.facts} >= WIRE]
    assert arrest.publishers == 2


def test_a_corrected_report_takes_the_place_of_the_first(merged: Merged) -> None:
    assert "tropic-fine-corrected" in merged.documents
    assert "tropic-fine" not in merged.documents


def test_the_renamed_service_is_one(merged: Merged) -> None:
    (service,) = find(merged, "Parlova")
    assert service.id == "platform/chatterbox"


def test_two_women_of_one_name_stay_two(merged: Merged) -> None:
    assert [entity.id for entity in find(merged, "Anna Keller")] == ["person/anna-keller--at", "person/anna-keller--no"]


@pytest.mark.parametrize(("case", "day", "stage"), STAGES)
def test_the_stage_of_a_case_on_a_day(case: str, day: str | None, stage: str | None, merged: Merged) -> None:
    known = {each.id: each for each in cases(merged)}
    assert case in known, sorted(known)
    reached = known[case].stage(day)
    assert (reached and reached.stage) == stage


@pytest.mark.parametrize(("kind", "type", "versions"), CONFLICTS)
def test_contradictions_are_listed_with_both_sides(kind: str, type: str, versions: dict, merged: Merged) -> None:
    found = [c for c in conflicts(merged) if (c.kind, c.about.type) == (kind, type)]
    sides = {version.says: {fact.doc for fact in version.facts} for conflict in found for version in conflict.versions}
    assert versions.items() <= sides.items()


def test_status_says_who_is_not_convicted(merged: Merged) -> None:
    solberg = "\n".join(account(merged, *find(merged, "Mira Solberg"), "2025-03-31"))
    assert "Nothing in this store up to 2025-03-31 says that a court convicted Mira Solberg." in solberg
    assert "Acquittal" not in solberg
    assert "Mira Solberg denied: money laundering" in solberg
    assert "The Harbour Post (harbour-charge)" in solberg
    vienna, oslo = find(merged, "Anna Keller")
    assert "A court convicted Anna Keller" in "\n".join(account(merged, vienna))
    assert "Nothing in this store says that a court convicted Anna Keller." in "\n".join(account(merged, oslo))


def test_what_stands_on_somebodys_word_alone_is_not_established(merged: Merged) -> None:
    lines = list(account(merged, *find(merged, "Chatterbox")))
    claims = lines[lines.index("Alleged or claimed") :]
    assert any("according to Northlight" in line for line in claims)


def test_the_timeline_begins_with_the_arrest(merged: Merged) -> None:
    _, events = timeline(merged, "case/mira-solberg-fr")
    days = [row.when for row in rows(events) if row.status == "actual"]
    assert days[0] == "2025-03-03"
    assert len(days) > 3


def test_the_default_graph_keeps_its_promises(store: Store) -> None:
    assert not list(never(store.rdf))


def test_ten_orders_of_the_documents_give_one_default_graph(store: Store) -> None:
    sources, chance = list(store.sources()), random.Random(5)
    made = set()
    for _ in range(10):
        chance.shuffle(sources)
        merged = merge(sources, decisions(CASE / "decisions.jsonl"))
        made.add("\n".join(sorted(map(str, quads(merged, BASE)))))
    assert len(made) == 1


def test_ten_orders_of_reading_give_one_store(store: Store, extractor: Extractor) -> None:
    """The order in which documents are built, too: here with what was extracted before."""
    documents = [document for document in read([CASE / "documents"]) if isinstance(document, Document)]
    chance = random.Random(7)
    told = {document.id: facts for document, facts in extractor.extract(documents)}
    expected = sorted(map(str, store.quads()))

    class Remembered:
        """An extractor that has read everything."""

        rulebook, gazetteer, entities = extractor.rulebook, extractor.gazetteer, staticmethod(extractor.entities)

        @staticmethod
        def extract(some):
            return ((document, told[document.id]) for document in some)

    for _ in range(10):
        chance.shuffle(documents)
        made = Store.memory()
        for _ in Update(made, Remembered()).run(documents):  # type: ignore[arg-type]
            pass
        rebuild(made, CASE / "decisions.jsonl")
        assert sorted(map(str, made.quads())) == expected
