"""Who says "we" in a text without a publisher: "*Ofcom* has fined the site. *We opened an investigation* in April"."""

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
#: Within as many sentences, its heading among them, a text names its author.
LEAD = 4


def writer(sentences: list[Sentence], register: Register) -> Entity | None:
    """The regulator of whom a text tells first, if "we" do in it what only an authority does."""
    first = next((t for s in sentences[:LEAD] for t in s.tokens if _acts(t)), None)
    if first is None or first.mention is None or not any(_rules(t, s) for s in sentences for t in s.tokens):
        return None
    return register.entity(first.mention)


def _acts(token: Token) -> bool:
    mention = token.mention
    named = mention is not None and mention.kind == "name" and mention.type == "Regulator"
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
