"""JSON-LD 1.1 with a compact context: everything, the default graph and one graph a document.

Words of the ontology stand as they are ("agent"), other terms with their prefix ("dcterms:title"), what the store
has names for with the prefix `id` ("id:fact/3f9a…"). No context is fetched from anywhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import IO, Any

from pyoxigraph import DefaultGraph, Literal, Quad

from kg.export import _xml
from kg.vocabulary import BASE, PREFIXES, PREG, RDF, XSD

SUFFIX = ".jsonld"

SPACES = {**PREFIXES, "id": BASE}
WORD = re.compile(r"[A-Za-z]\w*")


def write(quads: Iterable[Quad], stream: IO[bytes]) -> None:
    """Writes every quad, in order, so that the same store gives the same file byte for byte."""
    _xml.send(_lines(sorted(quads, key=lambda quad: (str(quad.graph_name), str(quad.triple)))), stream)


def _lines(quads: list[Quad]) -> Iterator[str]:
    yield f'{{"@context": {json.dumps({"@version": 1.1, "@vocab": PREG, **SPACES})},\n"@graph": ['
    comma = ""
    for graph, some in groupby(quads, key=lambda quad: quad.graph_name):
        if isinstance(graph, DefaultGraph):
            for node in _nodes(some):
                yield f"{comma}\n{node}"
                comma = ","
            continue
        yield f'{comma}\n{{"@id": {json.dumps(_short(_id(graph)))}, "@graph": ['
        yield ",\n".join(_nodes(some))
        yield "]}"
        comma = ","
    yield "\n]}\n"


def _nodes(quads: Iterable[Quad]) -> Iterator[str]:
    for subject, about in groupby(quads, key=lambda quad: quad.subject):
        node: dict[str, Any] = {"@id": _short(_id(subject))}
        for quad in about:
            is_type = quad.predicate.value == RDF + "type" and not isinstance(quad.object, Literal)
            value = _short(_id(quad.object), vocabulary=True) if is_type else _object(quad.object)
            name = "@type" if is_type else _short(quad.predicate.value, vocabulary=True)
            node.setdefault(name, []).append(value)
        yield json.dumps({name: _alone(values) for name, values in node.items()}, ensure_ascii=False)


def _object(term: Any) -> Any:
    if not isinstance(term, Literal):
        return {"@id": _short(_id(term))}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == XSD + "string":
        return term.value
    return {"@value": term.value, "@type": _short(term.datatype.value, vocabulary=True)}


def _id(term: Any) -> str:
    """An IRI, or the label of a blank node."""
    return str(term) if str(term).startswith("_:") else str(term.value)


def _short(iri: str, vocabulary: bool = False) -> str:
    """An IRI by the context; it stays whole where the rest of it could be read as something else."""
    if vocabulary and iri.startswith(PREG) and WORD.fullmatch(iri.removeprefix(PREG)):
        return iri.removeprefix(PREG)
    for prefix, space in SPACES.items():
        rest = iri.removeprefix(space)
        if rest != iri and rest and not rest.startswith("//"):
            return f"{prefix}:{rest}"
    return iri


def _alone(values: Any) -> Any:
    return values[0] if isinstance(values, list) and len(values) == 1 else values
