"""Whom a measure befalls, and what he did that led to it."""

from __future__ import annotations

from kg.language.token import Token
from kg.lexicon import nouns

#: What authorities and firms do to a firm for what it did, or undo when it has mended its ways.
MEASURES = {
    "ban", "bar", "blacklist", "block", "censor", "censure", "close", "delist", "disconnect", "expel", "fine", "outlaw",
    "penalise", "penalize", "prohibit", "prosecute", "punish", "readmit", "reinstate", "remove", "reprimand", "restore",
    "restrict", "sanction", "shut", "slow", "sue", "suspend", "throttle", "unban", "unblock",
}  # fmt: skip
#: They open a clause that tells why or until when.
REASONS = {"after", "because", "until", "unless", "once", "since", "if"}
#: What whoever takes a measure does before ("fined the firm after it *found* that"); not the one whom it befalls.
INQUIRING = {
    "accuse", "adopt", "analyse", "approve", "ask", "believe", "charge", "complete", "conclude", "consider", "decide",
    "declare", "deem", "demand", "detect", "determine", "discover", "establish", "examine", "fear", "find", "get",
    "hear", "hold", "identify", "inspect", "investigate", "issue", "judge", "launch", "learn", "notice", "obtain",
    "open", "order", "pass", "receive", "request", "review", "rule", "say", "see", "suspect", "threaten", "uncover",
    "vote", "want", "warn", "win",
}  # fmt: skip
#: What firms do to each other, too, only for a wrong.
WRONGS = {"breach", "copy", "fail", "ignore", "infringe", "neglect", "refuse", "violate", "break", "defy", "decline"}
#: What somebody is told to have done, and how it is the ground of what befalls him.
REPROACHES = nouns("reproaches") | {"report", "complaint", "suspicion", "concern", "fear"}
GROUNDS = {"over", "on", "amid", "after", "following", "about", "for"}
WITHDRAWING = {"pull", "withdraw", "divest"}
CASES = {"investigation", "probe", "inquiry", "lawsuit", "suit", "action", "case", "proceeding", "complaint"}
AGAINST = {"against", "into", "of"}
PURSUING = {
    "sue", "fine", "investigate", "probe", "accuse", "criticise", "criticize", "condemn", "question", "charge", "warn",
    "leave", "boycott", "summon",
}  # fmt: skip
AUTHORITIES = {
    "PublicBody", "Regulator", "Ministry", "LawEnforcement", "Prosecutor", "Court", "Legislature", "Government",
    "Country", "Region", "City",
}  # fmt: skip


def reproached(pronoun: Token) -> list[Token]:
    """Whom "it" means in "the ministry blocked *Veyra* because *it* refused to delete the posts".

    Of an object that only belongs to somebody or is open to him ("access to *Veyra*") it is who stands behind it.
    """
    clause = pronoun.head if pronoun.dep in {"nsubj", "nsubjpass"} else None
    if clause is not None and clause.dep in {"acl", "relcl"}:
        return _charged(clause)
    if (
        clause is None
        or clause.dep != "advcl"
        or not any(c.lower in REASONS for c in clause.children if c.dep == "mark")
    ):
        return []
    above = clause.head
    verb = next((v for v in (above, above.child("xcomp") if above is not None else None) if _is_measure(v)), None)
    if verb is None or above is None or clause.lemma in INQUIRING or verb.i > pronoun.i:
        return []
    doer = next((s for v in (verb, above, above.head) if v is not None and (s := v.child("nsubj")) is not None), None)
    official = doer is not None and doer.mention is not None and doer.mention.type in AUTHORITIES
    if doer is None or not (official or clause.lemma in WRONGS):
        return []
    thing = verb.child("dobj")
    return [] if thing is None or thing.i > pronoun.i else _named_in(thing)


def _charged(clause: Token) -> list[Token]:
    """ "sued *Veyra* over claims that it lied", "a probe into *Veyra* after reports that it lied": who is said to have.

    So with "pulled its ads from *Veyra* after reports that it lied".
    """
    claim = clause.head
    ground = claim.head if claim is not None and claim.dep == "pobj" and claim.lemma in REPROACHES else None
    if ground is None or ground.lower not in GROUNDS or ground.head is None:
        return []
    above = ground.head
    if above.pos == "NOUN":
        return _behind(above, AGAINST, clause) if above.lemma in CASES else []
    thing, doer = above.child("dobj"), above.child("nsubj")
    if above.pos != "VERB" or thing is None or thing.i > clause.i:
        return []
    if above.lemma in WITHDRAWING:
        return _behind(thing, {"from"}, clause) or _behind(above, {"from"}, clause)
    if thing.lemma in CASES:
        return _behind(thing, AGAINST, clause) or _behind(above, AGAINST, clause)
    official = doer is not None and doer.mention is not None and doer.mention.type in AUTHORITIES
    return _named_in(thing) if above.lemma in PURSUING or (official and above.lemma in MEASURES) else []


def _behind(word: Token, prepositions: set[str], clause: Token) -> list[Token]:
    """Who stands behind one of the prepositions of a word, before a clause."""
    found = [t for c in word.children if c.dep == "prep" and c.lower in prepositions for t in c.children]
    return _named_in(found[0]) if found and found[0].dep == "pobj" and found[0].i < clause.i else []


def _is_measure(verb: Token | None) -> bool:
    passive = verb is not None and verb.child("auxpass", "nsubjpass") is not None
    return verb is not None and verb.pos == "VERB" and verb.lemma in MEASURES and not passive


def _named_in(thing: Token) -> list[Token]:
    """Who a thing is, or of or to whom it is, with those joined to him."""
    behind = [t for c in thing.children if c.dep == "prep" and c.lower in {"to", "of"} for t in c.children]
    owner = [c for c in thing.children if c.dep == "poss"]
    found = next((t for t in (thing, *behind, *owner) if t.mention is not None and t.mention.kind != "pronoun"), None)
    if found is None:
        return []
    return [found, *(c for c in found.children if c.dep == "conj" and c.mention is not None)]
