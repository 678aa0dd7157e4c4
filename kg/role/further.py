"""Items of a list of offences that the parser set apart: behind "including" or "along with", as a deed behind the
crime ("hate crimes *for posting* a video"), or beside whom they are held against.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg import lexicon
from kg.language.token import Sentence, Token
from kg.vocabulary import is_a

#: What one may commit, and then do a thing for which it counts as that.
CRIMES = {
    "blasphemy", "contempt", "crime", "defamation", "espionage", "extremism", "fraud", "harassment", "hooliganism",
    "incitement", "infringement", "libel", "misconduct", "offence", "offense", "sedition", "slander", "terrorism",
    "theft", "treason", "violation",
}  # fmt: skip
#: Beside the misdeeds: what done beside one more deed is a deed of the same case.
DEEDS = {"extort", "hack", "insult", "launder", "leak", "sell", "spread", "stalk", "threaten", "blackmail", "scam"}
#: Words of a means that is told with the deed.
SHORT = 12
#: What opens examples, and what stands with a further item.
EXAMPLES = {"including"}
WITH = {"along", "together"}


def further_items(noun: Token) -> Iterator[Token]:
    """The heads of what else somebody is accused of, that stand below an offence or right behind it."""
    yield from _examples(noun)
    inner = [c for t in noun.children if t.lower == "of" for c in t.children]
    for preposition in (c for one in (noun, *inner) for c in one.children if c.dep == "prep"):
        if preposition.lower in WITH and (second := preposition.child("prep")) is not None and second.lower == "with":
            yield from (c for c in second.children if c.dep == "pobj" and not _acts(c))
        if preposition.lower == "for" and preposition.head is noun and _is_crime(noun):
            yield from (c for c in preposition.children if c.dep == "pcomp" and c.tag == "VBG")


def _acts(noun: Token) -> bool:
    """ "charged with hacking along *with his brother*": somebody, and no further offence."""
    return noun.mention is not None and is_a(noun.mention.type, "Actor")


def _is_crime(noun: Token) -> bool:
    return noun.lemma in CRIMES or (noun.mention is not None and noun.mention.type == "Offence")


def _examples(noun: Token) -> Iterator[Token]:
    """ "a string of offences, including *espionage*, *insulting* the king and *spreading* lies"."""
    kinds = [noun, *(g for c in noun.children if c.dep == "prep" and c.lower == "of" for g in c.children)]
    for kind in kinds:
        opening = next((c for c in kind.children if c.lower in EXAMPLES and c.i > kind.i), None)
        if opening is None:
            continue
        for first in (c for c in opening.children if c.dep in {"pobj", "pcomp", "dobj"}):
            yield from _row(first)
        for late in (c for one in kinds for c in one.children if c.dep in {"acl", "conj"} and c.i > opening.i):
            if late.tag == "VBG" or late.dep == "conj":
                yield from _row(late)


def _row(first: Token) -> Iterator[Token]:
    """A noun or gerund and what is coordinated with it."""
    yield first
    for item in (c for c in first.children if c.dep == "conj"):
        yield from _row(item)


def done_besides(verb: Token, first: Token) -> Iterator[Token]:
    """ "jailed for hacking a bank, *stealing* passwords": one more deed, which the parser took for a circumstance."""
    for second in verb.children:
        deed = second.dep == "advcl" and second.tag == "VBG" and second.i > first.i
        if deed and not second.child("mark", "prep", "nsubj") and second.lemma in lexicon.words("misdeeds") | DEEDS:
            yield second


def beside_whom(charges: Token) -> Iterator[Token]:
    """ "hold *the editor* on charges of sedition, | *publication* of chats, and *inciting* violence".

    An item that the parser set beside a noun before the charges.
    """
    last = charges.subtree()[-1].i
    top = charges.top()
    if not any(t.text == "," and t.i == last + 1 for t in top.subtree()):
        return
    for item in top.subtree():
        above = item.head
        if item.dep not in {"appos", "conj"} or above is None or above.i >= charges.i or item.i <= last:
            continue
        opening = item.subtree()[0]
        plain = item.pos in {"NOUN", "VERB"} and item.mention is None and item.child("det", "poss", "nsubj") is None
        if plain and opening.i == last + 2 and (item.pos == "NOUN" or item.tag == "VBG"):
            yield from _row(item)


def by_means(comma: Token | None, sentence: Sentence) -> Token | None:
    """ "accused of selling drugs | *, by using a shop on Telegram*": how it was done, hung on the verb above."""
    by = sentence.tokens[comma.i + 1] if comma is not None and comma.i + 1 < len(sentence.tokens) else None
    if comma is None or comma.text != "," or by is None or by.lower not in {"by", "through"}:
        return None
    means = by.child("pcomp", "pobj")
    told = means is not None and (means.tag == "VBG" or means.lower in {"use", "means", "way"})
    told = told and len(by.subtree()) <= SHORT  # a long one is told apart
    return by if told else None
