"""kg extract: documents in, facts out, nothing stored."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg import formats
from kg.cli import _options
from kg.cli._fill import fill
from kg.cli._intake import Intake
from kg.model import Document, Fact

if TYPE_CHECKING:
    from kg.pipeline import Extractor

JSONL = "jsonl"
RDF = ("turtle", "trig", "nquads", "jsonld")


@click.command
@_options.sources
@click.option("--format", "form", type=click.Choice([JSONL, *RDF]), default=JSONL, show_default=True)
@_options.date
@_options.rules
@_options.names
@click.option("--base", metavar="IRI", help="What the IRIs of facts and entities begin with.")
def command(
    sources: tuple[str, ...], form: str, date: str | None, rules: Path | None, names: Path | None, base: str | None
) -> None:
    """Print the facts of documents.

    PATH is a text, Markdown, HTML or JSON Lines file, or a folder of them; - is standard input.
    """
    from kg.pipeline import Extractor

    intake, extractor = Intake(sources, date), Extractor(rules, names)
    if form == JSONL:
        _lines(extractor.extract(intake))
    else:
        _graph(extractor, intake, form, base)
    raise click.exceptions.Exit(intake.exit_code)


def _lines(results: Iterable[tuple[Document, list[Fact]]]) -> None:
    from kg.factline import to_line

    for _, facts in results:
        for fact in facts:
            click.echo(to_line(fact))


def _graph(extractor: Extractor, intake: Intake, form: str, base: str | None) -> None:
    """What `kg build` and `kg export` would give; a store in memory sees to it that nothing stands twice."""
    from kg.store import Store

    with Store.memory(*([base] if base else [])) as graph:
        for _ in fill(graph, extractor, intake):
            pass
        if intake.good:
            formats.load("kg.export", form).write(graph.quads(), sys.stdout.buffer)
