"""What kg reads, and what it says about what it cannot read."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model import Document
from kg.read import day, read, suffixes
from kg.read._language import other_language

SENTENCE = "The Irish regulator fined Plaza 3 million euros on Tuesday for failing to protect minors."
PAGE = f"""<!doctype html><html lang="en"><head><title>Plaza fined | The Wire</title>
<meta property="og:site_name" content="The Wire"><meta name="author" content="Jo Bloggs">
<meta property="article:published_time" content="2025-03-04T09:00:00Z">
<link rel="canonical" href="https://wire.example/plaza"></head>
<body><nav><a href="/">Home</a> <a href="/w">Weather</a></nav><article><h1>Plaza fined</h1><p>{SENTENCE}</p>
<p>The company said that it would appeal against the decision, which it called wrong in law and in fact.</p>
<p>The court will hear the appeal in May, a spokeswoman said on Wednesday evening.</p></article>
<footer>© 2019 The Wire. Cookie settings.</footer></body></html>"""


def documents(*sources: Path | str) -> list[Document]:
    results = list(read(sources))
    assert not [str(result) for result in results if isinstance(result, InputError)]
    return [result for result in results if isinstance(result, Document)]


def error(*sources: Path | str) -> str:
    (message,) = [str(result) for result in read(sources) if isinstance(result, InputError)]
    assert "\n" not in message
    return message


def file(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_text_is_kept_to_the_letter(tmp_path: Path) -> None:
    text = f"\n  {SENTENCE}\r\n\r\n{SENTENCE}\n"
    assert documents(file(tmp_path, "news.txt", text)) == [Document("news", text)]


def test_front_matter_says_what_is_known_and_is_no_text(tmp_path: Path) -> None:
    front = (
        "---\ntitle: Plaza fined\ndate: 4 March 2025\nurl: https://wire.example/plaza\npublisher: The Wire\n"
        "author: [Jo Bloggs, Al Ray]\nlanguage: en\ntags: [fines]\n---\n"
    )
    (document,) = documents(file(tmp_path, "news.md", front + SENTENCE))
    assert document == Document(
        "news",
        SENTENCE,
        "Plaza fined",
        "2025-03-04",
        "https://wire.example/plaza",
        "The Wire",
        "Jo Bloggs, Al Ray",
        "en",
    )


def test_front_matter_may_name_the_id_and_values_stay_words(tmp_path: Path) -> None:
    (document,) = documents(file(tmp_path, "news.txt", f"---\nid: plaza-1\ntitle: No\n---\n{SENTENCE}"))
    assert (document.id, document.title) == ("plaza-1", "No")


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    (document,) = documents(file(tmp_path, "news.txt", b"\xef\xbb\xbf---\ntitle: T\n---\n" + SENTENCE.encode()))
    assert (document.title, document.text) == ("T", SENTENCE)


def test_a_page_gives_its_article_and_its_head_without_its_furniture(tmp_path: Path) -> None:
    (document,) = documents(file(tmp_path, "plaza.html", PAGE))
    assert document.title == "Plaza fined"
    assert document.date == "2025-03-04"
    assert document.url == "https://wire.example/plaza"
    assert (document.publisher, document.author, document.language) == ("The Wire", "Jo Bloggs", "en")
    assert SENTENCE in document.text
    assert "Weather" not in document.text
    assert "Cookie" not in document.text


def test_a_page_without_a_date_has_none(tmp_path: Path) -> None:
    undated = PAGE.replace('<meta property="article:published_time" content="2025-03-04T09:00:00Z">', "")
    assert documents(file(tmp_path, "plaza.htm", undated))[0].date is None


def test_a_page_is_read_in_the_encoding_that_it_names(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1252">').replace("Jo Bloggs", "José Blögg")
    assert documents(file(tmp_path, "plaza.html", page.encode("windows-1252")))[0].author == "José Blögg"


def test_json_lines_give_one_document_a_line(tmp_path: Path) -> None:
    lines = [{"id": "a", "text": SENTENCE, "date": None, "cited": ""}, {"id": 7, "text": SENTENCE, "title": "T"}]
    path = file(tmp_path, "items.jsonl", "\n\n".join(json.dumps(line) for line in lines) + "\n")
    assert documents(path) == [Document("a", SENTENCE), Document("7", SENTENCE, title="T")]


def test_a_folder_is_read_to_the_bottom_in_name_order_and_hidden_files_are_not(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("c.txt", "b/x.TXT", "a.md", ".git/d.txt", ".e.txt", "logo.png"):
        file(tmp_path, name, SENTENCE)
    assert [document.id for document in documents(tmp_path)] == ["a", "x", "c"]


@pytest.mark.parametrize(
    ("content", "id"),
    [(SENTENCE, "stdin"), (f"\n {PAGE}", "stdin"), (json.dumps({"id": "a", "text": SENTENCE}), "a")],
    ids=["text", "page", "json lines"],
)
def test_standard_input_is_known_by_its_first_character(content: str, id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    (document,) = documents("-")
    assert document.id == id
    assert SENTENCE in document.text


BAD_FILES = {
    "binary.txt": (b"\x89PNG\0\0", "a binary file"),
    "latin.txt": ("caf\xe9".encode("latin-1"), "latin.txt, offset 3: invalid UTF-8: byte 0xe9"),
    "empty.txt": ("", "the document is empty"),
    "blank.txt": ("---\ntitle: T\n---\n \n", "the document is empty"),
    "french.txt": (
        "Le tribunal de Paris a condamné la plateforme à une amende de trois millions d'euros.",
        "not in English (it looks like French)",
    ),
    "russian.txt": ("Суд оштрафовал платформу за отказ удалить запрещённый контент.", "not in English"),
    "day.txt": (f"---\ndate: 2025-02-30\n---\n{SENTENCE}", "impossible date '2025-02-30' (write it as 2024-08-28)"),
    "open.txt": (f"---\ntitle: T\n{SENTENCE}", "open.txt, line 1: the front matter has no end"),
    "colon.txt": (f"---\ntitle: T\nurl: a: b\n---\n{SENTENCE}", "colon.txt, line 3: the front matter is not YAML"),
    "list.txt": (f"---\n- a\n---\n{SENTENCE}", "the front matter is not a list of fields"),
    "nested.txt": (f"---\ntitle: {{a: b}}\n---\n{SENTENCE}", "title: input should be a valid string"),
    "shell.html": ("<html><body><script>render()</script></body></html>", "no article in this page"),
    "nothing.html": ("", "no article in this page"),
    "empty.jsonl": ("\n", "the document is empty"),
    "broken.jsonl": ('\n{"id": "a",\n', "broken.jsonl, line 2"),
    "array.jsonl": ('["a"]', "line 1: not a JSON object"),
    "idless.jsonl": ('{"text": "a"}', "line 1: no `id`"),
    "textless.jsonl": ('{"id": "a", "text": null}', "line 1: no `text`"),
    "surrogate.jsonl": ('{"id": "a", "text": "\\ud800"}', "line 1: half of a surrogate pair"),
    "deep.jsonl": ("[" * 100_000, "line 1: not JSON"),
    "page.pdf": ("%PDF", "unknown kind of file: .pdf (kinds that can be read: .htm, .html, .jsonl, .md, .txt)"),
    "README": ("a", "unknown kind of file: it has no suffix"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_file_that_cannot_be_used_is_one_clear_line(name: str, tmp_path: Path) -> None:
    content, message = BAD_FILES[name]
    assert message in error(file(tmp_path, name, content))


def test_a_missing_path_and_an_empty_folder_are_errors(tmp_path: Path) -> None:
    assert error(tmp_path / "gone.txt").endswith("gone.txt: no such file or folder")
    assert "no document in this folder (kinds that can be read: .htm" in error(tmp_path)
    assert "File name too long" in error("a" * 300)


def test_one_bad_document_stops_nothing(tmp_path: Path) -> None:
    file(tmp_path, "a.txt", b"\xff")
    file(tmp_path, "b.jsonl", '{"id": "b1"}\n{"id": "b2", "text": "' + SENTENCE + '"}\n')
    file(tmp_path, "c.txt", SENTENCE)
    results = list(read([tmp_path / "gone", tmp_path]))
    assert [getattr(result, "id", None) for result in results] == [None, None, None, "b2", "c"]


def test_the_second_document_of_an_id_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    file(tmp_path, "a.txt", SENTENCE)
    file(tmp_path, "b/a.txt", SENTENCE)
    assert "the document id 'a' is already taken by" in error(tmp_path)


@pytest.mark.parametrize(
    "written",
    [
        "2024-08-28",
        "2024-08-28T23:30:00-05:00",
        "2024-08-28 10:00",
        "20240828",
        "28 August 2024",
        "28 Aug 2024",
        "August 28, 2024",
        "Aug 28, 2024",
        "Wednesday, August 28, 2024",
        "28.08.2024",
        "2024/08/28",
        "Wed, 28 Aug 2024 10:00:00 +0000",
        "Wed, 28 Aug 2024 10:00:00 GMT",
    ],
)
def test_common_forms_of_a_day_are_understood(written: str) -> None:
    assert day(written) == "2024-08-28"


@pytest.mark.parametrize(
    "written", ["2025-02-30", "2025-13-01", "03/04/2025", "2025", "2025-03", "soon", "31 June 2025"]
)
def test_a_day_that_is_none_or_could_be_two_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="impossible date"):
        day(written)


@given(st.dates())
def test_a_day_written_in_iso_form_is_itself(date: object) -> None:
    assert day(str(date)) == str(date)


@pytest.mark.parametrize(
    "text",
    [
        "Regulator fines Plaza",
        "Rio de Janeiro court blocks Loja de la Plata",
        "Saudi prosecutors charge Omar Al Hamad Bin Said",
        "TURKEY BLOCKS VIDEO PLATFORM",
        "Plaza appeals EUR 3m fine, Bloom Capital says",
        "El País and La Repubblica sue Lumiq in Madrid, Rome.",
        "€ 3 000 000",
    ],
)
def test_short_english_items_full_of_names_pass(text: str) -> None:
    assert other_language(text) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Behörde hat am Dienstag ein Verfahren gegen die Plattform eröffnet.", "German"),
        ("El regulador multó a la plataforma por no retirar los contenidos denunciados.", "Spanish"),
        ("O tribunal suspendeu a rede social em todo o país por descumprir ordens judiciais.", "Portuguese"),
        ("De toezichthouder heeft het platform een boete opgelegd omdat het kinderen niet beschermt.", "Dutch"),
        (
            "Mahkeme, platformun içerikleri kaldırmaması nedeniyle erişimi ülke genelinde engelledi ve ceza verdi.",
            "Turkish",
        ),
        ("法院对该平台处以罚款。", "a language in another script"),
    ],
)
def test_one_sentence_in_another_language_is_enough_to_tell(text: str, language: str) -> None:
    assert other_language(text) == language


@given(st.binary(max_size=300), st.sampled_from(["txt", "html", "jsonl"]))
def test_no_bytes_whatever_break_the_reader(tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str) -> None:
    path = file(tmp_path_factory.mktemp("any"), f"x.{suffix}", data)
    assert all(isinstance(result, Document | InputError) for result in read([path]))


def test_every_module_of_the_folder_is_a_suffix() -> None:
    assert list(suffixes()) == ["htm", "html", "jsonl", "md", "txt"]
