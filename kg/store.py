"""The store: quads in an embedded Oxigraph on disk, one named graph a document, each replaced in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, cast

import pyoxigraph as ox
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat

from kg.errors import StoreError, UnknownName, Where
from kg.merging import imprint
from kg.merging.imprint import Source
from kg.model import Document, Fact
from kg.rdf.record import Record, document, facts
from kg.rdf.term import preg
from kg.storage.change import block, updates
from kg.storage.endpoint import Endpoint
from kg.storage.folder import Folder
from kg.storage.footprint import Footprint
from kg.vocabulary import BASE, absolute, document_iri, iri

#: The graph of accepted facts that no rule finds any more.
RESTORED = "decisions"
DUMPS = {"nquads": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG}


class Store:
    """Documents and their facts. `rdf` is the Oxigraph store itself, for queries."""

    def __init__(self, rdf: ox.Store, base: str = BASE, folder: Folder | None = None) -> None:
        self.rdf, self.base, self._folder = rdf, base, folder

    @classmethod
    def open(cls, path: Path | str, read_only: bool = False, base: str = BASE) -> Store:
        """Opens a folder; one that is missing or empty becomes a store, unless `read_only`. Or an endpoint, by its URL.

        Raises StoreError where the folder holds other files, is missing, or is open already, or the endpoint is silent.
        """
        if is_url(path):
            return cls._remote(str(path), base)
        folder = Folder.open(Path(path).resolve(), read_only)
        return cls(folder.rdf, base, folder)

    @property
    def path(self) -> Path | None:
        """The folder; None in memory or at an endpoint."""
        return self._folder.path if self._folder else None

    @classmethod
    def _remote(cls, url: str, base: str) -> Store:
        endpoint = Endpoint(url)
        endpoint.query("ASK {}")  # a silent endpoint is told of at once
        return cls(cast(ox.Store, endpoint), base)  # it has all the methods that are used

    @classmethod
    def memory(cls, base: str = BASE) -> Store:
        """A store that is gone when the program ends."""
        return cls(ox.Store(), base)

    def close(self) -> None:
        """Gives the folder free for others; the store cannot be used afterwards."""
        del self.rdf
        if self._folder is not None:
            self._folder.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def replace_document(
        self, id: str, record: Iterable[Quad], view: Iterable[Quad] = (), instead_of: str | None = None
    ) -> None:
        """Puts a document's record and its part of the default graph in place of what the store had of it.

        `instead_of`: the id that the document had before, if it had another. All or nothing: after a crash the store
        has the document as it was before, or as it is now.
        """
        graph, view = NamedNode(document_iri(id, self.base)), list(view)
        former = NamedNode(document_iri(instead_of, self.base)) if instead_of else graph
        stale = Footprint(self.rdf).stale({graph, former}, view)
        self._update(
            f"DROP SILENT GRAPH {graph} ;\n"
            f"DROP SILENT GRAPH {former} ;\n"
            f"DELETE DATA {{ {block(stale)} }} ;\n"
            f"INSERT DATA {{ {block(view)} GRAPH {graph} {{ {block(record)} }} }}"
        )

    def remove_document(self, id: str) -> None:
        """Takes a document and what follows from it out of the store; one that is not there is no error."""
        self.replace_document(id, ())

    def replace_view(self, view: Iterable[Quad]) -> None:
        """Makes the default graph (and the graph of restored facts) what a merge has found, touching only what differs.

        Large changes are made in several transactions, none of which splits an event: after a crash each event is
        as it was or as it is now, and the next merge makes the rest.
        """
        wanted, restored = set(view), NamedNode(absolute(RESTORED, self.base))
        present = set(self.rdf.quads_for_pattern(None, None, None, DefaultGraph()))
        present |= set(self.rdf.quads_for_pattern(None, None, None, restored))
        for update in updates(present - wanted, wanted - present):
            self._update(update)

    def restamp(self, id: str, stamp: str) -> None:
        """Notes that a document's record is up to date."""
        graph = NamedNode(document_iri(id, self.base))
        self._update(
            f"DELETE WHERE {{ GRAPH {graph} {{ {graph} {preg('stamp')} ?stamp }} }} ;\n"
            f"INSERT DATA {{ GRAPH {graph} {{ {graph} {preg('stamp')} {Literal(stamp)} }} }}"
        )

    def load(self, quads: Iterable[Quad]) -> None:
        """Adds many quads fast; a crash may leave a part of them, so use it to fill a store anew."""
        try:
            self.rdf.bulk_extend(quads)
        except OSError as error:
            raise StoreError(str(error), Where(self.path)) from None

    def documents(self) -> list[Document]:
        """Every document, ordered by id, without its text: the store keeps evidence, not texts."""
        graphs = self._records()
        about = (Record(self.rdf.quads_for_pattern(graph, None, None, graph)) for graph in graphs)
        found = [document(record, graph.value) for record, graph in zip(about, graphs, strict=True)]
        return sorted(found, key=lambda document: document.id)

    def sources(self) -> Iterator[Source]:
        """Every document with its facts and what the build noted of it, in the order of the graphs' names."""
        for graph in self._records():
            record = Record(self.rdf.quads_for_pattern(None, None, None, graph))
            about = document(record, graph.value)
            stated = tuple(facts(record, about.id, self.base))
            yield Source(about, stated, imprint.read(record, graph.value, self.base))

    def index(self) -> Iterator[tuple[Document, str | None, str | None]]:
        """Every document with the checksum of its text and the stamp of its extraction."""
        for graph in self._records():
            about = Record(self.rdf.quads_for_pattern(graph, None, None, graph))
            yield (
                document(about, graph.value),
                about.text(graph.value, iri("sha256")),
                about.text(graph.value, iri("stamp")),
            )

    def _records(self) -> list[NamedNode]:
        """The graphs that are records of documents, ordered by name."""
        restored = absolute(RESTORED, self.base)
        named = (graph for graph in self.rdf.named_graphs() if isinstance(graph, NamedNode))
        return sorted((graph for graph in named if graph.value != restored), key=lambda graph: graph.value)

    def checksum(self, id: str) -> str | None:
        """The SHA-256 of the text that a document had when it was stored; None where it is not in the store."""
        graph = NamedNode(document_iri(id, self.base))
        found = self.rdf.quads_for_pattern(graph, preg("sha256"), None, graph)
        return next((quad.object.value for quad in found if isinstance(quad.object, Literal)), None)

    def facts(self, document: str | None = None) -> Iterator[Fact]:
        """The facts of one document or of all, as they were emitted, in the order of the text."""
        for id in [document] if document is not None else [each.id for each in self.documents()]:
            graph = NamedNode(document_iri(id, self.base))
            yield from facts(Record(self.rdf.quads_for_pattern(None, None, None, graph)), id, self.base)

    def quads(self) -> Iterator[Quad]:
        """Everything, default graph and records."""
        return iter(self.rdf)

    def dump(self, stream: IO[bytes], format: str = "nquads") -> None:
        """Writes everything as "nquads" or "trig"; raises UnknownName for another format."""
        if format not in DUMPS:
            raise UnknownName(f"no dump format called {format!r}", right="there is " + ", ".join(DUMPS))
        if isinstance(self.rdf, ox.Store):
            self.rdf.dump(stream, DUMPS[format])
        else:
            ox.serialize(self.rdf, stream, DUMPS[format])

    def backup(self, path: Path | str) -> None:
        """Copies the store, consistent while others use it, to a new folder that can be opened as a store."""
        if Path(path).exists():
            raise StoreError("the folder exists already", Where(Path(path)), "a backup needs a new folder")
        if isinstance(self.rdf, ox.Store):
            self.rdf.backup(str(path))
            return
        with Store.open(path) as copy:
            copy.load(self.rdf)

    def _update(self, update: str) -> None:
        try:
            self.rdf.update(update)
        except OSError as error:
            raise StoreError(str(error), Where(self.path)) from None


def is_url(path: Path | str) -> bool:
    """Whether a store is named by the address of an endpoint."""
    return str(path).startswith(("http:", "https:"))
