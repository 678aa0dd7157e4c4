"""The rules: YAML files of `rules/` and `context/`, checked as a whole when they are loaded.

A rule carries its proof: at least two sentences in which it matches and two in which it does not.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field, field_validator, model_validator

from kg import datafile, vocabulary
from kg.errors import FileProblems, KgError, Where
from kg.language import inflect, paths
from kg.model import EVERY_ROLE

RULES = Path(__file__).parent / "rules"
CONTEXT = Path(__file__).parent / "context"
PARTS_OF_SPEECH = {"VERB": {"VERB", "AUX"}, "NOUN": {"NOUN", "PROPN"}, "ADJ": {"ADJ"}, "ADV": {"ADV"}}
#: Groups of filler types that rules may name.
TYPE_GROUPS = {
    "Authority": ("PublicBody", "InternationalOrganisation", "Country", "Region", "City", "Organisation", "Person"),
    "Body": ("PublicBody", "InternationalOrganisation", "Country", "Region", "City"),
    "Party": (
        "Person",
        "Company",
        "Platform",
        "NGO",
        "MediaOutlet",
        "InternationalOrganisation",
        "Regulator",
        "Ministry",
        "LawEnforcement",
        "Prosecutor",
        "Legislature",
        "Government",
        "Country",
        "Region",
        "City",
    ),
    "Service": ("Platform", "Company", "Product", "Organisation"),
    "Anything": ("Actor", "Product", "Content", "Law", "Place"),
}
#: What fills a relation's title or value: words and numbers, no things.
MEASURES = ("Title", "Number")
Words = str | list[str]


def _known_type(name: str) -> None:
    try:
        vocabulary.canonical(name)
    except KgError as error:
        raise ValueError(str(error)) from error


class Trigger(datafile.Record):
    """The word that a rule starts from; of mentions, as `named` says, only proper names or none.

    Of several words a verb comes first ("take down", "crack down"), a noun last ("class action").
    """

    forms: list[str] = []
    pos: Literal["VERB", "NOUN", "ADJ", "ADV"] = "NOUN"
    mentions: list[str] = []
    named: bool | None = None
    quotation: bool = False
    voice: bool = False

    @model_validator(mode="after")
    def _something(self) -> Trigger:
        if [bool(self.forms), bool(self.mentions), self.quotation, self.voice].count(True) != 1:
            raise ValueError("a trigger lists either forms or mentions, or is a quotation, or the author's voice")
        return self


class Arg(datafile.Record):
    """How a role is filled."""

    path: str
    type: list[str] = Field(min_length=1)
    required: bool = False

    @field_validator("type", mode="before")
    @classmethod
    def _one_or_more(cls, value: Words) -> list[str]:
        return [value] if isinstance(value, str) else value

    @field_validator("type")
    @classmethod
    def _known(cls, value: list[str]) -> list[str]:
        for name in value:
            if name not in {*TYPE_GROUPS, *MEASURES}:
                _known_type(name)
        return value

    @field_validator("path")
    @classmethod
    def _readable(cls, value: str) -> str:
        try:
            paths.parse(value)
        except KgError as error:
            raise ValueError(str(error)) from error
        return value

    @property
    def types(self) -> tuple[str, ...]:
        """The classes that may fill the role, groups spelled out."""
        return tuple(t for name in self.type for t in TYPE_GROUPS.get(name, (name,)))


class Example(datafile.Record):
    """A sentence in which the rule matches, with what it should find."""

    text: str
    args: dict[str, Words] = {}
    polarity: str | None = None
    modality: str | None = None


class Tests(datafile.Record):
    """The rule's proof; `todo_match` are known gaps, which fail when they start to pass."""

    match: list[Example] = Field(min_length=2)
    no_match: list[str] = Field(min_length=2)
    todo_match: list[str] = []


