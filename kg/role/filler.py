"""What fills a role: the mentions at the end of a path whose type fits, their coordinates and names in apposition."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg import lexicon, vocabulary
from kg.language import paths
from kg.language.phrase import phrase, title
from kg.language.syntax import Sentence, Token, is_passive, prepositional
from kg.model import Argument, Mention
from kg.rulebook import Arg, Rule

#: Events whose matter is a list of offences.
ENUMERATING = {"Charge", "Conviction", "Acquittal", "Sentence", "Accusation", "Warrant", "Arrest"}


def fill(role: str, arg: Arg, token: Token, sentence: Sentence, rule: Rule) -> list[Argument]:
    """The fillers of a role at the first alternative of its path that leads to a fitting mention."""
    for steps in paths.parse(arg.path):
        itself = rule.is_relation or rule.trigger.quotation
        ends = [end for end in _reached(token, steps, role, rule) if end is not token or itself]
        found = [m for end in ends if (m := mention_of(end, arg.types, sentence)) is not None]
        if found and role == "matter" and "Phrase" in arg.types:
            first = next(end for end in ends if mention_of(end, arg.types, sentence) is not None)
            found = items(first, sentence) if rule.event in ENUMERATING else found[:1]
        if found:
            return [Argument(role, mention, arg.types) for mention in found]
    return []


def items(token: Token, sentence: Sentence) -> list[Mention]:
    """The items of a list of offences, each its own phrase ("fraud, *money laundering* and *perjury*")."""
    heads = [token, *_conjuncts(token)]
    found = [phrase(head, sentence, without=frozenset(h.i for h in heads if h is not head)) for head in heads]
    return [mention for mention in found if mention is not None]


def _conjuncts(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep == "conj" and all(t.pos in {"NOUN", "PROPN"} or t.tag == "VBG" for t in (token, child)):
            yield child
            yield from _conjuncts(child)


def _reached(token: Token, steps: tuple[paths.Step, ...], role: str, rule: Rule) -> Iterator[Token]:
    """The tokens at the end of a path with their coordinates; in a headline "Smith arrested" Smith is the object."""
    ends = paths.walk(token, steps)
    if rule.transitive and len(steps) == 1 and bare_participle(token):
        label = steps[0].label
        if label == "obj":
            ends = [t for t in token.children if t.dep == "nsubj"]
        elif label == "subj":
            ends = [t for word, t in prepositional(token) if word == "by"]
    for end in ends:
        yield end
        if role not in {"matter", "title", "value"} and not (
            rule.is_relation and (steps[-1].up or steps[-1].label == ".")
        ):
            yield from further_names(end)
            for coordinate in coordinates(end):
                yield coordinate
                yield from further_names(coordinate)


def bare_participle(token: Token) -> bool:
    """A past form without object or auxiliary ("Blogger arrested over post"), read as passive for transitive verbs."""
    return (
        token.tag in {"VBD", "VBN"}
        and not is_passive(token)
        and token.child("dobj", "aux", "ccomp", "xcomp", "dative") is None
        and not any(c.dep == "conj" and c.child("dobj") for c in token.children)
        and token.child("nsubj") is not None
    )


def mention_of(token: Token, allowed: tuple[str, ...], sentence: Sentence) -> Mention | None:
    """The mention at a token if its type fits, or its phrase where a phrase may fill the role."""
    mention = token.mention
    if allowed == ("Title",):
        return title(token, sentence)
    if mention is not None and fits(mention, allowed):
        named = _apposed_name(token, allowed) if mention.kind == "nominal" else None
        return named or mention
    if mention is None and token.pos == "NOUN" and (named := _apposed_name(token, allowed)):
        return named
    says_what = mention is None or mention.kind in {"nominal", "phrase"} or _is_common(mention, token)
    return phrase(token, sentence) if "Phrase" in allowed and says_what else None


def _is_common(mention: Mention, token: Token) -> bool:
    """Whether an unseen "name" is a capitalised common noun ("designated as a *Very Large Online Platform*")."""
    return mention.kind == "name" and mention.entity is None and token.lower in lexicon.heads()


def _apposed_name(token: Token, allowed: tuple[str, ...]) -> Mention | None:
    """The name in apposition to a noun phrase ("the blogger *Ann Lee*", "NCMEC, an American NGO")."""
    for child in token.subtree():
        if child.dep != "appos" or child.mention is None or child is token:
            continue
        hung = child.head.mention if child.head is not None and child.head is not token else None
        if hung is not None and fits(hung, allowed):
            continue  # it names somebody inside the phrase
        if child.mention.kind == "name" and fits(child.mention, allowed):
            return child.mention
        if child.mention.kind == "nominal" and (deeper := _apposed_name(child, allowed)) is not None:
            return deeper
    beside = _name_beside(token)
    if beside is not None and fits(beside, allowed):
        return beside
    head = token.head
    if (
        token.dep == "appos"
        and head is not None
        and head.mention is not None
        and head.mention.kind == "name"
        and fits(head.mention, allowed)
    ):
        return head.mention
    return None


def _name_beside(token: Token) -> Mention | None:
    """The name that the parser hung beside its noun, not below ("*the blogger* | *Ann Lee* was jailed")."""
    for other in token.head.children if token.head is not None else ():
        if other.dep == token.dep and other.i > token.i and other.mention is not None and other.mention.kind == "name":
            first = min(t.i for t in other.subtree())
            return other.mention if first == token.i + 1 else None
    return None


def coordinates(token: Token) -> Iterator[Token]:
    """What is coordinated with a token ("Apple, *Google* and *Meta*"), or listed after "including"."""
    for child in token.children:
        if child.dep == "conj" and child.pos in {"NOUN", "PROPN", "PRON", "X", "ADJ"}:
            if not _second_title(token, child):
                yield child
            yield from coordinates(child)
        elif child.dep == "prep" and child.lower == "including":
            for inner in child.children:
                if inner.dep == "pobj":
                    yield inner
                    yield from coordinates(inner)


def _second_title(token: Token, child: Token) -> bool:
    """ "Ann Lee, founder and *chief executive*": no second person, though the parser hangs it on the name."""
    holder = child.child("appos")
    if holder is not None and holder.mention is not None and holder.mention.kind == "name":
        return False
    bare = child.child("det", "poss", "amod", "nummod") is None or "chief" in {c.lower for c in child.children}
    if child.lower in lexicon.titles() and token.mention is not None and token.mention.type == "Person":
        return True
    described = child.mention is not None and child.mention.kind == "nominal" and child.mention.type == "Person"
    return described and bare and token.mention is not None and token.mention.type == "Person" and token.tag != "NNS"


def further_names(token: Token) -> Iterator[Token]:
    """The second and later names in apposition ("two bloggers, Ann Lee and *Bo Kim*"), and people beside their firm."""
    mention = token.mention
    firm = mention is not None and mention.kind == "name" and not vocabulary.is_a(mention.type, "Person")
    for child in token.children:
        if child.dep == "appos" and child.mention is not None and child.mention.kind == "name":
            if firm and child.mention.type == "Person":
                yield child
            yield from coordinates(child)


@cache
def _fits(type_: str, kind: str, pronoun: str | None, allowed: tuple[str, ...]) -> bool:
    if type_ == "Number" or "Number" in allowed:
        return (type_,) == allowed
    if kind == "pronoun":
        return _pronoun_fits(type_, pronoun or "", allowed)
    if any(vocabulary.is_a(type_, name) for name in allowed if name != "Phrase"):
        return True
    if type_ == "Actor" and kind == "name":  # one unseen word: a person or an organisation of any kind
        return any(
            vocabulary.is_a(name, "Actor") and name not in {"Country", "Region"} for name in allowed if name != "Phrase"
        )
    return (
        type_ == "Organisation"
        and kind == "name"
        and any(vocabulary.is_a(name, "Organisation") or name == "Platform" for name in allowed if name != "Phrase")
    )


def fits(mention: Mention, allowed: tuple[str, ...]) -> bool:
    """Whether a mention may fill a role of these types; what a pronoun stands for is settled later, so it fits more."""
    return _fits(mention.type, mention.kind, mention.head if mention.kind == "pronoun" else None, allowed)


def _pronoun_fits(type_: str, pronoun: str, allowed: tuple[str, ...]) -> bool:
    typed = [name for name in allowed if name != "Phrase"]
    if type_ == "Person":
        return any(vocabulary.is_a("Person", name) for name in typed)
    if type_ == "Organisation":
        return any(
            name in {"Actor", "Product"} or vocabulary.is_a(name, "Organisation") or vocabulary.is_a(name, "Platform")
            for name in typed
        )
    return any(vocabulary.is_a(name, "Actor") or name == "Actor" for name in typed)
