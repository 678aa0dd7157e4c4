"""A SPARQL 1.1 endpoint that can be used where the embedded store is: query, update and graph store protocol.

An Endpoint has those methods of `pyoxigraph.Store` that kg uses, and no others, so that the one can stand for the
other. It keeps no lock: that only one program writes to it at a time is up to you.
"""

from __future__ import annotations

import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyoxigraph as ox
from pyoxigraph import DefaultGraph, NamedNode, Quad, QueryResultsFormat, RdfFormat

from kg.errors import QueryError, StoreError, Where

RESULTS = "application/sparql-results+json"
TRIPLES = "application/n-triples"
SECONDS = 600


class Endpoint:
    """The addresses of one endpoint. Raises StoreError where it does not answer, QueryError where it refuses."""

    def __init__(self, url: str) -> None:
        """`url`: the address above /query, /update and /store (as Oxigraph has them), or the three with commas."""
        parts = url.split(",")
        base = url.rstrip("/")
        self.url = url
        self._query, self._update, self._store = (
            parts if len(parts) == 3 else [f"{base}/query", f"{base}/update", f"{base}/store"]
        )

    def query(self, query: str, *, base_iri: str | None = None, prefixes: Mapping[str, str] | None = None) -> Any:
        """As `pyoxigraph.Store.query`."""
        head = f"BASE <{base_iri}>\n" if base_iri else ""
        head += "".join(f"PREFIX {name}: <{space}>\n" for name, space in (prefixes or {}).items())
        body, kind = self._send(
            self._query, (head + query).encode(), "application/sparql-query", f"{RESULTS}, {TRIPLES}"
        )
        if kind.startswith(RESULTS):
            return ox.parse_query_results(body, format=QueryResultsFormat.JSON)
        triples = ox.parse(body, format=RdfFormat.N_TRIPLES)
        memory = ox.Store()
        memory.extend(Quad(q.subject, q.predicate, q.object) for q in triples)
        return memory.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")

    def update(self, update: str) -> None:
        """As `pyoxigraph.Store.update`."""
        self._send(self._update, update.encode(), "application/sparql-update", "*/*")

    def quads_for_pattern(self, subject: Any, predicate: Any, object: Any, graph_name: Any = None) -> Iterator[Quad]:
        """As `pyoxigraph.Store.quads_for_pattern`; a whole graph comes by the graph store protocol."""
        if graph_name is not None and subject is predicate is object is None:
            yield from self._graph(graph_name)
            return
        terms = [str(t) if t is not None else f"?{n}" for t, n in ((subject, "s"), (predicate, "p"), (object, "o"))]
        pattern = " ".join(terms)
        if isinstance(graph_name, DefaultGraph):
            where = f"{{ {pattern} }}"
        elif graph_name is not None:
            where = f"{{ GRAPH {graph_name} {{ {pattern} }} }}"
        else:
            where = f"{{ {{ {pattern} }} UNION {{ GRAPH ?g {{ {pattern} }} }} }}"
        for row in self.query(f"SELECT * WHERE {where}"):
            s, p, o = (_value(row, t, n) for t, n in ((subject, "s"), (predicate, "p"), (object, "o")))
            yield Quad(s, p, o, graph_name if graph_name is not None else (_get(row, "g") or DefaultGraph()))

    def named_graphs(self) -> Iterator[NamedNode]:
        """As `pyoxigraph.Store.named_graphs`."""
        for row in self.query("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"):
            yield row["g"]

    def bulk_extend(self, quads: Iterable[Quad]) -> None:
        """As `pyoxigraph.Store.bulk_extend`: graph by graph, by the graph store protocol."""
        graphs: dict[Any, list[Quad]] = {}
        for quad in quads:
            graphs.setdefault(quad.graph_name, []).append(quad)
        for graph, some in graphs.items():
            lines = ox.serialize((quad.triple for quad in some), format=RdfFormat.N_TRIPLES) or b""
            self._send(self._address(graph), lines, TRIPLES, "*/*")

    def __contains__(self, quad: Quad) -> bool:
        return any(True for _ in self.quads_for_pattern(quad.subject, quad.predicate, quad.object, quad.graph_name))

    def __iter__(self) -> Iterator[Quad]:
        yield from self._graph(DefaultGraph())
        for graph in sorted(self.named_graphs(), key=str):
            yield from self._graph(graph)

    def _graph(self, graph: Any) -> Iterator[Quad]:
        body, _ = self._send(self._address(graph), None, None, TRIPLES, missing=b"")
        for quad in ox.parse(body, format=RdfFormat.N_TRIPLES):
            yield Quad(quad.subject, quad.predicate, quad.object, graph)

    def _address(self, graph: Any) -> str:
        which = "default" if isinstance(graph, DefaultGraph) else "graph=" + urllib.parse.quote(graph.value, safe="")
        return f"{self._store}?{which}"

    def _send(
        self, address: str, body: bytes | None, kind: str | None, accept: str, missing: bytes | None = None
    ) -> tuple[bytes, str]:
        """A POST where there is a body, else a GET; `missing` is the answer where there is nothing at the address."""
        request = urllib.request.Request(address, data=body, headers={"Accept": accept})
        if kind:
            request.add_header("Content-Type", kind)
        try:
            with urllib.request.urlopen(request, timeout=SECONDS) as answer:
                return answer.read(), answer.headers.get("Content-Type", "")
        except urllib.error.HTTPError as error:
            if error.code == 404 and missing is not None:
                return missing, ""
            what = " ".join(error.read().decode("utf-8", "replace").split())[:300]
            raise QueryError(f"{error.code} {error.reason}: {what}", Where(address)) from None
        except (OSError, ValueError) as error:
            reason = getattr(error, "reason", error)
            raise StoreError(
                f"the endpoint does not answer: {reason}", Where(address), "start it, or name another"
            ) from None


def _value(row: Any, term: Any, name: str) -> Any:
    return term if term is not None else row[name]


def _get(row: Any, name: str) -> Any:
    try:
        return row[name]
    except KeyError:
        return None
