"""What `kg names` says of names folders: what is wrong in them, what a text links to, a new entry in one of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg import datafile
from kg.cli import _clashes, _common, main
from kg.gazetteer import NAMES, Entry

NORWAY = "- {id: country/NO, type: Country, label: Norway}\n"


def kg(*args: str | Path) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


def told(folder: Path, text: str) -> list[tuple[int | None, str]]:
    """Line and words of everything that is wrong with the entries of one file."""
    (folder / "own.yaml").write_text(NORWAY + text, encoding="utf-8")
    _, problems = _clashes.check([folder])
    assert {Path(str(p.where.file)).name for p in problems if p.where} <= {"own.yaml"}
    return [(p.where.line if p.where else None, p.what) for p in problems]


def test_the_shipped_names_have_nothing_wrong() -> None:
    count, problems = _clashes.check([NAMES])
    assert [str(problem) for problem in problems] == []
    assert count > 10_000


@pytest.mark.parametrize(
    ("entry", "what"),
    [
        ("{id: company/plaza, type: Company, label: Norway}", "'Norway' of company/plaza is also a name of country/NO"),
        ("{id: country/NO, type: Country, label: Noreg}", "the id country/NO stands twice"),
        ("{id: platform/plaza, type: Firm, label: Plazafon}", "type: unknown type 'Firm'"),
        ("{id: Plaza, type: Platform, label: Plazafon}", "id: String should match"),
        ("{id: platform/Plaza, type: Platform, label: Plazafon}", "the id platform/Plaza is malformed"),
        ("{id: country/norge, type: Region, label: Norge}", "the id country/norge is malformed"),
        ("{id: service/plaza, type: Platform, label: Plazafon}", "service/plaza is of no known kind"),
        ("{id: platform/plaza, type: Company, label: Plazafon}", "platform/plaza has the type Company"),
        ("{id: body/oslo-court, type: Court, label: Oslo Court}", "body/oslo-court has the type Court"),
        ("{id: platform/plaza, type: Platform, label: Plazafon, owner: company/q}", "platform/plaza has company/q"),
        ("{id: body/unit, type: Regulator, label: Unit 9, parent: body/gone}", "body/unit has body/gone"),
        ("{id: city/oslo, type: City, label: Oslo, government: country/XX}", "city/oslo has country/XX under `govern"),
        ("{id: company/plaza, type: Company, label: Plazafon, owner: company/plaza}", "company/plaza is above"),
        ("{id: platform/plaza, type: Platform, label: Plazafon, country: XX}", "platform/plaza is of the unknown"),
        ("{id: platform/plaza, type: Platform, label: Plazafon, wikidata: '12'}", "wikidata: String should match"),
        ("{id: platform/plaza, type: Platform, label: Signal}", "'Signal' of platform/plaza is a common word"),
        (
            "{id: platform/plaza, type: Platform, label: Plazafon, aliases: ['Plazafon  App']}",
            "platform/plaza has the name",
        ),
        (
            "{id: platform/plaza, type: Platform, label: Plazafon, needs: {Platz: [app]}}",
            "platform/plaza needs 'Platz'",
        ),
        ("{id: platform/plaza, type: Platform, label: Plaza App, needs: {Plaza App: [app]}}", "'app' does not guard"),
        (
            "{id: platform/plaza, type: Platform, label: Plazafon, needs: {Plazafon: [us]}}",
            "'us' does not guard 'Plazafon'",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, entry: str, what: str) -> None:
    ((line, said),) = told(tmp_path, f"- {entry}\n")
    assert line == 2
    assert said.startswith(what)


@pytest.mark.parametrize(
    ("term", "what"),
    [
        ("from: '2024-13'", "person/ann-lee has the date '2024-13'"),
        ("from: 'May 2024'", "person/ann-lee has the date 'May 2024'"),
        ("from: '2023-02-29'", "person/ann-lee has the date '2023-02-29'"),
        ("from: '2024', to: '2023'", "person/ann-lee has an office until 2023, from 2024"),
    ],
)
def test_a_date_of_an_office_is_a_date(tmp_path: Path, term: str, what: str) -> None:
    office = f"{{organisation: country/NO, title: minister, {term}}}"
    ((line, said),) = told(tmp_path, f"- {{id: person/ann-lee, type: Person, label: Ann Lee, offices: [{office}]}}\n")
    assert (line, said) == (2, what)


@pytest.mark.parametrize(
    "entry",
    [
        "{id: platform/plaza, type: Platform, label: Signal, needs: {Signal: [app, US]}}",
        "{id: court/oslo, type: Court, label: Oslo Court, country: 'NO'}",
        "{id: body/oslo-group, type: Organisation, label: Oslo Group, country: UN}",
        "{id: city/reading, type: City, label: Reading, country: 'NO'}",
        "{id: person/ann-lee, type: Person, label: Ann Lee, offices: [{organisation: country/NO, title: minister}]}",
    ],
)
def test_a_good_entry_is_no_mistake(tmp_path: Path, entry: str) -> None:
    assert told(tmp_path, f"- {entry}\n") == []


def test_two_entries_may_share_a_name_that_both_guard(tmp_path: Path) -> None:
    shared = (
        "- {id: platform/plaza, type: Platform, label: Plaza, needs: {Plaza: [app]}}\n"
        "- {id: company/plaza, type: Company, label: Plaza, needs: {Plaza: [shares]}}\n"
    )
    assert told(tmp_path, shared) == []


def test_one_malformed_entry_hides_no_other_mistake(tmp_path: Path) -> None:
    text = "- {id: Quill, type: Platform, label: Q}\n- {id: company/quill, type: Company, label: Quill, owner: x/y}\n"
    assert {line for line, _ in told(tmp_path, text)} == {2, 3}


def test_an_entry_of_a_later_folder_takes_the_place_of_ours(tmp_path: Path) -> None:
    for folder, label in [("ours", "Plaza"), ("theirs", "Piazza")]:
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.yaml").write_text(f"- {{id: platform/plaza, type: Platform, label: {label}}}\n")
    assert _clashes.check([tmp_path / "ours", tmp_path / "theirs"]) == (1, [])


@pytest.mark.parametrize("name", ["Signal", "signal", "Threads", "bolt", "cookie rule", "Us", "Discord", "Brave"])
def test_a_common_word(name: str) -> None:
    assert _common.is_common(name)


@pytest.mark.parametrize("name", ["SIGNAL", "Telegram", "Google", "TikTok", "Truth Social", "VKontakte", "X1", "eBay"])
def test_no_common_word(name: str) -> None:
    assert not _common.is_common(name)


def test_a_folder_without_names_is_told(tmp_path: Path) -> None:
    assert [str(problem) for problem in _clashes.check([tmp_path / "nowhere"])[1]] == [
        f"{tmp_path}/nowhere: no names here (a folder with at least one .yaml file)"
    ]


def test_the_command_fails_with_a_line_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(
        "- {id: platform/plaza, type: Platform, label: Plazafon, owner: company/gone}\n"
        "- {id: company/plaza, type: Firm, label: Plaza Inc.}\n"
    )
    result = kg("names", "check", "--names", tmp_path)
    assert result.exit_code == 1
    first, second = result.stderr.splitlines()
    assert first.startswith(f"kg: error: {tmp_path}/own.yaml, line 1: platform/plaza has company/gone under `owner`")
    assert second.startswith(f"kg: error: {tmp_path}/own.yaml, line 2: type: unknown type 'Firm'")


def test_find_tells_what_links_and_what_was_refused(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(
        "- {id: platform/plazafon, type: Platform, label: Plazafon, aliases: [Bolster],\n"
        "   needs: {Bolster: [Oslo fjord]}}\n"
    )
    rows = kg("names", "find", "Bolster and Plazafon", "--names", tmp_path).stdout
    assert "also named 'Plazafon'" in rows
    refused = kg("names", "find", "Bolster in Oslo", "--names", tmp_path).stdout
    assert "needs one of: Oslo fjord" in refused
    assert "context 'Oslo fjord'" in kg("names", "find", "Bolster on the Oslo fjord", "--names", tmp_path).stdout


# ---------------------------------------------------------------- a new entry

NEW = ("names", "add", "platform/plazafon", "--type", "Platform", "--label", "Plazafon")


def test_add_writes_an_entry_that_is_read_again(tmp_path: Path) -> None:
    folder = tmp_path / "names"
    more = ("--alias", "Плазафон", "--alias", "Signal, the", "--needs", "Plazafon=app,the fjord", "--country", "NO")
    result = kg(*NEW, *more, "--names", folder)
    assert (result.exit_code, result.stderr) == (0, "")
    (path,) = folder.iterdir()
    assert result.stdout == f"platform/plazafon is in {path}\n"
    assert datafile.records(path, Entry) == [
        Entry(
            id="platform/plazafon",
            type="Platform",
            label="Plazafon",
            aliases=["Плазафон", "Signal, the"],
            country="NO",
            needs={"Plazafon": ["app", "the fjord"]},
        )
    ]


def test_add_overwrites_nothing(tmp_path: Path) -> None:
    path = tmp_path / "platform-plazafon.yaml"
    path.write_text("[]\n")
    result = kg(*NEW, "--names", tmp_path)
    assert result.exit_code == 2
    assert "this file is there already" in result.stderr
    assert path.read_text() == "[]\n"


def test_add_refuses_an_id_that_is_known(tmp_path: Path) -> None:
    assert kg(*NEW, "--names", tmp_path).exit_code == 0
    again = kg(*NEW, "--names", tmp_path)
    assert again.exit_code == 2
    assert "platform-plazafon.yaml, line 1: platform/plazafon is known already" in again.stderr


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("platform/plazafon", "--type", "Platfrom", "--label", "Plazafon"), "type: unknown type 'Platfrom'"),
        (("plazafon", "--type", "Platform", "--label", "Plazafon"), "id: String should match"),
        (("platform/plazafon", "--type", "Platform", "--label", "Signal"), "'Signal' of platform/plazafon is"),
        (("platform/plazafon", "--type", "Platform", "--label", "Plazafon", "--owner", "company/q"), "has company/q"),
        (("platform/plazafon", "--type", "Platform", "--label", "Plazafon", "--needs", "Plazafon"), "no context words"),
    ],
)
def test_add_writes_nothing_that_is_wrong(tmp_path: Path, arguments: tuple[str, ...], what: str) -> None:
    result = kg("names", "add", *arguments, "--names", tmp_path / "own")
    assert result.exit_code == 2
    assert what in result.stderr
    assert not (tmp_path / "own").exists()
