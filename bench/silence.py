"""How many items that cannot concern platforms give any fact: `python -m bench.silence`."""

from __future__ import annotations

from bench import corpus
from kg.pipeline import Extractor

OFF_TOPIC = ("sport", "disaster", "armed conflict")


def main() -> None:
    documents = [d for d, record in corpus("wcep-2002-2019") if any(w in record["category"].lower() for w in OFF_TOPIC)]
    loud = [(document, facts) for document, facts in Extractor().extract(documents) if facts]
    for document, facts in loud:
        print(document.id, "; ".join(f"{f.type}({f.evidence[0].rule})" for f in facts))
    print(
        f"{len(loud)} of {len(documents)} items of sport, disaster and armed conflict give a fact: "
        f"{len(loud) / len(documents):.4f}"
    )


if __name__ == "__main__":
    main()
