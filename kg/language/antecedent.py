"""The noun that a relative clause, or a pronoun in it, stands for."""

from __future__ import annotations

from kg.language.token import RELATIVES, Token
from kg.model import PLACES


def antecedents(pronoun: Token, verb: Token) -> list[Token]:
    """The head of the relative clause that a relative pronoun stands for."""
    if pronoun.lower in RELATIVES and pronoun.tag in {"WDT", "WP", "IN"}:
        clause = verb
        while clause.dep in {"conj", "xcomp"} and clause.head is not None:
            clause = clause.head
        if clause.dep in {"relcl", "acl", "ccomp"} and clause.head is not None:
            nouns = noun_antecedents(clause)
            people = [t for t in nouns if t.mention is not None and t.mention.type == "Person"]
            return (people if pronoun.lower in {"who", "whom"} else []) or nouns
    return [pronoun]


def possessors(owner: Token) -> list[Token]:
    """Who owns; "whose" stands for the head of its relative clause ("Ann Lee, *whose* allegations ...")."""
    clause = next((t for t in owner.ancestors() if t.dep == "relcl"), None) if owner.lower == "whose" else None
    return noun_antecedents(clause) if clause is not None else [owner]


def noun_antecedents(clause: Token) -> list[Token]:
    """The noun before a relative clause; where the parser hung it on a phrase, every noun of it, the nearest first.

    The parser hangs relative clauses on the phrase's head ("a standoff between X and the ministry, which threatened");
    which noun is meant is left to the types that a rule asks for.
    """
    head = clause.head
    assert head is not None
    if head.lower in {"both", "all"} and head.dep == "appos" and head.head is not None:
        return [head.head, *_joined(head.head)]  # "Facebook and Instagram, *both owned* by Meta"
    nouns = [t for t in head.subtree() if t.pos in {"NOUN", "PROPN", "PRON"} and head.i <= t.i < clause.i]
    below = {t.i for t in clause.subtree()}
    seats = {t.i for t in nouns if clause.tag == "VBG" and _is_seat(t)}  # "a jury in *Maine* looking into the leak"
    return [t for t in reversed(nouns) if t.i not in below | seats and t.dep not in {"compound", "poss"}] or [head]


def _joined(token: Token) -> list[Token]:
    """Those coordinated with a word."""
    return [t for c in token.children if c.dep == "conj" for t in (c, *_joined(c))]


def _is_seat(noun: Token) -> bool:
    """Whether a noun only tells where somebody is."""
    place = noun.mention is not None and noun.mention.type in {*PLACES, "Place"}
    return place and noun.dep == "pobj" and noun.head is not None and noun.head.lower == "in"
