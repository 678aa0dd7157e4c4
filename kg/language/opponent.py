"""With whom a party is in dispute: the edge `opponent` of what a court does for it or against it.

"Ruled for Veyra on two issues *arising out of its long dispute with Tixo*": the noun may stand deep in the phrase.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.token import Token
from kg.lexicon import nouns

#: What two parties have with each other, in court or out of it.
DISPUTES = nouns("disputes") | {"case", "claim", "complaint", "lawsuit", "suit", "trial"}
PRONOUNS = {"it", "them", "him", "her"}


def opponents(word: Token) -> list[Token]:
    """Whom a dispute in the phrase of a word is with; who brought it, where it is against a mere "it"."""
    own = (noun for noun in word.subtree() if noun.lemma in DISPUTES and _is_own(noun, word))
    return [party for noun in own for party in _against(noun)]


def _is_own(noun: Token, word: Token) -> bool:
    """Whether no clause with a subject of its own stands between ("ruled that *Veyra had* a dispute with Tixo")."""
    for above in noun.ancestors():
        if above is word:
            return noun.i > word.i
        if above.pos in {"VERB", "AUX"} and above.child("nsubj", "nsubjpass", "mark"):
            return False
    return False


def _against(noun: Token) -> Iterator[Token]:
    owners = [c for c in noun.children if c.dep == "poss" and c.pos == "PROPN"]
    for preposition in noun.children:
        if preposition.dep == "prep" and preposition.lower in {"with", "against"}:
            for party in preposition.children:
                if party.dep == "pobj" and party.lower in PRONOUNS:
                    yield from owners
                elif party.dep == "pobj":
                    yield party
                    yield from (c for c in party.children if c.dep == "conj" and c.pos in {"NOUN", "PROPN"})
