"""What documents tell under one set of rules and not under another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.annotate import Annotator
from kg.merging.difference import Difference, difference
from kg.model import Document, Fact

if TYPE_CHECKING:
    from kg.pipeline import Extractor


def revision(old: Extractor, new: Extractor, documents: Iterable[Document]) -> Difference:
    """The facts gained, lost and changed from the old rules to the new; the documents are parsed once for both.

    A fact that only another rule finds now, or another sentence proves too, has not changed.
    """
    triggers = old.annotator.triggers | new.annotator.triggers
    annotator = Annotator(new.gazetteer, triggers, new.annotator.gated)
    before: list[Fact] = []
    after: list[Fact] = []
    for annotated in annotator.annotate(documents):
        before += old.facts(annotated)
        after += new.facts(annotated)
    found = difference(before, after)
    changed = (pair for pair in found.changed if replace(pair[0], evidence=()) != replace(pair[1], evidence=()))
    return replace(found, changed=tuple(changed))
