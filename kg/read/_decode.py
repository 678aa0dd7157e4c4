"""Bytes -> text: UTF-8, or one line that says where it is not."""

from __future__ import annotations

from kg.errors import InputError, Where

_BOM = b"\xef\xbb\xbf"


def decode(data: bytes, file: str, line: int | None = None) -> str:
    """UTF-8 with or without a byte order mark -> text; raises InputError for binary data and for other encodings."""
    if b"\0" in data:
        raise InputError("a binary file", Where(file, line), "text in UTF-8 can be read")
    try:
        return data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        offset = len(data[: error.start].decode("utf-8").removeprefix("\ufeff"))
        what = f"invalid UTF-8: byte 0x{data[error.start]:02x}"
        raise InputError(what, Where(file, line, offset), "save the file as UTF-8") from None
