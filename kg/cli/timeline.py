"""kg timeline: what happened to somebody, or in a case."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import _options, _output, _table
from kg.errors import KgError, Where

FORMS = ("svg", "png")


@click.command
@click.argument("name", metavar="NAME|CASE")
@_options.store
@_options.decisions
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE.svg|FILE.png", help="Draw a picture instead."
)
def command(name: str, store: str, decisions: Path | None, output: Path | None) -> None:
    """List the events of somebody, or of a case (case/..., as `kg status` names it), in the order of time."""
    from kg.dossier.timeline import rows, timeline
    from kg.rebuild import decisions_of, load
    from kg.store import Store

    form = _form(output) if output else None
    with Store.open(store, read_only=True) as graph:
        merged = load(graph, decisions or decisions_of(store))
    title, events = timeline(merged, name)
    if form is None:
        headings = ("when", "stage", "status", "publishers", "what", "documents")
        cells = ((r.when, r.stage, r.status, r.publishers, r.what, r.documents) for r in rows(events))
        _table.show(headings, cells, title)
        return
    from kg.dossier.picture import draw

    with _output.writing(output) as stream:
        draw(title, events, stream, form)


def _form(output: Path) -> str:
    """What the ending of a file asks for. Raises KgError for another picture than there is."""
    form = output.suffix.lower().removeprefix(".")
    if form not in FORMS:
        raise KgError(f"no picture of the kind {output.suffix or output.name!r}", Where(output), ".svg or .png")
    return form
