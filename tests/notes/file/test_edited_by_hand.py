"""Notes files that an editor truncates, breaks, overwrites or deletes: no note is lost."""

import shutil

import pytest
from noted import bodies, notes_file, on

from tui.notes import Note, NoteStore


@pytest.mark.parametrize("at", ["", "1\n[doc", "[[note]]", "id =", "exact", "paragraph", "# end"])
def test_notes_of_a_truncated_file_are_restored(paper, at):
    folder = paper.path.parent
    store = NoteStore(folder)
    for n, words in enumerate(("262,000", "373,000", "41.1%")):
        store.add(on(paper, words, body=f"note {n}"))
    whole = notes_file(folder).read_text()
    notes_file(folder).write_text(whole[: whole.rindex(at) if at else 0])
    store.refresh()
    assert len(store.for_document("police.txt")) == 3
    assert store.problems or at == "# end"
    # And after a start, when only the journal and the backup know them.
    fresh = NoteStore(folder)
    assert len(fresh.for_document("police.txt")) == 3
    fresh.add(on(paper, "37", body="after the cut"))
    assert len(NoteStore(folder).for_document("police.txt")) == 4
    store.refresh()
    found = store.for_document("police.txt")
    assert len(found) == 4
    assert all(note.paragraph for note in found)
    files = [path.read_text() for path in (folder / ".factdesk/notes").iterdir()]
    assert all(sum(note.id in text for text in files) <= 1 for note in found)


def test_an_emptied_file_gives_back_what_was_not_removed_and_is_its_own(paper):
    folder = paper.path.parent
    other = paper._replace(name="other.txt", path=folder / "other.txt")
    store = NoteStore(folder)
    gone = store.add(on(paper, "262,000", body="goes"))
    store.add(on(paper, "373,000", body="stays"))
    file = notes_file(folder)
    store.add(on(other, "37", body="on another"))
    store.remove(gone.id)
    file.write_text("")
    fresh = NoteStore(folder)
    assert [note.body for note in fresh.for_document("police.txt")] == ["stays"]
    assert [note.body for note in fresh.for_document("other.txt")] == ["on another"]


def test_a_removal_by_hand_counts_and_can_be_restored(paper):
    folder = paper.path.parent
    store = NoteStore(folder)
    gone = store.add(on(paper, "262,000", body="goes"))
    stays = store.add(on(paper, "373,000", body="stays"))
    text = notes_file(folder).read_text()
    first = text.index("[[note]]")
    notes_file(folder).write_text(text[:first] + text[text.index("[[note]]", first + 1) :])
    assert store.refresh()
    assert store.for_document("police.txt") == [stays]
    assert store.removed() == [gone]
    assert store.restore(gone.id) == gone
    assert bodies(folder) == ["goes", "stays"]


def test_a_file_broken_while_a_note_is_written_loses_nothing(paper, monkeypatch):
    folder = paper.path.parent
    store = NoteStore(folder)
    store.add(on(paper, "37", body="one"))
    file = notes_file(folder)
    broken = file.read_bytes().replace(b'"one"', b'"one')
    file.write_bytes(broken)
    note = store.add(on(paper, "262,000", body="two"))
    assert store.unsaved == []
    assert file.read_bytes() == broken
    assert note in NoteStore(folder).for_document("police.txt")


def test_a_folder_of_notes_deleted_while_the_program_runs_is_written_again(paper):
    folder = paper.path.parent
    store = NoteStore(folder)
    store.add(on(paper, "37", body="one"))
    shutil.rmtree(folder / ".factdesk")
    store.refresh()
    assert [note.body for note in store.for_document("police.txt")] == ["one"]
    assert "kept" in str(store.problems[0])
    store.add(on(paper, "262,000", body="two"))
    assert store.unsaved == []
    assert bodies(folder) == ["one", "two"]


@pytest.fixture
def overwritten(paper):
    """A store whose last note an editor has written over with what it had read before."""
    store = NoteStore(paper.path.parent)
    store.add(Note.about(paper, body="first"))
    file = store.homes[0].file(paper.name)
    before = file.read_bytes()
    store.add(Note.about(paper, body="overwritten"))
    file.write_bytes(before)
    return store


def test_overwritten_notes_are_restored_with_the_next_save(overwritten, paper):
    overwritten.add(Note.about(paper, body="last"))
    assert {note.body for note in overwritten.all()} == {"first", "overwritten", "last"}
    assert bodies(paper.path.parent) == ["first", "last", "overwritten"]


def test_overwritten_notes_are_restored_at_the_next_refresh(overwritten, paper):
    assert overwritten.refresh()
    assert bodies(paper.path.parent) == ["first", "overwritten"]
    assert not overwritten.unsaved
    assert not overwritten.refresh()


def test_a_note_removed_by_hand_stays_removed_and_can_be_restored(overwritten, paper, monkeypatch):
    monkeypatch.setattr("tui.notes.file.notesfile.MIN_EDIT_TIME", 0)
    overwritten.add(Note.about(paper, body="last"))
    assert [note.body for note in overwritten.all()] == ["first", "last"]
    (lost,) = overwritten.removed()
    assert overwritten.restore(lost.id).body == "overwritten"
    assert len(NoteStore(paper.path.parent).all()) == 3


def test_what_cannot_be_edited_by_lines_stays_as_a_comment_above_the_new_note(paper):
    folder = paper.path.parent
    note = NoteStore(folder).add(on(paper, "37", body="old"))
    file = notes_file(folder)
    odd = '"bod\\u0079" = "old"'
    file.write_text(file.read_text().replace('body = "old"', odd))
    store = NoteStore(folder)
    assert store.all() == [note]
    changed = store.update(note._replace(body="new"))
    assert (store.unsaved, store.problems) == ([], [])
    assert f"# {odd}\n" in file.read_text()
    assert NoteStore(folder).all() == [changed]
    assert store.undo() == [note]
    assert f"\n{odd}\n" in file.read_text()
