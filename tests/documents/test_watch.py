"""Watching files: a change is reported once, and only if the text differs."""

import os

import pytest

from tui.documents import CHANGED, GONE, Intake, Library, Watch, watch


@pytest.fixture
def folder(tmp_path):
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"{number} gulls")
    return tmp_path


@pytest.fixture
def library(folder):
    library = Library()
    for document in Intake().load([folder]):
        library.add(document)
    return library


def write(path, words):
    path.write_text(words)
    os.utime(path, ns=(1, path.stat().st_mtime_ns + 1_000_000))


def test_nothing_has_changed_at_first(library):
    assert Watch().check(list(library)) == {}


def test_a_change_and_its_end_are_reported_once(folder, library):
    seen = Watch()
    write(folder / "1.txt", "11 gulls")
    assert seen.check(list(library)) == {"1.txt": CHANGED}
    assert seen.check(list(library)) == {}
    write(folder / "1.txt", "1 gulls")
    assert seen.check(list(library)) == {"1.txt": ""}


def test_a_file_that_was_only_touched_is_the_same(folder, library):
    write(folder / "2.txt", "2 gulls")
    assert Watch().check(list(library)) == {"2.txt": ""}


def test_a_change_between_reading_and_the_first_check_is_found(folder, library):
    (folder / "3.txt").write_text("a text of another length")
    assert Watch().check(list(library)) == {"3.txt": CHANGED}


def test_a_file_that_is_gone_and_one_that_is_no_text_any_more(folder, library):
    seen = Watch()
    (folder / "0.txt").unlink()
    (folder / "4.txt").write_bytes(b"\x00\xff\x01" * 50)
    assert seen.check(list(library)) == {"0.txt": GONE, "4.txt": CHANGED}
    (folder / "0.txt").write_text("0 gulls")
    assert seen.check(list(library)) == {"0.txt": ""}


def test_many_files_are_checked_in_turn_and_the_first_always(folder, library, monkeypatch):
    monkeypatch.setattr(watch, "AT_ONCE", 2)
    for number in (2, 4):
        write(folder / f"{number}.txt", "more gulls")
    seen, documents = Watch(), list(library)
    first = documents[4]
    assert [seen.check(documents, first) for _ in range(3)] == [
        {"4.txt": CHANGED},
        {"2.txt": CHANGED},
        {},
    ]
