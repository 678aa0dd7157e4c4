"""Whether a word stands in somebody's quoted words."""

from __future__ import annotations

from collections.abc import Sequence

from kg.language.token import Sentence, Token

QUOTES = {'"', "“", "”"}
#: How many sentences a quotation may go on.
LONGEST_QUOTATION = 6


def is_quoted(word: Token, sentence: Sentence, sentences: Sequence[Sentence]) -> bool:
    """Whether a word stands in quotation marks, in its sentence or with the whole of it."""
    marks = [t.text for t in sentence.tokens[: word.i] if t.text in QUOTES]
    inside = bool(marks) and (marks[-1] == "“" or (marks[-1] == '"' and marks.count('"') % 2 == 1))
    return inside or any(t.speaker for t in sentence.tokens) or _continues_quotation(sentence, sentences)


def _continues_quotation(sentence: Sentence, sentences: Sequence[Sentence]) -> bool:
    """Whether a quotation was begun in an earlier sentence and not closed since."""
    begun = False
    before = sentences[max(0, sentence.index - LONGEST_QUOTATION) : sentence.index]
    for mark in (t.text for s in before for t in s.tokens if t.text in QUOTES):
        begun = mark == "“" or (mark == '"' and not begun)
    return begun
