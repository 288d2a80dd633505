"""A text that another program edits is a draft if this one is killed first."""

import errno
import json
import os

import pytest

from tui import files
from tui.errors import FactdeskError
from tui.notes import NoteStore


@pytest.fixture
def lend(paper):
    """Lends a text as a program does that is killed then."""

    def lent(text):
        found = NoteStore(paper.path.parent).drafts.lend("police.txt", "figure 0 4", text)
        entry = found.folder / "draft.json"
        entry.write_text(json.dumps({**json.loads(entry.read_text()), "by": "01KILLED"}))
        return found

    return lent


def texts(paper):
    return [draft.text for draft in NoteStore(paper.path.parent).drafts.recoverable()]


def test_what_was_saved_is_recovered_until_it_is_dropped(paper, lend):
    lent = lend("half")
    assert texts(paper) == []
    lent.path.write_text("half a thought\n")
    assert texts(paper) == ["half a thought"]
    NoteStore(paper.path.parent).drafts.drop("police.txt", "another")
    assert texts(paper) == ["half a thought"]
    NoteStore(paper.path.parent).drafts.drop("police.txt", "figure 0 4")
    assert texts(paper) == []
    assert not lent.folder.exists()


def test_it_comes_after_what_was_typed_before(paper, lend):
    NoteStore(paper.path.parent).drafts.keep("police.txt", "figure 0 4", "half")
    lend("half").path.write_text("half a thought")
    assert texts(paper) == ["half", "half a thought"]


@pytest.mark.parametrize("name", ["note.md.save", "#note.md#"])
def test_what_an_editor_rescued_from_a_closing_terminal_is_recovered(paper, lend, name):
    lent = lend("half")
    lent.path.write_text("half a thought\n")
    rescued = lent.folder / name
    rescued.write_text("a whole thought\n")
    os.utime(rescued, ns=(0, lent.path.stat().st_mtime_ns + 1))
    assert texts(paper) == ["a whole thought"]


def test_the_end_leaves_nothing_unless_the_program_ends_before_the_editor(paper):
    drafts = NoteStore(paper.path.parent).drafts
    with drafts.lend("police.txt", "figure 0 4", "half") as lent:
        assert lent.path.stat().st_mode & 0o777 == 0o600
        assert lent.folder.stat().st_mode & 0o777 == 0o700
    assert not lent.folder.exists()
    with drafts.lend("police.txt", "figure 0 4", "half") as lent:
        lent.keep()
    assert lent.text() == "half"


def test_without_a_data_folder_it_is_lent_all_the_same(paper, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    files.data_folder().parent.mkdir(parents=True, exist_ok=True)
    files.data_folder().write_text("in the way")
    with NoteStore(paper.path.parent).drafts.lend("police.txt", "figure 0 4", "half") as lent:
        assert lent.path.read_text() == "half"
        assert lent.folder.parent == tmp_path


def test_a_full_disk_leaves_no_half_of_it(paper, tmp_path, monkeypatch):
    def full(path, *args, **more):
        if str(path).endswith("draft.json"):
            raise OSError(errno.ENOSPC, "No space left on device")
        return opened(path, *args, **more)

    opened = os.open
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    drafts = NoteStore(paper.path.parent).drafts
    drafts.keep("police.txt", "another", "text")
    monkeypatch.setattr("tui.notes.lent_text.os.open", full)
    with pytest.raises(FactdeskError, match="the disk is full"):
        drafts.lend("police.txt", "figure 0 4", "half")
    assert not list(files.data_folder().rglob("edit-*"))
    assert not list(tmp_path.rglob("edit-*"))


def test_texts_are_not_taken_from_folders_of_documents(paper, lend):
    """Else a folder from elsewhere could have any file shown, and deleted."""
    lent = lend("half")
    lent.path.write_text("not ours")
    beside = paper.path.parent / ".factdesk/drafts/edit-x"
    beside.parent.mkdir(parents=True)
    lent.folder.rename(beside)
    assert texts(paper) == []
    assert list(files.data_folder().rglob("note.md")) == []
