"""Nouns that take up somebody however far before: "the *army*", "the *Authority*", "the *blogger*", "her office"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from kg import vocabulary
from kg.language.token import Token
from kg.model import PLACES, Entity, Mention, is_local
from kg.reference.calling import OFFICIAL, PRIVATE
from kg.reference.part import HELD
from kg.reference.referent import FORCES, NOBODY, OFTEN, Referent
from kg.reference.register import fold, slug

#: By such nouns one calls a body whose name holds them.
NAMED_SO = {
    "agency", "alliance", "association", "authority", "board", "bureau", "coalition", "commission", "committee",
    "council", "directorate", "federation", "foundation", "inspectorate", "institute", "ministry", "task force",
    "union",
}  # fmt: skip
#: Whom a document calls by a bare noun with a capital throughout ("the *Commission*").
BODIES = {"Regulator", "Ministry", "PublicBody"}


def force(mention: Mention, history: Sequence[Referent]) -> tuple[Entity, ...]:
    """ "Veyland's army ... *the army*": the only one that the text has told of, however far before."""
    told = (r.entities for r in history if mention.head in FORCES and len(r.entities) == 1)
    same = {e[0].id: e for e in told if mention.head in e[0].label.lower().split()}
    return next(iter(same.values())) if len(same) == 1 else NOBODY


def written_as_name(mention: Mention, history: Sequence[Referent]) -> tuple[Entity, ...]:
    """ "the *Authority*", "the *task force*": the only body of the text whose name holds the word, however far."""
    named_so = mention.head in NAMED_SO
    if not (mention.text[:1].isupper() or named_so) or mention.head is None:
        return NOBODY
    called = (r.entities for r in history if r.named and len(r.entities) == 1)
    word = mention.head.lower()
    fitting = {e[0].id: e for e in called if f" {word} " in f" {e[0].label.lower()} " and e[0].type not in PLACES}
    if mention.type == "Court":  # "the *High Court*" is not the Supreme Court
        words = set(mention.text.lower().split())
        fitting = {id_: e for id_, e in fitting.items() if words <= {*e[0].label.lower().split()}}
    bodies = {"InternationalOrganisation", "PublicBody"} if mention.type in BODIES else set()
    bodies |= {"Organisation", "Regulator", "LawEnforcement", "Ministry"} if named_so else set()
    same = [e for e in fitting.values() if e[0].type in bodies or vocabulary.is_a(e[0].type, mention.type)]
    return same[0] if len(fitting) == 1 and same else NOBODY


def of_that_name(mention: Mention, found: tuple[Entity, ...], history: Sequence[Referent]) -> tuple[Entity, ...]:
    """ "the *Authority*" is hardly the Consumer *Council*, where one body of the text is named so."""
    if mention.head not in NAMED_SO or len(found) != 1 or is_local(found[0].id):
        return found
    words = set(found[0].label.lower().split())
    otherwise = mention.head not in words and (mention.text[:1].isupper() or bool(words & NAMED_SO))
    return (written_as_name(mention, history) or found) if otherwise else found


def again(mention: Mention, label: str, history: Sequence[Referent]) -> Entity | None:
    """Somebody unnamed of whom the text has spoken in the same words."""
    called = {fold(label)} | ({fold(mention.text)} if mention.definite or label == mention.text else set())
    same = (r.entities[0] for r in reversed(history) if fold(r.entities[0].label) in called)
    return next(same, None)


def office(document: str, mention: Mention, token: Token, history: Sequence[Referent]) -> Entity | None:
    """ "*The prosecutor's office* said": the one told of before; "*Lee's office*" is called after Lee."""
    owner = token.child("poss")
    if owner is None or owner.mention is None or owner.mention.kind == "pronoun":
        return None
    if owner.mention.type == "Prosecutor" and owner.mention.kind == "nominal":
        before = (r.entities[0] for r in reversed(history) if r.position < mention.start)
        told = next((e for e in before if e.type == "Prosecutor" and "office" in e.label.lower()), None)
        if told is not None:
            return told
    label = f"{owner.mention.text}'s office"
    return Entity(f"doc/{document}#{slug(label)}", mention.type, label)


def called_so(
    mention: Mention, token: Token, called: Mapping[str, set[str]], history: Sequence[Referent]
) -> Entity | None:
    """ "*journalist* Ann Lee ... *the journalist*": the only one whom the text has called so.

    With an adjective it is who the text is about, or the only one accused ("the *outspoken* blogger").
    """
    person = mention.type == "Person" and token.tag == "NN" and mention.definite and mention.head in PRIVATE
    further = token.child("poss", "prep", "relcl", "acl", "appos", "nummod") is not None
    further = further or any(c.dep in {"compound", "nmod"} and not c.text.islower() for c in token.children)
    if not person or further or any(c.lower in {"other", "another", "second", "latter"} for c in token.children):
        return None
    before = [r for r in history if r.position < mention.start and len(r.entities) == 1 and r.named]
    people = {r.entities[0].id: r.entities[0] for r in before if r.entities[0].type == "Person"}
    unnamed = any(r.head == mention.head and is_local(r.entities[0].id) for r in history if r.position < mention.start)
    so = [e for id_, e in people.items() if mention.head in called.get(id_, ())]
    if len(so) == 1 and not unnamed:
        return so[0]
    adjectives = [c for c in token.children if c.dep == "amod"]
    return _hero(before, called) if adjectives and not so and not unnamed else None


def _hero(before: Sequence[Referent], called: Mapping[str, set[str]]) -> Entity | None:
    """The only person who is accused, else who is named far more often than anybody; none who holds an office."""
    people = [r for r in before if r.entities[0].type == "Person"]
    people = [r for r in people if not called.get(r.entities[0].id, set()) & OFFICIAL]
    held = {r.entities[0].id: r.entities[0] for r in people if r.part in HELD}
    if len(held) == 1:
        return next(iter(held.values()))
    first, second = [*Counter(r.entities[0] for r in people).most_common(2), (None, 0), (None, 0)][:2]
    return first[0] if first[1] >= OFTEN and second[1] * OFTEN <= first[1] else None
