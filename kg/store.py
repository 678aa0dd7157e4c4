"""The store: quads in an embedded Oxigraph on disk, one named graph a document, each replaced in one transaction.

One process writes at a time; any number may read while none writes. Both are enforced with the store's lock file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Any, ClassVar, cast

import pyoxigraph as ox
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat

from kg import imprint
from kg.endpoint import Endpoint
from kg.errors import StoreError, UnknownName, Where
from kg.imprint import Source
from kg.model import Document, Fact
from kg.record import Record, document, facts
from kg.vocabulary import BASE, PROV, RDF, SKOS, absolute, document_iri, iri

MARK = "CURRENT"  # every RocksDB folder has this file
LOCK = "LOCK"
DESCRIPTIONS = {RDF + "type", SKOS + "prefLabel", SKOS + "altLabel", SKOS + "exactMatch"}
#: The graph of accepted facts that no rule finds any more.
RESTORED = "decisions"
#: Quads of one transaction of a merge.
BATCH = 200_000
DUMPS = {"nquads": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG}


class Store:
    """Documents and their facts. `rdf` is the Oxigraph store itself, for queries."""

    # The lock file does not keep a process from itself, and loses its lock when one of two readers closes it.
    _writing: ClassVar[set[Path]] = set()
    _reading: ClassVar[dict[Path, list[Store]]] = {}

    def __init__(
        self, rdf: ox.Store, base: str = BASE, path: Path | None = None, lock: IO[bytes] | None = None
    ) -> None:
        self.rdf, self.base, self.path, self._lock = rdf, base, path, lock

    @classmethod
    def open(cls, path: Path | str, read_only: bool = False, base: str = BASE) -> Store:
        """Opens a folder; one that is missing or empty becomes a store, unless `read_only`. Or an endpoint, by its URL.

        Raises StoreError where the folder holds other files, is missing, or is open already, or the endpoint is silent.
        """
        if is_url(path):
            return cls._remote(str(path), base)
        folder = Path(path).resolve()
        _check_folder(folder, read_only)
        if folder in cls._writing or (folder in cls._reading and not read_only):
            raise _busy(folder)
        if not read_only:
            folder.mkdir(parents=True, exist_ok=True)
            store = cls(_opened(ox.Store, folder), base, folder)
            cls._writing.add(folder)
            return store
        readers = cls._reading.get(folder, [])
        lock = readers[0]._lock if readers else _shared_lock(folder)
        store = cls(_opened(ox.Store.read_only, folder), base, folder, lock)
        cls._reading[folder] = [*readers, store]
        return store

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
        if self.path is None:
            return
        self._writing.discard(self.path)
        if self._lock:
            self._reading[self.path].remove(self)
            if not self._reading[self.path]:
                del self._reading[self.path]
                self._lock.close()

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
        stale = {*self._stale_view(graph), *self._stale_labels(view)}
        stale |= set(self._stale_view(former)) if former != graph else set()
        stale |= set(self._orphans(stale))
        self._update(
            f"DROP SILENT GRAPH {graph} ;\n"
            f"DROP SILENT GRAPH {former} ;\n"
            f"DELETE DATA {{ {_block(stale)} }} ;\n"
            f"INSERT DATA {{ {_block(view)} GRAPH {graph} {{ {_block(record)} }} }}"
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
        changes = [(_whole(quad), True, quad) for quad in present - wanted]
        changes += [(_whole(quad), False, quad) for quad in wanted - present]
        for batch in _batches(sorted(changes, key=_place)):
            gone = [quad for _, stale, quad in batch if stale]
            new = [quad for _, stale, quad in batch if not stale]
            self._update(f"DELETE DATA {{ {_block_with_graphs(gone)} }} ;\nINSERT DATA {{ {_block_with_graphs(new)} }}")

    def restamp(self, id: str, stamp: str) -> None:
        """Notes that a document's record is up to date."""
        graph = NamedNode(document_iri(id, self.base))
        self._update(
            f"DELETE WHERE {{ GRAPH {graph} {{ {graph} {_preg('stamp')} ?stamp }} }} ;\n"
            f"INSERT DATA {{ GRAPH {graph} {{ {graph} {_preg('stamp')} {Literal(stamp)} }} }}"
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
        found = self.rdf.quads_for_pattern(graph, _preg("sha256"), None, graph)
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

    def _stale_view(self, graph: NamedNode) -> Iterator[Quad]:
        """The default graph's quads that follow from a document: its events, their parts, and relations of no other."""
        for fact in {q.subject for q in self.rdf.quads_for_pattern(None, _preg("polarity"), None, graph)}:
            for event in self._default(None, NamedNode(PROV + "wasDerivedFrom"), fact):
                yield from self._tree(event.subject)
                yield from self._stale_relations(event.subject)

    def _tree(self, node: Any) -> Iterator[Quad]:
        """What the default graph says of a node and of its parts, whose IRIs stand under the node's."""
        parts = node.value.partition("#")[0] + "#"
        for quad in self._default(node, None, None):
            yield quad
            if isinstance(quad.object, NamedNode) and quad.object.value.startswith(parts):
                yield from self._tree(quad.object)

    def _stale_relations(self, event: Any) -> Iterator[Quad]:
        for predicate in self._default(event, _preg("predicate"), None):
            for subject in self._default(event, _preg("subject"), None):
                for end in (*self._default(event, _preg("object"), None), *self._default(event, _preg("value"), None)):
                    if not self._also_stated(event, predicate.object, subject.object, end):
                        yield from self._default(subject.object, predicate.object, end.object)

    def _also_stated(self, event: Any, predicate: Any, subject: Any, end: Quad) -> bool:
        """Whether another relation node of the default graph, with no source but its document, says the same."""
        others = (q.subject for q in self._default(None, _preg("subject"), subject) if q.subject != event)
        return any(
            Quad(other, _preg("predicate"), predicate) in self.rdf
            and Quad(other, end.predicate, end.object) in self.rdf
            and not self._default(other, _preg("attribution"), None)
            for other in others
        )

    def _stale_labels(self, view: Iterable[Quad]) -> Iterator[Quad]:
        """The preferred labels that a new view replaces: an entity has one."""
        label = NamedNode(SKOS + "prefLabel")
        for subject in {quad.subject for quad in view if quad.predicate == label}:
            yield from self._default(subject, label, None)

    def _orphans(self, stale: set[Quad]) -> Iterator[Quad]:
        """What the default graph says of the entities that nothing in it speaks of any more."""
        for node in {end for quad in stale for end in (quad.subject, quad.object) if isinstance(end, NamedNode)}:
            about = [quad for quad in self._default(node, None, None) if quad not in stale]
            used = any(quad not in stale for quad in self.rdf.quads_for_pattern(None, None, node, DefaultGraph()))
            if not used and all(quad.predicate.value in DESCRIPTIONS for quad in about):
                yield from about

    def _default(self, subject: Any, predicate: Any, object: Any) -> list[Quad]:
        return list(self.rdf.quads_for_pattern(subject, predicate, object, DefaultGraph()))


# ---------------------------------------------------------------- folders and locks


def is_url(path: Path | str) -> bool:
    """Whether a store is named by the address of an endpoint."""
    return str(path).startswith(("http:", "https:"))


def _check_folder(folder: Path, read_only: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise StoreError("this is a file", Where(folder), "a store is a folder")
    if read_only and not folder.is_dir():
        raise StoreError("no such folder", Where(folder), "build a store first")
    if folder.is_dir() and not (folder / MARK).exists() and (read_only or any(folder.iterdir())):
        raise StoreError("this folder is no store", Where(folder), "name a store, or a new folder to build one in")


def _opened(opener: Callable[[str], ox.Store], folder: Path) -> ox.Store:
    try:
        return opener(str(folder))
    except (OSError, RuntimeError) as error:  # a damaged store is a RuntimeError
        raise _busy(folder) if "lock file" in str(error) else StoreError(str(error), Where(folder)) from None


def _shared_lock(folder: Path) -> IO[bytes]:
    """Shares the lock with other readers, so that no writer opens the store under them."""
    import fcntl  # Windows has no such module: there a store is opened for writing only

    lock = (folder / LOCK).open("a+b")  # a backup has none yet
    try:
        fcntl.lockf(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise _busy(folder) from None
    return lock


def _busy(folder: Path) -> StoreError:
    return StoreError("the store is in use", Where(folder), "wait for the other program to end, or stop it")


def _block(quads: Iterable[Quad]) -> str:
    return " ".join(f"{quad.subject} {quad.predicate} {quad.object} ." for quad in quads)


Change = tuple[str, bool, Quad]  # the event or entity that it belongs to, whether it goes, what


def _whole(quad: Quad) -> str:
    """The node that a quad is a part of."""
    return str(getattr(quad.subject, "value", quad.subject)).partition("#")[0]


def _place(change: Change) -> tuple[str, bool]:
    return change[0], change[1]


def _batches(changes: list[Change]) -> Iterator[list[Change]]:
    """Changes in portions that end where a node ends."""
    start = 0
    while start < len(changes):
        end = min(start + BATCH, len(changes))
        while end < len(changes) and changes[end][0] == changes[end - 1][0]:
            end += 1
        yield changes[start:end]
        start = end


def _block_with_graphs(quads: Iterable[Quad]) -> str:
    by_graph: dict[str, list[Quad]] = {}
    for quad in quads:
        by_graph.setdefault("" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name), []).append(quad)
    return " ".join(f"GRAPH {g} {{ {_block(some)} }}" if g else _block(some) for g, some in sorted(by_graph.items()))


def _preg(name: str) -> NamedNode:
    return NamedNode(iri(name))
