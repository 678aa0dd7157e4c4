"""How the time of a merge grows with the number of documents: python -m bench.merge [SIZE ...]

Documents are generated: papers tell of arrests, charges and fines, some of them copied from an agency, with vague and
precise times. Each size runs in a process of its own, so that its memory can be told.
"""

from __future__ import annotations

import json
import math
import random
import resource
import subprocess
import sys
import time
from datetime import date, timedelta
from itertools import pairwise

from kg.merge import merge
from kg.merging.corroborate import signature
from kg.merging.imprint import Imprint, Source
from kg.model import Document, Evidence, Fact, Filler
from kg.rebuild import quads
from kg.vocabulary import BASE

SIZES = (1_000, 10_000, 100_000)
PAPERS = 60
TELLINGS = 5
SENTENCE = 160  # characters
LETTERS = "bcdfghjklmnprstvz"
WORDS = [a + v + b for a in LETTERS for v in "aeiou" for b in LETTERS]
COUNTRIES = ("FR", "DE", "IE", "BR", "NO", "AT", "NL", "IT")


def sources(number: int, seed: int = 1) -> list[Source]:
    """So many documents; an event is told by about five of them, and there is one party for ten events."""
    chance = random.Random(seed)
    events = [_event(chance, max(1, number // TELLINGS // 10)) for _ in range(max(1, number // TELLINGS))]
    return [_source(f"d{n}", chance.choice(events), chance) for n in range(number)]


def _event(chance: random.Random, parties: int) -> dict[str, object]:
    """What happened; who it happened to is a name made of two words, so that names look alike."""
    country, party = chance.choice(COUNTRIES), chance.randrange(parties)
    name = (
        f"{WORDS[party % len(WORDS)]}o {WORDS[party // len(WORDS) % len(WORDS)]}{WORDS[party * 7 % len(WORDS)]}".title()
    )
    wire = " ".join(chance.choices(WORDS, k=60))
    day = date(2024, 1, 1) + timedelta(days=chance.randrange(700))
    return {
        "type": chance.choice(["Arrest", "Charge", "Fine"]),
        "name": name,
        "country": country,
        "day": day,
        "wire": wire,
    }


def _source(id: str, event: dict[str, object], chance: random.Random) -> Source:
    country, day, name = str(event["country"]), event["day"], str(event["name"])
    assert isinstance(day, date)
    police, person = f"body/police-{country.lower()}", f"person/{name.lower().replace(' ', '-')}"
    args = {
        "agent": (Filler(f"Police {country}", "LawEnforcement", 0, 4, id=police),),
        "target": (Filler(name, "Person", 5, 9, id=person),),
    }
    if chance.random() < 0.7:
        args["time"] = (Filler("day", "Time", 10, 13, value=str(day) if chance.random() < 0.8 else str(day)[:7]),)
    if event["type"] == "Fine" and chance.random() < 0.8:
        args["amount"] = (Filler("sum", "Amount", 14, 17, value=f"EUR {1 + day.toordinal() % 9}000000"),)
    text = str(event["wire"]) if chance.random() < 0.4 else " ".join(chance.choices(WORDS, k=60))
    proof = Evidence(f"evidence/{id}", 0, SENTENCE, text[:SENTENCE], "bench.rule")
    fact = Fact(f"fact/{id}", id, str(event["type"]), args, evidence=(proof,))
    document = Document(
        id, "", date=str(day + timedelta(days=chance.randrange(3))), publisher=f"Paper {chance.randrange(PAPERS)}"
    )
    return Source(document, (fact,), Imprint(None, signature(text), {police: country}, frozenset({police})))


def measure(number: int) -> dict[str, float]:
    """Processor seconds and peak memory of one merge, with the quads of its default graph."""
    made = sources(number)
    start = time.process_time()
    merged = merge(made)
    view = sum(1 for _ in quads(merged, BASE))
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"documents": number, "seconds": seconds, "events": len(merged.events), "quads": view, "megabytes": peak}


def main() -> None:
    """One line a size, then the exponent between each two sizes, beside that of n log n."""
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(int(sys.argv[2]))))
        return
    rows = []
    for size in [int(size) for size in sys.argv[1:]] or SIZES:
        run = subprocess.run(
            [sys.executable, "-m", "bench.merge", "--one", str(size)], stdout=subprocess.PIPE, check=True
        )
        rows.append(json.loads(run.stdout))
        print(
            "{documents:>8} documents {seconds:8.2f} s {events:>8} events {quads:>9} quads {megabytes:7.0f} MB".format(
                **rows[-1]
            )
        )
    for one, other in pairwise(rows):
        grown = math.log(other["documents"] / one["documents"])
        exponent = math.log(other["seconds"] / one["seconds"]) / grown
        logged = 1 + math.log(math.log(other["documents"]) / math.log(one["documents"])) / grown
        print(f"{one['documents']:>8} to {other['documents']}: exponent {exponent:.2f} (n log n: {logged:.2f})")


if __name__ == "__main__":
    main()
