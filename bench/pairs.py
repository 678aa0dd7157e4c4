"""How well events are merged on documents of the corpora: `python -m bench.pairs`, by the verdicts of `pairs.csv`.

A pair is two tellings of one type and status in two documents. The strata were drawn at random, of all pairs that were
merged and of those that were not though they share a word of a party's name within 31 days: `alike` are those with a
common target or much the same words, `other` the rest (of which two in three were drawn from those within three days
that share a party). A pair stands for as many as its stratum has for one drawn; what `other` and pairs without a common
word still hide is not counted, so the recall is at most that. A formula is a sentence that documents of one
publisher repeat and that tells of no event of its own.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

from bench import corpus
from kg.merge import merge
from kg.merging import corroborate, imprint
from kg.merging.imprint import Source
from kg.pipeline import Extractor

CORPORA = ("ftc", "iff", "wcep-2002-2019")
#: How many pairs each stratum had when it was drawn.
SIZES = {"merged": 91, "alike": 240, "other": 4210}


class Tally(NamedTuple):
    """Sums of the pairs' weights."""

    right: float
    merged: float
    same: float


def main() -> None:
    verdicts = list(csv.DictReader(Path(__file__).with_name("pairs.csv").open(encoding="utf-8")))
    events = events_of({row[name] for row in verdicts for name in ("document", "other_document")})
    found = [row for row in verdicts if row["fact"] in events and row["other_fact"] in events]
    print(f"{len(verdicts)} pairs, {len(verdicts) - len(found)} of them with a fact that the rules find no more")
    for what, rows in (("all", found), ("without formulas", [row for row in found if row["note"] != "formula"])):
        tally = score(rows, verdicts, events)
        print(f"{what}: precision {tally.right / tally.merged:.3f}, recall {tally.right / tally.same:.2f}")


def events_of(documents: set[str]) -> dict[str, str]:
    """The event of each fact of these documents, merged with nothing else."""
    extractor = Extractor()
    wanted = [document for name in CORPORA for document, _ in corpus(name) if document.id in documents]
    sources = []
    for document, facts in extractor.extract(wanted):
        mark = imprint.take(extractor.entities(facts), extractor.gazetteer, "", corroborate.signature(document.text))
        sources.append(Source(document, tuple(facts), mark))
    return {fact.id: event.id for event in merge(sources).events for fact in event.facts}


def score(rows: list[dict[str, str]], drawn: list[dict[str, str]], events: dict[str, str]) -> Tally:
    """The pairs that are merged now, those that are one event, and those that are both."""
    weight = {name: size / sum(row["stratum"] == name for row in drawn) for name, size in SIZES.items()}
    right = merged = same = 0.0
    for row in rows:
        together, one = events[row["fact"]] == events[row["other_fact"]], row["verdict"] == "same"
        right += weight[row["stratum"]] * (together and one)
        merged += weight[row["stratum"]] * together
        same += weight[row["stratum"]] * one
    return Tally(right, merged, same)


if __name__ == "__main__":
    main()
