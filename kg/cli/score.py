"""kg score: facts held against a reader's own."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli import _table
from kg.errors import KgError, Where

if TYPE_CHECKING:
    from kg.quality.score import Tally

MEASURES = ("event", "argument", "attribution", "relation")


@click.command
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("facts", metavar="FACTS|-", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--misses", is_flag=True, help="List what was missed, spurious or of wrong status.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def command(gold: Path, facts: Path, misses: bool, form: str) -> None:
    """Score FACTS, as `kg extract` prints them, against the folder GOLD.

    GOLD holds a NAME.json for each document, beside its text NAME.txt:

    \b
    {"entities": {"durov": {"label": "Pavel Durov", "aliases": ["Durov"]}},
     "facts": [{"type": "Arrest", "polarity": "affirmed", "modality": "actual",
                "args": {"target": ["durov"], "time": ["2024-08-24"]},
                "attribution": []}],
     "relations": [{"type": "founderOf", "subject": "durov", "object": "telegram"}],
     "off_topic": false}

    Fillers are keys of "entities" or stand for themselves; times are ISO 8601, amounts "EUR 5000000" or "P8Y".
    "type" and "modality" may be lists of what is equally right, "alt" lists other readings ("type", "polarity"); what
    is "optional" need not be found. A document that is "off_topic" has to stay silent. Extract the texts with
    `kg extract GOLD/*.txt`.
    """
    from kg.quality import gold as form_of_gold
    from kg.quality import score

    golds = form_of_gold.read(gold)
    tally = score.score(golds, score.read_facts(_lines(facts), golds, str(facts)))
    if form == "json":
        listed = {"misses": [asdict(miss) for miss in tally.misses]} if misses else {}
        click.echo(json.dumps(tally.figures() | listed, ensure_ascii=False, indent=1))
        return
    _show(tally.figures())
    if misses:
        click.echo()
        _show_misses(tally)


def _lines(facts: Path) -> list[str]:
    try:
        return (sys.stdin.read() if str(facts) == "-" else facts.read_text(encoding="utf-8")).split("\n")
    except UnicodeDecodeError as error:
        raise KgError("not UTF-8", Where(facts, offset=error.start), "JSON Lines as `kg extract` prints them") from None


def _show(figures: Mapping[str, Any]) -> None:
    off = figures["off_topic"]
    silence = f", and {off['documents']} off the topic: {off['quiet']} quiet, {off['facts']} facts"
    click.echo(f"{figures['documents']} documents" + (silence if off["documents"] else "") + "\n")
    rows = [
        (name, *(f"{figures[name][rate]:.3f}" for rate in ("p", "r", "f1")), figures[name]["n"]) for name in MEASURES
    ]
    _table.show(("measure", "precision", "recall", "F1", "gold"), rows)
    accuracy = ", ".join(f"{name} {figures[name + '_accuracy']:.3f}" for name in ("polarity", "modality"))
    click.echo(f"\nstatus {figures['status_accuracy']:.3f} ({accuracy}), overstated {figures['overstated']:.3f}\n")
    types = [(type, n.get("gold", 0), n.get("tp", 0), n.get("fp", 0)) for type, n in figures["by_type"].items()]
    _table.show(("type", "gold", "found", "spurious"), types)


def _show_misses(tally: Tally) -> None:
    rows = ((miss.kind, miss.document, miss.type, miss.what, miss.where) for miss in tally.misses)
    _table.show(("mistake", "document", "type", "what", "where"), rows)
