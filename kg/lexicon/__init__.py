"""The words of the field that are no names: which nouns name actors, titles of office, topic words, forms of names."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from kg import datafile
from kg.errors import UnknownName

HERE = Path(__file__).parent
CAP = r"(?:[A-Z](?:[\w.&-]|'(?!s\b))*\w|[A-Z]\.?)"
CAPS = rf"{CAP}(?: (?:(?:of|and|for|&|de|du|do|da|dos|del|von|der) )?{CAP}){{0,5}}"


class Form(datafile.Record):
    """How unseen names of one class look."""

    type: str
    pattern: str


@cache
def heads() -> dict[str, str]:
    """Head noun or noun phrase, singular or plural, lower case, to the class that it names."""
    table: dict[str, str] = {}
    for type_, nouns in datafile.load(HERE / "heads.yaml").items():
        for noun in nouns:
            table.setdefault(noun, type_)
            table.setdefault(plural(noun), type_)
    return table | {"people": "Person", "police": "LawEnforcement"}


@cache
def titles() -> frozenset[str]:
    """Titles of office, lower case."""
    return frozenset(datafile.load(HERE / "titles.yaml"))


@cache
def verbs(behaviour: str) -> frozenset[str]:
    """The lemmas of the verbs that behave so: a section of verbs.yaml."""
    return frozenset(_section("verbs", behaviour))


@cache
def nouns(meaning: str) -> frozenset[str]:
    """The lemmas of the nouns that tell of such a thing: a section of nouns.yaml."""
    return frozenset(_section("nouns", meaning))


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list that rules share, a section of words.yaml, with those of the lists that it names.

    Raises UnknownName where there is no such list.
    """
    lists = _sections("words")
    if name not in lists:
        raise UnknownName(f"no list of words is called '${name}'", right="one of $" + ", $".join(sorted(lists)))
    return frozenset(word for one in lists[name] for word in (words(one[1:]) if one.startswith("$") else (one,)))


@cache
def stand_ins(place: str) -> dict[str, str]:
    """Verbs that the tagger misreads, each with a verb that it knows: "after_to", "plural", or "third_person"."""
    words: dict[str, str] = _section("standins", "present" if place != "after_to" else place)
    return {plural(verb): plural(known) for verb, known in words.items()} if place == "third_person" else words


@cache
def lemmas() -> dict[str, str]:
    """The forms of the verbs that the tagger misreads, each with its lemma."""
    words = [*stand_ins("plural"), *stand_ins("after_to")]
    return {form: verb for verb in words for form in (verb, plural(verb))}


@cache
def topic(strength: str) -> re.Pattern[str]:
    """Finds the "strong" words that make a text one about platforms and the like; those "passing", which make none; or
    those of a "consequence" for what somebody says."""
    return _any_of(_section("topic", strength))


@cache
def weak_topic() -> re.Pattern[str]:
    """Finds the words of which it takes two kinds to make a text one about platforms; each kind is a group."""
    return _whole_words("|".join(f"({_longest_first(kind)})" for kind in _section("topic", "weak")))


@cache
def near() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Finds words that tell the topic only close to each other: pairs of the first and the second words."""
    return tuple((_any_of(first), _any_of(second)) for first, second in _section("topic", "near"))


def _any_of(words: list[str]) -> re.Pattern[str]:
    return _whole_words(_longest_first(words))


def _longest_first(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _whole_words(alternatives: str) -> re.Pattern[str]:
    """Finds them in singular or plural, any case."""
    return re.compile(rf"\b(?:{alternatives})(?:e?s)?\b", re.IGNORECASE)


def _section(file: str, name: str) -> Any:
    """A section of a file of words."""
    return _sections(file)[name]


@cache
def _sections(file: str) -> dict[str, Any]:
    """A file of words, which is read once."""
    sections: dict[str, Any] = datafile.load(HERE / f"{file}.yaml")
    return sections


@cache
def forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Class and pattern of unseen names by form; a form ends where a word does ("Jan *Bill*iet" is no bill)."""
    entries = datafile.records(HERE / "forms.yaml", Form)
    return tuple((f.type, re.compile(rf"\b(?:{_expand(f.pattern)})(?!\w)")) for f in entries)


def _expand(pattern: str) -> str:
    return pattern.replace("$CAPS", CAPS).replace("$CAP", CAP)


def plural(noun: str) -> str:
    """The regular plural of an English noun or noun phrase."""
    if noun.endswith(("man", "woman")):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
