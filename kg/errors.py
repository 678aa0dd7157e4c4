"""The error tree: every error says where, what, and what would be right."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a file: 1-based line, 0-based character offset; any part may be unknown."""

    file: Path | str | None = None
    line: int | None = None
    offset: int | None = None

    def __str__(self) -> str:
        parts = [str(self.file)] if self.file is not None else []
        if self.line is not None:
            parts.append(f"line {self.line}")
        if self.offset is not None:
            parts.append(f"offset {self.offset}")
        return ", ".join(parts)


class KgError(Exception):
    """Anything a user can cause and mend; printed as one line, never as a traceback."""

    def __init__(self, what: str, where: Where | None = None, right: str | None = None) -> None:
        self.what, self.where, self.right = what, where, right
        super().__init__(what)

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where and str(self.where) else ""
        return f"{place}{self.what}" + (f" ({self.right})" if self.right else "")


class InputError(KgError):
    """A document that cannot be read: missing, binary, empty, not English, an impossible date."""


class FileProblems(KgError):
    """A rules, context or names folder with mistakes: all of them at once, each with file and line."""

    def __init__(self, problems: list[KgError]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(p) for p in problems))

    def __str__(self) -> str:
        return "\n".join(str(p) for p in self.problems)


class UnknownName(KgError):
    """A format, question, type or rule that does not exist; `right` lists those that do."""


class StoreError(KgError):
    """A folder that is no store, a store that another process holds, a full disk."""


class QueryError(KgError):
    """SPARQL that does not parse or takes too long."""
