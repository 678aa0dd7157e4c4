"""Slips of the parser that wording alone gives away: what hangs in the wrong place is hung where it belongs."""

from __future__ import annotations

from kg import lexicon, vocabulary
from kg.language.syntax import FINITE, Token

#: Nouns that go with a preposition of their own, which the parser hangs on the verb.
PART_IN = {
    "involvement": {"in", "with"}, "participation": {"in"}, "complicity": {"in"}, "role": {"in"}, "part": {"in"},
    "responsibility": {"for"}, "link": {"to", "with"}, "tie": {"to", "with"}, "knowledge": {"of"}, "hand": {"in"},
    "connection": {"to", "with"}, "credit": {"for"}, "blame": {"for"}, "liability": {"for"},
}  # fmt: skip
PLACES = {"Country", "Region", "City", "Place"}


def mend(token: Token) -> None:
    """Put right what the parser is known to get wrong about a word."""
    _firm(token)
    _hearing(token)
    _given(token)
    _part_in(token)
    _subject_behind_place(token)


def _move(token: Token, dep: str, head: Token) -> None:
    """Hang a token, with all below it, on another head."""
    if token.head is not None:
        token.head.children.remove(token)
    token.dep, token.head = dep, head
    head.children = sorted([*head.children, token], key=lambda t: t.i)


def _firm(firm: Token) -> None:
    """ "*The firm* further states that": before a verb without a subject "firm" is a noun."""
    verb = firm.head
    if firm.lower != "firm" or firm.pos != "ADJ" or verb is None or verb.tag not in FINITE or firm.i > verb.i:
        return
    if firm.dep not in {"amod", "advmod", "nsubj"} or (firm.dep != "nsubj" and verb.child("nsubj", "nsubjpass")):
        return
    for word in [c for c in verb.children if c.i < firm.i and c.dep in {"det", "compound", "poss"}]:
        _move(word, word.dep, firm)
    firm.dep, firm.pos, firm.tag = "nsubj", "NOUN", "NN"


def _hearing(hearing: Token) -> None:
    """ "Judge delays *hearing* on the ban": what is put off is a noun, though it looks like a gerund."""
    verb = hearing.head
    if hearing.lower != "hearing" or hearing.tag != "VBG" or verb is None or hearing.i != verb.i + 1:
        return
    if hearing.dep in {"xcomp", "ccomp", "advcl", "acl", "dobj"} and not hearing.child("dobj", "ccomp", "nsubj"):
        hearing.dep, hearing.pos, hearing.tag = "dobj", "NOUN", "NN"


def _given(given: Token) -> None:
    """ "investigated as terrorism *given that* he posted it": a reason of the verb, no part of the noun's phrase."""
    noun = given.head
    below = [t for t in given.subtree() if t.i > given.i]
    if given.lower != "given" or given.dep != "acl" or noun is None:
        return
    verb = next((t for t in noun.ancestors() if t.pos in {"VERB", "AUX"}), None)
    if verb is not None and (not below or below[0].lower == "that"):
        _move(given, "prep", verb)


def _part_in(noun: Token) -> None:
    """ "denies *involvement in the theft*": what somebody has a part in belongs to the noun, not to the verb."""
    verb = noun.head
    if noun.lemma not in PART_IN or noun.dep != "dobj" or verb is None or noun.child("prep"):
        return
    beside = next((c for c in verb.children if c.dep == "prep" and c.i == noun.i + 1), None)
    if beside is not None and beside.lower in PART_IN[noun.lemma]:
        _move(beside, "prep", noun)


def _subject_behind_place(verb: Token) -> None:
    """ "In London, *the head of Veyra*, which makes it, says": no apposition to the place, but the verb's subject."""
    if verb.tag not in FINITE or verb.child("nsubj", "nsubjpass", "csubj", "expl") or verb.pos not in {"VERB", "AUX"}:
        return
    for opening in [c for c in verb.children if c.dep == "prep" and c.i < verb.i]:
        for place in [t for t in opening.subtree() if t.mention is not None and t.mention.type in PLACES]:
            beside = [c for c in place.children if c.dep == "appos" and place.i < c.i < verb.i]
            if beside and _can_act(beside[0]):
                _move(beside[0], "nsubj", verb)
                for further in beside[1:]:
                    _move(further, "appos", beside[0])
                return


def _can_act(noun: Token) -> bool:
    """Whether a noun names somebody, or a kind of actor."""
    type_ = noun.mention.type if noun.mention is not None else lexicon.heads().get(noun.lower, "")
    return type_ not in {"", *PLACES} and vocabulary.is_a(type_, "Actor")
