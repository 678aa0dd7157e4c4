"""An auxiliary that the parser cuts off from its verb, where a day or an aside stands between."""

from __future__ import annotations

import re

from kg.language.timex import DAYS, MONTHS
from kg.language.token import Token, hang

#: What is followed by a participle or an infinitive.
AUXILIARIES = {"be", "have", "do", "get", "will", "would", "shall", "should", "can", "could", "may", "might", "must"}
SUBJECTS = {"nsubj", "nsubjpass", "expl", "csubj"}
WHOLE = {"attr", "acomp", "dobj", "xcomp", "ccomp", "oprd", "cc", "neg"}
CALENDAR = {*DAYS, *MONTHS, "day", "week", "month", "year"}
YEAR = re.compile(r"(?:19|20)\d\d")


def apart(auxiliary: Token) -> None:
    """ "the app *was* on Monday *blocked*", "the court *had* on May 3 *refused*": who stands before is the verb's."""
    verb = auxiliary.head
    if auxiliary.dep not in {"aux", "auxpass"} or verb is None or verb.i < auxiliary.i:
        return
    before = any(c.dep in SUBJECTS and c.i < auxiliary.i for c in auxiliary.children)
    if not before or verb.child(*SUBJECTS) is not None:
        return  # a question's auxiliary stands before its subject
    _give(auxiliary, verb)


def main_verb(be: Token) -> None:
    """ "Ann Lee *was* on May 3 | *sentenced* to two years": no clause beside, but the verb."""
    if be.lemma not in {"be", "have"} or be.dep in {"aux", "auxpass"} or any(c.dep in WHOLE for c in be.children):
        return
    verb = next(
        (c for c in be.children if c.dep in {"advcl", "acl", "conj"} and c.tag in {"VBN", "VBD"} and c.i > be.i), None
    )
    if verb is None or verb.child(*SUBJECTS, "mark", "aux", "auxpass") or verb.subtree()[0] is not verb:
        return
    between = [t for t in be.subtree() if be.i < t.i < verb.i]
    if not between or not all(_tells_time(c) for c in be.children if be.i < c.i < verb.i) or _has_comma(between):
        return
    hang(verb, be.head, be.dep)
    hang(be, verb, "auxpass" if be.lemma == "be" else "aux")
    _give(be, verb)


def full_verb(verb: Token) -> None:
    """ "Facebook *removes* | alleged Russian pages": the verb, and no auxiliary of what describes its object."""
    participle = verb.head
    if verb.dep != "aux" or verb.lemma in AUXILIARIES or verb.tag not in {"VBZ", "VBP", "VBD"} or participle is None:
        return
    patient = participle.child("dobj")
    if participle.i != verb.i + 1 or participle.tag not in {"VBN", "VBD"} or patient is None:
        return
    hang(verb, participle.head, participle.dep)
    for child in list(participle.children):
        hang(child, verb, child.dep)
    hang(participle, patient, "amod")
    verb.pos, participle.tag = "VERB", "VBN"


def _give(auxiliary: Token, verb: Token) -> None:
    """Hang what hangs on an auxiliary on its verb."""
    for child in list(auxiliary.children):
        passive = auxiliary.dep == "auxpass" and child.dep in {"nsubj", "nsubjpass"}
        hang(child, verb, "nsubjpass" if passive else child.dep)


def _tells_time(token: Token) -> bool:
    """Whether a word with all below it tells when: "on May 3", "last year", "in 2020", "later"."""
    if token.dep == "advmod":
        return True
    words = {t.lower for t in token.subtree()} - {"on", "in", "last", "this", "the", "of", "early", "late", "same"}
    named = {w for w in words if w in CALENDAR or YEAR.fullmatch(w)}
    return bool(named) and token.dep in {"prep", "npadvmod"} and all(w in named or w.isdigit() for w in words)


def _has_comma(tokens: list[Token]) -> bool:
    return any(t.text == "," for t in tokens)
