"""Score the extraction on every gold set: `python -m bench.quality [--misses]`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from bench import SHARED, gold_documents, gold_sets
from kg.factline import to_line
from kg.pipeline import Extractor


def main() -> None:
    extractor = Extractor()
    for folder in gold_sets():
        with tempfile.TemporaryDirectory() as scratch:
            facts = Path(scratch) / "facts.jsonl"
            found = extractor.extract(document for document, _ in gold_documents(folder))
            facts.write_text("".join(to_line(f) + "\n" for _, each in found for f in each), encoding="utf-8")
            print(f"[{folder.name}]", flush=True)
            scorer = [sys.executable, "-B", str(SHARED / "tools" / "score.py"), str(folder), str(facts), *sys.argv[1:]]
            subprocess.run(scorer, check=True)


if __name__ == "__main__":
    main()
