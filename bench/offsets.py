"""Check that each evidence's quote stands in the original text where it says: `python -m bench.offsets`."""

from __future__ import annotations

import sys
from itertools import chain

from bench import corpus, gold_documents, gold_sets
from kg.pipeline import Extractor


def main() -> None:
    documents = [document for folder in gold_sets() for document, _ in gold_documents(folder)]
    documents += [document for document, _ in corpus("ftc")]
    checked = wrong = 0
    for document, facts in Extractor().extract(documents):
        for evidence in chain.from_iterable(fact.evidence for fact in facts):
            checked += 1
            wrong += document.text[evidence.start : evidence.end] != evidence.quote
    print(f"{checked} evidences in {len(documents)} documents, {wrong} wrong")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
