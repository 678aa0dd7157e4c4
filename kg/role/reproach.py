"""Whether what somebody says of another is said against him, so that he is the target of the statement."""

from __future__ import annotations

from kg import lexicon
from kg.language.token import Token
from kg.vocabulary import is_a

#: What is no fault of whoever is it, and what kind of thing it is no fault to be.
FAVOURABLE = frozenset(
    "able available committed compliant confident eligible entitled fit free grateful happy independent innocent "
    "lawful legal necessary open optimistic pleased popular prepared profitable proud ready reliable safe secure "
    "successful valuable welcome willing worth".split()
)
EXCELLENT = frozenset(
    "best fastest-growing fit innovative largest leading popular proper reliable successful used".split()
)
#: What it is a fault to be, however great.
BAD = frozenset(
    "threat danger risk monopoly liar disgrace problem shame fraud obstacle source offender enemy cause".split()
)
#: Who somebody means by a plural ("*the* owners", "*its* rivals").
OF_SOME = {"the", "these", "those", "its", "their", "his", "her", "some", "several"}
#: What authorities do to others.
IN_OFFICE = {
    "acquit", "arrest", "ban", "block", "charge", "convict", "detain", "fine", "free", "indict", "jail", "order",
    "question", "raid", "release", "rule", "search", "sentence", "sue", "summon", "uphold",
}  # fmt: skip
#: What a whole class of firms is reproached with.
WRONGS = lexicon.verbs("harming") | {
    "betray", "breach", "break", "cheat", "deceive", "endanger", "exploit", "fail", "hurt", "ignore", "manipulate",
    "mislead", "prey", "profit", "put", "sell", "spy", "undermine", "violate",
}  # fmt: skip
#: What a party did not do, where a court finds for it, and what it has by a court's word.
INFRINGING = {"infringe", "violate", "breach", "copy", "misuse", "defame", "break", "discriminate", "abuse", "mislead"}
RIGHTS = {"right", "standing", "freedom", "permission", "immunity", "claim", "case"}
WISHING = {"hope", "wish", "expect", "want", "urge", "ask", "demand"}
DUTY = {"must", "should", "ought"}
DENYING = {"no", "neither", "never", "hardly"}


def is_blameless(said_of: Token) -> bool:
    """ "said that *Veyra* had accepted the bid", "that *Tixo* is ready": what is said of it is no reproach."""
    clause = _clause(said_of)
    if clause is None or clause.lemma == "exist":
        return clause is not None
    wished = clause.head is not None and clause.dep == "ccomp" and clause.head.lemma in WISHING
    if wished or any(c.dep == "neg" or (c.dep == "aux" and c.lower in DUTY) for c in clause.children):
        return False  # "should buy", "does not cooperate", "we hope that it will improve"
    if any(t.lower in DENYING for c in clause.children if c.dep in {"dobj", "attr"} for t in (c, *c.children)):
        return False  # "has offered *no* remedy"
    if clause.lemma == "be":
        return any(_praises(c) for c in clause.children if c.dep in {"acomp", "attr", "prep"} and c.lemma not in BAD)
    return clause.lemma in lexicon.verbs("blameless") or any(c.lower in {"well", "quickly"} for c in _manner(clause))


def is_nobody_known(said_of: Token) -> bool:
    """ "*Millions of users* rely on it", "*every other state* is watching": said of people at large, not against one.

    Nor is what an authority does in office a reproach ("said that *the prosecutors* had charged Veyra").
    """
    mention = said_of.mention
    if mention is None:
        return False
    clause = _clause(said_of)
    authority = is_a(mention.type, "PublicBody") or mention.type == "Court"
    if authority and clause is not None and clause.lemma in IN_OFFICE and said_of.dep in {"nsubj", "poss"}:
        return True
    if said_of.lower in {"millions", "thousands", "hundreds", "billions"}:
        return True
    if mention.kind != "nominal":
        return False
    words = {c.lower for c in said_of.children if c.dep in {"det", "amod", "poss"}}
    if words & {"every", "each", "any", "all", "many", "more", "most", "no", "our", "my", "too"}:
        return True
    described = mention.type in {"Company", "Platform"} and said_of.child("relcl") is not None
    if described and clause is not None and clause.lemma in WRONGS:
        return False  # "*companies that hide their fees* cheat families": a class of wrongdoers
    at_large = mention.type in {"Person", "Company"} and said_of.tag == "NNS" and said_of.child("nummod") is None
    bound = clause is not None and any(c.dep == "neg" or c.lower in DUTY for c in clause.children)
    return at_large and not words & OF_SOME and not bound  # but "*firms* must not hide their fees"


def is_allowed(ruled_of: Token) -> bool:
    """ "ruled that *Veyra* may sell it", "that *Tixo* has the right to sue", "that *Plaza* did not copy it".

    Such a decision is for whom it is about, and against nobody who is told there.
    """
    clause = _clause(ruled_of)
    if clause is None or clause.child("nsubjpass", "auxpass") is not None or ruled_of.dep not in {"nsubj", "poss"}:
        return False
    aux = {c.lower for c in clause.children if c.dep == "aux"}
    denied = any(c.dep == "neg" for c in clause.children)
    if clause.lemma in INFRINGING:
        return denied
    given = [c for c in clause.children if c.dep == "dobj" and c.lemma in RIGHTS and clause.lemma in {"have", "enjoy"}]
    if any(not any(c.lower in DENYING for c in right.children) for right in given):
        return not denied
    if clause.lower == "standing" and "have" in aux:  # "*have standing to sue*", taken for a verb
        return not denied
    return bool(aux & {"can", "may"}) and not (denied or aux & {"have"} or clause.lemma in {"face", "be", "owe"})


def _clause(said_of: Token) -> Token | None:
    """The verb of the clause in which somebody is told of."""
    verb = next((t for t in said_of.ancestors() if t.pos in {"VERB", "AUX"}), None)
    return verb if verb is not None and verb.dep in {"ccomp", "conj", "advcl", "acl", "ROOT", "parataxis"} else None


def _praises(predicate: Token) -> bool:
    """ "is *ready*", "is worth billions", "is the *most used* browser"."""
    if any(c.lower in DENYING for c in predicate.children):
        return False
    kinds = [t for c in predicate.children if c.dep == "amod" for t in (c, *c.children)]
    return predicate.lower in FAVOURABLE or any(t.lower in EXCELLENT for t in kinds)


def _manner(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep == "advmod"]
