"""Rules and context rules as files: what a good one is, and every mistake of a folder at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kg import rulebook
from kg.errors import FileProblems
from kg.rulebook import Rule, Rulebook

GOOD: dict[str, Any] = {
    "id": "fine.test",
    "event": "Fine",
    "why": "A test.",
    "trigger": {"forms": ["fine"], "pos": "VERB"},
    "args": {
        "agent": {"path": "subj", "type": "Authority"},
        "target": {"path": "obj", "type": ["Actor"], "required": True},
    },
    "tests": {
        "match": [{"text": "Ofcom fined Plaza.", "args": {"target": "Plaza"}}, {"text": "Plaza was fined."}],
        "no_match": ["The weather was fine.", "Fine art is dear."],
    },
}
CUE: dict[str, Any] = {
    "id": "polarity.test",
    "kind": "polarity",
    "value": "negated",
    "why": "A test.",
    "scope": "modifies",
    "words": ["not"],
    "cues": [{"forms": ["fail"], "pos": "VERB"}],
    "tests": {
        "match": [{"event": "Fine", "text": "Ofcom did not fine Plaza."}] * 2,
        "no_match": [{"event": "Fine", "text": "Ofcom fined Plaza."}] * 2,
    },
}


def rule(**changes: Any) -> Rule:
    return Rule.model_validate(GOOD | changes)


def folder(path: Path, **files: Any) -> Path:
    """A folder with these files; what is no text is written as YAML."""
    path.mkdir(exist_ok=True)
    for name, content in files.items():
        text = content if isinstance(content, str) else yaml.safe_dump(content, sort_keys=False)
        (path / f"{name}.yaml").write_text(text)
    return path


def problems(rules: Path, context: Path) -> list[str]:
    with pytest.raises(FileProblems) as error:
        rulebook.load(rules, context)
    return str(error.value).replace(f"{rules.parent}/", "").splitlines()


def test_a_folder_of_rules_is_a_rulebook(tmp_path: Path) -> None:
    book = rulebook.load(folder(tmp_path / "rules", fine=GOOD), folder(tmp_path / "context", cues=[CUE]))
    assert ([r.id for r in book.rules], [r.id for r in book.context]) == (["fine.test"], ["polarity.test"])
    assert book.rule("fine.test") is book.rules[0]
    assert book.rule("fine.nothing") is None


def test_rules_may_stand_in_folders_within(tmp_path: Path) -> None:
    folder(tmp_path / "rules")
    folder(tmp_path / "rules" / "fine", a=GOOD)
    assert len(rulebook.load(tmp_path / "rules", folder(tmp_path / "context")).rules) == 1


def test_every_inflection_of_a_trigger_is_indexed() -> None:
    assert Rulebook((rule(),), ()).triggers == {"fine", "fines", "fined", "fining"}


@pytest.mark.parametrize(
    ("pos", "form", "word", "rest"),
    [
        ("VERB", "take down", "took", ("down",)),
        ("NOUN", "class action", "actions", ("class",)),
        ("NOUN", "fine", "fines", ()),
    ],
)
def test_a_trigger_of_several_words_is_indexed_by_its_head(
    pos: str, form: str, word: str, rest: tuple[str, ...]
) -> None:
    assert rule(trigger={"forms": [form], "pos": pos}).forms[word] == (rest,)


def test_a_trigger_of_mentions_is_no_word_that_opens_the_gate() -> None:
    relation = rule(
        id="agency-of.test",
        event="agencyOf",
        trigger={"mentions": ["Regulator"]},
        args={
            "subject": {"path": ".", "type": "Regulator", "required": True},
            "object": {"path": "within", "type": "Place"},
        },
    )
    assert relation.is_relation
    assert not any(word.isalpha() for word in Rulebook((relation,), ()).triggers)


def test_a_group_of_types_is_spelled_out() -> None:
    assert "PublicBody" in rule().args["agent"].types
    assert "Authority" not in rule().args["agent"].types


def test_a_cue_is_looked_up_by_scope_word_and_part_of_speech(tmp_path: Path) -> None:
    cues = rulebook.load(folder(tmp_path / "rules", a=GOOD), folder(tmp_path / "context", a=[CUE])).cues
    assert ("modifies", "not", "") in cues
    assert ("modifies", "failed", "VERB") in cues
    assert ("governs", "not", "") not in cues


def test_a_version_is_of_what_a_rule_does_not_of_its_tests_or_reason() -> None:
    assert rule().version == rule(why="Another reason.").version
    assert rule().version == rule(tests=GOOD["tests"] | {"todo_match": ["EU fine for Plaza"]}).version
    assert rule().version != rule(trigger={"forms": ["penalise"], "pos": "VERB"}).version


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"event": "Party"}, "event: unknown event type or relation 'Party'"),
        ({"id": "Fine Test"}, "id: String should match pattern"),
        ({"trigger": {"forms": ["fine"], "pos": "ADVERB"}}, "trigger.pos: Input should be 'VERB', 'NOUN'"),
        ({"trigger": {"forms": []}}, "trigger: a trigger lists either forms or mentions"),
        ({"trigger": {"forms": ["fine"], "mentions": ["Court"]}}, "trigger: a trigger lists either forms or mentions"),
        ({"args": {"victim": {"path": "obj", "type": "Actor", "required": True}}}, "args: unknown role 'victim'"),
        ({"args": {"target": {"path": "ob[j", "type": "Actor", "required": True}}}, "args.target.path: path 'ob[j'"),
        ({"args": {"target": {"path": "obj", "type": "Acto", "required": True}}}, "args.target.type: "),
        ({"args": {"target": {"path": "obj", "type": [], "required": True}}}, "args.target.type: List should have"),
        ({"args": {"target": {"path": "obj", "type": "Actor"}}}, "no required argument"),
        ({"where": ["dobj["]}, "where: path 'dobj['"),
        ({"unless": ["dobj["]}, "unless: path 'dobj['"),
        (
            {"tests": GOOD["tests"] | {"match": [{"text": "Ofcom fined Plaza."}]}},
            "tests.match: List should have at least 2",
        ),
        ({"tests": GOOD["tests"] | {"no_match": []}}, "tests.no_match: List should have at least 2"),
        ({"colour": "red"}, "colour: Extra inputs are not permitted"),
        ({"why": None}, "why: Input should be a valid string"),
    ],
)
def test_a_mistake_is_told_with_its_file_and_line(tmp_path: Path, changes: dict[str, Any], message: str) -> None:
    rules = folder(tmp_path / "rules", bad=GOOD | changes)
    (told,) = problems(rules, folder(tmp_path / "context"))
    assert told.startswith("rules/bad.yaml, line ")
    assert message in told


def test_every_mistake_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    rules = folder(
        tmp_path / "rules",
        a=GOOD | {"event": "Party", "id": "x"},
        b="id: fine.b\nevent: [Fine\n",
        c=GOOD,
        d=GOOD,
        e="- id: fine.e\n",
        f="",
    )
    context = folder(
        tmp_path / "context", g=[CUE | {"scope": "near"}, CUE, CUE | {"value": "untrue"}], h="words: [not]\n"
    )
    told = problems(rules, context)
    assert [line.split(": ")[:2] for line in told[:-1]] == [
        ["rules/a.yaml, line 1", "id"],
        ["rules/a.yaml, line 2", "event"],
        ["rules/b.yaml, line 3", "not valid YAML"],
        ["rules/e.yaml, line 1", told[3].partition(": ")[2]],
        ["rules/f.yaml", told[4].partition(": ")[2]],
        ["context/g.yaml, line 5", "scope"],
        ["context/g.yaml, line 33", "value"],
        ["context/h.yaml, line 1", "not a list of entries (begin each entry with '- ')"],
    ]
    assert "two rules have the id 'fine.test' (ids are unique: evidence points to them)" in told[-1]


def test_the_line_is_the_one_to_mend(tmp_path: Path) -> None:
    text = yaml.safe_dump(GOOD, sort_keys=False).replace("path: obj", "path: 'ob['")
    rules = folder(tmp_path / "rules", bad=text)
    (told,) = problems(rules, folder(tmp_path / "context"))
    line = text.splitlines().index("    path: 'ob['") + 1
    assert told.startswith(f"rules/bad.yaml, line {line}: ")


def test_a_folder_without_rules_is_a_mistake(tmp_path: Path) -> None:
    (told,) = problems(folder(tmp_path / "rules"), folder(tmp_path / "context"))
    assert told == "rules: no rules here (a folder with at least one .yaml file)"


def test_a_doubled_id_is_told_with_its_file(tmp_path: Path) -> None:
    (told,) = problems(folder(tmp_path / "rules", a=GOOD, b=GOOD), folder(tmp_path / "context"))
    assert told.startswith("rules/b.yaml, line 1: ")


@pytest.mark.xfail(strict=True, reason="what is no rule at all is told in the words of the machine")
@pytest.mark.parametrize("text", ["", "- id: fine.e\n", "fine"])
def test_a_file_that_is_no_rule_is_told_in_plain_words(tmp_path: Path, text: str) -> None:
    (told,) = problems(folder(tmp_path / "rules", a=text), folder(tmp_path / "context"))
    assert "dictionary or instance" not in told


@pytest.mark.xfail(strict=True, reason="a step may have any label")
def test_a_path_of_an_unknown_label_is_a_mistake(tmp_path: Path) -> None:
    bad = GOOD | {"args": {"target": {"path": "subbj", "type": "Actor", "required": True}}}
    problems(folder(tmp_path / "rules", bad=bad), folder(tmp_path / "context"))


@pytest.mark.xfail(strict=True, reason="what a rule needs is not held against what it fills")
def test_a_need_of_an_unfilled_role_is_a_mistake(tmp_path: Path) -> None:
    bad = GOOD | {"needs": [["recipient"]]}
    problems(folder(tmp_path / "rules", bad=bad), folder(tmp_path / "context"))
