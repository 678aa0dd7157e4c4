"""Who a text says the parties and judges of its case are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.language.token import Sentence, Token
from kg.model import PLACES, Entity, Mention
from kg.reference.part import SIDES
from kg.reference.register import Register
from kg.reference.unnamed import local
from kg.role.listing import coordinates

#: Of all defendants these are a part ("*individual* defendants Lee and Kim").
SOME = {"individual", "corporate", "other", "remaining", "relief"}
#: Firms that are sued, and the people who are sued with them.
HOUSES = {"company", "firm", "business", "entity", "corporation"}
HOLDERS = {"operator", "owner", "principal", "officer", "executive", "founder"}
#: What a court gives against somebody.
COURT_PAPERS = {"order", "judgment", "judgement", "injunction", "decree"}
#: What such a paper does to whoever is sued.
BINDING = {"ban", "bar", "prohibit", "require", "enjoin", "restrain", "compel", "forbid"}


def told_sides(
    document: str, sentences: Sequence[Sentence], register: Register
) -> Iterator[tuple[str, tuple[Entity, ...]]]:
    """Who are "the respondents" or "the petitioners" where a list says so ("*The respondents are* A, B and C")."""
    sued = list(_sued(document, sentences, register))
    longest = max(sued, key=len, default=())
    if len(longest) > 1 and all(set(parties) & set(longest) for parties in sued):
        yield "defendant", longest
    elif not sued and len(bound := tuple(dict.fromkeys(_bound(document, sentences, register)))) > 1:
        yield "defendant", bound
    nouns = (t for s in sentences for t in s.tokens if t.mention is not None)
    for token in (t for t in nouns if t.mention is not None and t.mention.head in SIDES):
        verb = token.head
        example = verb is not None and verb.lower == "including"
        some = example or any(c.lower in SOME for c in token.children)
        listed = [c for c in token.children if c.dep == "appos" and not some]
        if token.dep == "nsubj" and verb is not None and verb.lemma == "be" and verb.child("neg") is None:
            listed += [c for c in verb.children if c.dep in {"attr", "acomp"}]
        every = sorted((t for first in listed for t in (first, *coordinates(first))), key=lambda t: t.i)
        named = [e for t in every if (e := _party(document, t, register)) is not None]
        side = token.mention.head if token.mention is not None else None
        if len(named) > 1 and len(named) == len(every) and side is not None:
            yield side, tuple(dict.fromkeys(named))


def of_case(
    mention: Mention, token: Token, generic: bool, sides: Mapping[str, tuple[Entity, ...]]
) -> tuple[Entity, ...]:
    """Whom a plural means among the parties of the case: "the defendants", "*the companies and their operators*"."""
    if token.tag != "NNS":
        return ()
    if mention.head is not None and mention.head in sides and generic:
        return sides[mention.head]
    sued = sides.get("defendant", ())
    behind = token.child("conj")
    if mention.head in HOUSES and generic and behind is not None and _are_theirs(behind):
        return tuple(e for e in sued if e.type != "Person")
    if _are_theirs(token) and token.dep == "conj" and token.head is not None and token.head.lemma in HOUSES:
        return tuple(e for e in sued if e.type == "Person")
    return ()


def _are_theirs(noun: Token) -> bool:
    owner = noun.child("poss")
    return noun.lemma in HOLDERS and owner is not None and owner.lower == "their"


def _sued(document: str, sentences: Sequence[Sentence], register: Register) -> Iterator[tuple[Entity, ...]]:
    """Against whom a paper of a court goes, where it names several: "the order *against Veyra Inc. and Ann Lee*"."""
    for token in (t for s in sentences for t in s.tokens if t.dep == "pobj" and t.head is not None):
        against = token.head
        paper = against.head if against is not None and against.lower == "against" else None
        if paper is None or paper.lemma not in COURT_PAPERS or own_name(token) is None:
            continue
        named = [e for t in (token, *coordinates(token)) if (e := _party(document, t, register)) is not None]
        if len(named) > 1:
            yield tuple(dict.fromkeys(named))


def _bound(document: str, sentences: Sequence[Sentence], register: Register) -> Iterator[Entity]:
    """Whom the orders of a case bind: "The order bans *Veyra and Lee* from ...", "the defendants, including *Tixo*"."""
    for token in (t for s in sentences for t in s.tokens):
        verb = token.head
        first: Token | None = None
        if token.dep == "nsubj" and token.lemma in COURT_PAPERS and verb is not None and verb.lemma in BINDING:
            first = verb.child("dobj")
        elif token.dep == "appos" and token.head is not None and token.head.lemma == "defendant":
            first = token
        named = [t for t in (first, *coordinates(first)) if own_name(t) is not None] if first is not None else []
        yield from (e for t in named if (e := _party(document, t, register)) is not None and e.type not in PLACES)


def _party(document: str, token: Token, register: Register) -> Entity | None:
    """Whom an item of a list of parties means: by name, by a firm's name before a country's, or by office."""
    firm = next((c.mention for c in token.children if c.dep == "compound" and c.mention is not None), None)
    mention = own_name(token) or token.mention
    if firm is not None and firm.kind == "name" and mention is not None and mention.type in PLACES:
        mention = firm  # "Airtel *Kenya*"
    if mention is None or mention.kind == "pronoun":
        return None
    return register.entity(mention) if mention.kind == "name" else local(document, mention, mention.text)


def own_name(token: Token) -> Mention | None:
    """The name that a word is, or that stands in apposition to it ("its founder, *Ann Lee*")."""
    near = (t.mention for t in (token, *(c for c in token.children if c.dep == "appos")))
    return next((m for m in near if m is not None and m.kind == "name"), None)


def told_judges(sentences: Sequence[Sentence], register: Register) -> Iterator[tuple[int, Entity]]:
    """The people who are named with a judge's title ("*Justice* Ann Lee", "the *judge*, Ann Lee"), and where."""
    for sentence in sentences:
        for token in sentence.tokens:
            name = token.mention
            if name is None or name.kind != "name" or name.type != "Person":
                continue
            before = [t for t in sentence.tokens[: token.i] if t.start < name.start][-1:]
            beside = token.head if token.dep == "appos" else token.child("appos")
            called = beside is not None and beside.lower in {"judge", "justice", "magistrate"}
            another = beside is not None and any(c.lower in {"another", "second"} for c in beside.children)
            if (called and not another) or (before and before[0].text in {"Justice", "Judge", "Magistrate"}):
                yield name.start, register.entity(name)
