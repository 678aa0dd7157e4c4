"""The time of an event: what its own clause or the opening of its sentence says, but not the day of something else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.edges import QUOTES
from kg.language.support import support_verb
from kg.language.token import Sentence, Token, tense
from kg.lexicon import verbs
from kg.model import Argument, Mention
from kg.role.nountime import beside, is_beside_noun, published
from kg.role.othertime import (
    CASES,
    DEED_BEHIND,
    NEIGHBOURS,
    SETTING,
    TAKING_UP,
    TELLING,
    WEEKDAY,
    dates_itself,
    dates_other,
    ends,
    last_word,
)

#: Verbs whose time is that of their subject's event ("the ban *starts* next week").
BEGINNING = {
    "start", "begin", "take", "come", "enter", "end", "expire", "last", "follow", "occur", "happen", "run", "apply",
}  # fmt: skip
#: Verbs whose participle says when their noun came about ("a fine *imposed* in 2023").
MADE = {
    "impose", "issue", "levy", "file", "bring", "launch", "open", "make", "sign", "reach", "grant", "announce", "begin",
    "hand", "give", "pass", "lodge", "set", "place", "start", "deliver", "pronounce",
}  # fmt: skip
WRITTEN = {"send", "submit", "write", "date", "publish", "release", "address"}
#: Writings that say or ask something, whose day is that of sending them.
WRITINGS = {
    "letter", "email", "e-mail", "memo", "message", "note", "petition", "lawsuit", "suit", "complaint", "motion",
    "application", "plea", "appeal", "representation", "statement", "notice", "request", "order", "injunction", "claim",
    "ruling", "decision", "resolution", "report", "post", "tweet", "advisory", "warning", "subpoena", "submission",
    "brief", "circular", "directive", "decree", "article", "video", "release", "answer", "reply", "response", "filing",
    "affidavit", "opinion", "comment",
}  # fmt: skip
PAST = {"VBD", "VBN"}
#: Participles for what holds at any time.
HOLDING = {"tie", "link", "connect", "associate", "relate", "affiliate"}
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
    "close", "drop", "lift", "pull", "impose", "issue", "start", "begin", "initiate", "send", "levy", "arrest",
    "charge",
}  # fmt: skip
#: Words with which what he has done lies further back.
BEFORE = {"already", "previously", "earlier", "once", "since", "before", "long", "never", "repeatedly", "recently"}
#: What a speaker calls the day on which he speaks.
ON_THIS_DAY = {"today", "tonight", "this morning", "this afternoon", "this evening"}
#: With these somebody takes up what was said before.
CITING = {"cite", "recall", "quote"}
#: What lies behind the day of writing, wherever it stands.
GONE_BY = re.compile(r"(?:(?:late|early) )?last .*|yesterday.*|earlier .*|.* ago|this morning")
#: With them somebody does not do what the infinitive tells: its time is theirs ("*declined* to hear it in May").
UNDONE = {"decline", "refuse", "fail", "neglect", "omit"}
#: The farthest that "when" stands behind its time, with a comma or dash between.
COMMA = 2
CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "parataxis", "xcomp", "pcomp", "conj", "csubj"})


def time(token: Token) -> Iterator[Argument]:
    """The time of the trigger's own clause, or the one that opens the sentence."""
    allowed = ("Time",)
    if named := beside(token):
        yield from (Argument("time", mention, allowed) for mention in named)
        return
    heads = [*_clause_heads(token)]
    own = [t for head in heads for t in _own_clause(head) if _is_time(t)]
    over = any(ends(t) for t in own)  # "blocked *until May 31* over a page inviting drawings on May 20"
    behind = [t for head in heads for t in _gerunds_too(head) if _is_time(t)]
    closing = [] if over else [t for t in behind if _closes(t) or _is_behind_state(t)]
    late = [] if over else [t for head in heads for t in _behind_infinitive(head)]
    for dated in (own, closing, late):
        times = [t for t in dated if dates_itself(t, token) or not (dates_other(t, token) or is_beside_noun(t, token))]
        if times:
            best = min(times, key=lambda t: abs(t.i - token.i))
            for one in _coordinated(best):
                assert one.mention is not None
                yield Argument("time", one.mention, allowed)
            return
    told = _opening_time(token) or _day_before_when(heads) or _time_of_writing(heads) or _time_of_occasion(heads)
    told = told or _time_of_main(heads) or _day_of_first(heads) or _day_of_announcing(token)
    told = told or _day_of_vote(heads) or _day_of_what_came(heads) or published(heads)
    if told is not None:
        yield Argument("time", told, allowed)


def own_times(token: Token) -> list[Token]:
    """The times told in the clause of a trigger, whatever they date."""
    return [t for head in _clause_heads(token) for t in _own_clause(head) if _is_time(t)]


