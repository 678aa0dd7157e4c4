"""What people decide is kept, replayed and can be taken back; what it no longer matches is listed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reports import fact, source

from kg.curate import Curator
from kg.dossier.doubt import doubts
from kg.errors import KgError, UnknownName
from kg.merge import Merged, merge
from kg.merging import decision
from kg.merging.decision import Decision, settle, standing
from kg.merging.imprint import Source
from kg.rebuild import quads
from kg.vocabulary import BASE

FINE = {"agent": "body/ofcom", "target": "platform/plaza"}
SOURCES = [
    source("a", "2025-01-01", fact("a", "Fine", **FINE), fact("a", "Arrest", target="person/ada-example")),
    source("b", "2025-01-02", fact("b", "Fine", **FINE), fact("b", "Arrest", target="person/ada-sample")),
]


def facts(sources: list[Source]) -> list:
    return [fact for source in sources for fact in source.facts]


def curator(path: Path, sources: list[Source] = SOURCES) -> Curator:
    return Curator(path / "d.jsonl", "Ada", merge(sources, decision.read(path / "d.jsonl")), facts(sources))


def after(path: Path, sources: list[Source] = SOURCES) -> Merged:
    return merge(sources, decision.read(path / "d.jsonl"))


def shown(merged: Merged) -> list[str]:
    return sorted(map(str, quads(merged, BASE)))


def of_type(merged: Merged, type: str) -> list:
    return [event for event in merged.events if event.type == type]


def test_a_rejected_event_stays_out_whoever_tells_it_later(tmp_path: Path):
    (fine,) = of_type(merge(SOURCES), "Fine")
    curator(tmp_path).judge("reject", [fine.id], "a hoax")
    later = source("c", "2025-01-03", fact("c", "Fine", **FINE))
    assert of_type(after(tmp_path, [*SOURCES, later]), "Fine") == []


def test_a_rejected_telling_leaves_the_others(tmp_path: Path):
    curator(tmp_path).judge("reject", [SOURCES[0].facts[0].id])
    (fine,) = of_type(after(tmp_path), "Fine")
    assert [fact.doc for fact in fine.facts] == ["b"]


def test_a_rejected_fact_stays_out_when_its_rule_is_written_anew(tmp_path: Path):
    curator(tmp_path).judge("reject", [SOURCES[0].facts[0].id])
    again = replace(SOURCES[0], facts=(fact("a", "Fine", amount="EUR 3", **FINE),))
    assert of_type(after(tmp_path, [again]), "Fine") == []


def test_an_accepted_fact_survives_the_rule_that_found_it(tmp_path: Path):
    curator(tmp_path).judge("accept", [SOURCES[0].facts[0].id])
    merged = after(tmp_path, [replace(SOURCES[0], facts=()), SOURCES[1]])
    assert [fact.doc for fact in of_type(merged, "Fine")[0].facts] == ["a", "b"]
    assert [fact.doc for fact in merged.restored] == ["a"]
    assert any("/decisions>" in quad and "mention" in quad for quad in shown(merged))


def test_an_accepted_fact_is_not_doubled_by_the_rule_that_finds_it_again(tmp_path: Path):
    curator(tmp_path).judge("accept", [SOURCES[0].facts[0].id])
    merged = after(tmp_path, [replace(SOURCES[0], facts=(fact("a", "Fine", amount="EUR 3", **FINE),))])
    assert merged.restored == ()


def test_two_can_be_one_and_one_two(tmp_path: Path):
    curator(tmp_path).tie("same", "Ada Example", "person/ada-sample", "she married")
    (arrest,) = of_type(after(tmp_path), "Arrest")
    assert len(arrest.facts) == 2
    curator(tmp_path).tie("different", "person/ada-example", "person/ada-sample")
    assert len(of_type(after(tmp_path), "Arrest")) == 2


def test_names_types_and_splits(tmp_path: Path):
    curator(tmp_path).relabel("Plaza", "Plaza Market")
    curator(tmp_path).retype("Plaza", "Company")
    curator(tmp_path).retype(SOURCES[0].facts[1].id, "Charge")
    curator(tmp_path).split("body/ofcom", ["b"])
    merged = after(tmp_path)
    plaza = merged.cast.entities["platform/plaza"]
    assert (plaza.label, plaza.type) == ("Plaza Market", "Company")
    assert len(of_type(merged, "Charge")) == 1
    assert len({e.id for e in merged.entities if e.label == "Ofcom"}) == 2


def test_what_was_decided_can_be_undone_and_the_undoing_too(tmp_path: Path):
    made = curator(tmp_path).judge("reject", [SOURCES[0].facts[0].id])
    undone = curator(tmp_path).undo(made.id)
    assert shown(after(tmp_path)) == shown(merge(SOURCES))
    curator(tmp_path).undo(undone.id)
    assert shown(after(tmp_path)) != shown(merge(SOURCES))


def test_what_matches_nothing_any_more_is_listed(tmp_path: Path):
    made = [
        curator(tmp_path).judge("accept", [SOURCES[0].facts[0].id]),
        curator(tmp_path).relabel("Ada Example", "A. E."),
    ]
    assert after(tmp_path).stale == ()
    assert [each.id for each in after(tmp_path, [SOURCES[1]]).stale] == [each.id for each in made]


def test_the_file_only_grows_and_reads_as_it_was_written(tmp_path: Path):
    first = curator(tmp_path).judge("reject", [SOURCES[0].facts[0].id], "no fine, a fee")
    line = (tmp_path / "d.jsonl").read_text()
    second = curator(tmp_path).relabel("Plaza", "Plaza Market")
    assert (tmp_path / "d.jsonl").read_text().startswith(line)
    assert decision.read(tmp_path / "d.jsonl") == [first, second]
    assert json.loads(line)["why"] == "no fine, a fee"
    assert "Plaza (platform/plaza)" in decision.line(second)


@pytest.mark.parametrize("line", ["{", "[]", '{"at": "x"}', '{"at": "x", "by": "y", "do": "sing", "what": []}'])
def test_a_line_that_is_no_decision_is_named(line: str, tmp_path: Path):
    (tmp_path / "d.jsonl").write_text("\n" + line)
    with pytest.raises(KgError, match=r"d\.jsonl, line 2"):
        decision.read(tmp_path / "d.jsonl")


MISTAKES = [
    lambda c: c.judge("accept", ["fact/none"]),
    lambda c: c.undo("none"),
    lambda c: c.retype("Plaza", "Fine"),
    lambda c: c.retype("Plaza", "Plazza"),
    lambda c: c.split("Plaza", ["none"]),
    lambda c: c.relabel("Nobody Known", "X"),
]


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_decision_about_nothing_is_not_written(mistake, tmp_path: Path):
    with pytest.raises(UnknownName):
        mistake(curator(tmp_path))
    assert not (tmp_path / "d.jsonl").exists()


def test_one_is_not_different_from_itself(tmp_path: Path):
    with pytest.raises(KgError, match="both platform/plaza"):
        curator(tmp_path).tie("different", "Plaza", "platform/plaza")


def test_doubts_are_what_rests_on_little_until_somebody_has_judged(tmp_path: Path):
    merged = merge(SOURCES)
    arrests = {event.id for event in of_type(merged, "Arrest")}
    assert {doubt.event.id for doubt in doubts(merged)} == arrests
    curator(tmp_path).judge("accept", [min(arrests)])
    assert {doubt.event.id for doubt in doubts(merged, decision.read(tmp_path / "d.jsonl"))} == arrests - {min(arrests)}


# ---------------------------------------------------------------- properties

KEYS = [(f.id, f) for f in facts(SOURCES)]


@st.composite
def decisions(draw: st.DrawFn) -> list[Decision]:
    """Decisions that do not conflict: each about something else."""
    made = []
    for number, (id, told) in enumerate(draw(st.lists(st.sampled_from(KEYS), unique_by=lambda key: key[0]))):
        do = draw(st.sampled_from(["accept", "reject"]))
        made.append(Decision(f"2025-01-{draw(st.integers(10, 28))}", f"P{number}", do, (id,), facts=(told,)))
    if draw(st.booleans()):
        made.append(
            Decision(
                "2025-01-05",
                "Q",
                draw(st.sampled_from(["same", "different"])),
                ("person/ada-example", "person/ada-sample"),
            )
        )
    if draw(st.booleans()):
        made.append(Decision("2025-01-06", "Q", "relabel", ("platform/plaza",), to="Plaza Market"))
    return made


@settings(max_examples=50, deadline=None)
@given(decisions(), st.randoms())
def test_replay_is_idempotent_and_knows_no_order(made: list[Decision], chance):
    expected = shown(merge(SOURCES, made))
    assert shown(merge(SOURCES, [*made, *made])) == expected
    shuffled = list(made)
    chance.shuffle(shuffled)
    assert shown(merge(SOURCES, shuffled)) == expected
    later = [replace(each, at=f"2025-02-{n + 1:02}") for n, each in enumerate(shuffled)]
    assert shown(merge(SOURCES, later)) == expected
    assert {each.id for each in standing([*made, *made])} == {each.id for each in made}
    assert settle(made).wishes == settle(shuffled).wishes
