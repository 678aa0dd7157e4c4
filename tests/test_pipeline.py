"""Documents in, facts out: off topic is silent, every fact is proved, the same input gives the same bytes."""

from __future__ import annotations

import copy
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oddities import texts

from kg import vocabulary
from kg.annotate import Annotator
from kg.errors import FileProblems
from kg.factline import to_line
from kg.language.segment import segment
from kg.mention.spot import normalise
from kg.model import RELATION_ROLES, ROLES, Document, Fact
from kg.pipeline import Extractor

ARTICLE = """\
Ofcom fines TikTok over children’s data

Ofcom fined TikTok £5 million on Monday — its largest fine. The company said that it would appeal.

According to Reuters, the French judiciary charged Telegram’s CEO, Pavel Durov, with fraud on August 28.
Durov was released on bail of €5 million.

Turkey threatened to block X if it did not remove the posts. Brazil has banned X.
Apple and Google were ordered to remove the app from their stores.
WhatsApp, which is owned by Meta, has two billion users."""
STATUSES = {"actual", "alleged", "threatened", "planned", "demanded", "possible"}


@pytest.fixture(scope="session")
def gated(extractor: Extractor) -> Extractor:
    """The extractor as it is used, with the gate."""
    other = copy.copy(extractor)
    other.annotator = Annotator(extractor.gazetteer, extractor.rulebook.triggers)
    return other


def lines(extractor: Extractor, *documents: Document) -> list[str]:
    return [to_line(fact) for _, facts in extractor.extract(documents) for fact in facts]


@pytest.mark.parametrize(
    "text",
    [
        "The mill was fined 3 million euros for polluting the river. The owner will appeal.",
        "Police arrested a man over a robbery in Leeds. He was charged on Monday.",
        "The court sentenced the burglar to eight years in prison.",
        "The minister met farmers and promised a new law on milk.",
        "TikTok is an app. Telegram is another.",
        "",
        "\n\n \n",
    ],
)
def test_a_text_that_is_off_topic_or_tells_nothing_is_silent(gated: Extractor, text: str) -> None:
    assert lines(gated, Document("d", text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ofcom fined TikTok.",
        "Police arrested a man over posts on social media.",
        "The app was banned by Turkey.",
    ],
)
def test_a_text_that_is_on_topic_speaks(gated: Extractor, text: str) -> None:
    assert lines(gated, Document("d", text)) != []


def test_what_is_silent_is_not_parsed(gated: Extractor) -> None:
    (annotated,) = gated.annotator.annotate([Document("d", "The mill was fined over waste.")])
    assert annotated.sentences == []


def test_documents_come_back_in_their_order_each_with_its_own_facts(gated: Extractor) -> None:
    documents = [
        Document(f"d{n}", text) for n, text in enumerate(["Ofcom fined TikTok.", "", "Turkey banned X.", ARTICLE])
    ]
    found = list(gated.extract(documents))
    assert [document for document, _ in found] == documents
    assert all(fact.doc == document.id for document, facts in found for fact in facts)
    alone = [[to_line(f) for f in facts] for d in documents for _, facts in gated.extract([d])]
    assert [[to_line(f) for f in facts] for _, facts in found] == alone


def test_more_documents_than_a_batch_are_all_read(gated: Extractor) -> None:
    documents = [Document(f"d{n}", "Ofcom fined TikTok.") for n in range(130)]
    assert [len(facts) for _, facts in gated.extract(documents)] == [1] * 130


def test_two_runs_give_the_same_bytes(gated: Extractor) -> None:
    document = Document("news", ARTICLE, date="2024-09-01")
    assert lines(gated, document) == lines(gated, document)


def test_the_seed_of_hashes_changes_nothing() -> None:
    script = (
        "import sys\n"
        "from kg.factline import to_line\nfrom kg.model import Document\nfrom kg.pipeline import Extractor\n"
        "for _, facts in Extractor().extract([Document('news', sys.stdin.read(), date='2024-09-01')]):\n"
        "    for fact in facts: print(to_line(fact))"
    )
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", script],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        )
        for seed in "01"
    ]
    one, other = (run.communicate(ARTICLE.encode())[0] for run in runs)
    assert one == other
    assert one.count(b"\n") > 5


def check(document: Document, facts: list[Fact]) -> None:
    """What holds of the facts of any text."""
    spans = {(span.start, span.end) for span in segment(normalise(document.text))}
    assert len({fact.id for fact in facts}) == len(facts)
    for fact in facts:
        relation = fact.type in vocabulary.relations()
        assert relation or fact.type in vocabulary.event_types()
        assert fact.args
        assert set(fact.args) <= set(RELATION_ROLES if relation else ROLES)
        assert fact.polarity in {"affirmed", "negated"}
        assert fact.modality in STATUSES
        assert fact.evidence
        for evidence in fact.evidence:
            assert evidence.quote == document.text[evidence.start : evidence.end]
            assert (evidence.start, evidence.end) in spans
            assert all(
                evidence.start <= cue.start < cue.end <= evidence.end for cue in evidence.cues if cue.kind == "trigger"
            )
            assert all(0 <= start < end <= len(document.text) for _, start, end in evidence.spans)
        for filler in (*fact.attribution, *(f for fillers in fact.args.values() for f in fillers)):
            assert 0 <= filler.start < filler.end <= len(document.text)
            assert filler.label.strip()
            assert "\n" not in filler.label


