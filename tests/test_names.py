"""The known names as a whole: each entry once, each reference known, ambiguous names tried on sentences."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from pydantic import Field

from kg import datafile, vocabulary
from kg.errors import KgError
from kg.gazetteer import NAMES, Entry
from kg.model import Document, Mention
from kg.pipeline import Extractor

AMBIGUITY = Path(__file__).parent / "data" / "ambiguity.yaml"


class Row(datafile.Record):
    """A document, the names that must link to an entity, and the words that must not link to any."""

    text: str
    links: dict[str, str]
    silent: list[str] = Field(alias="not")


@pytest.fixture(scope="session")
def entries() -> list[Entry]:
    return [entry for path in sorted(NAMES.glob("*.yaml")) for entry in datafile.compiled(path, Entry)]


def twice(values: list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def test_no_two_entries_have_one_id(entries: list[Entry]) -> None:
    assert twice([entry.id for entry in entries]) == []


def test_no_two_entries_are_one_thing_of_wikidata(entries: list[Entry]) -> None:
    assert twice([entry.wikidata for entry in entries if entry.wikidata]) == []


def test_every_type_is_a_class_of_the_ontology(entries: list[Entry]) -> None:
    unknown = []
    for type_ in {entry.type for entry in entries}:
        try:
            vocabulary.canonical(type_)
        except KgError:
            unknown.append(type_)
    assert unknown == []


def test_no_name_is_blank_or_padded(entries: list[Entry]) -> None:
    assert [e.id for e in entries if any(n != n.strip() or not n for n in (e.label, *e.aliases, *e.demonyms))] == []


def test_a_name_of_two_things_says_what_it_needs(entries: list[Entry]) -> None:
    assert twice([n for e in entries for n in {e.label, *e.aliases} if n not in e.needs]) == []


def test_every_need_is_that_of_a_name_of_the_entry(entries: list[Entry]) -> None:
    assert [e.id for e in entries if not set(e.needs) <= {e.label, *e.aliases, *e.demonyms}] == []


def test_owners_parents_and_organisations_are_known(entries: list[Entry]) -> None:
    ids = {entry.id for entry in entries}
    asked = [(e.id, o) for e in entries for o in (e.owner, e.parent, *(f.organisation for f in e.offices)) if o]
    assert [(id_, other) for id_, other in asked if other not in ids] == []


def test_a_country_is_a_known_country_or_a_union_of_them(entries: list[Entry]) -> None:
    codes = {entry.id.removeprefix("country/") for entry in entries} | {"EU", "UN"}
    assert [(e.id, e.country) for e in entries if e.country and e.country not in codes] == []


def test_nobody_owns_himself(entries: list[Entry]) -> None:
    above = {entry.id: entry.owner or entry.parent for entry in entries}
    for id_ in above:
        seen: list[str | None] = [id_]
        while (upper := above.get(seen[-1] or "")) is not None:
            assert upper not in seen, f"{id_} is above itself"
            seen.append(upper)


def test_a_term_of_office_begins_before_it_ends(entries: list[Entry]) -> None:
    assert [e.id for e in entries for o in e.offices if o.since and o.until and o.since > o.until] == []


def test_ambiguous_names_link_only_where_they_should(extractor: Extractor) -> None:
    rows = datafile.records(AMBIGUITY, Row)
    documents = [Document(str(number), row.text) for number, row in enumerate(rows)]
    wrong: list[str] = []
    for row, annotated in zip(rows, extractor.annotator.annotate(documents), strict=True):
        tokens = [token for sentence in annotated.sentences for token in sentence.tokens]
        mentions = [t.mention for token in tokens for t in (token, *token.within) if t.mention is not None]
        wrong.extend(f"{problem}: {row.text}" for problem in mislinked(row, mentions))
    assert len(rows) >= 200
    assert not wrong, "\n".join(wrong)


def mislinked(row: Row, mentions: list[Mention]) -> list[str]:
    """What is said of the row's names and is wrong; a name inside a longer known name belongs to that."""
    links = {(mention.text, mention.entity) for mention in mentions if mention.entity is not None}
    longer = [text for text, _ in links]
    return [
        *(
            f"{name} should be {id_}"
            for name, id_ in row.links.items()
            if (name, id_) not in links and not any(name in text and name != text for text in longer)
        ),
        *(f"{name} should be nobody, is {id_}" for name, id_ in sorted(links) if name in row.silent),
    ]
