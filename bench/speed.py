"""Seconds as ratios to plain `nlp.pipe` over the same texts in the same run: `python -m bench.speed`."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from itertools import islice

from bench import corpus
from kg.language.parse import model
from kg.model import Document
from kg.pipeline import Extractor


def main() -> None:
    nlp = model()
    extractor = Extractor()
    list(extractor.extract([Document("warm", "The regulator fined Meta.")]))
    on_topic = [document for document, _ in corpus("ftc")][:40]
    stream = [document for document, _ in islice(corpus("wcep-2002-2019"), 0, None, 37)][:2000]
    for name, documents in (("press releases", on_topic), ("news stream", stream)):
        words = sum(len(d.text.split()) for d in documents)
        plain = seconds(lambda documents=documents: list(nlp.pipe(d.text for d in documents)))  # type: ignore[misc]
        ours = seconds(lambda documents=documents: list(extractor.extract(documents)))  # type: ignore[misc]
        print(
            f"{name:15} {len(documents):5} documents {words:7} words: plain nlp.pipe {plain:6.2f} s, kg {ours:6.2f} s "
            f"({words / ours:8.0f} words/s), {plain / ours:5.2f} times as fast"
        )
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
