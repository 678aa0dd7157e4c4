"""Document -> parsed and marked sentences, for the documents that can say something.

The gate: a document is parsed only if it is about platforms (a known platform, firm or product, or a topic word) and
has a word that triggers a rule. Parsing is nearly all of the cost, so silence must be cheap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from kg.gazetteer import Gazetteer
from kg.language import authorship, foresight, hindsight, itemised, ownvoice, quotation, reread, sums
from kg.language.parse import Parsed, Piece, disguise, parse
from kg.language.segment import segment
from kg.language.token import Sentence
from kg.mention.kindword import without_kinds
from kg.mention.nominal import mark
from kg.mention.propername import unify
from kg.mention.spot import normalise, spot
from kg.mention.topic import is_of_the_field
from kg.model import Document, Mention

WORD = re.compile(r"[^\W\d_]+")
BATCH = 64


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with its sentences; none where the gate found that it has nothing to say."""

    document: Document
    sentences: list[Sentence]


@dataclass(frozen=True, slots=True)
class Draft:
    """A document before the parse: normalised text and what was spotted in it."""

    document: Document
    text: str
    spotted: list[Mention]
    speaks: bool


class Annotator:
    """Annotates documents in batches; `triggers` are the lower-case words that can trigger a rule.

    Without the gate everything is parsed, as rules under test need it.
    """

    def __init__(self, gazetteer: Gazetteer, triggers: frozenset[str], gated: bool = True) -> None:
        self.gazetteer, self.triggers, self.gated = gazetteer, triggers, gated

    def annotate(self, documents: Iterable[Document]) -> Iterator[Annotated]:
        """The documents in their order."""
        stream = iter(documents)
        while batch := list(islice(stream, BATCH)):
            yield from self._batch([self._draft(document) for document in batch])

    def _draft(self, document: Document) -> Draft:
        text = normalise(document.text)
        if self.gated and not any(word.group().lower() in self.triggers for word in WORD.finditer(text)):
            return Draft(document, text, [], False)
        if self.gated and not is_of_the_field(text, self.gazetteer):
            return Draft(document, text, [], False)
        return Draft(document, text, spot(text, self.gazetteer, document.date), True)

    def _batch(self, drafts: list[Draft]) -> Iterator[Annotated]:
        pieces, owners = [], []
        for draft in drafts:
            for span in segment(draft.text) if draft.speaks else ():
                inside = [m for m in draft.spotted if any(start <= m.start < end for start, end in span.parts)]
                pieces.append(disguise(draft.text, span, inside))
                owners.append((draft, inside))
        sentences: dict[int, list[Sentence]] = {id(draft): [] for draft in drafts}
        parsed = list(parse(pieces, [draft.text for draft, _ in owners]))
        self._parse_again(parsed, pieces, owners)
        for (draft, inside), (sentence, recognised) in zip(owners, parsed, strict=True):
            sentence.index = len(sentences[id(draft)])
            mark(sentence, recognised, inside, self.gazetteer)
            sums.part(sentence)
            sentences[id(draft)].append(sentence)
        for draft in drafts:
            without_kinds(sentences[id(draft)])
            unify(sentences[id(draft)], self.gazetteer)
            quotation.link(sentences[id(draft)], draft.document.text)
            authorship.link(sentences[id(draft)])
            self._link_author(sentences[id(draft)], draft.document)
            itemised.link(sentences[id(draft)], draft.document.text)
            hindsight.look_back(sentences[id(draft)], draft.document.date)
            foresight.look_ahead(sentences[id(draft)], draft.document.date)
            yield Annotated(draft.document, sentences[id(draft)])

    def _link_author(self, sentences: list[Sentence], document: Document) -> None:
        """Mark what an author says in its own voice, unless the text is an authority's, a firm's or a paper's."""
        publisher = self.gazetteer.publisher(document.url) if document.url else None
        if publisher is None or publisher.type == "NGO":
            ownvoice.link(sentences, document.text, publisher.id if publisher is not None else None)

    def _parse_again(
        self, parsed: list[Parsed], pieces: list[Piece], owners: list[tuple[Draft, list[Mention]]]
    ) -> None:
        """Replace sentences that the parser cannot have read right by a reading with fewer faults."""
        again = [(i, r) for i, (sentence, _) in enumerate(parsed) for r in reread.readings(sentence, owners[i][0].text)]
        shown = [disguise(owners[i][0].text, pieces[i].span, owners[i][1], r.shown) for i, r in again]
        others: dict[int, list[tuple[reread.Reading, Parsed]]] = {}
        for (i, reading), result in zip(again, parse(shown, [owners[i][0].text for i, _ in again]), strict=True):
            others.setdefault(i, []).append((reading, result))
        for i, tried in others.items():
            chosen = reread.best(parsed[i][0], [(reading, sentence) for reading, (sentence, _) in tried])
            if chosen is not None:
                parsed[i] = tried[chosen][1]
        for (sentence, _), (draft, _) in zip(parsed, owners, strict=True):
            reread.settle(sentence, draft.text)
