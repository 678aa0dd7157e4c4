"""A folder of modules as a table: the folder is the registry, and a module is imported when it is first asked for."""

from __future__ import annotations

import pkgutil
from difflib import get_close_matches
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from kg.errors import UnknownName


def names(package: str) -> list[str]:
    """The modules of a package ("kg.export"), sorted; those that begin with an underscore are its own affair."""
    spec = find_spec(package)
    folders = spec.submodule_search_locations if spec else None
    return sorted(module.name for module in pkgutil.iter_modules(folders) if not module.name.startswith("_"))


def load(package: str, name: str) -> ModuleType:
    """One module of a package; raises UnknownName, with the names that exist, where there is none."""
    known = names(package)
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]}? " if near else ""
        raise UnknownName(f"{name!r} is unknown", right=f"{hint}there is {', '.join(known)}")
    return import_module(f"{package}.{name}")
