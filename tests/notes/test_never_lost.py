"""What is acknowledged is there, whatever fails: calls, programs, disks, other hands."""

import errno
import json
import os
import shutil
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tui.notes import Note, NoteStore

ROOT = Path(__file__).parents[2]


class Killed(BaseException):
    """The program ends here, as by kill -9: nothing after this call is done."""


def on(paper, words, **more):
    start = paper.text.index(words)
    return Note.on(paper, start, start + len(words), **more)


def bodies(folder):
    return sorted(note.body for note in NoteStore(folder).all())


def notes_file(folder):
    return next(path for path in (folder / ".factdesk/notes").iterdir() if path.suffix == ".toml")


def fail_at(monkeypatch, n, error):
    """The n-th call that changes the disk fails; returns the names of the calls made."""
    calls = []

    def failing(name):
        real = getattr(os, name)

        def call(*args, **more):
            calls.append(name)
            if len(calls) == n:
                raise error
            if isinstance(error, Killed) and len(calls) > n:
                raise Killed
            return real(*args, **more)

        return call

    for name in ("open", "write", "fsync", "replace", "unlink", "ftruncate", "fchmod", "mkdir"):
        monkeypatch.setattr(os, name, failing(name))
    return calls


def calls_of_one_save(paper, monkeypatch):
    NoteStore(paper.path.parent).add(on(paper, "37", body="first"))
    with monkeypatch.context() as patch:
        calls = fail_at(patch, 10_000, Killed())
        NoteStore(paper.path.parent).add(on(paper, "262,000", body="second"))
    return len(calls)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_when_any_one_call_fails_the_note_is_kept_and_saved_later(paper, monkeypatch, code):
    folder = paper.path.parent
    count = calls_of_one_save(paper, monkeypatch)
    assert count >= 5
    expected = ["first", "second"]
    for n in range(1, count + 1):
        store = NoteStore(folder)
        body = f"at call {n}"
        with monkeypatch.context() as patch:
            fail_at(patch, n, OSError(code, os.strerror(code)))
            store.add(on(paper, "373,000", body=body))
        assert body in [note.body for note in store.all()]
        if store.unsaved:
            assert store.unsaved[0].problem.what
            assert store.retry()
        expected.append(body)
        assert store.unsaved == []
        assert bodies(folder) == sorted(expected)
        assert notes_file(folder).read_text().endswith("# end of notes\n")


def test_when_the_program_is_killed_at_any_call_what_was_acknowledged_is_there(paper, monkeypatch):
    folder = paper.path.parent
    calls_of_one_save(paper, monkeypatch)
    for n in range(1, 100):
        with monkeypatch.context() as patch:
            calls = fail_at(patch, n, Killed())
            try:
                NoteStore(folder).add(on(paper, "373,000", body=f"killed at call {n}"))
            except Killed:
                killed = True
            else:
                killed = False
        there = bodies(folder)
        assert {"first", "second"} <= set(there)
        # The journal is the first to be forced to the disk: from there on the note is there too.
        if "fsync" in calls[: n - 1]:
            assert f"killed at call {n}" in there
        if not killed:
            break
    assert n > 6


_WRITER = """
import sys
sys.path[:0] = [{root!r}, {tests!r}]
from pathlib import Path
from conftest import Paper, TEXT
from tui.notes import Note, NoteStore
paper = Paper("police.txt", TEXT)
store = NoteStore(Path(sys.argv[1]))
for n in range(int(sys.argv[3])):
    note = Note.on(paper, n % 40, n % 40 + 20, body=f"{{sys.argv[2]}} {{n}}")
    store.add(note)
    print(note.body, flush=True)
"""


def writer(folder, name, count):
    code = _WRITER.format(root=str(ROOT), tests=str(Path(__file__).parent))
    command = [sys.executable, "-c", code, str(folder), name, str(count)]
    environment = {**os.environ, "XDG_DATA_HOME": str(folder / "home")}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


def test_a_killed_program_has_lost_nothing_it_said_was_saved(paper):
    folder = paper.path.parent
    said = []
    for turn in range(5):
        process = writer(folder, f"turn {turn}", 10_000)
        assert process.stdout is not None
        said += [process.stdout.readline().strip() for _ in range(3 + turn * 2)]
        time.sleep(0.004 * turn)
        process.kill()
        said += process.stdout.read().split("\n")[:-1]
        process.stdout.close()
        process.wait()
        assert set(said) <= set(bodies(folder))
        assert notes_file(folder).read_text().endswith("# end of notes\n")
    assert len(said) > 30


