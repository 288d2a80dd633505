"""An index on disk: it answers as one in memory, whatever happened to its files."""

import errno
import os
import random
import shutil
import time
from pathlib import Path

import pytest
from reports import FEW, answers, build_stages, documents, is_right, put, refreshed, written

from tui.documents import Document, Found, find, read
from tui.errors import FactdeskError
from tui.search import Index, IndexFolder, build_progressively, open_index, quick_index, refresh
from tui.search.disk import index_folder as index_folder_module
from tui.search.disk import opening


def test_opening_maps_the_files_and_reads_no_document(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refreshed(folder)
    asked = []
    monkeypatch.setattr(opening, "read_document", lambda found: asked.append(found) or read(found))
    index = open_index(find([folder]))
    hits = index.search("zebras ran", kinds={"passage"})
    assert hits
    assert {found.name for found in asked} == {hits[0].document}  # for what was corrected
    assert index.spans("zebras", hits[0])
    for part in index._parts:
        assert not part.segment.tokens.flags.writeable
        assert not part.segment.tokens.flags.owndata


CHANGES = {
    "changed": lambda folder: put(folder, 5, 3),
    "same size": lambda folder: put(folder, 5, 6),
    "deleted": lambda folder: (folder / "4.txt").unlink(),
    "new": lambda folder: put(folder, 50, 1),
    "renamed": lambda folder: (folder / "4.txt").rename(folder / "99.txt"),
    "touched": lambda folder: (folder / "4.txt").touch(),
    "swapped": lambda folder: [
        (folder / "4.txt").rename(folder / "x.txt"),
        (folder / "5.txt").rename(folder / "4.txt"),
        (folder / "x.txt").rename(folder / "5.txt"),
    ],
    "most changed": lambda folder: [put(folder, number, 7) for number in range(1, 12)],
    "unreadable": lambda folder: (folder / "3.txt").write_bytes(b"\0\1\2" * 400),
}


@pytest.mark.parametrize("change", CHANGES)
def test_changes_are_searched_at_once_and_then_written(folder: Path, change: str) -> None:
    index_folder = refreshed(folder)
    CHANGES[change](folder)
    present = []
    for found in find([folder]):
        try:
            present.append(read(found))
        except FactdeskError:
            continue
    expected = answers(Index.build(present))
    assert answers(open_index(find([folder]))) == expected
    assert answers(open_index(present)) == expected
    refreshed(folder)
    assert answers(open_index(find([folder]))) == expected
    stored = index_folder.open()
    assert stored is not None
    names = [entry.name for piece, _ in stored for entry in piece.entries if entry]
    assert sorted(names) == sorted(document.name for document in present)
    assert {piece.file for piece, _ in stored} == {path.name for path in written()}


def test_the_open_document_takes_precedence_over_its_file(folder: Path) -> None:
    refreshed(folder)
    held = documents(folder)
    expected = answers(Index.build(held))
    put(folder, 5, 3)
    refreshed(folder)
    assert answers(open_index(held)) == expected
    index = next(index for index, _ in build_progressively(held) if index)
    assert answers(index) == expected


def test_indexing_part_of_a_folder_keeps_the_rest_of_its_index(folder: Path) -> None:
    index_folder = refreshed(folder)
    some = list(find([folder / "1.txt", folder / "2.txt"]))
    assert IndexFolder.for_sources(some).path == index_folder.path
    for _ in refresh(index_folder, some, FEW):
        pass
    assert len(open_index(some).search("report", kinds={"title"})) == 2
    stored = index_folder.open()
    assert stored is not None
    assert sum(entry is not None for piece, _ in stored for entry in piece.entries) == 12


def test_an_interrupted_build_is_valid_and_resumed(folder: Path) -> None:
    found = list(find([folder]))
    index_folder = IndexFolder.for_sources(found)
    writer = refresh(index_folder, found, 6)
    while not index_folder.open():
        next(writer)
    writer.close()
    stored = index_folder.open()
    assert stored is not None
    held = sum(len(piece.entries) for piece, _ in stored)
    assert held > 0
    assert is_right(open_index(found), folder)
    refreshed(folder)
    assert is_right(open_index(found), folder)


def test_many_single_changes_leave_few_segments(folder: Path) -> None:
    index_folder = refreshed(folder)
    for version in range(1, 12):
        put(folder, version, version)
        refreshed(folder)
        stored = index_folder.open()
        assert stored is not None
        assert len(stored) <= 4
    assert is_right(open_index(find([folder])), folder)


def spoiled(path: Path, chance: random.Random, how: str) -> None:
    data = bytearray(path.read_bytes())
    if how == "flipped":
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    elif how == "cut":
        del data[chance.randrange(len(data)) :]
    elif how == "longer":
        data += b"x" * 64
    elif how == "zeroed":
        data[len(data) // 3 :] = bytes(len(data) - len(data) // 3)
    path.unlink()
    if how != "gone":
        path.write_bytes(data)


@pytest.mark.parametrize("how", ["flipped", "cut", "longer", "zeroed", "gone"])
@pytest.mark.parametrize("file", ["manifest", "*.segment"])
def test_a_damaged_index_is_rebuilt(folder: Path, file: str, how: str) -> None:
    index_folder = refreshed(folder)
    expected = answers(Index.build(documents(folder)))
    whole = index_folder.path.with_name("whole")
    shutil.copytree(index_folder.path, whole)
    for seed in range(8):
        for path in (*index_folder.path.glob("*.segment"), index_folder.path / "manifest"):
            path.unlink(missing_ok=True)
        shutil.copytree(whole, index_folder.path, dirs_exist_ok=True)
        (path,) = index_folder.path.glob(file)
        spoiled(path, random.Random(seed), how)
        assert index_folder.open() is None
        assert answers(open_index(find([folder]))) == expected
    refreshed(folder)
    assert index_folder.open()
    assert answers(open_index(find([folder]))) == expected
    assert len(list(index_folder.path.glob("*.segment*"))) == 1


def test_an_index_of_another_version_is_rebuilt(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index_folder = refreshed(folder)
    monkeypatch.setattr(index_folder_module, "FORMAT", "another")
    assert index_folder.open() is None
    refreshed(folder)
    assert index_folder.open()


@pytest.mark.parametrize(
    "step", ["tui.search.disk.segment_file._checksum_of", "tui.files.write_atomically"]
)
def test_a_full_disk_is_not_kept_full(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    index_folder = refreshed(folder)
    before = {path.name for path in index_folder.path.iterdir()}
    put(folder, 3, 5)
    with monkeypatch.context() as patched:
        patched.setattr(step, full)
        if step.endswith("_checksum_of"):  # after the new file was written
            patched.setattr(IndexFolder, "open", lambda self: None)
        with pytest.raises(FactdeskError, match="cannot be written"):
            refreshed(folder)
    assert {path.name for path in index_folder.path.iterdir()} == before
    index = open_index(find([folder]))
    assert is_right(index, folder)


def test_a_deleted_file_is_forgotten_though_nothing_else_changed(folder: Path) -> None:
    index_folder = refreshed(folder)
    (folder / "4.txt").unlink()
    index, _ = build_stages(folder)[-1]
    assert index is not None
    assert is_right(index, folder)
    entries = [entry for piece, _ in index_folder.open() or [] for entry in piece.entries]
    assert {entry.name for entry in entries if entry} == {
        f"{number}.txt" for number in range(12) if number != 4
    }


def test_a_file_of_which_only_the_time_changed_is_read_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refreshed(folder)
    os.utime(folder / "4.txt", (1_500_000_000, 1_500_000_000))
    asked = []

    def noticed(found: Found) -> Document:
        asked.append(found.name)
        return read(found)

    monkeypatch.setattr("tui.search.disk.writing.read_document", noticed)
    refreshed(folder)
    refreshed(folder)
    assert asked == ["4.txt"]


def test_a_file_changed_just_now_is_compared_by_its_text(folder: Path) -> None:
    now = time.time()
    os.utime(folder / "7.txt", (now, now))
    index_folder = refreshed(folder)
    stored = index_folder.open()
    assert stored is not None
    stamps = {entry.name: entry.stamp for piece, _ in stored for entry in piece.entries if entry}
    assert stamps.pop("7.txt") is None
    assert all(stamps.values())


def test_a_document_dated_by_hand_is_searched_by_that_date(folder: Path) -> None:
    path = folder / "3.txt"
    path.write_text("Report 3\n\nBy 3 June some 400 okapis had run.\n", encoding="utf-8")
    refreshed(folder)
    held = documents(folder)
    assert open_index(held).search("2022-06..2022-06 okapis") == []
    dated = next(document for document in held if document.name == "3.txt")
    dated.date_by_hand("2022-07-01")
    (hit,) = open_index(held).search("2022-06..2022-06 okapis")
    assert hit.document == "3.txt"


def test_left_out_kinds_are_not_searched_though_they_are_on_disk(folder: Path) -> None:
    refreshed(folder)
    some = documents(folder)
    for document in some:
        document.leave_out = frozenset(["money"])
    for index in (open_index(some), quick_index(some)):
        assert index is not None
        assert index.search("kind:money", kinds=["fact"]) == []
        assert len(index.search("kind:count", 500, kinds=["fact"])) == 12
        assert {hit.kind for hit in index.search("million yuan", 500)} == {"passage"}
    assert answers(open_index(documents(folder)))["kind:money"] != []
