"""The flow on one screen: documents are annotated, rules matched, status asserted, mentions resolved into facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kg import rulebook, vocabulary
from kg.annotate import Annotated, Annotator
from kg.assertion import claim
from kg.gazetteer import NAMES, Gazetteer
from kg.language.token import Sentence
from kg.match import match
from kg.model import Document, Entity, Fact, Match
from kg.resolve import resolve
from kg.status.provision import is_provided
from kg.status.supposition import is_supposed


class Extractor:
    """Documents in, facts out; `rules` replaces the rules folder, `names` adds to the known names or overrides them.

    Raises FileProblems when a rule or name file has mistakes.
    """

    def __init__(self, rules: Path | None = None, names: Path | None = None, gated: bool = True) -> None:
        self.rulebook = rulebook.load(rules or rulebook.RULES)
        self.gazetteer = Gazetteer.load(NAMES, *([names] if names else []))
        self.annotator = Annotator(self.gazetteer, self.rulebook.triggers, gated)

    def extract(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[Fact]]]:
        """Each document with its facts, in the order given."""
        for annotated in self.annotator.annotate(documents):
            yield annotated.document, self.facts(annotated)

    def facts(self, annotated: Annotated) -> list[Fact]:
        """The facts of one annotated document, in the order of the text."""
        claims = [
            told
            for sentence in annotated.sentences
            for found in match(sentence, self.rulebook)
            if not _is_told_above(found, sentence)
            if not is_supposed(told := claim(found, sentence, self.rulebook), sentence)
            if not is_provided(told, sentence)
        ]
        facts = resolve(annotated.document, annotated.sentences, claims, self.gazetteer)
        silent = self.annotator.gated and all(fact.type in vocabulary.relations() for fact in facts)
        return [fact for fact in facts if not silent or concerns_services(fact)]

    def entities(self, facts: Iterable[Fact]) -> list[Entity]:
        """The entities that facts speak of, each once, in the order of their ids."""
        found: dict[str, Entity] = {}
        for fact in facts:
            for filler in (*fact.attribution, *(f for fillers in fact.args.values() for f in fillers)):
                if filler.id is not None and filler.id not in found:
                    known = self.gazetteer.entries.get(filler.id)
                    found[filler.id] = (
                        known.entity() if known else Entity(filler.id, filler.type, filler.label, filler.aliases)
                    )
        return [found[id_] for id_ in sorted(found)]


def _is_told_above(found: Match, sentence: Sentence) -> bool:
    """Whether an item of a list adds nothing to what stands above the list, which the first item has told."""
    ends = (found.start, *(argument.mention.end for argument in found.arguments))
    return all(end <= sentence.start for end in ends)


def concerns_services(fact: Fact) -> bool:
    """Whether a relation is worth telling where its document tells no event: an end of it is a service or firm."""
    return any(f.type in {"Platform", "Company"} for role in ("subject", "object") for f in fact.args.get(role, ()))
