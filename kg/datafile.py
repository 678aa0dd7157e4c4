"""A YAML file into pydantic models; errors keep file and line."""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from platformdirs import user_cache_dir
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from kg.errors import FileProblems, KgError, Where

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Record(BaseModel):
    """A record of a data file: no unknown keys, so that a typing error is found and not ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


R = TypeVar("R", bound=Record)


def load(path: Path) -> Any:
    """The plain content of a YAML file; raises FileProblems with file and line when it is not YAML."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)
    except UnicodeDecodeError as error:
        raise FileProblems([KgError("not UTF-8", Where(path, offset=error.start), "save it as UTF-8")]) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else None
        what = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise FileProblems([KgError(f"not valid YAML: {what}", Where(path, line))]) from error


def record(path: Path, kind: type[R]) -> R:
    """The one record that a file holds; raises FileProblems with every mistake of it."""
    data = load(path)
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        raise FileProblems(list(_problems(path, error, ()))) from error


def records(path: Path, kind: type[R]) -> list[R]:
    """The list of records that a file holds; raises FileProblems with every mistake of all of them."""
    found, problems = sound(path, kind)
    if problems:
        raise FileProblems(problems)
    return [record for _, record in found]


def sound(path: Path, kind: type[R]) -> tuple[list[tuple[int, R]], list[KgError]]:
    """The good records of a file with their numbers, and every mistake of the others.

    Raises FileProblems where the file holds no list.
    """
    data = load(path)
    if data is None:
        return [], []
    if not isinstance(data, list):
        raise FileProblems([KgError("not a list of entries", Where(path, 1), "begin each entry with '- '")])
    found: list[tuple[int, R]] = []
    problems: list[KgError] = []
    for index, item in enumerate(data):
        try:
            found.append((index, kind.model_validate(item)))
        except ValidationError as error:
            problems.extend(_problems(path, error, (index,)))
    return found, problems


def compiled(path: Path, kind: type[R]) -> list[R]:
    """As `records`, but a file that was checked before is not parsed and checked again.

    What was checked is kept in the user's cache folder under a digest of the file and of the record's schema; a cache
    that cannot be read or written only costs time.
    """
    digest = hashlib.sha256(path.read_bytes() + _schema(kind)).hexdigest()[:24]
    cache = Path(user_cache_dir("kg")) / f"{path.stem}-{digest}.json"
    known = TypeAdapter(list[kind])  # type: ignore[valid-type]
    try:
        return known.validate_json(cache.read_bytes())
    except (OSError, ValueError):
        found = records(path, kind)
    with suppress(OSError):
        cache.parent.mkdir(parents=True, exist_ok=True)
        scratch = cache.with_suffix(f".{os.getpid()}")
        scratch.write_bytes(known.dump_json(found, by_alias=True))
        scratch.replace(cache)
    return found


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for garbage meanwhile: among thousands of new records that all stay it would be most of the cost."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@cache
def _schema(kind: type[Record]) -> bytes:
    return repr(kind.model_json_schema()).encode()


def line_of(path: Path, location: tuple[str | int, ...]) -> int | None:
    """The 1-based line where a key or item stands; the nearest enclosing one when it does not exist."""
    node: Any = _tree(path.read_text(encoding="utf-8"))
    line: int | None = node.start_mark.line + 1 if node else None
    for part in location:
        child = _child(node, part)
        if child is None:
            break
        key, node = child
        line = key.start_mark.line + 1
    return line


@lru_cache(maxsize=1)  # the mistakes of a file are told together, and a large file is slow to compose
def _tree(text: str) -> Any:
    return yaml.compose(text, Loader=Loader)


def _child(node: Any, part: str | int) -> tuple[Any, Any] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part]
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == str(part)), None)
    return None


def _problems(path: Path, error: ValidationError, prefix: tuple[str | int, ...]) -> Iterator[KgError]:
    for detail in error.errors():
        location = (*prefix, *detail["loc"])
        name = ".".join(str(part) for part in detail["loc"])
        message = detail["msg"].removeprefix("Value error, ")
        yield KgError(f"{name}: {message}" if name else message, Where(path, line_of(path, location)))
