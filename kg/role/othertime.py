"""What a date beside an event says of something else: of a deed, of a thing named by it, of what came before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.token import Token
from kg.vocabulary import is_a

WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow")
#: They set the day that "until" leads up to.
SETTING = {"adjourn", "postpone", "defer", "delay", "give", "grant"}
#: What sets an event before or after another one.
NEIGHBOURS = {"before", "after", "ahead", "prior", "following"}
#: Prepositions behind which the deed stands for which somebody is held, fined or accused.
DEED_BEHIND = {"for", "of", "over", "with"}
WITHIN = {"in", "at", "by", "during", "through", "with", "under"}
#: Nouns for the act itself: their day is that of the verb ("*Tuesday's* ruling blocked it", "in a *Monday* order").
TELLING = {
    "ruling", "decision", "order", "statement", "judgment", "judgement", "verdict", "hearing", "announcement", "raid",
    "interview", "report", "filing", "letter", "meeting", "vote", "deal", "settlement", "agreement", "complaint",
    "lawsuit", "suit", "session", "speech", "testimony", "post", "tweet", "notice", "resolution", "decree", "law",
    "operation", "election", "conference", "article", "indictment", "email", "memo", "appearance", "referendum",
}  # fmt: skip
#: Nouns for the part of a day or year that a date says ("the *night* of 14 May").
SPANS = {"night", "morning", "evening", "afternoon", "day", "week", "month", "hour", "end", "start", "beginning", "eve"}
#: Nouns for what is no act of this vocabulary: a date beside them is theirs.
HAPPENINGS = {
    "attack", "cyberattack", "cyber-attack", "hack", "breach", "protest", "riot", "unrest", "outage", "shooting",
    "massacre", "bombing", "explosion", "crash", "accident", "murder", "war", "coup", "uprising", "leak", "strike",
    "campaign", "anniversary", "incident", "violence", "killing", "revolution",
}  # fmt: skip
#: What was brought before a court, and what the court does with it on a later day ("will *hear* the *appeal* in May").
CASES = {
    "accusation", "action", "allegation", "appeal", "application", "case", "challenge", "claim", "complaint", "lawsuit",
    "litigation", "petition", "plea", "suit",
}  # fmt: skip
TAKING_UP = {"consider", "decide", "examine", "hear", "list", "rehear", "review", "schedule", "study", "weigh"}


def dates_itself(time: Token, event: Token) -> bool:
    """ "following a *2019* settlement": the event's own year, whatever happened before or after it."""
    return time.head is event and time.dep in {"amod", "nmod", "nummod", "compound"}


def dates_other(time: Token, event: Token) -> bool:
    """Whether a time says when something else was: the deed, a thing named by it, or what came before or after."""
    return (
        _names_thing(time, event)
        or ends(time)
        or _dates_source(time, event)
        or _follows_happening(time)
        or _dates_matter(time)
        or _dates_deed(time, event)
        or _dates_neighbour(time, event)
        or _dates_hearing(time, event)
        or _dates_paper(time, event)
        or _cites_year(time, event)
    )


def _dates_hearing(time: Token, event: Token) -> bool:
    """ "will hear the *appeal in May*": when it is heard, though the parser hangs the month on what is."""
    preposition = time.head if time.dep == "pobj" else None
    verb = event.head if event.dep == "dobj" else None
    if preposition is None or preposition.head is not event or preposition.lower not in {"in", "on"}:
        return False
    return verb is not None and verb.lemma in TAKING_UP and event.lemma in CASES


def _dates_paper(time: Token, event: Token) -> bool:
    """ "gave it a copy of a contract *dated 3 May*": of when a paper is, unless the event is what that paper does."""
    dated = next((t for t in time.ancestors() if t.lower == "dated"), None)
    paper = dated.head if dated is not None and dated.dep == "acl" else None
    if paper is None or paper is event or paper in event.ancestors() or _acts(paper):
        return False
    if paper.dep != "dobj" or paper.head is None or paper.lemma not in TELLING:
        return True
    return paper.head not in (event, *event.ancestors())


def _cites_year(time: Token, event: Token) -> bool:
    """ "upheld in Lee v. Lagos *(2015)*": the year of what is cited."""
    noun, text = time.head, time.mention.text if time.mention is not None else ""
    if noun is None or noun is event or not (text.isdigit() and len(text) == len("2015")):
        return False
    opening = [c for c in noun.children if c.text == "(" and c.i == time.i - 1]
    return bool(opening) and noun.mention is not None


def _names_thing(time: Token, event: Token) -> bool:
    """ "the *2016* election", "upheld a *2013* ruling": which is meant; a "*Monday* ruling" that acts is the event."""
    noun, text = time.head, time.mention.text if time.mention is not None else ""
    if text[:1].isupper() and text[-1:].isdigit() and time.child("det"):
        return True  # "killed in *the* May 3 massacre", which the parser cuts
    if noun is not None and noun.dep == "prep" and noun.lower == "of" and time.dep == "pobj":
        named = noun.head  # "the protests *of 1989*", but "the ruling *of 3 May* bans it"
        if named is None or named.dep == "prep":
            return False  # "*as of* 3 May"
        return named is not event and named.lemma not in SPANS and not _acts(named)
    if noun is None or noun is event or noun.pos not in {"NOUN", "PROPN"}:
        return False
    if any(t.lemma in HAPPENINGS for t in (noun, *_nouns_above(noun)) if t is not event):
        return True  # "blamed for the attacks on banks *last month*"
    if time.i > noun.i or noun.lemma in SPANS:  # "*yesterday* morning"
        return False
    if time.dep not in {"amod", "nmod", "nummod", "compound", "poss"}:
        return False
    return not _acts(noun)


