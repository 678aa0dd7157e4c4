"""Somebody of whom a text tells without a name: an entity of that document alone, called by what tells him apart."""

from __future__ import annotations

from collections.abc import Callable

from kg.language.phrase import surface
from kg.language.syntax import step
from kg.language.token import Sentence, Token
from kg.model import Entity, Mention
from kg.reference.register import slug
from kg.vocabulary import is_a

#: Participles that say which people or firms are meant, rather than what befell them.
DEFINING = {
    "affiliate", "associate", "ally", "back", "campaign", "connect", "control", "defend", "employ", "fund",
    "link", "lobby", "operate", "oppose", "own", "promote", "protect", "protest", "represent", "run", "sponsor",
    "study", "support", "tie", "work",
}  # fmt: skip
#: Behind these a name says where somebody belongs.
BELONGING = {"at", "from", "within"}
#: Longer phrases do not call somebody, they tell of him.
LONGEST = 9


def unnamed(
    document: str, mention: Mention, token: Token, sentence: Sentence, meant: Callable[[Mention], tuple[Entity, ...]]
) -> Entity:
    """Somebody unnamed but definite; `meant` says whom the mention of his owner means ("*her* lawyer")."""
    owner = _owner(mention, token, meant) if mention.type == "Person" or _is_persons(mention, token) else ""
    another = "another " if any(c.lower == "another" for c in token.children) else ""
    people = " people" if mention.text.replace(",", "").isdigit() else ""  # "*121* were detained"
    return local(document, mention, f"{owner}{another}{mention.text}{people}{_defined(mention, token, sentence)}")


def local(document: str, mention: Mention, label: str) -> Entity:
    """The entity of a document alone that goes by a label; the mention's own words are another name of it."""
    aliases = (mention.text,) if label != mention.text else ()
    return Entity(f"doc/{document}#{slug(label)}", mention.type, label, aliases)


def _is_persons(mention: Mention, token: Token) -> bool:
    """ "*Ann Lee's* government": of whom the text says whose it is by a person's name."""
    owner = token.child("poss")
    whose = owner.mention if owner is not None else None
    return mention.type == "Government" and whose is not None and whose.kind == "name" and whose.type == "Person"


def _owner(mention: Mention, token: Token, meant: Callable[[Mention], tuple[Entity, ...]]) -> str:
    """ "*Ann Lee's* lawyer", "*the firm's* users", whether told by the name or by a pronoun."""
    for owner in step(token, "poss"):
        if owner.mention is None or mention.start <= owner.start < mention.end or owner.i > token.i:
            continue
        found = meant(owner.mention)
        if len(found) == 1 and not found[0].id.endswith("#we"):
            return f"{found[0].label}'s "
    return ""


def _defined(mention: Mention, token: Token, sentence: Sentence) -> str:
    """What stands right behind a noun and says who is meant ("lawyers *representing Lee*", "a nurse *at Veyra*")."""
    for child in token.children if mention.type not in {"Document", "Law", "Content"} else ():
        below = child.subtree()
        last = below[-1].i
        words = sentence.tokens[below[0].i : last + 1]
        beside = words and words[0].start - mention.end in {0, 1} and len(words) <= LONGEST
        if beside and (_says_who(child) or _says_where(child)) and not any(t.text in {",", '"', ";"} for t in words):
            return " " + surface(words, sentence)
    return ""


def _says_who(clause: Token) -> bool:
    return clause.dep == "acl" and clause.tag in {"VBG", "VBN"} and clause.lemma in DEFINING


def _says_where(preposition: Token) -> bool:
    place = preposition.child("pobj")
    named = place is not None and any(t.mention is not None and t.mention.kind == "name" for t in place.subtree())
    body = place is not None and place.mention is not None and is_a(place.mention.type, "Organisation")
    inside = preposition.lower in BELONGING or (preposition.lower == "in" and body)  # "officials *in the ministry of*"
    return preposition.dep == "prep" and inside and named
