"""Opening documents later: none is read twice, and names are unique."""

from threading import Thread

import pytest

from tui.documents import Document, Intake, Library
from tui.errors import FactdeskError, Problem


@pytest.fixture
def folders(tmp_path):
    for name in ("north", "south"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "mills.txt").write_text(f"40 mills in the {name}")
    return tmp_path / "north", tmp_path / "south"


def taken_in(library, arrivals):
    names = []
    for arrival in arrivals:
        library.add(arrival)
        names.append(arrival.name if isinstance(arrival, Document) else arrival.what)
    return names


def test_duplicate_names_are_made_unique(folders):
    library, intake = Library(), Intake()
    assert taken_in(library, intake.load([folders[0]])) == ["mills.txt"]
    assert taken_in(library, intake.load([folders[1]])) == ["south/mills.txt"]
    assert library.at(folders[1]).text == "40 mills in the south"
    assert library.at(folders[1] / "mills.txt") is library.at(folders[1])
    assert library.at(folders[1] / "mill") is None
    (folders[0] / "link").symlink_to(folders[1])
    assert library.at(folders[0] / "link" / ".." / "south") is library.at(folders[1])


def test_the_same_folder_again_gives_what_is_new_in_it(folders):
    library, intake = Library(), Intake(leave_out=["count"])
    taken_in(library, intake.load([folders[0]]))
    assert taken_in(library, intake.load([folders[0]])) == []
    (folders[0] / "wool.txt").write_text("12 sheep")
    assert taken_in(library, intake.load([folders[0].parent])) == [
        "north/wool.txt",
        "south/mills.txt",
    ]
    assert library.get("north/wool.txt").figures == []


def test_unreadable_files_are_tried_again(folders):
    library, intake = Library(), Intake()
    broken = folders[0] / "broken.txt"
    broken.write_bytes(b"\x00\x01\xff" * 99)
    assert taken_in(library, intake.load([folders[0]])) == ["not text", "mills.txt"]
    library.try_again(folders[1])
    assert len(library.unreadable) == 1
    broken.write_text("9 looms")
    library.try_again(broken)
    assert library.unreadable == []
    assert taken_in(library, intake.load([broken])) == ["broken.txt"]


def test_a_missing_path_raises_at_once(folders):
    with pytest.raises(FactdeskError, match="no such file or folder"):
        Intake().load([folders[0] / "nothing"])


def test_an_unreadable_folder_stays_named_as_one(folders):
    library = Library()
    library.add(Problem("folder cannot be read", where=str(folders[0])))
    library.try_again(folders[0].parent)
    assert library.unreadable == []


def test_a_peek_returns_new_files_without_reading_them(folders):
    intake = Intake()
    list(intake.load([folders[0]]))
    assert intake.peek() == []
    (folders[0] / "wool.txt").write_text("12 sheep")
    (folders[0] / "deep").mkdir()
    (folders[0] / "deep" / "silk.txt").write_text("9 moths")
    (folders[0] / "picture.png").write_bytes(b"x")
    new = [folders[0] / "deep" / "silk.txt", folders[0] / "wool.txt"]
    assert intake.peek() == intake.peek() == new
    assert [one.name for one in intake.load_new()] == ["deep/silk.txt", "wool.txt"]
    assert intake.peek() == []


def test_a_peek_skips_unreadable_and_missing_files(folders):
    intake = Intake()
    list(intake.load([folders[0], folders[1]]))
    (folders[0] / "broken.txt").write_bytes(b"\x00\x01\xff" * 99)
    assert intake.peek() == [folders[0] / "broken.txt"]
    list(intake.load_new())
    (folders[0] / "notes").mkdir()
    assert intake.peek() == []
    (folders[1] / "mills.txt").unlink()
    folders[1].rmdir()
    assert intake.peek() == []


def test_two_walks_at_once_give_each_file_once(folders):
    for number in range(200):
        (folders[number % 2] / f"{number}.txt").write_text(f"{number} mills")
    intake, found = Intake(), []
    walks = [intake.load([folders[0].parent]), intake.load([*folders])]
    threads = [Thread(target=lambda walk=walk: found.extend(walk)) for walk in walks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    names = [document.name for document in found]
    assert len(names) == len(set(names)) == 202
