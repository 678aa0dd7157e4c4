"""What nouns tell of who is meant: what somebody was called before, and what only a firm has."""

from __future__ import annotations

from kg.language.token import Token
from kg.model import Mention
from kg.vocabulary import is_a, is_official

#: Who holds an office, or pleads for another.
OFFICIAL = {
    "minister", "prime minister", "president", "vice-president", "king", "queen", "emir", "sultan", "prince", "pope",
    "chancellor", "premier", "governor", "mayor", "senator", "ambassador", "secretary", "judge", "prosecutor",
    "commissioner", "spokesman", "spokeswoman", "spokesperson", "lawyer", "attorney", "counsel",
}  # fmt: skip
#: What nobody is called in the same text who holds one.
PRIVATE = {
    "activist", "actor", "actress", "artist", "author", "blogger", "cartoonist", "comedian", "creator", "critic",
    "dissident", "editor", "filmmaker", "footballer", "founder", "hacker", "influencer", "journalist", "man",
    "musician", "photographer", "poet", "rapper", "reporter", "singer", "streamer", "student", "teacher", "teenager",
    "tiktoker", "user", "whistleblower", "woman", "writer", "youtuber",
}  # fmt: skip
#: Offices of which nobody holds one who is told of by another.
OF_ITS_OWN = {"judge", "prosecutor", "ambassador", "magistrate"}
#: What nobody is called whom a text has only named.
CALLED_SO = {"inspector", "auditor", "ombudsman", "coroner"}
#: What a firm has, of which a text on a court or prosecutor hardly tells.
OF_FIRMS = {
    "app", "customer", "employee", "headquarters", "office", "platform", "premises", "product", "revenue", "server",
    "service", "share", "shareholder", "subsidiary", "turnover", "user",
}  # fmt: skip
NO_FIRM = ("Court", "Prosecutor", "LawEnforcement", "Legislature")


def is_of_another(mention: Mention, called: set[str]) -> bool:
    """Whether an office is none of somebody's ("*blogger* Ann Lee accused *the minister*")."""
    if mention.kind != "nominal" or mention.head in called:
        return False
    other = mention.head in CALLED_SO or (mention.head in OF_ITS_OWN and bool(called & OFFICIAL))
    return other or (mention.head in OFFICIAL and bool(called) and called <= PRIVATE)


#: What authorities do to firms, and hardly ever to each other.
FINED = {"fine", "designate", "penalise", "penalize", "reprimand", "delist", "blacklist"}


def is_of_firm(pronoun: Token) -> bool:
    """Whether "its" tells what firms have ("a court fined Veyra; the police searched *its offices*")."""
    return (
        pronoun.lower == "its" and pronoun.dep == "poss" and pronoun.head is not None and pronoun.head.lemma in OF_FIRMS
    )


def is_fined(pronoun: Token) -> bool:
    """Whether "it" is whom authorities measure, so that it is none of them ("*It* was fined in 2022")."""
    verb = pronoun.head
    return pronoun.lower in {"it", "they"} and pronoun.dep == "nsubjpass" and verb is not None and verb.lemma in FINED


def cannot_be(pronoun: Token, type_: str) -> bool:
    """Whether no such body is meant by a pronoun for a firm, or for whoever is fined."""
    return is_official(type_) if is_fined(pronoun) else any(is_a(type_, kind) for kind in NO_FIRM)
