"""How well events are merged on documents of the corpora: `python -m bench.pairs`, by the verdicts of `pairs.csv`.

A pair is two tellings of one type and status in two documents. The strata are drawn at random, of all pairs that are
merged and of those that are not though they share a party within 31 days: `alike` are those with a common target or
much the same words, `other` the rest. A pair stands for as many as its stratum has for one drawn; pairs without a
common party are not counted, so the recall is at most that. A formula is a sentence that documents of one publisher
repeat and that tells of no event of its own.

`python -m bench.pairs draw FILE SEED` draws a new sample, with its sentences, to be judged (`same` or `different`).
"""

from __future__ import annotations

import csv
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz

from bench import corpus
from kg.merge import merge
from kg.merging import corroborate, imprint
from kg.merging.imprint import Source
from kg.model import Fact
from kg.pipeline import Extractor
from kg.vocabulary import relations

CORPORA = ("ftc", "iff", "wcep-2002-2019")
#: How many pairs each stratum had when it was drawn.
SIZES = {"merged": 129, "alike": 140, "other": 5304}
#: How many of each are judged.
DRAWN = {"merged": 50, "alike": 60, "other": 40}
DAYS, LIKE = 31, 70


class Tally(NamedTuple):
    """Sums of the pairs' weights."""

    right: float
    merged: float
    same: float


def main() -> None:
    """Scores the merge by the verdicts, or draws pairs to be judged."""
    if sys.argv[1:2] == ["draw"]:
        draw(Path(sys.argv[2]), int(sys.argv[3]))
        return
    verdicts = list(csv.DictReader(Path(__file__).with_name("pairs.csv").open(encoding="utf-8")))
    events = events_of({row[name] for row in verdicts for name in ("document", "other_document")})
    found = [row for row in verdicts if row["fact"] in events and row["other_fact"] in events]
    print(f"{len(verdicts)} pairs, {len(verdicts) - len(found)} of them with a fact that the rules find no more")
    plain = [row for row in found if not row["note"].startswith("formula")]
    for what, rows in (("all", found), ("without formulas", plain)):
        tally = score(rows, verdicts, events)
        print(f"{what}: precision {tally.right / tally.merged:.3f}, recall {tally.right / tally.same:.2f}")


def draw(path: Path, seed: int) -> None:
    """Writes a sample of pairs with what each tells, a row each, and prints how many each stratum has."""
    sources = read(None)
    dates = {source.document.id: source.document.date for source in sources}
    events = {fact.id: event for event in merge(sources).events for fact in event.facts}
    strata: dict[str, list[tuple[Fact, Fact]]] = {name: [] for name in DRAWN}
    for one, other in candidates([fact for event in events.values() for fact in event.facts], dates):
        strata[stratum(one, other, events[one.id] is events[other.id])].append((one, other))
    with path.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(["document", "fact", "other_document", "other_fact", "type", "stratum", "one", "other"])
        for name, pairs in strata.items():
            print(f"{name}: {len(pairs)}")
            for one, other in random.Random(seed).sample(pairs, min(DRAWN[name], len(pairs))):
                rows.writerow([one.doc, one.id, other.doc, other.id, one.type, name, shown(one), shown(other)])


def candidates(facts: list[Fact], dates: dict[str, str | None]) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of tellings of one type and status in two documents of one month that share a party."""
    groups: dict[tuple[str, ...], dict[str, Fact]] = defaultdict(dict)
    for fact in facts:
        for party in parties(fact) if fact.type not in relations() else ():
            groups[fact.type, fact.polarity, fact.modality, party][fact.id] = fact
    seen = set[tuple[str, str]]()
    for group in groups.values():
        for one, other in combinations(sorted(group.values(), key=lambda fact: fact.id), 2):
            if one.doc == other.doc or (one.id, other.id) in seen:
                continue
            seen.add((one.id, other.id))
            days = [date.fromisoformat(day) for fact in (one, other) if (day := dates[fact.doc])]
            if len(days) < 2 or abs((days[0] - days[1]).days) <= DAYS:
                yield one, other


def parties(fact: Fact) -> set[str]:
    """The ids of those who take part, without those whom only their document knows."""
    found = {f.id for role in ("agent", "target", "recipient") for f in fact.args.get(role, ()) if f.id}
    return {id for id in found if not id.startswith("doc/")}


def stratum(one: Fact, other: Fact, merged: bool) -> str:
    """Which stratum a pair belongs to."""
    targets = [{f.id for f in fact.args.get("target", ())} for fact in (one, other)]
    words = [" ".join(f.label for f in fact.args.get("matter", ())) for fact in (one, other)]
    alike = bool(targets[0] & targets[1]) or fuzz.token_set_ratio(*words) >= LIKE
    return "merged" if merged else "alike" if alike else "other"


def shown(fact: Fact) -> str:
    """What a fact tells, for somebody who judges it."""
    args = "; ".join(f"{role}: {', '.join(f.value or f.label for f in found)}" for role, found in fact.args.items())
    return f"{fact.type} {fact.modality} [{args}] {fact.evidence[0].quote}"


def read(documents: set[str] | None) -> list[Source]:
    """These documents of the corpora (all, if none are named) as the merge takes them."""
    extractor = Extractor()
    wanted = (document for name in CORPORA for document, _ in corpus(name))
    sources = []
    for document, facts in extractor.extract(d for d in wanted if documents is None or d.id in documents):
        if facts:
            mark = imprint.take(
                extractor.entities(facts), extractor.gazetteer, "", corroborate.signature(document.text)
            )
            sources.append(Source(document, tuple(facts), mark))
    return sources


def events_of(documents: set[str]) -> dict[str, str]:
    """The event of each fact of these documents, merged with nothing else."""
    return {fact.id: event.id for event in merge(read(documents)).events for fact in event.facts}


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
