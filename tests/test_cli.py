"""The command line: what it prints, where, and with which exit code."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import NEWS, OneFine

from kg import __version__
from kg.cli import main
from kg.model import Document, Fact

HEAVY = ("spacy", "rdflib", "pyoxigraph", "pydantic", "rich", "trafilatura", "networkx")


def kg(*args: str | Path, stdin: str | bytes | None = None) -> Result:
    result = CliRunner().invoke(main, [str(arg) for arg in args], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def failed(result: Result) -> str:
    """The one line that a command which did nothing leaves."""
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith("kg: error: ")
    return line.removeprefix("kg: error: ")


def run(*args: str | Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kg", *map(str, args)]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.txt").write_text(NEWS + "\nIt has to pay by June.\n")
    (folder / "two.txt").write_text(f"---\ntitle: Plaza fined\ndate: 2025-03-04\npublisher: The Wire\n---\n{NEWS}")
    return folder


@pytest.fixture
def store(news: Path, tmp_path: Path, one_fine: None) -> Path:
    assert kg("build", news, "--store", tmp_path / "store").exit_code == 0
    return tmp_path / "store"


# ---------------------------------------------------------------- the whole


def test_help_names_every_command() -> None:
    commands = ["build", "explain", "export", "extract", "facts", "names", "query", "rules", "validate"]
    assert [command for command in commands if f"  {command} " in kg("--help").stdout] == commands


@pytest.mark.parametrize(
    "command", [[], *([name] for name in main.list_commands(None)), ["rules", "try"], ["names", "find"]]
)
def test_help_is_light(command: list[str]) -> None:
    code = f"import sys, kg.cli; kg.cli.main({[*command, '--help']!r}, standalone_mode=False); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not [name for name in HEAVY if name in loaded.splitlines()[-1].split()]


def test_the_version_is_the_package_s() -> None:
    assert __version__ in kg("--version").stdout


def test_python_m_kg_is_kg() -> None:
    assert run("--version").stdout == kg("--version").stdout


def test_an_unknown_command_or_option_is_a_usage_error() -> None:
    assert kg("fly").exit_code == 2
    assert kg("facts", "--stor", "x").exit_code == 2


# ---------------------------------------------------------------- extract


def test_extract_prints_one_line_of_json_a_fact_in_document_order(news: Path, one_fine: None) -> None:
    result = kg("extract", news / "two.txt", news / "one.txt")
    assert result.exit_code == 0
    assert [json.loads(line)["doc"] for line in result.stdout.splitlines()] == ["two", "one"]
    assert result.stderr == ""


def test_extract_reads_json_lines_from_standard_input(one_fine: None) -> None:
    result = kg("extract", "-", stdin=json.dumps({"id": "given", "text": NEWS}))
    assert json.loads(result.stdout)["doc"] == "given"


def test_a_bad_document_is_reported_and_the_others_are_done(news: Path, one_fine: None) -> None:
    (news / "bad.txt").write_bytes(b"\xff")
    result = kg("extract", news, news / "gone.txt")
    assert (result.exit_code, len(result.stdout.splitlines())) == (1, 2)
    first, second = result.stderr.splitlines()
    assert first == f"kg: error: {news}/bad.txt, offset 0: invalid UTF-8: byte 0xff (save the file as UTF-8)"
    assert second == f"kg: error: {news}/gone.txt: no such file or folder"


def test_nothing_but_bad_documents_is_a_failure(tmp_path: Path, one_fine: None) -> None:
    assert failed(kg("extract", tmp_path / "gone.txt")).endswith("gone.txt: no such file or folder")
    assert "no document in this folder" in failed(kg("extract", tmp_path))
    assert failed(kg("extract", "-", stdin="")) == "stdin: the document is empty"


def test_the_date_option_dates_only_documents_without_a_date(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str | None] = []

    class Dates:
        def __init__(self, *_: object) -> None: ...

        def extract(self, documents):  # type: ignore[no-untyped-def]
            seen.extend(document.date for document in documents)
            return iter([])

    monkeypatch.setattr("kg.pipeline.Extractor", Dates)
    assert kg("extract", news, "--date", "1 May 2020").exit_code == 0
    assert seen == ["2020-05-01", "2025-03-04"]


def test_an_impossible_date_stops_before_anything_is_read(news: Path) -> None:
    result = kg("extract", news, "--date", "2025-02-30")
    assert result.exit_code == 2
    assert "impossible date '2025-02-30' (write it as 2024-08-28)" in result.stderr


@pytest.mark.parametrize("form", ["turtle", "trig", "nquads", "jsonld"])
def test_extract_writes_rdf_that_another_library_reads(form: str, news: Path, one_fine: None) -> None:
    from rdflib import RDF, Dataset, URIRef

    result = kg("extract", news, "--format", form, "--base", "https://graph.example/")
    graph = Dataset(default_union=True).parse(data=result.stdout, format={"jsonld": "json-ld"}.get(form, form))
    fines = {str(subject) for subject in graph.subjects(RDF.type, URIRef("https://w3id.org/preg#Fine"))}
    assert len({fine for fine in fines if fine.startswith("https://graph.example/fact/")}) == 2


# ---------------------------------------------------------------- build and what reads a store


def test_build_sums_up_what_it_found(news: Path, tmp_path: Path, one_fine: None) -> None:
    result = kg("build", news, "--store", tmp_path / "store")
    assert result.exit_code == 0
    assert "2 documents" in result.stdout
    assert ["Fine", "2", "2"] in [line.split() for line in result.stdout.splitlines()]


def test_building_twice_gives_the_same_store(store: Path, news: Path, one_fine: None) -> None:
    export = ("export", "--store", store, "--format", "nquads")
    before = kg(*export).stdout
    kg("build", news, "--store", store)
    assert kg(*export).stdout == before


def test_build_reports_bad_documents_and_keeps_the_good(news: Path, tmp_path: Path, one_fine: None) -> None:
    (news / "bad.jsonl").write_text("{")
    result = kg("build", news, "--store", tmp_path / "store")
    assert result.exit_code == 1
    assert "bad.jsonl, line 1" in result.stderr
    assert "2 documents" in result.stdout


def test_build_refuses_a_folder_of_other_things(news: Path, one_fine: None) -> None:
    assert "no store" in failed(kg("build", news, "--store", news))


def test_facts_come_back_as_lines_rows_and_cells(store: Path) -> None:
    lines = kg("facts", "--store", store, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["doc"] for line in lines] == ["one", "two"]
    rows = list(csv.DictReader(io.StringIO(kg("facts", "--store", store, "--format", "csv").stdout)))
    assert [(row["type"], row["who"], row["to whom"], row["about"]) for row in rows] == [
        ("Fine", "Ofcom", "Plaza", "3 million pounds")
    ] * 2
    assert "Ofcom" in kg("facts", "--store", store).stdout


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (["--type", "Fine"], 2),
        (["--type", "RegulatoryMeasure"], 2),
        (["--type", "Charge"], 0),
        (["--actor", "office of communications"], 2),
        (["--actor", "Nobody"], 0),
        (["--status", "actual"], 2),
        (["--status", "negated"], 0),
    ],
)
def test_facts_are_chosen_by_type_actor_and_status(options: list[str], count: int, store: Path) -> None:
    assert len(kg("facts", "--store", store, "--format", "jsonl", *options).stdout.splitlines()) == count


def test_an_unknown_type_lists_those_that_exist(store: Path) -> None:
    line = failed(kg("facts", "--store", store, "--type", "Fien"))
    assert "no fact type called 'Fien' (there is Accusation, Acquittal" in line


@pytest.mark.parametrize(
    "command", [["facts"], ["query", "ASK {}"], ["explain", "x"], ["validate"], ["export", "--format", "trig"]]
)
def test_a_store_that_is_none_is_one_line(command: list[str], tmp_path: Path) -> None:
    assert "no such folder" in failed(kg(*command, "--store", tmp_path / "gone"))


def test_explain_marks_the_spans_and_names_rule_and_source(store: Path) -> None:
    id = json.loads(kg("facts", "--store", store, "--format", "jsonl").stdout.splitlines()[1])["id"]
    text = kg("explain", id, "--store", store).stdout
    assert '"The regulator [Ofcom]agent [fined]trigger [Plaza]target [3 million pounds]amount on Tuesday."' in text
    assert "rule: fine.active" in text
    assert "two, The Wire, Plaza fined, 2025-03-04, characters 0-60" in text


def test_explain_knows_a_fact_without_its_prefix_and_refuses_others(store: Path) -> None:
    id = json.loads(kg("facts", "--store", store, "--format", "jsonl").stdout.splitlines()[0])["id"]
    assert kg("explain", id.removeprefix("fact/"), "--store", store).exit_code == 0
    assert "no fact 'nix' in this store" in failed(kg("explain", "nix", "--store", store))


@pytest.mark.parametrize(
    ("form", "begin"), [("table", "amount"), ("csv", "amount\n3000000\n"), ("json", '{"head":{"vars":["amount"]}')]
)
def test_a_query_is_answered_in_several_forms(form: str, begin: str, store: Path) -> None:
    sparql = "SELECT DISTINCT ?amount { ?fine a preg:Fine ; preg:amount/preg:number ?amount }"
    result = kg("query", "--store", store, sparql, "--format", form)
    assert (result.exit_code, result.stdout[: len(begin)]) == (0, begin)


def test_a_query_may_stand_in_a_file(store: Path, tmp_path: Path) -> None:
    (tmp_path / "ask.rq").write_text("ASK { ?fine a preg:Fine }")
    assert "yes" in kg("query", "--store", store, f"@{tmp_path}/ask.rq").stdout


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ("SELECT {", "broken SPARQL"),
        ("@gone.rq", "gone.rq: cannot be read"),
        ("no-such-question", "no question called 'no-such-question' (there is "),
    ],
)
def test_a_query_that_cannot_be_asked_is_one_line(question: str, message: str, store: Path) -> None:
    assert message in failed(kg("query", "--store", store, question))


def test_the_query_forms_offered_are_those_that_exist() -> None:
    from kg import query
    from kg.cli.query import FORMATS

    assert tuple(query.FORMATS) == FORMATS


def test_the_forms_that_extract_offers_are_export_forms() -> None:
    from kg.cli.extract import RDF
    from kg.formats import names

    assert set(RDF) <= set(names("kg.export"))


def test_an_export_to_a_file_is_what_standard_output_would_get(store: Path, tmp_path: Path) -> None:
    target = tmp_path / "graph.trig"
    result = kg("export", "--store", store, "--format", "trig", "-o", target)
    assert (result.exit_code, result.stdout) == (0, "")
    assert target.read_text() == kg("export", "--store", store, "--format", "trig").stdout


def test_a_failed_export_leaves_the_old_file_and_no_other(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out" / "graph.trig"
    target.parent.mkdir()
    target.write_text("old")

    def full(quads: object, stream: io.BytesIO) -> None:
        stream.write(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kg.export.trig.write", full)
    assert failed(kg("export", "--store", store, "--format", "trig", "-o", target)) == "no space left on device"
    assert [(path.name, path.read_text()) for path in target.parent.iterdir()] == [("graph.trig", "old")]


def test_an_export_to_nowhere_is_one_line(store: Path, tmp_path: Path) -> None:
    arguments = ("export", "--store", store, "--format", "trig", "-o")
    assert "gone: no such folder" in failed(kg(*arguments, tmp_path / "gone" / "x.trig"))
    assert "this is a folder" in failed(kg(*arguments, tmp_path))


# ---------------------------------------------------------------- rules and names


RULE = """
id: fine.test
event: Fine
why: A fine.
trigger: {forms: [fine], pos: VERB}
args:
  target: {path: "obj", type: Service, required: true}
