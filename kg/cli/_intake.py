"""The documents that a command was given: the bad ones reported, the good ones passed on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.cli._messages import complain
from kg.errors import KgError
from kg.model import Document


class Intake:
    """Iterate over the good documents once, then ask for the exit code."""

    def __init__(self, sources: Sequence[str], date: str | None = None) -> None:
        """`date`: the ISO 8601 day of those documents that have none of their own."""
        self.sources, self.date = sources, date
        self.good = self.bad = 0

    def __iter__(self) -> Iterator[Document]:
        from kg.read import read

        for result in read(self.sources):
            if isinstance(result, KgError):
                self.bad += 1
                complain(result)
            else:
                self.good += 1
                yield result if result.date else replace(result, date=self.date)

    @property
    def exit_code(self) -> int:
        """0: all were good; 1: some; 2: none."""
        if not self.bad:
            return 0
        return 1 if self.good else 2
