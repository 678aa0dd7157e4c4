"""Offices that share their last words: "the *Dallas*, *Travis* and *Harris County District Attorney's Offices*".

Only the last of the row is written whole; the others are offices of the same kind, and neither cities nor persons.
"""

from __future__ import annotations

from dataclasses import replace

from kg.language.token import Sentence, Token
from kg.model import PLACES

#: Whose offices are told so.
HOLDERS = {"attorney", "attorneys", "prosecutor", "prosecutors", "sheriff", "sheriffs", "general", "defender", "clerk"}
OFFICES = {"offices", "departments"}
#: What a place before such an office may be taken for.
TAKEN_FOR = {"Actor", "Person", "Organisation", "Place", *PLACES}
WHOLE = {"County", "City", "State", "District", "Parish", "Judicial"}


def name_offices(sentence: Sentence) -> None:
    """Give every place of such a row the name of its office."""
    for token in sentence.tokens:
        _of_row(token, sentence)


def _of_row(offices: Token, sentence: Sentence) -> None:
    holder = offices.child("poss")
    if offices.lower not in OFFICES or holder is None or holder.lower not in HOLDERS or offices.dep != "conj":
        return
    if offices.subtree()[0].lower == "the":
        return  # "in Dallas, and *the* Harris County District Attorney's offices"
    row = _places_before(offices)
    own = [t for t in sentence.tokens if offices.subtree()[0].i <= t.i < offices.i]
    last = next((t for t in own if t.mention is not None and t.mention.type in PLACES), None)
    if not row or last is None or last.mention is None or last.head is not holder or offices.mention is None:
        return
    whole = last.mention.text.split()
    kind = [whole[-1]] if len(whole) > 1 and whole[-1] in WHOLE else []
    title = " ".join([*kind, *(t.text for t in own if t.i > last.i)]).replace(" '", "'").replace(" ’", "’")
    title = f"{_of_one(title)} {offices.text[:-1].capitalize()}"
    place = " ".join(whole[: len(whole) - len(kind)])
    begin = last.mention.start
    offices.mention = replace(
        offices.mention, start=begin, text=f"{place} {title}", kind="name", type="Prosecutor", entity=None
    )
    for item in row:
        assert item.mention is not None
        item.mention = replace(
            item.mention, text=f"{item.mention.text} {title}", kind="name", type="Prosecutor", entity=None
        )


def _of_one(title: str) -> str:
    """ "District *Attorneys'*": as one of them is called."""
    for many, one in (("s'", "'s"), ("s’", "’s")):
        if title.endswith(many):
            return title.removesuffix(many) + one
    return title


def _places_before(offices: Token) -> list[Token]:
    """The bare names before the last office of a row, the nearest first."""
    row: list[Token] = []
    item = offices.head
    while item is not None and item.tag == "NNP" and item.mention is not None and item.mention.type in TAKEN_FOR:
        if any(c.dep in {"compound", "nmod", "poss", "prep", "appos"} for c in item.children):
            break
        row.append(item)
        item = item.head if item.dep == "conj" else None
    return row
