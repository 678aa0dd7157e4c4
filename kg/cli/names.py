"""kg names: what is known by name, and a user's own names."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import _options, _output, _table
from kg.cli._messages import complain
from kg.errors import KgError


@click.group
def command() -> None:
    """Look up, check, add and export the known names."""


@command.command
@click.argument("text")
@_options.names
def find(text: str, names: Path | None) -> None:
    """Show which known names stand in a TEXT, which of them link, and why."""
    from kg.gazetteer import Gazetteer
    from kg.mention.spot import normalise

    found = Gazetteer.load(*_folders(names)).readings(normalise(text))
    rows = [
        (text[r.start : r.end], r.start, r.end, "no" if r.refused else "yes", r.entry.id, r.entry.type, r.entry.label,
         r.refused or r.support)
        for r in found
    ]  # fmt: skip
    _table.show(("in the text", "start", "end", "links", "id", "type", "label", "why"), rows)


@command.command
@_options.names
def check(names: Path | None) -> None:
    """Report malformed entries, names that stand twice or are common words, idle contexts and links to nothing."""
    from kg.cli import _clashes

    count, problems = _clashes.check(_folders(names))
    for problem in problems:
        complain(problem)
    click.echo(f"{count} entries, {len(problems)} problems")
    raise click.exceptions.Exit(1 if problems else 0)


@command.command
@click.argument("id")
@click.option("--names", type=click.Path(path_type=Path), metavar="DIR", required=True, help="Your folder of names.")
@click.option("--type", "type_", required=True, help="Its class: Platform, Company, Regulator, Court, Person ...")
@click.option("--label", required=True, help="The name that the press writes.")
@click.option("--alias", "aliases", multiple=True, help="Another name of it; may be given several times.")
@click.option("--country", help="ISO 3166 code, EU or UN; of a public body: whose body it is.")
@click.option("--owner", help="The id of who owns it.")
@click.option("--parent", help="The id of the body that it is a unit of.")
@click.option("--needs", multiple=True, metavar="NAME=WORD,...", help="Words of which an ambiguous name needs one.")
@click.option("--wikidata", help="Its Wikidata identifier, if you have checked it: Q15616276.")
def add(id: str, names: Path, type_: str, needs: tuple[str, ...], **given: str | tuple[str, ...] | None) -> None:
    """Write an entry with this ID (as platform/plaza) to a file of its own in your folder of names."""
    from kg.cli import _entry

    written = _entry.write(names, {"id": id, "type": type_, **given, "needs": _contexts(needs)})
    click.echo(f"{id} is in {written}")


@command.command
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Standard output unless given.")
@_options.names
def export(output: Path | None, names: Path | None) -> None:
    """Write all names as Turtle: labels, classes, owners, offices, Wikidata identifiers."""
    from kg.gazetteer import Gazetteer
    from kg.rdf import authority

    gazetteer = Gazetteer.load(*_folders(names))
    with _output.writing(output) as stream:
        authority.write(gazetteer, stream)


def _folders(names: Path | None) -> list[Path]:
    from kg.gazetteer import NAMES

    return [NAMES, names] if names else [NAMES]


def _contexts(needs: tuple[str, ...]) -> dict[str, list[str]]:
    """Each NAME=WORD,... as the words of a name; raises KgError for what has no "="."""
    pairs = [text.partition("=") for text in needs]
    for name, _, words in pairs:
        if not words.strip():
            raise KgError(f"no context words for {name!r}", right='--needs "Plaza=app,messenger"')
    return {name.strip(): [word.strip() for word in words.split(",") if word.strip()] for name, _, words in pairs}
