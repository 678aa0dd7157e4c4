"""Prepositions with their objects, however deep the parser hung them."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.support import support_verb
from kg.language.token import Token

#: What led to a deed: what stands behind it is of something else.
OCCASIONS = {"after", "following", "amid", "amidst", "despite", "due"}
#: What goes "from" one thing "to" another: none of them acts.
CHANGES = {"change", "shift", "switch", "move", "transition", "migration", "swing"}
#: What is done to somebody besides, told "with" a measure ("widen their inquiry *with the arrest of a man*").
BESIDES = {"arrest", "detention", "raid", "search", "seizure", "release", "launch", "appointment"}
#: Whoever does this to a decision did not make it ("the ban was *criticised* by Veyra").
JUDGING = {
    "condemn", "criticise", "criticize", "welcome", "denounce", "decry", "praise", "applaud", "slam", "deplore",
    "oppose", "challenge", "contest", "appeal", "dispute", "mock", "support", "back", "defend", "hail", "blast",
}  # fmt: skip


def is_amount(token: Token) -> bool:
    """ "fined Twitter *$150 million*": the sum is an object too, but not the one fined."""
    if token.mention is None and token.head is not None and token.head.lemma == "fine":
        if token.lower in {"total", "sum", "maximum", "minimum", "equivalent"}:
            return any(w == "of" and t.mention and t.mention.type == "Amount" for w, t in _own_prepositions(token))
        return token.dep == "dobj" and token.child("nummod") is not None  # "5,000 shillings": whose is not known
    return token.mention is not None and token.mention.type == "Amount"


def is_sum_of_another(second: Token) -> bool:
    """ "fined Veyra $3 million and *Tixo $2 million*", "fines of $3 million on Veyra and *$2 million on Tixo*"."""
    first = second.head
    if not is_amount(second) or second.dep != "conj" or first is None:
        return False
    words = {c.lower for c in second.children if c.dep == "prep" and c.lower in {"on", "against", "for"}}
    before = (t for t in first.subtree() if t.i < second.i and t.dep == "prep" and t.lower in words)
    return second.child("dative") is not None or next(before, None) is not None


def prepositional(token: Token) -> list[tuple[str, Token]]:
    """Prepositions with their objects, from the token's own phrase outwards to where the parser may have hung them."""
    found = list(_own_prepositions(token))
    if token.pos in {"VERB", "AUX"}:
        for child in token.children:
            if child.dep in {"dobj", "attr", "oprd", "xcomp"} or (
                child.dep == "nsubjpass" and child.pos not in {"PRON", "NUM"}
            ):
                found.extend(_own_prepositions(child))
    else:
        verb = support_verb(token)
        own = {word for word, _ in found}
        if verb is not None:  # "ruled against Tixo *in its suit against* Veyra": each against its own
            apart = {"by"} if verb.lemma in JUDGING and verb.child("auxpass", "nsubjpass") else set()
            apart |= own & {"against"}
            found.extend((w, t) for w, t in _own_prepositions(verb) if w not in apart)
    seen: set[tuple[str, int]] = set()
    return [(w, t) for w, t in found if t is not token and not ((w, t.i) in seen or seen.add((w, t.i)))]  # type: ignore[func-returns-value]


def _own_prepositions(token: Token, depth: int = 0) -> Iterator[tuple[str, Token]]:
    """The prepositions that hang on a token, then those on their objects and on what is coordinated with the token."""
    nested = [c for c in token.children if depth < 3 and c.dep == "conj" and {c.pos, token.pos} <= {"NOUN", "PROPN"}]
    nested = [c for c in nested if not is_sum_of_another(c)]
    share = token.lower in {"none", "neither", "either", "each", "both"} and token.mention is None
    for child in token.children:
        if share and child.lower == "of":
            continue  # "none *of the firms*": no phrase, but those it is said of
        if child.dep in {"prep", "agent", "prt"} or (child.dep == "dative" and child.pos == "ADP"):
            if depth and child.lower == "from" and token.lemma in CHANGES:
                continue  # "demands for a *change from* state control"
            for word, inner in _prepositional_objects(child):
                yield word, inner
                besides = child.lower == "with" and inner.lemma in BESIDES
                if child.lower not in OCCASIONS and not besides:  # "after images *of Bo Kim*": of something else
                    nested.append(inner)
    faced = token.pos == "VERB" and any(c.dep == "prep" and c.lower == "against" for c in token.children)
    for inner in nested if depth < 3 else ():
        if inner.pos not in {"VERB", "AUX"}:  # "ruled *against Tixo* in its suit against Veyra"
            yield from ((w, t) for w, t in _own_prepositions(inner, depth + 1) if not (faced and w == "against"))


def _prepositional_objects(preposition: Token) -> Iterator[tuple[str, Token]]:
    """A preposition's objects; of two in a row ("out of", "because of") both words and the second alone count."""
    for inner in preposition.children:
        two = inner.dep == "prep" or (inner.dep == "pcomp" and inner.pos == "ADP")  # "due *to* concerns"
        if inner.dep in {"pobj", "pcomp"} and not two:
            yield preposition.lower, inner
            for beside in (c for c in preposition.children if c.lower in {"of", "to"} and not c.children):
                if beside is not inner:  # "because *of* the law", "due *to* a leak": beside the object, not above it
                    yield f"{preposition.lower} {beside.lower}", inner
        elif inner.dep == "conj" and inner.pos == "ADP":  # "a probe by the ministry and *by* the police"
            yield from _prepositional_objects(inner)
        elif two:
            for word, deep in _prepositional_objects(inner):
                if preposition.lower != "according":
                    yield word, deep
                yield f"{preposition.lower} {word}", deep
