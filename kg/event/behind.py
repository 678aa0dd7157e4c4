"""The sentences that stand right behind those that tell a fact."""

from __future__ import annotations

from collections.abc import Sequence

from kg.language.token import Sentence
from kg.model import Fact

#: Characters between two sentences of one paragraph.
GAP = 2


class Behind:
    """The sentences of a document, by what stands before them."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._ending = {s.end: s for s in sentences}

    def of(self, fact: Fact) -> list[Sentence]:
        """The sentences next to those that tell a fact, of the same paragraph."""
        told = [self._ending[e.end] for e in fact.evidence if e.end in self._ending]
        behind = (self._sentences[s.index + 1] for s in told if s.index + 1 < len(self._sentences))
        return [b for b, s in zip(behind, told, strict=False) if 0 <= b.start - s.end <= GAP and s.zone == b.zone]

    def before(self, fact: Fact, reach: int) -> list[Sentence]:
        """The sentences before those that tell a fact, the nearest first, wherever a paragraph ends."""
        told = [self._ending[e.end] for e in fact.evidence if e.end in self._ending]
        places = ((s, s.index - n) for s in told for n in range(1, reach + 1))
        return [self._sentences[i] for s, i in places if i >= 0 and self._sentences[i].zone == s.zone]
