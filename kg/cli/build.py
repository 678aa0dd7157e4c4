"""kg build: documents into a store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import _options
from kg.cli._intake import Intake
from kg.cli._messages import complain
from kg.cli._progress import counted
from kg.cli._summary import Summary

if TYPE_CHECKING:
    from kg.update import Update


@click.command
@_options.sources
@_options.store
@_options.date
@_options.rules
@_options.names
@_options.decisions
def command(
    sources: tuple[str, ...],
    store: str,
    date: str | None,
    rules: Path | None,
    names: Path | None,
    decisions: Path | None,
) -> None:
    """Put the facts of documents into a store, and merge what they tell into one graph.

    PATH is a file or a folder; - is standard input. A document that the store has as it is is passed over; one that
    changed, or that changed rules or names can affect, is replaced.
    """
    from kg.pipeline import Extractor
    from kg.rebuild import decisions_of, rebuild
    from kg.store import Store
    from kg.update import Update

    intake, extractor, summary = Intake(sources, date), Extractor(rules, names), Summary()
    with Store.open(store) as graph:
        update = Update(graph, extractor)
        for _, facts in counted(update.run(intake), "documents"):
            summary.add(facts)
        merged = rebuild(graph, decisions or decisions_of(store))
    summary.show()
    _report(update, len(merged.events))
    raise click.exceptions.Exit(1 if update.refused and not intake.exit_code else intake.exit_code)


def _report(update: Update, events: int) -> None:
    click.echo(f"{update.new} new, {update.changed} changed, {update.unchanged} unchanged; {events} events in all")
    for error in update.refused:
        complain(error)
    if outdated := update.outdated():
        first = ", ".join(outdated[:3]) + (", ..." if len(outdated) > 3 else "")
        click.echo(f"read with other rules or names, build them again: {len(outdated)} documents ({first})", err=True)
