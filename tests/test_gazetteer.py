"""Known names: where they stand in a text, what an ambiguous one needs, and what is wrong with a names folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import datafile
from kg.errors import FileProblems
from kg.gazetteer import Entry, Gazetteer
from kg.model import Entity

PLAZA = Entry(id="platform/plaza", type="Platform", label="Plaza", aliases=["Plaza Messenger", "Плаза"])
SIGNAL = Entry(
    id="platform/signal",
    type="Platform",
    label="Signal",
    aliases=["Signal Messenger"],
    needs={"Signal": ["app", "end to end"]},
)
COURT = Entry(id="court/oslo", type="Court", label="Oslo District Court", country="NO", wikidata="Q1")
OSLO = Entry(id="city/oslo", type="City", label="Oslo")
NORWAY = Entry(
    id="country/NO", type="Country", label="Norway", demonyms=["Norwegian", "Polish"], needs={"Polish": ["Norway"]}
)
KNOWN = Gazetteer([PLAZA, SIGNAL, COURT, OSLO, NORWAY])


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setattr(datafile, "user_cache_dir", lambda _: str(folder))


def found(text: str) -> list[tuple[str, str]]:
    return [(text[name.start : name.end], name.entry.id) for name in KNOWN.find(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Plaza was banned.", [("Plaza", "platform/plaza")]),
        ("Plaza Messenger was banned.", [("Plaza Messenger", "platform/plaza")]),
        ("Плаза was banned.", [("Плаза", "platform/plaza")]),
        ("Norway banned Plaza.", [("Norway", "country/NO"), ("Plaza", "platform/plaza")]),
        ("Plaza's users left (Plaza).", [("Plaza", "platform/plaza"), ("Plaza", "platform/plaza")]),
        ("A Plaza-based firm", [("Plaza", "platform/plaza")]),
    ],
)
def test_a_name_is_found_as_a_whole_word(text: str, names: list[tuple[str, str]]) -> None:
    assert found(text) == names


@pytest.mark.parametrize("text", ["plaza", "PLAZA", "Plazas", "Plaza-like", "unPlaza", ""])
def test_other_spellings_are_other_words(text: str) -> None:
    assert found(text) == []


def test_the_longest_name_wins() -> None:
    assert found("The Oslo District Court sits in Oslo.") == [
        ("Oslo District Court", "court/oslo"),
        ("Oslo", "city/oslo"),
    ]


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("Signal was blocked.", False),
        ("The app Signal was blocked.", True),
        ("The App Signal was blocked.", True),
        ("Signal is encrypted from end to end.", True),
        ("Signal Messenger is down, and Signal says so.", True),
        ("An application named Signal was blocked.", False),
    ],
)
def test_an_ambiguous_name_needs_its_context(text: str, linked: bool) -> None:
    assert (("Signal", "platform/signal") in found(text)) is linked


def test_a_context_phrase_is_a_phrase() -> None:
    assert found("Signal came to an end.") == []


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("The Plaza told us all.", False),
        ("The US blocked Signal.", True),
        ("Nobody told us that Signal was blocked.", False),
        ("Signal was blocked in the Us.", False),
    ],
)
def test_a_context_word_in_capitals_is_no_pronoun(text: str, linked: bool) -> None:
    needing = SIGNAL.model_copy(update={"needs": {"Signal": ["US"]}})
    names = [name.entry.id for name in Gazetteer([needing]).find(text)]
    assert ("platform/signal" in names) is linked


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("The US banned it.", True),
        ("US BANS PLAZA", True),
        ("US-based users left.", True),
        ("PLAZA MUST TELL US WHAT IT KNOWS", False),
        ("Tell us more.", False),
    ],
)
def test_a_country_is_no_pronoun_of_a_shouted_headline(text: str, linked: bool) -> None:
    america = Entry(id="country/US", type="Country", label="United States", aliases=["US"])
    assert bool(Gazetteer([america]).find(text)) is linked


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("Plaza sued.", True),
        ("She won the Plaza Open in Dublin.", False),
        ("He lost the Plaza Nordic Classic.", False),
        ("They played at Plaza Stadium.", False),
        ("The Plaza Lions lost.", False),
        ("Plaza Open Source is a fund.", True),
        ("Plaza opened a park.", True),
        ("Plaza's Series A round closed.", True),
        ("Oslo Park is green.", True),
    ],
)
def test_what_bears_the_name_of_a_sponsor_is_not_the_sponsor(text: str, linked: bool) -> None:
    assert bool(found(text)) is linked


def test_a_reading_tells_what_supports_or_refuses_a_name() -> None:
    text = "Plaza Messenger and Signal: the Oslo District Court heard of the app."
    told = [(r.name, r.support, r.refused) for r in KNOWN.readings(text)]
    assert told == [
        ("Plaza Messenger", "unambiguous", ""),
        ("Plaza", "unambiguous", "inside 'Plaza Messenger'"),
        ("Signal", "context 'app'", ""),
        ("Oslo District Court", "unambiguous", ""),
        ("Oslo", "unambiguous", "inside 'Oslo District Court'"),
    ]
    assert [(r.name, r.refused) for r in KNOWN.readings("Signal failed.")] == [
        ("Signal", "needs one of: app, end to end")
    ]
    both = [(r.name, r.support) for r in KNOWN.readings("Signal Messenger failed, and Signal knows.")]
    assert both[-1] == ("Signal", "also named 'Signal Messenger'")


def test_a_demonym_names_its_place_unless_it_is_ambiguous() -> None:
    assert {word: entry.id for word, entry in KNOWN.demonyms.items()} == {"Norwegian": "country/NO"}


def test_an_entry_is_an_entity_of_the_graph() -> None:
    assert COURT.entity() == Entity("court/oslo", "Court", "Oslo District Court", (), "NO", "Q1")


PIECES = [
    *"Pasl \n-'’.()",
    "Plaza",
    " Plaza ",
    "Messenger",
    "Oslo",
    "Oslo District",
    " Court",
    "Signal",
    "app",
    "Norway",
]


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_names_never_overlap_and_are_spelled_as_known(text: str) -> None:
    end = 0
    for name in KNOWN.find(text):
        assert name.start >= end
        assert " ".join(text[name.start : name.end].split()) in {name.entry.label, *name.entry.aliases}
        end = name.end


def test_a_later_folder_replaces_an_entry_of_the_same_id(tmp_path: Path) -> None:
    for folder, label in [("ours", "Plaza"), ("theirs", "Piazza")]:
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.yaml").write_text(f"- {{id: platform/plaza, type: Platform, label: {label}}}\n")
    gazetteer = Gazetteer.load(tmp_path / "ours", tmp_path / "theirs")
    assert [entry.label for entry in gazetteer.entries.values()] == ["Piazza"]


def test_every_mistake_of_every_names_file_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "- {id: platform/plaza, type: Platform, label: Plaza}\n"
        "- {id: Plaza, type: Platform, label: Plaza}\n"
        "- {id: platform/x, type: Platform, label: X, nick: Twitter}\n"
    )
    (tmp_path / "b.yaml").write_text(
        "- {id: body/ofcom, type: Regulator}\n- {id: body/cnil, label: CNIL, wikidata: 7}\n"
    )
    (tmp_path / "c.yaml").write_text("a: [b\n")
    (tmp_path / "d.yaml").write_bytes(b"- \xff\n")
    (tmp_path / "e.yaml").write_text("id: body/ofcom\n")
    with pytest.raises(FileProblems) as error:
        Gazetteer.load(tmp_path, tmp_path / "nowhere")
    told = [(Path(str(p.where.file)).name, p.where.line, p.what) for p in error.value.problems if p.where]
    assert [(file, line) for file, line, _ in told] == [
        ("a.yaml", 2), ("a.yaml", 3), ("b.yaml", 1), ("b.yaml", 2), ("b.yaml", 2), ("c.yaml", 2), ("d.yaml", None),
        ("e.yaml", 1), ("nowhere", None),
    ]  # fmt: skip
    for part in ["id: String should match", "nick: Extra inputs", "label: Field required", "type: Field required"]:
        assert any(part in what for _, _, what in told), part


@pytest.mark.parametrize(
    "line", ["{id: platform/y, type: Sorcerer, label: Y}", "{id: platform/y, type: Platform, label: ''}"]
)
def test_an_unknown_type_and_an_empty_label_are_mistakes(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.yaml").write_text(f"- {line}\n")
    with pytest.raises(FileProblems, match=r"a.yaml, line 1"):
        Gazetteer.load(tmp_path)
