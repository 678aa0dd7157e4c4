"""One pipeline for all tests that parse, and one without a parser for tests of what stands around it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from kg.gazetteer import Gazetteer
from kg.language.token import Sentence
from kg.model import Document, Entity, Evidence, Fact, Filler
from kg.pipeline import Extractor
from kg.rulebook import Rulebook

# A busy machine is no failure, and a test that passed here passes elsewhere.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")

NEWS = "The regulator Ofcom fined Plaza 3 million pounds on Tuesday.\n"


class OneFine:
    """Finds in every document that Ofcom fined Plaza, as NEWS says it."""

    def __init__(self, rules: Path | None = None, names: Path | None = None) -> None:
        """As kg.pipeline.Extractor."""
        self.rulebook, self.gazetteer = Rulebook((), ()), Gazetteer(())

    def extract(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[Fact]]]:
        """As kg.pipeline.Extractor."""
        for document in documents:
            yield document, [fine(document)]

    def entities(self, facts: Iterable[Fact]) -> list[Entity]:
        """As kg.pipeline.Extractor."""
        return [
            Entity("platform/plaza", "Platform", "Plaza"),
            Entity("body/ofcom", "Regulator", "Ofcom", ("Office of Communications",), country="GB"),
        ]


def fine(document: Document) -> Fact:
    """The fact of NEWS."""
    number = hashlib.sha256(document.id.encode()).hexdigest()[:16]
    quote = NEWS.strip()
    spans = (("agent", 14, 19), ("trigger", 20, 25), ("target", 26, 31), ("amount", 32, 48))
    return Fact(
        f"fact/{number}",
        document.id,
        "Fine",
        {
            "agent": (Filler("Ofcom", "Regulator", 14, 19, id="body/ofcom", aliases=("Office of Communications",)),),
            "target": (Filler("Plaza", "Platform", 26, 31, id="platform/plaza"),),
            "amount": (Filler("3 million pounds", "Amount", 32, 48, value="GBP 3000000"),),
        },
        stage="sanctioned",
        evidence=(Evidence(f"evidence/{number}", 0, len(quote), quote, "fine.active", spans=spans),),
    )


@pytest.fixture
def one_fine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands of this test find one fine in every document."""
    monkeypatch.setattr("kg.pipeline.Extractor", OneFine)


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """All rules and names, without the gate; loaded once."""
    return Extractor(gated=False)


@pytest.fixture(scope="session")
def facts_of(extractor: Extractor) -> Callable[[str], list[Fact]]:
    """The facts of a text of Wednesday, 12 June 2024."""

    @cache
    def facts_of(text: str) -> list[Fact]:
        ((_, facts),) = extractor.extract([Document("news", text, date="2024-06-12")])
        return facts

    return facts_of


@pytest.fixture(scope="session")
def sentences_of(extractor: Extractor) -> Callable[[str], list[Sentence]]:
    """The parsed sentences of a text of Wednesday, 12 June 2024, with their mentions."""

    @cache
    def sentences_of(text: str) -> list[Sentence]:
        (annotated,) = extractor.annotator.annotate([Document("news", text, date="2024-06-12")])
        return annotated.sentences

    return sentences_of
