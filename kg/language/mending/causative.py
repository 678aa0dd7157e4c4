"""Deeds that somebody has done by others ("the judge *had* the app *blocked*"), told as his own."""

from __future__ import annotations

from kg import lexicon, vocabulary
from kg.language.token import Token, hang

#: What those in power have done to a site, an account or a person.
DONE = {
    "arrest", "ban", "bar", "block", "censor", "close", "deactivate", "delete", "detain", "disable", "fine", "freeze",
    "jail", "remove", "restrict", "search", "shut", "suspend", "take", "unblock",
}  # fmt: skip


def had_done(participle: Token) -> None:
    """ "The judge *had* the app *blocked*", "to get it banned": whoever has it done does it, but for his own."""
    if participle.lemma not in DONE or participle.child("agent", "auxpass"):
        return
    subjects = [c for c in participle.children if c.dep in {"nsubj", "nsubjpass"} and c.i < participle.i]
    had = participle.child("aux")
    if len(subjects) == 2 and had is not None and had.lower == "had" and subjects[0].i < had.i < subjects[1].i:
        if _orders(subjects[0], subjects[1]):
            hang(subjects[1], participle, "dobj")
        return
    had = participle.head
    if participle.dep != "ccomp" or len(subjects) != 1 or had is None or had.lemma not in {"have", "get"}:
        return
    doer, patient = had.child("nsubj"), subjects[0]
    meant = had.tag == "VB" and doer is None and had.dep in {"xcomp", "advcl", "acl"}
    ordered = doer is not None and _orders(doer, patient)
    if had.i < patient.i and not participle.child("aux", "mark") and (ordered or (meant and not _is_owned(patient))):
        _take_place(participle, had, patient)


def _take_place(participle: Token, had: Token, patient: Token) -> None:
    """ "had the app *blocked*" told as "blocked the app"."""
    hang(participle, had.head, had.dep)
    hang(patient, participle, "dobj")
    for child in list(had.children):
        hang(child, participle, child.dep)
    participle.tag = had.tag
    hang(had, participle, "aux")


def _is_owned(patient: Token) -> bool:
    """ "had *her* account closed", "had *posts* removed": somebody to whom it is done tells of it so, too."""
    owner = patient.child("poss")
    bare = patient.tag in {"NN", "NNS"} and patient.child("det", "poss") is None
    return bare or (owner is not None and owner.tag == "PRP$")


def _orders(doer: Token, patient: Token) -> bool:
    """Whether somebody can have that done: an authority anything, a person what is another's."""
    kind = _kind(doer)
    if kind is None or _is_owned(patient):
        return False
    if vocabulary.is_a(kind, "PublicBody") or kind == "Country":
        return True
    other = _kind(patient)
    return kind == "Person" and (patient.tag == "PRP" or other in {"Platform", "MediaOutlet", "Person", "Company"})


def _kind(noun: Token) -> str | None:
    """What a noun or name is known for; an unknown name may be a person's."""
    if noun.mention is not None:
        return noun.mention.type
    kind = "Person" if noun.tag == "NNP" else lexicon.heads().get(noun.lower)
    return kind if kind is not None and kind != "Phrase" else None
