"""Whether a store keeps its promises: the shapes of the ontology, and ontologies/never/, where any row is an error."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph as ox
from pyoxigraph import QuerySolutions, RdfFormat, Triple

from kg.vocabulary import PREFIXES, local, ontologies, relative

if TYPE_CHECKING:
    from rdflib import Graph

SUFFIX = "-violation.rq"


class Violation(NamedTuple):
    """The check that found it, the id of the node where it is, what is wrong, and what is there instead."""

    check: str
    where: str
    what: str
    detail: str = ""


def violations(rdf: ox.Store) -> list[Violation]:
    """Everything that is wrong in a store, ordered by check and place; empty where all is well."""
    return sorted({*never(rdf), *shapes(rdf)})


def never(rdf: ox.Store) -> Iterator[Violation]:
    """The rows of the queries that must have none: `?where`, perhaps `?detail`, and what is wrong in the first line."""
    for file in sorted((ontologies() / "never").glob("*" + SUFFIX)):
        query = file.read_text(encoding="utf-8")
        what = query.partition("\n")[0].removeprefix("#").strip()
        for where, detail in _rows(rdf, query):
            yield Violation(file.name.removesuffix(SUFFIX), where, what, detail)


def shapes(rdf: ox.Store) -> Iterator[Violation]:
    """What breaks a SHACL shape of the ontology, over all records and the default graph together."""
    from pyshacl import validate  # slow to import, and most runs of the program do not validate
    from rdflib import SH, Graph

    ontology = Graph().parse(ontologies() / "preg.ttl", format="turtle")
    data = _triples(rdf).parse(ontologies() / "stages.ttl", format="turtle")  # the stages are instances, as data is
    kept, report, _ = validate(data, shacl_graph=ontology, ont_graph=ontology, inplace=True)
    for result in () if kept else report.subjects(SH.resultSeverity):
        get = {term: str(report.value(result, term) or "") for term in (SH.focusNode, SH.resultPath, SH.resultMessage)}
        value = local(relative(str(report.value(result, SH.value) or "")))
        detail = f"{local(get[SH.resultPath])} {value}".strip()
        yield Violation("shape", relative(get[SH.focusNode]), get[SH.resultMessage], detail)


def _rows(rdf: ox.Store, query: str) -> Iterator[tuple[str, str]]:
    solutions = rdf.query(query, prefixes=PREFIXES)
    assert isinstance(solutions, QuerySolutions)
    for row in solutions:
        detail = row["detail"] if "detail" in {variable.value for variable in solutions.variables} else None
        yield relative(_text(row["where"])), relative(_text(detail))


def _triples(rdf: ox.Store) -> Graph:
    """All graphs as one, for rdflib."""
    from rdflib import Graph

    lines = ox.serialize(dict.fromkeys(quad.triple for quad in rdf), format=RdfFormat.N_TRIPLES) or b""
    return Graph().parse(BytesIO(lines), format="nt")


def _text(term: ox.NamedNode | ox.Literal | ox.BlankNode | Triple | None) -> str:
    return "" if term is None else str(getattr(term, "value", term))
