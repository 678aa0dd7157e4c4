"""Whether `kg score` gives the figures of the reference scorer on every gold set: `python -m bench.score_agrees`."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from bench import SHARED, gold_documents, gold_sets
from kg.factline import to_line
from kg.pipeline import Extractor
from kg.quality import gold, score


def main() -> None:
    extractor, differing = Extractor(), 0
    for folder in gold_sets():
        with tempfile.TemporaryDirectory() as scratch:
            facts = Path(scratch) / "facts.jsonl"
            found = extractor.extract(document for document, _ in gold_documents(folder))
            facts.write_text("".join(to_line(f) + "\n" for _, each in found for f in each), encoding="utf-8")
            scorer = [sys.executable, "-B", str(SHARED / "tools" / "score.py"), str(folder), str(facts), "--json"]
            theirs = json.loads(subprocess.run(scorer, check=True, capture_output=True, text=True).stdout)
            golds = gold.read(folder)
            lines = facts.read_text(encoding="utf-8").splitlines()
            ours = score.score(golds, score.read_facts(lines, golds, str(facts))).figures()
        unequal = [name for name in theirs if theirs[name] != ours[name]]
        differing += bool(unequal)
        for name in unequal:
            print(f"{folder.name} {name}: {ours[name]}, not {theirs[name]}")
        print(f"{folder.name}: {len(theirs) - len(unequal)} of {len(theirs)} figures agree")
    raise SystemExit(differing > 0)


if __name__ == "__main__":
    main()
