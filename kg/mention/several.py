"""Words by which a text takes up several told of before: "*Both* were freed", "*all three* deny it", "*the pair*"."""

from __future__ import annotations

from kg.language.amount import COUNTS
from kg.language.token import Token

#: How many are a pair, a trio, a quartet.
BANDS = {"pair": 2, "duo": 2, "trio": 3, "threesome": 3, "quartet": 4, "foursome": 4, "quintet": 5}
#: What they are to each other: whoever was told of together last.
SIDES = {"parties", "sides"}
#: Words for a part of several.
PARTS_OF = frozenset("some several many most one dozens hundreds thousands scores".split())
#: Where somebody stands who does something, or to whom it is done.
PARTS = {"nsubj", "nsubjpass", "dobj", "pobj", "poss"}


def several(token: Token) -> int | None:
    """How many a word without a noun takes up, None if it takes up nobody ("*two* of the men", "*both* apps")."""
    if token.dep not in PARTS:
        return None
    if token.lower in SIDES:
        return _sides(token)
    below = {c.lower for c in token.children if c.dep in {"det", "predet"}}
    alone = not any(c.dep in {"appos", "relcl", "acl", "compound", "amod", "poss", "nummod"} for c in token.children)
    of = next((c.child("pobj") for c in token.children if c.lower == "of"), None)
    theirs = of is None or of.lower in {"them", "whom", "which"}
    if not alone or not theirs:
        return None
    if token.lower == "both" and token.tag in {"DT", "PDT", "CC", "PRP", "NN"}:
        return 2
    if token.lower in BANDS and "the" in below and of is None:
        return BANDS[token.lower]
    counted = token.lower in COUNTS and token.pos == "NUM" and below & {"the", "all", "these", "those"}
    return COUNTS[token.lower] if counted else None


def number_of(noun: Token) -> int | None:
    """By what number in words a noun is told ("*two* firms")."""
    number = noun.child("nummod")
    return COUNTS.get(number.lower) if number is not None else None


def counted_of(some: Token) -> Token | None:
    """Those of whom some are meant ("three *of his friends*")."""
    of = some.child("prep") if some.pos == "NUM" or some.lower in PARTS_OF else None
    inner = of.child("pobj") if of is not None and of.lower == "of" and of.i == some.i + 1 else None
    return inner if inner is not None and inner.tag == "NNS" else None


def counted(people: Token) -> int | None:
    """How many of them are told of: "*two* writers", "*three* of the defendants"."""
    if people.tag == "CD":
        return COUNTS.get(people.lower) if counted_of(people) is not None else None
    return number_of(people) if people.tag == "NNS" else None


def is_counted_as(noun: Token, many: int) -> bool:
    """Whether a noun is told by that number, in words or figures."""
    number = noun.child("nummod")
    return number is not None and str(COUNTS.get(number.lower) or number.text) == str(many)


def _sides(noun: Token) -> int | None:
    """ "Veyra and Peru signed a deal. *Both parties* deny ...", "*the two sides* said": no other words beside it."""
    told = {c.lower for c in noun.children}
    return 2 if told in ({"both"}, {"the", "two"}, {"both", "the"}) else None