def _day_before_when(heads: list[Token]) -> Mention | None:
    """ "in *2019*, when the court fined Uber": the time that a clause says more of."""
    for clause in heads:
        when = clause.child("advmod") if clause.dep in {"advcl", "relcl"} else None
        if when is not None and when.lower == "when" and clause.head is not None:
            times = [t for t in (clause.head, *clause.head.subtree()) if _is_time(t)]
            beside = [t for t in times if 0 < when.i - last_word(t) <= COMMA]
            return beside[-1].mention if beside else None
    return None


def _time_of_writing(heads: list[Token]) -> Mention | None:
    """ "sent a letter *on Monday* asking it to stop", "wrote to Uber *on Monday*, asking": told in what was written."""
    for participle in heads:
        verb = participle.head if participle.tag == "VBG" and participle.lemma not in CITING else None
        if verb is not None and participle.dep == "acl":
            verb = support_verb(verb) if verb.lemma in WRITINGS else None
        elif participle.dep != "advcl" or participle.child("mark", "nsubj", "aux") is not None:
            verb = None
        if verb is not None and verb.pos == "VERB":
            times = [t for t in _own_clause(verb) if _is_time(t) and t.dep in {"npadvmod", "pobj", "tmod"}]
            near = [t for t in times if not dates_other(t, verb)]
            return near[0].mention if near else _opening_time(verb)
    return None


def _time_of_occasion(heads: list[Token]) -> Mention | None:
    """ "pleaded not guilty when he appeared in court *on Monday*": the day of what happened in the same hour."""
    for verb in (h for h in heads if h.tag in PAST):
        before = -1 if verb.lemma not in LATER else verb.i  # "*when she heard of it on Monday*, she sued"
        for clause in (c for c in verb.children if c.dep == "advcl" and c.tag in PAST and c.i > before):
            when = clause.child("advmod")
            times = [t for t in _own_clause(clause) if _is_time(t) and _closes(t) and not dates_other(t, clause)]
            if when is not None and when.lower == "when" and times:
                return times[0].mention
    return None


def _time_of_main(heads: list[Token]) -> Mention | None:
    """ "*In 2010* it made headlines when it blocked Facebook": the year of what came of it in the same hour."""
    for clause in heads:
        when, verb = clause.child("advmod"), clause.head if clause.dep == "advcl" else None
        if when is None or when.lower != "when" or verb is None or verb.i > clause.i or verb.tag not in PAST:
            continue
        times = [t for t in _own_clause(verb) if _is_time(t) and t.i < when.i and not dates_other(t, verb)]
        return times[-1].mention if times else _opening_time(verb)
    return None


def _day_of_vote(heads: list[Token]) -> Mention | None:
    """ "decided to look into the hack after a vote *on 3 May*": a body decides by the vote that it takes."""
    for after in (c for verb in heads for c in verb.children if c.dep == "prep" and c.lower in {"after", "following"}):
        for vote in (c for c in after.children if c.lemma in {"vote", "ballot"}):
            times = [t for t in vote.subtree() if _is_time(t) and _closes(t)]
            if len(times) == 1:
                return times[0].mention
    return None


def _day_of_what_came(heads: list[Token]) -> Mention | None:
    """ "*on 3 May* we had a reply in which the ministry gave us a list": what is told in a paper comes with it."""
    for clause in heads:
        paper = clause.head if clause.dep == "relcl" else None
        inside = [c for c in clause.children if c.dep == "prep" and c.lower in {"in", "by", "through", "with"}]
        if paper is None or not any(w.lower == "which" for c in inside for w in c.children):
            continue
        verb = next((t for t in paper.ancestors() if t.pos == "VERB"), None)
        came = verb is not None and verb.tag in PAST and verb.lemma in WRITTEN | MADE | {"receive", "get", "obtain"}
        if verb is None or not came or paper.lemma not in WRITINGS | TELLING | {"response", "reply", "answer"}:
            return None
        times = [t for t in _own_clause(verb) if _is_time(t) and not dates_other(t, verb)]
        days = [t for t in times if _closes(t)] or times
        return days[0].mention if days else _opening_time(verb)
    return None


