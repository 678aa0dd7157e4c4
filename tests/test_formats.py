"""A folder of modules is a table."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kg import formats
from kg.errors import UnknownName


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    folder = tmp_path / "shapes"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "_shared.py").write_text("")
    (folder / "square.py").write_text("SIDES = 4\n")
    (folder / "broken.py").write_text("raise RuntimeError('imported too early')\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "shapes", raising=False)
    return "shapes"


def test_names_are_the_modules_that_do_not_begin_with_an_underscore(package: str):
    assert formats.names(package) == ["broken", "square"]


def test_load_imports_one_module_and_no_other(package: str):
    assert formats.load(package, "square").SIDES == 4


@pytest.mark.parametrize("name", ["circle", "_shared", "", "square.SIDES", "../square"])
def test_an_unknown_name_is_an_error_that_lists_the_names(package: str, name: str):
    with pytest.raises(UnknownName, match="there is broken, square"):
        formats.load(package, name)


def test_a_near_name_is_suggested(package: str):
    with pytest.raises(UnknownName, match=r"did you mean square\?"):
        formats.load(package, "sqare")


def test_asking_for_the_names_of_exports_imports_none_of_them():
    code = "import sys; from kg import formats; formats.names('kg.export'); sys.exit('kg.export.turtle' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
