"""One infinitive beside another: "asks the court to bar it from tracking and *to impose* a fine"; its late object."""

from __future__ import annotations

from kg.language.token import Token, hang, has_to, is_finite, tense

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


def object_behind_insert(thing: Token) -> None:
    """ "orders the firms *to produce*, within 45 days, *their code*": of two objects the second is the infinitive's."""
    verb = thing.head
    told = verb.child("xcomp") if verb is not None and verb.pos == "VERB" else None
    if thing.dep != "dobj" or verb is None or told is None or not _is_infinitive(told) or told.i > thing.i:
        return
    whom = next((c for c in verb.children if c.dep in {"dobj", "nsubjpass"} and c.i < told.i), None)
    inserted = [c for c in verb.children if told.i < c.i < thing.i]
    late = [c for c in told.children if c.i > told.i and c.dep not in {"prt", "prep", "advmod", "punct"}]
    if whom is None or late or not any(c.text == "," for c in inserted):
        return
    if all(c.dep in {"prep", "punct", "advmod", "npadvmod"} for c in inserted):
        for part in [*inserted, thing]:
            hang(part, told, part.dep)


def _is_infinitive(verb: Token) -> bool:
    return verb.tag == "VB" and has_to(verb)
