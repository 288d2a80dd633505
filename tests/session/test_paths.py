"""Paths as they are typed: what lies where they point, and how they are completed."""

from pathlib import Path

import pytest

from tui.errors import FactdeskError
from tui.session import Entry, beginning, entries, finished, meant

ENDINGS = (".txt", ".md")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a10.txt", "a2.txt", "Annex.pdf", ".hidden.txt", "b.MD"):
        (tmp_path / name).write_text("x")
    for name in ("annual", "Zoo", ".git"):
        (tmp_path / name).mkdir()
    return tmp_path


def shown(begun: str, folder: Path) -> list[str]:
    return [entry.shown for entry in beginning(begun, entries(folder), ENDINGS)]


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
def test_names_that_begin_so(folder: Path, begun: str, expected: list[str]) -> None:
    assert shown(begun, folder) == expected


def test_a_folder_that_cannot_be_looked_into_says_why(folder: Path) -> None:
    with pytest.raises(FactdeskError, match="cannot be looked into"):
        entries(folder / "a2.txt")
    with pytest.raises(FactdeskError, match="cannot be looked into"):
        entries(Path("a\0b"))


@pytest.mark.parametrize(
    ("begun", "names", "expected"),
    [
        ("rep", ["report-1.txt", "report-2.txt"], "report-"),
        ("REP", ["report-1.txt", "Report-2.txt"], "report-"),
        ("", ["one", "two"], ""),
        ("o", ["one"], "one"),
    ],
)
def test_a_name_is_completed_as_far_as_it_is_certain(
    begun: str, names: list[str], expected: str
) -> None:
    assert finished(begun, [Entry(name, is_folder=False) for name in names]) == expected


def test_the_home_folder_is_meant_by_a_tilde(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ada")
    assert meant(" ~/reports ") == Path("/home/ada/reports")
    with pytest.raises(FactdeskError, match="no such home folder"):
        meant("~nobody-of-this-name/x")
