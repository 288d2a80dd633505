"""Indexes that nobody opens any more go; one that is in use never does."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tui import files
from tui.documents import find
from tui.search import Home, cleanup, open_index, refresh

HOLDER = """
import sys, time
from pathlib import Path
from threading import Thread
from tui.search.cleanup import hold
opener = Thread(target=hold, args=(Path(sys.argv[1]),))
opener.start()
opener.join()
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Three folders of indexes, opened today, a week ago, and a year ago."""
    folder = tmp_path / "index"
    for number, days in enumerate((0, 7, 365)):
        home = folder / f"{number:016x}"
        home.mkdir(parents=True)
        (home / "a.segment").write_bytes(b"x" * 1000)
        age(home, days)
    return folder


def age(folder: Path, days: int) -> None:
    then = time.time() - days * 24 * 3600
    for path in (*folder.iterdir(), folder):
        os.utime(path, (then, then))


def names(root: Path) -> set[int]:
    return {int(path.name, 16) for path in root.iterdir()}


def kept(root: Path) -> Path:
    return root / f"{0:016x}"


def test_what_was_not_opened_for_long_goes(root: Path) -> None:
    cleanup.sweep(kept(root))
    assert names(root) == {0, 1}


@pytest.mark.parametrize(("most", "left"), [(2000, {0, 1}), (1999, {0}), (10, {0})])
def test_the_oldest_go_where_all_are_too_large(
    root: Path, monkeypatch: pytest.MonkeyPatch, most: int, left: set[int]
) -> None:
    monkeypatch.setattr(cleanup, "MOST", most)
    monkeypatch.setattr(cleanup, "UNOPENED", float("inf"))
    cleanup.sweep(kept(root))
    assert names(root) == left


def test_what_another_program_has_open_stays_until_it_is_killed(root: Path) -> None:
    old = root / f"{2:016x}"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(old)],
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(Path(cleanup.__file__).parents[2])},
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        age(old, 365)
        cleanup.sweep(kept(root))
        assert names(root) == {0, 1, 2}
    finally:
        holder.kill()
        holder.wait()
        assert holder.stdout is not None
        holder.stdout.close()
    cleanup.sweep(kept(root))
    assert names(root) == {0, 1}


def test_what_another_program_writes_stays(root: Path) -> None:
    from filelock import FileLock

    old = root / f"{2:016x}"
    with FileLock(str(old / cleanup.LOCK)):
        age(old, 365)
        cleanup.sweep(kept(root))
    assert 2 in names(root)


def test_what_a_kill_left_of_a_folder_goes(root: Path) -> None:
    (root / f"{2:016x}").rename(root / f"{2:016x}-77.gone")
    cleanup.sweep(kept(root))
    assert names(root) == {0, 1}


def test_nothing_else_is_touched(root: Path) -> None:
    other = root / "notes"
    other.mkdir()
    age(other, 365)
    (root / "file").write_text("", encoding="utf-8")
    cleanup.sweep(kept(root))
    assert other.exists()
    assert (root / "file").exists()


def test_an_index_is_swept_when_another_is_written(tmp_path: Path) -> None:
    homes = []
    for name in ("old", "new"):
        reports = tmp_path / name
        reports.mkdir()
        (reports / "report.txt").write_text("Zebras ran.\n\nLions ran.\n", encoding="utf-8")
        found = list(find([reports]))
        homes.append(Home.of(found))
        for _ in refresh(homes[-1], found, in_memory=1):
            pass
        age(homes[-1].folder, 365)
    old, new = (home.folder for home in homes)
    assert old.parent == files.cache_folder() / "index"
    assert not old.exists()
    assert new.exists()


def test_opening_an_index_keeps_it(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("Zebras ran.\n\nLions ran.\n", encoding="utf-8")
    found = list(find([tmp_path]))
    home = Home.of(found)
    for _ in refresh(home, found, in_memory=1):
        pass
    age(home.folder, 365)
    assert open_index(found).search("zebras")
    assert time.time() - cleanup._opened(home.folder) < 60
