"""Whom a plural means where the text lists them by name: "the following apps: | 1. Veyra | 2. Tixo".

The names stand behind a colon, in lines of their own below it or below a heading ("Blocked sites"), or behind a verb
that says who is meant ("the apps banned are Veyra and Tixo").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.language.token import FINITE, Sentence, Token
from kg.mention.several import counted, is_counted_as
from kg.model import PLACES, Entity, Mention
from kg.reference.register import Register, new
from kg.reference.sides import own_name
from kg.role.listing import coordinates, names_told

#: What stands before an item, by itself or in its line.
MARK = re.compile(r"\W*(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})?\W*")
#: What parts an item's name from what is said of it.
PARTING = {":", "|", "(", "-", ",", ";", "."}
#: What an item may say before its name.
ARTICLES = {"the", "and", "or"}
#: So many words at most are the name of an item, and its line.
NAME, LINE = 5, 14
#: Of a list of names behind a colon so many are known, if the others are names, too ("Meta, Slack and *Qorp*").
SURE = 0.75
#: The heads of a table's columns.
COLUMNS = {"name", "company", "app", "service", "platform", "site", "website", "no", "defendant", "country"}
#: What the name of an unknown person may be taken for.
MAYBE = {"Organisation"}


@dataclass(frozen=True, slots=True)
class Enumerated:
    """A plural noun phrase, and those who are listed as whom it means."""

    mention: Mention
    sentence: int
    entities: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: the name with which it begins, or the words of an unknown one; whether it has a mark."""

    words: list[Token]
    mention: Mention | None
    marked: bool


def enumerated(sentences: Sequence[Sentence], register: Register) -> Iterator[Enumerated]:
    """The plurals of a document whose members it lists, in the order of the text."""
    for sentence in sentences:
        for token in sentence.tokens:
            named = [m for t in names_told(token) if (m := own_name(t)) is not None] if _is_several(token) else []
            named = named or _named_beside(token)
            if len(named) > 1 and token.mention is not None:
                members = tuple(dict.fromkeys(register.entity(m) for m in named))
                yield Enumerated(token.mention, sentence.index, members)
        listed = _listed_below(sentence, sentences) or _listed_behind(sentence)
        noun = _announced(sentence) if listed else None
        if noun is None or noun.mention is None or not _fit(noun.mention, listed):
            continue
        entities = (_entity(item, noun.mention, register) for item in listed)
        yield Enumerated(noun.mention, sentence.index, tuple(dict.fromkeys(entities)))


def _named_beside(token: Token) -> list[Mention]:
    """ "*three of the defendants*, Veyra, Lee and Kim", "*two firms*, Veyra and Tixo": as many names as are counted."""
    count = counted(token)
    first = token.child("appos")
    if count is None or first is None or token.mention is None or token.mention.kind != "nominal":
        return []
    names = [m for t in (first, *coordinates(first)) if (m := own_name(t)) is not None]
    return names if len(names) == count else []


def _is_several(token: Token) -> bool:
    return token.mention is not None and token.mention.kind == "nominal" and token.tag in {"NNS", "NNPS"}


def _announced(sentence: Sentence) -> Token | None:
    """The plural of which a list is announced: the last before the colon, rather one that "the following" tells.

    Before "include:" it is what includes them ("companies that host files *and include*: Veyra, Tixo").
    """
    end = next((t.i for t in sentence.tokens if t.text == ":"), len(sentence.tokens))
    nouns = [t for t in sentence.tokens[:end] if _is_several(t)]
    including = _including(sentence.tokens[end - 1]) if end else None
    if including is not None and including in nouns:
        return including
    told = [t for t in nouns if any(c.lower in {"following", "these"} for c in t.children)]
    return next(reversed(told or nouns), None)


def _including(verb: Token) -> Token | None:
    """Who is said to include those listed: the subject of the verb, or the noun that its clause tells of."""
    if verb.lemma not in {"include", "comprise"}:
        return None
    clause = verb
    while clause.dep == "conj" and clause.head is not None and clause.child("nsubj") is None:
        clause = clause.head
    subject = clause.child("nsubj")
    if subject is not None and subject.lower not in {"that", "which", "who"}:
        return subject
    words = [*verb.ancestors()][-1].subtree() if verb.head is not None else []
    described = (t for t in words if t.i < verb.i and _is_several(t) and t.child("relcl") is not None)
    return clause.head if clause.dep == "relcl" else next(described, None)


