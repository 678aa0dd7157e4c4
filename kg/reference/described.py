"""Whom a noun describes that stands beside a name: "the app *Kwento*", "*Ann Lee*, the owner", "*Veyra* is a firm"."""

from __future__ import annotations

from kg.language.token import Sentence, Token
from kg.model import Entity, Mention
from kg.reference.generic import JUDGES, stands_for
from kg.reference.referent import compatible
from kg.reference.register import Register


def described(mention: Mention, token: Token, sentence: Sentence, register: Register) -> Entity | None:
    """The entity of the name beside a noun, if it can be of the noun's kind."""
    return _apposition(mention, token, register) or _beside(mention, token, sentence, register)


def _apposition(mention: Mention, token: Token, register: Register) -> Entity | None:
    beside = [c for c in token.children if c.dep == "appos"]
    if token.dep == "appos" and token.head is not None:
        beside.append(token.head)
    if token.dep == "attr" and token.head is not None and token.head.lemma == "be" and not token.head.child("neg"):
        beside.extend(c for c in token.head.children if c.dep == "nsubj")
    for other in beside:
        if other.mention is not None and other.mention.kind == "name":
            entity = register.entity(other.mention)
            judge = mention.head in JUDGES and entity.type == "Person"
            if judge or compatible(entity.type, stands_for(mention)):
                return entity
    return None


def _beside(mention: Mention, token: Token, sentence: Sentence, register: Register) -> Entity | None:
    """The name that a noun describes, however parsed: "the app *Kwento*", "*Kwento*, the storytelling app"."""
    first = next((t.i for t in sentence.tokens if t.start >= mention.start), token.i)
    if first and sentence.tokens[first - 1].dep == "det":
        first -= 1
    near = []
    if token.tag == "NN" and token.end == mention.end:
        near = [t for t in sentence.tokens[token.i + 1 : token.i + 4] if t.start_of_mention - mention.end <= 1]
    if mention.definite and first > 1 and sentence.tokens[first - 1].text == ",":
        near.append(sentence.tokens[first - 2])
    for name in (t.mention for t in near if t.mention is not None):
        if name.kind == "name" and compatible(name.type, stands_for(mention)):
            return register.entity(name)
    return None
