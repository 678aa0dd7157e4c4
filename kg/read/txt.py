"""Plain text, with what is known about it in an optional YAML front matter between two lines of "---"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import yaml

from kg.errors import InputError, Where
from kg.model import Document
from kg.read._decode import decode
from kg.read._document import about, document

_FENCE = re.compile(r"^---[ \t]*\r?$\n?", re.MULTILINE)


def documents(stream: BinaryIO, file: str) -> Iterator[Document | InputError]:
    """One document; its id is the file's stem unless the front matter names one."""
    front, text = _split(decode(stream.read(), file), file)
    yield document(about(_fields(front, file), Where(file)), text, Path(file).stem, Where(file))


def _split(content: str, file: str) -> tuple[str, str]:
    """Front matter (empty where there is none) and text, which is kept to the letter."""
    opening = _FENCE.match(content)
    if not opening:
        return "", content
    closing = _FENCE.search(content, opening.end())
    if not closing:
        raise InputError("the front matter has no end", Where(file, 1), "close it with a line of ---")
    return content[opening.end() : closing.start()], content[closing.end() :]


def _fields(front: str, file: str) -> dict[str, object]:
    """The base loader leaves every value a string, so that "2025-02-30" is our error and "No" a title."""
    try:
        fields = yaml.load(front, yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 2 if mark else None
        right = "a value with a colon in it stands in quotes"
        raise InputError(f"the front matter is not YAML: {error.problem}", Where(file, line), right) from None
    except yaml.YAMLError as error:
        raise InputError(f"the front matter is not YAML: {' '.join(str(error).split())}", Where(file)) from None
    if fields is not None and fields != "" and not isinstance(fields, dict):
        raise InputError("the front matter is not a list of fields", Where(file, 2), "write `title: ...`")
    return fields or {}
