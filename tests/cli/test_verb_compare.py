"""`factdesk compare`: figures that may be the same fact, in groups."""

import json
from io import BytesIO, TextIOWrapper

import pytest

from tui.cli import main

FLOOD = "The flood in Norwall destroyed 340 homes.\n\nIn 2021 the town of Norwall had 52 bridges.\n"
AFTER = "In Norwall the flood has destroyed 355 homes.\n\nNorwall had 52 bridges, the town said.\n"


@pytest.fixture
def reports(tmp_path, monkeypatch):
    (tmp_path / "1.txt").write_text(FLOOD, encoding="utf-8")
    (tmp_path / "2.txt").write_text(AFTER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_groups_are_printed_those_that_differ_first(reports, capsys):
    assert main(["compare", "."]) == 0
    first, second = capsys.readouterr().out.strip().split("\n\n")
    heading, one, other = first.split("\n")
    assert heading == "differ: homes · flood, destroyed, Norwall"
    assert one == "1.txt:1: 340 homes · no period · “The flood in Norwall destroyed 340 homes.”"
    assert other.startswith("2.txt:1: 355 homes · differ by +4.41 % · no period · “In Norwall")
    assert second.split("\n")[0] == "agree: bridges · Norwall, town"
    assert "· 2021 ·" in second


def test_json_has_one_object_a_group_with_all_fields_of_each_figure(reports, capsys):
    assert main(["figures", "--json", "--kind", "count", "."]) == 0
    figures = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert main(["compare", "--json", "."]) == 0
    groups = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(g["unit"], g["subject"], g["relation"]) for g in groups] == [
        ("homes", "homes", "differ"),
        ("bridges", "bridges", "agree"),
    ]
    assert all(member in figures for group in groups for member in group["members"])
    assert [member["document"] for member in groups[0]["members"]] == ["1.txt", "2.txt"]


def test_without_a_group_the_status_is_1(reports, capsys):
    assert main(["compare", "1.txt"]) == 1
    assert capsys.readouterr().out == ""
    assert main(["compare", "nowhere"]) == 2


def test_text_is_made_safe_for_the_terminal(reports, capsys):
    (reports / "1.txt").write_text(FLOOD.replace("flood", "flood\x1b[31m"), encoding="utf-8")
    assert main(["compare", "."]) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_a_draft_is_printed_figure_by_figure_what_differs_first(reports, capsys):
    assert main(["compare", "--draft", "1.txt", "2.txt"]) == 0
    homes, bridges, year = capsys.readouterr().out.splitlines()
    assert homes == "1.txt:1: 340 homes · 1 differ · 355 homes, +4.41 % (2.txt:1)"
    assert bridges == "1.txt:3: 52 bridges · 2021 · 1 agree · 52 bridges (2.txt:3)"
    assert year == "1.txt:3: 2021 · not compared"


def test_the_draft_may_be_among_the_paths_or_be_the_standard_input(reports, capsys, monkeypatch):
    assert main(["compare", "--draft", "1.txt", "."]) == 0
    among = capsys.readouterr().out
    assert main(["compare", "--draft", "1.txt", "2.txt"]) == 0
    assert capsys.readouterr().out == among
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(FLOOD.encode())))
    assert main(["compare", "--draft", "-", "2.txt"]) == 0
    assert capsys.readouterr().out == among.replace("1.txt", "-")


def test_json_of_a_draft_has_the_figure_that_decides(reports, capsys):
    assert main(["compare", "--draft", "1.txt", "2.txt", "--json"]) == 0
    homes, _, year = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (homes["text"], homes["standing"], homes["others"]) == ("340", "differ", {"differ": 1})
    assert (homes["elsewhere"]["value"], homes["elsewhere"]["document"]) == (355, "2.txt")
    assert (year["standing"], year["elsewhere"]) == ("not compared", None)


def test_a_draft_that_is_no_file_is_refused(reports, capsys):
    (reports / "empty.txt").write_text("Nothing here.")
    assert main(["compare", "--draft", "nowhere.txt", "2.txt"]) == 2
    assert "nowhere.txt: no such file or folder" in capsys.readouterr().err
    assert main(["compare", "--draft", ".", "2.txt"]) == 2
    assert "factdesk: .: this is no file that can be read" in capsys.readouterr().err
    assert main(["compare", "--draft", "empty.txt", "2.txt"]) == 1
