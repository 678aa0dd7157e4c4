"""kg diff: two stores compared."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import _table
from kg.model import Fact


@click.command
@click.argument("before", metavar="STORE_A", type=click.Path(path_type=Path))
@click.argument("after", metavar="STORE_B", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["table", "csv"]), default="table", show_default=True)
def command(before: Path, after: Path, form: str) -> None:
    """List the facts that STORE_B has gained, lost or changed; exit code 1 if there are any."""
    from kg.merging.difference import difference
    from kg.store import Store

    with Store.open(before, read_only=True) as one:
        old = list(one.facts())
    with Store.open(after, read_only=True) as other:
        found = difference(old, other.facts())
    rows = [("gained", *_cells(fact)) for fact in found.gained] + [("lost", *_cells(fact)) for fact in found.lost]
    for one_fact, other_fact in found.changed:
        rows += [("before", *_cells(one_fact)), ("after", *_cells(other_fact))]
    show = _table.write_csv if form == "csv" else _table.show
    show(("change", "document", "fact", "type", "status", "what"), rows)
    raise click.exceptions.Exit(1 if rows else 0)


def _cells(fact: Fact) -> tuple[str, str, str, str, str]:
    what = "; ".join(f"{role} {', '.join(f.value or f.label for f in fillers)}" for role, fillers in fact.args.items())
    source = ", according to " + ", ".join(f.label for f in fact.attribution) if fact.attribution else ""
    return fact.doc, fact.id.removeprefix("fact/"), fact.type, f"{fact.polarity} {fact.modality}", what + source
