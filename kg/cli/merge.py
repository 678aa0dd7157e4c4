"""kg merge: the default graph made anew."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import _options


@click.command
@_options.store
@_options.decisions
def command(store: str, decisions: Path | None) -> None:
    """Merge what the documents of a store tell into one graph, under the decisions of people.

    `kg build` does this in the end; do it yourself after a change of the decisions.
    """
    from kg.decision import line
    from kg.rebuild import decisions_of, rebuild
    from kg.store import Store

    with Store.open(store) as graph:
        merged = rebuild(graph, decisions or decisions_of(store))
    told = sum(len(event.facts) for event in merged.events)
    click.echo(
        f"{len(merged.documents)} documents, {told} facts, {len(merged.events)} events, {len(merged.entities)} entities"
    )
    for decision in merged.stale:
        click.echo(f"matches nothing any more: {line(decision)}", err=True)
