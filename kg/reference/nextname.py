"""Whom a text describes first and names only behind: "*A federal judge* blocked the ban. *Judge Ann Lee* said ...".

A lead tells of "his lawyer", "four sites" or "a web designer"; the sentence behind it says who they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg import lexicon
from kg.language.token import Sentence, Token
from kg.mention.several import counted, counted_of, is_counted_as, number_of
from kg.model import Entity, Mention, is_local
from kg.reference.enumerated import Enumerated
from kg.reference.generic import stands_for
from kg.reference.recall import written_as_name
from kg.reference.referent import Referent, compatible, maybe_person

COUNSEL = {"lawyer", "attorney", "solicitor", "counsel"}
BENCH = {"judge", "justice", "magistrate"}
#: Who stays without a name, or is told of by another one's.
NAMELESS = {
    "spokesman", "spokeswoman", "spokesperson", "official", "source", "insider", "officer", "minister", "president",
    "witness", "expert", "analyst", "reporter", "user", "member", "representative", "people", "person", "staff",
    *COUNSEL,
}  # fmt: skip
#: The sentences in which a lead tells of somebody, and how far behind it he is named.
LEAD, BEHIND = 2, 2
#: As many names in a row are taken up from far.
MANY = 3


@dataclass(frozen=True, slots=True)
class Spoken:
    """A noun phrase for somebody without a name, and for whom it stands in this document."""

    token: Token
    mention: Mention
    entity: Entity
    sentence: int


def named_behind(
    spoken: Sequence[Spoken],
    sentences: Sequence[Sentence],
    history: Sequence[Referent],
    judges: Sequence[tuple[int, Entity]],
    officials: frozenset[str],
    enumerated: Sequence[Enumerated] = (),
    sued: Sequence[Entity] = (),
) -> dict[str, tuple[Entity, ...]]:
    """Who those are, by their id in the document, whom it names behind.

    `officials` are who hold an office, `sued` all against whom the case is.
    """
    first: dict[str, Spoken] = {}
    for one in spoken:
        first.setdefault(one.entity.id, one)
    told = list(first.values())
    found = dict(_judge(told, judges))
    for one in told:
        group = _enumerated(one, enumerated) or _counted(one, history, officials) or _of_sued(one, sued)
        group = group or _counsel(one, told, sentences, history)
        group = group or _of_lead(one, told, sentences, history) or _of_heading(one, history)
        if group:
            found.setdefault(one.entity.id, group)
    return found


def _enumerated(one: Spoken, lists: Sequence[Enumerated]) -> tuple[Entity, ...]:
    """ "banned *more apps*. The apps banned are Veyra and Tixo": whom the text lists soon by the same noun.

    As many as were counted may be listed further behind.
    """
    some = counted_of(one.token)  # "*three of the defendants*"
    if one.token.tag not in {"NNS", "NNPS"} and some is None:
        return ()
    head, many = (some.lemma, counted(one.token)) if some is not None else (one.mention.head, None)
    for listed in (e for e in lists if e.mention.start > one.mention.start):
        near = listed.sentence - one.sentence <= BEHIND and some is None
        same = (listed.mention.head or listed.mention.text.lower().split()[-1].removesuffix("s")) == head
        if same and (near or many == len(listed.entities) or is_counted_as(one.token, len(listed.entities))):
            return listed.entities
    return ()


def _judge(told: Sequence[Spoken], judges: Sequence[tuple[int, Entity]]) -> Iterator[tuple[str, tuple[Entity, ...]]]:
    """ "*a judge in Ohio* ... *Judge Ann Lee*": the only judge whom the text names, where it tells of one alone."""
    unnamed = [s for s in told if s.mention.head in BENCH and s.token.tag == "NN"]
    named = {e.id: e for _, e in judges}
    if len(named) != 1 or len(unnamed) != 1 or judges[0][0] < unnamed[0].mention.start:
        return
    if not unnamed[0].entity.label.startswith("another "):
        yield unnamed[0].entity.id, tuple(named.values())


def _counted(one: Spoken, history: Sequence[Referent], officials: frozenset[str]) -> tuple[Entity, ...]:
    """ "fined *two firms*. Veyra and Oppo ...": the first list of as many names that stands behind a number."""
    count = number_of(one.token)
    if count is None or one.token.tag not in {"NNS", "NNPS"}:
        return ()
    for referent in history:
        reach = BEHIND if count < MANY else len(history)  # a longer list of as many is hardly one of others
        near = referent.position > one.mention.start and referent.sentence - one.sentence <= reach
        group = referent.entities
        in_office = referent.part == "official" or referent.speaks or any(e.id in officials for e in group)
        official = one.mention.type == "Person" and in_office
        if near and len(group) == count and not official and all(not is_local(e.id) for e in group):
            return group if all(compatible(e.type, stands_for(one.mention)) for e in group) else ()
    return ()


def _of_sued(one: Spoken, sued: Sequence[Entity]) -> tuple[Entity, ...]:
    """ "sued *two men* and *three firms*. The order against Lee, Kim, Veyra ...": as many of the sued, of that kind."""
    if not one.sentence and one.mention.head == "defendant" and one.token.tag == "NNS" and _are_all(one.token):
        return tuple(sued)  # "*The remaining defendants* will pay. ... The order bans Veyra and Lee from ..."
    count = number_of(one.token)
    alike = tuple(e for e in sued if compatible(e.type, stands_for(one.mention)))
    return alike if count == len(alike) and one.token.tag in {"NNS", "NNPS"} else ()


def _are_all(noun: Token) -> bool:
    """Whether a noun with its article means everybody whom a case is still against."""
    return all(c.lower in {"the", "all", "remaining"} for c in noun.children if c.i < noun.i) and bool(noun.children)


def _counsel(
    one: Spoken, told: Sequence[Spoken], sentences: Sequence[Sentence], history: Sequence[Referent]
) -> tuple[Entity, ...]:
    """ "*his lawyer* said. *Ann Lee* told reporters ...": who speaks next, of whom nothing else is said."""
    others = [s for s in told if s.mention.head in COUNSEL and s.entity.id != one.entity.id]
    if one.mention.head not in COUNSEL or one.token.tag != "NN" or others or not _speaks(one.token):
        return ()
    return _next_subject(one, sentences, history, speaking=True)


def _of_lead(
    one: Spoken, told: Sequence[Spoken], sentences: Sequence[Sentence], history: Sequence[Referent]
) -> tuple[Entity, ...]:
    """ "jailed *a web designer*. *Omar Said, 30,* had ...": who is named next with his age."""
    people = [s for s in told if s.mention.type == "Person" and s.token.tag == "NN" and s.sentence <= one.sentence]
    alone = [s for s in people if s.token.dep in {"nsubj", "nsubjpass", "dobj"} and not s.mention.definite]
    if [s.entity.id for s in alone] != [one.entity.id] or one.sentence > LEAD or one.mention.head in NAMELESS:
        return ()
    return _next_subject(one, sentences, history, speaking=False)


def _of_heading(one: Spoken, history: Sequence[Referent]) -> tuple[Entity, ...]:
    """ "*Commission* fines Veyra": the only body named in the text below whose name holds the word."""
    bare = one.token.child("det", "poss", "amod", "compound", "nmod", "prep") is None
    if one.sentence or not bare or not one.mention.text[:1].isupper():
        return ()
    return written_as_name(one.mention, history)


def _next_subject(
    one: Spoken, sentences: Sequence[Sentence], history: Sequence[Referent], speaking: bool
) -> tuple[Entity, ...]:
    """Somebody named for the first time as the subject of a sentence right behind."""
    before = {e.id for r in history if r.position < one.mention.start for e in r.entities}
    for sentence in sentences[one.sentence + 1 : one.sentence + 1 + BEHIND]:
        for referent in (r for r in history if r.sentence == sentence.index):
            person = referent.entities[0]
            if is_local(person.id):
                continue
            token = next((t for t in sentence.tokens if t.mention and t.mention.start == referent.position), None)
            human = person.type == "Person" or (speaking and maybe_person(person))
            new = human and person.id not in before
            if token is None or not new or token.dep not in {"nsubj", "nsubjpass"}:
                return ()
            fits = _speaks(token) if speaking else _is_aged(token, sentence)
            return (person,) if fits and _is_bare(token) else ()
    return ()


def _speaks(token: Token) -> bool:
    return token.dep == "nsubj" and token.head is not None and token.head.lemma in lexicon.verbs("saying")


def _is_bare(token: Token) -> bool:
    """Whether nothing is said of who somebody is ("*police chief* Bo Kim" is nobody's lawyer)."""
    further = [c for c in token.children if c.start < token.start_of_mention or c.i > token.i]
    telling = {"relcl", "compound", "amod", "nmod", "conj", "appos"}
    return not any(c.dep in telling and not c.text.isdigit() for c in further)


def _is_aged(token: Token, sentence: Sentence) -> bool:
    """ "Omar Said, *30*, ...": so one tells who somebody is of whom one has told."""
    behind = [t.text for t in sentence.tokens[token.i + 1 : token.i + 3]]
    return len(behind) == 2 and behind[0] in {",", "("} and behind[1].isdigit() and len(behind[1]) == 2


def renamed(found: tuple[Entity, ...], named: Mapping[str, tuple[Entity, ...]]) -> tuple[Entity, ...]:
    """Those found, with the names in place of those whom the text names elsewhere."""
    return tuple(dict.fromkeys(e for one in found for e in named.get(one.id, (one,))))
