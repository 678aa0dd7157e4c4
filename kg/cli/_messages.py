"""What a person is told, on standard error."""

from __future__ import annotations

import click

from kg.errors import FileProblems, KgError


def complain(error: KgError) -> None:
    """One line an error; a folder with several mistakes gives one line each."""
    for problem in error.problems if isinstance(error, FileProblems) else [error]:
        click.echo(f"kg: error: {' '.join(str(problem).split())}", err=True)
