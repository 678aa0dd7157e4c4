"""Where a command writes: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kg.errors import KgError, Where


@contextmanager
def writing(path: Path | None) -> Iterator[IO[bytes]]:
    """A stream of bytes to standard output, or to a temporary file that takes the path's place in the end."""
    if path is None:
        yield sys.stdout.buffer
        return
    if path.is_dir():
        raise KgError("this is a folder", Where(path), "name a file to write")
    if not path.parent.is_dir():
        raise KgError("no such folder", Where(path.parent), "make it first")
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def _umask() -> int:
    """The mask can only be read by setting it; a temporary file is private, the finished one need not be."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
