"""Rows of names that the parser tears apart: behind the noun that says what they are, and before the verb."""

from __future__ import annotations

from kg import lexicon
from kg.language.timex import DAYS, MONTHS
from kg.language.token import Token, hang, is_finite
from kg.vocabulary import is_a

SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
#: What an order imposes on one and another.
IMPOSED = {"judgment", "judgement", "penalty", "fine"}
#: What somebody is done to for so many years.
TERMED = {"sentence", "condemn"}


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


def fine_beside_term(noun: Token) -> None:
    """ "sentenced to two years in prison *and a fine* of 900 euros": beside the term, not loose below the verb."""
    verb = noun.head
    if verb is not None and noun.dep == "conj" and verb.dep == "dobj":
        verb = verb.head
    loose = noun.dep in {"dep", "npadvmod", "conj"} and noun.lemma in IMPOSED
    if not loose or verb is None or verb.lemma not in TERMED:
        return
    to = next((c for c in verb.children if c.dep == "prep" and c.lower == "to" and c.i < noun.i), None)
    term = to.child("pobj") if to is not None else None
    if term is not None and term.lemma in {"year", "month", "week", "day"}:
        hang(noun, term, "conj")


def beside_author(noun: Token) -> None:
    """ "the suit by the ministry *and 15 states*": somebody is joined to who brings a suit, and not to the suit."""
    paper = noun.head
    if noun.dep != "conj" or paper is None or paper.tag != "NN" or _kind(paper) is not None or _kind(noun) is None:
        return
    holders = [paper, *(c for c in paper.children if c.dep == "acl" and c.tag == "VBN" and c.i < noun.i)]
    every = [c for holder in holders for c in holder.children if c.dep in {"prep", "agent"} and c.i < noun.i]
    by = next((c for c in reversed(every) if c.lower in {"by", "from", "against", "between"}), None)
    first = by.child("pobj") if by is not None else None
    if first is None or _kind(first) is None:
        return
    before = [c for c in (*paper.children, *first.children) if c.dep == "cc" and c.i < noun.i]
    if before and before[-1].i == max(t.i for t in first.subtree() if t is not before[-1]) + 1:
        hang(before[-1], first, "cc")
        hang(noun, first, "conj")


def _kind(noun: Token) -> str | None:
    """What kind of actor a noun or name is known to be; an unknown name is one's."""
    if noun.mention is None and noun.tag == "NNP":
        return "Actor" if _is_actor(noun) else None
    kind = noun.mention.type if noun.mention is not None else lexicon.heads().get(noun.lower)
    return kind if kind not in {None, "Phrase"} and is_a(kind, "Actor") else None


def _is_actor(token: Token) -> bool:
    if token.mention is None:
        return token.tag == "NNP" and not {token.lower, token.text} & {*DAYS, *MONTHS}
    return token.mention is not None and token.mention.kind == "name" and is_a(token.mention.type, "Actor")
