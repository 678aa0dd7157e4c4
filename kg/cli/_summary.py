"""What a build found, as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.cli import _table
from kg.model import Fact


class Summary:
    """Counts documents and facts, the latter by type."""

    def __init__(self) -> None:
        self.documents = 0
        self.facts: Counter[str] = Counter()
        self.certain: Counter[str] = Counter()

    def add(self, facts: Iterable[Fact]) -> None:
        """One document more, with these facts."""
        self.documents += 1
        for fact in facts:
            self.facts[fact.type] += 1
            self.certain[fact.type] += (fact.polarity, fact.modality) == ("affirmed", "actual")

    def show(self) -> None:
        """One line a type, the most frequent first."""
        rows = [(type, count, self.certain[type]) for type, count in sorted(self.facts.items(), key=_rank)]
        total = ("all", self.facts.total(), self.certain.total())
        _table.show(("type", "facts", "affirmed and actual"), [*rows, total], f"{self.documents} documents")


def _rank(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]
