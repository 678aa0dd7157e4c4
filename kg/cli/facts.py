"""kg facts: what the documents of a store say."""

from __future__ import annotations

import click

from kg.cli import _options, _select, _table
from kg.model import Fact

CELLS = ("fact", "document", "type", "status", "who", "to whom", "about", "where and when", "says who")


@click.command
@_options.store
@click.option("--type", help="A type of the ontology, such as Fine, or a class above, such as LegalProceeding.")
@click.option("--actor", metavar="NAME", help="A name or alias of anybody who takes part.")
@click.option("--status", type=click.Choice(_select.STATUSES), help="A polarity or a modality.")
@click.option("--format", "form", type=click.Choice(["table", "jsonl", "csv"]), default="table", show_default=True)
def command(store: str, type: str | None, actor: str | None, status: str | None, form: str) -> None:
    """List the facts of a store, in the order of the documents."""
    from kg.factline import to_line
    from kg.store import Store

    with Store.open(store, read_only=True) as graph:
        facts = _select.select(graph.facts(), type, actor, status)
        if form == "jsonl":
            for fact in facts:
                click.echo(to_line(fact))
        elif form == "csv":
            _table.write_csv(CELLS, map(_cells, facts))
        else:
            _table.show(("fact", "type", "status", "document", "what"), map(_row, facts))


def _row(fact: Fact) -> tuple[str, ...]:
    id, document, type, status, who, whom, *said, source = _cells(fact)
    actors = " → ".join(part for part in (who, whom) if part)
    source = source and f"according to {source}"
    return id, type, status, document, " · ".join(part for part in (actors, *said, source) if part)


def _cells(fact: Fact) -> tuple[str, ...]:
    status = [word for word in (fact.polarity, fact.modality) if word not in ("affirmed", "actual")]
    return (
        fact.id.removeprefix("fact/"),
        fact.doc,
        fact.type,
        " ".join(status) or "actual",
        _labels(fact, "agent", "subject"),
        _labels(fact, "target", "recipient", "object"),
        _labels(fact, "matter", "law", "amount", "title", "value"),
        _labels(fact, "place", "time"),
        ", after ".join(source.label for source in fact.attribution),
    )


def _labels(fact: Fact, *roles: str) -> str:
    return "; ".join(filler.label for role in roles for filler in fact.args.get(role, ()))
