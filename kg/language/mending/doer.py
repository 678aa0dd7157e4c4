"""Which authority acts, where the parser hung its name or its "by" on something else than the deed."""

from __future__ import annotations

from kg import lexicon, vocabulary
from kg.language.syntax import is_passive
from kg.language.token import Token, hang

#: What authorities do to a suspect; a "by" at the end of the clause tells who does it.
MEASURES = {
    "accuse", "arrest", "ban", "block", "charge", "convict", "detain", "fine", "indict", "investigate", "jail", "order",
    "penalise", "penalize", "probe", "prosecute", "question", "raid", "sanction", "search", "sentence", "sue",
    "summon", "suspend", "warn",
}  # fmt: skip
#: What a body does in person, called after it.
OPERATIONS = {"raid", "operation", "sweep", "sting", "swoop", "bust", "crackdown", "search"}

#: How many words tell where or when at the end.
CIRCUMSTANCE = 3


def by_authority(by: Token) -> None:
    """ "was raided on suspicion of breaking the law *by the police*": the police raided it, they broke no law."""
    body = by.child("pobj")
    above = by.head
    if by.lower != "by" or by.dep not in {"prep", "agent"} or body is None or above is None or not _is_authority(body):
        return
    gerund = next((t for t in (above, *above.ancestors()) if t.dep == "pcomp" and t.tag == "VBG"), None)
    verb = next((t for t in gerund.ancestors() if t.pos == "VERB"), None) if gerund is not None else None
    if gerund is None or verb is None or verb.lemma not in MEASURES or not is_passive(verb) or verb.child("agent"):
        return
    if above.pos == "VERB" and above is not gerund:
        return  # "for posting messages *seized by the police*"
    rest = [t for t in verb.subtree() if t.i > body.i and t not in body.subtree() and t.pos != "PUNCT"]
    if rest and all(t.tag == "NNP" for t in rest) and rest[-1].dep == "npadvmod":
        hang(rest[-1], body, "appos")  # "by the watchdog, *Free Net*"
        rest = []
    if not rest or (len(rest) <= CIRCUMSTANCE and rest[0].lower in {"in", "on", "at"}):
        hang(by, verb, "agent")


def _is_authority(body: Token) -> bool:
    """Whether a noun or a known name is that of a body of the state."""
    if body.mention is not None:
        return vocabulary.is_a(body.mention.type, "PublicBody")
    kind = lexicon.heads().get(body.lower)
    return kind is not None and kind not in {"Phrase"} and vocabulary.is_a(kind, "PublicBody")


def operation_of(noun: Token) -> None:
    """ "arrested in *FBI* | *raids* across the country": the raids are the bureau's, and where the arrest was made."""
    verb = noun.head
    if noun.dep not in {"dep", "dobj"} or noun.lemma not in OPERATIONS or verb is None or not is_passive(verb):
        return
    body = next((t for t in verb.subtree() if t.i == noun.i - 1), None)
    preposition = body.head if body is not None and body.dep == "pobj" else None
    if body is not None and preposition is not None and preposition.head is verb:
        hang(noun, preposition, "pobj")
        hang(body, noun, "compound")


def by_order(by: Token) -> None:
    """ "was taken down *by order of a court*": an order is nobody who does it; it tells on whose word it was done."""
    order = by.child("pobj") if by.dep == "agent" and by.lower == "by" else None
    if order is not None and order.lower in {"order", "decree", "request"} and order.child("det") is None:
        by.dep = "prep"
