"""Documents into a store that may have them already: what is unchanged is passed over, what changed is replaced.

A document is known by its canonical address; without one by its id, or by its text. Each is put in within one
transaction. The default graph is not touched: a merge makes it anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from kg import emit
from kg.errors import InputError
from kg.merging import canonical, corroborate, imprint
from kg.merging.stamp import Stamper
from kg.model import Document, Fact
from kg.pipeline import Extractor
from kg.store import Store


@dataclass(slots=True)
class Known:
    """What a store has of a document; `given` whether this run has put it there."""

    document: Document
    checksum: str | None
    stamp: str
    setup: str
    given: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A document to extract, and the id under which the store has it now, if that is another."""

    document: Document
    stamp: str
    instead_of: str | None


class Update:
    """One run over documents; afterwards it knows how many were new, changed and unchanged, and what was refused."""

    def __init__(self, store: Store, extractor: Extractor) -> None:
        self.store, self.extractor = store, extractor
        self.stamper = Stamper(extractor.rulebook, extractor.gazetteer)
        self.new = self.changed = self.unchanged = 0
        self.refused: list[InputError] = []
        self._by_id: dict[str, Known] = {}
        self._by_address: dict[str, Known] = {}
        self._by_checksum: dict[str, Known] = {}
        for document, checksum, stamp in store.index():
            setup, _, own = (stamp or "").partition(" ")
            self._remember(Known(document, checksum, own, setup))

    def run(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[Fact]]]:
        """Each new or changed document with its facts, once the store has it."""
        steps: list[Step] = []
        for document, facts in self.extractor.extract(self._wanted(documents, steps)):
            step = steps.pop(0)
            entities = self.extractor.entities(facts)
            record = emit.quads(document, facts, entities, self.store.base, self.extractor.rulebook.versions)
            stamp = f"{self.stamper.setup} {step.stamp}"
            mark = imprint.take(entities, self.extractor.gazetteer, stamp, corroborate.signature(document.text))
            record += imprint.quads(document, mark, self.store.base)
            self.store.replace_document(document.id, record, instead_of=step.instead_of)
            yield document, facts

    def outdated(self) -> list[str]:
        """The documents of the store that were read with other rules or names and not given in this run."""
        setup = self.stamper.setup
        return sorted(id for id, known in self._by_id.items() if not known.given and known.setup != setup)

    def _wanted(self, documents: Iterable[Document], steps: list[Step]) -> Iterator[Document]:
        for document in documents:
            try:
                step = self._step(document)
            except InputError as error:
                self.refused.append(error)
                continue
            if step is not None:
                steps.append(step)
                yield step.document

    def _step(self, document: Document) -> Step | None:
        """What to do with a document; None where the store has it as it is."""
        checksum = sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
        known = self._find(document, checksum)
        if known is None:
            self.new += 1
            return self._take(document, checksum, None)
        if known.document.id != document.id and not _supersedes(document, checksum, known):
            if checksum != known.checksum:  # an older version of what the store has
                self.unchanged += 1
                return None
            document = replace(known.document, text=document.text)
        stamp = self.stamper.stamp(document)
        if known.document.id == document.id and known.checksum == checksum and known.stamp == stamp:
            self._confirm(known, stamp)
            return None
        self.changed += 1
        return self._take(document, checksum, known)

    def _find(self, document: Document, checksum: str) -> Known | None:
        """The store's version of a document. Raises InputError where its id is another document's."""
        address = canonical.address(document.url)
        if address and address in self._by_address:
            return self._by_address[address]
        same = self._by_id.get(document.id)
        if same is not None:
            other = canonical.address(same.document.url)
            if address and other and address != other:
                what = f"the id {document.id!r} is that of {other} in the store"
                raise InputError(what, right="give the document an `id` of its own, or `kg forget` the other")
            return same
        twin = self._by_checksum.get(checksum)
        return twin if twin and _can_be_one(document, twin.document) else None

    def _take(self, document: Document, checksum: str, known: Known | None) -> Step:
        former = known.document.id if known and known.document.id != document.id else None
        if known is not None:
            self._forget(known)
        stamp = self.stamper.stamp(document)
        self._remember(Known(document, checksum, stamp, self.stamper.setup, given=True))
        return Step(document, stamp, former)

    def _confirm(self, known: Known, stamp: str) -> None:
        self.unchanged += 1
        known.given = True
        if known.setup != self.stamper.setup:
            known.setup = self.stamper.setup
            self.store.restamp(known.document.id, f"{known.setup} {stamp}")

    def _remember(self, known: Known) -> None:
        self._by_id[known.document.id] = known
        if address := canonical.address(known.document.url):
            self._by_address[address] = known
        if known.checksum:
            self._by_checksum.setdefault(known.checksum, known)

    def _forget(self, known: Known) -> None:
        self._by_id.pop(known.document.id, None)
        if (address := canonical.address(known.document.url)) and self._by_address.get(address) is known:
            del self._by_address[address]
        if known.checksum and self._by_checksum.get(known.checksum) is known:
            del self._by_checksum[known.checksum]


def _can_be_one(one: Document, other: Document) -> bool:
    """Whether two documents of one text are one: two addresses or two publishers make them copies."""
    addresses = (canonical.address(one.url), canonical.address(other.url))
    publishers = (one.publisher, other.publisher)
    return None in addresses and (None in publishers or one.publisher == other.publisher)


def _supersedes(document: Document, checksum: str, known: Known) -> bool:
    """Whether a version of another id takes the place of the known one.

    Of one text the smallest id stays; of two texts the later one, and where no date tells, the one of a later run, and
    within a run the one of the greater id: so the order within a run plays no part.
    """
    if checksum == known.checksum:
        return document.id < known.document.id
    if document.date and known.document.date and document.date != known.document.date:
        return document.date > known.document.date
    return not known.given or document.id > known.document.id
