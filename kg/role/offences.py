"""A list of offences whose items share a word: the object of two verbs, the noun behind two kinds of it."""

from __future__ import annotations

from dataclasses import replace

from kg.language.token import Token
from kg.model import Mention

#: Deeds that need no object ("accused of *lying* and hiding fees").
WITHOUT_OBJECT = {
    "lie", "spy", "hack", "conspire", "cheat", "stalk", "protest", "demonstrate", "trespass", "riot", "spam", "phish",
    "campaign", "blog", "profiteer", "collude", "interfere", "gamble", "tweet", "post", "speak", "write", "drive",
    "phone", "sexte", "sext", "troll", "doxx", "dox", "bully", "loot", "smuggle", "launder", "insider", "trade",
    "eavesdrop", "snoop", "plot", "cyberbully", "cyberstalk", "cybersquat",
}  # fmt: skip
#: What a fraud or theft may be of, before the word ("*mail*, *wire* and bank fraud").
KINDS = {
    "mail", "wire", "bank", "tax", "securities", "security", "computer", "internet", "identity", "insurance", "visa",
    "email", "e-mail", "phone", "cyber", "election", "electoral", "voter", "investment", "stock", "marriage", "credit",
    "card", "data", "welfare", "healthcare", "passport", "postal", "customs", "consumer", "advertising",
}  # fmt: skip
SHARED = {"fraud", "theft", "crime", "crimes", "offence", "offences", "offense", "offenses", "frauds", "thefts"}
OBJECTS = ("dobj", "prep", "prt", "ccomp", "xcomp", "advmod", "npadvmod", "acomp", "attr", "dative")


def shares_object(first: Token, second: Token) -> bool:
    """ "charged with *killing and eating* a tourist": two verbs in a row, of which only the last has its object."""
    if first.tag != "VBG" or second.tag != "VBG" or first.lemma in WITHOUT_OBJECT:
        return False
    if any(c.dep in OBJECTS and c.i > first.i for c in first.children):
        return False
    between = [c for t in (first, second) for c in t.children if first.i < c.i < second.i]
    adverbs = all(c.dep in {"cc", "punct", "advmod", "conj"} for c in between)
    return adverbs and (second.child("dobj") is not None or any(shares_object(second, c) for c in _next(second)))


def _next(gerund: Token) -> list[Token]:
    return [c for c in gerund.children if c.dep == "conj"]


def with_shared_noun(item: Mention, head: Token) -> Mention:
    """ "*mail*, *wire*, and e-mail fraud": each of the kinds with the noun that stands behind the last of them."""
    if head.lower not in KINDS or head.child("det", "amod", "compound", "prep", "poss", "nmod") is not None:
        return item
    last = head
    while (following := last.child("conj")) is not None:
        last = following
        if last.lower in SHARED and any(c.dep in {"compound", "amod", "nmod"} for c in last.children):
            return replace(item, text=f"{item.text} {last.text}")
        if last.lower not in KINDS:
            return item
    return item
