"""What is measured and not tested: quality, speed, silence, on data beside the checkout."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from kg.model import Document

SHARED = Path(__file__).resolve().parents[2] / "shared"


def gold_sets() -> list[Path]:
    """The folders with gold documents."""
    return sorted(path for path in (SHARED / "gold").iterdir() if path.is_dir())


def gold_documents(folder: Path) -> Iterator[tuple[Document, dict[str, object]]]:
    """The documents of a gold folder with their annotations."""
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        yield Document(path.stem, text, date=gold.get("date"), url=gold.get("url")), gold


def corpus(name: str) -> Iterator[tuple[Document, dict[str, str]]]:
    """The documents of a corpus (`ftc`, `iff`, `wcep-2002-2019`) with their raw records."""
    with gzip.open(SHARED / "corpus" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield (
                Document(
                    record["id"],
                    record["text"],
                    title=record.get("title"),
                    date=record.get("date"),
                    url=record.get("url"),
                ),
                record,
            )
