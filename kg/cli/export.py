"""kg export: a store, or one view of it, as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from kg import formats
from kg.cli import _options, _output, _view
from kg.export import RDF

if TYPE_CHECKING:
    from kg.store import Store


@click.command
@_options.store
@click.option("--format", "form", type=click.Choice(formats.names("kg.export")), required=True)
@_view.view("events")
@_view.filters
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Instead of standard output.")
def command(store: str, form: str, view: str, output: Path | None, **choice: Unpack[_view.Choice]) -> None:
    """Write a store in another form.

    The RDF forms (jsonld, nquads, rdfxml, trig, turtle) have the whole store; the others one view of it.
    """
    from kg.store import Store

    with Store.open(store, read_only=True) as graph:
        if form not in RDF:
            _draw(graph, store, form, view, output, choice)
            return
        with _output.writing(output) as stream:
            formats.load("kg.export", form).write(graph.quads(), stream)


def _draw(store: Store, path: str, form: str, view: str, output: Path | None, choice: _view.Choice) -> None:
    """The view is drawn before the file is opened: an empty one writes nothing."""
    from kg.rdf.proof import facts, proofs

    graph = _view.drawn(store, path, view, **choice)
    sentences = proofs(store.rdf, facts(graph), store.base)
    with _output.writing(output) as stream:
        formats.load("kg.export", form).write(graph, stream, sentences)
