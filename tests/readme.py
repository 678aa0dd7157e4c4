"""The commands of README.md with the output that stands below them; `python tests/readme.py` writes it anew."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


def commands(block: str) -> list[tuple[str, str]]:
    """The commands of a block, each with the output that stands below it."""
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return [(first, rest) for first, _, rest in (part.partition("\n") for part in parts)]


def output(command: str) -> str:
    """What a command prints on standard output, run at the root of the project; raises where it fails."""
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(command, shell=True, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssertionError(f"{command}: exit code {done.returncode}: {done.stderr}")
    return "".join(line.rstrip() + "\n" for line in done.stdout.splitlines())


def blocks() -> list[str]:
    """The blocks of commands, in their order: later ones use what earlier ones made."""
    return BLOCK.findall(README.read_text(encoding="utf-8"))


def fresh() -> None:
    """Away with what the commands made before."""
    for path in (ROOT / "out").glob("readme*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    (ROOT / "out").mkdir(exist_ok=True)


def main() -> None:
    fresh()
    text = README.read_text(encoding="utf-8")
    for block in blocks():
        new = "".join(f"$ {command}\n{output(command)}" for command, _ in commands(block))
        text = text.replace(block, new)
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
