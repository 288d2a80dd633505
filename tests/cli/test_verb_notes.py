"""`factdesk notes`: list, check, export, import."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tui import cli, files
from tui.documents import Document
from tui.errors import FactdeskError
from tui.notes import FORMATS, Note, NoteStore

TEXT = "Police caught 373,000 people.\n\nThey froze 12 billion yuan in accounts.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a.txt").write_text(TEXT, encoding="utf-8")
    document = Document.from_text(TEXT, "a.txt", path=reports / "a.txt")
    store = NoteStore.open([reports])
    store.add(
        Note.on(document, 14, 21, kind="figure", body="Doubt\nit", tags=["x"], verdict="wrong")
    )
    store.add(Note.about(document, body="On all of it"))
    return reports


@pytest.fixture
def run(capsys):
    def run(*words: object) -> tuple[int, str, str]:
        status = cli.main(["notes", *map(str, words)])
        return (status, *capsys.readouterr())

    return run


def edit(folder: Path, old: str, new: str) -> None:
    (folder / "a.txt").write_text(TEXT.replace(old, new), encoding="utf-8")


def test_a_list_shows_quote_verdict_and_body_in_one_line(run, folder) -> None:
    status, out, _ = run("list", folder)
    assert status == 0
    assert f"{folder}/a.txt:1: “373,000” [wrong] Doubt it\n" in out
    assert "On all of it" in out


def test_a_list_as_json_has_a_note_a_line(run, folder) -> None:
    status, out, _ = run("list", folder, "--json")
    records = [json.loads(line) for line in out.split("\n") if line]
    assert (status, [record["body"] for record in records]) == (0, ["Doubt\nit", "On all of it"])
    assert (records[0]["exact"], records[0]["tags"], records[0]["state"]) == (
        *("373,000", ["x"], "anchored"),
    )


@pytest.mark.parametrize(
    ("where", "status", "bodies"),
    [
        ("verdict:wrong", 0, ["Doubt\nit"]),
        ("is:document | billion", 0, ["On all of it"]),
        ("dout (tag:x | is:lost)", 0, ["Doubt\nit"]),
        ("is:deleted", 1, []),
        ("@mine", 0, ["Doubt\nit"]),
    ],
)
def test_notes_that_match_are_listed_and_exported(run, folder, where, status, bodies) -> None:
    saved = files.data_folder() / "queries.toml"
    saved.parent.mkdir(parents=True, exist_ok=True)
    saved.write_text('mine = "doubt"\n', encoding="utf-8")
    code, out, err = run("list", folder, "--json", "--where", where)
    assert (code, err) == (status, "")
    assert [json.loads(line)["body"] for line in out.split("\n") if line] == bodies
    code, out, _ = run("export", folder, "--format", "json", "--where", where)
    assert (code, [record["note"] for record in json.loads(out)]) == (status, bodies)


def test_a_query_that_notes_cannot_answer_says_so(run, folder) -> None:
    status, out, err = run("list", folder, "--where", ">1bn")
    assert (status, out) == (1, "")
    assert "notes have no > unit: subject:" in err


def test_a_check_counts_what_is_on_documents_that_are_not_there(run, folder) -> None:
    (folder / "b.txt").write_text("Nothing.", encoding="utf-8")
    status, _, err = run("check", folder / "b.txt")
    assert status == 0
    assert "0 notes\n" in err
    assert "2 more on documents that are missing or were not named" in err


def test_one_note_is_singular(run, folder, tmp_path) -> None:
    store = NoteStore.open([folder])
    store.remove(store.all()[0].id)
    assert run("check", folder)[2] == "factdesk: 1 note: 1 anchored\n"
    page = tmp_path / "page.json"
    page.write_text(run("export", folder, "--format", "w3c")[1], encoding="utf-8")
    assert run("import", page, folder)[2].endswith("0 notes imported, 1 was there already\n")


def test_a_broken_notes_file_is_named_once_by_every_verb(run, folder) -> None:
    (path,) = (folder / ".factdesk" / "notes").glob("*.toml")
    path.write_text("schema = 1\n[[note", encoding="utf-8")
    for verb in ("list", "check", "export"):
        assert run(verb, folder)[2].count(str(path)) == 1, verb


def test_an_import_that_cannot_be_saved_fails(run, folder, tmp_path, monkeypatch) -> None:
    page = tmp_path / "page.json"
    page.write_text(run("export", folder, "--format", "w3c")[1], encoding="utf-8")
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text(TEXT, encoding="utf-8")

    def full(*_):
        raise FactdeskError("the disk is full", where="notes")

    monkeypatch.setattr("tui.notes.file.notesfile.NotesFile.save", full)
    status, _, err = run("import", page, other)
    assert status == 2
    assert "2 of them are NOT SAVED: notes: the disk is full" in err


def test_figures_go_by_the_date_that_a_note_sets(folder, capsys) -> None:
    (folder / "b.txt").write_text("In April some 340 dockers were hired.\n", encoding="utf-8")
    document = Document.from_text("", "b.txt", path=folder / "b.txt")
    NoteStore.open([folder]).add(Note.about(document, dated="2024", proof="page 1"))
    assert cli.main(["figures", "--kind", "count", str(folder / "b.txt")]) == 0
    assert "340 dockers · Apr 2024" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("old", "new", "status", "words"),
    [
        ("Police", "Police", 0, ""),
        ("Police caught", "Today the police caught", 0, "moved: “373,000”"),
        ("373,000", "374,000", 1, "changed: “373,000” → “374,000”"),
        ("Police caught 373,000 people.", "Nothing else is said.", 1, "lost: “373,000”"),
    ],
)
def test_a_check_reports_the_states_of_anchors(run, folder, old, new, status, words) -> None:
    edit(folder, old, new)
    found, out, err = run("check", folder)
    assert found == status
    assert words in out
    assert out.count("\n") == bool(words)
    assert "2 notes: " in err


def test_a_check_of_a_broken_notes_file_is_not_passed(run, folder) -> None:
    (path,) = (folder / ".factdesk" / "notes").glob("*.toml")
    path.write_text("schema = 1\n[[note", encoding="utf-8")
    status, _, err = run("check", folder)
    assert status == 2
    assert str(path) in err


def test_a_check_as_json_has_old_and_new_words(run, folder) -> None:
    edit(folder, "373,000", "374,000")
    _, out, _ = run("check", folder, "--json")
    records = [json.loads(line) for line in out.split("\n") if line]
    assert [(record["state"], record["now"]) for record in records if record["now"]] == [
        ("changed", "374,000")
    ]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_exported(run, folder, form) -> None:
    status, out, err = run("export", folder, "--format", form)
    assert (status, err) == (0, "")
    assert "373,000" in out
    if form in ("json", "w3c"):
        assert json.loads(out)
    if form == "csv":
        assert len(list(csv.DictReader(io.StringIO(out)))) == 2


def test_the_sheet_says_how_a_figure_is_read(run, folder) -> None:
    _, out, _ = run("export", folder, "--format", "csv")
    row = next(csv.DictReader(io.StringIO(out, newline="")))
    assert row["sentence"] == "Police caught 373,000 people."
    assert row["figure"] == "373,000 people"
    assert "> Police caught **373,000** people." in run("export", folder, "--format", "md")[1]


def test_a_template_of_ones_own(run, folder, tmp_path) -> None:
    template = tmp_path / "mine.txt"
    template.write_text("$quote: $verdict ($file:$line)\n", encoding="utf-8")
    status, out, _ = run("export", folder, "--template", template)
    assert status == 0
    assert "373,000: wrong (a.txt:1)\n" in out
    template.write_text("$nothing", encoding="utf-8")
    assert run("export", folder, "--template", template)[0] == 2


def test_notes_go_out_and_come_in_again_once(run, folder, tmp_path) -> None:
    page = tmp_path / "page.json"
    page.write_text(run("export", folder, "--format", "w3c")[1], encoding="utf-8")
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text("Today.\n\n" + TEXT, encoding="utf-8")
    status, out, err = run("import", page, other)
    assert (status, out) == (0, "")
    assert "2 notes imported" in err
    assert "0 notes imported, 2 were there already" in run("import", page, other)[2]
    assert run("check", other)[0] == 0
    assert f"{other}/a.txt:3: “373,000” [wrong] Doubt it" in run("list", other)[1]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["export", "FOLDER", "--format", "pdf"], "use one of md, csv, json, w3c, html"),
        (["import", "FOLDER/a.txt", "FOLDER"], "not JSON"),
        (["import", "FOLDER/none.json", "FOLDER"], "none.json"),
        (["import", "FOLDER/latin.txt", "FOLDER"], "latin.txt: not UTF-8; save it as UTF-8"),
        (["export", "FOLDER", "--template", "FOLDER/latin.txt"], "latin.txt: not UTF-8"),
        (["check", "FOLDER/none"], "none"),
        (["check"], "PATH"),
        ([], "--help"),
    ],
)
def test_wrong_use_is_reported_in_one_line(run, folder, words, says) -> None:
    (folder / "latin.txt").write_bytes("Ämter".encode("latin-1"))
    status, out, err = run(*(word.replace("FOLDER", str(folder)) for word in words))
    assert (status, out) == (2, "")
    assert says in err
    assert err.count("\n") == 1


def test_without_notes_there_is_nothing_to_export_and_nothing_wrong(run, tmp_path) -> None:
    (tmp_path / "b.txt").write_text("Nothing.", encoding="utf-8")
    assert run("export", tmp_path)[0] == 1
    assert run("check", tmp_path)[0] == 0
    assert not (tmp_path / ".factdesk").exists()


def test_a_closed_pipe_is_no_error(folder) -> None:
    store = NoteStore.open([folder])
    document = Document.from_text(TEXT, "a.txt", path=folder / "a.txt")
    store.add(Note.about(document, body="much " * 50_000))
    command = [sys.executable, "-m", "tui", "notes", "export", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
