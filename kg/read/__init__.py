"""Bytes -> Document. One module a suffix: to read another format, add a module that has the suffix as its name.

Such a module has one function, `documents(stream, file)`: it takes the open binary stream and its name for messages,
and yields a Document for each text in it, or an InputError for each text that cannot be used.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable, Iterator, Sequence
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import BinaryIO, cast

from kg import formats
from kg.errors import InputError, Where
from kg.model import Document
from kg.read._day import day as day

STDIN = "-"
log = logging.getLogger(__name__)


def read(sources: Iterable[str | Path]) -> Iterator[Document | InputError]:
    """Files, folders (searched to the bottom, in name order) and "-" (standard input) -> documents, in that order.

    What cannot be used comes out as an InputError in its place, so that one bad document never stops the rest. An id
    that an earlier document of the same call has is an error too: the two would share one graph.
    """
    taken: dict[str, str] = {}
    for source in sources:
        for file, result in _results(str(source)):
            if isinstance(result, Document) and result.id in taken:
                what = f"the document id {result.id!r} is already taken by {taken[result.id]}"
                yield InputError(what, Where(file), "give it an `id` of its own")
                continue
            if isinstance(result, Document):
                taken[result.id] = file
            yield result


def suffixes() -> Sequence[str]:
    """The suffixes that can be read, without the dot."""
    return formats.names(__name__)


def _results(source: str) -> Iterator[tuple[str, Document | InputError]]:
    try:
        for file in [source] if source == STDIN else _files(Path(source)):
            yield from ((str(file), result) for result in _open(file))
    except InputError as error:
        yield source, error
    except OSError as error:
        yield source, InputError(f"cannot be read: {error.strerror}", Where(error.filename or source))


def _files(path: Path) -> list[Path]:
    """The path itself, or the files below a folder; hidden ones and other kinds (a page's pictures) are passed over."""
    if not path.exists():
        raise InputError("no such file or folder", Where(path))
    if not path.is_dir():
        return [path]
    files = sorted(p for p in path.rglob("*") if p.is_file() and not _hidden(p.relative_to(path)))
    known = [file for file in files if _suffix(file) in suffixes()]
    if not known:
        raise InputError("no document in this folder", Where(path), _readable())
    if len(known) < len(files):
        log.warning("%s: files of other kinds passed over: %d", path, len(files) - len(known))
    return known


def _open(source: str | Path) -> Iterator[Document | InputError]:
    try:
        if isinstance(source, str):
            stdin = BufferedReader(cast(RawIOBase, sys.stdin.buffer))
            yield from _documents(_sniff(stdin), stdin, "stdin")
            return
        if _suffix(source) not in suffixes():
            raise InputError(f"unknown kind of file: {source.suffix or 'it has no suffix'}", Where(source), _readable())
        with source.open("rb") as stream:
            yield from _documents(_suffix(source), stream, str(source))
    except InputError as error:
        yield error
    except OSError as error:
        yield InputError(f"cannot be read: {error.strerror}", Where(source))


def _documents(suffix: str, stream: BinaryIO, file: str) -> Iterator[Document | InputError]:
    yield from formats.load(__name__, suffix).documents(stream, file)


def _sniff(stream: BufferedReader[RawIOBase]) -> str:
    """JSON Lines, a page or plain text, by the first character that is no space."""
    start = stream.peek(4096).removeprefix(b"\xef\xbb\xbf").lstrip()
    return {b"{": "jsonl", b"<": "html"}.get(start[:1], "txt")


def _suffix(path: Path) -> str:
    return path.suffix.removeprefix(".").lower()


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _readable() -> str:
    return "kinds that can be read: " + ", ".join(f".{suffix}" for suffix in suffixes())
