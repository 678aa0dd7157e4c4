"""The time of an event: what its own clause or the opening of its sentence says, but not the day of something else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.edges import QUOTES
from kg.language.support import support_verb
from kg.language.token import Sentence, Token
from kg.lexicon import verbs
from kg.model import Argument, Mention
from kg.vocabulary import is_a

#: Verbs whose time is that of their subject's event ("the ban *starts* next week").
BEGINNING = {
    "start", "begin", "take", "come", "enter", "end", "expire", "last", "follow", "occur", "happen", "run", "apply",
}  # fmt: skip
#: Verbs whose participle says when their noun came about ("a fine *imposed* in 2023").
MADE = {
    "impose", "issue", "levy", "file", "bring", "launch", "open", "make", "sign", "reach", "grant", "announce", "begin",
    "hand", "give", "pass", "lodge", "set", "place", "start", "deliver", "pronounce",
}  # fmt: skip
#: They set the day that "until" leads up to.
SETTING = {"adjourn", "postpone", "defer", "give", "grant"}
WRITTEN = {"send", "submit", "write", "date", "publish", "release", "address"}
#: What sets an event before or after another one.
NEIGHBOURS = {"before", "after", "ahead", "prior", "following"}
#: Prepositions behind which the deed stands for which somebody is held, fined or accused.
DEED_BEHIND = {"for", "of", "over", "with"}
WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow")
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
#: Writings that say or ask something, whose day is that of sending them.
WRITINGS = {
    "letter", "email", "e-mail", "memo", "message", "note", "petition", "lawsuit", "suit", "complaint", "motion",
    "application", "plea", "appeal", "representation", "statement", "notice", "request", "order", "injunction", "claim",
    "ruling", "decision", "resolution", "report", "post", "tweet", "advisory", "warning", "subpoena", "submission",
    "brief", "circular", "directive", "decree", "article", "video",
}  # fmt: skip
PAST = {"VBD", "VBN"}
#: With these a payment is settled on that day.
BINDING = {"agree", "order", "force", "require", "oblige", "compel"}
#: What comes some days after an arrest or a suit, and what opens or follows a verdict on the same day.
LATER = {
    "release", "free", "bail", "appeal", "sentence", "jail", "imprison", "convict", "acquit", "die", "resign",
    "deport", "extradite", "settle", "plead", "try", "lift", "unblock", "restore", "return", "drop",
}  # fmt: skip
VERDICTS = {"convict", "find", "sentence", "jail", "acquit", "fine"}
AFTERWARDS = {"later", "then", "subsequently", "since", "eventually", "now", "already", "previously", "earlier", "soon"}
#: What is done in the moment in which it is announced.
ANNOUNCED = {
    "sue", "fine", "ban", "block", "suspend", "appeal", "file", "withdraw", "launch", "open", "order", "remove", "shut",
    "close", "drop", "lift", "pull",
}  # fmt: skip
#: What a speaker calls the day on which he speaks.
ON_THIS_DAY = {"today", "tonight", "this morning", "this afternoon", "this evening"}
#: The farthest that "when" stands behind its time, with a comma or dash between.
COMMA = 2
CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "parataxis", "xcomp", "pcomp", "conj", "csubj"})


def time(token: Token) -> Iterator[Argument]:
    """The time of the trigger's own clause, or the one that opens the sentence."""
    allowed = ("Time",)
    heads = [*_clause_heads(token)]
    own = [t for head in heads for t in _own_clause(head) if _is_time(t)]
    over = any(_ends(t) for t in own)  # "blocked *until May 31* over a page inviting drawings on May 20"
    closing = [] if over else [t for head in heads for t in _gerunds_too(head) if _is_time(t) and _closes(t)]
    for dated in (own, closing):
        times = [t for t in dated if _dates_itself(t, token) or not _dates_other(t, token)]
        if times:
            best = min(times, key=lambda t: abs(t.i - token.i))
            for one in _coordinated(best):
                assert one.mention is not None
                yield Argument("time", one.mention, allowed)
            return
    told = _opening_time(token) or _day_before_when(heads) or _time_of_writing(heads) or _time_of_occasion(heads)
    told = told or _time_of_main(heads) or _day_of_first(heads) or _day_of_announcing(token)
    if told is not None:
        yield Argument("time", told, allowed)


