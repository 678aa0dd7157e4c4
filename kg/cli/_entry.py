"""One more entry in a user's folder of names."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from kg.cli import _clashes
from kg.errors import FileProblems, KgError, Where
from kg.gazetteer import NAMES, Entry


def write(folder: Path, fields: Mapping[str, Any]) -> Path:
    """The entry in a new file named after its id; nothing that is there is changed.

    Raises FileProblems with everything that is wrong with it, KgError where the id or the file is there already.
    """
    filled = {key: list(value) if isinstance(value, tuple) else value for key, value in fields.items() if value}
    entry = _valid(filled)
    path = folder / f"{entry.id.replace('/', '-')}.yaml"
    problems = _clashes.alone(entry, path, [NAMES, folder])
    if problems:
        raise FileProblems(problems)
    folder.mkdir(parents=True, exist_ok=True)
    line = yaml.safe_dump([filled], allow_unicode=True, sort_keys=False, width=10**6, default_flow_style=None)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(line)
    except FileExistsError:
        raise KgError("this file is there already", Where(path), "change it by hand, or choose another id") from None
    return path


def _valid(fields: Mapping[str, Any]) -> Entry:
    try:
        return Entry.model_validate(fields)
    except ValidationError as error:
        told = ((".".join(map(str, d["loc"])), d["msg"].removeprefix("Value error, ")) for d in error.errors())
        raise FileProblems([KgError(f"{key}: {message}") for key, message in told]) from None
