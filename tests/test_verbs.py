"""The verbs of the command line: what they print, and how they end."""

import json

import pytest

from tui.cli import main

REPORT = """Harbour trade grows

Ships brought 1.2 million tonnes of grain, up 8% year-on-year. Some 340 dockers were hired.
"""


@pytest.fixture
def report(tmp_path, monkeypatch):
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "report.txt"


def test_figures_are_printed_with_their_place(report, capsys):
    assert main(["figures", "report.txt"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == "report.txt:3: measure: 1.2 m tonnes · grain"
    assert printed[1].startswith("report.txt:3: percent: ↑ 8 %")
    assert printed[2] == "report.txt:3: count: ≈ 340 dockers"


def test_json_has_numbers_as_numbers_and_the_document(report, capsys):
    assert main(["figures", "--json", "--kind", "percent", "."]) == 0
    (record,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (record["value"], record["unit"], record["document"]) == (8, "percent", "report.txt")
    assert REPORT[record["start"] : record["end"]] == record["text"] == "8%"


def test_where_takes_the_language_of_the_search(report, capsys):
    assert main(["figures", "--where", ">1000", "report.txt"]) == 0
    assert "1.2 m tonnes" in capsys.readouterr().out
    assert main(["figures", "--where", ">1tn", "report.txt"]) == 1


def test_why_names_the_rule(report, capsys):
    assert main(["figures", "--why", "report.txt"]) == 0
    assert any(line.startswith("report.txt:3: 8%") for line in capsys.readouterr().out.splitlines())


def test_search_prints_passages(report, capsys):
    assert main(["search", "dokcers", "report.txt"]) == 0
    assert capsys.readouterr().out == "report.txt:3: Some 340 dockers were hired.\n"
    assert main(["search", "zebra", "report.txt"]) == 1
    assert main(["search", "--json", "-n", "1", "grain", "report.txt"]) == 0
    assert json.loads(capsys.readouterr().out)["document"] == "report.txt"


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["figures", "nowhere"], 2, "nowhere: no such file or folder"),
        (["nowhere"], 2, "nowhere: no such file or folder"),
        (["figures", "--kind", "colour", "report.txt"], 2, "no kind of figure is called 'colour'"),
        (["figures"], 2, "required: PATH"),
        (["figures", "picture.bin"], 2, "picture.bin: not text"),
        (["figures", "--nonsense", "report.txt"], 2, "--nonsense"),
    ],
)
def test_what_is_wrong_is_said_in_lines_without_a_traceback(
    report, capsys, arguments, status, words
):
    (report.parent / "picture.bin").write_bytes(bytes(range(256)) * 8)
    assert main(arguments) == status
    printed = capsys.readouterr()
    assert printed.out == ""
    assert words in printed.err
    assert all(line.startswith("factdesk: ") for line in printed.err.splitlines())
    assert "Traceback" not in printed.err


def test_nothing_unsafe_is_printed(tmp_path, capsys):
    path = tmp_path / "a\x1b[2Jb.txt"
    path.write_text("It cost \x1b]0;owned\x07 12 dollars in all.", encoding="utf-8")
    for arguments in (["figures"], ["figures", "--json"], ["figures", "--why"], ["search", "cost"]):
        main([*arguments, str(path)])
        printed = capsys.readouterr()
        assert not set(printed.out + printed.err) & set("\x1b\x07\x9b")


def test_the_version_is_said_at_once(capsys):
    from tui import __version__

    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"factdesk {__version__}\n"
