"""Whom an order told of again is against: "The injunction *against Lee and Kim* ... It bans *them* from ..."."""

from __future__ import annotations

from collections.abc import Sequence

from kg.language.token import Sentence, Token
from kg.lexicon import nouns
from kg.model import Entity
from kg.reference.referent import NOBODY, Referent

#: What courts and regulators hand out against somebody, and what is brought against him.
ORDERS = nouns("decrees") | {"lawsuit", "suit"}


def struck(pronoun: Token, before: Sentence | None, history: Sequence[Referent]) -> tuple[Entity, ...]:
    """Those of one list whom the sentence before says the order is against that now binds "them"."""
    verb = pronoun.head if pronoun.dep == "dobj" and pronoun.lower == "them" else None
    paper = verb.child("nsubj") if verb is not None else None
    if before is None or paper is None or paper.lemma not in ORDERS:
        return NOBODY
    same = (t for t in before.tokens if t.lemma == paper.lemma and t.dep in {"nsubj", "nsubjpass"})
    against = (c for t in same for c in t.children if c.dep == "prep" and c.lower == "against")
    below = {t.start for c in against for t in c.subtree()}
    told = [r for r in history if r.position in below and r.plural]
    return max(told, key=lambda r: len(r.entities)).entities if told else NOBODY
