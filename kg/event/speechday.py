"""The day of a speech that a text goes on about: "Lee *said on Monday* that Veyra is safe. *He added* that ...".

Who says something on a day and goes on in the sentences behind says that on the same day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.event.paperday import is_apart
from kg.language.token import Sentence, Token
from kg.lexicon import verbs
from kg.model import DEMANDS, SPEECH, Claim, Mention
from kg.role.moment import own_times, time

#: What somebody speaks in, where his verb is none of speaking ("*issued a statement* late on Thursday").
SPEECHES = {
    "statement", "post", "interview", "tweet", "testimony", "speech", "briefing", "conference", "hearing", "remark",
    "comment", "session", "address", "thread", "call", "podcast",
}  # fmt: skip
ASKING = {"urge", "ask", "call", "demand", "request", "appeal", "recommend", "advise", "propose"}
PERSONAL = {"he", "she", "they", "it"}
#: What a court does on the day on which it heard a case, beside saying something.
ON_THE_BENCH = {
    "adjourn", "admit", "allow", "direct", "dismiss", "grant", "issue", "order", "permit", "quash", "refuse", "reject",
    "reserve", "rule", "stay", "uphold",
}  # fmt: skip
#: With these he speaks at another time.
APART = set("later earlier previously then before once since recently already often repeatedly".split())
#: Sentences behind the last that told the day or the speaker in which he goes on.
REACH = 2


class SpeechDays:
    """The day on which the speaker of each sentence of a document speaks, where a sentence before tells it."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self._days = dict(_going_on(sentences))

    def day(self, claim: Claim) -> Mention | None:
        """When somebody said or demanded something, where he had begun to speak a sentence before."""
        day = self._days.get(claim.match.sentence)
        said = claim.match.type in {*SPEECH, *DEMANDS, "Warning", "Ruling"}
        if day is None or not said or claim.modality not in {"actual", "demanded"}:
            return None
        token = self.sentences[claim.match.sentence].tokens[claim.match.trigger]
        verb = token.speaker[0].head if token.speaker else token
        return day if verb is not None and _is_of_main(verb) else None


def _going_on(sentences: Sequence[Sentence]) -> Iterator[tuple[int, Mention]]:
    """The sentences in which somebody goes on speaking, with the day on which he began."""
    began: tuple[int, str, Mention] | None = None
    bench = False
    for sentence in sentences:
        verb = sentence.root
        who = _speaker(verb) if verb is not None else None
        if verb is None or who is None or sentence.zone == "title":
            continue
        day = _day(verb)
        dated = day is not None or any(t.mention is not None and t.mention.type == "Time" for t in own_times(verb))
        if day is not None:
            bench = _is_court(who)
            speaking = _speaks(verb) or _has_speech(verb) or (bench and verb.lemma == "hear")
            began = (sentence.index, _name(who), day) if speaking else None
        elif began is not None and not dated and sentence.index - began[0] <= REACH and _is_same(who, began[1]):
            acts = _speaks(verb) or (bench and verb.lemma in ON_THE_BENCH)
            if acts and not any(c.lower in APART for c in verb.children):
                yield sentence.index, began[2]
            began = sentence.index, began[1], began[2]
        elif began is not None and not _is_same(who, began[1]) and who.mention is not None:
            began = None


def _speaker(verb: Token) -> Token | None:
    """Who speaks in the main clause of a sentence, in the past or the present and at once."""
    past = verb.tag in {"VBD", "VBP", "VBZ"} and verb.child("aux", "neg", "auxpass") is None
    who = verb.child("nsubj") if past else None
    return who if who is not None and (who.mention is not None or who.lower in PERSONAL) else None


def _day(verb: Token) -> Mention | None:
    """The one whole day on which the main clause is told to be."""
    days = [a.mention for a in time(verb)]
    whole = [d for d in days if len((d.value or "").lstrip("-")) >= len("05-03") and "/" not in (d.value or "")]
    return whole[0] if len(days) == 1 and whole and len(whole[0].value or "") != len("2024-05") else None


def _speaks(verb: Token) -> bool:
    return verb.lemma in verbs("saying") | verbs("voicing") | ASKING


def _has_speech(verb: Token) -> bool:
    """ "*issued a statement* on Thursday", "*in a post* on Sunday he had news"."""
    things = [c for c in verb.children if c.dep == "dobj"]
    things += [w for c in verb.children if c.dep == "prep" and c.lower in {"in", "at", "during"} for w in c.children]
    return any(t.lemma in SPEECHES for t in things)


def _name(who: Token) -> str:
    return who.mention.text if who.mention is not None and who.mention.kind == "name" else ""


def _is_court(who: Token) -> bool:
    return who.mention is not None and who.mention.type == "Court"


def _is_same(who: Token, name: str) -> bool:
    """ "*Ann Lee* said ... *She* added", "*Lee* added"."""
    if who.lower in PERSONAL or (_is_court(who) and not _name(who) and ("court" in name.lower() or not name)):
        return True
    told = _name(who)
    return bool(told and name) and (name.split()[-1] == told.split()[-1] or told in name)


def _is_of_main(verb: Token) -> bool:
    """Whether something is told by the main clause, or by one beside it, and not as said before."""
    while verb.dep == "conj" and verb.head is not None and verb.pos in {"VERB", "AUX"}:
        if any(c.dep == "aux" for c in verb.children):
            return False
        verb = verb.head
    return verb.dep == "ROOT" and not is_apart(verb)
