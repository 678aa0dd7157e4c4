"""How many independent publishers tell something: wire copies are found by MinHash and count once."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Mapping

import numpy as np
from datasketch import LeanMinHash, MinHash, MinHashLSH

from kg.merging.imprint import Source
from kg.merging.union import Union
from kg.model import Fact

PERMUTATIONS = 128
SCHEME = "affine32"
SEED = 1
#: Of four-word sequences; a copy with its own first paragraph still shares more than that.
ALIKE = 0.5
SHINGLE = 4
WORDS = re.compile(r"\w+")


def signature(text: str) -> str:
    """The MinHash of a text's four-word sequences, in base64."""
    words = WORDS.findall(text.casefold())
    shingles = {" ".join(words[i : i + SHINGLE]).encode() for i in range(max(1, len(words) - SHINGLE + 1))}
    hashed = MinHash(num_perm=PERMUTATIONS, seed=SEED, scheme=SCHEME)
    hashed.update_batch(sorted(shingles))
    return base64.b64encode(hashed.hashvalues.astype("<u4").tobytes()).decode()


class Origins:
    """Which documents have one origin: the same publisher, or one text."""

    def __init__(self, sources: Iterable[Source]) -> None:
        sources = list(sources)
        signatures = {source.document.id: s for source in sources if (s := source.imprint.signature)}
        self._copy = copies(signatures)
        self._publisher = {s.document.id: _fold(s.document.publisher) for s in sources if s.document.publisher}

    def count(self, facts: Iterable[Fact]) -> int:
        """How many independent origins these facts have; what papers say on one outlet's word is one."""
        joined: Union[str] = Union()
        for fact in facts:
            node = f"document {fact.doc}"
            joined.add(node)
            for origin in self._origins(fact):
                joined.join(node, origin)
        return len({joined.find(node) for node in joined if node.startswith("document ")})

    def _origins(self, fact: Fact) -> Iterable[str]:
        if fact.doc in self._copy:
            yield f"text {self._copy[fact.doc]}"
        if fact.doc in self._publisher:
            yield f"publisher {self._publisher[fact.doc]}"
        outlets = [filler for filler in fact.attribution if filler.type == "MediaOutlet"]
        if outlets:
            yield f"publisher {_fold(outlets[-1].label)}"


def copies(signatures: Mapping[str, str]) -> dict[str, str]:
    """Documents that are copies of one text: document to the first of its group; the others are left out."""
    index = MinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS)
    hashes = {id: _hashes(text) for id, text in sorted(signatures.items())}
    groups: Union[str] = Union()
    for id, hashed in hashes.items():
        for other in index.query(hashed):
            if hashed.jaccard(hashes[other]) >= ALIKE:
                groups.join(other, id)
        index.insert(id, hashed, check_duplication=False)
    return {id: groups.find(id) for id in groups}


def _hashes(signature: str) -> LeanMinHash:
    values = np.frombuffer(base64.b64decode(signature), dtype="<u4").astype(np.uint64)
    return LeanMinHash(seed=SEED, hashvalues=values, scheme=SCHEME)


def _fold(name: str) -> str:
    return " ".join(WORDS.findall(name.casefold())).removeprefix("the ")
