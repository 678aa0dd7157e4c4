"""Names beside nouns: whether a name in apposition says who is meant, whose body it is, or how somebody was called."""

from __future__ import annotations

from collections.abc import Iterator

from kg import vocabulary
from kg.language import paths
from kg.language.token import Token, called_by
from kg.model import PLACES, Mention

#: Nouns for persons that firms are as well.
HOLDERS = {
    "shareholder", "owner", "operator", "maker", "developer", "publisher", "provider", "supplier", "investor",
    "contractor", "subcontractor",
}  # fmt: skip
#: Words before a name that somebody had before, or has now.
FORMERLY = {"formerly", "previously", "originally", "once", "now", "then", "aka"}
#: How the word for what somebody is stands before his name ("*blogger* Ann Lee").
CALLED = {"compound", "nmod"}
#: Through these a government acts.
THROUGH = {"through", "via"}
#: Who heads several acts with them.
LEADING = {"led", "headed", "spearheaded", "coordinated"}


def called_so(token: Token) -> Mention | None:
    """ "the rules, *known as the Chat Act*", "a firm *called Veyra*": the name, not the noun."""
    noun = token.mention
    if noun is None or noun.kind != "nominal":
        return None
    naming = (c for c in token.children if is_naming(c) and c.tag == "VBN")  # not "groups *calling* on Veyra"
    called = [c for c in naming if not any(g.lower in FORMERLY for g in c.children)]
    return next((name for c in called for name in called_by(c) if _are_alike(noun, name)), None)


def is_naming(clause: Token) -> bool:
    """ "*known as* ...", "*called* ...": a clause that only names what it is about."""
    return (
        clause.dep in {"acl", "relcl"}
        and clause.tag != "VB"
        and clause.lemma in {"know", "call", "dub", "name", "title", "entitle"}
    )


def _are_alike(noun: Mention, name: Mention) -> bool:
    """Whether both are laws, both persons, or both what a firm or its service can be."""
    if noun.type in {"Law", "Person"}:
        return name.type == noun.type
    kinds = ("Organisation", "Platform", "Product")
    return all(any(vocabulary.is_a(m.type, kind) for kind in kinds) for m in (noun, name))


def names_one(noun: Token, steps: tuple[paths.Step, ...], role: str) -> bool:
    """ "British *bank* Veyra, Plaza and drug maker Dale": a noun in the singular says what the first of them is."""
    return role == "subject" and len(steps) == 1 and steps[0].label == "appos" and noun.tag in {"NN", "NNP"}


def describes(token: Token) -> bool:
    """ "*A former Marine*, Ann Lee, sued": a name behind an article only says what the person named beside is."""
    article = token.child("det")
    named = token.mention is not None and token.mention.kind == "name" and token.mention.type != "Person"
    beside = (c.mention for c in token.children if c.dep == "appos" and c.mention is not None)
    return bool(
        named
        and article is not None
        and article.lower in {"a", "an"}
        and any(m.kind == "name" and m.type == "Person" for m in beside)
    )


def of_country(token: Token) -> Mention | None:
    """ "Ann Lee, *an American* accused of fraud": whoever is called after a country, and not the country."""
    article, called = token.child("det"), token.head
    people = token.mention is not None and token.mention.type in PLACES and token.dep == "appos"
    if not people or article is None or article.lower not in {"a", "an"} or called is None or called.mention is None:
        return None
    return called.mention if called.mention.kind == "name" and called.mention.type == "Person" else None


def is_also_next(noun: Token) -> bool:
    """ "arrested *the editor* and noted blogger Ann Lee": one with two callings, who is named behind the second."""
    article, second, cc = noun.child("det"), noun.child("conj"), noun.child("cc")
    person = noun.mention is not None and noun.mention.kind == "nominal" and noun.mention.type == "Person"
    if not person or noun.tag != "NN" or second is None or cc is None or noun.child("appos", "nummod", "poss"):
        return False
    if cc.lower != "and" or cc.i != noun.i + 1 or (article is not None and article.lower != "the"):
        return False
    called = second.child("appos") or second
    named = called.mention is not None and called.mention.kind == "name" and called.mention.type == "Person"
    first = called.subtree()[0] if called is not second else called
    calling = second if called is not second else next((c for c in second.children if c.dep in CALLED), None)
    common = calling is not None and calling.tag == "NN" and second.child("det", "poss", "nummod") is None
    return named and common and (called is second or first.i == second.i + 1)


def adjoins(name: Token) -> bool:
    """Whether a name stands right behind the noun that it names, without a comma."""
    return name.head is not None and name.subtree()[0].i == name.head.i + 1


def is_their_body(name: Token, people: Token) -> bool:
    """Whether a name beside people is the known body that they belong to ("members of the group *Anonymous*")."""
    if people.tag == "NN" and people.lower in HOLDERS:
        return False  # "its major shareholder, *Veyra*"
    body = name.mention is not None and name.mention.entity is not None and name.mention.type != "Person"
    return body and people.mention is not None and people.mention.type == "Person" and people.mention.kind == "nominal"


def name_beside(token: Token) -> Mention | None:
    """The name that the parser hung beside its noun, not below ("*the blogger* | *Ann Lee* was jailed")."""
    for other in token.head.children if token.head is not None else ():
        if other.dep == token.dep and other.i > token.i and other.mention is not None and other.mention.kind == "name":
            first = min(t.i for t in other.subtree())
            return other.mention if first == token.i + 1 else None
    return None


def is_other_name(name: Token) -> bool:
    """ "Veyra, *formerly Tixo*, sued": no second party, but how the first one was called."""
    words = [c.lower for c in name.children if c.i < name.i]
    beside = name.head.children if name.head is not None else []
    before = [c.lower for c in beside if name.i - 2 <= c.i < name.i]
    return bool(FORMERLY & {*words, *before})


def inside_clause(name: Token, noun: Token) -> bool:
    """ "a site *that copied the book Blue Rain*": the name is that of something else in the clause about the noun."""
    below = [t for t in name.ancestors() if noun in t.ancestors()]
    return adjoins(name) and any(t.pos == "VERB" and t.dep in {"relcl", "acl", "advcl", "xcomp"} for t in below)


def organs(subject: Token) -> Iterator[Token]:
    """ "India, *through its telecoms ministry*, blocks ...", "agencies *led by Europol*": who acts for or with it."""
    verb = subject.head
    beside = [c for c in verb.children if subject.i < c.i < verb.i] if verb is not None else []
    for word in (*subject.children, *beside):
        if word.dep == "prep" and word.lower in THROUGH:
            yield from (t for t in word.children if t.dep == "pobj" and _is_public(t))
        elif word.dep == "acl" and word.lower in LEADING and word.head is subject:
            yield from (t for c in word.children if c.lower == "by" for t in c.children if _is_public(t))


def _is_public(token: Token) -> bool:
    named = token.mention is not None and token.mention.kind == "name"
    return named and token.mention is not None and vocabulary.is_a(token.mention.type, "PublicBody")
