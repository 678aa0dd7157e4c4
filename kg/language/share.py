"""Words that only tell how many of those they are taken from: "*none* of the firms", "*one* of them, Veyra"."""

from __future__ import annotations

from kg.language.amount import COUNTS
from kg.language.token import Token

#: Words for some or none of those told of.
SHARES = {"none", "neither", "either", "each", "both", "all", "any", "most", "few", "several", "many", "some", "one"}
#: Nouns that only count those whom they tell of ("*thousands* of drivers").
QUANTITIES = frozenset(
    """dozens hundreds thousands scores tens millions number majority handful couple sections segments factions host
    range array variety chorus cross-section""".split()
)


def parts(share: Token) -> list[Token]:
    """The word itself and, behind a mere share, those it is taken from ("*none of the suspects* was charged")."""
    named = _named_of(share)
    if named:
        return named
    if share.lower not in SHARES or share.mention is not None:
        return [share]
    taken = [t for c in share.children if c.lower == "of" for t in c.children if t.dep == "pobj"]
    return taken if taken and share.lower in {"none", "neither"} else [share, *taken]


def _named_of(share: Token) -> list[Token]:
    """Whom a comma names behind a share ("one of them, *Veyra*, refused", "two of the firms, *Ve* and *Oppo*, ...")."""
    if share.lower not in SHARES | COUNTS.keys() or not any(
        c.dep == "prep" and c.lower == "of" for c in share.children
    ):
        return []
    behind = [c for c in share.children if c.dep in {"appos", "conj"} and c.i > share.i]
    every = [t for c in behind for t in (c, *(g for g in c.children if g.dep == "conj"))]
    named = [t for t in every if t.mention is not None and t.mention.kind == "name"]
    return named if len(named) == len(every) and share.child("punct") is not None else []


def denials(verb: Token) -> list[Token]:
    """What denies a verb beside it: "not", "*neither* confirmed nor denied", or a subject that there is not."""
    own = [c for c in verb.children if c.dep == "neg" or (c.lower == "neither" and c.dep == "preconj")]
    return [*own, *denied_subject(verb)]


def denied_subject(verb: Token) -> list[Token]:
    """What says of a verb's subject that nobody does it ("*neither* firm has commented", "*no* minister said so")."""
    above = verb
    while above.child("nsubj", "nsubjpass") is None and above.dep == "conj" and above.head is not None:
        above = above.head
    subject = above.child("nsubj", "nsubjpass")
    if subject is None or verb.pos not in {"VERB", "AUX"}:
        return []
    if subject.lower in {"none", "neither", "nobody"}:
        return [subject]
    return [c for c in subject.children if c.lower in {"no", "neither"} and c.dep in {"det", "preconj", "cc", "advmod"}]