def _day_before_when(heads: list[Token]) -> Mention | None:
    """ "in *2019*, when the court fined Uber": the time that a clause says more of."""
    for clause in heads:
        when = clause.child("advmod") if clause.dep in {"advcl", "relcl"} else None
        if when is not None and when.lower == "when" and clause.head is not None:
            times = [t for t in (clause.head, *clause.head.subtree()) if _is_time(t)]
            beside = [t for t in times if 0 < when.i - _last(t) <= COMMA]
            return beside[-1].mention if beside else None
    return None


def _time_of_writing(heads: list[Token]) -> Mention | None:
    """ "sent a letter *on Monday* asking it to stop", "wrote to Uber *on Monday*, asking": told in what was written."""
    for participle in heads:
        verb = participle.head if participle.tag == "VBG" else None
        if verb is not None and participle.dep == "acl":
            verb = support_verb(verb) if verb.lemma in WRITINGS else None
        elif participle.dep != "advcl" or participle.child("mark", "nsubj", "aux") is not None:
            verb = None
        if verb is not None and verb.pos == "VERB":
            times = [t for t in _own_clause(verb) if _is_time(t) and t.dep in {"npadvmod", "pobj", "tmod"}]
            near = [t for t in times if not _dates_other(t, verb)]
            return near[0].mention if near else _opening_time(verb)
    return None


def _time_of_occasion(heads: list[Token]) -> Mention | None:
    """ "pleaded not guilty when he appeared in court *on Monday*": the day of what happened in the same hour."""
    for verb in (h for h in heads if h.tag in PAST):
        for clause in (c for c in verb.children if c.dep == "advcl" and c.tag in PAST and c.i > verb.i):
            when = clause.child("advmod")
            times = [t for t in _own_clause(clause) if _is_time(t) and _closes(t) and not _dates_other(t, clause)]
            if when is not None and when.lower == "when" and times:
                return times[0].mention
    return None


def _time_of_main(heads: list[Token]) -> Mention | None:
    """ "*In 2010* it made headlines when it blocked Facebook": the year of what came of it in the same hour."""
    for clause in heads:
        when, verb = clause.child("advmod"), clause.head if clause.dep == "advcl" else None
        if when is None or when.lower != "when" or verb is None or verb.i > clause.i or verb.tag not in PAST:
            continue
        times = [t for t in _own_clause(verb) if _is_time(t) and t.i < when.i and not _dates_other(t, verb)]
        return times[-1].mention if times else _opening_time(verb)
    return None


def _day_of_first(heads: list[Token]) -> Mention | None:
    """ "fined Veyra *on Monday* and ordered it to stop": the day of two things done at once, told with the first."""
    for verb in heads:
        first = verb.head if verb.dep == "conj" and verb.pos == "VERB" else None
        if first is None or first.pos != "VERB" or not _at_once(first, verb):
            continue
        times = [t for t in _own_clause(first) if _is_time(t) and _closes(t) and not _dates_other(t, first)]
        if len(times) == 1 and times[0].i < verb.i and not _is_deadline(times[0]):
            return times[0].mention
    return None


def _is_deadline(time: Token) -> bool:
    """ "gave it *until Friday*": a day on which nothing has been done."""
    return time.dep == "pobj" and time.head is not None and time.head.lower in {"until", "till", "by", "since"}


def _at_once(first: Token, second: Token) -> bool:
    """Whether two verbs in a row tell what one and the same does, or suffers, on one day."""
    if any(c.dep in {"nsubj", "nsubjpass", "neg"} or c.lower in AFTERWARDS for c in second.children):
        return False
    if any(c.text == ";" for c in first.children) or second.tag not in PAST or first.tag not in PAST:
        return False
    forms = [c.lower for c in second.children if c.dep in {"aux", "auxpass"}]
    apart = second.lemma in LATER and first.lemma not in VERDICTS
    return not apart and not (forms and forms != [c.lower for c in first.children if c.dep in {"aux", "auxpass"}])