@settings(max_examples=60)
@given(st.lists(texts, min_size=1, max_size=5), st.dates().map(str) | st.none())
def test_every_quote_is_in_the_text_whatever_the_text(
    extractor: Extractor, several: list[str], date: str | None
) -> None:
    for document, facts in extractor.extract(Document(f"d{n}", text, date=date) for n, text in enumerate(several)):
        check(document, facts)


def test_a_headline_and_its_text_tell_one_event_once(facts_of: Callable[[str], list[Fact]]) -> None:
    (fine,) = [fact for fact in facts_of("Ofcom fines TikTok\n\nOfcom fined TikTok £5 million.") if fact.type == "Fine"]
    assert [evidence.quote for evidence in fine.evidence] == ["Ofcom fines TikTok", "Ofcom fined TikTok £5 million."]


@pytest.mark.parametrize("text", ["Telegram banned – Police arrested its founder.", "Telegram — a court fined Google."])
def test_a_label_begins_with_a_letter_or_digit(facts_of: Callable[[str], list[Fact]], text: str) -> None:
    labels = [filler.label for fact in facts_of(text) for fillers in fact.args.values() for filler in fillers]
    assert labels
    assert all(label[0].isalnum() for label in labels)


@pytest.mark.parametrize("date", ["2024-09-01", None])
def test_every_quote_of_an_article_is_in_it(extractor: Extractor, date: str | None) -> None:
    document = Document("news", ARTICLE, date=date)
    ((_, facts),) = extractor.extract([document])
    assert {fact.type for fact in facts} >= {"Fine", "Charge", "Ban", "Order"}
    check(document, facts)


@pytest.mark.parametrize(
    "text",
    [
        "Ofcom fined TikTok.\r\n\r\nTurkey banned X.\r\n",
        "\ufeffOfcom fined TikTok.",
        "“Ofcom” fined ‘TikTok’…",
        "Ofcom\u00a0fined\u2009TikTok.",
        "  Ofcom fined TikTok  ",
        "Ofcom fined TikTok " + "and Google " * 200 + ".",
        "Ofcom fined TikTok." * 3,
        "🙂 Ofcom fined TikTok 🙂",
    ],
)
def test_odd_texts_are_quoted_to_the_letter(extractor: Extractor, text: str) -> None:
    document = Document("news", text)
    ((_, facts),) = extractor.extract([document])
    check(document, facts)


@pytest.mark.parametrize(
    "text",
    [
        "Ofcom fined TikTok.\r\nTurkey banned X.",
        "“Ofcom” fined ‘TikTok’.",
        "Ofcom\u00a0fined\u2009TikTok.",
        "\n\n Ofcom fined TikTok \n",
    ],
)
def test_odd_blanks_and_quotes_hide_no_fact(facts_of: Callable[[str], list[Fact]], text: str) -> None:
    assert "Fine" in [fact.type for fact in facts_of(text)]


def test_entities_are_those_of_the_facts_once_and_in_order(extractor: Extractor) -> None:
    ((_, facts),) = extractor.extract(
        [Document("news", "According to Reuters, Ofcom fined TikTok and a blogger sued Ofcom.")]
    )
    entities = extractor.entities(facts)
    ids = [entity.id for entity in entities]
    assert ids == sorted(set(ids))
    assert {"body/ofcom", "media/reuters", "platform/tiktok"} <= set(ids)
    assert next(entity for entity in entities if entity.id == "body/ofcom").country == "GB"


def test_own_names_are_added_and_own_rules_replace(tmp_path: Path) -> None:
    (tmp_path / "names").mkdir()
    (tmp_path / "names" / "own.yaml").write_text("- {id: platform/quillbird, type: Platform, label: Quillbird}\n")
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "ban.yaml").write_text(
        "id: ban.own\nevent: Ban\nwhy: A test.\ntrigger: {forms: [exile], pos: VERB}\n"
        "args:\n  target: {path: obj, type: Platform, required: true}\n"
        'tests:\n  match: [{text: "a"}, {text: "b"}]\n  no_match: ["c", "d"]\n'
    )
    own = Extractor(rules=tmp_path / "rules", names=tmp_path / "names")
    ((_, facts),) = own.extract([Document("d", "Turkey exiled Quillbird and fined TikTok.")])
    assert [(f.type, f.args["target"][0].id, f.evidence[0].rule) for f in facts] == [
        ("Ban", "platform/quillbird", "ban.own")
    ]


def test_a_mistake_in_own_files_is_told_when_the_pipeline_is_made(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("- {id: Quillbird}\n")
    with pytest.raises(FileProblems, match=r"own\.yaml, line 1: id: "):
        Extractor(names=tmp_path)
