"""kg names: what is known by name."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import _options, _table
from kg.cli._messages import complain


@click.group
def command() -> None:
    """Look up and check the known names."""


@command.command
@click.argument("text")
@_options.names
def find(text: str, names: Path | None) -> None:
    """List the known names that stand in a TEXT."""
    from kg.gazetteer import Gazetteer

    found = Gazetteer.load(*_folders(names)).find(text)
    rows = [(text[n.start : n.end], n.entry.id, n.entry.type, n.entry.label, n.start, n.end) for n in found]
    _table.show(("in the text", "id", "type", "label", "start", "end"), rows)


@command.command
@_options.names
def check(names: Path | None) -> None:
    """Report malformed entries, names that stand twice and links to nothing."""
    from kg.cli import _clashes

    entries = _clashes.entries(_folders(names))
    problems = _clashes.clashes(entries)
    for problem in problems:
        complain(problem)
    click.echo(f"{len(entries)} entries, {len(problems)} problems")
    raise click.exceptions.Exit(1 if problems else 0)


def _folders(names: Path | None) -> list[Path]:
    from kg.gazetteer import NAMES

    return [NAMES, names] if names else [NAMES]
