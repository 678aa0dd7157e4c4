"""The countries under which a digest tells its cases: "*France.* The authority fined Veyra. *Italy:* A court ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.language.token import Sentence
from kg.model import Claim, Mention

#: Events that hold in a country; what somebody says does not.
HELD = {
    "Acquittal", "Appeal", "Arrest", "Ban", "BanLifted", "Charge", "Conviction", "Fine", "Investigation", "LawAdoption",
    "LawProposal", "Lawsuit", "Order", "Release", "Ruling", "Sentence", "Warrant",
}  # fmt: skip
#: As many countries head a digest at the least; one alone may be a dateline.
LEAST = 2


class Rubrics:
    """The country that heads each sentence of a document."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        heads = {s.index: country for s in sentences if (country := _heading_country(s)) is not None}
        several = len({country.entity for country in heads.values()}) >= LEAST
        self._sentences = sentences
        self._places = dict(_under(text, sentences, heads)) if several else _before_colon(sentences, heads)

    def place(self, claim: Claim) -> Mention | None:
        """Where an event is told to be by its rubric, if its sentence names no country."""
        place = self._places.get(claim.match.sentence)
        if place is None or claim.match.type not in HELD:
            return None
        told = (t.mention for t in self._sentences[claim.match.sentence].tokens)
        others = any(m.type == "Country" and m.start != place.start for m in told if m is not None)
        return None if others else place


def _heading_country(sentence: Sentence) -> Mention | None:
    """The country that is all of a sentence, or that stands before its colon."""
    words = [t for t in sentence.tokens if t.text not in {".", ":"}]
    first = sentence.tokens[0].mention
    if first is None or first.type != "Country" or first.kind != "name" or first.start != sentence.start:
        return None
    behind = next((t for t in sentence.tokens if t.start >= first.end), None)
    alone = all(t.end <= first.end for t in words)
    return first if alone or (behind is not None and behind.text == ":") else None


def _before_colon(sentences: Sequence[Sentence], heads: dict[int, Mention]) -> dict[int, Mention]:
    """ "*Ghana:* court bans the app": a country that stands alone in its document heads its own sentence at most."""
    headed = (s for s in sentences if s.index in heads)
    return {s.index: heads[s.index] for s in headed if s.tokens[-1].start > heads[s.index].end + 1}


def _under(text: str, sentences: Sequence[Sentence], heads: dict[int, Mention]) -> Iterator[tuple[int, Mention]]:
    """Each sentence with the country above it: those of its line, or below a line of its own up to the next title."""
    country, begin, own_line = None, 0, False
    for sentence in sentences:
        if sentence.index in heads:
            country, begin = heads[sentence.index], sentence.start
            own_line = text[sentence.end :].lstrip(" ")[:1] in {"\n", ""}
        elif country is not None and (sentence.zone == "title" if own_line else "\n" in text[begin : sentence.start]):
            country = None
        if country is not None:
            yield sentence.index, country
