"""Relative clauses of a case or a sum that the parser hangs on the nearest name or amount."""

from __future__ import annotations

from kg import vocabulary
from kg.language.token import RELATIVES, Token, after_comma, hang, hang_subject, is_finite
from kg.lexicon import nouns, verbs

CASES = {
    "action", "appeal", "application", "bid", "case", "challenge", "claim", "class action", "complaint", "countersuit",
    "lawsuit", "motion", "petition", "request", "suit",
}  # fmt: skip
SANCTIONS = {"fine", "penalty", "sanction", "ban", "order", "injunction", "judgment", "award", "suspension"}
PAYMENTS = {"settlement", "payment", "compensation", "sum", "damage", "damages", "bail", "deal"}
#: What is done with a case, and with a sanction too.
DISPOSING = {
    "throw", "dismiss", "reject", "toss", "settle", "drop", "withdraw", "appeal", "revive", "reinstate", "uphold",
    "overturn", "quash", "annul", "suspend", "deny", "grant", "lose", "win", "hear", "affirm", "reverse", "vacate",
}  # fmt: skip
DENYING = {"deny", "dispute", "refute", "contest"}
#: What can be denied itself.
DENIED = nouns("reproaches") | {
    "report", "story", "rumour", "rumor", "complaint", "suggestion", "involvement", "wrongdoing", "responsibility",
    "offence", "offense", "count", "crime", "assertion", "idea", "finding", "account", "liability",
}  # fmt: skip
SPEAKING = verbs("saying") | {"accuse", "suspect", "charge", "indict"}
FILING = {"file", "bring", "lodge", "launch", "initiate", "pursue", "submit"}
PLURAL = {"NNS", "NNPS"}
#: As many words may stand between "whose founder, Ann Lee," and what she did.
FEW = 4
IMPOSING = {"impose", "issue", "levy", "lift", "challenge", "contest", "pay", "cut", "reduce"}


def which_done(which: Token) -> None:
    """ "The suit, *which a judge dismissed* in May, named Veyra": the verb behind "which" and a noun tells of the suit.

    The parser takes "which" for an apposition, and the verb for a participle of whoever stands before it.
    """
    case = which.head
    doer = which.child("nsubj") if which.lower in {"which", "that"} and which.dep == "appos" else None
    deed = doer.child("acl") if doer is not None else None
    if case is None or doer is None or deed is None or deed.tag not in {"VBN", "VBD"} or deed.child("agent"):
        return
    if not which.i < doer.i < deed.i or any(c.dep in {"aux", "auxpass", "dobj"} for c in deed.children):
        return
    _tell_of(case, doer, deed, which)


def whom_done(whom: Token) -> None:
    """ "Ann Lee, *whom police arrested* in May, was freed": the verb behind "whom" and a noun is the clause's own."""
    main = whom.head
    name = main.head if main is not None and main.dep == "relcl" else None
    if (
        whom.lower != "whom"
        or whom.dep not in {"dobj", "pobj", "nsubj", "nsubjpass"}
        or main is None
        or name is None
        or name.i > whom.i
    ):
        return
    doer = next((c for c in main.children if c.dep in {"nsubj", "nsubjpass"} and whom.i < c.i < main.i), None)
    deed = doer.child("acl") if doer is not None else None
    comma = any(t.text == "," and deed is not None and deed.i < t.i < main.i for t in main.subtree())
    if doer is None or deed is None or deed.tag not in {"VBN", "VBD"} or deed.i != doer.i + 1 or not comma:
        return
    place, label = name.head, name.dep
    hang(main, place, label)
    hang_subject(name, main)
    _tell_of(name, doer, deed, whom)


def _tell_of(noun: Token, doer: Token, deed: Token, pronoun: Token) -> None:
    """Make a verb that of a relative clause of the noun, with its subject and the pronoun as its object."""
    hang(deed, noun, "relcl")
    hang(doer, deed, "nsubj")
    hang(pronoun, deed, "dobj")
    deed.pos, deed.tag = "VERB", "VBD"


def which_said(which: Token) -> None:
    """ "Veyra, *which he said misled* users": who did what is said, hung on the verb of saying."""
    telling = which.head
    if which.lower not in RELATIVES or which.dep not in {"nsubj", "dobj"} or telling is None or telling.dep != "relcl":
        return
    teller = next((c for c in telling.children if c.dep == "nsubj" and which.i < c.i < telling.i), None)
    said = next((c for c in telling.children if c.dep in {"ccomp", "xcomp"} and c.i > telling.i), None)
    if teller is None or said is None or not is_finite(said) or said.child("nsubj", "nsubjpass", "expl", "mark"):
        return
    said.dep = "ccomp"
    hang_subject(which, said)


