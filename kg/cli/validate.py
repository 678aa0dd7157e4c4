"""kg validate: does a store keep the promises of the ontology?"""

from __future__ import annotations

import click

from kg.cli import _options, _table


@click.command
@_options.store
def command(store: str) -> None:
    """Check a store against the shapes of the ontology and the rules of what must never be."""
    from kg.store import Store
    from kg.validate import violations

    with Store.open(store, read_only=True) as graph:
        found = violations(graph.rdf)
    if found:
        _table.show(("check", "where", "what is wrong", "detail"), found)
    click.echo(f"{len(found)} violations")
    raise click.exceptions.Exit(1 if found else 0)