def ends(time: Token) -> bool:
    """ "jailed *until 2030*", "closed its shops *until Tuesday*": when it is over."""
    if time.dep != "pobj" or time.head is None or time.head.lower not in {"until", "till"}:
        return False
    verb = time.head.head
    begins = verb is not None and (verb.child("neg") is not None or verb.lemma in SETTING)
    return not begins  # "was *not* freed *until Monday*", "adjourned the case *until 3 May*"


def _dates_source(time: Token, event: Token) -> bool:
    """ "released a video *from 2007*", "the attack *between 14 and 21 May*": of when the thing named is."""
    preposition = time.head if time.dep == "pobj" and time.head is not None and time.head.dep == "prep" else None
    if preposition is None or preposition.head is None:
        return False
    above = preposition.head
    if above is event and event.lemma in {"release", "publication", "leak"} and preposition.lower == "from":
        return True  # "the release of cables | *from 1976*"
    if above.pos in {"NOUN", "PROPN"} and above is not event:
        return above.lemma in HAPPENINGS or preposition.lower == "from"
    thing = above.child("dobj")  # "releases a video | from 2007"
    writing = thing is not None and thing.mention is not None and thing.mention.type in {"Content", "Document"}
    return writing and preposition.lower == "from" and preposition.i == thing.i + 1  # type: ignore[union-attr]


def _acts(noun: Token) -> bool:
    """Whether a noun is the act that its verb tells ("the *ruling* blocked it", "in a *ruling* it said")."""
    within = noun.dep == "pobj" and noun.head is not None and noun.head.lower in WITHIN
    return noun.lemma in TELLING and (noun.dep == "nsubj" or within)


def _follows_happening(time: Token) -> bool:
    """ "blames them for the attacks on banks *last month*", which the parser hangs on the verb."""
    beside = time.head.children if time.dep == "npadvmod" and time.head is not None else []
    for preposition in beside:
        below = preposition.subtree() if preposition.dep == "prep" and preposition.lower in DEED_BEHIND else []
        if below and below[-1].i == _first(time) - 1 and any(t.lemma in HAPPENINGS for t in below):
            return True
    return False


def _first(token: Token) -> int:
    return min(t.i for t in token.subtree())


def last_word(token: Token) -> int:
    """Where the mention of a token ends."""
    end = token.mention.end if token.mention is not None else token.end
    return max((t.i for t in token.subtree() if t.end <= end), default=token.i)


def _nouns_above(noun: Token) -> Iterator[Token]:
    """The nouns that a noun is part of ("*attacks* on *sites* of banks")."""
    while noun.head is not None and noun.dep in {"pobj", "prep", "compound"}:
        noun = noun.head
        if noun.pos in {"NOUN", "PROPN"}:
            yield noun


def _dates_deed(time: Token, event: Token) -> bool:
    """ "jailed for breaching bail *in 2012*": a date behind a gerund, but for a weekday, is that of the deed."""
    gerund = next((t for t in time.ancestors() if t.dep == "pcomp"), None)
    told_last = time.mention is not None and bool(WEEKDAY.search(time.mention.text))
    if gerund is not None and (gerund is event or gerund.lower == "hearing"):  # "listed for *hearing* on 3 May"
        return False
    behind = gerund is not None and gerund.head is not None and gerund.head.lower in DEED_BEHIND | NEIGHBOURS
    return behind and not told_last


def _dates_neighbour(time: Token, event: Token) -> bool:
    """ "ahead of the anniversary of the attack *on June 4*", "prior to an election *tomorrow*"."""
    if time.dep == "npadvmod" and time.head is not None and time.head.dep == "prep" and time.head.lower == "after":
        return event.head is not time.head  # "the ban comes *two days* after the arrest"
    beside = time.head.children if time.dep == "npadvmod" and time.head is not None else []
    if any(c.dep in {"prep", "advmod"} and c.lower in NEIGHBOURS and c.subtree()[-1].i == time.i - 1 for c in beside):
        return True
    if time.dep == "pobj" and time.head is not None and time.head.head is not None and time.head.head.lower == "ahead":
        return True
    noun = next((t for t in time.ancestors() if t.dep == "pobj" and t.pos in {"NOUN", "PROPN"}), None)
    while noun is not None and noun is not event:  # "freed after his *arrest* in May": the day of the arrest
        preposition = noun.head
        outer = preposition.head if preposition is not None else None
        words = {t.lower for t in (preposition, outer) if t is not None and t.dep in {"prep", "pcomp", "advmod"}}
        facing = "before" in words and noun.mention is not None and is_a(noun.mention.type, "PublicBody")
        if words & NEIGHBOURS and not facing:  # "testified *before the Senate* on Monday"
            return True
        noun = next((t for t in noun.ancestors() if t.dep == "pobj"), None)
    return False


def _dates_matter(time: Token) -> bool:
    """ "jailed for a *2011* attack": when the deed was done, not when the event was."""
    noun = time.head
    inside = noun is not None and noun.dep == "pobj" and time.dep in {"amod", "nmod", "nummod", "compound", "npadvmod"}
    if not inside or noun is None or noun.head is None:
        return False
    outer = [t.lower for t in noun.ancestors() if t.dep == "prep" and t.i < noun.head.i]
    return noun.head.lower in {"for", "over"} or "about" in outer  # "asked *about* posts in the *2016* election"
