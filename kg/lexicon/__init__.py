"""The words of the field that are no names: which nouns name actors, titles of office, topic words, forms of names."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from kg import datafile

HERE = Path(__file__).parent
CAP = r"(?:[A-Z](?:[\w.&-]|'(?!s\b))*\w|[A-Z]\.?)"
CAPS = rf"{CAP}(?: (?:(?:of|and|for|&|de|du|von|der) )?{CAP}){{0,5}}"


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
def stand_ins(place: str) -> dict[str, str]:
    """Verbs that the tagger misreads with a verb that it knows: a section of standins.yaml."""
    words: dict[str, str] = datafile.load(HERE / "standins.yaml")[place]
    return words


@cache
def topic(strength: str) -> re.Pattern[str]:
    """Finds the "strong" or "weak" words that make a text one about platforms and the like, or "passing" ones."""
    words = sorted(datafile.load(HERE / "topic.yaml")[strength], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")(?:e?s)?\b", re.IGNORECASE)


@cache
def forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Class and pattern of unseen names by form."""
    entries = datafile.records(HERE / "forms.yaml", Form)
    return tuple((f.type, re.compile(r"\b" + _expand(f.pattern))) for f in entries)


def _expand(pattern: str) -> str:
    return pattern.replace("$CAPS", CAPS).replace("$CAP", CAP)


def plural(noun: str) -> str:
    """The regular plural of an English noun or noun phrase."""
    if noun.endswith(("man", "woman")):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
