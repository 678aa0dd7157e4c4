"""Who asks in a paper that is served on somebody: "Ann Lee *was sent a notice, asking* her to answer"."""

from __future__ import annotations

from kg.language.token import Token
from kg.lexicon import verbs

SERVING = {"serve", "send", "issue", "give", "hand", "deliver", "email", "mail", "write", "show"}
SERVED = {
    "notice", "letter", "email", "e-mail", "message", "note", "memo", "notification", "communication", "order",
    "direction", "directive", "summons", "subpoena", "demand", "request", "warning", "questionnaire", "warrant",
}  # fmt: skip
#: What a paper does, beside saying something.
DEMANDING = {
    "ask", "demand", "direct", "instruct", "invite", "order", "request", "require", "seek", "summon", "threaten",
    "urge",
}  # fmt: skip


def is_served(participle: Token) -> bool:
    """Whether whoever served a paper does what a participle behind it tells, and not whom it was served on."""
    verb = participle.head if participle.dep == "advcl" and participle.tag == "VBG" else None
    if verb is None or verb.lemma not in SERVING or verb.child("nsubjpass") is None:
        return False
    paper = verb.child("dobj")
    served = paper is not None and paper.lemma in SERVED and verb.i < paper.i < participle.i
    return served and participle.lemma in verbs("saying") | DEMANDING
