"""The day of a paper that a text goes on about: "On 3 May Veyra *filed a brief*. *The brief urges* the court to ...".

What is said in a letter, a brief or an answer is said on the day on which that was sent, filed or given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.language.support import support_verb
from kg.language.token import Sentence, Token
from kg.lexicon import verbs
from kg.model import DEMANDS, SPEECH, Claim, Mention
from kg.role.moment import time

PAPERS = {
    "letter", "representation", "submission", "email", "e-mail", "memo", "notice", "brief", "filing", "answer", "reply",
    "response", "petition", "complaint", "motion", "release", "statement", "report", "comment", "application", "appeal",
    "request", "lawsuit", "suit", "opinion", "affidavit", "information", "note", "article", "resolution", "declaration",
}  # fmt: skip
#: What is done with a paper on the day that it bears.
SENDING = {
    "send", "submit", "file", "write", "publish", "issue", "release", "lodge", "put", "sign", "deliver", "give", "make",
    "share", "post", "receive", "get", "obtain", "present", "address",
}  # fmt: skip
#: With these a sentence goes on about the same paper.
GOING_ON = re.compile(r"^(?:In addition, )?\w+ (?:also|further|additionally|then|finally) ", re.IGNORECASE)
ARGUING = {
    "submit", "argue", "point", "state", "ask", "urge", "note", "highlight", "demand", "recommend", "suggest",
    "contend", "request", "call", "explain", "express", "add", "say", "warn", "stress",
}  # fmt: skip
#: Sentences behind that of the paper in which the text may come back to it.
REACH = 3
#: What a court does besides deciding.
RULING = {"rule", "hold", "find", "dismiss", "reject", "uphold", "quash", "strike", "conclude", "note", "set", "deny"}
BENCH = {"court", "judge", "judges", "bench", "panel", "tribunal", "it"}
#: Sentences behind what it said in a paper in which an author "further" says something in it.
REACH_ON = 6
DEFINITE = {"the", "this", "that", "its", "our", "their", "his", "her", "these", "both", "such"}
#: The least that a day of a paper says: its month.
MONTH = len("2024-05")


class PaperDays:
    """The day of the paper that each sentence of a document takes up."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self._days = dict(_taken_up(sentences))
        self._rulings = dict(_ruled_on(sentences))

    def day(self, claim: Claim) -> Mention | None:
        """When something was said or demanded in a paper, where the sentences before tell when that was sent."""
        ruled = claim.match.type == "Ruling"
        day = (self._rulings if ruled else self._days).get(claim.match.sentence)
        said = claim.match.type in SPEECH or claim.match.type in DEMANDS or ruled
        if day is None or not said or claim.modality not in {"actual", "demanded"}:
            return None
        token = self.sentences[claim.match.sentence].tokens[claim.match.trigger]
        verb = token if token.pos == "VERB" else support_verb(token) or token
        return day if verb.dep in {"ROOT", "conj"} and not is_apart(verb) else None


def _taken_up(sentences: Sequence[Sentence]) -> Iterator[tuple[int, Mention]]:
    """The sentences that go on about a paper, with the day on which that was sent."""
    sent: dict[str, tuple[int, Mention]] = {}
    on: tuple[int, Mention] | None = None
    for sentence in sentences:
        own = any(t.mention is not None and t.mention.type == "Time" for t in sentence.tokens)
        noun = _opening_paper(sentence)
        at, day = sent.get(noun, (-REACH, None)) if noun is not None else (-REACH, None)
        if day is None and on is not None and _goes_on(sentence) and sentence.index - on[0] <= REACH_ON:
            at, day = sentence.index, on[1]
        if day is not None and not own and sentence.index - at <= REACH:
            yield sentence.index, day
            on = sentence.index, day
        for paper, told in _sent_papers(sentence):
            sent[paper] = sentence.index, told


def _ruled_on(sentences: Sequence[Sentence]) -> Iterator[tuple[int, Mention]]:
    """ "*On 3 May* the court ruled on two appeals. *It rejected both*": the next sentence on what a court did."""
    last: Mention | None = None
    for sentence in sentences:
        verb = sentence.root
        court = verb.child("nsubj") if verb is not None else None
        decides = verb is not None and verb.lemma in verbs("deciding") | RULING and verb.tag == "VBD"
        if verb is None or court is None or not decides or verb.child("aux") is not None:
            last = None
            continue
        days = [a.mention for a in time(verb)]
        if last is not None and not days and court.lower in BENCH:
            yield sentence.index, last
        sits = court.mention is not None and court.mention.type == "Court"
        last = (days[0] if days else last) if sits or court.lower == "it" else None


def _opening_paper(sentence: Sentence) -> str | None:
    """ "*In the letter*, ...", "*The brief* urges ...": the paper with which a sentence begins."""
    words = sentence.tokens[:6]
    if words and words[0].lower in {"in", "through", "with"}:
        words = words[1:]
    if not words or words[0].lower not in DEFINITE:
        return None
    noun = words[0].head
    is_first = noun is not None and noun.i <= words[0].i + 3 and noun.dep in {"nsubj", "pobj"}
    return _kind(noun) if noun is not None and is_first and noun.child("prep", "acl", "relcl") is None else None


def _goes_on(sentence: Sentence) -> bool:
    """ "We *further submitted* that ...": more of the same."""
    verb = sentence.root
    text = " ".join(t.text for t in sentence.tokens[:4])
    return verb is not None and verb.lemma in ARGUING and GOING_ON.match(text) is not None


def _sent_papers(sentence: Sentence) -> Iterator[tuple[str, Mention]]:
    """The papers that a sentence tells somebody to have sent, with the day."""
    for token in sentence.tokens:
        kind = _kind(token)
        verb = token.head if token.dep in {"dobj", "nsubjpass"} else None
        if token.dep == "pobj" and kind in {"answer", "reply", "response"}:
            verb = token.head.head if token.head is not None and token.head.lower in {"in", "with", "through"} else None
        elif token.lemma == "write" and token.pos == "VERB":
            kind, verb = "letter", token
        elif verb is None or verb.lemma not in SENDING:
            continue
        if kind is None or verb is None or verb.tag not in {"VBD", "VBN", "VBP", "VBZ"} or verb.child("neg"):
            continue
        days = [*(a.mention for a in time(token)), *(a.mention for a in time(verb))]
        if days and len(days[0].value or "") >= MONTH and len({d.value for d in days}) == 1:
            yield kind, days[0]


def _kind(noun: Token) -> str | None:
    """The word for a paper, alone or at the end of its name."""
    word = noun.lower.rpartition(" ")[2]
    return next((w for w in (noun.lemma, word, word.removesuffix("s")) if w in PAPERS), None)


def is_apart(verb: Token) -> bool:
    """ "the report *had said*", "he *would say*": before or after what is told around it."""
    return any(c.dep == "aux" and c.lower in {"had", "will", "would"} for c in verb.children)
