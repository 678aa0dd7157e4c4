"""The path language: steps, repetition, alternatives, words, and going up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError
from kg.language.paths import Step, holds, parse, trace, walk
from kg.language.token import Token


def tree() -> dict[str, Token]:
    """Ofcom fined Plaza, Meta and Signal on Monday."""
    tokens: dict[str, Token] = {}
    for i, (text, lemma, pos, dep) in enumerate(
        [
            ("Ofcom", "ofcom", "PROPN", "nsubj"),
            ("fined", "fine", "VERB", "ROOT"),
            ("Plaza", "plaza", "PROPN", "dobj"),
            ("Meta", "meta", "PROPN", "conj"),
            ("Signal", "signal", "PROPN", "conj"),
            ("on", "on", "ADP", "prep"),
            ("Monday", "monday", "PROPN", "pobj"),
        ]
    ):
        tokens[text] = Token(i, text, lemma, "", pos, dep, 10 * i, 10 * i + len(text))
    for text, head in [
        ("Ofcom", "fined"),
        ("Plaza", "fined"),
        ("Meta", "Plaza"),
        ("Signal", "Meta"),
        ("on", "fined"),
        ("Monday", "on"),
    ]:
        tokens[text].head = tokens[head]
        tokens[head].children.append(tokens[text])
    return tokens


def reached(path: str, start: str = "fined") -> list[list[str]]:
    """What each alternative of a path leads to."""
    return [[t.text for t in walk(tree()[start], steps)] for steps in parse(path)]


def test_a_step_may_name_a_list_of_words_that_rules_share() -> None:
    (step,) = parse("aux[$modal|to]")[0]
    assert {"can", "could", "will", "to"} <= step.words
    assert not any(word.startswith("$") for word in step.words)


def test_a_list_of_words_that_does_not_exist_is_told_with_those_that_do() -> None:
    with pytest.raises(KgError, match=r"no list of words is called '\$moods'.*\$modal"):
        parse("aux[$moods]")


@pytest.mark.parametrize(
    ("start", "path", "ends"),
    [
        ("fined", ".", [["fined"]]),
        ("fined", "dobj", [["Plaza"]]),
        ("fined", "subj", [["Ofcom"]]),
        ("fined", "obj", [["Plaza"]]),
        ("fined", "dobj conj", [["Meta"]]),
        ("fined", "dobj conj*", [["Plaza", "Meta", "Signal"]]),
        ("fined", "dobj conj?", [["Plaza", "Meta"]]),
        ("fined", "dobj[plaza|meta]", [["Plaza"]]),
        ("fined", "dobj[signal]", [[]]),
        ("fined", "pp[on|against]", [["Monday"]]),
        ("fined", "pp[against]", [[]]),
        ("fined", "nsubjpass | dobj", [[], ["Plaza"]]),
        ("Plaza", "<dobj", [["fined"]]),
        ("Plaza", "<dobj[fine]", [["fined"]]),
        ("Plaza", "<dobj[ban]", [[]]),
        ("Plaza", "<nsubj", [[]]),
        ("Signal", "<conj* <dobj nsubj", [["Ofcom"]]),
        ("fined", ".[fine]", [["fined"]]),
        ("fined", ".[ban]", [[]]),
    ],
)
def test_a_path_leads_from_a_word_to_others(start: str, path: str, ends: list[list[str]]) -> None:
    assert reached(path, start) == ends


def test_a_path_holds_where_one_alternative_leads_anywhere() -> None:
    assert holds("nsubjpass | dobj", tree()["fined"])
    assert not holds("nsubjpass | iobj", tree()["fined"])


def test_a_bar_inside_brackets_separates_words_not_alternatives() -> None:
    assert parse("pp[on|against] | dobj") == (
        (Step("pp", words=frozenset({"on", "against"})),),
        (Step("dobj"),),
    )


def test_a_plus_joins_a_preposition_of_two_words() -> None:
    assert parse("pp[pursuant+to]") == ((Step("pp", words=frozenset({"pursuant to"})),),)


@pytest.mark.parametrize("path", ["dobj[", "dobj]", "!", "dobj **", "<<dobj", "dobj[x", "subj -> obj", "1"])
def test_a_step_that_cannot_be_read_is_named(path: str) -> None:
    with pytest.raises(KgError, match="cannot read the step") as error:
        parse(path)
    assert "label[word|word]" in str(error.value)


@pytest.mark.parametrize("path", ["", " ", "dobj |", "| dobj"])
def test_an_empty_alternative_is_an_error(path: str) -> None:
    with pytest.raises(KgError):
        parse(path)


LABELS = st.sampled_from(["subj", "dobj", "pp", "conj", "prep", "nsubjpass", "."])
STEPS = st.builds(
    Step,
    LABELS,
    st.booleans(),
    st.frozensets(st.sampled_from(["on", "against", "fine"]), max_size=2),
    st.sampled_from(["", "?", "*"]),
)


@given(st.lists(STEPS, min_size=1, max_size=5))
def test_a_path_is_written_as_it_is_read(steps: list[Step]) -> None:
    assert parse(" ".join(map(str, steps))) == (tuple(steps),)


@given(st.lists(STEPS, min_size=1, max_size=5), st.sampled_from(sorted(tree())))
def test_a_walk_ends_and_reaches_no_word_twice(steps: list[Step], start: str) -> None:
    ends = walk(tree()[start], tuple(steps))
    assert len({t.i for t in ends}) == len(ends)


def test_a_trace_tells_each_step_and_stops_where_it_fails() -> None:
    told: list[tuple[str, list[str]]] = []
    ((steps),) = parse("dobj nsubj conj")
    trace(tree()["fined"], steps, lambda step, tokens: told.append((step, [t.text for t in tokens])))
    assert told == [("dobj", ["Plaza"]), ("nsubj", [])]
