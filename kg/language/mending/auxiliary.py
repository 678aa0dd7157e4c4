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
#: What is done to a case that goes on no longer, by the form in which one tells it.
CLOSED = {
    "closed": "close", "terminated": "terminate", "discontinued": "discontinue", "dropped": "drop",
    "suspended": "suspend",
}  # fmt: skip
CASES = {"proceeding", "case", "investigation", "probe", "inquiry", "enquiry", "file"}
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


def stacked(modal: Token) -> None:
    """ "the powers of the ministry *must* be | limited": the verb's, though the parser hangs it on the "be" between."""
    between = modal.head
    if modal.dep not in {"aux", "neg"} or between is None or between.dep not in {"aux", "auxpass"}:
        return
    verb = between.head
    if verb is not None and between.lemma in {"be", "have"} and modal.i < between.i < verb.i:
        hang(modal, verb, modal.dep)


def denied_before(neither: Token) -> None:
    """ "and *neither* did | the court fine it": what denies the verb, and not its auxiliary alone."""
    auxiliary = neither.head
    if neither.lower != "neither" or auxiliary is None or auxiliary.dep not in {"aux", "auxpass"}:
        return
    if auxiliary.head is not None and neither.i < auxiliary.i < auxiliary.head.i:
        hang(neither, auxiliary.head, "neg")


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


def questioned(verb: Token) -> None:
    """ "Why *are* Veyra and the ministry secretly | *discussing* a ban?": a question's auxiliary is no verb alone."""
    subject = verb.head if verb.dep == "acl" and verb.tag in {"VBG", "VBN"} else None
    be = subject.head if subject is not None and subject.dep in SUBJECTS else None
    if subject is None or be is None or be.lemma != "be" or be.i > subject.i or verb.i < subject.i:
        return
    if be.dep in {"aux", "auxpass"} or any(c.dep in WHOLE or (c.dep == "prep" and c.i > verb.i) for c in be.children):
        return
    hang(verb, be.head, be.dep)
    hang(be, verb, "aux" if verb.tag == "VBG" else "auxpass")
    subject.dep = "nsubj" if verb.tag == "VBG" else "nsubjpass"
    hang(subject, verb, subject.dep)
    _give(be, verb)


def closed(state: Token) -> None:
    """ "the proceedings *are closed*", told of a case, is what an authority does and no state that it is in."""
    be = state.head
    if state.dep != "acomp" or state.tag not in {"VBN", "JJ"} or state.lower not in CLOSED or be is None:
        return
    case = be.child("nsubj")
    if be.lemma != "be" or case is None or case.lemma not in CASES or be.child("aux"):
        return
    case.dep = "nsubjpass"
    hang(state, be.head, be.dep)
    hang(be, state, "auxpass")
    _give(be, state)
    state.pos, state.tag, state.lemma = "VERB", "VBN", CLOSED[state.lower]


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


def remains(verb: Token) -> None:
    """ "Mobile internet *remains* suspended": before a participle no noun, and what stands before it its subject."""
    participle = verb.head
    if verb.lower not in {"remain", "remains", "stays"} or verb.dep != "auxpass" or participle is None:
        return
    if verb.tag in {"NNS", "NN"} or verb.child("compound", "amod") is not None:
        _give(verb, participle)
        for child in participle.children:
            if child.dep in {"compound", "amod"} and child.i < verb.i and child.tag in {"NN", "NNS", "NNP"}:
                child.dep = "nsubjpass"
        verb.pos, verb.tag = "AUX", "VBZ"


def remained(participle: Token) -> None:
    """ "The site *remains blocked*": a passive, whether the parser takes the participle for a verb or a quality."""
    verb = participle.head
    if participle.dep not in {"acomp", "oprd"} or participle.tag != "VBN" or verb is None or verb.i > participle.i:
        return
    if verb.lemma not in {"remain", "stay"} or verb.pos not in {"VERB", "AUX"}:
        return
    hang(participle, verb.head, verb.dep)
    verb.dep = "auxpass"
    for child in [c for c in verb.children if c is not participle]:
        hang(child, participle, "nsubjpass" if child.dep == "nsubj" else child.dep)
    hang(verb, participle, "auxpass")
    participle.pos = "VERB"


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
