"""kg review: the uncertain events, one after the other."""

from __future__ import annotations

import getpass
from pathlib import Path

import click

from kg.cli import _options, _prose


@click.command
@_options.store
@_options.decisions
@click.option("--by", default=getpass.getuser, metavar="NAME", help="The author; you, unless given.")
@click.option("--limit", type=click.IntRange(min=1), help="So many at most.")
def command(store: str, decisions: Path | None, by: str, limit: int | None) -> None:
    """Walk through the events that rest on little, and accept or reject each."""
    from kg.curate import Curator
    from kg.dossier import wording
    from kg.dossier.account import sources
    from kg.dossier.doubt import doubts
    from kg.merging import decision
    from kg.rebuild import decisions_of, load, rebuild
    from kg.store import Store

    path = decisions or decisions_of(store)
    with Store.open(store) as graph:
        merged = load(graph, path)
        curator = Curator(path, by, merged, graph.facts())
        waiting = doubts(merged, decision.read(path))[:limit]
        for number, doubt in enumerate(waiting, 1):
            click.echo(f"\n{number} of {len(waiting)}: {wording.sentence(doubt.event)}")
            click.echo("  because: " + "; ".join(doubt.reasons))
            click.echo("  " + sources(doubt.event, merged))
            for fact in doubt.event.facts[:3]:
                for evidence in fact.evidence[:2]:
                    click.echo(f'  {fact.doc}: "{_prose.marked(evidence)}"')
            answer = click.prompt("accept, reject, skip or quit", type=click.Choice(["a", "r", "s", "q"]), default="s")
            if answer == "q":
                break
            if answer != "s":
                curator.judge("accept" if answer == "a" else "reject", [doubt.event.id])
        rebuild(graph, path)
