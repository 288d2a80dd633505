"""Folders opened while the program runs have notes of their own."""

import pytest

from tui.documents import Document
from tui.notes import Note, NoteStore

TEXT = "Mills close\n\nIn all, 40 mills closed and 7,000 weavers left the valley.\n"


@pytest.fixture
def folders(tmp_path):
    """Two folders with a document each, `mills.txt`, and one of two names."""
    for name in ("north", "south"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "mills.txt").write_text(TEXT.replace("40", f"40 {name}ern"))
    return tmp_path / "north", tmp_path / "south"


def document(folder, name="mills.txt"):
    path = folder / "mills.txt"
    return Document.from_text(path.read_text(), name, path=path)


def note_on(paper, words, body=""):
    start = paper.text.index(words)
    return Note.on(paper, start, start + len(words), body=body)


def test_each_folder_keeps_its_own_notes(folders):
    north, south = folders
    first, second = document(north), document(south, "south/mills.txt")
    store = NoteStore.open([north])
    store.add(note_on(first, "7,000", "from the north"))
    store.open_also([south])
    store.register([second])
    store.add(note_on(second, "7,000", "from the south"))
    for folder, body in ((north, "from the north"), (south, "from the south")):
        assert [note.body for note in NoteStore.open([folder]).all()] == [body]
    assert store.counts() == {"mills.txt": 1, "south/mills.txt": 1}


def test_existing_notes_in_a_folder_opened_later_are_read(folders):
    north, south = folders
    NoteStore.open([south]).add(note_on(document(south), "40", "mine"))
    store = NoteStore.open([north])
    assert store.all() == []
    store.open_also([south])
    later = document(south, "south/mills.txt")
    assert [note.body for note in store.for_document(later)] == ["mine"]
    assert [note.document for note in store.all()] == ["south/mills.txt"]


def test_names_of_documents_in_different_folders_stay_unique(folders):
    north, south = folders
    NoteStore.open([north]).add(note_on(document(north), "40", "north"))
    (north / "mills.txt").unlink()
    store = NoteStore.open([north])
    store.open_also([south])
    here = document(south)
    store.register([here])
    store.add(note_on(here, "40", "south"))
    assert {note.body: note.document for note in store.all()} == {
        "north": "north/mills.txt",
        "south": "mills.txt",
    }
    assert [note.body for note in store.for_document(here)] == ["south"]


def test_a_folder_within_an_opened_one_needs_no_home_of_its_own(folders):
    top = folders[0].parent
    store = NoteStore.open([top])
    store.open_also([folders[1]])
    store.open_also([top])
    paper = document(folders[1], "south/mills.txt")
    store.register([paper])
    store.add(note_on(paper, "40"))
    assert (top / ".factdesk").is_dir()
    assert not (folders[1] / ".factdesk").exists()


def test_notes_go_where_the_settings_say_in_folders_opened_later_too(folders, tmp_path):
    north, south = folders
    store = NoteStore.open([north], str(tmp_path / "kept"))
    store.open_also([south])
    later = document(south, "south/mills.txt")
    store.register([later])
    store.add(note_on(later, "40", "kept apart"))
    assert not (south / ".factdesk").exists()
    again = NoteStore.open([south], str(tmp_path / "kept"))
    assert [note.body for note in again.all()] == ["kept apart"]


def test_undo_follows_the_order_of_time_across_folders(folders):
    north, south = folders
    older = NoteStore.open([south])
    older.add(note_on(document(south), "40", "yesterday, in the south"))
    store = NoteStore.open([north])
    store.add(note_on(document(north), "40", "today, in the north"))
    store.open_also([south])
    later = document(south, "south/mills.txt")
    store.register([later])
    store.add(note_on(later, "7,000", "today, in the south"))
    undone = [store.undo() for _ in range(4)]
    assert [[note.body for note in notes] for notes in undone] == [
        ["today, in the south"],
        ["today, in the north"],
        ["yesterday, in the south"],
        [],
    ]


def test_drafts_are_stored_with_the_notes_of_their_document(folders):
    north, south = folders
    store = NoteStore.open([north])
    store.open_also([south])
    store.register([document(north), document(south, "south/mills.txt")])
    store.drafts.keep("south/mills.txt", "figure 25 27", "half a th")
    assert [(one.document, one.text) for one in store.drafts.recoverable()] == [
        ("south/mills.txt", "half a th")
    ]
    alone = NoteStore.open([south])
    assert [(one.document, one.text) for one in alone.drafts.recoverable()] == [
        ("mills.txt", "half a th")
    ]
    alone.drafts.drop("mills.txt", "figure 25 27")
    assert store.drafts.recoverable() == []
    assert not (north / ".factdesk").exists()
