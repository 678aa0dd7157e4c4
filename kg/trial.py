"""Rules put to the test: their own sentences, a sentence of the user's, and why a rule does or does not match."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.annotate import Annotated
from kg.assertion import claim
from kg.errors import UnknownName
from kg.language import paths
from kg.language.token import Sentence, Token
from kg.match import apply, rules_at, triggers
from kg.model import Document, Fact
from kg.resolve import resolve
from kg.role.filler import fill
from kg.rulebook import Arg, ContextRule, Rule

if TYPE_CHECKING:
    from kg.pipeline import Extractor

NOWHERE = "leads nowhere"


@dataclass(frozen=True, slots=True)
class Failure:
    """A sentence of a rule that did not do what it should."""

    rule: str
    text: str
    what: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.what}: {self.text!r}"


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of all rules' own sentences."""

    rules: int
    sentences: int
    gaps: int
    failures: tuple[Failure, ...]


def prove(extractor: Extractor, only: str = "") -> Report:
    """Run the sentences of every rule (of those whose id starts with `only`), all parsed in one go.

    The extractor must have been made with gated=False.
    """
    book = extractor.rulebook
    every: tuple[Rule | ContextRule, ...] = (*book.rules, *book.context)
    rules = [rule for rule in every if rule.id.startswith(only)]
    parsed = _parse(extractor, [text for rule in rules for text in _texts(rule)])
    failures: list[Failure] = []
    for rule in rules:
        if isinstance(rule, Rule):
            failures.extend(_rule_failures(extractor, rule, parsed))
        else:
            failures.extend(_context_failures(extractor, rule, parsed))
    gaps = sum(len(rule.tests.todo_match) for rule in rules)
    return Report(len(rules), len(parsed), gaps, tuple(failures))


def attempt(extractor: Extractor, text: str) -> list[Fact]:
    """The facts of one sentence or short text."""
    (_, facts), *_ = extractor.extract([Document("sentence", text)])
    return facts


def explain(extractor: Extractor, rule_id: str, text: str) -> list[str]:
    """Each step of each path of a rule over a sentence, ticked or crossed, as lines of text.

    Raises UnknownName where there is no such rule.
    """
    rule = extractor.rulebook.rule(rule_id)
    if rule is None:
        known = [r.id for r in extractor.rulebook.rules]
        near = [name for name in known if name.split(".")[0] == rule_id.split(".")[0]] or known
        raise UnknownName(f"no rule called {rule_id!r}", right="there is " + ", ".join(near[:12]))
    annotated = _parse(extractor, [text])[text]
    lines = [f"{rule.id}: {rule.why}"]
    found = False
    for sentence in annotated.sentences:
        for token in sentence.tokens:
            if any(r.id == rule.id for r in rules_at(token, sentence, extractor.rulebook)):
                found = True
                lines.extend(_explain_at(rule, token, sentence))
    if not found:
        lines.append(f"✗ trigger: no {rule.trigger.pos} of {', '.join(rule.trigger.forms or rule.trigger.mentions)}")
        lines.extend(_near_triggers(rule, annotated))
    return lines


def _near_triggers(rule: Rule, annotated: Annotated) -> Iterator[str]:
    for sentence in annotated.sentences:
        for token in sentence.tokens:
            if token.lower in rule.forms and not triggers(rule, token):
                head = repr(token.head.text) if token.head else "the sentence"
                yield f"  {token.text!r} is read as {token.pos} ({token.dep} of {head})"


def _explain_at(rule: Rule, token: Token, sentence: Sentence) -> Iterator[str]:
    yield f"✓ trigger {token.text!r}"
    for path in rule.where:
        yield f"{_tick(paths.holds(path, token))} where {path}"
    for path in rule.unless:
        yield f"{_tick(not paths.holds(path, token))} unless {path}"
    for role, arg in rule.args.items():
        fillers = fill(role, arg, token, sentence, rule)
        said = ", ".join(repr(f.mention.text) for f in fillers) or ("missing, required" if arg.required else "none")
        yield f"{_tick(bool(fillers), arg.required)} {role}: {said}"
        if not fillers:
            yield from _traces(token, arg)
    for group in rule.needs:
        found = any(fill(role, rule.args[role], token, sentence, rule) for role in group if role in rule.args)
        yield f"{_tick(found)} needs one of {', '.join(group)}"


def _traces(token: Token, arg: Arg) -> Iterator[str]:
    """How far each way to a filler leads; those that end at their first step share a line."""
    nowhere: dict[str, None] = {}
    for steps in paths.parse(arg.path):
        lines = _trace(token, steps, arg.types)
        if len(lines) == 1 and lines[0].endswith(NOWHERE):
            nowhere[lines[0].strip(" ✗").removesuffix(f": {NOWHERE}")] = None
        else:
            yield from lines
    if nowhere:
        yield f"    ✗ {', '.join(nowhere)}: {NOWHERE}"


