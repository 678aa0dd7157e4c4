"""Which view of a store, and which part of it: the options that `kg graph` and `kg export` share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar, Unpack

import click

from kg import formats
from kg.cli import _options
from kg.errors import KgError

if TYPE_CHECKING:
    import networkx as nx

    from kg.graph import Filters
    from kg.store import Store

F = TypeVar("F", bound=Callable[..., Any])

STATUSES = ("actual", "alleged", "threatened", "planned", "demanded", "possible", "negated")


class Choice(TypedDict):
    """The filters as the command line has them."""

    since: str | None
    until: str | None
    status: tuple[str, ...]
    type: tuple[str, ...]
    country: str | None
    publishers: int
    about: str | None
    decisions: Path | None


def view(default: str) -> Callable[[F], F]:
    """The option that names a view."""
    names = formats.names("kg.graph")
    return click.option("--view", type=click.Choice(names), default=default, show_default=True)


def filters(command: F) -> F:
    """The options that leave something out, or let more in."""
    options = (
        click.option("--since", type=_options.Day(), help="Only what was or ended on that day or later."),
        click.option("--until", type=_options.Day(), help="Only what was or began on that day or earlier."),
        click.option(
            "--status", multiple=True, type=click.Choice([*STATUSES, "all"]), default=("actual",), show_default=True,
            help="May be given several times; what is not actual is marked.",
        ),
        click.option("--type", multiple=True, help="A type of the ontology, or one above; several times."),
        click.option("--country", help="An ISO 3166 code or a country's name."),
        click.option("--publishers", type=click.IntRange(1), default=1, help="At least so many publishers."),
        click.option("--about", metavar="NAME", help="Only events in which NAME takes part."),
        _options.decisions,
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


def chosen(**choice: Unpack[Choice]) -> Filters:
    """The filters that the options stand for."""
    from kg.graph import Filters

    statuses = STATUSES if "all" in choice["status"] else choice["status"]
    return Filters(
        choice["since"], choice["until"], statuses, choice["type"],
        choice["country"], choice["publishers"], choice["about"],
    )  # fmt: skip


def opened(store: str, view: str, **choice: Unpack[Choice]) -> nx.MultiDiGraph:
    """A view of the store at a folder or address."""
    from kg.store import Store

    with Store.open(store, read_only=True) as graph:
        return drawn(graph, store, view, **choice)


def drawn(store: Store, path: str, view: str, **choice: Unpack[Choice]) -> nx.MultiDiGraph:
    """A view of an open store; raises KgError where there is nothing in it."""
    from kg import graph
    from kg.rebuild import decisions_of, load

    decisions = choice["decisions"] or decisions_of(path)
    merged = load(store, decisions) if graph.needs_merge(view, wanted := chosen(**choice)) else None
    found = graph.view(view, store, wanted, merged)
    if not len(found):
        raise KgError(f"the view {view} is empty", right="fewer filters, or another view: " + ", ".join(graph.views()))
    return found
