"""An acknowledged note is never lost, whatever fails: system calls, processes, disks."""

import errno
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from noted import bodies, notes_file, on

from tui.notes import NoteStore

ROOT = Path(__file__).parents[2]


class Killed(BaseException):
    """The program ends here, as by kill -9: nothing after this call is done."""


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
def test_if_any_system_call_fails_the_note_is_kept_and_saved_later(paper, monkeypatch, code):
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


def test_a_kill_at_any_system_call_loses_no_acknowledged_note(paper, monkeypatch):
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


def test_a_killed_program_loses_no_acknowledged_note(paper):
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


def unsynced(monkeypatch):
    """What has been written, or put into a folder, and not yet forced to the disk."""
    open_, write, fsync, replace = os.open, os.write, os.fsync, os.replace
    paths, left = {}, set()

    def opened(path, *args, **more):
        handle = open_(path, *args, **more)
        paths[handle] = str(path)
        return handle

    def written(handle, data):
        left.add(paths.get(handle))
        return write(handle, data)

    def synced(handle):
        left.discard(paths.get(handle))
        return fsync(handle)

    def replaced(source, target):
        assert left == set(), "put in place before it, or the journal, was on the disk"
        left.add(str(Path(target).parent))
        return replace(source, target)

    calls = {"open": opened, "write": written, "fsync": synced, "replace": replaced}
    for name, does in calls.items():
        monkeypatch.setattr(os, name, does)
    return left


@pytest.mark.parametrize("has_links", [False, True])
def test_what_is_acknowledged_has_been_forced_to_the_disk(paper, monkeypatch, has_links):
    folder = paper.path.parent
    NoteStore(folder).add(on(paper, "37", body="first"))
    if has_links:
        os.link(notes_file(folder), folder / "another name.toml")
    left = unsynced(monkeypatch)
    # The last line of the journal only says that the ones before it are in the notes file.
    journal = str(folder / ".factdesk/journal.jsonl")
    store = NoteStore(folder)
    note = store.add(on(paper, "262,000", body="second"))
    assert left <= {journal}
    store.update(note._replace(body="third"))
    assert left <= {journal}
    store.remove(note.id)
    assert left <= {journal}
    assert store.unsaved == []