tests:
  match: [{text: "Ofcom fined TikTok."}, {text: "Ofcom fined Telegram.", args: {target: Telegram}}]
  no_match: ["The weather was fine.", "Ofcom praised TikTok."]
"""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "fine.yaml").write_text(RULE)
    return folder


def test_rules_are_listed_with_what_they_find(rules: Path) -> None:
    assert ["fine.test", "Fine", "A", "fine."] in [
        line.split() for line in kg("rules", "list", "--rules", rules).stdout.splitlines()
    ]


def test_rules_prove_themselves(rules: Path) -> None:
    result = kg("rules", "test", "fine", "--rules", rules)
    assert result.stdout == "1 rules, 4 sentences, 0 failures, 0 known gaps\n"
    assert result.exit_code == 0


def test_a_failing_rule_is_named_with_its_sentence_and_exit_code_1(rules: Path) -> None:
    (rules / "fine.yaml").write_text(RULE.replace("target: Telegram}", "target: TikTok}"))
    result = kg("rules", "test", "fine", "--rules", rules)
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert line == "kg: error: fine.test: target should be 'TikTok', is Telegram: 'Ofcom fined Telegram.'"


def test_a_sentence_can_be_tried_and_a_rule_explained(rules: Path) -> None:
    tried = kg("rules", "try", "Ofcom fined TikTok.", "--rules", rules).stdout
    assert "  target: TikTok (platform/tiktok)" in tried
    assert "✓ trigger 'fined'" in kg("rules", "explain", "fine.test", "Ofcom fined TikTok.", "--rules", rules).stdout
    assert "no rule called 'fine.gone'" in failed(kg("rules", "explain", "fine.gone", "a", "--rules", rules))


def test_every_mistake_in_the_rules_is_a_line_with_file_and_line(rules: Path) -> None:
    (rules / "fine.yaml").write_text(RULE.replace("event: Fine", "event: Fien").replace("why:", "because:"))
    result = kg("extract", "-", "--rules", rules, stdin=NEWS)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 3
    assert f"kg: error: {rules}/fine.yaml, line 3: event: unknown event type" in result.stderr


def test_names_are_found_in_a_text(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("- {id: platform/plaza, type: Platform, label: Plaza}\n")
    rows = [line.split() for line in kg("names", "find", "Ofcom fined Plaza.", "--names", tmp_path).stdout.splitlines()]
    assert ["Plaza", "12", "17", "yes", "platform/plaza", "Platform", "Plaza", "unambiguous"] in rows


# ---------------------------------------------------------------- the real program


def test_a_closed_pipe_is_quiet() -> None:
    lines = [
        json.dumps({"id": str(number), "text": "The regulator Ofcom fined TikTok 3 million pounds on Tuesday."})
        for number in range(300)
    ]
    command = f"{sys.executable} -m kg extract - | head -c 1"
    result = subprocess.run(command, shell=True, input="\n".join(lines), capture_output=True, text=True, check=False)
    assert (result.stdout, result.stderr) == ("{", "")


def test_an_interrupt_is_quiet(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted(OneFine):
        def extract(self, documents: object) -> Iterator[tuple[Document, list[Fact]]]:
            raise KeyboardInterrupt

    monkeypatch.setattr("kg.pipeline.Extractor", Interrupted)
    result = kg("extract", news)
    assert (result.exit_code, result.stdout, result.stderr) == (130, "", "")


def test_a_real_run_finds_the_fine_and_its_sentence(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text("The regulator Ofcom fined TikTok 3 million pounds on Tuesday.\n")
    result = run("extract", tmp_path / "news.txt", "--date", "2025-03-05")
    assert result.stderr == ""
    fact = json.loads(result.stdout)
    assert (fact["type"], fact["doc"]) == ("Fine", "news")
    assert [filler["id"] for filler in fact["args"]["target"]] == ["platform/tiktok"]
    assert fact["evidence"][0]["quote"] == "The regulator Ofcom fined TikTok 3 million pounds on Tuesday."
