"""The facts of documents into a store: what `kg build` does to a folder and `kg extract` in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kg.model import Document, Fact

if TYPE_CHECKING:
    from kg.pipeline import Extractor
    from kg.store import Store


def fill(store: Store, extractor: Extractor, documents: Iterable[Document]) -> Iterator[tuple[Document, list[Fact]]]:
    """Each document with its facts, once the store holds them; it replaces the document of the same id."""
    from kg import emit

    for document, facts in extractor.extract(documents):
        entities = extractor.entities(facts)
        record = emit.quads(document, facts, entities, store.base, extractor.rulebook.versions)
        store.replace_document(document.id, record, emit.view(facts, entities, store.base))
        yield document, facts
