"""Leaks that go by a title ("the *Peru Files*", "the *Osh War Logs*"), of which a place is the first word."""

from __future__ import annotations

from dataclasses import replace

from kg.language.phrase import surface
from kg.language.token import Sentence, Token
from kg.model import PLACES

#: The last words of such titles.
TITLES = {"files", "papers", "logs", "leaks", "cables", "diaries", "diary", "dossier"}


def title_papers(sentence: Sentence) -> None:
    """Let every such title begin with its first word, which the place in it had cut off."""
    for token in sentence.tokens:
        mention = token.mention
        whole = mention is not None and mention.kind == "name" and mention.entity is None
        if not whole or mention is None or token.lower not in TITLES or not token.text[0].isupper():
            continue
        first = _first_word(token)
        if first.start < mention.start:
            text = surface(sentence.tokens[first.i : token.i + 1], sentence)
            token.mention = replace(mention, start=first.start, text=text, type="Document")


def _first_word(title: Token) -> Token:
    """The first of the words in capitals that stand right before the last one."""
    first = title
    for word in reversed([c for c in title.children if c.i < title.i]):
        place = word.mention is not None and word.mention.type in PLACES
        if word.i != first.i - 1 or word.dep not in {"compound", "nmod"} or not (place or word.text.istitle()):
            break
        first = word
    return first
