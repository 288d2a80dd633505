"""Undo and redo, and the journal behind them."""

import json
import time

import pytest
from noted import bodies, notes_file, on

from tui import files
from tui.errors import FactdeskError
from tui.notes import NoteStore


def test_undo_and_redo_work_across_restarts(paper):
    folder = paper.path.parent
    store = NoteStore(folder)
    note = store.add(on(paper, "37", body="one"))
    store.update(note._replace(body="two"))
    store.remove(note.id)
    later = NoteStore(folder)
    assert [later.undo()[0].body for _ in range(2)] == ["two", "one"]
    assert bodies(folder) == ["one"]
    latest = NoteStore(folder)
    assert latest.redo()[0].body == "two"
    assert bodies(folder) == ["two"]
    assert latest.undo()[0].body == "one"
    assert latest.undo()[0].id == note.id
    assert bodies(folder) == []
    assert latest.undo() == []
    assert [latest.redo()[0].body for _ in range(3)] == ["one", "two", "two"]
    assert latest.redo() == []
    assert bodies(folder) == []


def test_after_another_change_nothing_can_be_redone(paper):
    folder = paper.path.parent
    store = NoteStore(folder)
    store.add(on(paper, "37", body="one"))
    store.undo()
    store.add(on(paper, "262,000", body="two"))
    assert store.redo() == NoteStore(folder).redo() == []
    assert bodies(folder) == ["two"]


def test_undo_never_overwrites_changes_of_another_program(paper):
    folder = paper.path.parent
    mine = NoteStore(folder)
    note = mine.add(on(paper, "37", body="mine"))
    other = NoteStore(folder)
    other.add(on(paper, "262,000", body="another program's"))
    other.update(other.get(note.id)._replace(body="edited by the other"))
    mine.refresh()
    with pytest.raises(Exception, match="by another program"):
        mine.undo()
    assert mine.undo() == []
    assert bodies(folder) == ["another program's", "edited by the other"]


def test_undo_restores_the_block_byte_for_byte(paper):
    folder = paper.path.parent
    store = NoteStore(folder)
    note = store.add(on(paper, "37", body="one"))
    file = notes_file(folder)
    file.write_text(file.read_text().replace("[[note]]\n", "# by hand\n[[note]]\nmine = [1,  2]\n"))
    store.refresh()
    before = file.read_text()
    store.remove(note.id)
    assert "by hand" not in file.read_text()
    store.undo()
    assert file.read_text() == before


#: Lines of a journal that are JSON, or nearly, and say nothing.
ODD = (
    b"[" * 10_000 + b"\n",
    b'{"saved":5}\n',
    b'{"saved":[[]]}\n',
    b'{"saved":' + b"[" * 10_000 + b"\n",
    b'{"n":"2","id":"A","key":"a","before":1,"after":[]}\n',
    b'{"n":"\xff","key":"police.txt"}\n',
)


def test_a_truncated_line_of_the_journal_is_skipped(paper):
    folder = paper.path.parent
    store = NoteStore(folder)
    store.add(on(paper, "37", body="one"))
    journal = folder / ".factdesk/journal.jsonl"
    for torn in (b'{"n":"0', b"\xff\xfe\n", b'{"n":"1","key":3}\n', *ODD):
        with journal.open("ab") as file:
            file.write(torn)
        NoteStore(folder).add(on(paper, "262,000", body="more"))
    entries = [line for line in journal.read_bytes().split(b"\n") if b'"after"' in line]
    assert [json.loads(line)["n"] for line in entries]
    store = NoteStore(folder)
    assert [store.undo()[0].body for _ in range(4 + len(ODD))] == ["more"] * (3 + len(ODD)) + [
        "one"
    ]


def test_a_long_journal_is_rotated_and_still_read(paper, monkeypatch):
    monkeypatch.setattr("tui.notes.journal.MAX_BYTES", 3_500)
    folder = paper.path.parent
    store = NoteStore(folder)
    for n in range(8):
        store.add(on(paper, "37", body=f"note {n}"))
    kept = [path.name for path in (folder / ".factdesk").glob("*.jsonl")]
    assert sorted(kept) == ["journal-old.jsonl", "journal.jsonl"]
    assert NoteStore(folder).undo()[0].body == "note 7"
    assert len(NoteStore(folder).all()) == 7