def _trace(token: Token, steps: tuple[paths.Step, ...], allowed: tuple[str, ...]) -> list[str]:
    lines: list[str] = []

    def say(step: str, reached: list[Token]) -> None:
        words = ", ".join(f"{t.text} ({t.mention.type if t.mention else t.pos})" for t in reached)
        lines.append(f"    {_tick(bool(reached))} {step}: {words or NOWHERE}")

    if paths.trace(token, steps, say):
        lines.append(f"    ✗ type: none of them is {' or '.join(allowed)}")
    return lines


def _tick(good: bool, matters: bool = True) -> str:
    return "✓" if good else "✗" if matters else "·"


def _texts(rule: Rule | ContextRule) -> list[str]:
    if isinstance(rule, Rule):
        return [*(e.text for e in rule.tests.match), *rule.tests.no_match, *rule.tests.todo_match]
    return [*(e.text for e in (*rule.tests.match, *rule.tests.no_match)), *rule.tests.todo_match]


def _parse(extractor: Extractor, texts: list[str]) -> dict[str, Annotated]:
    unique = list(dict.fromkeys(texts))
    documents = [Document(f"t{i}", text, date="2024-06-12") for i, text in enumerate(unique)]
    return {a.document.text: a for a in extractor.annotator.annotate(documents)}


def _facts_of(extractor: Extractor, rule: Rule, annotated: Annotated) -> list[Fact]:
    """What this rule alone finds."""
    claims = [
        claim(found, sentence, extractor.rulebook)
        for sentence in annotated.sentences
        for token in sentence.tokens
        if any(r is rule for r in rules_at(token, sentence, extractor.rulebook))
        and (found := apply(rule, token, sentence)) is not None
    ]
    return resolve(annotated.document, annotated.sentences, claims, extractor.gazetteer, alone=True)


def _rule_failures(extractor: Extractor, rule: Rule, parsed: dict[str, Annotated]) -> Iterator[Failure]:
    for example in rule.tests.match:
        facts = _facts_of(extractor, rule, parsed[example.text])
        if not facts:
            yield Failure(rule.id, example.text, "should match and does not")
            continue
        wrong: list[list[str]] = [
            _differences(example.args, example.polarity, example.modality, fact) for fact in facts
        ]
        if all(wrong):
            fewest: list[str] = min(wrong, key=len)
            yield Failure(rule.id, example.text, "; ".join(fewest))
    for text in rule.tests.no_match:
        if facts := _facts_of(extractor, rule, parsed[text]):
            yield Failure(rule.id, text, f"should not match and does: {_said(facts[0])}")
    for text in rule.tests.todo_match:
        if _facts_of(extractor, rule, parsed[text]):
            yield Failure(rule.id, text, "a known gap that now matches: move it to `match`")


def _differences(
    expected: dict[str, str | list[str]], polarity: str | None, modality: str | None, fact: Fact
) -> list[str]:
    wrong = []
    for role, values in expected.items():
        for value in [values] if isinstance(values, str) else values:
            names = [n for f in fact.args.get(role, ()) for n in (f.label, f.value or "", *f.aliases)]
            if not any(_same(value, name) for name in names):
                got = ", ".join(f.value or f.label for f in fact.args.get(role, ())) or "nothing"
                wrong.append(f"{role} should be {value!r}, is {got}")
    if polarity and fact.polarity != polarity:
        wrong.append(f"polarity should be {polarity}, is {fact.polarity}")
    if modality and fact.modality != modality:
        wrong.append(f"modality should be {modality}, is {fact.modality}")
    return wrong


def _same(expected: str, found: str) -> bool:
    a, b = (" ".join(text.casefold().replace("’", "'").split()) for text in (expected, found))
    return a.removeprefix("the ") == b.removeprefix("the ")


def _said(fact: Fact) -> str:
    return f"{fact.type} " + ", ".join(
        f"{role}={f.value or f.label}" for role, fillers in fact.args.items() for f in fillers
    )


def _context_failures(extractor: Extractor, rule: ContextRule, parsed: dict[str, Annotated]) -> Iterator[Failure]:
    for example in rule.tests.match:
        facts = [f for f in extractor.facts(parsed[example.text]) if f.type == example.event]
        if not facts:
            yield Failure(rule.id, example.text, f"no {example.event} found")
        elif all(_status(fact, rule) != rule.value for fact in facts):
            yield Failure(rule.id, example.text, f"should be {rule.value}, is {_status(facts[0], rule)}")
    for example in rule.tests.no_match:
        facts = [f for f in extractor.facts(parsed[example.text]) if f.type == example.event]
        if facts and all(_status(fact, rule) == rule.value for fact in facts) and rule.value != "actual":
            yield Failure(rule.id, example.text, f"should not be {rule.value}")


def _status(fact: Fact, rule: ContextRule) -> str:
    return fact.polarity if rule.kind == "polarity" else fact.modality
