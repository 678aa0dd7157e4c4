"""Is a text English? Counted by function words, which even a ten-word news item has or lacks."""

from __future__ import annotations

import re
from functools import cache

from justext.utils import get_stoplist

# Words with a capital are left out: names ("Al Gore", "Real Madrid") look like another language's function words.
_WORD = re.compile(r"\b[^\W\d_]{2,}\b")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN_END = "\u024f"
_CHARACTERS = 2000
_ENGLISH_ENOUGH = 0.25
_FOREIGN_AT_LEAST = 3
_OTHERS = (
    *("Albanian", "Catalan", "Croatian", "Czech", "Danish", "Dutch", "Estonian", "Finnish", "French", "German"),
    *("Hungarian", "Indonesian", "Italian", "Latvian", "Lithuanian", "Malay", "Norwegian_Bokmal", "Polish"),
    *("Portuguese", "Romanian", "Slovak", "Spanish", "Swahili", "Swedish", "Tagalog", "Turkish", "Vietnamese"),
)


def other_language(text: str) -> str | None:
    """The language that a text seems to be in, or None where it is English or too short to tell."""
    start = text[:_CHARACTERS]
    letters = _LETTER.findall(start)
    if sum(letter > _LATIN_END for letter in letters) > len(letters) / 2:
        return "a language in another script"
    words = [word for word in _WORD.findall(start) if word.islower()]
    english = _count(words, "English")
    if english >= _ENGLISH_ENOUGH * len(words):
        return None
    count, language = max((_count(words, other), other) for other in _OTHERS)
    return language if count > max(english, _FOREIGN_AT_LEAST - 1) else None


def _count(words: list[str], language: str) -> int:
    return sum(word in _function_words(language) for word in words)


@cache
def _function_words(language: str) -> frozenset[str]:
    words = frozenset(get_stoplist(language))
    return words if language == "English" else words - _function_words("English")
