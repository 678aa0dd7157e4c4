"""A YAML file as checked records; mistakes with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import Field

from kg import datafile
from kg.datafile import Record, compiled, line_of, load, record, records
from kg.errors import FileProblems


class Pet(Record):
    name: str = Field(min_length=1)
    legs: int = 4
    likes: dict[str, list[str]] = {}


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datafile, "user_cache_dir", lambda _: str(tmp_path / "cache"))


def pets(folder: Path, text: str) -> Path:
    path = folder / "pets.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def problems(path: Path) -> list[str]:
    with pytest.raises(FileProblems) as error:
        records(path, Pet)
    return [str(problem).replace(str(path), "pets.yaml") for problem in error.value.problems]


def test_a_list_of_records_is_read(tmp_path: Path) -> None:
    path = pets(tmp_path, "- name: Rex\n- {name: Tweety, legs: 2}\n")
    assert records(path, Pet) == [Pet(name="Rex"), Pet(name="Tweety", legs=2)]


def test_a_single_record_is_read(tmp_path: Path) -> None:
    assert record(pets(tmp_path, "name: Żółw\n"), Pet) == Pet(name="Żółw")


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[]"])
def test_an_empty_file_has_no_records(tmp_path: Path, text: str) -> None:
    assert records(pets(tmp_path, text), Pet) == []


def test_every_mistake_is_told_with_its_line(tmp_path: Path) -> None:
    path = pets(tmp_path, "- name: Rex\n  legs: many\n- name: ''\n  wings: 2\n-\n  likes:\n    food: bones\n")
    assert [problem.split(": ")[0:2] for problem in problems(path)] == [
        ["pets.yaml, line 2", "legs"],
        ["pets.yaml, line 3", "name"],
        ["pets.yaml, line 4", "wings"],
        ["pets.yaml, line 6", "name"],
        ["pets.yaml, line 7", "likes.food"],
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name: Rex\n", "pets.yaml, line 1: not a list of entries (begin each entry with '- ')"),
        ("- name: [Rex\n", "pets.yaml, line 2: not valid YAML"),
        ("- name: Rex\n\t- legs: 4\n", "pets.yaml, line 2: not valid YAML"),
        ("- !!python/object:os.system {}\n", "pets.yaml, line 1: not valid YAML"),
    ],
)
def test_what_is_no_list_and_no_yaml_is_said_in_one_line(tmp_path: Path, text: str, message: str) -> None:
    (problem,) = problems(pets(tmp_path, text))
    assert problem.startswith(message)
    assert "\n" not in problem


def test_a_file_that_is_not_utf8_is_told_with_its_offset(tmp_path: Path) -> None:
    path = tmp_path / "pets.yaml"
    path.write_bytes("- name: Zoë\n".encode("latin-1"))
    (problem,) = problems(path)
    assert problem == "pets.yaml, offset 10: not UTF-8 (save it as UTF-8)"


@pytest.mark.parametrize(
    ("location", "line"),
    [((0,), 1), ((0, "legs"), 2), ((1, "likes", "food"), 5), ((1, "likes", "colour"), 4), ((7,), 1)],
)
def test_a_line_is_that_of_the_key_or_of_what_encloses_it(
    tmp_path: Path, location: tuple[str | int, ...], line: int
) -> None:
    path = pets(tmp_path, "- name: Rex\n  legs: 4\n- name: Tom\n  likes:\n    food: [fish]\n")
    assert line_of(path, location) == line


def test_a_checked_file_is_not_parsed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = pets(tmp_path, "- name: Rex\n")
    first = compiled(path, Pet)
    monkeypatch.setattr(datafile, "load", lambda _: pytest.fail("parsed again"))
    assert compiled(path, Pet) == first == [Pet(name="Rex")]


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    compiled(pets(tmp_path, "- name: Rex\n"), Pet)
    assert compiled(pets(tmp_path, "- name: Tom\n"), Pet) == [Pet(name="Tom")]


def test_a_spoiled_cache_only_costs_time(tmp_path: Path) -> None:
    path = pets(tmp_path, "- name: Rex\n")
    compiled(path, Pet)
    (cached,) = (tmp_path / "cache").iterdir()
    cached.write_text("{")
    assert compiled(path, Pet) == [Pet(name="Rex")]


def test_a_cache_that_cannot_be_written_only_costs_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(datafile, "user_cache_dir", lambda _: str(tmp_path / "file"))
    assert compiled(pets(tmp_path, "- name: Rex\n"), Pet) == [Pet(name="Rex")]


def test_a_file_with_mistakes_is_not_cached(tmp_path: Path) -> None:
    path = pets(tmp_path, "- legs: 3\n")
    for _ in range(2):
        with pytest.raises(FileProblems, match="name: Field required"):
            compiled(path, Pet)


def test_plain_content_is_plain(tmp_path: Path) -> None:
    assert load(pets(tmp_path, "a: [1, b]\n")) == {"a": [1, "b"]}
