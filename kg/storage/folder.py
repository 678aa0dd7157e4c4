"""A store's folder on disk: one process writes at a time, any number may read while none writes.

Both are enforced with the store's lock file, which does not keep a process from itself, and loses its lock when one of
two readers closes it: so what this process has open is remembered.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import IO, ClassVar

import pyoxigraph as ox

from kg.errors import StoreError, Where

MARK = "CURRENT"  # every RocksDB folder has this file
LOCK = "LOCK"


class Folder:
    """A folder that is open, for reading or writing, until it is closed."""

    _writing: ClassVar[set[Path]] = set()
    _reading: ClassVar[dict[Path, list[Folder]]] = {}

    def __init__(self, path: Path, rdf: ox.Store, lock: IO[bytes] | None = None) -> None:
        self.path, self.rdf, self._lock = path, rdf, lock

    @classmethod
    def open(cls, path: Path, read_only: bool) -> Folder:
        """Opens a folder; one that is missing or empty becomes a store, unless `read_only`.

        Raises StoreError where it holds other files, is missing, or is open already.
        """
        _check(path, read_only)
        if path in cls._writing or (path in cls._reading and not read_only):
            raise _busy(path)
        if not read_only:
            path.mkdir(parents=True, exist_ok=True)
            folder = cls(path, _opened(ox.Store, path))
            cls._writing.add(path)
            return folder
        readers = cls._reading.get(path, [])
        lock = readers[0]._lock if readers else _shared_lock(path)
        folder = cls(path, _opened(ox.Store.read_only, path), lock)
        cls._reading[path] = [*readers, folder]
        return folder

    def close(self) -> None:
        """Gives the folder free for others."""
        del self.rdf
        self._writing.discard(self.path)
        if self._lock:
            self._reading[self.path].remove(self)
            if not self._reading[self.path]:
                del self._reading[self.path]
                self._lock.close()


def _check(folder: Path, read_only: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise StoreError("this is a file", Where(folder), "a store is a folder")
    if read_only and not folder.is_dir():
        raise StoreError("no such folder", Where(folder), "build a store first")
    if folder.is_dir() and not (folder / MARK).exists() and (read_only or any(folder.iterdir())):
        raise StoreError("this folder is no store", Where(folder), "name a store, or a new folder to build one in")


def _opened(opener: Callable[[str], ox.Store], folder: Path) -> ox.Store:
    try:
        return opener(str(folder))
    except (OSError, RuntimeError) as error:  # a damaged store is a RuntimeError
        raise _busy(folder) if "lock file" in str(error) else StoreError(str(error), Where(folder)) from None


def _shared_lock(folder: Path) -> IO[bytes]:
    """Shares the lock with other readers, so that no writer opens the store under them."""
    import fcntl  # Windows has no such module: there a store is opened for writing only

    lock = (folder / LOCK).open("a+b")  # a backup has none yet
    try:
        fcntl.lockf(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise _busy(folder) from None
    return lock


def _busy(folder: Path) -> StoreError:
    return StoreError("the store is in use", Where(folder), "wait for the other program to end, or stop it")
