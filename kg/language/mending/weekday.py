"""Days and years that the parser hung on what stands behind them, though they tell when it was."""

from __future__ import annotations

import re

from kg import lexicon
from kg.language.mending.wording import CALENDAR
from kg.language.token import Token, hang, hang_subject, is_finite

YEAR = re.compile(r"(?:19|20)\d\d")


def day_of_saying(day: Token) -> None:
    """ "said *on Friday* it was suing Veyra": a day behind the verb is that of saying, and no part of what is said."""
    clause = day.head
    verb = clause.head if clause is not None and clause.dep in {"ccomp", "xcomp"} else None
    if clause is None or verb is None or verb.lemma not in lexicon.verbs("saying") or not is_finite(clause):
        return
    by_word = day.dep == "prep" and day.lower in {"on", "in"}
    named = day if day.dep == "npadvmod" else day.child("pobj") if by_word else None
    if named is None or named.lower not in CALENDAR or clause.child("mark"):
        return
    subject, told = clause.child("nsubj", "nsubjpass", "expl"), verb.child("dobj", "dative")
    before = told.subtree()[-1] if told is not None and told.i < day.i else verb
    words = day.subtree()
    if subject is not None and words[0].i == before.i + 1 and subject.subtree()[0].i == words[-1].i + 1:
        hang(day, verb, day.dep)


def year_before(year: Token) -> None:
    """ "In *2020* Italy's regulator, Agcom, fined Veyra": the year, and then the subject; no year's regulator."""
    noun = year.head
    when = noun.head if noun is not None and noun.dep == "pobj" else None
    verb = when.head if when is not None else None
    if noun is None or when is None or verb is None or year.dep != "nummod" or not YEAR.fullmatch(year.text):
        return
    if when.lower not in {"in", "since", "by"} or when.i != year.i - 1 or noun.tag not in {"NN", "NNP"}:
        return
    subject, words = verb.child("nsubj"), noun.subtree()
    if verb.pos != "VERB" or not words[-1].i < verb.i or (subject is not None and subject.i < noun.i):
        return
    apposed = subject is not None and subject.tag == "NNP" and subject.subtree()[0].i - words[-1].i <= len(", ")
    if subject is not None and not apposed:
        return
    hang_subject(noun, verb)
    hang(year, when, "pobj")
    if subject is not None:
        hang(subject, noun, "appos")
