"""The inflected forms of a word: what a rule's `forms: [fine]` stands for.

lemminflect knows the irregular ones; the parser's own lemmas are not used, since the small model takes "fined" for a
form of "fin".
"""

from __future__ import annotations

from functools import cache


@cache
def forms(word: str, pos: str) -> frozenset[str]:
    """All inflections of a lower-case word as VERB, NOUN or ADJ, itself among them; fixed phrases unchanged."""
    from lemminflect import getAllInflections, getAllInflectionsOOV

    if pos == "VERB" and word.startswith("co-"):
        return frozenset("co-" + form for form in forms(word.removeprefix("co-"), pos))
    if "-" in word or not word.isalpha():
        return frozenset([word]) | (frozenset([word + "s"]) if pos == "NOUN" else frozenset())
    known = getAllInflections(word, upos=pos) or getAllInflectionsOOV(word, upos=pos)
    return frozenset([word, *(form.lower() for group in known.values() for form in group)])
