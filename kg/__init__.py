"""kg turns documents about platform regulation into a knowledge graph in which every edge can be proved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.notebook import Notebook

__version__ = "0.1.0"


def open(store: Path | str) -> Notebook:
    """A store for a notebook or a script: `kg.open("out/demo").graph("actors")`. Raises StoreError."""
    from kg.notebook import Notebook  # a program that only reads documents does not need what it imports

    return Notebook(store)