class Rule(datafile.Record):
    """One way in which the language tells one kind of event or standing relation.

    A trigger of `mentions` starts from every phrase of those classes instead of from a word; of `quotation` from the
    main word of a sentence whose speaker was named before; of `voice` from each main verb of what the author says for
    itself. A rule that `adds` only completes an event that was told before: what it finds alone is no event; one that
    counts `alone` is left out beside any other event of its sentence.
    A `negative` one starts from a denied verb: "will *not* renew" is a refusal, which its "not" does not deny.
    """

    id: str = Field(pattern=r"^[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*$")
    event: str
    why: str
    trigger: Trigger
    args: dict[str, Arg]
    needs: list[list[str]] = []
    where: list[str] = []
    unless: list[str] = []
    transitive: bool = False
    adds: bool = False
    alone: bool = False
    negative: bool = False
    tests: Tests

    @field_validator("event")
    @classmethod
    def _an_event(cls, value: str) -> str:
        if value not in vocabulary.event_types() | vocabulary.relations():
            raise ValueError(f"unknown event type or relation {value!r}")
        return value

    @field_validator("args")
    @classmethod
    def _roles(cls, value: dict[str, Arg]) -> dict[str, Arg]:
        for role in value:
            if role not in EVERY_ROLE:
                raise ValueError(f"unknown role {role!r}; roles are {', '.join(EVERY_ROLE)}")
        return value

    @field_validator("where", "unless")
    @classmethod
    def _readable(cls, value: list[str]) -> list[str]:
        for path in value:
            try:
                paths.parse(path)
            except KgError as error:
                raise ValueError(str(error)) from error
        return value

    @model_validator(mode="after")
    def _some_argument(self) -> Rule:
        if not self.needs and not any(arg.required for arg in self.args.values()):
            raise ValueError("no required argument: mark one, or list alternatives in `needs`")
        return self

    @property
    def is_relation(self) -> bool:
        """Whether it tells a standing relation."""
        return self.event in vocabulary.relations()

    @cached_property
    def required(self) -> tuple[tuple[str, ...], ...]:
        """The groups of roles of which each must have a filler."""
        single = ((role,) for role, arg in self.args.items() if arg.required)
        return (*single, *(tuple(group) for group in self.needs))

    @cached_property
    def version(self) -> str:
        """A digest of what the rule does, without its tests and its reason."""
        content = self.model_dump_json(exclude={"tests", "why"})
        return hashlib.sha256(content.encode()).hexdigest()[:8]

    @cached_property
    def forms(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """Each inflected trigger word, with the words that must stand after a verb or before a noun."""
        table: dict[str, set[tuple[str, ...]]] = {f"@{name}": {()} for name in self.trigger.mentions}
        if self.trigger.quotation:
            table["@quotation"] = {()}
        if self.trigger.voice:
            table["@voice"] = {()}
        noun = self.trigger.pos == "NOUN"
        cut = {form.replace("-", " - ") for form in self.trigger.forms if noun}  # as the tokenizer cuts "go-ahead"
        for form in [*self.trigger.forms, *sorted(cut.difference(self.trigger.forms))]:
            words = form.split()
            head, rest = (words[-1], words[:-1]) if noun else (words[0], words[1:])
            for word in inflect.forms(head, self.trigger.pos):
                table.setdefault(word, set()).add(tuple(rest))
        return {word: tuple(sorted(rests, key=lambda r: (-len(r), r))) for word, rests in table.items()}


class ContextExample(datafile.Record):
    """A sentence, and the event type whose status is asked for."""

    text: str
    event: str


class ContextTests(datafile.Record):
    """The proof of a context rule: sentences in which the event has the status, and some in which it does not."""

    match: list[ContextExample] = Field(min_length=2)
    no_match: list[ContextExample] = Field(min_length=2)
    todo_match: list[str] = []


class ContextRule(datafile.Record):
    """How the language marks that something does not, or does not yet, or only on somebody's word hold.

    scope says where the event stands: `governs`, in the complement of the cue (*fail* to ban, a *plan* for a ban);
    `modifies`, the cue hangs on the event's word or on a word that carries it (*may* ban, an *alleged* ban);
    `marks`, the cue introduces the event's clause (*if* it bans); `is`, it is the event's own word (*urged* it to ban).
    `events` are the only event types that it concerns, `spares` those that it does not.
    `value` is a polarity or a modality; `transparent` says that a governing word changes nothing (managed to ban).
    """

    id: str = Field(pattern=r"^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$")
    kind: Literal["polarity", "modality"]
    value: Literal["negated", "actual", "alleged", "threatened", "planned", "demanded", "possible"]
    why: str
    scope: Literal["governs", "modifies", "marks", "is"]
    cues: list[Trigger] = []
    words: list[str] = []
    events: list[str] = []
    spares: list[str] = []
    where: list[str] = []
    unless: list[str] = []
    tests: ContextTests

    @cached_property
    def forms(self) -> frozenset[tuple[str, str]]:
        """The lower-case cue words with their part of speech; words that are listed as they are have none."""
        inflected = ((w, cue.pos) for cue in self.cues for form in cue.forms for w in inflect.forms(form, cue.pos))
        return frozenset([*inflected, *((word, "") for word in self.words)])


@dataclass(frozen=True)
class Rulebook:
    """All rules, indexed by trigger word."""

    rules: tuple[Rule, ...]
    context: tuple[ContextRule, ...]
    index: dict[str, list[tuple[tuple[str, ...], Rule]]] = field(init=False)

    def __post_init__(self) -> None:
        index: dict[str, list[tuple[tuple[str, ...], Rule]]] = {}
        for rule in self.rules:
            for word, rests in rule.forms.items():
                index.setdefault(word, []).extend((rest, rule) for rest in rests)
        object.__setattr__(self, "index", index)

    @cached_property
    def cues(self) -> dict[tuple[str, str, str], list[ContextRule]]:
        """Context rules by scope, cue word and part of speech ("" for words listed as they are)."""
        table: dict[tuple[str, str, str], list[ContextRule]] = {}
        for rule in self.context:
            for word, pos in rule.forms:
                table.setdefault((rule.scope, word, pos), []).append(rule)
        return table

    @property
    def triggers(self) -> frozenset[str]:
        """Every lower-case word that can trigger a rule: what the gate looks for."""
        return frozenset(self.index)

    def rule(self, id_: str) -> Rule | None:
        """The rule of that id."""
        return next((rule for rule in self.rules if rule.id == id_), None)

    @cached_property
    def alone(self) -> frozenset[str]:
        """The rules that count only where their sentence tells no other event."""
        return frozenset(rule.id for rule in self.rules if rule.alone)

    @cached_property
    def negative(self) -> frozenset[str]:
        """The rules that start from a denied verb."""
        return frozenset(rule.id for rule in self.rules if rule.negative)

    @cached_property
    def versions(self) -> dict[str, str]:
        """Digest of each rule."""
        return {rule.id: rule.version for rule in self.rules}


def load(rules: Path = RULES, context: Path = CONTEXT) -> Rulebook:
    """All rules of the two folders; raises FileProblems with every mistake of every file."""
    problems: list[KgError] = []
    files = _load_rules(rules, problems)
    contexts = _load_context(context, problems)
    problems.extend(_doubles(files))
    if problems:
        raise FileProblems(problems)
    return Rulebook(tuple(files.values()), tuple(contexts))


def _load_rules(folder: Path, problems: list[KgError]) -> dict[Path, Rule]:
    files = sorted(folder.rglob("*.yaml"))
    if not files:
        problems.append(KgError("no rules here", Where(folder), "a folder with at least one .yaml file"))
    found = {}
    for path in files:
        try:
            found[path] = datafile.record(path, Rule)
        except FileProblems as error:
            problems.extend(error.problems)
    return found


def _load_context(folder: Path, problems: list[KgError]) -> list[ContextRule]:
    found: list[ContextRule] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            found.extend(datafile.records(path, ContextRule))
        except FileProblems as error:
            problems.extend(error.problems)
    return found


def _doubles(files: Mapping[Path, Rule]) -> Iterable[KgError]:
    seen: set[str] = set()
    for path, rule in files.items():
        if rule.id in seen:
            told = f"two rules have the id {rule.id!r}"
            yield KgError(told, Where(path, line=1), "ids are unique: evidence points to them")
        seen.add(rule.id)
