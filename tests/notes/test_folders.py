"""Folders that were opened alone before, that are renamed, or that change their permissions."""

import pytest
from noted import bodies, on

from tui.notes import NoteStore


@pytest.fixture
def inner(paper):
    """The document in a folder within another, as it is named if it is opened there alone; and as
    it is named if the outer folder is opened."""
    folder = paper.path.parent / "2024"
    folder.mkdir()
    path = paper.path.rename(folder / "police.txt")
    alone = paper._replace(path=path)
    return alone, alone._replace(name="2024/police.txt")


def found(folder, *papers):
    store = NoteStore.open([folder])
    store.register(papers)
    return sorted((note.document, note.body) for note in store.all())


def test_notes_written_when_a_folder_was_opened_alone_are_there_in_the_outer_one(inner):
    alone, within = inner
    folder = alone.path.parent
    NoteStore.open([folder]).add(on(alone, "37", body="alone"))
    store = NoteStore.open([folder.parent])
    assert [note.body for note in store.for_document(within)] == ["alone"]
    assert store.counts() == {"2024/police.txt": 1}
    store.add(on(within, "262,000", body="within"))
    assert found(folder, alone) == [("police.txt", "alone"), ("police.txt", "within")]
    assert not (folder.parent / ".factdesk").exists()
    assert [store.undo()[0].body for _ in range(2)] == ["within", "alone"]
    assert found(folder, alone) == []
    store.drafts.keep("2024/police.txt", "figure 0 4", "half a thought")
    (draft,) = NoteStore.open([folder]).drafts.recoverable()
    assert draft[:3] == ("police.txt", "figure 0 4", "half a thought")


def test_the_same_holds_for_folders_that_cannot_be_written(inner, monkeypatch):
    alone, within = inner
    folder = alone.path.parent
    monkeypatch.setattr("tui.notes.home.may_write", lambda path: "reports" not in str(path))
    NoteStore.open([folder]).add(on(alone, "37", body="alone"))
    assert not (folder / ".factdesk").exists()
    assert found(folder.parent, within) == [("2024/police.txt", "alone")]


def test_notes_of_both_folders_stay_visible(inner):
    alone, within = inner
    folder = alone.path.parent
    NoteStore.open([folder.parent]).add(on(within, "37", body="of the outer"))
    (folder / ".factdesk" / "notes").mkdir(parents=True)
    NoteStore.open([folder]).add(on(alone, "262,000", body="of the inner"))
    store = NoteStore.open([folder.parent])
    assert [note.body for note in store.for_document(within)] == ["of the outer"]
    assert sorted(note.body for note in store.all()) == ["of the inner", "of the outer"]


def test_a_folder_renamed_while_it_is_open_is_not_made_again(paper):
    folder = paper.path.parent
    store = NoteStore.open([folder])
    store.register([paper])
    store.add(on(paper, "37", body="before"))
    renamed = folder.rename(folder.with_name("renamed"))
    note = store.add(on(paper, "262,000", body="after"))
    (unsaved,) = store.unsaved
    assert (unsaved.note, unsaved.problem.what) == (note.id, "the folder is gone")
    assert not folder.exists()
    assert not store.retry()
    # It is not lost, should the program be killed: under its name the folder has it again.
    renamed.rename(folder)
    assert bodies(folder) == ["after", "before"]
    assert store.retry()
    assert bodies(folder) == ["after", "before"]


def test_a_folder_may_change_its_permissions_while_it_is_open(paper, monkeypatch):
    folder = paper.path.parent
    read_only = []
    monkeypatch.setattr("tui.notes.home.may_write", lambda path: path not in read_only)
    store = NoteStore.open([folder])
    note = store.add(on(paper, "37", body="written beside"))
    read_only += [folder / ".factdesk", folder / ".factdesk" / "notes", folder]
    store.add(on(paper, "262,000", body="written apart"))
    store.update(note._replace(body="changed apart"))
    assert store.unsaved == []
    assert bodies(folder) == ["changed apart", "written apart"]
    read_only.clear()
    assert bodies(folder) == ["changed apart", "written apart"]
    store = NoteStore.open([folder])
    store.remove(note.id)
    assert bodies(folder) == ["written apart"]
