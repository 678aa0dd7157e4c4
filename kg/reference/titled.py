"""Who is told of by the title that stood before his name: "*District Attorney* Ann Lee ... *the District Attorney*"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.language.token import Sentence, Token
from kg.model import Entity, Mention
from kg.reference.register import Register

#: Offices that one tells of by their bare titles.
OFFICES = {
    "president", "minister", "prime minister", "mayor", "governor", "senator", "sheriff", "attorney general",
    "attorney-general", "district attorney", "solicitor general", "chancellor", "premier", "king", "emir", "sultan",
    "pope", "congressman", "congresswoman", "secretary", "chairman", "chairwoman", "ambassador",
}  # fmt: skip
#: Longest title before a name.
WORDS = 5
#: What says nothing of which office it is.
FREE = {"former", "then", "current", "new", "longtime", "acting", "same", "late"}
#: What makes an office another one.
OTHER = {"vice", "prime", "deputy", "assistant", "under"}
WORD = re.compile(r"[A-Za-z][\w.'-]*")


@dataclass(frozen=True, slots=True)
class Titled:
    """Somebody named, at a place of the text, with the words before his name."""

    position: int
    words: tuple[str, ...]
    person: Entity


def told_titles(sentences: Sequence[Sentence], register: Register) -> Iterator[Titled]:
    """The people who are named behind a title."""
    titles = {title.split()[-1] for title in OFFICES}
    for sentence in sentences:
        for token in sentence.tokens:
            name = token.mention
            if name is None or name.kind != "name" or name.type != "Person" or token.start < sentence.start:
                continue
            before = [t for t in sentence.tokens if t.start < name.start][-WORDS:]
            beside = [c for c in token.children if c.dep == "appos" and c.tag in {"NN", "NNP"}]
            if token.dep == "appos" and token.head is not None:
                beside.append(token.head)
            for words in (_title(before), *([*(c.lower for c in _modifiers(b)), b.lower] for b in beside)):
                if words and words[-1] in titles:
                    yield Titled(name.start, tuple(words), register.entity(name))
                    break


def _title(before: Sequence[Token]) -> list[str]:
    """The words right before a name, as far as they are one phrase."""
    words: list[str] = []
    for token in reversed(before):
        if not WORD.fullmatch(token.text) or token.pos not in {"NOUN", "PROPN", "ADJ"}:
            break
        words.insert(0, token.lower)
    return words


def _modifiers(noun: Token) -> list[Token]:
    """The words of a title that stands beside a name ("*Attorney General* of Ohio, Bo Kim")."""
    return [c for c in noun.children if c.i < noun.i and c.dep in {"compound", "nmod", "amod"}]


def titled(mention: Mention, token: Token, told: Sequence[Titled]) -> Entity | None:
    """The one person told of before with a title, whom the bare title means; of several the one named oftenest so."""
    further = token.child("poss", "prep", "relcl", "nummod") is not None
    if not mention.definite or token.tag not in {"NN", "NNP"} or further or token.dep == "appos":
        return None
    if mention.head not in OFFICES or any(c.mention is not None and c.mention.kind == "name" for c in token.children):
        return None
    head = mention.head.split()
    said = {c.lower for c in token.children if c.dep in {"compound", "nmod"}} - set(head) - FREE
    people = Counter(t.person for t in told if t.position < mention.start and _is_so_called(t.words, head, said))
    first, second = [*people.most_common(2), (None, 0), (None, 0)][:2]
    return first[0] if first[1] > second[1] else None


def _is_so_called(words: tuple[str, ...], head: list[str], said: set[str]) -> bool:
    """Whether a title ends with the noun, and says all that stands before it ("the *justice* minister")."""
    if list(words[-len(head) :]) != head or not said <= set(words):
        return False
    before = words[-len(head) - 1] if len(words) > len(head) else ""
    return before not in OTHER or before in head
