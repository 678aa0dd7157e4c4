"""Who says the items of a list: "In its reply the ministry states: | 1. *It followed the law.* | 2. *No order exists.*"

The first sentence of each marked item gets as its `speaker` whoever speaks above the list, by a verb of saying or as
the author of the paper whose points are listed. All that the items tell are his words, no longer the author's own.
"""

from __future__ import annotations

import re

from kg.language.authorship import PAPERS, authors
from kg.language.syntax import subjects
from kg.language.token import Sentence, Token, is_finite
from kg.lexicon import verbs

#: What a list is of, if somebody says it.
POINTS = {
    "point", "concern", "reason", "ground", "infirmity", "issue", "finding", "observation", "argument", "defect",
    "objection", "submission", "deficiency", "flaw", "criticism", "claim", "following",
}  # fmt: skip
#: Beside the verbs of saying: how somebody brings points forward.
BRINGING = {
    "contend", "detail", "express", "flag", "have", "highlight", "identify", "list", "make", "outline", "present",
    "raise",
}  # fmt: skip
#: What lists ask for is demanded, not said.
ASKED = {"suggestion", "recommendation", "demand", "request", "question", "step", "ask", "query"}
#: The mark before an item.
MARK = re.compile(r"\s*(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]|[-–—•*·○▪◦‣►✓])\s+")
#: Of as many words at most is the label before an item's colon.
LABEL = 22


def link(sentences: list[Sentence], text: str) -> None:
    """Set `speaker` on the main verbs of list items, and take the author's own `voice` from the items of others."""
    speaker: Token | None = None
    for sentence in sentences:
        above = text[: sentence.start].rstrip(" \t")
        opens = not above or above.endswith("\n")
        if opens and not _is_item(sentence, text):
            speaker = None
        if speaker is not None:
            _give(sentence, speaker, first=_is_first(sentence, text))
        elif sentence.tokens[-1].text == ":":
            speaker = _speaker(sentence)


def _is_item(sentence: Sentence, text: str) -> bool:
    alone = MARK.fullmatch(text[sentence.start : sentence.end] + " ")
    return alone is not None or MARK.match(text, sentence.start) is not None


def _is_first(sentence: Sentence, text: str) -> bool:
    """Whether a sentence begins an item, with its mark or behind the mark that stands alone."""
    line = text[text.rfind("\n", 0, sentence.start) + 1 : sentence.start]
    own = MARK.match(text, sentence.start) if not line.strip() else MARK.fullmatch(line)
    return own is not None and any(t.pos in {"VERB", "AUX"} for t in sentence.tokens)


def _speaker(lead: Sentence) -> Token | None:
    """Who says what a sentence announces by its colon."""
    main = lead.root
    while main is not None:
        things = {c.lemma for c in main.children if c.dep in {"dobj", "pobj"}} | {
            g.lemma for c in main.children if c.dep == "prep" for g in c.children
        }
        if things & ASKED:
            return None
        says = main.lemma in verbs("saying") | {"point"}
        if says or (main.lemma in BRINGING and things & POINTS):
            return next((t for t in _voices(main) if t.mention is not None), None)
        subject = main.child("nsubj", "nsubjpass")
        if subject is not None and (subject.lemma in POINTS or (subject.lemma in PAPERS and things & POINTS)):
            return _of_paper(subject)
        main = next((c for c in main.children if c.dep == "conj" and c.pos in {"VERB", "AUX"}), None)
    return None


def _voices(verb: Token) -> list[Token]:
    """Who says something; for a paper its author."""
    return [a for t in subjects(verb) for a in (t.author or authors(t) or [t])]


def _of_paper(points: Token) -> Token | None:
    """ "the points that emerge from *their response*", "*the letter* made three points": whose paper it is."""
    papers = [t for t in points.subtree() if t.lemma in PAPERS]
    return next((a for p in papers for a in (p.author or authors(p)) if a.mention is not None), None)


def _give(sentence: Sentence, speaker: Token, first: bool) -> None:
    for token in sentence.tokens:
        token.voice = []
    colon = next((t.i for t in sentence.tokens[:LABEL] if t.text == ":"), None)
    label = [t for t in sentence.tokens[:colon] if _is_clause(t)] if colon is not None else []
    main = label or [t for t in sentence.tokens if t.head is None and t.pos in {"VERB", "AUX"}]
    if first and main and not main[0].speaker:
        main[0].speaker = [speaker]


def _is_clause(token: Token) -> bool:
    return token.pos in {"VERB", "AUX"} and is_finite(token) and token.child("nsubj", "nsubjpass") is not None
