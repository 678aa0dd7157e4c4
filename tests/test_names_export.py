"""The known names as RDF: what an entry becomes, the same bytes twice, nothing that breaks a shape."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from pyoxigraph import NamedNode, RdfFormat, Store

from kg import emit, validate
from kg.cli import main
from kg.gazetteer import Entry, Gazetteer
from kg.model import Document, Evidence, Fact, Filler
from kg.pipeline import Extractor
from kg.rdf import authority
from kg.vocabulary import BASE, PREFIXES, SKOS

NAMES = Gazetteer(
    [
        Entry(id="country/NO", type="Country", label="Norway", wikidata="Q20"),
        Entry(id="intl/united-nations", type="InternationalOrganisation", label="United Nations"),
        Entry(id="body/post", type="Regulator", label="Postal Board", aliases=["PB", "PB"], country="NO"),
        Entry(id="body/unit", type="Regulator", label="Stamp Unit", country="UN", parent="body/post"),
        Entry(id="company/quill", type="Company", label="Quill ASA", country="NO", owner="company/nobody"),
        Entry(id="platform/plaza", type="Platform", label="Plaza", aliases=['Плаза "P"'], owner="company/quill"),
        Entry.model_validate(
            {
                "id": "person/ann-lee",
                "type": "Person",
                "label": "Ann Lee",
                "offices": [
                    {"organisation": "body/post", "title": "chair", "from": "2019-05", "to": "2021"},
                    {"organisation": "platform/plaza", "title": "CEO", "from": "2022-02-01"},
                    {"organisation": "country/NO", "title": "minister"},
                    {"organisation": "body/gone", "title": "clerk"},
                ],
            }
        ),
    ]
)


def turtle(gazetteer: Gazetteer) -> bytes:
    stream = BytesIO()
    authority.write(gazetteer, stream)
    return stream.getvalue()


@pytest.fixture(scope="module")
def rdf() -> Store:
    store = Store()
    store.load(turtle(NAMES), format=RdfFormat.TURTLE)
    return store


def rows(rdf: Store, pattern: str) -> set[tuple[str, ...]]:
    """What stands in the variables of a pattern, in their order there; ids without their base."""
    variables = " ".join(dict.fromkeys(re.findall(r"[?]\w+", pattern)))
    found = rdf.query(f"SELECT {variables} WHERE {{ {pattern} }}", prefixes=PREFIXES, base_iri=BASE)
    return {tuple("" if cell is None else cell.value.removeprefix(BASE) for cell in row) for row in found}


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("<platform/plaza> skos:prefLabel ?label", {("Plaza",)}),
        ("<platform/plaza> skos:altLabel ?label", {('Плаза "P"',)}),
        ("<platform/plaza> a preg:Platform . ?owner preg:ownerOf <platform/plaza>", {("company/quill",)}),
        ("<country/NO> skos:exactMatch ?same", {("http://www.wikidata.org/entity/Q20",)}),
        ("?body preg:agencyOf ?home", {("body/post", "country/NO"), ("body/unit", "intl/united-nations")}),
        ("?unit preg:partOf ?body", {("body/unit", "body/post")}),
        ("?what preg:country ?code", {("body/post", "NO"), ("body/unit", "UN"), ("company/quill", "NO")}),
        ("<company/nobody> ?p ?o", set()),
        (
            "?r a preg:Relation ; preg:predicate preg:holdsOffice ; preg:subject <person/ann-lee> ; preg:object ?body ;"
            " preg:title ?title . OPTIONAL { ?r preg:time/preg:start ?from } OPTIONAL { ?r preg:time/preg:end ?to }",
            {
                ("person/ann-lee#office-1", "body/post", "chair", "2019-05-01", "2021-12-31"),
                ("person/ann-lee#office-2", "platform/plaza", "CEO", "2022-02-01", ""),
                ("person/ann-lee#office-3", "country/NO", "minister", "", ""),
            },
        ),
    ],
)
def test_what_an_entry_becomes(rdf: Store, pattern: str, expected: set[tuple[str, ...]]) -> None:
    assert rows(rdf, pattern) == expected


def test_no_post_is_held_without_its_time(rdf: Store) -> None:
    assert rows(rdf, "?person preg:holdsOffice ?body") == set()


def test_the_same_names_give_the_same_bytes() -> None:
    assert turtle(NAMES) == turtle(Gazetteer(reversed(NAMES.entries.values())))


def test_no_shape_of_the_ontology_is_broken(rdf: Store) -> None:
    assert list(validate.shapes(rdf)) == []


def test_the_command_writes_a_file_with_the_names_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "a.yaml").write_text("- {id: platform/plazafon, type: Platform, label: Plazafon}\n")
    output = tmp_path / "names.ttl"
    result = CliRunner().invoke(main, ["names", "export", "-o", str(output), "--names", str(tmp_path / "own")])
    assert (result.exit_code, result.output) == (0, "")
    text = output.read_text(encoding="utf-8")
    assert '<platform/plazafon> a preg:Platform ;\n\tskos:prefLabel "Plazafon" .' in text
    assert "<platform/telegram> a preg:Platform" in text


def test_what_facts_name_has_its_labels_and_identifier_in_the_store(extractor: Extractor) -> None:
    known = next(e for e in extractor.gazetteer.entries.values() if e.wikidata and e.aliases and e.type == "Region")
    filler = Filler(known.label, known.type, 0, len(known.label), id=known.id)
    proof = Evidence("evidence/1", 0, len(known.label), known.label, "fine.verb")
    fact = Fact("fact/1", "news", "Fine", {"agent": (filler,)}, evidence=(proof,))
    quads = emit.quads(Document("news", known.label), [fact], extractor.entities([fact]))
    said = {(q.predicate.value, q.object.value) for q in quads if q.subject == NamedNode(BASE + known.id)}
    assert (SKOS + "prefLabel", known.label) in said
    assert {(SKOS + "altLabel", alias) for alias in known.aliases} <= said
    assert (SKOS + "exactMatch", f"{PREFIXES['wd']}{known.wikidata}") in said