def test_a_long_journal_in_the_data_folder_is_rotated_too(paper, monkeypatch):
    monkeypatch.setattr("tui.notes.journal.MAX_BYTES", 3_500)
    folder = paper.path.parent
    (folder / ".factdesk" / "journal.jsonl").mkdir(parents=True)
    store = NoteStore(folder)
    for n in range(8):
        store.add(on(paper, "37", body=f"note {n}"))
    journals = files.data_folder() / "journals"
    kept = [path.name.endswith("-old.jsonl") for path in journals.glob("*.jsonl")]
    assert sorted(kept) == [False, True]
    again = NoteStore(folder)
    assert [again.undo()[0].body for _ in range(8)] == [f"note {n}" for n in reversed(range(8))]


def carried(paper):
    """A store whose two notes were carried to a document of another name, and that document."""
    folder = paper.path.parent
    store = NoteStore(folder)
    store.add(on(paper, "37", body="one"))
    store.add(on(paper, "262,000", body="two"))
    paper.path.rename(folder / "other.txt")
    other = paper._replace(name="other.txt", path=folder / "other.txt", text=paper.text + "Edited.")
    assert store.move_notes(paper.name, other) == 2
    return store, other


def names_of(store):
    return {note.body: note.document for note in store.all()}


def test_one_undo_moves_all_notes_back(paper):
    store, other = carried(paper)
    assert [note.document for note in store.undo()] == [paper.name] * 2 + [other.name] * 2
    for now in (store, NoteStore(paper.path.parent)):
        assert names_of(now) == {"one": paper.name, "two": paper.name}
    later = NoteStore(paper.path.parent)
    assert len(later.redo()) == 4
    assert names_of(later) == {"one": other.name, "two": other.name}
    assert len(later.undo()) == 4
    assert [note.body for note in later.undo()] == ["two"]


def test_undo_moves_no_notes_back_if_one_was_changed(paper):
    store, other = carried(paper)
    hand = NoteStore(paper.path.parent)
    hand.update(hand.all()[0]._replace(body="by another"))
    store.refresh()
    before = names_of(store)
    with pytest.raises(FactdeskError, match="by another program"):
        store.undo()
    assert names_of(store) == before == names_of(NoteStore(paper.path.parent))
    assert set(before.values()) == {other.name}


@pytest.fixture
def set_clock(monkeypatch):
    """`set_clock(days)`: a new process begins, whose clock is that many days ahead."""
    real = time.time_ns

    def set_clock(days: int) -> None:
        monkeypatch.setattr("tui.notes.ids._last", 0)
        monkeypatch.setattr("time.time_ns", lambda: real() + days * 86_400 * 10**9)

    return set_clock


def test_a_clock_that_was_set_back_changes_nothing(paper, set_clock):
    folder = paper.path.parent
    set_clock(1)
    store = NoteStore(folder)
    note = store.add(on(paper, "37", body="written ahead"))
    store.remove(store.add(on(paper, "262,000", body="removed ahead")).id)
    set_clock(0)
    later = NoteStore(folder)
    assert [one.body for one in later.removed()] == ["removed ahead"]
    later.update(note._replace(body="written later"))
    assert later.undo()[0].body == "written ahead"
    assert later.undo()[0].body == "removed ahead"
    set_clock(0)
    latest = NoteStore(folder)
    assert [one.body for one in latest.redo()] == ["removed ahead"]
    assert [one.body for one in latest.redo()] == ["written later"]
    assert bodies(folder) == ["written later"]


def test_a_clock_set_back_after_the_journal_was_rotated_changes_nothing(
    paper, set_clock, monkeypatch
):
    folder = paper.path.parent
    set_clock(1)
    store = NoteStore(folder)
    note = store.add(on(paper, "37", body="one"))
    with monkeypatch.context() as now:
        now.setattr("tui.notes.journal.MAX_BYTES", 0)
        note = store.update(note._replace(body="two"))
    set_clock(0)
    store = NoteStore(folder)
    store.update(note._replace(body="three"))
    assert [NoteStore(folder).undo()[0].body for _ in range(2)] == ["two", "one"]


def test_what_another_program_writes_meanwhile_is_not_undone(paper):
    folder = paper.path.parent
    mine, other = NoteStore(folder), NoteStore(folder)
    other.add(on(paper, "37", body="another program's"))
    assert mine.undo() == []
