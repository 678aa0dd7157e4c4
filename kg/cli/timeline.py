"""kg timeline: what happened to somebody, or in a case."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import _options, _output, _table


@click.command
@click.argument("name", metavar="NAME|CASE")
@_options.store
@_options.decisions
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE.svg", help="Draw a picture instead.")
def command(name: str, store: str, decisions: Path | None, output: Path | None) -> None:
    """List the events of somebody, or of a case (case/..., as `kg status` names it), in the order of time."""
    from kg.rebuild import decisions_of, load
    from kg.store import Store
    from kg.timeline import picture, rows, timeline

    with Store.open(store, read_only=True) as graph:
        merged = load(graph, decisions or decisions_of(store))
    title, events = timeline(merged, name)
    if output is None:
        headings = ("when", "stage", "status", "publishers", "what", "documents")
        cells = ((r.when, r.stage, r.status, r.publishers, r.what, r.documents) for r in rows(events))
        _table.show(headings, cells, title)
        return
    with _output.writing(output) as stream:
        stream.write(picture(title, events).encode())
