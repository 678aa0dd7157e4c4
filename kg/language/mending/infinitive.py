"""One infinitive beside another: "asks the court to bar it from tracking and *to impose* a fine"; its late object."""

from __future__ import annotations

from kg.language.token import Token, hang, hang_beside, hang_subject, has_to, is_finite, tense

#: How a verb's infinitive hangs on it.
TOLD = ("xcomp", "ccomp")
#: What is done to somebody who is then to do something.
TELLING = {
    "require", "order", "oblige", "compel", "force", "direct", "instruct", "tell", "ask", "urge", "request", "allow",
    "command", "advise", "permit", "enable", "invite", "warn", "summon", "encourage",
}  # fmt: skip
#: With "for" somebody who is to do a thing.
PROVIDING = {"allow", "arrange", "provide", "wait", "push", "pray", "long", "opt", "vote"}
#: Pronouns that are subjects only.
WE = {"i", "we", "he", "she", "they"}


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
    hang_beside(verb, first, above)


def deed_besides(verb: Token) -> None:
    """ "ordered it to delete the data, *pay a fine* and name an agent": no present beside a past, but an infinitive."""
    above = verb.head
    if verb.dep != "conj" or verb.tag not in {"VB", "VBP"} or above is None or verb.lower != verb.lemma:
        return
    past = above.tag in {"VBD", "VBN"} and above.pos == "VERB"
    first = next((c for c in above.children if c.dep in TOLD and above.i < c.i < verb.i and _is_infinitive(c)), None)
    if first is None or not past or verb.child("nsubj", "nsubjpass", "expl", "aux", "auxpass", "mark") is not None:
        return
    while (second := first.child("conj")) is not None and second.tag == "VB" and second.i < verb.i:
        first = second
    hang(verb, first, "conj")
    item: Token | None = verb
    while item is not None and item.tag in {"VB", "VBP"}:
        item.tag = "VB"
        item = next((c for c in item.children if c.dep == "conj" and not c.child("nsubj", "aux")), None)


def object_behind_insert(thing: Token) -> None:
    """ "orders the firms *to produce*, within 45 days, *their code*": of two objects the second is the infinitive's."""
    verb = thing.head
    told = verb.child("xcomp") if verb is not None and verb.pos == "VERB" else None
    if thing.dep != "dobj" or verb is None or told is None or not _is_infinitive(told) or told.i > thing.i:
        return
    whom = next((c for c in verb.children if c.dep in {"dobj", "nsubjpass"} and c.i < told.i), None)
    inserted = [c for c in verb.children if told.i < c.i < thing.i]
    shifted = {"acomp"} if told.lemma == "make" else set()  # "*to make available* to users, ..., *a tool*"
    late = [c for c in told.children if c.i > told.i and c.dep not in {"prt", "prep", "advmod", "punct", *shifted}]
    if whom is None or late or not any(c.text == "," for c in inserted):
        return
    if all(c.dep in {"prep", "punct", "advmod", "npadvmod"} for c in inserted):
        for part in [*inserted, thing]:
            hang(part, told, part.dep)


def allowed_for(verb: Token) -> None:
    """ "should allow *for the victims to testify*": who stands behind "for" is to do it, not who allows it."""
    head = verb.head
    if verb.dep not in {"advcl", "xcomp"} or head is None or head.lemma not in PROVIDING or not _is_infinitive(verb):
        return
    for_ = next((c for c in head.children if c.dep == "prep" and c.lower == "for" and head.i < c.i < verb.i), None)
    who = for_.child("pobj") if for_ is not None else None
    if for_ is None or who is None or verb.child("nsubj", "nsubjpass") is not None:
        return
    hang_subject(who, verb)
    hang(for_, verb, "mark")
    hang(verb, head, "ccomp")


def purpose_first(clause: Token) -> None:
    """ "To help users *we sued* Veyra": what it is done for stands before, without a comma, and is not the sentence."""
    noun, subject = clause.head, clause.child("nsubj")
    purpose = next((t for t in clause.ancestors() if t.head is None), None)
    if clause.dep != "relcl" or noun is None or subject is None or purpose is None or subject.lower not in WE:
        return
    behind = noun.i < subject.i and subject.i == noun.i + 1
    told = clause.tag in {"VBD", "VBZ", "VBP"} and clause.child("dobj") is not None  # "the users *we sued*"
    if not behind or not told or not _is_infinitive(purpose) or purpose.child("nsubj", "nsubjpass") is not None:
        return
    hang(clause, None, "ROOT")
    for part in [c for c in purpose.children if c.dep == "prep" and c.i < purpose.i]:
        hang(part, clause, part.dep)
    hang(purpose, clause, "advcl")


def beside_whom(verb: Token) -> None:
    """ "*The order* required A, B, and C *to block* it": told to those behind the verb, not of the order before it."""
    subject = verb.head
    telling = subject.head if subject is not None and subject.dep == "nsubj" else None
    if verb.dep != "acl" or not _is_infinitive(verb) or telling is None or telling.lemma not in TELLING:
        return
    whom = telling.child("dobj")
    if whom is not None and telling.i < whom.i < verb.i and telling.child("xcomp", "ccomp") is None:
        hang(verb, telling, "xcomp")
        row = [c for c in whom.children if c.dep in {"appos", "conj"} and c.i > whom.i]
        if len(row) > 1 and row[-1].dep == "conj":  # "A, *B*, and C"
            for one in row:
                one.dep = "conj"


def _is_infinitive(verb: Token) -> bool:
    return verb.tag == "VB" and has_to(verb)