def _day_of_announcing(token: Token) -> Mention | None:
    """ "said *on Friday* it was suing Veyra": who announces what he is doing at that moment does so on that day."""
    speech = token.head if token.dep in {"ccomp", "xcomp"} else None
    subject = token.child("nsubj")
    if speech is None or token.tag != "VBG" or token.lemma not in ANNOUNCED or subject is None or subject.pos != "PRON":
        return None
    if token.child("neg") is not None or not any(c.dep == "aux" and c.lemma == "be" for c in token.children):
        return None
    times = [t for t in _own_clause(speech) if _is_time(t) and _closes(t) and t.i < token.i]
    return times[0].mention if len(times) == 1 else None


def _begun_with(verb: Token) -> Iterator[Token]:
    """ "*tried* in 2020 to ban it", "*agreed* on Monday to pay": the verb on whose day somebody does something."""
    if verb.lemma in {"settle", "resolve", "end"} and verb.dep == "advcl" and verb.head and verb.head.lemma == "pay":
        verb = verb.head  # "agreed on Monday *to pay* $3 million to settle a suit"
    above = verb.head
    if above is None or verb.dep not in {"xcomp", "advcl"} or verb.i < above.i or verb.child("nsubj", "mark"):
        return
    thing = above.child("dobj")
    steps = above.lemma == "take" and thing is not None and thing.lemma in {"step", "action", "measure"}
    trying = (above.lemma in {"try", "attempt"} or steps) and verb.tag == "VB"
    if trying and not any(_is_time(t) and t.mention and WEEKDAY.search(t.mention.text) for t in _own_clause(above)):
        yield above  # what is still to be done comes on another Thursday
    if verb.dep == "xcomp" and (above.lemma in {"begin", "start"} or (above.lemma in BINDING and verb.lemma == "pay")):
        yield above


def of_speaking(quoted: Token) -> Iterator[Argument]:
    """When a quoted sentence was spoken: the time of its speaker's verb, not that of what it tells."""
    for speaker in quoted.speaker[:1]:
        verb = speaker.head
        if verb is not None and verb.pos == "VERB" and speaker.dep == "nsubj":
            yield from time(verb)


def spoken_day(said: list[Argument], sentence: Sentence) -> Iterator[Argument]:
    """ "*Today's* ruling is a victory," said Lee: who says "today" in a quotation speaks on that day."""
    for token in sentence.tokens:
        mention = token.mention
        if mention is None or mention.type != "Time" or mention.text.lower() not in ON_THIS_DAY:
            continue
        marks = [t for t in sentence.tokens[: token.i] if t.text in QUOTES]
        quoted = len(marks) % 2 == 1 or any(t.speaker for t in (token, *token.ancestors()))
        if quoted and any(a.mention.start <= mention.start < a.mention.end for a in said):
            yield Argument("time", mention, ("Time",))
            return


def _coordinated(time: Token) -> list[Token]:
    """A time with those joined to it: "on May 1 *and July 8*"."""
    around = [time.head] if time.dep == "conj" and time.head is not None and _is_time(time.head) else []
    found = [*around, time, *(c for c in time.children if c.dep == "conj" and _is_time(c))]
    preposition = time.head if time.dep in {"pobj", "conj"} and time.head is not None else None
    if preposition is not None and preposition.dep == "prep":  # the parser hangs the second on "on"
        found += [c for c in preposition.children if c.dep in {"pobj", "conj"} and _is_time(c) and c is not time]
    return sorted(found, key=lambda t: t.i)


def _is_time(token: Token) -> bool:
    return token.mention is not None and token.mention.type == "Time"


