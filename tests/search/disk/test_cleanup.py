"""Unused indexes are deleted; one that is in use never is."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tui import files
from tui.documents import find
from tui.search import IndexFolder, open_index, refresh
from tui.search.disk import cleanup

HOLDER = """
import sys, time
from pathlib import Path
from threading import Thread
from tui.search.disk.cleanup import mark_in_use
opener = Thread(target=mark_in_use, args=(Path(sys.argv[1]),))
opener.start()
opener.join()
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Three index folders, last used today, a week ago and a year ago."""
    folder = tmp_path / "index"
    for number, days in enumerate((0, 7, 365)):
        index_folder = folder / f"{number:016x}"
        index_folder.mkdir(parents=True)
        (index_folder / "a.segment").write_bytes(b"x" * 1000)
        age(index_folder, days)
    return folder


def age(folder: Path, days: int) -> None:
    then = time.time() - days * 24 * 3600
    for path in (*folder.iterdir(), folder):
        os.utime(path, (then, then))


def names(root: Path) -> set[int]:
    return {int(path.name, 16) for path in root.iterdir()}


def kept(root: Path) -> Path:
    return root / f"{0:016x}"


def test_indexes_unused_for_long_are_deleted(root: Path) -> None:
    cleanup.delete_unused(kept(root))
    assert names(root) == {0, 1}


@pytest.mark.parametrize(("most", "left"), [(2000, {0, 1}), (1999, {0}), (10, {0})])
def test_the_least_recently_used_are_deleted_above_the_size_limit(
    root: Path, monkeypatch: pytest.MonkeyPatch, most: int, left: set[int]
) -> None:
    monkeypatch.setattr(cleanup, "MAX_TOTAL_BYTES", most)
    monkeypatch.setattr(cleanup, "MAX_UNUSED_TIME", float("inf"))
    cleanup.delete_unused(kept(root))
    assert names(root) == left


def test_an_index_open_in_another_process_stays_until_that_is_killed(root: Path) -> None:
    old = root / f"{2:016x}"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(old)],
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(Path(cleanup.__file__).parents[3])},
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        age(old, 365)
        cleanup.delete_unused(kept(root))
        assert names(root) == {0, 1, 2}
    finally:
        holder.kill()
        holder.wait()
        assert holder.stdout is not None
        holder.stdout.close()
    cleanup.delete_unused(kept(root))
    assert names(root) == {0, 1}


def test_an_index_locked_by_a_writer_stays(root: Path) -> None:
    from filelock import FileLock

    old = root / f"{2:016x}"
    with FileLock(str(old / cleanup.LOCK)):
        age(old, 365)
        cleanup.delete_unused(kept(root))
    assert 2 in names(root)


def test_the_rest_of_an_interrupted_deletion_is_deleted(root: Path) -> None:
    (root / f"{2:016x}").rename(root / f"{2:016x}-77.gone")
    cleanup.delete_unused(kept(root))
    assert names(root) == {0, 1}


def test_other_folders_and_files_stay(root: Path) -> None:
    other = root / "notes"
    other.mkdir()
    age(other, 365)
    (root / "file").write_text("", encoding="utf-8")
    cleanup.delete_unused(kept(root))
    assert other.exists()
    assert (root / "file").exists()


def test_writing_an_index_deletes_unused_ones(tmp_path: Path) -> None:
    index_folder_module = []
    for name in ("old", "new"):
        reports = tmp_path / name
        reports.mkdir()
        (reports / "report.txt").write_text("Zebras ran.\n\nLions ran.\n", encoding="utf-8")
        found = list(find([reports]))
        index_folder_module.append(IndexFolder.for_sources(found))
        for _ in refresh(index_folder_module[-1], found, in_memory=1):
            pass
        age(index_folder_module[-1].path, 365)
    old, new = (index_folder.path for index_folder in index_folder_module)
    assert old.parent == files.cache_folder() / "index"
    assert not old.exists()
    assert new.exists()


def test_opening_an_index_keeps_it(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("Zebras ran.\n\nLions ran.\n", encoding="utf-8")
    found = list(find([tmp_path]))
    index_folder = IndexFolder.for_sources(found)
    for _ in refresh(index_folder, found, in_memory=1):
        pass
    age(index_folder.path, 365)
    assert open_index(found).search("zebras")
    assert time.time() - cleanup._last_opened(index_folder.path) < 60
