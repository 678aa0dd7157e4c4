"""Each clause of what somebody says, and each deed of what somebody is told to do, is a matter for itself.

"said *that it was sorry* and *that it would pay*", "ordered it *to delete the data* and *publish the order*".
"""

from __future__ import annotations

from kg.language.phrase import LONGEST
from kg.language.token import Token, has_to, is_finite

#: Events whose matter is what somebody says or finds.
SAYING = {"Statement", "Ruling"}
#: Events whose matter is what somebody is asked or told to do, or pledges.
ASKING = {"Appeal", "Commitment", "Lawsuit", "Order"}
#: What makes a deed of a verb: with less than that on either side two verbs are one in two words.
OBJECTS = {"dobj", "ccomp", "xcomp", "prep", "attr", "acomp", "nsubjpass", "advcl"}


def further_told(first: Token, event: str) -> list[Token]:
    """The heads of the further clauses or deeds that an event is about."""
    return _further_said(first) if event in SAYING else _further_asked(first) if event in ASKING else []


def another_clause(token: Token, child: Token) -> bool:
    """Whether two coordinated verbs tell two deeds, not one in two words ("*marketed and sold* the app")."""
    if not all(t.pos in {"VERB", "AUX"} for t in (token, child)):
        return False
    finite = child.tag in {"VBD", "VBZ", "VBP"} or child.child("aux", "auxpass") is not None
    if token.tag == "VBG" and finite:
        return False  # "found it guilty of lying and *awarded* her a sum", which the parser hung on the gerund
    behind = (c for c in token.children if token.i < c.i < child.i or (c.dep == "nsubjpass" and c.i < child.i))
    return finite and any(c.dep in OBJECTS for c in behind)


def _further_said(clause: Token) -> list[Token]:
    """What is said besides: in a clause with its own "that", with its own subject, or where the whole is too long."""
    long = clause.subtree()[-1].i - clause.subtree()[0].i >= LONGEST
    beside = [c for c in clause.children if c.dep == "conj" and another_clause(clause, c)]
    beside = [c for c in beside if not any(g.tag in {"WRB", "WP", "WDT"} for g in c.children)]
    return _further_that(clause) or [c for c in beside if long or c.child("nsubj", "nsubjpass", "expl") is not None]


def _further_asked(infinitive: Token) -> list[Token]:
    """ "asked the court to void the ban and *to publish the order*", "told it to stop at once and *pay a fine*"."""
    if infinitive.tag != "VB":
        return []
    beside = [c for c in infinitive.children if c.dep in {"conj", "dep"} and c.tag == "VB" and c.i > infinitive.i]
    beside = [c for c in beside if (has_to(infinitive) and has_to(c)) or _are_two_deeds(infinitive, c)]
    return [t for c in beside for t in (c, *_further_asked(c))]


def _are_two_deeds(first: Token, second: Token) -> bool:
    """Whether each of two infinitives has what it is done to, so that it is not one deed in two words."""
    own = any(c.dep in OBJECTS and first.i < c.i < second.i for c in first.children)
    return own and any(c.dep in OBJECTS and c.i > second.i for c in second.children)


def _further_that(clause: Token) -> list[Token]:
    """What is said besides, in clauses of their own ("said that it was sorry, *that it paid*, *that it would stop*").

    The parser takes one behind a comma for what the one before tells.
    """
    if clause.dep not in {"ccomp", "conj"}:
        return []
    further = [c for c in clause.children if c.i > clause.i and c.dep in {"conj", "ccomp"} and is_finite(c)]
    further = [c for c in further if any(g.dep == "mark" and g.lower == "that" and g.i < c.i for g in c.children)]
    commas = {t.i for t in clause.subtree() if t.text == ","}
    further = [c for c in further if c.dep == "conj" or c.subtree()[0].i - 1 in commas]
    return [t for c in further for t in (c, *_further_that(c))]