def _closes(time: Token) -> bool:
    """Whether a time that the parser hung on an inner verb may date the clause: a day, as news put last."""
    assert time.mention is not None
    value = time.mention.value or ""
    return len(value) == len("2024-08-28") and "ago" not in time.mention.text.split()


def _opening_time(token: Token) -> Mention | None:
    """ "*Last year*, Snap agreed to pay a sum to settle a probe": what opens a sentence dates all that it tells."""
    verb = support_verb(token)
    if verb is not None and verb.lemma in verbs("ending"):
        return None  # "settled *a probe*", which began before
    while token.head is not None:
        if token.dep in {"relcl", "ccomp", "acl", "appos", "parataxis", "poss"} or token.child("mark", "nsubj"):
            return None
        if token.dep == "prep" and token.lower in NEIGHBOURS | {"since", "until", "amid", "despite"}:
            return None
        token = token.head
    subject = token.child("nsubj", "nsubjpass")
    first = subject.subtree()[0].i if subject is not None else 0
    before_name = subject.subtree() if subject is not None and subject.mention is not None else []
    for word in before_name:  # "*Yesterday* Ann Lee", "on *25 July* President Lee"
        opens = word.mention is not None and word.mention.start <= before_name[0].start
        if opens and word.dep in {"compound", "nummod"} and _is_time(word):
            return word.mention
    for child in token.children:
        for word in (child, *(child.children if child.dep == "prep" and child.lower in {"in", "on"} else ())):
            mention: Mention | None = word.mention
            if word.i < first and mention is not None and mention.type == "Time":
                return mention
    return None


def _dates_itself(time: Token, event: Token) -> bool:
    """ "following a *2019* settlement": the event's own year, whatever happened before or after it."""
    return time.head is event and time.dep in {"amod", "nmod", "nummod", "compound"}


def _dates_other(time: Token, event: Token) -> bool:
    """Whether a time says when something else was: the deed, a thing named by it, or what came before or after."""
    return (
        _names_thing(time, event)
        or _ends(time)
        or _dates_source(time, event)
        or _follows_happening(time)
        or _dates_matter(time)
        or _dates_deed(time, event)
        or _dates_neighbour(time, event)
    )


def _names_thing(time: Token, event: Token) -> bool:
    """ "the *2016* election", "upheld a *2013* ruling": which is meant; a "*Monday* ruling" that acts is the event."""
    noun, text = time.head, time.mention.text if time.mention is not None else ""
    if text[:1].isupper() and text[-1:].isdigit() and time.child("det"):
        return True  # "killed in *the* May 3 massacre", which the parser cuts
    if noun is not None and noun.dep == "prep" and noun.lower == "of" and time.dep == "pobj":
        named = noun.head  # "the protests *of 1989*", but "the ruling *of 3 May* bans it"
        return named not in (event, None) and named.lemma not in SPANS and not _acts(named)
    if noun is None or noun is event or noun.pos not in {"NOUN", "PROPN"}:
        return False
    if any(t.lemma in HAPPENINGS for t in (noun, *_nouns_above(noun)) if t is not event):
        return True  # "blamed for the attacks on banks *last month*"
    if time.i > noun.i or noun.lemma in SPANS:  # "*yesterday* morning"
        return False
    if time.dep not in {"amod", "nmod", "nummod", "compound", "poss"}:
        return False
    return not _acts(noun)


def _ends(time: Token) -> bool:
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


def _last(token: Token) -> int:
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
    while noun is not None:
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
    return inside and noun is not None and noun.head is not None and noun.head.lower in {"for", "over"}


