"""The verbs of the command line: output and exit status."""

import json
import sys

import pytest

from tui.cli import main
from tui.cli.output import session_on
from tui.figures import Figure
from tui.search import Hit
from tui.session.remembered.saved_queries import SavedQueries

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


def test_json_has_every_field_and_each_number_as_it_is(tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text("Prices rose by 28.5% to 1.2 million euros, or 5 to 7 per cent.", "utf-8")
    assert main(["figures", "--json", str(path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [set(json.loads(line)) for line in lines] == [{*Figure._fields, "document"}] * 3
    for line, numbers in zip(
        lines, ('"value": 28.5,', '"value": 1200000,', '"low": 5, "high": 7,'), strict=True
    ):
        assert numbers in line
    assert main(["search", "--json", "prices", str(path)]) == 0
    for line in capsys.readouterr().out.splitlines():
        assert set(json.loads(line)) == {*Hit._fields, "text"}


def test_a_place_is_named_by_the_path_that_leads_there(report, capsys):
    (report.parent / "more").mkdir()
    (report.parent / "more" / "b.txt").write_text("It had 12 rooms.", encoding="utf-8")
    assert main(["figures", "more"]) == 0
    assert capsys.readouterr().out == "more/b.txt:1: count: 12 rooms\n"


def test_where_takes_the_language_of_the_search(report, capsys):
    assert main(["figures", "--where", ">1000", "report.txt"]) == 0
    assert "1.2 m tonnes" in capsys.readouterr().out
    assert main(["figures", "--where", ">1tn", "report.txt"]) == 1


def test_search_and_figures_know_what_was_saved_and_what_was_read(report, capsys):
    queries = SavedQueries()
    queries.save("many", ">1000")
    for verb in (["search", "@many"], ["figures", "--where", "@many"]):
        assert main([*verb, "report.txt"]) == 0
        assert "1.2 m" in capsys.readouterr().out
    for state, status in (("unread", 0), ("read", 1)):
        assert main(["search", f"dockers is:{state}", "report.txt"]) == status
        assert main(["figures", "--where", f"is:{state}", "report.txt"]) == status
    capsys.readouterr()
    session = session_on(["report.txt"])
    session.open("report.txt")
    session.memory.save()
    assert main(["search", "dockers is:read", "report.txt"]) == 0
    assert main(["figures", "--where", "is:unread", "report.txt"]) == 1


def test_what_is_wrong_with_a_query_is_said_beside_what_it_finds(report, capsys):
    for verb in (["search", "dockers kind:colour"], ["figures", "--where", "dockers kind:colour"]):
        main([*verb, "report.txt"])
        assert "kind:colour is none of" in capsys.readouterr().err


def test_what_is_wrong_with_the_settings_is_said_once_by_every_verb(report, capsys, config_file):
    path = str(config_file("[reading]\nwidht = 1\n"))
    for verb in (["figures"], ["search", "x"], ["read"], ["compare"], ["index"], ["notes", "list"]):
        main([*verb, "report.txt", "--config", path])
        said = capsys.readouterr().err
        assert said.count("unknown setting 'reading.widht'; did you mean 'width'?") == 1, verb
    assert main(["config", "show", "--config", path]) == 0
    assert "unknown setting" in capsys.readouterr().err


def test_where_asks_for_the_verdict_on_a_figure(report, capsys):
    session = session_on(["report.txt"])
    session.open("report.txt")
    session.focus_figure(0)
    session.judge(session.target(), "wrong")
    assert main(["figures", "--where", "verdict:wrong", "report.txt"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert main(["figures", "--where", "verdict:disputed", "report.txt"]) == 1
    assert "verdict:" not in capsys.readouterr().err


def test_a_verdict_that_the_settings_do_not_have_is_named(report, capsys, tmp_path):
    assert main(["figures", "--where", "verdict:rong", "report.txt"]) == 1
    assert "did you mean 'wrong'?" in capsys.readouterr().err
    own = tmp_path / "own.toml"
    own.write_text('[notes]\nverdicts = ["right", "rong"]\n')
    assert main(["figures", "--where", "verdict:rong", "report.txt", "--config", str(own)]) == 1
    assert "verdict:" not in capsys.readouterr().err


def test_why_names_the_rule(report, capsys):
    assert main(["figures", "--why", "report.txt"]) == 0
    assert any(line.startswith("report.txt:3: 8%") for line in capsys.readouterr().out.splitlines())


def test_why_can_be_read_by_a_program(report, capsys):
    assert main(["figures", "--why", "--json", "report.txt"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {"count", "unit_of_measure"} == {record["rule"] for record in records}
    for record in records:
        assert REPORT[record["start"] : record["end"]] == record["text"]
        assert record["document"] == "report.txt"
        assert record["reason"]


def test_after_two_hyphens_debug_is_a_word(report, capsys):
    assert main(["search", "--", "--debug", "report.txt"]) == 1
    assert main(["search", "--", "dockers", "--debug"]) == 2
    assert "--debug: no such file or folder" in capsys.readouterr().err


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
        (["figures", "--kind", "colour", "report.txt"], 2, "unknown kind of figure 'colour'"),
        (["figures"], 2, "figures needs PATH; see `factdesk figures --help`"),
        (["search"], 2, "search needs QUERY, PATH; see `factdesk search --help`"),
        (["figures", "picture.bin"], 2, "picture.bin: not text"),
        (["figures", "--nonsense", "report.txt"], 2, "factdesk figures has no option '--nonsense'"),
        (["figures", "--kidn", "percent", "report.txt"], 2, "did you mean '--kind'?"),
        (
            ["notes", "export", "--fromat=md", "."],
            2,
            "has no option '--fromat'; did you mean '--format'?",
        ),
        (["search", "x", "-n", "ten", "."], 2, "-n takes a number, not 'ten'; see"),
        (["search", "x", "-n", "0", "."], 2, "-n takes a number of at least 1, not 0"),
        (["search", "x", "-n", "-3", "."], 2, "-n takes a number of at least 1, not -3"),
        (["figures", "--why", "--kind", "date", "."], 2, "it takes no --kind and no --where"),
        (["figures", "--why", "--where", ">1", "."], 2, "it takes no --kind and no --where"),
        (["search", "x", ".", "-n"], 2, "-n needs a value; see `factdesk search"),
        (["figures", "--json=1", "."], 2, "--json takes no value; see"),
        (["figures", "--w", "."], 2, "--w is ambiguous: --where, --why; see"),
        (["--hlep"], 2, "did you mean '--help'?"),
        (["figures", "--hlep"], 2, "did you mean '--help'?"),
        (["--config", "x.toml", "figures", "."], 2, "the verb comes first: factdesk figures …"),
        (["notes", "lst", "report.txt"], 2, "notes has no verb 'lst'; did you mean 'list'?"),
        (["notes", "xyzw", "report.txt"], 2, "it is one of list, check, export, import"),
        (["help"], 2, "did you mean '--help'?"),
        (["figures", "--kind", "mony", "report.txt"], 2, "did you mean 'money'?"),
        (["notes"], 2, "notes needs one of list, check, export, import; see `factdesk notes"),
        (["figures", ""], 2, "a path is empty; write . for this folder"),
        ([""], 2, "a path is empty; write . for this folder"),
        (
            ["serch", "x", "report.txt"],
            2,
            "serch: no such file or verb; did you mean 'search'",
        ),
        (["--verson"], 2, "did you mean '--version'?"),
        (["report.txt"], 2, "the desk needs a terminal"),
    ],
)
def test_errors_are_one_line_without_a_traceback(report, capsys, arguments, status, words):
    (report.parent / "picture.bin").write_bytes(bytes(range(256)) * 8)
    assert main(arguments) == status
    printed = capsys.readouterr()
    assert printed.out == ""
    assert words in printed.err
    assert all(line.startswith("factdesk: ") for line in printed.err.splitlines())
    assert "Traceback" not in printed.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["search", "zebra", "report.txt"], "nothing found for zebra"),
        (["figures", "--kind", "ratio", "report.txt"], "no such figures"),
        (["compare", "report.txt"], "no figures that may be the same"),
        (["notes", "list", "report.txt"], "no notes"),
        (["notes", "export", "--format", "csv", "report.txt"], "no notes"),
    ],
)
def test_nothing_found_is_reported_only_in_a_terminal(
    report, capsys, monkeypatch, arguments, words
):
    assert main(arguments) == 1
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert main(arguments) == 1
    assert capsys.readouterr().err == f"factdesk: {words}\n"


def test_a_folder_without_documents_is_named(report, capsys, config_file):
    (report.parent / "pictures").mkdir()
    assert main(["figures", "pictures"]) == 1
    assert capsys.readouterr().err == "factdesk: pictures: no .txt or .md files\n"
    path = str(config_file('[documents]\nendings = [".rst"]\n'))
    assert main(["figures", ".", "--config", path]) == 1
    assert capsys.readouterr().err == "factdesk: .: no .rst files\n"


def test_nothing_unsafe_is_printed(tmp_path, capsys):
    path = tmp_path / "a\x1b[2Jb.txt"
    path.write_text("It cost \x1b]0;owned\x07 12 dollars in all.", encoding="utf-8")
    other = tmp_path / "b\n\u202e.txt"
    other.write_text("It cost \x9b31m 15 dollars in all.", encoding="utf-8")
    for verb in (
        *(["figures"], ["figures", "--json"], ["figures", "--why"], ["search", "cost"], ["read"]),
        *(["search", "--json", "cost"], ["compare"], ["compare", "--json"]),
    ):
        assert main([*verb, str(path), str(other)]) == 0, verb
        printed = capsys.readouterr()
        assert "12" in printed.out
        assert "b\n" not in printed.out
        assert set(printed.out + printed.err).isdisjoint("\x1b\x07\x9b\u202e\r")
    for verb in (["figures"], ["notes", "list"]):
        assert main([*verb, str(tmp_path / "no\x1b[31mwhere")]) == 2
        assert capsys.readouterr().err.startswith("factdesk: /")


def test_the_version_includes_python_and_libraries(capsys):
    from importlib.metadata import version

    from tui import __version__

    assert main(["--version"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first == f"factdesk {__version__}"
    python, *libraries = second.split(", ")
    assert python == "Python " + ".".join(map(str, sys.version_info[:3]))
    assert libraries == [f"{name} {version(name)}" for name in ("textual", "rapidfuzz", "numpy")]


def test_a_missing_library_has_no_version(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(tmp_path / "nowhere")])
    assert main(["-V"]) == 0
    assert "textual not installed" in capsys.readouterr().out
