"""What the README shows is what a reader gets."""

from __future__ import annotations

import re

import pytest

from tests import readme


@pytest.mark.xdist_group("readme")
def test_every_command_of_the_readme_prints_what_it_shows() -> None:
    readme.fresh()
    for block in readme.blocks():
        for command, shown in readme.commands(block):
            assert readme.output(command) == shown, command


def test_the_two_commands_are_targets_of_the_makefile() -> None:
    makefile = (readme.ROOT / "Makefile").read_text(encoding="utf-8")
    for target in ("demo", "test"):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


def test_every_file_and_folder_that_the_readme_links_exists() -> None:
    text = readme.README.read_text(encoding="utf-8")
    for path in re.findall(r"\]\((?!http)([^)#]+)\)", text):
        assert (readme.ROOT / path).exists(), path
