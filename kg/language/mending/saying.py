"""Clauses of saying whose speaker, hearer or content the parser joined to a neighbour."""

from __future__ import annotations

from kg import lexicon
from kg.language.mending.speech import CLAIMS
from kg.language.token import Token, hang, has_to, is_finite

#: What nobody does without an object before an infinitive.
TELLING = {"warn", "caution", "forewarn", "remind"}


def speaker_behind_and(verb: Token) -> None:
    """ "the targets were activists and *Veyra claims* that it sold nothing": the last of a row of nouns speaks."""
    if verb.dep != "conj" or verb.lemma not in lexicon.verbs("saying") or not is_finite(verb) or verb.head is None:
        return
    clause = verb.child("ccomp")
    if clause is None or clause.i < verb.i or clause.child("mark", "nsubj", "nsubjpass") is None:
        return
    if verb.child("nsubj", "nsubjpass", "aux", "auxpass", "expl") is not None:
        return
    before = next((t for t in verb.head.subtree() if t.i == verb.i - 1), None)
    and_ = _joins(before) if before is not None else None
    if before is None or and_ is None or before.head is None:
        return
    if any(c.dep == "cc" and before.i > c.i > before.head.i for c in verb.head.children):
        return
    above = verb.head
    hang(before, verb, "nsubj")
    hang(and_, above, "cc")


def _joins(noun: Token) -> Token | None:
    """The "and" that joins a noun to the one before, if nothing but its own words stand between them."""
    row = noun.head if noun.dep == "conj" and noun.pos in {"NOUN", "PROPN"} else None
    first = noun.subtree()[0].i
    return next((c for c in row.children if c.dep == "cc" and c.i == first - 1), None) if row is not None else None


def claimed_bare(clause: Token) -> None:
    """ "sued Veyra over allegations *it made false claims*": without "that" too a clause tells what is alleged."""
    subject = clause.child("nsubj", "nsubjpass")
    verb = clause.head
    if clause.dep not in {"advcl", "ccomp", "parataxis", "conj"} or verb is None or subject is None:
        return
    if not is_finite(clause) or clause.child("mark", "cc", "advmod") is not None or subject.i > clause.i:
        return
    start = clause.subtree()[0].i
    claim = next((t for t in verb.subtree() if t.i == start - 1), None)
    if claim is None or claim.dep != "pobj" or claim.lemma not in CLAIMS or claim.tag != "NNS" or claim.i < verb.i:
        return
    if not any(c.i > claim.i for c in claim.children):
        hang(clause, claim, "acl")


def told_bare(verb: Token) -> None:
    """ "*victims warned* to stop investing": with nobody whom he warns the subject is warned himself."""
    subject, deed = verb.child("nsubj"), verb.child("xcomp")
    if verb.lemma not in TELLING or verb.tag not in {"VBD", "VBN"} or subject is None or deed is None:
        return
    if verb.child("dobj", "dative", "aux", "auxpass", "ccomp", "oprd", "prt", "prep") is not None:
        return
    plain = subject.i < verb.i < deed.i and deed.tag == "VB" and has_to(deed) and deed.child("nsubj") is None
    if plain and deed.subtree()[0].i == verb.i + 1 and subject.pos in {"NOUN", "PROPN"}:
        verb.tag = "VBN"
        subject.dep = "nsubjpass"


def done_how(adverb: Token) -> None:
    """ "failing to *timely and fully disclose* the leak": the verb behind two adverbs is what "to" stands before."""
    verb, above = adverb.child("conj"), adverb.head
    if adverb.pos != "ADV" or adverb.dep not in {"xcomp", "acl", "advcl", "ccomp", "ROOT"} or above is None:
        return
    if verb is None or verb.tag != "VB" or not has_to(adverb) or verb.child("nsubj") is not None:
        return
    dep = adverb.dep
    for child in [c for c in adverb.children if c is not verb]:
        hang(child, verb, child.dep)
    hang(verb, above, dep)
    hang(adverb, verb, "advmod")