def _day_of_first(heads: list[Token]) -> Mention | None:
    """ "fined Veyra *on Monday* and ordered it to stop": the day of two things done at once, told with the first."""
    for verb in heads:
        first = verb.head if verb.dep == "conj" and verb.pos == "VERB" else None
        if first is None or first.pos != "VERB" or not _at_once(first, verb):
            continue
        times = [t for t in _own_clause(first) if _is_time(t) and not dates_other(t, first)]
        whole = len(times) == 1 and (_closes(times[0]) or _is_month(times[0]))
        if whole and times[0].i < verb.i and not _is_deadline(times[0]):
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
    """ "said *on Friday* it was suing Veyra", "it had fined Veyra": who announces what he does does so on that day."""
    verb = token if token.pos == "VERB" else support_verb(token)
    speech = verb.head if verb is not None and verb.dep in {"ccomp", "xcomp"} else None
    subject = verb.child("nsubj") if verb is not None and verb.lemma in ANNOUNCED else None
    if verb is None or speech is None or subject is None or subject.pos != "PRON":
        return None
    doing = verb.tag == "VBG" and any(c.dep == "aux" and c.lemma == "be" for c in verb.children)
    done = verb.tag == "VBN" and any(c.dep == "aux" and c.lemma == "have" for c in verb.children)
    if verb.child("neg", "auxpass") is not None or not (doing or done) or _is_earlier(verb):
        return None
    times = [t for t in _own_clause(speech) if _is_time(t) and _closes(t) and t.i < verb.i]
    return times[0].mention if len(times) == 1 else None


def _is_earlier(verb: Token) -> bool:
    return any(c.lower in BEFORE | NEIGHBOURS | {"since"} for c in verb.children)


def _begun_with(verb: Token) -> Iterator[Token]:
    """ "*tried* in 2020 to ban it", "*agreed* on Monday to pay": the verb on whose day somebody does something."""
    if verb.lemma in {"settle", "resolve", "end"} and verb.dep == "advcl" and verb.head and verb.head.lemma == "pay":
        verb = verb.head  # "agreed on Monday *to pay* $3 million to settle a suit"
    above = verb.head
    if above is None or verb.dep not in {"xcomp", "advcl"} or verb.i < above.i or verb.child("nsubj", "mark"):
        return
    thing = above.child("dobj")
    steps = above.lemma == "take" and thing is not None and thing.lemma in {"step", "action", "measure"}
    used = above.lemma == "use" and above.child("auxpass") is not None  # "was *used last week* to arrest them"
    trying = (above.lemma in {"try", "attempt"} or steps or used) and verb.tag == "VB"
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
    return token.mention is not None and token.mention.type == "Time" and not _opens_title(token)


def _opens_title(time: Token) -> bool:
    """ "bars the song '*Last Friday* Night'": the first words of a title date nothing."""
    mention, noun = time.mention, time.head
    if mention is None or noun is None:
        return False
    words = noun.subtree()
    quoted = any(t.tag == "``" and t.end == mention.start for t in words)
    return quoted and any(t.text[:1].isupper() and 0 <= t.start - mention.end <= 1 for t in words)


def _closes(time: Token) -> bool:
    """Whether a time that the parser hung on an inner verb may date the clause: a day, as news put last."""
    assert time.mention is not None
    value = time.mention.value or ""
    return len(value) == len("2024-08-28") and "ago" not in time.mention.text.split()


def _is_month(time: Token) -> bool:
    return time.mention is not None and len(time.mention.value or "") == len("2024-08")


def _is_behind_state(time: Token) -> bool:
    """ "removed pages *linked to* Iran in January": the month is none of the link, which just holds."""
    participle = next((t for t in time.ancestors() if t.pos == "VERB"), None)
    return participle is not None and participle.dep == "acl" and participle.lemma in HOLDING


def _opening_time(token: Token) -> Mention | None:
    """ "*Last year*, Snap agreed to pay a sum to settle a probe": what opens a sentence dates all that it tells."""
    verb = support_verb(token)
    if verb is not None and (verb.lemma in verbs("ending") or (token.lemma in CASES and verb.lemma in TAKING_UP)):
        return None  # "settled *a probe*", "heard *his appeal*", which began before
    if token.lower == "according" or _is_cited(token):
        return None  # "*On Monday* sites were down, *according to* the firm"
    case = token.lemma in CASES | {"request", "rti", "query", "foi", "questionnaire", "application", "enquiry"}
    while token.head is not None:
        if _is_of_another_day(token) or (case and _is_ruled_on(token)):
            return None
        token = token.head
    subject = token.child("nsubj", "nsubjpass")
    first = subject.subtree()[0].i if subject is not None else 0
    before_name = subject.subtree() if subject is not None and subject.mention is not None else []
    for word in before_name:  # "*Yesterday* Ann Lee", "on *25 July* President Lee"
        opens = word.mention is not None and word.mention.start <= before_name[0].start
        if opens and word.dep in {"compound", "nmod", "nummod"} and _is_time(word):
            return word.mention
    for child in token.children:
        for word in (child, *(child.children if child.dep == "prep" and child.lower in {"in", "on"} else ())):
            mention: Mention | None = word.mention
            if word.i < first and mention is not None and mention.type == "Time":
                return mention
    return None


