"""Documents and words a second over the example articles, again and again as new documents: needs no other data."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kg.model import Document
from kg.pipeline import Extractor
from kg.read import read

ARTICLES = Path(__file__).parent.parent / "examples" / "articles"
ROUNDS = 20


def documents() -> Iterator[Document]:
    """Every article once a round."""
    articles = [document for document in read([ARTICLES]) if isinstance(document, Document)]
    for number in range(ROUNDS):
        yield from (replace(article, id=f"{article.id}-{number}") for article in articles)


def main() -> None:
    start = time.perf_counter()
    extractor, stream = Extractor(), list(documents())
    list(extractor.extract(stream[:1]))
    loaded = time.perf_counter()
    facts = sum(len(found) for _, found in extractor.extract(stream))
    seconds = time.perf_counter() - loaded
    words = sum(len(document.text.split()) for document in stream)
    print(f"rules, names and model loaded in {loaded - start:.1f} s")
    print(f"{len(stream)} documents, {words} words, {facts} facts in {seconds:.1f} s")
    print(f"{len(stream) / seconds:.0f} documents/s, {words / seconds:.0f} words/s")


if __name__ == "__main__":
    main()
