"""The path language of rules: how to walk from a trigger to what fills a role.

A path is a list of alternatives separated by `|`; each is steps separated by blanks.

    subj                    one edge of the enhanced dependencies (see `syntax`), or a dependency label
    pp[on|against]          the object of one of these prepositions
    dobj[lawsuit]           a child by that label whose word (any inflection) is one of these
    nsubj[@Law|rule]        the same, where a mention of that class counts too; `@name` is any proper name, and
                            `@capitals` one in capitals throughout ("Madras High Court", not "Paris court"),
                            `@finite` a verb with a tense, `@bill` a law named as a bill (not as an act), `$modal` the
                            words of a list of lexicon/words.yaml
    advcl[!receive|get]     a child by that label whose word is none of these
    <dobj  <prep            the head, if the token hangs on it by that label
    conj*  prep?            repeated, optional
    .                       the token itself
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from kg import lexicon, vocabulary
from kg.errors import KgError
from kg.language.preposition import prepositional
from kg.language.syntax import step
from kg.language.token import Token, is_finite
from kg.model import Mention

STEP = re.compile(r"(?P<up><)?(?P<label>[a-zA-Z_.]+)(?:\[(?P<words>[^\]]+)\])?(?P<repeat>[?*])?$")

#: Among the words of a step: any proper name, of whatever class.
NAME = "@name"
CAPITALS = "@capitals"
FINITE = "@finite"
BILL = "@bill"
SMALL_WORDS = frozenset("of the and for de la du".split())


@dataclass(frozen=True, slots=True)
class Step:
    """One edge of a path."""

    label: str
    up: bool = False
    words: frozenset[str] = frozenset()
    repeat: str = ""
    barred: bool = False  # none of the words, instead of one of them

    def __str__(self) -> str:
        words = "[" + "!" * self.barred + "|".join(sorted(self.words)) + "]" if self.words else ""
        return f"{'<' if self.up else ''}{self.label}{words}{self.repeat}"


Path = tuple[tuple[Step, ...], ...]


@cache
def parse(text: str) -> Path:
    """A path's alternatives as steps; raises KgError with the step that cannot be read."""
    alternatives = re.split(r"\s*\|\s*(?![^\[]*\])", text.strip())
    if not all(alternative.strip() for alternative in alternatives):
        raise KgError(
            f"path {text!r}: an empty alternative", right="a step on each side of |, or . for the token itself"
        )
    return tuple(tuple(_step(part, text) for part in alternative.split()) for alternative in alternatives)


def _step(part: str, path: str) -> Step:
    match = STEP.match(part.replace("+", " "))
    if not match:
        raise KgError(
            f"path {path!r}: cannot read the step {part!r}", right="label, <label, label[word|word], with ? or *"
        )
    told = match["words"] or ""
    barred = told.startswith("!")
    words = frozenset(word for one in told.removeprefix("!").split("|") if one.strip() for word in _listed(one.strip()))
    for word in words:
        if word.startswith("@") and word not in {NAME, CAPITALS, FINITE, BILL}:
            vocabulary.canonical(word[1:])
    return Step(match["label"], bool(match["up"]), words, match["repeat"] or "", barred)


def _listed(word: str) -> frozenset[str]:
    """A word of a step, or the words of the list that it names."""
    if not word.startswith("$") or word == "$":  # the sign of a sum
        return frozenset({word})
    return lexicon.words(word[1:])


def walk(token: Token, steps: tuple[Step, ...]) -> list[Token]:
    """The tokens at the end of a path, in the order found."""
    reached = [token]
    for one in steps:
        reached = _unique(t for start in reached for t in _follow(start, one))
    return reached


def holds(path: str, token: Token) -> bool:
    """Whether a path leads anywhere from a token."""
    return any(walk(token, steps) for steps in parse(path))


def _follow(token: Token, one: Step) -> Iterator[Token]:
    if one.repeat:
        yield token
    frontier = [token]
    for _ in range(8 if one.repeat == "*" else 1):
        frontier = [t for start in frontier for t in edge(start, one)]
        if not frontier:
            return
        yield from frontier


def edge(token: Token, one: Step) -> list[Token]:
    """The tokens one step away."""
    if one.label == ".":
        return [token] if _fits(token, one) else []
    if one.up:
        head = token.head
        return [head] if head is not None and token.dep == one.label and _fits(head, one) else []
    if one.label == "pp":
        return [t for word, t in prepositional(token) if word in one.words]
    return [t for t in step(token, one.label) if _fits(t, one)]


def _fits(token: Token, one: Step) -> bool:
    return not one.words or has_word(token, one.words) != one.barred


def has_word(token: Token, words: frozenset[str]) -> bool:
    """Whether a token is one of the words, in any inflection, or of a class among them; any is, if there are none."""
    return not words or token.lower in words or token.lemma in words or _has_type(token, words)


def _has_type(token: Token, words: frozenset[str]) -> bool:
    if FINITE in words and token.pos in {"VERB", "AUX"} and is_finite(token):
        return True
    mention = token.mention
    named = mention is not None and mention.kind == "name"
    if named and (NAME in words or (CAPITALS in words and _is_capitalised(token))):
        return True
    if named and BILL in words and mention is not None and _is_bill(mention):
        return True
    types = [word[1:] for word in words if word.startswith("@") and word not in {NAME, CAPITALS, FINITE, BILL}]
    return mention is not None and mention.type != "Number" and any(vocabulary.is_a(mention.type, t) for t in types)


def _is_bill(mention: Mention) -> bool:
    """Whether a name is that of a law that is not there yet ("the Data Protection *Bill*, 2019")."""
    return mention.type == "Law" and "Bill" in re.findall(r"\w+", mention.text)


def _is_capitalised(token: Token) -> bool:
    words = token.mention.text.split() if token.mention is not None else []
    return all(word[0].isupper() or word in SMALL_WORDS for word in words)


def _unique(tokens: Iterator[Token]) -> list[Token]:
    seen: set[int] = set()
    found = []
    for token in tokens:
        if token.i not in seen:
            seen.add(token.i)
            found.append(token)
    return found


def trace(token: Token, steps: tuple[Step, ...], say: Callable[[str, list[Token]], None]) -> list[Token]:
    """Walk a path and tell after each step what was reached; stops at the first edge that fails."""
    reached = [token]
    for one in steps:
        reached = _unique(t for start in reached for t in _follow(start, one))
        say(str(one), reached)
        if not reached:
            break
    return reached
