"""Questions to the store: given SPARQL, a file of it, or a named question of ontologies/questions/.

Queries see the default graph, where only what is affirmed and actual stands; the records are asked with GRAPH.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
from pyoxigraph import Literal, QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat
from rich.console import Console
from rich.table import Table

from kg.errors import QueryError, UnknownName, Where
from kg.vocabulary import BASE, PREFIXES, ontologies

Result = QuerySolutions | QueryBoolean | QueryTriples
Row = tuple[str, ...]


class Query(NamedTuple):
    """SPARQL text and the file it came from, if any."""

    text: str
    file: Path | None = None


def questions() -> dict[str, str]:
    """The named questions: name to the question in English, sorted by name."""
    return {file.stem: _english(file) for file in sorted(_folder().glob("*.rq"))}


def find(given: str) -> Query:
    """SPARQL as it is, `@FILE` from the file, else the question of that name.

    Raises QueryError where the file cannot be read, UnknownName (with near names) where no question has the name.
    """
    if given.startswith("@"):
        return _read(Path(given[1:]))
    if re.search(r"[\s{]", given):
        return Query(given)
    known = questions()
    if given not in known:
        near = get_close_matches(given, known, n=3, cutoff=0.4) or list(known)
        raise UnknownName(f"no question called {given!r}", right="there is " + ", ".join(near))
    return _read(_folder() / f"{given}.rq")


def run(rdf: ox.Store, given: str) -> Result:
    """The answer to `given` (see `find`); the prefixes of the ontology need not be declared.

    Raises QueryError, with the line, where the SPARQL is broken.
    """
    query = find(given)
    try:
        return rdf.query(query.text, base_iri=BASE, prefixes=PREFIXES)
    except SyntaxError as error:
        raise _broken(str(error), query.file) from None
    except (OSError, RuntimeError) as error:
        raise QueryError(str(error), Where(query.file)) from None


def columns(result: Result) -> Row:
    """The names of the columns that `rows` gives."""
    if isinstance(result, QuerySolutions):
        return tuple(variable.value for variable in result.variables)
    return ("answer",) if isinstance(result, QueryBoolean) else ("subject", "predicate", "object")


def rows(result: Result) -> Iterator[Row]:
    """The rows as strings, IRIs written out, unbound as ""; each result can be read once."""
    if isinstance(result, QueryBoolean):
        yield ("yes" if result else "no",)
    elif isinstance(result, QuerySolutions):
        for solution in result:
            yield tuple(_text(term) for term in solution)
    else:
        for triple in result:
            yield tuple(_text(term) for term in (triple.subject, triple.predicate, triple.object))


def table(result: Result) -> str:
    """For people: columns, and IRIs shortened to what tells them apart."""
    grid = Table(*columns(result), box=None, header_style="bold", pad_edge=False)
    for row in rows(result):
        grid.add_row(*(_short(cell) for cell in row))
    console = Console(width=160)
    with console.capture() as printed:
        console.print(grid if grid.row_count else "no answer")
    return printed.get()


def csv(result: Result) -> str:
    """SPARQL 1.1 results as CSV; a graph has none."""
    return _serialized(result, QueryResultsFormat.CSV, "csv")


def json(result: Result) -> str:
    """SPARQL 1.1 results as JSON; a graph has none."""
    return _serialized(result, QueryResultsFormat.JSON, "json")


def turtle(result: Result) -> str:
    """The triples of a CONSTRUCT or DESCRIBE; raises QueryError for other queries."""
    if not isinstance(result, QueryTriples):
        raise QueryError(
            "this query has no triples to write as turtle", right="CONSTRUCT or DESCRIBE, or another format"
        )
    return (ox.serialize(result, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b"").decode()


FORMATS: dict[str, Callable[[Result], str]] = {"table": table, "csv": csv, "json": json, "turtle": turtle}


def _serialized(result: Result, format: QueryResultsFormat, name: str) -> str:
    if isinstance(result, QueryTriples):
        raise QueryError(f"the answer is a graph and cannot be written as {name}", right="turtle or table")
    return (result.serialize(format=format) or b"").decode()


def _text(term: object) -> str:
    if term is None:
        return ""
    return term.value if isinstance(term, ox.NamedNode | Literal | ox.BlankNode) else str(term)


def _short(cell: str) -> str:
    if cell.startswith(BASE):
        return cell.removeprefix(BASE)
    prefix = next((name for name, space in PREFIXES.items() if cell.startswith(space)), None)
    return f"{prefix}:{cell.removeprefix(PREFIXES[prefix])}" if prefix else cell


def _broken(message: str, file: Path | None) -> QueryError:
    place = re.match(r"error at (\d+):(\d+): (.*)", message, re.DOTALL)
    if not place:
        return QueryError(message, Where(file))
    return QueryError(f"broken SPARQL at column {place[2]}: {place[3]}", Where(file, int(place[1])))


def _read(file: Path) -> Query:
    try:
        return Query(file.read_text(encoding="utf-8"), file)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise QueryError(f"cannot be read: {reason}", Where(file)) from None


def _folder() -> Path:
    return ontologies() / "questions"


def _english(file: Path) -> str:
    return file.read_text(encoding="utf-8").partition("\n")[0].removeprefix("#").strip()
