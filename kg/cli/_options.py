"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[str]):
    """A date in one of the forms that documents may use -> an ISO 8601 day."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Raises click's own usage error for what is no day."""
        from kg.read import day

        try:
            return day(value)
        except ValueError as error:
            self.fail(f"{error} (write it as 2024-08-28)", param, ctx)


sources = click.argument("sources", nargs=-1, required=True, metavar="PATH|-...")
store = click.option(
    "--store", required=True, metavar="DIR|URL", help="The folder that holds the graph, or a SPARQL 1.1 endpoint."
)
decisions = click.option(
    "--decisions",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="What people decided; DIR.decisions.jsonl beside the store unless given.",
)
date = click.option("--date", type=Day(), help="Date of the documents that have none of their own.")
rules = click.option("--rules", type=click.Path(path_type=Path), metavar="DIR", help="Rules to use instead of kg's.")
names = click.option("--names", type=click.Path(path_type=Path), metavar="DIR", help="Names to know beside kg's.")
