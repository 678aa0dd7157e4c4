"""What part somebody plays where a text tells of him: accused, wrongdoer, victim, plaintiff, official, man or woman.

It decides who can be meant by "the suspect", and who cannot be the "he" that was arrested: whoever was only told to
have been harmed, to have gone to court, or to have spoken for the police.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg import lexicon, vocabulary
from kg.language.preposition import prepositional
from kg.language.syntax import objects, subjects
from kg.language.token import Token

#: Which side of a case a bare noun names.
SIDES = {
    "defendant": "target",
    "accused": "target",
    "respondent": "target",
    "plaintiff": "agent",
    "claimant": "agent",
    "complainant": "agent",
    "petitioner": "agent",
}
#: What is done to whoever is accused, and the nouns that tell it.
ACCUSING = {
    "accuse", "arrest", "arraign", "bail", "capture", "charge", "convict", "detain", "extradite", "hold", "identify",
    "imprison", "indict", "investigate", "jail", "prosecute", "remand", "seek", "sentence", "sue", "suspect", "try",
    "want",
}  # fmt: skip
ACCUSATIONS = {"arrest", "case", "charge", "complaint", "detention", "indictment", "prosecution", "trial", "warrant"}
#: What whoever stands behind "by" has brought.
BROUGHT = {"complaint", "lawsuit", "suit", "petition", "tip-off", "claim"}
#: What somebody does who confesses, and what those do in whose hands a case is.
PLEADING = {"plead", "surrender", "confess", "admit"}
HANDLING = {
    "arraign", "arrest", "charge", "convict", "defend", "detain", "extradite", "indict", "investigate", "jail",
    "prosecute", "remand", "represent", "sentence",
}  # fmt: skip
#: Who speaks in a case without being its subject, and the verbs with which he does.
OFFICIALS = {
    "attorney", "barrister", "commissioner", "constable", "detective", "inspector", "judge", "lawyer", "magistrate",
    "officer", "police", "prosecutor", "sergeant", "sheriff", "solicitor", "spokesman", "spokesperson", "spokeswoman",
    "superintendent", "minister", "premier", "president",
}  # fmt: skip
SPEAKING = {
    "add", "allege", "announce", "apologise", "apologize", "argue", "confirm", "explain", "hear", "note", "rule", "say",
    "state", "tell",
}  # fmt: skip
#: Nouns of harm with whom it befell, by the preposition before him; as possessor he is the one harmed only by some.
HARMS = {
    "of": {"abduction", "abuse", "assault", "bullying", "death", "harassment", "kidnapping", "killing", "murder",
           "rape", "shooting", "stabbing", "stalking"},
    "on": {"assault", "attack"},
    "against": {"assault", "attack", "harassment", "insult", "threat", "violence"},
    "to": {"threat"},
    "poss": {"abduction", "death", "kidnapping", "killing", "murder", "rape"},
}  # fmt: skip
#: Where one can only die under arrest.
CELLS = {"custody", "detention", "jail", "prison"}
MALE = frozenset("boy brother father husband man mr mr. schoolboy son spokesman businessman chairman actor".split())
FEMALE = frozenset(
    "actress businesswoman chairwoman daughter girl housewife mother mrs mrs. ms ms. schoolgirl sister spokeswoman "
    "wife woman".split()
)
#: Whom an event that accuses cannot mean, unless he is named as accused elsewhere.
INNOCENT = {"victim", "plaintiff", "official"}
#: Of whom such events are told.
GUILTY = {"accused", "denounced", "doer"}
#: Of these, whom the law or the text itself holds for guilty, not only somebody's word.
HELD = {"accused", "doer"}


def part(token: Token) -> str:
    """The part of whom a token names: accused, denounced (in words), doer, victim, plaintiff, accuser or official."""
    while token.dep in {"conj", "appos"} and token.head is not None:
        token = token.head
    by_noun = _by_noun(token)
    if by_noun:
        return by_noun
    verbs = list(_verbs(token))
    by_report = next((p for v in verbs if _to_police(v) for p in [_of_report(token, v)] if p), "")
    if by_report:
        return by_report
    patient = {v.lemma for v in verbs if token in objects(v)}
    agent = {v.lemma for v in verbs if token in subjects(v)}
    harmed = any(token in objects(v) and _harms(v) and not _by_body(v) for v in verbs)
    if patient & ACCUSING or agent & PLEADING:
        return "accused" if patient != {"accuse"} or agent & PLEADING else "denounced"
    if harmed or _is_hurt(token, verbs):
        return "victim"
    if any(token in subjects(v) and _harms(v) for v in verbs):
        return "doer"
    return _as_agent(token, agent)


def _to_police(verb: Token) -> bool:
    """Whether somebody is reported to the police."""
    told = [t for word, t in prepositional(verb) if word == "to"] if verb.lemma in {"report", "denounce"} else []
    return any(t.mention is not None and vocabulary.is_a(t.mention.type, "PublicBody") for t in told)


def _of_report(token: Token, verb: Token) -> str:
    return "accused" if token in objects(verb) else "plaintiff" if token in subjects(verb) else ""


def _is_hurt(token: Token, verbs: list[Token]) -> bool:
    """Whether somebody died, but not in custody, or was "the *victim* of" something."""
    for verb in verbs:
        attributes = {c.lower for c in verb.children if c.dep == "attr"}
        held = {t.lower for word, t in prepositional(verb) if word == "in"} & CELLS
        if token in subjects(verb) and (attributes & {"victim", "target"} or (verb.lemma == "die" and not held)):
            return True
    return False


def _harms(verb: Token) -> bool:
    """Whether a verb tells of harm, though the model takes a form of it for another's ("raped" for "rap")."""
    return bool({verb.lemma, verb.lower} & lexicon.verbs("harming"))


