"""What is known about a text, checked, and the text itself -> Document."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from kg.errors import InputError, Where
from kg.model import Document
from kg.read._day import day
from kg.read._language import other_language


def _line(value: object) -> object:
    """Numbers, and lists such as several authors, are taken as one line of text; an empty one is nothing."""
    if isinstance(value, list):
        value = ", ".join(str(item) for item in value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    return " ".join(value.split()) or None if isinstance(value, str) else value


def _day(value: str | None) -> str | None:
    return day(value) if value else None


Line = Annotated[str | None, BeforeValidator(_line)]


class About(BaseModel):
    """The fields of a front matter or a JSON line; others are ignored."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: Line = None
    title: Line = None
    date: Line = None
    url: Line = None
    publisher: Line = None
    author: Line = None
    language: Line = None


def about(fields: object, where: Where) -> About:
    """Fields as a file has them -> checked; raises InputError for a wrong kind of value or an impossible date."""
    try:
        checked = About.model_validate(fields)
        return checked.model_copy(update={"date": _day(checked.date)})
    except ValidationError as error:
        problem = error.errors()[0]
        name = ".".join(str(part) for part in problem["loc"])
        raise InputError(f"{name}: {problem['msg'].lower()}", where, "each field is one line of text") from None
    except ValueError as error:
        raise InputError(str(error), where, "write it as 2024-08-28") from None


def document(known: About, text: str, id: str, where: Where) -> Document:
    """A usable document, under the id it names or else the given one.

    Raises InputError for a text that is empty, is not English or cannot be written as UTF-8.
    """
    if not text.strip():
        raise InputError("the document is empty", where)
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise InputError("half of a surrogate pair in the text", where, "write the character itself or both halves")
    if language := other_language(text):
        raise InputError(f"the document is not in English (it looks like {language})", where)
    return Document(**{**known.model_dump(), "id": known.id or id, "text": text})
