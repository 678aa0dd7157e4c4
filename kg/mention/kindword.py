"""What a heading writes with capitals before a name, and the text below does not: "*Messaging App* Veyra"."""

from __future__ import annotations

import re
from dataclasses import replace

from kg import lexicon
from kg.language.token import Sentence
from kg.mention.calling import DESCRIBED
from kg.model import Mention

LEGAL_FORM = re.compile(r",? (?:Inc|LLC|Ltd|Corp|Limited|GmbH|PLC|plc)\.?$")
#: What firms and services are called besides the nouns of the lexicon.
CALLED = frozenset(
    "app site website platform firm company maker seller operator provider service startup giant".split()
)


def without_kinds(sentences: list[Sentence]) -> None:
    """A name that goes on behind the word for its kind is that rest, where the document has it alone elsewhere."""
    names = [t for s in sentences for t in s.tokens if t.mention is not None and t.mention.kind == "name"]
    alone = {text: m for t in names if (m := t.mention) is not None and not _kind_words(m) for text in _forms(m)}
    for token in names:
        mention = token.mention
        assert mention is not None
        rest = " ".join(mention.text.split()[_kind_words(mention) :])
        if rest != mention.text and mention.entity is None and rest in alone:
            token.mention = replace(alone[rest], start=mention.end - len(rest), end=mention.end, text=rest)


def _forms(mention: Mention) -> tuple[str, ...]:
    """A name, and what it is without its legal form ("*Veyra*, Inc.")."""
    return mention.text, LEGAL_FORM.sub("", mention.text)


def _kind_words(mention: Mention) -> int:
    """How many words of a name say of what kind its bearer is, up to the noun."""
    words = [word.lower() for word in mention.text.split()]
    heads = lexicon.heads()
    kinds = [n for n, word in enumerate(words[:-1], 1) if word in CALLED or heads.get(word) in DESCRIBED]
    return kinds[-1] if kinds else 0