def _as_agent(token: Token, deeds: set[str]) -> str:
    if deeds & {"sue", "complain"}:
        return "plaintiff"
    if deeds & HANDLING or (deeds & SPEAKING and _is_official(token)):
        return "official"
    return "accuser" if "accuse" in deeds else ""


def _by_noun(token: Token) -> str:
    """The part that a noun of accusation or harm gives to its possessor or to whoever stands behind it."""
    head = token.head
    if head is None:
        return ""
    if token.dep == "poss":
        return "accused" if head.lemma in ACCUSATIONS else "victim" if head.lemma in HARMS["poss"] else ""
    if token.dep != "pobj" or head.head is None:
        return ""
    noun = head.head.lemma
    carried = {c.lemma for c in head.head.children if c.dep in {"nsubjpass", "nsubj", "dobj"}}
    if head.lower in {"of", "against", "for"} and noun in ACCUSATIONS:
        return "accused"
    if head.lower == "against" and carried & ACCUSATIONS:
        return "accused"  # "*charges* were filed against him"
    if head.lower in {"by", "from"} and noun in BROUGHT:
        return "plaintiff"
    return "victim" if noun in HARMS.get(head.lower, ()) else ""


def _verbs(token: Token) -> Iterator[Token]:
    """The verbs whose subject or object a token can be: above it, beside them, before it as "by", and behind it."""
    head = token.head
    if token.dep == "pobj" and head is not None and head.lower == "by":
        head = head.head
    if head is not None and head.pos in {"VERB", "AUX"}:
        yield head
        yield from (c for c in head.children if c.dep in {"conj", "xcomp"})
    yield from (c for c in token.children if c.dep in {"relcl", "acl"})


def _by_body(verb: Token) -> bool:
    """Whether an authority does the harm: whoever the police beat may well be the one whom they arrest."""
    doers = [t.mention for t in subjects(verb) if t.mention is not None and (t.tag != "NN" or t.lower == "police")]
    return any(vocabulary.is_a(m.type, "PublicBody") or m.type == "Country" for m in doers)


def _is_official(token: Token) -> bool:
    """Whether somebody speaks in office: "a *prosecutor*", "*Detective* Ann Lee", "his *lawyer*, Bo Kim"."""
    near = [token, *(c for c in token.children if c.dep in {"compound", "appos", "nmod", "amod"})]
    words = {w for t in near for w in (t.lower, *(t.mention.text.lower().split() if t.mention is not None else ()))}
    return bool(words & OFFICIALS)


def gender(token: Token) -> str:
    """Whether a noun or a form of address says that somebody is a man or a woman."""
    words = {token.lower, *(c.lower for c in token.children if c.dep == "compound")}
    return "male" if words & MALE else "female" if words & FEMALE else ""
