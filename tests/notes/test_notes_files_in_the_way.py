"""Links, modes, pipes and long names: files are preserved, and errors are reported."""

import os
import stat

import pytest
from noted import on

from tui.errors import FactdeskError
from tui.notes import NoteStore


@pytest.fixture
def file(paper):
    NoteStore(paper.path.parent).add(on(paper, "37", body="first"))
    (found,) = (paper.path.parent / ".factdesk/notes").iterdir()
    return found


def add(paper, body="second"):
    store = NoteStore(paper.path.parent)
    note = store.add(on(paper, "262,000", body=body))
    return store, note


def test_a_mode_is_kept(paper, file):
    file.chmod(0o640)
    add(paper)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert len(NoteStore(paper.path.parent).all()) == 2


def test_a_symbolic_link_stays_a_link_to_the_same_file(paper, file, tmp_path):
    target = tmp_path / "elsewhere.toml"
    file.rename(target)
    file.symlink_to(target)
    store, _ = add(paper)
    assert store.unsaved == []
    assert file.is_symlink()
    assert "second" in target.read_text()


def test_a_broken_symbolic_link_is_reported_and_not_changed(paper, file, tmp_path):
    file.unlink()
    file.symlink_to(tmp_path / "nowhere.toml")
    store, note = add(paper)
    assert not (tmp_path / "nowhere.toml").exists()
    assert [problem.where for problem in store.problems] == [str(file)]
    assert note in NoteStore(paper.path.parent).for_document(paper)


def test_a_link_in_place_of_lock_or_journal_is_not_followed(paper, file, tmp_path):
    precious = tmp_path / "precious.txt"
    precious.write_text("mine")
    for name in ("lock", "journal.jsonl"):
        (file.parent.parent / name).unlink()
        (file.parent.parent / name).symlink_to(precious)
    store, note = add(paper)
    assert precious.read_text() == "mine"
    assert "link" in store.unsaved[0].problem.what
    assert note in NoteStore(paper.path.parent).for_document(paper)
    (file.parent.parent / "lock").unlink()
    assert store.retry()
    assert len(NoteStore(paper.path.parent).for_document(paper)) == 2


def test_hard_links_stay_joined(paper, file, tmp_path):
    other = tmp_path / "other name.toml"
    os.link(file, other)
    add(paper)
    assert other.samefile(file)
    assert "second" in other.read_text()
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_crash_while_a_hard_link_is_written_loses_nothing(paper, file, tmp_path, monkeypatch):
    os.link(file, tmp_path / "other name.toml")
    (paper.path.parent / ".factdesk/journal.jsonl").unlink()

    class Killed(BaseException):
        pass

    real = os.write

    def torn(handle, data):
        if os.fstat(handle).st_nlink == 2:
            real(handle, bytes(data[:50]))
            raise Killed
        return real(handle, data)

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", torn)
        with pytest.raises(Killed):
            add(paper)
    assert [note.body for note in NoteStore(paper.path.parent).for_document(paper)] == [
        "second",
        "first",
    ]
    add(paper, "third")
    assert len(NoteStore(paper.path.parent).for_document(paper)) == 3
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir], ids=["pipe", "folder"])
def test_anything_but_a_regular_file_is_not_changed(paper, file, make):
    file.unlink()
    make(file)
    mode = file.stat().st_mode
    store, note = add(paper)
    assert file.stat().st_mode == mode
    assert "not a regular file" in str(store.problems[0])
    assert store.unsaved == []
    assert NoteStore(paper.path.parent).for_document(paper)[0] == note


def test_a_read_only_file_is_not_written_and_the_note_stays_unsaved(paper, file):
    before = file.read_bytes()
    file.chmod(0o444)
    store, note = add(paper)
    assert file.read_bytes() == before
    assert [(one.note, one.document) for one in store.unsaved] == [(note.id, "police.txt")]
    assert "444" in store.unsaved[0].problem.what
    assert not store.retry()
    # The next start finds it in the journal and still cannot save it.
    again = NoteStore(paper.path.parent)
    assert note in again.for_document(paper)
    assert again.unsaved
    file.chmod(0o644)
    assert again.retry()
    assert again.unsaved == []
    assert len(NoteStore(paper.path.parent).for_document(paper)) == 2


def test_a_folder_in_place_of_a_file_is_reported(paper):
    (paper.path.parent / ".factdesk").write_text("in the way")
    store, note = add(paper)
    assert NoteStore(paper.path.parent).for_document(paper) == [note]
    assert store.unsaved == []
    assert (paper.path.parent / ".factdesk").read_text() == "in the way"


