"""kg rules: what the extraction knows of the language, and whether it is right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import _options, _prose, _table
from kg.cli._messages import complain
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.pipeline import Extractor


@click.group
def command() -> None:
    """List, test and try the rules."""


@command.command("list")
@_options.rules
def list_(rules: Path | None) -> None:
    """One line a rule: its id, what it finds, and why it is there."""
    from kg import rulebook

    book = rulebook.load(rules or rulebook.RULES)
    events = [(rule.id, rule.event, rule.why) for rule in book.rules]
    context = [(rule.id, f"{rule.kind} {rule.value}", rule.why) for rule in book.context]
    _table.show(("rule", "finds", "why"), [*events, *context])


@command.command
@click.argument("rule", default="")
@_options.rules
@_options.names
def test(rule: str, rules: Path | None, names: Path | None) -> None:
    """Run the sentences of all rules, or of those whose id begins with RULE."""
    from kg import trial

    report = trial.prove(_any_topic(rules, names), rule)
    for failure in report.failures:
        complain(KgError(str(failure)))
    click.echo(
        f"{report.rules} rules, {report.sentences} sentences, {len(report.failures)} failures, {report.gaps} known gaps"
    )
    raise click.exceptions.Exit(1 if report.failures else 0)


@command.command("try")
@click.argument("sentence")
@_options.rules
@_options.names
def try_(sentence: str, rules: Path | None, names: Path | None) -> None:
    """Show what all rules together find in a SENTENCE."""
    from kg import trial

    for fact in trial.attempt(_any_topic(rules, names), sentence):
        click.echo("\n".join(_prose.lines(fact)))


@command.command
@click.argument("rule")
@click.argument("sentence")
@_options.rules
@_options.names
def explain(rule: str, sentence: str, rules: Path | None, names: Path | None) -> None:
    """Show step by step why a RULE does or does not match a SENTENCE."""
    from kg import trial

    click.echo("\n".join(trial.explain(_any_topic(rules, names), rule, sentence)))


def _any_topic(rules: Path | None, names: Path | None) -> Extractor:
    """A sentence on its own need not name a platform."""
    from kg.pipeline import Extractor

    return Extractor(rules, names, gated=False)
