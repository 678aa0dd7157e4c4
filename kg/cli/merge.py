"""kg merge: the default graph made anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import _options

if TYPE_CHECKING:
    from kg.store import Store


@click.command
@_options.store
@_options.decisions
@click.option(
    "--splink", is_flag=True, help="Before, let splink find spellings of one name, and add them to the decisions."
)
def command(store: str, decisions: Path | None, splink: bool) -> None:
    """Merge what the documents of a store tell into one graph, under the decisions of people.

    `kg build` does this in the end; do it yourself after a change of the decisions. With --splink (for large stores;
    `pip install kg[splink]`) what is found stands in the decisions under the name splink: `kg curate list` shows it,
    and `kg curate undo` takes it back for good.
    """
    from kg.merging.decision import line
    from kg.rebuild import decisions_of, rebuild
    from kg.store import Store

    path = decisions or decisions_of(store)
    with Store.open(store) as graph:
        if splink:
            _propose(graph, path)
        merged = rebuild(graph, path)
    told = sum(len(event.facts) for event in merged.events)
    click.echo(
        f"{len(merged.documents)} documents, {told} facts, {len(merged.events)} events, {len(merged.entities)} entities"
    )
    for decision in merged.stale:
        click.echo(f"matches nothing any more: {line(decision)}", err=True)


def _propose(graph: Store, path: Path) -> None:
    """Adds splink's finds to the decisions, and shows them."""
    from kg.curate import now
    from kg.merge import merge
    from kg.merging import decision, linkage

    sources, decided = list(graph.sources()), decision.read(path)
    for proposal in linkage.proposals(merge(sources, decided).cast, sources, decided):
        made = proposal.decision(now())
        decision.append(path, made)
        click.echo(decision.line(made))