def test_two_programs_and_an_editor_lose_nothing(paper):
    folder = paper.path.parent
    NoteStore(folder).add(on(paper, "37", body="first"))
    processes = [writer(folder, name, 60) for name in ("one", "two")]
    file = notes_file(folder)
    typed = []
    while any(process.poll() is None for process in processes):
        # An editor without locks that writes as most do: beside, then over it.
        before = file.stat()
        text = file.read_text()
        mark = f"# typed {len(typed)}\n"
        new = text.replace("# end of notes\n", mark + "# end of notes\n")
        beside = file.with_name("edited")
        beside.write_text(new)
        if file.stat().st_mtime_ns == before.st_mtime_ns and len(typed) < 5:
            beside.replace(file)
            typed.append(mark)
        time.sleep(0.02)
    for process in processes:
        assert process.stdout is not None
        process.stdout.close()
        assert process.returncode == 0
    expected = ["first", *(f"{name} {n}" for name in ("one", "two") for n in range(60))]
    assert bodies(folder) == sorted(expected)


@pytest.mark.parametrize("at", ["", "1\n[doc", "[[note]]", "id =", "exact", "paragraph", "# end"])
def test_a_file_cut_by_an_editor_gives_its_notes_back(paper, at):
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


def test_a_removal_by_hand_counts_and_can_be_taken_back(paper):
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


def test_edits_of_one_note_by_two_hands_are_joined_and_two_bodies_both_kept(paper):
    folder = paper.path.parent
    one = NoteStore(folder)
    note = one.add(on(paper, "37", body="old"))
    two = NoteStore(folder)
    assert two.for_document("police.txt") == [note]
    two.update(note.edited(verdict="wrong"))
    one.update(note.edited(tags=("abroad",)))
    (joined,) = NoteStore(folder).all()
    assert (joined.body, joined.verdict, joined.tags) == ("old", "wrong", ("abroad",))
    one.update(joined.edited(body="mine"))
    two.update(joined.edited(body="yours"))
    found = NoteStore(folder).all()
    assert sorted(note.body for note in found) == ["mine", "yours"]
    assert [note.tags for note in found if note.id != joined.id] == [("abroad", "conflict")]


def test_an_edit_beats_a_removal_elsewhere(paper):
    folder = paper.path.parent
    one = NoteStore(folder)
    note = one.add(on(paper, "37", body="old"))
    two = NoteStore(folder)
    two.for_document("police.txt")
    one.update(note.edited(body="new"))
    two.remove(note.id)
    assert bodies(folder) == ["new"]


def test_undo_and_redo_reach_across_starts(paper):
    folder = paper.path.parent
    store = NoteStore(folder)
    note = store.add(on(paper, "37", body="one"))
    store.update(note.edited(body="two"))
    store.remove(note.id)
    later = NoteStore(folder)
    assert [later.undo().body for _ in range(2)] == ["two", "one"]
    assert bodies(folder) == ["one"]
    latest = NoteStore(folder)
    assert latest.redo().body == "two"
    assert bodies(folder) == ["two"]
    assert latest.undo().body == "one"
    assert latest.undo().id == note.id
    assert bodies(folder) == []
    assert latest.undo() is None
    assert [latest.redo().body for _ in range(3)] == ["one", "two", "two"]
    assert latest.redo() is None
    assert bodies(folder) == []


def test_undo_is_of_this_programs_changes_and_never_over_anothers(paper):
    folder = paper.path.parent
    mine = NoteStore(folder)
    note = mine.add(on(paper, "37", body="mine"))
    other = NoteStore(folder)
    other.add(on(paper, "262,000", body="another program's"))
    other.update(other.get(note.id).edited(body="edited by the other"))
    mine.refresh()
    with pytest.raises(Exception, match="changed since"):
        mine.undo()
    assert mine.undo() is None
    assert bodies(folder) == ["another program's", "edited by the other"]


def test_undo_brings_back_the_block_as_it_was_written(paper):
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


