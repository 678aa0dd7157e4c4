"""kg explain: why a store holds a fact."""

from __future__ import annotations

import click

from kg.cli import _options, _prose
from kg.errors import UnknownName
from kg.model import Document


@click.command
@click.argument("fact_id")
@_options.store
def command(fact_id: str, store: str) -> None:
    """Show the sentences that prove a fact, with the spans marked, and the rules that found it."""
    from kg.store import Store

    id = f"fact/{fact_id.removeprefix('fact/')}"
    with Store.open(store, read_only=True) as graph:
        fact = next((fact for fact in graph.facts() if fact.id == id), None)
        if fact is None:
            raise UnknownName(f"no fact {fact_id!r} in this store", right="`kg facts` lists them")
        document = next(document for document in graph.documents() if document.id == fact.doc)
    click.echo("\n".join(_prose.lines(fact, _source(document))))


def _source(document: Document) -> str:
    known = (document.publisher, document.title, document.date, document.url)
    return ", ".join([document.id, *(text for text in known if text)])
