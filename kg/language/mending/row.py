"""Rows of names that the parser tears apart: behind the noun that says what they are, and before the verb."""

from __future__ import annotations

from kg.language.timex import DAYS, MONTHS
from kg.language.token import Token, hang, is_finite
from kg.vocabulary import is_a

SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
#: What an order imposes on one and another.
IMPOSED = {"judgment", "judgement", "penalty", "fine"}


def subject_apart(verb: Token) -> None:
    """ "*Veyra Group, Inc.*, and Veyra LLC, the owners of the site, *have agreed*": no adverb, but the subject."""
    if verb.pos not in {"VERB", "AUX"} or not is_finite(verb) or verb.child(*SUBJECTS) is not None:
        return
    name = next((c for c in verb.children if c.dep == "npadvmod" and c.i < verb.i and _is_actor(c)), None)
    if name is not None:
        name.dep = "nsubjpass" if verb.child("auxpass") is not None else "nsubj"


def names_behind(name: Token) -> None:
    """ "a judgment against individual *defendants Lee, Kim* and their firms": the verb has had its object."""
    verb = name.head
    if name.dep != "dobj" or verb is None or not _is_actor(name):
        return
    kind = next((t for t in verb.subtree() if t.i == name.subtree()[0].i - 1), None)
    first = next((c for c in verb.children if c.dep == "dobj" and c.i < name.i), None)
    if first is None or kind is None or kind.dep != "pobj" or kind.tag != "NNS" or first not in kind.ancestors():
        return
    hang(name, kind, "appos")


def imposed_again(noun: Token) -> None:
    """ "a *judgment* of $3 million against Lee and his firms, and a *judgment* against Kim": one beside the other."""
    if noun.dep != "conj" or noun.lemma not in IMPOSED or noun.head is None or noun.head.lemma in IMPOSED:
        return
    first = next((t for t in noun.ancestors() if t.lemma in IMPOSED and t.i < noun.i), None)
    if first is None:
        verb = next((t for t in noun.ancestors() if t.pos == "VERB"), None)
        first = verb.child("dobj") if verb is not None else None
    if first is not None and first is not noun and first.lemma in IMPOSED and first.i < noun.i:
        hang(noun, first, "conj")


def _is_actor(token: Token) -> bool:
    if token.mention is None:
        return token.tag == "NNP" and not {token.lower, token.text} & {*DAYS, *MONTHS}
    return token.mention is not None and token.mention.kind == "name" and is_a(token.mention.type, "Actor")
