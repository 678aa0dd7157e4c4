"""Quotations that run over several sentences: who says the sentences that name no speaker.

    "We did nothing wrong," said Ann Lee. "The fine is absurd. We will appeal."
    "We did nothing wrong. The fine is absurd," said Ann Lee.

The main word of a sentence without a speaker of its own gets the speaker of the sentence before or after, as long as
both stand in one paragraph and the quotation goes on.
"""

from __future__ import annotations

from kg.language.syntax import Sentence, Token, subjects
from kg.lexicon import verbs

MARK = '"'


def link(sentences: list[Sentence], text: str) -> None:
    """Set `speaker` on the main words of quoted sentences; `text` is the document's normalised text."""
    speaker: Token | None = None
    for before, sentence in zip([None, *sentences], sentences, strict=False):
        own = speaker_of(sentence, text)
        if before is None or "\n" in text[before.end : sentence.start]:
            speaker = None
        if own is None and speaker is not None and _is_quoted(sentence, text):
            _mark(sentence, speaker)
        elif own is not None and MARK in text[sentence.start : sentence.end]:
            _mark_earlier(sentences[: sentence.index], sentence, own, text)
        speaker = own or (speaker if _is_quoted(sentence, text) else None)


def speaker_of(sentence: Sentence, text: str) -> Token | None:
    """The subject of the sentence's own verb of saying, unless that stands inside a quotation itself."""
    paragraph = text.rfind("\n", 0, sentence.start) + 1
    for token in sentence.tokens:
        inside = text[paragraph : token.start].count(MARK) % 2 == 1
        if token.lemma in verbs("saying") and token.head is None and not inside:
            return next((t for t in subjects(token) if t.mention is not None), None)
    return None


def _mark_earlier(earlier: list[Sentence], sentence: Sentence, speaker: Token, text: str) -> None:
    """Sentences before, back to the one that opens the quotation that this one closes."""
    if text[sentence.start] == MARK or text[sentence.start : sentence.end].count(MARK) % 2 == 0:
        return
    for before in reversed(earlier):
        if "\n" in text[before.end : sentence.start] or speaker_of(before, text) is not None:
            return
        _mark(before, speaker)
        if text[before.start] == MARK:
            return


def _is_quoted(sentence: Sentence, text: str) -> bool:
    """Whether a sentence opens with a quotation mark, or stands inside a quotation that its paragraph has opened."""
    if text[sentence.start] == MARK:
        return True
    paragraph = text.rfind("\n", 0, sentence.start) + 1
    return text[paragraph : sentence.start].count(MARK) % 2 == 1


def _mark(sentence: Sentence, speaker: Token) -> None:
    root = next((t for t in sentence.tokens if t.head is None and t.pos in {"VERB", "AUX"}), None)
    if root is not None:
        root.speaker = [speaker]
