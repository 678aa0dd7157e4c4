"""What is told in the present tense to begin or end on a day lies ahead: "the ban *takes effect on Saturday*".

A bare day name means the last such day (see `timex`), but of what has not begun yet.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.language.timex import is_bare_day, week_on
from kg.language.token import Sentence, Token, tense
from kg.model import Mention

#: What something does on a day that is fixed for it.
BEGINNING = {"start", "begin", "commence", "resume", "end", "expire"}
#: Nouns of what comes with a verb: "takes *effect*", "comes into *force*".
FORCE = {"effect", "force", "operation"}
#: What *is* on a day when it has been fixed for it.
FIXED = {"hearing", "trial", "deadline", "vote", "session", "sentencing"}
TODAY = {"VBZ", "VBP"}


def look_ahead(sentences: Iterable[Sentence], today: str | None) -> None:
    """Set the bare day names of what begins or ends a week on, where the nearest such day is gone."""
    for token in (t for sentence in sentences for t in sentence.tokens) if today is not None else ():
        mention = token.mention
        if mention is None or mention.value is None or not _is_day_gone(mention, today or ""):
            continue
        if _is_told_as_coming(token):
            token.mention = replace(mention, value=week_on(mention.value))


def _is_day_gone(time: Mention, today: str) -> bool:
    return time.kind == "time" and is_bare_day(time.text) and (time.value or "") < today


def _is_told_as_coming(day: Token) -> bool:
    """Whether a day name dates a verb of beginning in the present tense."""
    above = day.head
    verb = above.head if above is not None and above.dep == "prep" and above.lower in {"on", "from"} else above
    if verb is None or verb.pos not in {"VERB", "AUX"} or tense(verb) not in TODAY or _is_perfect(verb):
        return False
    subject = verb.child("nsubj")
    if verb.lemma == "be":
        return subject is not None and subject.lemma in FIXED
    return _takes_force(verb) or (verb.lemma in BEGINNING and verb.child("dobj") is None)


def _is_perfect(verb: Token) -> bool:
    return any(c.dep in {"aux", "auxpass"} for c in verb.children)


def _takes_force(verb: Token) -> bool:
    """ "takes *effect*", "comes *into force*"."""
    behind = [g for c in verb.children if c.dep == "prep" and c.lower == "into" for g in c.children]
    things = [verb.child("dobj"), *behind]
    return verb.lemma in {"take", "come", "go", "enter"} and any(t is not None and t.lemma in FORCE for t in things)
