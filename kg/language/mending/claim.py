"""What somebody owns up to or claims, where the words for it are torn apart or run together."""

from __future__ import annotations

from kg import lexicon
from kg.language import inflect
from kg.language.token import FINITE, RELATIVES, Token, hang, hang_subject, is_finite

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


def having_done(participle: Token) -> None:
    """ "denies *having shared* data": with "having" before it no participle describes the noun, but tells the deed."""
    noun = participle.head
    verb = noun.head if noun is not None and noun.dep == "dobj" else None
    having = next((c for c in participle.children if c.dep == "aux" and c.lower == "having"), None)
    if participle.dep != "amod" or noun is None or verb is None or having is None or having.i != verb.i + 1:
        return
    hang(participle, verb, "xcomp")
    for behind in [c for c in noun.children if c.i > noun.i and c.dep == "prep" and c.lower != "of"]:
        hang(behind, participle, "prep")
    hang(noun, participle, "dobj")
    participle.pos = "VERB"


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


def main_behind_claim(verb: Token) -> None:
    """ "The app, *which Lee claims is safe*, was banned": the clause before the main verb has not its subject."""
    main, subject = verb.head, verb.child(*SUBJECTS)
    if verb.dep != "ccomp" or main is None or main.i < verb.i or subject is None or main.child(*SUBJECTS):
        return
    said = next((c for c in subject.children if c.dep == "relcl" and c.i < verb.i), None)
    opens = said.child(*SUBJECTS) if said is not None else None
    if said is None or opens is None or opens.lower not in RELATIVES or not is_finite(verb) or not is_finite(main):
        return
    own = min(t.i for c in verb.children if c is not subject for t in (verb, *c.subtree()))
    if own != said.i + 1 or not {said.lemma, said.lower.removesuffix("s")} & lexicon.verbs("saying"):
        return
    hang_subject(subject, main)


def claimed_of(verb: Token) -> None:
    """ "files that it claims *show* the theft", "what it says *is* a mistake": the claim is about the relative."""
    said, opens = _claims_before(verb), None
    if said is not None:
        opens = next((c for c in said.children if c.lower in RELATIVES | {"what"} and c.i < said.i), None)
    if said is None or opens is None:
        return
    subject = next((c for c in said.children if c.dep in SUBJECTS and opens.i < c.i < said.i), None)
    subject = subject or _named_before(said, opens)
    if subject is None or said.child("ccomp", "xcomp", "auxpass"):
        return
    said.pos, said.lemma = "VERB", said.lower.removesuffix("s") if said.tag in {"NNS", "VBZ"} else said.lemma
    hang(verb, said, "ccomp")
    hang_subject(opens, verb)


def _named_before(said: Token, opens: Token) -> Token | None:
    """ "files, which *Ann Lee claims* are false": who is named before "claims" does so, as no part of a noun."""
    before = [c for c in said.children if c.dep in {"compound", "nmod"} and opens.i < c.i < said.i]
    if said.tag != "NNS" or not before or before[-1].tag != "NNP" or before[-1].i != said.i - 1:
        return None
    for word in before[:-1]:
        hang(word, before[-1], "compound")
    hang(before[-1], said, "nsubj")
    return before[-1]


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
    hang_subject(subject, said)
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
    if not known or verb.dep in {"aux", "auxpass"} or verb.child(*SUBJECTS, "mark"):
        return None
    if any(c.dep == "cc" and c.i < verb.i for c in verb.children):
        return None
    first = min([verb, *(c for c in verb.children if c.dep in {"aux", "auxpass", "advmod", "neg"})], key=lambda t: t.i)
    if verb.tag not in FINITE and not any(c.tag in FINITE for c in verb.children if c.dep in {"aux", "auxpass"}):
        return None
    beside = [t for above in verb.ancestors() for t in above.subtree() if t.i == first.i - 1]
    said = beside[0] if beside else None
    saying = lexicon.verbs("saying")
    return said if said is not None and {said.lemma, said.lower.removesuffix("s")} & saying else None
