"""`factdesk index`: what it writes and prints."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tui.cli import main


def write(folder: Path, count: int) -> None:
    for number in range(count):
        lines = "".join(f"The herd {number} ran {line} miles.\n" for line in range(20))
        (folder / f"{number}.txt").write_text(f"Report {number}\n\n{lines}", encoding="utf-8")


def test_a_large_folder_is_indexed_refreshed_and_described(
    tmp_path: Path, away_from_home: Path, capsys: pytest.CaptureFixture[str],
    on_disk_from: Callable[[int], None],
) -> None:  # fmt: skip
    on_disk_from(50)
    write(tmp_path, 9)
    assert main(["index", str(tmp_path), "--status"]) == 1
    assert "no index on disk" in capsys.readouterr().out
    assert main(["index", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert said.startswith("9 of 9 documents, 198 passages and titles, ")
    assert str(away_from_home / "cache_folder") in said
    write(tmp_path, 10)
    (tmp_path / "3.txt").write_text("Something else.\n", encoding="utf-8")
    assert main(["index", str(tmp_path), "--status"]) == 0
    assert capsys.readouterr().out.startswith("8 of 10 documents, ")
    assert main(["index", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("10 of 10 documents, 200 passages and titles, ")


def test_a_small_folder_leaves_nothing_behind(
    tmp_path: Path, away_from_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, 3)
    assert main(["index", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("3 documents: no index on disk")
    assert not (away_from_home / "cache_folder").exists()
    assert main(["index", str(tmp_path / "none")]) == 2
