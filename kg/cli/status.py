"""kg status: what is known of somebody."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import _options


@click.command
@click.argument("name")
@_options.store
@_options.decisions
@click.option("--on", type=_options.Day(), metavar="DATE", help="As things stood on that day.")
def command(name: str, store: str, decisions: Path | None, on: str | None) -> None:
    """Say in plain words what is established, alleged and denied of NAME, by whom, and how far each case has come."""
    from kg.dossier.account import account, find
    from kg.rebuild import decisions_of, load
    from kg.store import Store

    with Store.open(store, read_only=True) as graph:
        merged = load(graph, decisions or decisions_of(store))
    found = find(merged, name)
    if len(found) > 1:
        click.echo(f"{len(found)} of this name; they are not taken for one:\n")
    click.echo("\n\n".join("\n".join(account(merged, entity, on)) for entity in found))
