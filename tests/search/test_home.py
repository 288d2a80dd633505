"""An index on disk: it answers as one in memory, whatever happened to its files."""

import os
import random
import shutil
import time
from pathlib import Path

import pytest
from reports import FEW, answers, documents, is_right, put, refreshed, written

from tui.documents import find, read
from tui.errors import FactdeskError
from tui.search import Home, Index, glance, grow, open_index, opening, refresh
from tui.search import home as homes


def test_what_is_opened_is_mapped_and_no_document_is_read(
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
def test_changes_are_seen_at_once_and_written_down(folder: Path, change: str) -> None:
    home = refreshed(folder)
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
    stored = home.open()
    assert stored is not None
    names = [entry.name for piece, _ in stored for entry in piece.entries if entry]
    assert sorted(names) == sorted(document.name for document in present)
    assert {piece.file for piece, _ in stored} == {path.name for path in written()}


def test_the_document_at_hand_decides_not_the_file(folder: Path) -> None:
    refreshed(folder)
    held = documents(folder)
    expected = answers(Index.build(held))
    put(folder, 5, 3)
    refreshed(folder)
    assert answers(open_index(held)) == expected
    index = next(index for index, _ in grow(held) if index)
    assert answers(index) == expected


def test_a_part_of_a_folder_leaves_the_rest_of_its_index(folder: Path) -> None:
    home = refreshed(folder)
    some = list(find([folder / "1.txt", folder / "2.txt"]))
    assert Home.of(some).folder == home.folder
    for _ in refresh(home, some, FEW):
        pass
    assert len(open_index(some).search("report", kinds={"title"})) == 2
    stored = home.open()
    assert stored is not None
    assert sum(entry is not None for piece, _ in stored for entry in piece.entries) == 12


def test_an_interrupted_build_counts_as_far_as_it_came_and_goes_on(folder: Path) -> None:
    found = list(find([folder]))
    home = Home.of(found)
    writer = refresh(home, found, 6)
    while not home.open():
        next(writer)
    writer.close()
    stored = home.open()
    assert stored is not None
    held = sum(len(piece.entries) for piece, _ in stored)
    assert held > 0
    assert is_right(open_index(found), folder)
    refreshed(folder)
    assert is_right(open_index(found), folder)


def test_changes_one_by_one_leave_few_segments(folder: Path) -> None:
    home = refreshed(folder)
    for version in range(1, 12):
        put(folder, version, version)
        refreshed(folder)
        stored = home.open()
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
def test_damage_means_building_anew(folder: Path, file: str, how: str) -> None:
    home = refreshed(folder)
    expected = answers(Index.build(documents(folder)))
    whole = home.folder.with_name("whole")
    shutil.copytree(home.folder, whole)
    for seed in range(8):
        for path in (*home.folder.glob("*.segment"), home.folder / "manifest"):
            path.unlink(missing_ok=True)
        shutil.copytree(whole, home.folder, dirs_exist_ok=True)
        (path,) = home.folder.glob(file)
        spoiled(path, random.Random(seed), how)
        assert home.open() is None
        assert answers(open_index(find([folder]))) == expected
    refreshed(folder)
    assert home.open()
    assert answers(open_index(find([folder]))) == expected
    assert len(list(home.folder.glob("*.segment*"))) == 1


def test_another_version_builds_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = refreshed(folder)
    monkeypatch.setattr(homes, "FORMAT", "another")
    assert home.open() is None
    refreshed(folder)
    assert home.open()


def test_a_file_changed_just_now_is_known_by_its_text_alone(folder: Path) -> None:
    now = time.time()
    os.utime(folder / "7.txt", (now, now))
    home = refreshed(folder)
    stored = home.open()
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


def test_kinds_left_out_are_not_searched_though_they_lie_on_disk(folder: Path) -> None:
    refreshed(folder)
    some = documents(folder)
    for document in some:
        document.leave_out = frozenset(["money"])
    for index in (open_index(some), glance(some)):
        assert index is not None
        assert index.search("kind:money", kinds=["fact"]) == []
        assert len(index.search("kind:count", 500, kinds=["fact"])) == 12
        assert {hit.kind for hit in index.search("million yuan", 500)} == {"passage"}
    assert answers(open_index(documents(folder)))["kind:money"] != []
