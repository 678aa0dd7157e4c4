"""Names of people hung where they belong: on their title, or on the noun that says who they are.

"The company's CEO, Ann Lee, finance chief, Bo Kim, and founder Cy Roe" comes out of the parser as one long list: a name
behind a title and a comma is that title's holder, and the next title stands beside the one before, not below its
holder. "Two bloggers from Lyon, Ann Lee and Bo Kim": the names are the bloggers', not the city's.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kg import lexicon
from kg.language.syntax import Sentence, Token

COMMA = len(", ")
LONGEST_NAME = 4


def enrol(sentence: Sentence) -> None:
    """Hang every name that follows a title and a comma below that title, and a title below the one before it."""
    spoken_of = [t for t in sentence.tokens if t.mention is not None and t.mention.kind in {"name", "nominal"}]
    for title, name in pairwise(spoken_of):
        if _is_title(title) and _follows(name, title) and _may_be_person(name):
            _appose(title, name)
    for name in spoken_of:
        described = _described_by(name)
        if described is not None:
            _hang(name, described, "appos")


def _described_by(name: Token) -> Token | None:
    """The people whom a name in apposition names, where it hangs on the last noun of their phrase instead."""
    place, mention = name.head, name.mention
    if place is None or mention is None or mention.kind != "name" or mention.type != "Person":
        return None
    listed = name.dep == "conj" and 0 < mention.start - place.end_of_mention <= COMMA
    if not listed and name.dep != "appos":
        return None
    while place is not None and place.dep == "pobj" and place.head is not None and place.head.dep == "prep":
        place = place.head.head
        if place is not None and place.mention is not None and place.mention.kind == "nominal":
            return place if place.mention.type == "Person" else None
    return None


def _is_title(token: Token) -> bool:
    mention = token.mention
    if mention is None or mention.kind != "nominal" or mention.type != "Person" or token.tag not in {"NN", "NNP"}:
        return False
    return mention.head in lexicon.titles() or (mention.head or "").endswith(("officer", "founder", "owner"))


def _follows(name: Token, title: Token) -> bool:
    """Whether a name stands right behind a title and a comma, in one list with it."""
    together = name.head is title or (name.head is not None and name.head is title.head)
    return 0 < name.start_of_mention - title.end_of_mention <= COMMA and name.dep in {"conj", "appos"} and together


def _may_be_person(token: Token) -> bool:
    mention = token.mention
    assert mention is not None
    if mention.kind != "name":
        return False
    unseen = mention.entity is None and mention.type in {"Person", "Organisation", "Actor", "City"}
    return (unseen and 2 <= len(mention.text.split()) <= LONGEST_NAME) or mention.type == "Person"


def _appose(title: Token, name: Token) -> None:
    assert name.mention is not None
    if name.mention.entity is None:
        name.mention = replace(name.mention, type="Person")
    first = _first_title(title, name)
    if name.head is not first or name.dep != "appos":
        _hang(name, first, "appos")
    before = title.head
    if title.dep == "conj" and before is not None and before.dep == "appos" and before.head is not None:
        _hang(title, before.head, "conj")


def _first_title(title: Token, name: Token) -> Token:
    """ "Its *founder* and chief executive, Ann Lee": both are hers, and the name hangs on the first."""
    head = title.head
    bare = title.child("det", "poss", "nummod") is None
    if title.dep == "conj" and bare and head is not None and _is_title(head) and head.child("appos") in (None, name):
        return _first_title(head, name)
    return title


def _hang(token: Token, head: Token, dep: str) -> None:
    if token.head is not None:
        token.head.children.remove(token)
    token.head, token.dep = head, dep
    head.children.append(token)
    head.children.sort(key=lambda child: child.i)
