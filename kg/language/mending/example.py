"""Examples behind "among them", which the parser hangs on the verb."""

from __future__ import annotations

from kg import lexicon, vocabulary
from kg.language.token import Token, hang

#: What a noun phrase has before its noun.
BEFORE_NOUN = {"amod", "compound", "det", "nmod", "nummod", "poss", "quantmod"}
#: What may be called a firm, a site or an outlet as well.
HOUSES = {"Company", "MediaOutlet", "Organisation", "Platform", "Product"}


def among_them(among: Token) -> None:
    """ "detained six activists, *among them* Ann Lee": an example of the plural that stands before the comma."""
    them = next((c for c in among.children if c.lower == "them" and c.dep == "pobj"), None)
    if among.lower != "among" or them is None or among.head is None:
        return
    words = [*among.ancestors()][-1].subtree()
    before = [t for t in words if t.i < among.i]
    example = next((t for t in words if t.i == them.i + 1), None)
    while (
        example is not None and example.head is not None and example.head.i > example.i and example.dep in BEFORE_NOUN
    ):
        example = example.head
    if example is None or example.pos not in {"NOUN", "PROPN"} or not before or before[-1].text != ",":
        return
    noun = next((t for t in reversed(before) if t.tag in {"NNS", "NNPS"} and _may_be(example, t)), None)
    if noun is None or example in noun.ancestors():
        return
    while example.dep == "appos" and example.head is not None and example.head.i > them.i:
        example = example.head
    hang(among, noun, "prep")
    hang(them, among, "dep")
    hang(example, among, "pobj")


def _may_be(example: Token, noun: Token) -> bool:
    """Whether a plural noun and an example are of one kind; an unknown name, or a number of natives, is a person's."""
    kind = lexicon.heads().get(noun.lower)
    one: str | None
    if example.mention is not None:
        one = example.mention.type
    else:
        one = lexicon.heads().get(example.lower) or ("Person" if example.tag in {"NNP", "NNPS"} else None)
    if kind is None or one is None:
        return False
    return vocabulary.is_a(one, kind) or vocabulary.is_a(kind, one) or {one, kind} <= HOUSES
