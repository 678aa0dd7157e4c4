"""The words of the field that are no names: which nouns name actors, titles of office, topic words, forms of names."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from kg import datafile

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
    return frozenset(datafile.load(HERE / "verbs.yaml")[behaviour])


@cache
def nouns(meaning: str) -> frozenset[str]:
    """The lemmas of the nouns that tell of such a thing: a section of nouns.yaml."""
    return frozenset(datafile.load(HERE / "nouns.yaml")[meaning])


@cache
def words(name: str) -> frozenset[str] | None:
    """The words of a list that rules share, a section of words.yaml, with those of the lists that it names; none if
    there is no such list."""
    listed = datafile.load(HERE / "words.yaml").get(name)
    if listed is None:
        return None
    return frozenset(word for one in listed for word in (words(one[1:]) or () if one.startswith("$") else (one,)))


@cache
def word_lists() -> tuple[str, ...]:
    """The names of the lists that rules share."""
    return tuple(sorted(datafile.load(HERE / "words.yaml")))


@cache
def stand_ins(place: str) -> dict[str, str]:
    """Verbs that the tagger misreads, each with a verb that it knows: "after_to", "plural", or "third_person"."""
    words: dict[str, str] = datafile.load(HERE / "standins.yaml")["present" if place != "after_to" else place]
    return {plural(verb): plural(known) for verb, known in words.items()} if place == "third_person" else words


@cache
def lemmas() -> dict[str, str]:
    """The forms of the verbs that the tagger misreads, each with its lemma."""
    words = [*stand_ins("plural"), *stand_ins("after_to")]
    return {form: verb for verb in words for form in (verb, plural(verb))}


@cache
def topic(strength: str) -> re.Pattern[str]:
    """Finds the "strong" or "weak" words that make a text one about platforms and the like; those "passing", which make
    none; or those of a "consequence" for what somebody says."""
    return _any_of(datafile.load(HERE / "topic.yaml")[strength])


@cache
def near() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Finds words that tell the topic only close to each other: pairs of the first and the second words."""
    return tuple((_any_of(first), _any_of(second)) for first, second in datafile.load(HERE / "topic.yaml")["near"])


def _any_of(words: list[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")(?:e?s)?\b", re.IGNORECASE)


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
