"""kg graph: questions to a store as a network."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, Unpack

import click

from kg.cli import _options, _table, _view

if TYPE_CHECKING:
    from kg.measure import Row

F = TypeVar("F", bound=Callable[..., Any])


@click.group
def command() -> None:
    """Ask who is connected with whom, and why."""


def _common(function: F) -> F:
    """What every question takes but the store."""
    form = click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
    return _view.view("actors")(_view.filters(form(function)))


@command.command
@click.argument("start", metavar="NAME")
@click.argument("end", metavar="NAME")
@_options.store
@_common
def path(start: str, end: str, store: str, view: str, form: str, **choice: Unpack[_view.Choice]) -> None:
    """Show a shortest way from one NAME to another."""
    from kg import measure

    found = measure.path(_view.opened(store, view, **choice), start, end)
    _show(found, form, f"no way from {start} to {end}")


@command.command
@click.argument("name")
@click.option("--hops", type=click.IntRange(1), default=1, show_default=True)
@_options.store
@_common
def neighbours(name: str, hops: int, store: str, view: str, form: str, **choice: Unpack[_view.Choice]) -> None:
    """Show what connects NAME with those around."""
    from kg import measure

    _show(measure.neighbours(_view.opened(store, view, **choice), name, hops), form, f"{name} stands alone")


@command.command
@click.option("--by", type=click.Choice(["degree", "betweenness", "pagerank"]), default="degree", show_default=True)
@click.option("--top", type=click.IntRange(1), default=20, show_default=True)
@_options.store
@_common
def central(by: str, top: int, store: str, view: str, form: str, **choice: Unpack[_view.Choice]) -> None:
    """Show who matters most."""
    from kg import measure

    _show(measure.central(_view.opened(store, view, **choice), by, top), form)


@command.command
@_options.store
@_common
def communities(store: str, view: str, form: str, **choice: Unpack[_view.Choice]) -> None:
    """Show who belongs together."""
    from kg import measure

    _show(measure.communities(_view.opened(store, view, **choice)), form)


@command.command
@click.argument("before", metavar="STORE")
@click.argument("after", metavar="STORE")
@_common
def compare(before: str, after: str, view: str, form: str, **choice: Unpack[_view.Choice]) -> None:
    """Show which edges are new, gone or changed between one STORE and another."""
    from kg import measure

    graphs = [_view.opened(store, view, **choice) for store in (before, after)]
    _show(measure.compare(*graphs), form, "no difference")


@command.command
@_options.store
@_common
def stats(store: str, view: str, form: str, **choice: Unpack[_view.Choice]) -> None:
    """Count nodes, edges, and what they are made of."""
    from kg import measure

    _show(measure.stats(_view.opened(store, view, **choice)), form)


def _show(rows: list[Row], form: str, empty: str = "nothing") -> None:
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    elif rows:
        _table.show(list(rows[0]), ([*row.values()] for row in rows))
    else:
        click.echo(empty)
