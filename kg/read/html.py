"""A web page: its main text, without menus, teasers and footers, and what its head says about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import trafilatura

from kg.errors import InputError, Where
from kg.model import Document
from kg.read._decode import decode
from kg.read._document import about, document

_CHARSET = re.compile(rb"""<meta[^>]+charset=["']?([\w-]+)""", re.IGNORECASE)

# The page's own statement of its date or none: a guess from a copyright line would date every event wrongly.
_DATE = {"extensive_search": False, "original_date": True}


def documents(stream: BinaryIO, file: str) -> Iterator[Document | InputError]:
    """One document; its text is the page's main text, its id the file's stem."""
    tree = trafilatura.load_html(_text(stream.read(), file))
    page: Any = tree is not None and trafilatura.bare_extraction(
        tree, with_metadata=True, include_comments=False, date_extraction_params=_DATE
    )
    if not page:
        raise InputError("no article in this page", Where(file), "its text must stand in the page, not in a script")
    yield document(about(_fields(page, tree), Where(file)), page.text, Path(file).stem, Where(file))


def _fields(page: Any, tree: Any) -> dict[str, str | None]:
    return {
        "title": page.title,
        "date": page.date,
        "url": page.url,
        "publisher": page.sitename,
        "author": page.author,
        "language": tree.get("lang"),
    }


def _text(data: bytes, file: str) -> str:
    """A page may say that it is in another encoding than UTF-8; what it says is tried first."""
    declared = _CHARSET.search(data, 0, 2048)
    try:
        return data.decode(declared.group(1).decode()) if declared else decode(data, file)
    except (LookupError, UnicodeDecodeError):
        return decode(data, file)
