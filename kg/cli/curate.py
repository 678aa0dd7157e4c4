"""kg curate: what people decide."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli import _options, _table

if TYPE_CHECKING:
    from kg.curate import Curator


def _author() -> str:
    return getpass.getuser()


def _common(command: Any) -> Any:
    """The options of every decision."""
    command = click.option("--why", default="", metavar="TEXT", help="The reason.")(command)
    command = click.option("--by", default=_author, metavar="NAME", help="The author; you, unless given.")(command)
    return _options.store(_options.decisions(command))


@contextmanager
def _curating(store: str, decisions: Path | None, by: str) -> Iterator[Curator]:
    """A curator; the default graph is made anew under the decision when it is written."""
    from kg.curate import Curator
    from kg.rebuild import decisions_of, load, rebuild
    from kg.store import Store

    path = decisions or decisions_of(store)
    with Store.open(store) as graph:
        yield Curator(path, by, load(graph, path), graph.facts())
        rebuild(graph, path)


@click.group
def command() -> None:
    """Write down what people decide: kept in a file of its own, and replayed on every merge."""


@command.command
@click.argument("ids", nargs=-1, required=True, metavar="FACT|EVENT...")
@_common
def accept(ids: tuple[str, ...], store: str, decisions: Path | None, by: str, why: str) -> None:
    """It is right: it stays even if no rule finds it any more."""
    with _curating(store, decisions, by) as curator:
        _told(curator.judge("accept", ids, why))


@command.command
@click.argument("ids", nargs=-1, required=True, metavar="FACT|EVENT...")
@_common
def reject(ids: tuple[str, ...], store: str, decisions: Path | None, by: str, why: str) -> None:
    """It is wrong: it stays out of the graph, and an event whatever else tells it."""
    with _curating(store, decisions, by) as curator:
        _told(curator.judge("reject", ids, why))


@command.command
@click.argument("one")
@click.argument("other")
@_common
def same(one: str, other: str, store: str, decisions: Path | None, by: str, why: str) -> None:
    """Two entities (ids or names) are one."""
    with _curating(store, decisions, by) as curator:
        _told(curator.tie("same", one, other, why))


@command.command
@click.argument("one")
@click.argument("other")
@_common
def different(one: str, other: str, store: str, decisions: Path | None, by: str, why: str) -> None:
    """Two entities (ids or names) are two."""
    with _curating(store, decisions, by) as curator:
        _told(curator.tie("different", one, other, why))


@command.command
@click.argument("entity")
@click.argument("label")
@_common
def relabel(entity: str, label: str, store: str, decisions: Path | None, by: str, why: str) -> None:
    """An entity has another preferred name."""
    with _curating(store, decisions, by) as curator:
        _told(curator.relabel(entity, label, why))


@command.command
@click.argument("id", metavar="ENTITY|FACT|EVENT")
@click.argument("type")
@_common
def retype(id: str, type: str, store: str, decisions: Path | None, by: str, why: str) -> None:
    """An entity, a fact or an event is of another type."""
    with _curating(store, decisions, by) as curator:
        _told(curator.retype(id, type, why))


@command.command
@click.argument("entity")
@click.argument("documents", nargs=-1, required=True, metavar="DOC...")
@_common
def split(entity: str, documents: tuple[str, ...], store: str, decisions: Path | None, by: str, why: str) -> None:
    """Some documents mean somebody else by an entity."""
    with _curating(store, decisions, by) as curator:
        _told(curator.split(entity, documents, why))


@command.command
@click.argument("id", metavar="DECISION")
@_common
def undo(id: str, store: str, decisions: Path | None, by: str, why: str) -> None:
    """Take a decision back."""
    with _curating(store, decisions, by) as curator:
        _told(curator.undo(id, why))


@command.command("list")
@_options.store
@_options.decisions
def list_(store: str, decisions: Path | None) -> None:
    """Every decision, and which of them are undone or match nothing any more."""
    from kg.merging import decision
    from kg.rebuild import decisions_of, load
    from kg.store import Store

    path = decisions or decisions_of(store)
    with Store.open(store, read_only=True) as graph:
        stale = {each.id for each in load(graph, path).stale}
    every = decision.read(path)
    holding = {each.id for each in decision.standing(every)}
    rows = []
    for each in every:
        state = (
            "matches nothing" if each.id in stale else "holds" if each.id in holding or each.do == "undo" else "undone"
        )
        to = f" -> {each.to}" if each.to else ""
        rows.append(
            (each.id, each.at[:10], each.by, each.do, state, (each.says or ", ".join(each.what)) + to, each.why)
        )
    _table.show(("decision", "date", "by", "what", "state", "about", "why"), rows)


def _told(made: Any) -> None:
    from kg.merging.decision import line

    click.echo(line(made))