def _is_of_another_day(token: Token) -> bool:
    """Whether a clause is not dated by what opens its sentence: "*In May*, Peru accused Veyra of *leaking* files"."""
    if token.dep in {"relcl", "ccomp", "acl", "appos", "parataxis", "poss"} or token.child("mark", "nsubj"):
        return True
    if token.dep == "pcomp" and token.head is not None and token.head.lower in DEED_BEHIND:
        return True
    if token.dep == "prep" and token.lower in {"against", "over"} and token.head is not None:
        return token.head.lemma in CASES | {"fight", "battle", "bid"}  # "*In May* it lost its appeal *against* a fine"
    return token.dep == "prep" and token.lower in NEIGHBOURS | {"since", "until", "amid", "despite"}


def _is_ruled_on(word: Token) -> bool:
    """ "*On 3 May* it gave judgment *on the petition*", "replied *in response to a request*": that was made before."""
    if word.dep != "prep" or word.head is None:
        return False
    answered = word.lower == "to" and word.head.lemma in {"response", "reply", "answer", "reaction"}
    ruling = {"judgment", "judgement", "ruling", "verdict", "decision", "hearing", "argument"}
    asked = word.lower == "on" and word.head.lemma in {"rule", "decide"}
    return answered or asked or (word.lower in {"on", "in", "of"} and word.head.lemma in ruling)


def _is_cited(noun: Token) -> bool:
    """ "This year it pays nothing, *citing his comments* on women": what is cited was said before."""
    return noun.dep == "dobj" and noun.head is not None and noun.head.lemma in CITING


def _clause_heads(token: Token) -> Iterator[Token]:
    yield token
    if token.pos == "NOUN":  # "a fine *imposed* in 2023", "the suit *filed* in May"
        yield from _making(token)
        yield from _opening_clause(token)
        yield from _put_off(token)
    yield from _predicate(token)
    telling = [c for t in (token, *_predicate(token)) for c in t.children if c.dep == "nsubj" and c.lemma in TELLING]
    for noun in telling:  # "a verdict *given* in May finds"
        yield from _making(noun)
    verb = support_verb(token)
    if verb is not None and (verb.lemma in verbs("ending") or (token.lemma in CASES and verb.lemma in TAKING_UP)):
        verb = None  # "*appealed* the fine on 5 June", "*lifted* the ban in May": another day than that of the fine
    yield from _beside_verb(token, verb)
    if verb is not None:
        yield verb
    elif token.dep == "nsubj" and token.head is not None and token.head.lemma in BEGINNING and not _comes_up(token):
        yield token.head
    yield from _said_to_be(token)
    paper = token.head if token.dep == "acl" and token.tag == "VBG" else None
    if paper is not None and paper.lemma in WRITINGS | TELLING:  # "returned an *indictment* on 12 May charging him"
        yield paper
        if paper.dep == "dobj" and paper.head is not None:
            yield paper.head
    if token.dep == "pobj" and token.head is not None and token.head.lower == "after":  # "two days *after the arrest*"
        yield from (c for c in token.head.children if c.dep == "npadvmod" and _is_time(c))


def _comes_up(case: Token) -> bool:
    """ "the *appeal comes up* in July": then it is heard, and was made before."""
    return case.lemma in CASES and case.head is not None and case.head.lemma == "come"


def _behind_infinitive(verb: Token) -> list[Token]:
    """A closing time that the parser hung on the infinitive of a past verb: "agreed to pay a fine *last month*"."""
    infinitive = verb.child("xcomp") if verb.pos == "VERB" and tense(verb) in PAST else None
    if infinitive is None:
        return []
    times = [t for t in _own_clause(infinitive) if _is_time(t) and t.mention is not None]
    undone = verb.lemma in UNDONE and not any(ends(t) for t in times)
    return [t for t in times if t.mention and (GONE_BY.fullmatch(t.mention.text) or undone)]


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


def _opening_clause(noun: Token) -> Iterator[Token]:
    """ "the inquiry into Veyra, *which will begin in May*": what says when it opens, on it or on its last word."""
    last = [c for c in noun.children if c.dep == "prep" and c.i > noun.i]
    words = [noun, *(w for c in last for w in c.children if w.dep == "pobj")]
    for clause in (c for word in words for c in word.children if c.dep == "relcl"):
        subject = clause.child("nsubj")
        opens = clause.lemma in {"begin", "start", "open", "resume"} and clause.child("dobj", "xcomp") is None
        if opens and subject is not None and subject.lower in {"which", "that"}:
            yield clause


def _put_off(noun: Token) -> Iterator[Token]:
    """ "delayed the hearing *until May*", "put its trial back *to 3 May*": the day on which it is held in the end."""
    verb = noun.head if noun.dep in {"dobj", "nsubjpass"} else None
    if verb is None or verb.lemma not in SETTING | {"reschedule"}:
        return
    for until in (c for c in verb.children if c.dep == "prep" and c.lower in {"until", "till", "to"}):
        yield from (w for w in until.children if _is_time(w))


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
