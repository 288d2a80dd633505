"""Two programs that write notes on the same document: neither loses what the other has written."""

from noted import bodies, notes_file, on

from tui.notes import NoteStore


def journal_of(store):
    return store.homes[0].journal


def recorded(paper, body):
    """A program that is killed when a note is in the journal, and not in the notes file yet."""
    other = NoteStore(paper.path.parent)
    doc_notes = other._cache.on(paper)
    doc_notes.put(on(paper, "262,000", body=body))


def test_a_journal_is_not_rotated_while_another_has_not_saved_what_it_says(paper, monkeypatch):
    folder = paper.path.parent
    mine = NoteStore(folder)
    mine.add(on(paper, "37", body="note 0"))
    recorded(paper, "another program's")
    monkeypatch.setattr("tui.notes.journal.MAX_BYTES", 2_000)
    for n in range(1, 9):
        mine.add(on(paper, "37", body=f"note {n}"))
    assert not journal_of(mine).previous.exists()
    assert bodies(folder) == ["another program's", *(f"note {n}" for n in range(9))]
    mine = NoteStore(folder)
    mine.add(on(paper, "37", body="note 9"))
    assert journal_of(mine).previous.exists()


def test_an_entry_written_while_the_journal_was_rotated_is_recovered(paper):
    folder = paper.path.parent
    mine = NoteStore(folder)
    mine.add(on(paper, "37", body="mine"))
    other = NoteStore(folder)
    doc_notes = other._cache.on(paper)
    doc_notes.put(on(paper, "262,000", body="another program's"))
    journal_of(mine).path.rename(journal_of(mine).previous)
    assert bodies(folder) == ["another program's", "mine"]
    # What is recovered is marked so, in a new journal.
    notes_file(folder).write_text(notes_file(folder).read_text().replace("mine", "edited"))
    assert journal_of(NoteStore(folder)).unapplied_keys() == set()


def test_two_that_rotate_at_once_keep_the_journal(paper, monkeypatch):
    folder = paper.path.parent
    mine, other = NoteStore(folder), NoteStore(folder)
    for n in range(9):
        mine.add(on(paper, "37", body=f"note {n}"))
    other.add(on(paper, "37", body="note 9"))
    monkeypatch.setattr("tui.notes.journal.MAX_BYTES", 2_000)
    is_long, asked = "tui.notes.journal._is_long", []

    def rotated_meanwhile(path):
        asked.append(path)
        if len(asked) == 1:
            journal_of(other).rotate()
            return True
        return path.exists() and path.stat().st_size > 2_000

    monkeypatch.setattr(is_long, rotated_meanwhile)
    mine.add(on(paper, "37", body="note 10"))
    assert len(list(journal_of(NoteStore(folder)).entries())) == 11


def test_a_note_that_came_to_the_file_beside_a_broken_one_stays(paper):
    folder = paper.path.parent
    mine = NoteStore(folder)
    mine.add(on(paper, "37", body="first"))
    file = notes_file(folder)
    whole = file.read_text()
    file.write_text(whole + "broken = [")
    mine, other = NoteStore(folder), NoteStore(folder)
    mine.add(on(paper, "37", body="mine"))
    other.for_document(paper)
    file.write_text(whole)
    mine.refresh()
    other.add(on(paper, "37", body="another program's"))
    mine.add(on(paper, "37", body="last"))
    assert bodies(folder) == ["another program's", "first", "last", "mine"]
    mine.refresh()
    mine.add(on(paper, "37", body="very last"))
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    assert bodies(folder) == ["another program's", "first", "last", "mine", "very last"]


def test_a_note_that_came_under_the_former_name_of_a_document_stays(paper):
    folder = paper.path.parent
    other = NoteStore(folder)
    other.add(on(paper, "37", body="first"))
    renamed = paper.path.rename(folder / "renamed.txt")
    new = paper._replace(name="renamed.txt", path=renamed)
    mine = NoteStore(folder)
    assert [note.body for note in mine.for_document(new)] == ["first"]
    other.add(on(paper, "37", body="another program's"))
    mine.add(on(new, "37", body="mine"))
    assert "another program's" in bodies(folder)
    assert {"first", "mine"} <= set(bodies(folder))
