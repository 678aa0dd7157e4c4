"""What can be wrong between the entries of names folders, each of which is well-formed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kg import datafile, vocabulary
from kg.errors import FileProblems, KgError, Where
from kg.gazetteer import Entry

Placed = tuple[Where, Entry]


def entries(folders: Iterable[Path]) -> list[Placed]:
    """Every entry with its place; raises FileProblems with every malformed entry of every file."""
    found: list[Placed] = []
    problems: list[KgError] = []
    for path in (path for folder in folders for path in sorted(folder.glob("*.yaml"))):
        try:
            records = datafile.records(path, Entry)
            found += [(Where(path, item), entry) for item, entry in enumerate(records)]
        except FileProblems as error:
            problems += error.problems
    if problems:
        raise FileProblems(problems)
    return found


def clashes(placed: list[Placed]) -> list[KgError]:
    """Ids and names that stand twice, and links to nothing; the line of each is looked up only now."""
    found = [*_doubles(placed), *_types(placed), *_links(placed), *_idle(placed)]
    return [KgError(error.what, _line(error.where), error.right) for error in found]


def _doubles(placed: list[Placed]) -> Iterator[KgError]:
    """Two entries may share a name where both need context for it: a document then decides."""
    seen: set[str] = set()
    owners: dict[str, Entry] = {}
    for where, entry in placed:
        if entry.id in seen:
            yield KgError(f"the id {entry.id} stands twice", where, "one entry for one thing")
        seen.add(entry.id)
        for name in dict.fromkeys((entry.label, *entry.aliases)):
            other = owners.setdefault(name, entry)
            if other.id != entry.id and not (name in entry.needs and name in other.needs):
                right = "give both the context that they `need`, or one of them another name"
                yield KgError(f"{name!r} of {entry.id} is also a name of {other.id}", where, right)


def _types(placed: list[Placed]) -> Iterator[KgError]:
    for where, entry in placed:
        if entry.type not in vocabulary.entity_types():
            right = "types: " + ", ".join(sorted(vocabulary.entity_types()))
            yield KgError(f"{entry.id} has the unknown type {entry.type!r}", where, right)


def _links(placed: list[Placed]) -> Iterator[KgError]:
    known = {entry.id for _, entry in placed}
    for where, entry in placed:
        linked = [entry.owner, entry.parent, *(office.organisation for office in entry.offices)]
        for id in linked:
            if id and id not in known:
                yield KgError(f"{entry.id} leads to {id}, which is no entry", where, "the id of another entry")


def _idle(placed: list[Placed]) -> Iterator[KgError]:
    for where, entry in placed:
        for name in entry.needs:
            if name not in (entry.label, *entry.aliases, *entry.demonyms):
                yield KgError(f"{entry.id} needs {name!r} explained, which is no name of it", where, "one of its names")


def _line(where: Where | None) -> Where | None:
    """The item number that `entries` noted -> the line in the file."""
    if where is None or where.line is None:
        return where
    return Where(where.file, datafile.line_of(Path(str(where.file)), (where.line,)))
