"""A draft belongs to its process as long as that is running."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tui import files
from tui.notes import NoteStore, running
from tui.notes.running import is_running, this_program

ROOT = Path(__file__).resolve().parents[2]
TYPES = """
import sys
from pathlib import Path
from tui.notes import NoteStore
NoteStore(Path(sys.argv[1])).drafts.keep("police.txt", "figure 0 4", "typed elsewhere")
print("kept", flush=True)
sys.stdin.read()
"""


ASKS_AT_ONCE = """
from threading import Barrier, Thread
from tui.notes.running import this_program
names, together = [], Barrier(8)
def ask():
    together.wait()
    names.append(this_program())
threads = [Thread(target=ask) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(names), len(set(names)))
"""


@pytest.fixture
def other_program(paper, tmp_path, monkeypatch):
    """Another factdesk that has kept a draft on the same document and goes on running."""
    monkeypatch.setattr(files, "data_folder", lambda: tmp_path / "factdesk")
    environment = {"PYTHONPATH": str(ROOT), "XDG_DATA_HOME": str(tmp_path)}
    command = [sys.executable, "-c", TYPES, str(paper.path.parent)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "kept\n"
        yield program
        program.kill()


def test_drafts_of_a_running_process_are_not_offered_to_others(paper, other_program):
    drafts = NoteStore(paper.path.parent).drafts
    assert drafts.recoverable() == []
    drafts.keep("police.txt", "figure 0 4", "typed here")
    assert [draft.text for draft in drafts.recoverable()] == ["typed here"]
    drafts.drop("police.txt", "figure 0 4")
    other_program.kill()
    other_program.wait()
    assert [draft.text for draft in drafts.recoverable()] == ["typed elsewhere"]
    drafts.drop("police.txt", "figure 0 4")
    assert drafts.recoverable() == []


def test_a_program_that_ends_leaves_no_trace_of_its_run(other_program):
    (trace,) = (files.data_folder() / "running").glob("*.lock")
    assert is_running(trace.stem)
    other_program.stdin.close()
    assert other_program.wait() == 0
    assert not trace.exists()


def test_threads_that_ask_at_once_get_one_name(tmp_path):
    environment = {"PYTHONPATH": str(ROOT), "XDG_DATA_HOME": str(tmp_path)}
    asked = subprocess.run(
        [sys.executable, "-c", ASKS_AT_ONCE], env=environment, capture_output=True, text=True
    )
    assert asked.stdout == "8 1\n", asked.stderr


@pytest.mark.parametrize("name", ["", "../../x", "01NEVER"])
def test_unknown_names_are_not_running(name):
    assert not is_running(name)


def test_this_program_runs():
    assert is_running(this_program())


def test_lock_files_of_killed_processes_are_deleted(own_data_folder):
    folder = own_data_folder / "running"
    folder.mkdir(parents=True)
    for name, age in (("01OLD", 3600), ("01NEW", 1)):
        (folder / f"{name}.lock").touch()
        os.utime(folder / f"{name}.lock", (time.time() - age,) * 2)
    running._delete_leftovers()
    assert sorted(path.stem for path in folder.iterdir()) == ["01NEW"]
