"""kg conflicts: where the documents contradict each other."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import _options, _table

HEADINGS = ("event", "kind", "what", "version", "documents")


@click.command
@_options.store
@_options.decisions
@click.option("--format", "form", type=click.Choice(["table", "csv"]), default="table", show_default=True)
def command(store: str, decisions: Path | None, form: str) -> None:
    """List the contradictions: two amounts or days of one event, what is negated, what is denied."""
    from kg.dossier import wording
    from kg.dossier.conflict import conflicts
    from kg.rebuild import decisions_of, load
    from kg.store import Store

    with Store.open(store, read_only=True) as graph:
        merged = load(graph, decisions or decisions_of(store))
    rows = [
        (
            conflict.about.id.removeprefix("event/"),
            conflict.kind,
            wording.sentence(conflict.about),
            version.says,
            ", ".join(sorted({fact.doc for fact in version.facts})),
        )
        for conflict in conflicts(merged)
        for version in conflict.versions
    ]
    show = _table.write_csv if form == "csv" else _table.show
    show(HEADINGS, rows)
