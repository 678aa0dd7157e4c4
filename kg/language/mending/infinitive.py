"""One infinitive beside another: "asks the court to bar it from tracking and *to impose* a fine"."""

from __future__ import annotations

from kg.language.token import Token, hang, is_finite, tense

#: How a verb's infinitive hangs on it.
TOLD = ("xcomp", "ccomp")


def beside_infinitive(verb: Token) -> None:
    """An infinitive goes with the one before, not with a gerund inside that, nor with the verb that both hang on."""
    head = verb.head
    if verb.dep != "conj" or head is None or not _is_infinitive(verb) or verb.child("nsubj", "nsubjpass") is not None:
        return
    and_ = next((c for c in head.children if c.dep == "cc" and c.i == verb.subtree()[0].i - 1), None)
    first: Token | None = None
    if head.tag == "VBG":
        first = next((t for t in head.ancestors() if _is_infinitive(t)), None)
    elif not _is_infinitive(head) and and_ is not None:
        told = [c for c in head.children if c.dep in TOLD and head.i < c.i < verb.i]
        first = told[-1] if told and _is_infinitive(told[-1]) else None
    if first is None:
        return
    while (second := first.child("conj")) is not None and _is_infinitive(second) and second.i < verb.i:
        first = second
    if and_ is not None:
        comma = next((c for c in head.children if c.text == "," and c.i == and_.i - 1), None)
        if comma is not None:
            hang(comma, first, "punct")
        hang(and_, first, "cc")
    hang(verb, first, "conj")


def finite_beside(verb: Token) -> None:
    """ "was ordered to block the page *and appealed*": a past form goes with the one before, never an infinitive."""
    first = verb.head
    if verb.dep != "conj" or verb.tag not in {"VBD", "VBZ"} or first is None or not _is_infinitive(first):
        return
    if verb.child("aux", "auxpass", "nsubj", "nsubjpass", "expl", "mark", "agent") is not None or first.dep not in TOLD:
        return
    above = next((t for t in first.ancestors() if t.pos == "VERB" and is_finite(t)), None)
    if above is None or above.i > first.i or tense(above) != verb.tag:
        return
    cc = next((c for c in first.children if c.dep == "cc" and first.i < c.i < verb.i), None)
    if cc is not None:
        hang(cc, above, "cc")
    hang(verb, above, "conj")


def _is_infinitive(verb: Token) -> bool:
    return verb.tag == "VB" and any(c.dep == "aux" and c.lower == "to" for c in verb.children)
