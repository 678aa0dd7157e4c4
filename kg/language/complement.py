"""The clauses that a word governs: infinitives, that-clauses, gerunds after a preposition."""

from __future__ import annotations

from kg.language.token import RELATIVES, Token, is_finite
from kg.lexicon import verbs


def complements(token: Token) -> list[Token]:
    """The clauses that a word governs: infinitives, that-clauses, gerunds after a preposition."""
    found: list[Token] = []
    for child in token.children:
        infinitive = child.dep in {"acl", "relcl"} and child.tag == "VB" and not _is_relative(child)
        if child.dep in {"xcomp", "ccomp"} or infinitive:
            found.append(child)
        elif child.dep == "prep":
            found.extend(c for c in child.children if c.dep == "pcomp")
        elif child.dep == "advcl" and child.tag == "VB" and child.child("aux") and not child.child("mark"):
            found.append(child)
    return found or _beyond_relative(token)


def _beyond_relative(verb: Token) -> list[Token]:
    """ "forced firms *that sell phones* | *to hand over data*": an infinitive hung in the clause between."""
    if verb.pos != "VERB" or verb.lemma not in verbs("object_control"):
        return []
    nouns = [*(c for c in verb.children if c.dep == "dobj"), *([verb.head] if verb.dep == "acl" and verb.head else [])]
    clauses = [c for noun in nouns for c in noun.children if c.dep == "relcl" and c.i > verb.i and is_finite(c)]
    inside = [c for clause in clauses for c in clause.children if c.dep == "advcl" and c.tag == "VB"]
    return [c for c in inside if c.child("aux") and not c.child("mark")]


def _is_relative(clause: Token) -> bool:
    """ "a decision, *which may* trigger a fine": no infinitive, though its verb has the form of one."""
    subject = clause.child("nsubj")
    return subject is not None and subject.lower in RELATIVES and clause.child("aux") is not None
