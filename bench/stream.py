"""The whole stream through the extraction: `python -m bench.stream FACTS.jsonl [SAMPLE.jsonl]`.

Writes the facts, and, to be read by somebody, 150 of them drawn at random with their sentences. Verdicts go to
`bench/stream.csv`.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from pathlib import Path

from bench import corpus
from kg.factline import to_line
from kg.model import Fact
from kg.pipeline import Extractor

SEED, DRAWN = 101, 150


def main() -> None:
    extractor = Extractor()
    documents = [document for document, _ in corpus("wcep-2002-2019")]
    words = sum(len(document.text.split()) for document in documents)
    telling, facts = 0, list[Fact]()
    start = time.perf_counter()
    for _, found in extractor.extract(documents):
        telling += bool(found)
        facts += found
    seconds = time.perf_counter() - start
    write(Path(sys.argv[1]), facts)
    if len(sys.argv) > 2:
        write(Path(sys.argv[2]), random.Random(SEED).sample(facts, DRAWN))
    print(f"{len(documents)} items, {words} words in {seconds:.0f} s: {words / seconds:.0f} words/s")
    print(f"{telling} items give {len(facts)} facts")
    print(", ".join(f"{type} {number}" for type, number in Counter(fact.type for fact in facts).most_common()))


def write(path: Path, facts: list[Fact]) -> None:
    """One fact a line."""
    path.write_text("".join(to_line(fact) + "\n" for fact in facts), encoding="utf-8")


if __name__ == "__main__":
    main()