def _listed_below(sentence: Sentence, sentences: Sequence[Sentence]) -> list[Item]:
    """The items in the lines below a sentence that ends in a colon, tells how many they are, or is their heading."""
    items: list[Item] = []
    for line in sentences[sentence.index + 1 :]:
        if _is_mark(line) or _is_header(line):
            continue
        item = _item(line, marked=_is_mark(sentences[line.index - 1]))
        if item is None or (items and items[0].marked and not item.marked):
            break
        items.append(item)
    if items and not items[-1].marked and items[-1].mention is None and _heads_prose(items[-1], sentences):
        items.pop()
    return items if len(items) > 1 and _announces(sentence, items) else []


def _heads_prose(item: Item, sentences: Sequence[Sentence]) -> bool:
    """Whether an unknown name may be the heading of the sentence below it instead of the last of a list."""
    behind = next((s for s in sentences if s.start >= item.words[-1].end), None)
    return behind is not None and any(t.tag in FINITE for t in behind.tokens)


def _announces(sentence: Sentence, items: list[Item]) -> bool:
    last = sentence.tokens[-1].text
    noun = _announced(sentence)
    if noun is None or last == ":":
        return noun is not None
    if items[0].marked and is_counted_as(noun, len(items)):
        return True
    told = any(c.dep in {"acl", "relcl"} or c.tag == "VBN" or c.lower == "under" for c in noun.children)
    heading = sentence.zone == "title" and not any(t.tag in FINITE for t in sentence.tokens)
    return heading and told and last != "."


def _is_mark(sentence: Sentence) -> bool:
    """ "1.", "-": the mark of an item, which stands as a sentence of its own."""
    return MARK.fullmatch("".join(t.text for t in sentence.tokens)) is not None


def _is_header(line: Sentence) -> bool:
    """ "Name | Country | Opened": the heads of a table's columns."""
    return line.tokens[0].lower in COLUMNS and any(t.text == "|" for t in line.tokens)


def _item(line: Sentence, marked: bool) -> Item | None:
    """A line that begins with a name and tells nothing besides in a sentence of its own."""
    words = line.tokens
    while len(words) > 1 and words[0].pos in {"PUNCT", "X", "SYM"} and not words[0].text[0].isalnum():
        words, marked = words[1:], True
    while len(words) > 1 and words[0].lower in ARTICLES:
        words = words[1:]
    return _named(words, marked) if len(words) <= LINE and not any(t.tag in FINITE for t in words[1:]) else None


def _named(words: list[Token], marked: bool) -> Item | None:
    """The name with which some words begin, where it ends them or something parts it from the rest."""
    name = next((t.mention for t in words if t.mention is not None and t.mention.start == words[0].start), None)
    if name is not None and name.kind == "name":
        behind = next((t for t in words if t.start >= name.end), None)
        return Item(words, name, marked) if behind is None or behind.text in PARTING else None
    end = next((n for n, t in enumerate(words) if t.text in PARTING), len(words))
    own = words[:end]
    common = name is None or (name.kind == "nominal" and len(own) > 1)  # "Beta Brokers", which is what some are called
    known = 0 < len(own) <= NAME and all(t.text[0].isupper() or t.text[0].isdigit() for t in own) and common
    return Item(own, None, marked) if known and own[0].text[0].isalpha() else None


def _listed_behind(sentence: Sentence) -> list[Item]:
    """ "blocked the following services on Monday: *Discord; Signal; Viber*": the items behind a colon, all names."""
    colon = next((t.i for t in sentence.tokens[:-1] if t.text == ":"), None)
    if colon is None:
        return []
    items: list[Item | None] = []
    words: list[Token] = []
    for token in sentence.tokens[colon + 1 :]:
        if token.text in {",", ";", "."} or token.lower in {"and", "or"}:
            items.extend([_named(words, marked=True)] if words else [])
            words = []
        elif not (token.lower == "the" and not words):
            words.append(token)
    items.extend([_named(words, marked=True)] if words else [])
    named = [item for item in items if item is not None]
    known = [item for item in named if item.mention is not None]
    sure = len(known) >= SURE * len(named)
    return named if len(known) > 1 and len(named) == len(items) and sure else []


def _fit(noun: Mention, items: list[Item]) -> bool:
    """Whether those listed may be what the noun says: people are no apps, and a place is neither."""
    kinds = {item.mention.type for item in items if item.mention is not None}
    if noun.type in PLACES or noun.type in {"Government", "PublicBody"}:
        return "Person" not in kinds
    person = noun.type == "Person"
    return not kinds & PLACES and ("Person" in kinds) <= person and (not person or kinds <= {"Person", "Actor"} | MAYBE)


def _entity(item: Item, noun: Mention, register: Register) -> Entity:
    if item.mention is not None:
        return register.entity(item.mention)
    return new(" ".join(t.text for t in item.words), noun.type)
