"""A fact survives its JSON line."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError, Where
from kg.factline import from_line, to_line
from kg.model import Cue, Evidence, Fact, Filler

words = st.text(min_size=1, max_size=12)
maybe = st.none() | words
offsets = st.integers(min_value=0, max_value=10**7)
fillers = st.builds(
    Filler,
    label=words,
    type=words,
    start=offsets,
    end=offsets,
    id=maybe,
    value=maybe,
    aliases=st.lists(words, max_size=2).map(tuple),
    wikidata=maybe,
    via=maybe,
)
evidences = st.builds(
    Evidence,
    id=words,
    start=offsets,
    end=offsets,
    quote=words,
    rule=words,
    cues=st.lists(st.builds(Cue, kind=words, value=words, start=offsets, end=offsets), max_size=2).map(tuple),
    spans=st.lists(st.tuples(words, offsets, offsets), max_size=2).map(tuple),
)
facts = st.builds(
    Fact,
    id=words,
    doc=words,
    type=words,
    args=st.dictionaries(words, st.lists(fillers, max_size=2).map(tuple), max_size=3),
    attribution=st.lists(fillers, max_size=2).map(tuple),
    stage=maybe,
    evidence=st.lists(evidences, max_size=2).map(tuple),
)

FINE = Fact(
    "fact/1",
    "news",
    "Fine",
    {
        "target": (Filler("Plaza", "Platform", 28, 33, id="platform/plaza", aliases=("Plaza Inc.",), wikidata="Q1"),),
        "amount": (Filler("3 million euros", "Amount", 34, 49, value="EUR 3000000"),),
    },
    attribution=(Filler("Baltic Courier", "MediaOutlet", 60, 74, id="media/baltic-courier"),),
    evidence=(Evidence("evidence/1", 0, 80, "The regulator fined Plaza.", "fine.active", spans=(("target", 28, 33),)),),
)


@given(facts)
def test_a_fact_read_back_is_the_same_fact(fact: Fact) -> None:
    line = to_line(fact)
    assert "\n" not in line
    assert from_line(line) == fact


def test_the_line_has_the_published_keys_and_leaves_out_what_is_empty() -> None:
    line = json.loads(to_line(FINE))
    assert list(line) == ["id", "doc", "type", "polarity", "modality", "args", "attribution", "evidence"]
    assert line["args"]["target"] == [
        {
            "label": "Plaza",
            "id": "platform/plaza",
            "type": "Platform",
            "aliases": ["Plaza Inc."],
            "wikidata": "Q1",
            "start": 28,
            "end": 33,
        }
    ]
    assert line["args"]["amount"][0]["value"] == "EUR 3000000"
    assert line["evidence"][0]["spans"] == [{"role": "target", "start": 28, "end": 33}]


@pytest.mark.parametrize("line", ["", "[]", "{}", '{"id": 1}', to_line(FINE).replace('"doc"', '"document"')])
def test_what_is_no_fact_is_one_clear_line(line: str) -> None:
    with pytest.raises(KgError, match="not a fact") as caught:
        from_line(line, Where("facts.jsonl", 3))
    assert str(caught.value).startswith("facts.jsonl, line 3: ")
