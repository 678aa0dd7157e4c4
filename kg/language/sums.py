"""Sums of several parties told in one breath: "fined Veyra $3 million and *Tixo $2 million*"."""

from __future__ import annotations

from kg.language.token import Sentence, Token, hang


def part(sentence: Sentence) -> None:
    """Hang each further sum on the one before it, and on it the name of whom it is for, whatever the parser made."""
    for token in sentence.tokens:
        if _is_sum(token) and (name := _name_before(token)) is not None and (first := _first(token, name)) is not None:
            hang(token, first, "conj")
            hang(name, token, "dative")


def _is_sum(token: Token) -> bool:
    return token.mention is not None and token.mention.type == "Amount"


def _name_before(amount: Token) -> Token | None:
    """The name right before a sum, on which it hangs or which hangs on it."""
    above = amount.head if amount.dep in {"dobj", "nummod", "appos"} else None
    beside = [t for t in (above, *amount.children) if t is not None and t.i < amount.i and t.head is not None]
    names = (t for t in beside if t.mention is not None and t.mention.kind == "name")
    return next((t for t in names if amount.start_of_mention - t.end_of_mention in {0, 1}), None)


def _first(amount: Token, name: Token) -> Token | None:
    """The sum before: what the second one hangs on, or the object of the verb on which its name hangs."""
    top = name.head if name is amount.head else amount.head
    if top is None or (name is not amount.head and amount.dep not in {"conj", "appos"}):
        return None
    sums = [top, *(c for c in top.children if c.dep in {"dobj", "npadvmod"} and top.pos == "VERB")]
    return next((s for s in sums if _is_sum(s) and s.i < name.i), None)
