"""Whom somebody speaks for, so that "we" is somebody: "*We* will appeal," a Veyra spokesman said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kg.gazetteer import Gazetteer
from kg.language.preposition import prepositional
from kg.language.token import Sentence, Token, is_name
from kg.model import Entity, Mention
from kg.reference.client import COUNSEL
from kg.vocabulary import is_a

#: Who says "we" of the firm or body that the noun stands beside.
SPEAKING_FOR = COUNSEL | {
    "spokesman", "spokeswoman", "spokesperson", "ceo", "executive", "president", "chairman", "chairwoman", "chair",
    "chief", "director", "head", "founder", "co-founder", "secretary", "manager", "officer", "representative", "boss",
}  # fmt: skip
FOR = {"for", "of", "at", "with"}
Meant = Callable[[Mention], tuple[Entity, ...]]


class Houses:
    """Whom each person of a document speaks for."""

    def __init__(self, sentences: Iterable[Sentence], meant: Meant, gazetteer: Gazetteer) -> None:
        self._meant, self._gazetteer = meant, gazetteer
        self._of: dict[str, list[Mention]] = {}
        for token in (t for s in sentences for t in s.tokens if t.mention is not None):
            houses = [m for noun in _nouns(token) for m in houses_of(noun)]
            for person in meant(token.mention) if houses and token.mention is not None else ():
                if person.type == "Person":
                    self._of.setdefault(person.id, houses)

    def of(self, speaker: Mention) -> Mention:
        """The house of a speaker, or else himself."""
        houses = [self._of[e.id] for e in self._meant(speaker) if e.id in self._of]
        return houses[0][0] if len(houses) == 1 else speaker

    def speaks_for(self, person: str, house: str) -> bool:
        """Whether a person, by identifier, is an official of a body or of a part of it."""
        return any(house in self._whole(e.id) for m in self._of.get(person, ()) for e in self._meant(m))

    def _whole(self, part: str) -> set[str | None]:
        entry = self._gazetteer.entries.get(part)
        return {part, entry.parent if entry is not None else None}


def _nouns(token: Token) -> Iterator[Token]:
    """The nouns that say who somebody is: his own, one beside his name, one that his name stands beside."""
    beside = [c for c in token.children if c.dep in {"appos", "compound", "nmod"}]
    above = [token.head] if token.dep == "appos" and token.head is not None else []
    return (t for t in (token, *beside, *above) if t.lemma in SPEAKING_FOR or t.lower in SPEAKING_FOR)


def houses_of(noun: Token) -> Iterator[Mention]:
    """The firms and bodies that stand with a noun for who speaks: "*Veyra*'s lawyer", "a spokesman for *Veyra*"."""
    before = (c for c in noun.children if c.dep in {"compound", "nmod", "poss"})
    behind = (t for word, t in prepositional(noun) if word in FOR)
    above = noun.head.children if noun.dep == "compound" and noun.head is not None else []
    beside = (c for c in above if c.dep in {"compound", "nmod"})
    for token in (*before, *behind, *beside):
        mention = token.mention
        if mention is not None and is_name(token) and any(is_a(mention.type, t) for t in ("Organisation", "Platform")):
            yield mention
