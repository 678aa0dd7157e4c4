"""The interactive page: its frame, and the script with sigma.js and graphology inside that `kg.page.build` makes."""

from __future__ import annotations

from pathlib import Path

from kg.errors import KgError, Where

FOLDER = Path(__file__).parent
BUILT = FOLDER / "built"
SCRIPT, LICENCES = "page.js", "licences.txt"


def frame() -> str:
    """The page with its gaps: %TITLE%, %DATA%, %SCRIPT%, %LICENCES%."""
    return (FOLDER / "page.html").read_text(encoding="utf-8")


def built(name: str) -> str:
    """A file of the built front end; raises KgError, with what to run, where it was not built."""
    path = BUILT / name
    if not path.is_file():
        raise KgError(
            "the script of the page is not built", Where(path), "in a checkout run `make page`; a wheel has it inside"
        )
    return path.read_text(encoding="utf-8")
