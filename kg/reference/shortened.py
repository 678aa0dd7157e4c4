"""Officers whom a text calls by capitals that it has told: "the Director General (*DG*) ... *The DG* wrote"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.language.token import Sentence
from kg.mention.calling import introduced
from kg.model import Entity
from kg.reference.register import Register, is_acronym
from kg.reference.unnamed import local
from kg.vocabulary import is_a


def learn_short(document: str, sentences: Sequence[Sentence], register: Register) -> None:
    """Let such capitals mean the officer wherever they stand."""
    for short, officer in told_short(document, sentences):
        register.call(short, officer)


def told_short(document: str, sentences: Sequence[Sentence]) -> Iterator[tuple[str, Entity]]:
    """The capitals that stand for a noun written like a name, with whom they mean in this document."""
    for sentence in sentences:
        for bracket, short in introduced(sentence):
            known = short.mention is not None and short.mention.entity is not None
            holder = sentence.tokens[bracket.i - 1].mention if bracket.i else None
            if holder is None or known or holder.kind != "nominal" or not is_a(holder.type, "Actor"):
                continue
            words = holder.text.split()
            written = all(w[0].isupper() for w in words) and len(words) > 1
            if written and len(short.text) == len(words) and is_acronym(short.text, holder.text):
                yield short.text, local(document, holder, holder.text)