def which_denied(which: Token) -> None:
    """ "says that Veyra sold her photos, *which Veyra denies*": that it did so is denied, and no photos are."""
    denial = which.head
    noun = denial.head if denial is not None and denial.dep == "relcl" else None
    if which.lower != "which" or which.dep != "dobj" or denial is None or noun is None:
        return
    if denial.lemma not in DENYING or noun.lemma in DENIED or not after_comma(denial):
        return
    below = noun
    for above in noun.ancestors():
        speech = above.lemma in SPEAKING and above.pos == "VERB"
        if speech and below.dep in {"ccomp", "xcomp", "prep"} and above.i < below.i < which.i:
            hang(denial, above, "conj")
            return
        below = above


def of_case(clause: Token) -> None:
    """ "its suit against Tixo, *which a court threw out*": a case is thrown out, and not whoever it is against."""
    name = clause.head
    told = clause.child("dobj", "nsubjpass") if clause.dep == "relcl" else None
    if told is None or name is None or told.lower not in RELATIVES or told.i > clause.i:
        return
    if name.mention is None or not (vocabulary.is_a(name.mention.type, "Actor") or name.mention.type == "Platform"):
        return
    for step in name.ancestors():
        filed = step.child("dobj") if step.pos == "VERB" else None
        above = filed if filed is not None and filed.i < name.i else step
        if above.dep not in {"pobj", "prep", "appos", "conj"} and above.pos != "NOUN":
            return
        case = above.lemma in CASES and clause.lemma in DISPOSING | FILING
        if case or (above.lemma in SANCTIONS and clause.lemma in DISPOSING | IMPOSING):
            hang(clause, above, "relcl")
            return


def of_sum(clause: Token) -> None:
    """ "a fine of two million euros *that the court upheld*": the clause is about the fine, not about the euros."""
    amount = clause.head
    if clause.dep != "relcl" or amount is None or amount.dep != "pobj" or amount.head is None:
        return
    noun = amount.head.head
    counted = amount.tag == "CD" or any(c.tag == "CD" for c in amount.children)
    if counted and amount.head.lower == "of" and noun is not None and noun.lemma in SANCTIONS | PAYMENTS:
        hang(clause, noun, "relcl")


def of_nearest(clause: Token) -> None:
    """ "issued the rules under the Media Act, *which does not cover apps*": one act does not, where rules do not."""
    noun = clause.head
    which = clause.child("nsubj", "nsubjpass") if clause.dep == "relcl" else None
    finite = next((t for t in (*clause.children, clause) if t.tag in {"VBZ", "VBP"} and t.dep != "conj"), None)
    if noun is None or which is None or which.lower not in {"which", "that"} or finite is None or finite.i < which.i:
        return
    if (noun.tag in PLURAL) != (finite.tag == "VBZ") or noun.child("cc") is not None:
        return
    phrase = (noun.head or noun).subtree()
    before = next((t for t in phrase if t.i == which.i - (2 if after_comma(clause) else 1)), None)
    while before is not None and before.pos in {"NUM", "PUNCT"} and before is not noun:
        before = before.head
    above = noun.head.head if noun.dep == "pobj" and noun.head is not None else None
    meant = above if before is noun else before if before is not None and before.i > noun.i else None
    nominal = meant is not None and meant.pos in {"NOUN", "PROPN"} and meant.child("cc") is None
    if meant is not None and nominal and (meant.tag in PLURAL) != (finite.tag == "VBZ"):
        hang(clause, meant, "relcl")


def of_whose(noun: Token) -> None:
    """ "a complaint by Veyra, *whose founder*, Ann Lee, *welcomed* it": her deed, not one of the sentence's subject."""
    owner = noun.head
    whose = noun.child("poss")
    if noun.dep != "appos" or owner is None or whose is None or whose.lower != "whose" or noun.i < owner.i:
        return
    last = noun.subtree()[-1].i
    behind = [t for t in owner.ancestors() if t.pos in {"VERB", "AUX"}]
    verbs = [c for t in behind for c in t.children if c.dep == "conj" and c.i > last and is_finite(c)]
    verb = next((c for c in verbs if c.child("nsubj", "nsubjpass") is None), None)
    above = verb.head if verb is not None else None
    if verb is None or above is None or above.i > noun.i or any(t.pos == "CCONJ" for t in _between(verb, last)):
        return
    if len(_between(verb, last)) > FEW:
        return
    hang(verb, owner, "relcl")
    hang_subject(noun, verb)


def _between(verb: Token, last: int) -> list[Token]:
    """What stands before a verb behind the word at `last`, in the verb's own phrase or above it."""
    above = verb.head
    return [t for t in (above.subtree() if above is not None else []) if last < t.i < verb.i]
