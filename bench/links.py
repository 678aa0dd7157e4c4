"""How many links to platforms and firms are right where nothing is about them: `python -m bench.links`.

A seeded sample of the links in items of sport, disaster and armed conflict; links.csv has what a person who read each
of them found. A link that nobody has judged is listed, and counts for nothing.
"""

from __future__ import annotations

import csv
import random
from pathlib import Path

from bench import corpus
from bench.silence import OFF_TOPIC
from kg.gazetteer import NAMES, Gazetteer
from kg.mention.spot import normalise

VERDICTS = Path(__file__).with_suffix(".csv")
SAMPLE, SEED = 200, 3
LINKED = {"Platform", "Company"}

#: Document, offset of the name, id of the entry.
Link = tuple[str, int, str]


def main() -> None:
    judged = verdicts()
    found = links()
    sample = random.Random(SEED).sample(found, min(SAMPLE, len(found)))
    for document, start, entry in (link for link in sample if link not in judged):
        print(f"not judged: {document} {start} {entry}")
    for document, start, entry in (link for link in sample if judged.get(link) == "wrong"):
        print(f"wrong: {document} {start} {entry}")
    right = sum(judged.get(link) == "right" for link in sample)
    known = sum(link in judged for link in sample)
    print(f"{right} of {known} judged links are right: {right / max(known, 1):.3f} ({len(found)} links in all)")


def links() -> list[Link]:
    """Every link to a platform or firm in the items that are about something else, in the order of the corpus."""
    gazetteer = Gazetteer.load(NAMES)
    return [
        (document.id, name.start, name.entry.id)
        for document, record in corpus("wcep-2002-2019")
        if any(word in record["category"].lower() for word in OFF_TOPIC)
        for name in gazetteer.find(normalise(document.text))
        if name.entry.type in LINKED
    ]


def verdicts() -> dict[Link, str]:
    """What was found of each link that was read: "right" or "wrong"."""
    with VERDICTS.open(encoding="utf-8", newline="") as file:
        return {(row["document"], int(row["start"]), row["entry"]): row["verdict"] for row in csv.DictReader(file)}


if __name__ == "__main__":
    main()
