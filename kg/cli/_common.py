"""Which names are also everyday words, and so link to the wrong thing unless they say what they need."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

#: Words that the dictionary has because of the firm, and words that the press begins no sentence with but as a name.
ALWAYS_NAMES = frozenset("google xerox dell yahoo macintosh telegram pentagon politico teamsters".split())
_DICTIONARY = {"NOUN": "noun", "PROPN": "noun", "VERB": "verb", "AUX": "verb", "ADJ": "adj", "ADV": "adv"}


def is_common(name: str) -> bool:
    """Whether a name is an English word as a text may have it: in lower case, or as a sentence begins.

    Two words count where both are in lower case; more words, or capitals within, make it a name.
    """
    words = name.split()
    if len(words) == 2:
        return name.islower() and all(word in stop_words() or _in_dictionary(word) for word in words)
    if name.casefold() in ALWAYS_NAMES or not name.isalpha():
        return False
    word = name.lower()
    return name in {word, word.capitalize()} and (word in stop_words() or _in_dictionary(word))


@cache
def stop_words() -> frozenset[str]:
    """Words that stand in every text ("us", "it"): as context they would support anything."""
    from spacy.lang.en.stop_words import STOP_WORDS

    return frozenset(STOP_WORDS)


@cache
def _in_dictionary(word: str) -> bool:
    """Whether the parser's dictionary has what a lower-case word is a form of, and the parser was taught the word."""
    from lemminflect import getAllLemmas

    strings, index = _dictionary()
    lemmas = getAllLemmas(word)
    return word in strings and any(
        lemma in index[_DICTIONARY[pos]] for pos, found in lemmas.items() for lemma in found if pos in _DICTIONARY
    )


@cache
def _dictionary() -> tuple[frozenset[str], Any]:
    """The words that the parser was taught, read afresh since it also keeps those of every text, and its dictionary."""
    from kg.language.parse import model

    parser = model()
    taught = json.loads((parser.path / "vocab" / "strings.json").read_text(encoding="utf-8"))
    return frozenset(taught), parser.get_pipe("lemmatizer").lookups.get_table("lemma_index")
