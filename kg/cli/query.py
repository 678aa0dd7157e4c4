"""kg query: a question to a store."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

import click

from kg.cli import _options

FORMATS = ("table", "csv", "json", "turtle")


@click.command
@click.argument("question", metavar="SPARQL|@FILE|NAME")
@_options.store
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
def command(question: str, store: str, form: str) -> None:
    """Ask SPARQL, the SPARQL in a file (@FILE.rq), or one of the questions that kg knows by NAME."""
    from kg import query
    from kg.store import Store

    with Store.open(store, read_only=True) as graph, _interruptible():
        answer = query.FORMATS[form](query.run(graph.rdf, question))
    click.echo(answer, nl=not answer.endswith("\n"))


@contextmanager
def _interruptible() -> Iterator[None]:
    """Ctrl-C ends the program at once: while the engine computes, Python would not hear it."""
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
