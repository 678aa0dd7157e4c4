"""Who is called by how old he is ("*The 39-year-old* was held")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.language.token import Sentence
from kg.model import Entity, Mention
from kg.reference.referent import NOBODY
from kg.reference.register import Register

#: How old somebody is who is called by his age ("the *39*-year-old").
AGE = re.compile(r"\b(\d{1,2})-year-old")


def aged(mention: Mention, sentences: Sequence[Sentence], register: Register) -> tuple[Entity, ...]:
    """ "Ann Lee, *39*, was held. *The 39-year-old* ...": the one person whose age the text has told so."""
    age = AGE.search(mention.text)
    told = {e.id: e for s in sentences for e in _of_age(s, age[1], mention.start, register)} if age else {}
    return tuple(told.values()) if len(told) == 1 else NOBODY


def _of_age(sentence: Sentence, age: str, end: int, register: Register) -> Iterator[Entity]:
    for token in sentence.tokens[:-2]:
        name = token.mention
        if name is None or name.kind != "name" or name.start > end or name.type not in {"Person", "Actor"}:
            continue
        behind = sentence.tokens[token.i + 1 : token.i + 3]
        if [t.text for t in behind] == [",", age] or [t.text for t in behind] == ["(", age]:
            yield register.entity(name)
