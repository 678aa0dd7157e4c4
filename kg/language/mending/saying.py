"""Clauses of saying whose speaker, hearer or content the parser joined to a neighbour."""

from __future__ import annotations

from kg import lexicon
from kg.language.mending.speech import CLAIMS
from kg.language.token import Token, hang, has_to, is_finite

#: What somebody does with words to others.
VOICING = {
    "warn", "accuse", "urge", "criticise", "criticize", "condemn", "denounce", "threaten", "vow", "promise", "pledge",
    "demand", "call", "apologise", "apologize", "thank", "praise",
}  # fmt: skip
SCREENS = {"tv", "television", "radio", "talk"}
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
    if verb.child("dobj", "dative", "aux", "auxpass", "oprd", "prt", "prep") is not None:
        return
    if any(c.dep == "ccomp" and c.i > verb.i for c in verb.children):
        return
    plain = subject.i < verb.i < deed.i and deed.tag == "VB" and has_to(deed) and deed.child("nsubj") is None
    if plain and deed.subtree()[0].i == verb.i + 1 and subject.pos in {"NOUN", "PROPN"}:
        verb.tag = "VBN"
        subject.dep = "nsubjpass"


def voices_too(verb: Token) -> None:
    """ "says *it* fixed the leak, *and warned of* more": who speaks goes on to warn, and does not say that he did."""
    clause = verb.head if verb.dep == "conj" and verb.lemma in VOICING and is_finite(verb) else None
    says = clause.head if clause is not None and clause.dep == "ccomp" else None
    if clause is None or says is None or says.lemma not in lexicon.verbs("saying") or says.i > clause.i:
        return
    subject, and_ = clause.child("nsubj", "nsubjpass"), clause.child("cc")
    himself = subject is not None and subject.lower in {"it", "they", "he", "she", "we"}
    if not himself or and_ is None or and_.lower != "and" or verb.child("nsubj", "nsubjpass", "aux", "mark"):
        return
    if any(c.text == "," and c.i == and_.i - 1 for c in clause.children):
        hang(verb, says, "conj")


def reported_apart(verb: Token) -> None:
    """ "Lumio, a daily, *reported* that it was blocked": no noun that is described, but who tells, and what."""
    noun = verb.head
    if verb.dep not in {"acl", "relcl"} or noun is None or noun.head is not None or noun.pos not in {"NOUN", "PROPN"}:
        return
    if verb.lemma not in lexicon.verbs("saying") or verb.tag not in {"VBN", "VBD"} or noun.i > verb.i:
        return
    if verb.child("nsubj", "nsubjpass", "agent", "dobj", "aux", "auxpass") is not None:
        return
    behind = [c for c in (*noun.children, *verb.children) if c.i > verb.i and c.dep in {"relcl", "ccomp", "acl"}]
    clause = next((c for c in behind if any(m.dep == "mark" and m.lower == "that" for m in c.children)), None)
    if clause is None or not any(c.text == "," and c.i == verb.i - 1 for c in noun.subtree()):
        return
    hang(verb, None, "ROOT")
    verb.tag = "VBD"
    hang(clause, verb, "ccomp")
    for child in [c for c in noun.children if c.i > verb.i]:
        hang(child, verb, child.dep)
    hang(noun, verb, "nsubj")


def shows_of(verb: Token) -> None:
    """ "bloggers, *TV shows*, and other creators": what is shown on a screen shows nothing itself."""
    on = verb.child("nsubj")
    if verb.lower != "shows" or on is None or on.i != verb.i - 1 or on.lower not in SCREENS:
        return
    if verb.dep in {"parataxis", "conj"} and verb.child("dobj", "ccomp") is None:
        verb.tag, verb.pos, verb.lemma, on.dep = "NNS", "NOUN", "show", "compound"


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
