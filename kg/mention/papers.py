"""Papers that go by a title: leaks ("the *Peru Files*"), of which a place is the first word, and what is laid down."""

from __future__ import annotations

from dataclasses import replace

from kg.language.phrase import surface
from kg.language.token import Sentence, Token
from kg.model import PLACES

#: The last words of such titles.
TITLES = {"files", "papers", "logs", "leaks", "cables", "diaries", "diary", "dossier"}

#: What a firm or body lays down or publishes, called like a name ("the *Privacy Policy*"), and no one who acts.
LAID_DOWN = frozenset("policy policies guidelines standards terms conditions handbook guidebook whitepaper".split())
#: What makes a body of it ("the Project *on* Digital *Policy*").
BODIES = frozenset("centre center institute office project council department committee lab group for on of".split())
#: The number of a part, which alone names nobody ("*Part II* compels"), though it may end a name ("Frank Lee *III*").
NUMERALS = frozenset("II III IV VI VII VIII IX XI XII".split())


def is_laid_down(words: list[Token]) -> bool:
    """Whether words in capitals are the title of what somebody lays down."""
    return len(words) > 1 and words[-1].lower in LAID_DOWN and not BODIES & {w.lower for w in words}


def is_numeral(token: Token) -> bool:
    """Whether what was taken for a name is but the number of a part."""
    return token.mention is not None and token.mention.text in NUMERALS


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
