"""kg rules: what the extraction knows of the language, and whether it is right."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, astuple
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import _options, _progress, _prose, _table
from kg.cli._intake import Intake
from kg.cli._messages import complain
from kg.errors import KgError
from kg.model import Document, Fact

if TYPE_CHECKING:
    from kg.pipeline import Extractor
    from kg.quality.coverage import Cover

USE = ("rule", "met", "hits", "sentences", "output", "milliseconds", "cost")


@click.group
def command() -> None:
    """List, test, try, measure and compare the rules."""


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


@command.command
@_options.sources
@_options.rules
@_options.names
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
def stats(sources: tuple[str, ...], rules: Path | None, names: Path | None, form: str) -> None:
    """Measure each rule on documents, the most fruitful first.

    How often its trigger was met and it matched; the sentences that prove facts by it, and their share of the output;
    the milliseconds that it took, and their share of what all rules took.
    """
    from kg.pipeline import Extractor
    from kg.quality.usage import usage

    intake = Intake(sources)
    uses = usage(Extractor(rules, names), _progress.counted(intake, "documents"))
    if form == "json":
        click.echo(json.dumps([asdict(use) for use in uses], indent=1))
    elif form == "csv":
        _table.write_csv(
            USE, ([*astuple(u)[:4], f"{u.output:.4f}", f"{u.milliseconds:.3f}", f"{u.cost:.4f}"] for u in uses)
        )
    else:
        rows = ([*astuple(u)[:4], f"{u.output:.1%}", f"{u.milliseconds:.1f}", f"{u.cost:.1%}"] for u in uses if u.met)
        _table.show(USE, rows)
        click.echo(f"\n{sum(not use.met for use in uses)} of {len(uses)} rules were never met")
    raise click.exceptions.Exit(intake.exit_code)


@command.command
@click.argument("sources", nargs=-1, metavar="[PATH|-]...")
@click.option(
    "--tests", type=click.Path(path_type=Path), metavar="DIR", help="Tables of test sentences: *.yaml, `text`."
)
@_options.rules
@_options.names
def coverage(sources: tuple[str, ...], tests: Path | None, rules: Path | None, names: Path | None) -> None:
    """List the rules, and the words of rules and context rules, that nothing ever used.

    Neither a rule's own examples, nor the test sentences of --tests, nor the documents of PATH, on whatever topic.
    """
    from kg.quality.coverage import coverage, examples

    extractor, intake = _any_topic(rules, names), Intake(sources)
    given = {"own examples": examples(extractor.rulebook)}
    given |= {"tests": _sentences(tests)} if tests else {}
    given |= {"documents": iter(_progress.counted(intake, "documents"))} if sources else {}
    covers = coverage(extractor, given)
    _table.show(("rule", "used by", "never used"), _gaps(covers))
    idle = sum(not cover.by for cover in covers)
    unused, words = sum(len(cover.unused) for cover in covers), sum(cover.words for cover in covers)
    own = sum(cover.by == ("own examples",) for cover in covers)
    click.echo(
        f"\n{len(covers)} rules: {idle} never used, {own} only by their own examples; "
        f"{unused} of their {words} words never used"
    )
    raise click.exceptions.Exit(intake.exit_code)


@command.command
@_options.sources
@click.option("--old", type=click.Path(path_type=Path), required=True, metavar="DIR", help="The rules as they were.")
@click.option("--new", type=click.Path(path_type=Path), required=True, metavar="DIR", help="The rules as they are.")
@_options.names
@click.option("--format", "form", type=click.Choice(["table", "csv"]), default="table", show_default=True)
def diff(sources: tuple[str, ...], old: Path, new: Path, names: Path | None, form: str) -> None:
    """List the facts of documents that the rules of --new gain, lose or change against those of --old.

    Exit code 1 if there are any.
    """
    from kg.pipeline import Extractor
    from kg.quality.revision import revision

    intake = Intake(sources)
    found = revision(Extractor(old, names), Extractor(new, names), _progress.counted(intake, "documents"))
    rows = [("gained", *_cells(fact)) for fact in found.gained] + [("lost", *_cells(fact)) for fact in found.lost]
    for before, after in found.changed:
        rows += [("before", *_cells(before)), ("after", *_cells(after))]
    show = _table.write_csv if form == "csv" else _table.show
    show(("change", "document", "type", "status", "what", "sentence"), rows)
    raise click.exceptions.Exit(max(intake.exit_code, bool(rows)))


def _cells(fact: Fact) -> tuple[str, str, str, str, str]:
    what = "; ".join(f"{role} {', '.join(f.value or f.label for f in fillers)}" for role, fillers in fact.args.items())
    source = ", according to " + ", ".join(f.label for f in fact.attribution) if fact.attribution else ""
    sentence = _prose.marked(fact.evidence[0]) if fact.evidence else ""
    return fact.doc, fact.type, f"{fact.polarity} {fact.modality}", what + source, sentence


def _gaps(covers: list[Cover]) -> Iterator[tuple[str, str, str]]:
    """What nothing at all uses."""
    for cover in covers:
        if not cover.by:
            yield cover.rule, "nothing", "the rule"
        elif cover.unused:
            yield cover.rule, ", ".join(cover.by), ", ".join(cover.unused)


def _sentences(folder: Path) -> Iterator[Document]:
    """The texts of a folder of YAML tables, each once."""
    from kg import datafile

    rows = (row for path in sorted(folder.glob("*.yaml")) for row in datafile.load(path) or ())
    for number, text in enumerate(dict.fromkeys(str(row["text"]) for row in rows)):
        yield Document(f"test-{number}", text)


def _any_topic(rules: Path | None, names: Path | None) -> Extractor:
    """A sentence on its own need not name a platform."""
    from kg.pipeline import Extractor

    return Extractor(rules, names, gated=False)