def test_long_and_hostile_names_can_have_notes(paper):
    folder = paper.path.parent
    names = ["x" * 251 + ".txt", "é" * 125 + ".txt", "a\x1b[31m\n:*?.txt", "..txt", "a\udcffb.txt"]
    store = NoteStore(folder)
    for name in names:
        other = paper._replace(name=name, path=folder / name)
        other.path.write_text(paper.text)
        assert store.for_document(other) == []
        kept = store.add(on(other, "37", body=name.encode("utf-8", "replace").decode()))
        assert store.unsaved == []
        assert NoteStore(folder).for_document(other) == [kept]
    files = list((folder / ".factdesk/notes").iterdir())
    assert len(files) == len(names)
    assert all(path.name.isprintable() and not path.name.startswith(".") for path in files)


def test_a_renamed_document_keeps_its_notes(paper, file):
    folder = paper.path.parent
    (note,) = NoteStore(folder).all()
    paper.path.rename(folder / "renamed.txt")
    renamed = paper._replace(name="renamed.txt", path=folder / "renamed.txt")
    store = NoteStore(folder)
    assert store.for_document(renamed) == [note._replace(document="renamed.txt")]
    assert file.exists()
    store.add(on(renamed, "262,000", body="second"))
    (now,) = (folder / ".factdesk/notes").iterdir()
    assert now.name.startswith("renamed.txt--")
    assert len(NoteStore(folder).for_document(renamed)) == 2
    assert 'path = "renamed.txt"' in now.read_text()


def test_the_notes_of_a_renamed_document_are_listed_once(paper, file):
    folder = paper.path.parent
    (note,) = NoteStore(folder).all()
    paper.path.rename(folder / "renamed.txt")
    renamed = paper._replace(name="renamed.txt", path=folder / "renamed.txt")
    fresh = NoteStore(folder)
    fresh.register([renamed])
    assert fresh.counts() == {"renamed.txt": 1}
    store = NoteStore(folder)
    store.all()  # the former name has been read before the new one is asked for
    store.for_document(renamed)
    assert [one.document for one in store.all()] == ["renamed.txt"]
    assert store.counts() == {"renamed.txt": 1}
    store.update(note._replace(body="edited"))
    assert [path.name.partition("--")[0] for path in (folder / ".factdesk/notes").iterdir()] == [
        "renamed.txt"
    ]
    store.refresh()
    assert store.removed() == []
    assert [one.body for one in store.all()] == ["edited"]


def test_notes_can_be_moved_to_another_document(paper, file):
    folder = paper.path.parent
    store = NoteStore(folder)
    (note,) = store.all()
    paper.path.rename(folder / "other.txt")
    text = paper.text + "Edited."
    other = paper._replace(name="other.txt", path=folder / "other.txt", text=text)
    assert store.is_missing(paper.name)
    assert not store.is_missing("other.txt")
    own = store.add(on(other, "262,000", body="its own"))
    assert store.move_notes(paper.name, other) == 1
    for now in (store, NoteStore(folder)):
        assert {one.id for one in now.for_document("other.txt")} == {note.id, own.id}
        assert now.for_document(paper.name) == []
        assert now.removed() == []
    assert store.move_notes("other.txt", other) == 2
    assert len(store.all()) == 2


def test_a_git_clone_ignores_the_same_files(paper, file):
    ignore = file.parents[1] / ".gitignore"
    was = ignore.read_text()
    assert "/journal*" in was
    # It names itself, so that a clone comes without it.
    ignore.unlink()
    add(paper)
    assert ignore.read_text() == was
    ignore.write_text("")
    add(paper, body="third")
    assert ignore.read_text() == ""


def test_a_copy_of_a_document_does_not_take_its_notes(paper, file):
    copy = paper._replace(name="copy.txt", path=paper.path.with_name("copy.txt"))
    assert NoteStore(paper.path.parent).for_document(copy) == []


def test_notes_that_cannot_be_moved_stay_and_are_nowhere_twice(paper, file, monkeypatch):
    store = NoteStore(paper.path.parent)
    (note,) = store.all()
    there = paper.path.with_name("other.txt")
    other = paper._replace(name="other.txt", path=there, text="262,000 37")
    store.for_document(other)

    def full(*_):
        raise FactdeskError("the disk is full")

    monkeypatch.setattr("tui.notes.file.notesfile.NotesFile.save", full)
    with pytest.raises(FactdeskError, match="full"):
        store.move_notes(paper.name, other)
    monkeypatch.undo()
    assert note.id in {one.id for one in NoteStore(paper.path.parent).for_document(paper)}
    for now in (store, NoteStore(paper.path.parent)):
        now.retry()
        assert [(one.id, one.document) for one in now.all()] == [(note.id, paper.name)]
        assert now.removed() == []
    # What is undone is what was done before: that the note was written.
    assert [one.document for one in store.undo()] == [paper.name]
