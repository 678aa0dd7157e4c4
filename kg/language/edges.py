"""The edges of a phrase: no half of a pair of quotation marks or brackets, no word whose noun was cut off."""

from __future__ import annotations

from kg.language.token import Sentence, Token

QUOTES = {'"', "“", "”", "''", "``"}
OPENING, CLOSING = {"(", "["}, {")", "]"}


def up_to(words: list[Token], longest: int, top: Token) -> list[Token]:
    """The first words of a phrase that is too long, without what at their end only goes with what is cut off."""
    kept = words[:longest]
    if len(words) == len(kept):
        return kept
    while len(kept) > 1 and kept[-1] is not top and kept[-1].i > top.i and _leads_on(kept[-1]):
        kept.pop()
    return kept


def _leads_on(word: Token) -> bool:
    """Whether a word at the end of a cut means nothing without what followed."""
    after = word.head is not None and word.head.i > word.i and word.dep not in {"nsubj", "nsubjpass"}
    return after or word.dep in {"prep", "agent", "punct", "cc", "case"}


def paired(words: list[Token], sentence: Sentence) -> list[Token]:
    """The words with the other half of a quotation mark or bracket that stands right beside them."""
    words = _closed(words, sentence)
    marks = [t for t in words if t.text in QUOTES]
    if len(marks) % 2 == 0 or not words:
        return words
    before = sentence.tokens[words[0].i - 1] if words[0].i else None
    after = sentence.tokens[words[-1].i + 1] if words[-1].i + 1 < len(sentence.tokens) else None
    if after is not None and after.text in QUOTES and marks[-1].tag != "''":
        return [*words, after]
    return [before, *words] if before is not None and before.text in QUOTES else words


def _closed(words: list[Token], sentence: Sentence) -> list[Token]:
    """The words with the bracket that closes them, or without what it opens where it is cut off."""
    opened = [n for n, t in enumerate(words) if t.text in OPENING]
    closed = [n for n, t in enumerate(words) if t.text in CLOSING]
    if len(opened) <= len(closed):
        return words
    following = sentence.tokens[words[-1].i + 1] if words[-1].i + 1 < len(sentence.tokens) else None
    if following is not None and following.text in CLOSING:
        return [*words, following]
    return words[: opened[-1]] if opened[-1] > 1 else words
