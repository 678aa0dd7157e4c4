"""How a mention stands in its sentence: as the subject, in a list, as what another is, beside a noun for its kind."""

from __future__ import annotations

from kg.language.token import Token
from kg.model import Mention


def is_subject(token: Token) -> bool:
    """Whether a word is the subject, or its owner; "Tixo's owner, *Veyra*, says it ..." is told of the name behind."""
    owner = token.head if token.dep == "poss" else token
    if token.dep == "poss" and owner is not None and any(_is_house(c) for c in owner.children if c.dep == "appos"):
        return False
    if token.dep == "appos" and owner is not None and owner.head is not None and _is_house(owner):
        owner = owner.head if owner.head.child("poss") is not None else owner
    return owner is not None and owner.dep in {"nsubj", "nsubjpass"}


def _is_house(name: Token) -> bool:
    """Whether a word is the name of something that a text calls "it"."""
    return name.mention is not None and name.mention.kind == "name" and name.mention.type != "Person"


def is_joined(token: Token) -> bool:
    """Whether a word is not the first of a list ("Veyra and *Oppo*", "Veyra and its owner *Oppo*")."""
    while token.dep == "appos" and token.head is not None:
        token = token.head
    return token.dep == "conj"


def is_named_as(token: Token) -> bool:
    """Whether a noun says what another is: "designated it *as a large platform*"."""
    article = token.child("det")
    indefinite = article is not None and article.lower in {"a", "an"}
    return token.head is not None and token.head.lower == "as" and indefinite


def noun_for(token: Token, mention: Mention) -> str | None:
    """The common noun that tells what somebody is: that of his description, or one in his name or beside it."""
    if mention.kind == "nominal":
        return mention.head
    return (_noun_in(mention) or _noun_before(token, mention)) if mention.kind == "name" else None


def _noun_in(name: Mention) -> str | None:
    """The common noun that a name begins with ("hacker *group* Nemesis")."""
    small = [word for word in name.text.split() if word.islower() and word not in {"of", "the", "and", "for", "in"}]
    return small[-1] if small else None


def _noun_before(token: Token, name: Mention) -> str | None:
    """The common noun that tells what a name is ("the betting *firm* Tixo", "Tixo, a taxi *service*")."""
    nouns = [c for c in token.children if c.dep == "compound" and c.tag == "NN" and 0 <= name.start - c.end <= 1]
    nouns += [c for c in token.children if c.dep == "appos" and c.tag == "NN" and c.child("det") is not None]
    return nouns[0].lower if nouns else None
