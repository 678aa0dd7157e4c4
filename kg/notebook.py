"""A store in a notebook: its facts as a table, its views as graphs, and a picture as the output of a cell."""

from __future__ import annotations

import io
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.graph import Filters, view, views
from kg.model import Fact, Filler
from kg.rdf.proof import Proof, facts, proofs
from kg.rebuild import decisions_of, load
from kg.store import Store

if TYPE_CHECKING:
    import pandas as pd

    from kg.merge import Merged


class Notebook:
    """What `kg.open` gives. Close it, or use it in a `with` block, to give the store free for a writer."""

    def __init__(self, path: Path | str, decisions: Path | None = None) -> None:
        """`path`: a store's folder, or the address of an endpoint. Raises StoreError where it cannot be read."""
        self.store = Store.open(path, read_only=True)
        self._decisions = decisions or decisions_of(path)

    def facts(self) -> pd.DataFrame:
        """One row a fact: id, document, type, polarity, modality, stage, quote, and a column of labels for each role.

        Raises ImportError where pandas is not installed (`pip install kg[pandas]`).
        """
        import pandas as pd

        return pd.DataFrame([_row(fact) for fact in self.store.facts()])

    def graph(self, name: str = "actors", **filters: Any) -> nx.MultiDiGraph:
        """A view as a networkx graph; the filters are those of `kg.graph.Filters`."""
        return view(name, self.store, Filters(**filters), self.merged())

    def picture(self, name: str = "actors", **filters: Any) -> Picture:
        """A view as a picture, which a notebook shows as the output of its cell."""
        return Picture(self.graph(name, **filters))

    def proofs(self, graph: nx.MultiDiGraph) -> dict[str, tuple[Proof, ...]]:
        """The sentences behind every fact of a graph."""
        return proofs(self.store.rdf, facts(graph), self.store.base)

    def merged(self) -> Merged:
        """What the documents say together, with what people decided."""
        return load(self.store, self._decisions)

    def close(self) -> None:
        """Gives the store free."""
        self.store.close()

    def __enter__(self) -> Notebook:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<kg store at {self.store.path or 'an endpoint'}; views: {', '.join(views())}>"


class Picture:
    """A drawn graph: `graph` is the graph itself."""

    def __init__(self, graph: nx.MultiDiGraph) -> None:
        self.graph = graph

    def _repr_svg_(self) -> str:
        """What a notebook shows."""
        from kg.export import svg

        out = io.BytesIO()
        svg.write(self.graph, out, {})
        return out.getvalue().decode()


def _row(fact: Fact) -> dict[str, str | None]:
    head = {name: getattr(fact, name) for name in ("id", "doc", "type", "polarity", "modality", "stage")}
    roles = {role: _labels(fillers) for role, fillers in fact.args.items()}
    quote = fact.evidence[0].quote if fact.evidence else None
    return {**head, **roles, "according_to": _labels(fact.attribution), "quote": quote}


def _labels(fillers: tuple[Filler, ...]) -> str | None:
    return "; ".join(filler.label for filler in fillers) or None
