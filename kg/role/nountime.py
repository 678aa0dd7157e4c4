"""The days that stand right behind a noun for an event: "the requests for information *(from 3 May and 5 June 2023)*".

The parser hangs what is in brackets, or behind the last of several prepositions, on any word before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.token import Token
from kg.model import Mention

#: What may stand in brackets beside days.
BESIDE_DAYS = {"from", "of", "on", "dated", "and", ",", "&", "in", "issued", "sent"}
#: What is dated by "of 3 May".
DATED = {
    "request", "order", "decision", "letter", "ruling", "notice", "complaint", "resolution", "judgment", "judgement",
    "warning", "statement", "reply", "response", "directive", "demand", "call", "report", "verdict", "petition",
}  # fmt: skip
#: Behind these a noun tells of another event than its sentence, and a year or month at its end is of that event.
BEHIND = {"following", "after", "since"}
#: Papers in which others speak, what is done with them, and what tells that they hold it.
PAPERS = {
    "report", "article", "story", "statement", "letter", "post", "study", "paper", "memo", "notice", "video", "email",
    "interview", "investigation", "analysis", "brief", "submission", "petition", "advisory", "blog", "tweet", "piece",
}  # fmt: skip
BRINGING_OUT = {"publish", "release", "issue", "post", "air", "broadcast", "run", "carry", "send", "submit", "file"}
HOLDING = {"contain", "quote", "cite", "include", "carry", "feature"}
MADE_PUBLIC = {"date", "publish", "release", "issue", "post", "make", "send"}
FLAT = {"ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART", "CCONJ", "ADV"}
DAY = len("2024-05-03")


def beside(event: Token) -> list[Mention]:
    """The times that are told right behind a noun for an event: in brackets, behind "of", at the end of its phrase."""
    if event.lower == "according":
        return _of_paper_cited(event)
    flat = list(_flat(event)) if event.pos == "NOUN" else []
    if flat and flat[-1].text == "(":
        return _in_brackets(flat[-1])
    times = [t for t in flat if _is_time(t)]
    opening = next((t for t in reversed(flat) if times and t.pos == "ADP" and t.i < times[0].i), None)
    if len(times) != 1 or opening is None or any(opening.i < t.i < times[0].i and t.pos != "NUM" for t in flat):
        return []
    day = len(_value(times[0])) >= DAY
    named = opening.lower == "of" and day and event.lemma in DATED
    behind = opening.lower == "in" and not day and event.head is not None and event.head.lower in BEHIND
    return _mentions(times) if named or behind else []


def is_beside_noun(time: Token, event: Token) -> bool:
    """ "was fined following its designation as a gatekeeper *in 2023*": when that was, wherever the parser hung it."""
    before = [t for t in _sentence(time) if t.i < time.i and t.lower in BEHIND and t.pos in {"ADP", "SCONJ", "VERB"}]
    nouns = [c for c in before[-1].children if c.dep in {"pobj", "dobj"}] if before else []
    within = before and (event is before[-1] or before[-1] in event.ancestors())
    return not within and any(m.start == time.start_of_mention for noun in nouns for m in beside(noun))


def published(heads: list[Token]) -> Mention | None:
    """ "*on 3 May* it ran a report with statements by Veyra that confirm the leak": when what is in it was told."""
    for clause in (h for h in heads if h.dep == "relcl"):
        paper, subject = clause.head, clause.child("nsubj")
        if paper is None or subject is None or subject.lower not in {"that", "which"} or paper.lemma not in PAPERS:
            continue
        while paper is not None and (holder := _holder(paper)) is not None:
            paper = holder
        verb = paper.head if paper is not None and paper.dep in {"dobj", "nsubjpass"} else None
        if verb is None or verb.lemma not in BRINGING_OUT or verb.tag not in {"VBD", "VBN"}:
            return None
        below = [t for c in verb.children if c.i < verb.i or c.dep in {"npadvmod", "prep"} for t in (c, *c.children)]
        times = [t for t in below if _is_time(t) and len(_value(t)) >= DAY]
        return times[0].mention if len(times) == 1 else None
    return None


def _holder(paper: Token) -> Token | None:
    """The paper in which another stands ("a *report* containing statements", "an *article* with an interview")."""
    verb = paper.head if paper.dep in {"dobj", "pobj"} else None
    holds = verb is not None and ((verb.lemma in HOLDING and verb.dep in {"acl", "relcl"}) or verb.lower == "with")
    noun = verb.head if holds and verb is not None else None
    return noun if noun is not None and noun.lemma in PAPERS else None


def _of_paper_cited(according: Token) -> list[Mention]:
    """ "According to a report *dated 3 May*", "to an article published *on Monday*": when that was said."""
    papers = [w for c in according.children if c.lower == "to" for w in c.children if w.dep == "pobj"]
    for paper in papers:
        made = [c for c in paper.children if c.dep == "acl" and c.lemma in MADE_PUBLIC]
        phrases = [c for word in (paper, *made) for c in word.children if c.dep == "prep" and c.lower in {"on", "of"}]
        words = [*(c for m in made for c in m.children), *(w for c in phrases for w in c.children), *paper.children]
        times = [t for t in words if _is_time(t) and len(_value(t)) >= DAY and "/" not in _value(t)]
        if len(times) == 1:
            return _mentions(times)
    return []


def _in_brackets(bracket: Token) -> list[Mention]:
    """The times in brackets that hold nothing else."""
    found: list[Token] = []
    for word in _sentence(bracket):
        if word.i <= bracket.i or any(t.start_of_mention <= word.start < t.end_of_mention for t in found):
            continue
        if word.text == ")":
            return _mentions(found)
        if _is_time(word) or (word.pos == "NUM" and _in_time(word)):
            found += [word] if _is_time(word) else []
        elif word.lower not in BESIDE_DAYS:
            return []
    return []


def _in_time(number: Token) -> bool:
    return number.head is not None and _is_time(number.head)


def _flat(noun: Token) -> Iterator[Token]:
    """The words behind a noun up to the next verb, comma or bracket; a bracket is the last of them."""
    for word in _sentence(noun):
        if word.i <= noun.i:
            continue
        if word.text == "(":
            yield word
        if word.pos not in FLAT and word.mention is None:
            return
        yield word


def _sentence(token: Token) -> list[Token]:
    """The words of the sentence, or of the part of it, in which a word stands."""
    root = token.top()
    return root.subtree()


def _is_time(token: Token) -> bool:
    return token.mention is not None and token.mention.type == "Time"


def _value(time: Token) -> str:
    return (time.mention.value or "") if time.mention is not None else ""


def _mentions(times: list[Token]) -> list[Mention]:
    return [t.mention for t in times if t.mention is not None]
