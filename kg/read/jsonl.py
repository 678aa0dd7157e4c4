"""JSON Lines: one object a line, with `id` and `text`, and optional title, date, url, publisher, author, language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from kg.errors import InputError, Where
from kg.model import Document
from kg.read._decode import decode
from kg.read._document import about, document


def documents(stream: BinaryIO, file: str) -> Iterator[Document | InputError]:
    """One document a line, empty lines aside; a bad line is an error of its own and the next one is read."""
    found = False
    for number, line in enumerate(stream, start=1):
        if not line.strip():
            continue
        found = True
        try:
            yield _document(decode(line, file, number), Where(file, number))
        except InputError as error:
            yield error
    if not found:
        yield InputError("the document is empty", Where(file))


def _document(line: str, where: Where) -> Document:
    fields = _object(line, where)
    known, text = about(fields, where), fields.get("text")
    if not known.id:
        raise InputError("no `id`", where, 'one line is {"id": "...", "text": "..."}')
    if not isinstance(text, str):
        raise InputError("no `text`", where, 'one line is {"id": "...", "text": "..."}')
    return document(known, text, known.id, where)


def _object(line: str, where: Where) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"not JSON: {error.msg.lower()}", Where(where.file, where.line, error.pos)) from None
    except (ValueError, RecursionError):
        raise InputError("not JSON that can be read: a number or a nesting out of all bounds", where) from None
    if not isinstance(fields, dict):
        raise InputError("not a JSON object", where, 'one line is {"id": "...", "text": "..."}')
    return fields