def _clause_heads(token: Token) -> Iterator[Token]:
    yield token
    if token.pos == "NOUN":  # "a fine *imposed* in 2023", "the suit *filed* in May"
        yield from _making(token)
    yield from _predicate(token)
    telling = [c for t in (token, *_predicate(token)) for c in t.children if c.dep == "nsubj" and c.lemma in TELLING]
    for noun in telling:  # "a verdict *given* in May finds"
        yield from _making(noun)
    verb = support_verb(token)
    if verb is not None and verb.lemma in verbs("ending"):
        verb = None  # "*appealed* the fine on 5 June", "*lifted* the ban in May": another day than that of the fine
    yield from _beside_verb(token, verb)
    if verb is not None:
        yield verb
    elif token.dep == "nsubj" and token.head is not None and token.head.lemma in BEGINNING:
        yield token.head
    yield from _said_to_be(token)
    if token.dep == "pobj" and token.head is not None and token.head.lower == "after":  # "two days *after the arrest*"
        yield from (c for c in token.head.children if c.dep == "npadvmod" and _is_time(c))


def _beside_verb(token: Token, support: Token | None) -> Iterator[Token]:
    """The verbs beside the one that tells an event, on whose day it was as well."""
    if token.pos == "VERB" and (last := at_last(token)) is not None:
        yield last
    for head in (token, support):
        if head is not None:  # "will ban it, *starting* November 22"
            yield from (c for c in head.children if c.dep == "advcl" and c.lower in {"starting", "beginning"})
    if token.pos == "VERB" or (support is not None and support.lemma == "pay"):
        yield from _begun_with(support or token)


def _making(noun: Token) -> Iterator[Token]:
    """The clauses that say how a noun came about ("*imposed* in May", "that it *imposed*"); only writings are sent."""
    relative = (c for c in noun.children if c.dep == "relcl" and c.tag in PAST and c.i > noun.i)
    made = [c for c in relative if _is_whats_done(c, noun)]
    for participle in (*(c for c in noun.children if c.dep == "acl" and c.tag == "VBN"), *made):
        if participle.lemma in MADE or (participle.lemma in WRITTEN and noun.lemma in WRITINGS):
            yield participle


def _is_whats_done(clause: Token, noun: Token) -> bool:
    """ "the fine *that the court imposed*", "the fine *that was imposed*": the noun is what was done."""
    doer = clause.child("nsubj")
    passive = clause.child("auxpass") is not None
    return passive or (doer is not None and doer.lower not in {"which", "that", "who"} and doer is not noun)


def at_last(verb: Token) -> Token | None:
    """ "was arrested and *charged on 3 May*": the second of two verbs side by side, behind which both are dated."""
    second = verb.child("conj")
    if verb.pos != "VERB" or second is None or second.i != verb.i + 2 or second.tag != verb.tag:
        return None
    return None if second.child("nsubj", "nsubjpass") else second


def _predicate(token: Token) -> list[Token]:
    """The verb of an adjective that tells the event ("*pleaded* guilty today")."""
    adjective = token.pos == "ADJ" and token.dep in {"acomp", "oprd"}
    return [token.head] if adjective and token.head is not None else []


def _said_to_be(noun: Token) -> Iterator[Token]:
    """What tells the day of a noun's event: "the hearing is *on 3 May*", "the next date of hearing is *3 May*"."""
    if noun.dep == "pobj" and noun.head is not None and noun.head.lower == "of" and noun.head.head is not None:
        noun = noun.head.head if noun.head.head.lemma in {"date", "day"} else noun
    verb = noun.head if noun.dep == "nsubj" else None
    if verb is not None and verb.lemma == "be":
        yield from (c for c in verb.children if c.dep == "attr" and _is_time(c))
        yield from (w for c in verb.children if c.dep == "prep" and c.lower in {"on", "for"} for w in c.children)


def _own_clause(head: Token, inner: frozenset[str] = CLAUSES) -> list[Token]:
    """The words below a clause's head without those of clauses inside it."""
    found: list[Token] = []
    stack = [head]
    while stack:
        token = stack.pop()
        found.append(token)
        stack.extend(c for c in token.children if not (c.dep in inner and c.pos in {"VERB", "AUX"}))
    return found


def _gerunds_too(head: Token) -> list[Token]:
    """The parser hangs a closing "on Monday" on the last verb ("fined it for misleading users *on Monday*")."""
    return _own_clause(head, CLAUSES - {"pcomp", "acl"})
