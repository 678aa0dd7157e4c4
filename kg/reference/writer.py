"""Who says "we" in a text without a publisher: "*Ofcom* has fined the site. *We opened an investigation* in April".

A regulator is known by what it does, an advocacy group by what it hopes for and calls for, a firm by its users.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.syntax import subjects
from kg.language.token import Sentence, Token
from kg.model import Entity, Mention
from kg.reference.register import Register, slug

#: What only authorities do, and what they do with such things.
ACTS = {"fine", "impose", "investigate", "penalise", "sanction"}
TAKING = {"open", "launch", "close", "issue", "serve", "send", "start", "make", "take", "announce"}
TAKEN = {"investigation", "notice", "fine", "penalty", "order", "decision", "inquiry", "reprimand", "inspection"}
#: Whose own these are is an authority.
OWN = {"decision", "penalty", "fine", "enforcement", "order", "notice", "reprimand"}
#: What groups that speak for others do.
SPEAKING = {
    "ask", "believe", "call", "commend", "condemn", "demand", "hope", "recommend", "reiterate", "support", "urge",
    "welcome", "write",
}  # fmt: skip
#: Whose own these are runs a service, and what only who runs one does with it.
SERVICE = {"user", "service", "platform", "app", "customer", "product", "subscriber", "terms", "website"}
RUNNING = {"block", "disable", "host", "launch", "moderate", "restore", "update", "geoblock"}
FIRMS = ("Company", "Platform", "Actor")
#: What several sign.
LETTERS = {"letter", "statement", "appeal", "petition", "declaration"}
#: Within as many sentences, its heading among them, a text names its author.
LEAD = 4


def writer(sentences: list[Sentence], register: Register) -> Entity | None:
    """The regulator of whom a text tells first, if "we" do in it what only an authority does; else the only group."""
    first = next((t for s in sentences[:LEAD] for t in s.tokens if _acts(t)), None)
    if first is not None and first.mention is not None and any(_rules(t, s) for s in sentences for t in s.tokens):
        return register.entity(first.mention)
    return _group(sentences, register) or _firm(sentences, register)


class Signers:
    """Those who wrote a letter that a text prints: its "we" are they, not whoever publishes it.

    "We, *the undersigned groups*, urge" says so itself, "We, the undersigned, urge" below "a letter *from 20 groups*".
    """

    def __init__(self, document: str, sentences: list[Sentence]) -> None:
        self._since = 0
        self._entity: Entity | None = None
        for sentence in sentences:
            opening = next((t for t in sentence.tokens if _are_undersigned(t)), None)
            if opening is None:
                continue
            noun = opening if opening.lower == "undersigned" else next(_adjectives(opening))
            named = opening if noun is not opening else _told_before(sentences[: sentence.index])
            if named is not None and named.mention is not None:
                label = _with_others(named)
                self._since = sentence.start
                self._entity = Entity(f"doc/{document}#{slug(label)}", named.mention.type, label)
            return

    def of(self, mention: Mention) -> Entity | None:
        """Who says "we" there, where those are who signed."""
        return self._entity if mention.start >= self._since else None


def _are_undersigned(token: Token) -> bool:
    """Whether a word stands beside "we" and calls them the undersigned."""
    we = token.head is not None and token.head.lower == "we" and token.dep == "appos"
    return we and (token.lower == "undersigned" or next(_adjectives(token), None) is not None)


def _adjectives(token: Token) -> Iterator[Token]:
    return (c for c in token.children if c.lower == "undersigned")


def _told_before(sentences: list[Sentence]) -> Token | None:
    """Several from whom a letter is said to be, above it ("an open letter to Veyra, *from digital rights groups*")."""
    for token in (t for s in reversed(sentences) for t in s.tokens):
        by = token.head if token.dep == "pobj" and token.tag == "NNS" and token.mention is not None else None
        above = by.head if by is not None and by.lower in {"from", "by"} else None
        paper = above is not None and any(t.lemma in LETTERS for t in above.subtree())
        if paper and token.mention is not None and token.mention.type in {"NGO", "Person", "Company"}:
            return token
    return None


def _with_others(noun: Token) -> str:
    """ "digital rights organizations *and groups*": the words for all of them."""
    told = [noun, *(c for c in noun.children if c.dep == "conj" and c.tag == "NNS" and not c.children)]
    return " and ".join(t.mention.text if t.mention is not None else t.text for t in told)


def _group(sentences: list[Sentence], register: Register) -> Entity | None:
    """The only group that acts at the head of a text in which "we" speak for others."""
    acting = (t for s in sentences[:LEAD] for t in s.tokens if _acts(t, "NGO"))
    groups = {register.entity(t.mention).id: t for t in acting if t.mention is not None}
    only = next(iter(groups.values())) if len(groups) == 1 else None
    if only is None or only.mention is None or not any(_speaks_up(t, s) for s in sentences for t in s.tokens):
        return None
    return register.entity(only.mention)


def _firm(sentences: list[Sentence], register: Register) -> Entity | None:
    """The only firm that acts at the head of a text in which "we" run a service ("*our users*", "we *block* it")."""
    acting = (t for s in sentences[:LEAD] for t in s.tokens if any(_acts(t, kind) for kind in FIRMS))
    firms = {register.entity(t.mention).id: t for t in acting if t.mention is not None}
    only = next(iter(firms.values())) if len(firms) == 1 else None
    if only is None or only.mention is None or not any(_runs(t, s) for s in sentences for t in s.tokens):
        return None
    return register.entity(only.mention)


def _runs(token: Token, sentence: Sentence) -> bool:
    if any(t.text in {'"', "“"} for t in sentence.tokens):
        return False
    if token.lower == "our" and token.dep == "poss":
        return token.head is not None and token.head.lemma in SERVICE
    return token.lemma in RUNNING and token.pos == "VERB" and any(t.lower == "we" for t in subjects(token))


def _speaks_up(token: Token, sentence: Sentence) -> bool:
    verb = token.head if token.lower == "we" and token.dep == "nsubj" else None
    return verb is not None and verb.lemma in SPEAKING and not any(t.text in {'"', "“"} for t in sentence.tokens)


def _acts(token: Token, type_: str = "Regulator") -> bool:
    mention = token.mention
    named = mention is not None and mention.kind == "name" and mention.type == type_
    return named and token.dep in {"nsubj", "poss"}


def _rules(token: Token, sentence: Sentence) -> bool:
    """Whether "we" act as an authority here, outside quotation marks."""
    if token.lower not in {"we", "our"} or token.head is None or any(t.text in {'"', "“"} for t in sentence.tokens):
        return False
    if token.dep == "poss":
        return token.head.lemma in OWN
    verb = token.head
    thing = verb.child("dobj")
    return token.dep == "nsubj" and (
        verb.lemma in ACTS or (verb.lemma in TAKING and thing is not None and thing.lemma in TAKEN)
    )
