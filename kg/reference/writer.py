"""Who says "we" in a text without a publisher: "*Ofcom* has fined the site. *We opened an investigation* in April".

A regulator is known by what it does, an advocacy group by what it hopes for and calls for.
"""

from __future__ import annotations

from kg.language.token import Sentence, Token
from kg.model import Entity
from kg.reference.register import Register

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
#: Within as many sentences, its heading among them, a text names its author.
LEAD = 4


def writer(sentences: list[Sentence], register: Register) -> Entity | None:
    """The regulator of whom a text tells first, if "we" do in it what only an authority does; else the only group."""
    first = next((t for s in sentences[:LEAD] for t in s.tokens if _acts(t)), None)
    if first is not None and first.mention is not None and any(_rules(t, s) for s in sentences for t in s.tokens):
        return register.entity(first.mention)
    return _group(sentences, register)


def _group(sentences: list[Sentence], register: Register) -> Entity | None:
    """The only group that acts at the head of a text in which "we" speak for others."""
    acting = (t for s in sentences[:LEAD] for t in s.tokens if _acts(t, "NGO"))
    groups = {register.entity(t.mention).id: t for t in acting if t.mention is not None}
    only = next(iter(groups.values())) if len(groups) == 1 else None
    if only is None or only.mention is None or not any(_speaks_up(t, s) for s in sentences for t in s.tokens):
        return None
    return register.entity(only.mention)


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
