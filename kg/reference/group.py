"""Who are "the companies", "both firms", "the two men": a group that the text has told of before."""

from __future__ import annotations

from collections.abc import Sequence

from kg.language.amount import COUNTS
from kg.language.token import Sentence, Token
from kg.mention.several import number_of, several
from kg.model import PLACES, Entity, Mention, is_local
from kg.reference.generic import STANDS_FOR
from kg.reference.referent import FIRMS, NOBODY, Referent, compatible
from kg.vocabulary import is_a

#: Within as many sentences "the companies" are those listed before.
FAR = 12


def listed(history: Sequence[Referent], types: tuple[str, ...], sentence: Sentence) -> tuple[Entity, ...]:
    """ "Veyra and Oppo settled ... *The companies* must delete": the last list of names of that kind."""
    for referent in reversed(history):
        group = referent.entities
        if sentence.index - referent.sentence > FAR or len(group) < 2:
            continue
        if all(not is_local(e.id) and compatible(e.type, types) for e in group):
            return group
    return NOBODY


def both(history: Sequence[Referent], token: Token, types: tuple[str, ...]) -> tuple[Entity, ...]:
    """ "fined Veyra 2 million and Oppo 3. *Both firms* appealed": the only two of that kind told of last."""
    if not any(c.lower == "both" for c in token.children):
        return NOBODY
    before = [r for r in history if r.named and r.position < token.start]
    named = [r for r in before if compatible(r.entities[0].type, types)]
    last = {r.entities for r in named if r.sentence == named[-1].sentence and len(r.entities) == 1}
    two = tuple(e for group in sorted(last, key=lambda g: g[0].id) for e in group)
    return two if len(two) == COUNTS["two"] else NOBODY


def counted(history: Sequence[Referent], mention: Mention, token: Token) -> tuple[Entity, ...]:
    """ "*The two companies* agreed": the last list of as many names of that kind, or the only two in one sentence.

    Else those who were counted so when they were told of first ("*two Utah men*", and then "*the two men*").
    """
    count = number_of(token)
    if not mention.definite or count is None or token.tag != "NNS" or token.child("prep", "relcl", "acl", "poss"):
        return NOBODY
    before = [r for r in history if r.position < mention.start]
    types = STANDS_FOR.get(mention.type, (mention.type,))
    for referent in reversed(before):
        group = referent.entities
        if len(group) == count and referent.named and all(compatible(e.type, types) for e in group):
            return group
    alike = [r for r in before if r.named and compatible(r.entities[0].type, types)]
    two = _last_two(alike) if count == COUNTS["two"] and alike and mention.type in FIRMS else NOBODY
    return two or _of_that_number(before, count, mention.head)


def _of_that_number(before: Sequence[Referent], count: int, head: str | None = None) -> tuple[Entity, ...]:
    """Those without a name who were told of by the same number before, with the same noun where there is one."""
    for referent in reversed(before):
        somebody = referent.entities[0]
        words = somebody.label.lower().split()
        same = head is None or referent.head == head
        if len(referent.entities) == 1 and is_local(somebody.id) and COUNTS.get(words[0]) == count and same:
            return referent.entities if before[-1].sentence - referent.sentence <= FAR else NOBODY
    return NOBODY


def all_of(history: Sequence[Referent], token: Token) -> tuple[Entity, ...]:
    """ "Lee, Kim and Cho were held. *All three* deny it", "*the pair*": the last list of as many, all with names."""
    count = several(token)
    before = [r for r in history if r.named and r.position < token.start] if count is not None else []
    for referent in reversed(before):
        if len(referent.entities) == count and before[-1].sentence - referent.sentence <= FAR:
            return referent.entities
    two = _last_two(before) if count == COUNTS["two"] else NOBODY
    people = [r for r in history if r.entities[0].type == "Person" and r.position < token.start]
    return two or (_of_that_number(people, count) if count is not None else NOBODY)


def _last_two(before: Sequence[Referent]) -> tuple[Entity, ...]:
    """ "fined Veyra 2 million and Oppo 3. *Both* appealed": the only two actors of one sentence, the last told of."""
    last = [r for r in before if r.sentence == before[-1].sentence and len(r.entities) == 1]
    told = dict.fromkeys(r.entities[0] for r in last if is_a(r.entities[0].type, "Actor"))
    people = [e for e in told if e.type == "Person"]
    two = people or [e for e in told if e.type not in PLACES]
    return tuple(two) if len(two) == COUNTS["two"] else NOBODY
