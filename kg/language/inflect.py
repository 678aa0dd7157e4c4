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


@cache
def may_be_participle(word: str, lemma: str) -> bool:
    """Whether a past form is that of a participle, too: "blocked" and "shut" are, "spoke" and "withdrew" are not."""
    from lemminflect import getAllInflections

    known = getAllInflections(lemma, upos="VERB")
    return word not in known.get("VBD", ()) or word in known.get("VBN", (word,))
