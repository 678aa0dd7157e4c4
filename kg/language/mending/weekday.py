"""Days that the parser hung on the clause behind them, though they tell when somebody spoke."""

from __future__ import annotations

from kg import lexicon
from kg.language.mending.wording import CALENDAR
from kg.language.token import Token, hang, is_finite


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
