"""kg questions: what `kg query NAME` can be asked."""

from __future__ import annotations

import click

from kg.cli._table import show


@click.command
def command() -> None:
    """List the questions that have a name."""
    from kg import query

    show(("name", "question"), sorted(query.questions().items()))
