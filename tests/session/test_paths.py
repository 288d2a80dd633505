"""Typed paths: listing folders, and completing names."""

from pathlib import Path

import pytest

from tui.errors import FactdeskError, Problem
from tui.session import (
    Entry,
    complete_name,
    list_entries,
    matching_entries,
    missing_part,
    parse_path,
)

ENDINGS = (".txt", ".md")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a10.txt", "a2.txt", "Annex.pdf", ".hidden.txt", "b.MD"):
        (tmp_path / name).write_text("x")
    for name in ("annual", "Zoo", ".git"):
        (tmp_path / name).mkdir()
    return tmp_path


def shown(begun: str, folder: Path) -> list[str]:
    return [entry.shown for entry in matching_entries(begun, list_entries(folder), ENDINGS)]


@pytest.mark.parametrize(
    ("begun", "expected"),
    [
        ("", ["annual/", "Zoo/", "a2.txt", "a10.txt", "b.MD"]),
        ("a", ["annual/", "a2.txt", "a10.txt", "Annex.pdf"]),
        ("AN", ["annual/", "Annex.pdf"]),
        (".", [".git/", ".hidden.txt"]),
        ("nothing", []),
    ],
)
def test_matching_entries(folder: Path, begun: str, expected: list[str]) -> None:
    assert shown(begun, folder) == expected


def test_an_unreadable_folder_is_reported(folder: Path) -> None:
    with pytest.raises(FactdeskError, match="the folder cannot be read"):
        list_entries(folder / "a2.txt")
    with pytest.raises(FactdeskError, match="the folder cannot be read"):
        list_entries(Path("a\0b"))


@pytest.mark.parametrize(
    ("begun", "names", "expected"),
    [
        ("rep", ["report-1.txt", "report-2.txt"], "report-"),
        ("REP", ["report-1.txt", "Report-2.txt"], "report-"),
        ("", ["one", "two"], ""),
        ("o", ["one"], "one"),
    ],
)
def test_a_name_is_completed_to_the_common_prefix(
    begun: str, names: list[str], expected: str
) -> None:
    assert complete_name(begun, [Entry(name, is_folder=False) for name in names]) == expected


def test_a_tilde_is_the_home_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ada")
    assert parse_path(" ~/reports ") == Path("/home/ada/reports")
    with pytest.raises(FactdeskError, match="no such home folder"):
        parse_path("~nobody-of-this-name/x")


def test_what_is_missing_of_a_path_is_named_and_the_nearest_name(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").write_text("1 gull")
    assert missing_part(tmp_path / "reports" / "a.txt") is None
    assert missing_part(tmp_path / "repots" / "2022" / "a.txt") == Problem(
        "there is no 'repots' in this folder", str(tmp_path), "did you mean 'reports'?"
    )
    assert missing_part(tmp_path / "xyz") == Problem(
        "there is no 'xyz' in this folder", str(tmp_path), "it is one of reports"
    )
    within = missing_part(tmp_path / "reports" / "a.txt" / "b")
    assert within is not None
    assert within.what == "'a.txt' is a file, so 'b' cannot be in it"
