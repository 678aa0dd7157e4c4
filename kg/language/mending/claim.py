"""What somebody owns up to or claims, where the words for it are torn apart or run together."""

from __future__ import annotations

from kg import lexicon
from kg.language import inflect
from kg.language.token import FINITE, RELATIVES, Token, hang, is_finite

#: With a gerund behind them these tell what somebody did; the lemmatizer does not know them as auxiliaries.
OWNING = {
    form: verb for verb in ("admit", "acknowledge", "regret", "recall", "deny") for form in inflect.forms(verb, "VERB")
}
#: With an infinitive behind them these tell what somebody is or does, as he says.
CLAIMING = {"claim", "profess", "purport", "pretend"}
SUBJECTS = ("nsubj", "nsubjpass")
#: What is done with a reproach, so that somebody else has to answer it.
MADE = {"made", "submitted", "lodged", "brought", "levelled", "leveled", "raised", "filed", "voiced", "aired"}


def owns_up(gerund: Token) -> None:
    """ "Lee of Lagos *admits writing* the reviews": no auxiliary of a gerund, but a verb that has it for an object."""
    verb = next((c for c in gerund.children if c.dep == "aux" and c.lower in OWNING and c.tag in FINITE), None)
    if gerund.tag != "VBG" or verb is None:
        return
    before = [c for c in gerund.children if c.i < verb.i]
    hang(verb, gerund.head, gerund.dep)
    for child in before:
        hang(child, verb, child.dep)
    hang(gerund, verb, "xcomp")
    verb.pos, verb.lemma = "VERB", OWNING[verb.lower]


def claims_to(infinitive: Token) -> None:
    """ "claims in a letter *to be sending* notices": the infinitive is claimed, and no part of the letter."""
    noun = infinitive.head
    preposition = noun.head if noun is not None and noun.dep == "pobj" else None
    verb = preposition.head if preposition is not None else None
    if infinitive.dep not in {"relcl", "acl"} or verb is None or verb.lemma not in CLAIMING or verb.pos != "VERB":
        return
    to = any(c.lower == "to" and c.dep == "aux" for c in infinitive.children)
    if to and not verb.child("dobj", "ccomp", "xcomp", "auxpass") and not infinitive.child(*SUBJECTS):
        hang(infinitive, verb, "xcomp")


def claimed_of(verb: Token) -> None:
    """ "files that it claims *show* the theft", "what it says *is* a mistake": the claim is about the relative."""
    said, opens = _claims_before(verb), None
    if said is not None:
        opens = next((c for c in said.children if c.lower in RELATIVES | {"what"} and c.i < said.i), None)
    if said is None or opens is None:
        return
    subject = next((c for c in said.children if c.dep in SUBJECTS and opens.i < c.i < said.i), None)
    if subject is None or said.child("ccomp", "xcomp", "auxpass"):
        return
    said.pos, said.lemma = "VERB", said.lower.removesuffix("s") if said.tag in {"NNS", "VBZ"} else said.lemma
    hang(verb, said, "ccomp")
    hang(opens, verb, "nsubjpass" if verb.child("auxpass") else "nsubj")


def says_apart(verb: Token) -> None:
    """ "Ofcom, the media watchdog, *says* Veyra ran the ads": what is said took the speaker for a second subject."""
    main = verb.head
    if verb.dep != "parataxis" or main is None or main.i < verb.i or verb.lemma not in lexicon.verbs("saying"):
        return
    if verb.tag not in FINITE or verb.child(*SUBJECTS, "ccomp", "dobj") or main.child("cc") is not None:
        return
    subjects = [c for c in main.children if c.dep in SUBJECTS and c.i < main.i]
    if len(subjects) != 2 or not subjects[0].i < verb.i < subjects[1].i:
        return
    before = [c for c in main.children if c.i < verb.i and c is not verb]
    hang(verb, main.head, main.dep)
    for child in before:
        hang(child, verb, "nsubj" if child is subjects[0] else child.dep)
    hang(main, verb, "ccomp")


def aside(clause: Token) -> None:
    """ "says that the plan - *to wire the villages* - will start": no clause that is said, but one of its subject."""
    verb, subject = clause.head, clause.child("nsubj")
    to = next((c for c in clause.children if c.lower == "to" and c.dep == "aux"), None)
    if clause.dep != "ccomp" or verb is None or subject is None or to is None or clause.tag != "VB" or to.i < subject.i:
        return
    said = next((c for c in verb.children if c.dep == "ccomp" and c.i > clause.i and c.child(*SUBJECTS) is None), None)
    apart = any(c.pos == "PUNCT" and subject.i < c.i < to.i for c in (*clause.children, *subject.children))
    if said is None or not apart or said.child("mark", "cc") or not is_finite(said):
        return
    for mark in [c for c in clause.children if c.dep == "mark"]:
        hang(mark, said, "mark")
    hang(subject, said, "nsubjpass" if said.child("auxpass") else "nsubj")
    hang(clause, subject, "acl")


def made_by(participle: Token) -> None:
    """ "the *allegations* of theft *made by a group* against Veyra": neither the theft nor the group is meant."""
    deed = participle.head
    of = deed.head if deed is not None and deed.dep == "pobj" else None
    made = participle.dep == "acl" and participle.lower in MADE and deed is not None
    reproaches = lexicon.nouns("reproaches") | {"complaint"}
    if made and of is not None and of.lower == "of" and of.head is not None and of.head.lemma in reproaches:
        hang(participle, of.head, "acl")
    if not made or participle.head is None or participle.head.lemma not in reproaches:
        return
    by = next((c for c in participle.children if c.lower == "by"), None)
    maker = by.child("pobj") if by is not None else None
    against = next((c for c in maker.children if c.lower == "against"), None) if maker is not None else None
    if against is not None:
        hang(against, participle, "prep")


def _claims_before(verb: Token) -> Token | None:
    """The verb of saying right before a verb with a tense and no subject of its own."""
    known = verb.pos in {"VERB", "AUX"} or (verb.pos == "ADJ" and verb.child("aux") is not None)
    if not known or verb.dep in {"aux", "auxpass"} or verb.child(*SUBJECTS, "mark", "cc"):
        return None
    first = min([verb, *(c for c in verb.children if c.dep in {"aux", "auxpass", "advmod", "neg"})], key=lambda t: t.i)
    if verb.tag not in FINITE and not any(c.tag in FINITE for c in verb.children if c.dep in {"aux", "auxpass"}):
        return None
    beside = [t for above in verb.ancestors() for t in above.subtree() if t.i == first.i - 1]
    said = beside[0] if beside else None
    saying = lexicon.verbs("saying")
    return said if said is not None and {said.lemma, said.lower.removesuffix("s")} & saying else None