def test_a_torn_line_of_the_journal_harms_no_other(paper):
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
    assert [store.undo().body for _ in range(4 + len(ODD))] == ["more"] * (3 + len(ODD)) + ["one"]


def test_a_long_journal_is_put_aside_and_still_read(paper, monkeypatch):
    monkeypatch.setattr("tui.notes.journal.MAX_BYTES", 3_500)
    folder = paper.path.parent
    store = NoteStore(folder)
    for n in range(8):
        store.add(on(paper, "37", body=f"note {n}"))
    kept = [path.name for path in (folder / ".factdesk").iterdir() if "journal" in path.name]
    assert sorted(kept) == ["journal-old.jsonl", "journal.jsonl"]
    assert NoteStore(folder).undo().body == "note 7"
    assert len(NoteStore(folder).all()) == 7


def test_a_file_broken_while_a_note_is_written_costs_nothing(paper, monkeypatch):
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


def test_drafts_outlive_the_program_and_a_disk_that_takes_nothing(paper, monkeypatch):
    folder = paper.path.parent
    drafts = NoteStore(folder).drafts
    drafts.keep("police.txt", "new at 12", "half a th")
    drafts.keep("police.txt", "new at 12", "half a thought\n\ud83d")
    drafts.keep("other.txt", "01KC", "more")
    offered = NoteStore(folder).drafts.offered()
    assert [(draft.document, draft.text) for draft in offered] == [
        ("police.txt", "half a thought\n\ud83d"),
        ("other.txt", "more"),
    ]
    drafts.drop("police.txt", "new at 12")
    drafts.keep("other.txt", "01KC", "")
    assert NoteStore(folder).drafts.offered() == []
    (folder / ".factdesk/drafts").rmdir()
    (folder / ".factdesk/drafts").write_text("in the way")
    drafts.keep("police.txt", "new at 12", "kept elsewhere")
    assert [draft.text for draft in drafts.offered()] == ["kept elsewhere"]


def test_a_backup_is_made_before_the_first_change_of_a_day_and_ten_are_kept(paper, monkeypatch):
    folder = paper.path.parent
    store = NoteStore(folder)
    note = store.add(on(paper, "37", body="day 0"))
    for day in range(1, 15):
        today = datetime(2026, 3, day, 9, tzinfo=UTC)
        monkeypatch.setattr("tui.notes.backups.now", lambda today=today: today)
        store.update(store.get(note.id).edited(body=f"day {day}"))
        store.update(store.get(note.id).edited(body=f"day {day}, later"))
    copies = sorted((folder / ".factdesk/backups").iterdir())
    assert len(copies) == 10
    assert copies[-1].name.endswith(".2026-03-14.toml")
    assert 'body = "day 13, later"' in copies[-1].read_text()


@pytest.mark.parametrize("damage", ["# end of notes", 'body = "day 2'])
def test_a_cut_file_without_a_journal_gets_back_what_the_youngest_whole_copy_has(
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


def test_what_an_editor_overwrote_is_put_back_with_the_next_save(overwritten, paper):
    overwritten.add(Note.about(paper, body="last"))
    assert {note.body for note in overwritten.all()} == {"first", "overwritten", "last"}
    assert bodies(paper.path.parent) == ["first", "last", "overwritten"]


def test_what_an_editor_overwrote_is_put_back_at_the_next_look(overwritten, paper):
    assert overwritten.refresh()
    assert bodies(paper.path.parent) == ["first", "overwritten"]
    assert not overwritten.unsaved
    assert not overwritten.refresh()


def test_what_was_taken_out_by_hand_stays_out_and_can_be_restored(overwritten, paper, monkeypatch):
    monkeypatch.setattr("tui.notes.notesfile.HAND", 0)
    overwritten.add(Note.about(paper, body="last"))
    assert [note.body for note in overwritten.all()] == ["first", "last"]
    (lost,) = overwritten.removed()
    assert overwritten.restore(lost.id).body == "overwritten"
    assert len(NoteStore(paper.path.parent).all()) == 3


def test_what_another_program_has_removed_at_once_stays_removed(paper):
    folder = paper.path.parent
    store = NoteStore(folder)
    note = store.add(Note.about(paper, body="short-lived"))
    NoteStore(folder).remove(note.id)
    assert store.refresh()
    assert store.all() == []
    assert bodies(folder) == []
