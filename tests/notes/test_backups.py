"""Backups and drafts."""

from datetime import UTC, datetime

import pytest
from noted import notes_file, on

from tui.notes import NoteStore


def test_drafts_survive_the_program_and_an_unwritable_folder(paper, monkeypatch):
    folder = paper.path.parent
    drafts = NoteStore(folder).drafts
    drafts.keep("police.txt", "new at 12", "half a th")
    drafts.keep("police.txt", "new at 12", "half a thought\n\ud83d")
    drafts.keep("other.txt", "01KC", "more")
    offered = NoteStore(folder).drafts.recoverable()
    assert [(draft.document, draft.text) for draft in offered] == [
        ("police.txt", "half a thought\n\ud83d"),
        ("other.txt", "more"),
    ]
    drafts.drop("police.txt", "new at 12")
    drafts.keep("other.txt", "01KC", "")
    assert NoteStore(folder).drafts.recoverable() == []
    (folder / ".factdesk/drafts").rmdir()
    (folder / ".factdesk/drafts").write_text("in the way")
    drafts.keep("police.txt", "new at 12", "kept elsewhere")
    assert [draft.text for draft in drafts.recoverable()] == ["kept elsewhere"]


def test_a_draft_stays_out_of_version_control_and_makes_no_folder_again(paper):
    folder = paper.path.parent
    drafts = NoteStore(folder).drafts
    drafts.keep("police.txt", "new at 12", "half a thought")
    assert "/drafts/" in (folder / ".factdesk" / ".gitignore").read_text().split("\n")
    folder.rename(folder.with_name("renamed"))
    drafts.keep("police.txt", "new at 12", "a whole thought")
    assert not folder.exists()
    assert [draft.text for draft in drafts.recoverable()] == ["a whole thought"]


def test_ten_daily_backups_are_kept(paper, monkeypatch):
    folder = paper.path.parent
    store = NoteStore(folder)
    note = store.add(on(paper, "37", body="day 0"))
    for day in range(1, 15):
        today = datetime(2026, 3, day, 9, tzinfo=UTC)
        monkeypatch.setattr("tui.notes.backups.now", lambda today=today: today)
        store.update(store.get(note.id)._replace(body=f"day {day}"))
        store.update(store.get(note.id)._replace(body=f"day {day}, later"))
    copies = sorted((folder / ".factdesk/backups").iterdir())
    assert len(copies) == 10
    assert copies[-1].name.endswith(".2026-03-14.toml")
    assert 'body = "day 13, later"' in copies[-1].read_text()


@pytest.mark.parametrize("damage", ["# end of notes", 'body = "day 2'])
def test_a_truncated_file_without_a_journal_is_restored_from_the_last_backup(
    paper, monkeypatch, damage
):
    paper, folder = paper._replace(name="police [1].txt"), paper.path.parent
    for day in (1, 2, 3):
        today = datetime(2026, 3, day, 9, tzinfo=UTC)
        monkeypatch.setattr("tui.notes.backups.now", lambda today=today: today)
        NoteStore(folder).add(on(paper, "37", body=f"day {day}"))
    (folder / ".factdesk/journal.jsonl").unlink()
    older, younger = sorted((folder / ".factdesk/backups").iterdir())
    assert older.stat().st_mode & 0o777 == 0o600
    file, whole = notes_file(folder), younger.read_text()
    file.write_text(file.read_text().partition("[[note]]")[0])
    assert [note.body for note in NoteStore(folder).for_document(paper.name)] == ["day 1", "day 2"]
    younger.write_text(whole.partition(damage)[0])
    assert [note.body for note in NoteStore(folder).for_document(paper.name)] == ["day 1"]
