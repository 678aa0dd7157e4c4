"""What each rule gives on documents, and what it costs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

from kg.match import apply, rules_at
from kg.model import Document

if TYPE_CHECKING:
    from kg.annotate import Annotated
    from kg.pipeline import Extractor


@dataclass(frozen=True, slots=True)
class Use:
    """One rule: how often its trigger was met and how often it matched; the sentences that prove facts by it, and their
    share of all such sentences; its milliseconds, and their share of what all rules took.
    """

    rule: str
    met: int
    hits: int
    sentences: int
    output: float
    milliseconds: float
    cost: float


def usage(extractor: Extractor, documents: Iterable[Document]) -> list[Use]:
    """Every rule over the documents, those that prove most first, then those that cost most."""
    met: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    seconds: defaultdict[str, float] = defaultdict(float)
    proofs: Counter[str] = Counter()
    for annotated in extractor.annotator.annotate(documents):
        _watch(extractor, annotated, met, hits, seconds)
        proofs.update(evidence.rule for fact in extractor.facts(annotated) for evidence in fact.evidence)
    told, spent = proofs.total() or 1, sum(seconds.values()) or 1.0
    ids = (rule.id for rule in extractor.rulebook.rules)
    uses = [
        Use(id, met[id], hits[id], proofs[id], proofs[id] / told, seconds[id] * 1000, seconds[id] / spent) for id in ids
    ]
    return sorted(uses, key=lambda use: (-use.sentences, -use.hits, -use.milliseconds, use.rule))


def _watch(
    extractor: Extractor, annotated: Annotated, met: Counter[str], hits: Counter[str], seconds: defaultdict[str, float]
) -> None:
    """Try every rule at every word that triggers it, by the clock."""
    for sentence in annotated.sentences:
        for token in sentence.tokens:
            for rule in rules_at(token, sentence, extractor.rulebook):
                start = perf_counter()
                found = apply(rule, token, sentence)
                seconds[rule.id] += perf_counter() - start
                met[rule.id] += 1
                hits[rule.id] += found is not None
