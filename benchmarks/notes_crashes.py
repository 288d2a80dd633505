"""Crash tests for saving notes: killed processes, concurrent writers, a full disk.

    python benchmarks/notes_crashes.py [--kills N] [--notes N] [--full FOLDER]

FOLDER is a folder on a small disk that may be filled, such as a tmpfs of 1 MB.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tui.notes import Note, NoteStore
from tui.notes.anchoring.anchor import digest

_TEXT = "Police solved 262,000 cases and arrested 373,000 suspects in nine months.\n\n" * 20
_WRITER = """
import sys
sys.path[:0] = [{here!r}]
from notes_crashes import Paper
from pathlib import Path
from tui.notes import Note, NoteStore
store = NoteStore(Path(sys.argv[1]))
for n in range(int(sys.argv[3])):
    store.add(Note.on(Paper(), n % 40, n % 40 + 20, body=f"{{sys.argv[2]}} {{n}}"))
    print(f"{{sys.argv[2]}} {{n}}" if not store.unsaved else "NOT SAVED", flush=True)
"""


class Paper:
    """A document as notes need it."""

    name, text, path, title = "report.txt", _TEXT, None, "Report"
    sha256 = digest(_TEXT)


def writer(folder: Path, name: str, count: int) -> "subprocess.Popen[str]":
    """A process that adds notes and reports each."""
    code = _WRITER.format(here=str(Path(__file__).parent))
    return subprocess.Popen(
        [sys.executable, "-c", code, str(folder), name, str(count)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "XDG_DATA_HOME": str(folder / "home")},
    )


def bodies(folder: Path) -> set[str]:
    """The notes found at the next start."""
    return {note.body for note in NoteStore(folder).all()}


def notes_file(folder: Path) -> Path:
    """The file of the notes."""
    return NoteStore(folder).homes[0].file(Paper.name)


def kills(times: int) -> None:
    """Kill a process while it saves, that many times."""
    chance = random.Random(1)
    broken = lost = said_before = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        said = set[str]()
        for turn in range(times):
            if turn % 50 == 0:
                folder = Path(name) / str(turn)
                folder.mkdir()
                said_before, said = said_before + len(said), set()
            process = writer(folder, f"turn {turn}", 100_000)
            assert process.stdout is not None
            said.add(process.stdout.readline().strip())
            time.sleep(chance.random() * 0.02)
            process.kill()
            said |= set(process.stdout.read().split("\n")[:-1])
            process.stdout.close()
            process.wait()
            broken += not notes_file(folder).read_bytes().endswith(b"# end of notes\n")
            lost += len(said - bodies(folder))
    said_in_all = said_before + len(said)
    print(f"kill -9, {times} times: {broken} broken files, {lost} of {said_in_all} notes lost")


def together(count: int) -> None:
    """Two processes, and an editor that ignores locks, all on one file."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = NoteStore(folder)
        store.add(Note.on(Paper(), 0, 20, body="first"))
        file = notes_file(folder)
        processes = [writer(folder, which, count // 2) for which in ("one", "two")]
        edits = 0
        while any(process.poll() is None for process in processes):
            before = file.stat()
            text = file.read_text().replace("# end of notes\n", "# typed\n# end of notes\n")
            beside = file.with_name("edited")
            beside.write_text(text)
            now = file.stat()
            if (now.st_mtime_ns, now.st_ino) == (before.st_mtime_ns, before.st_ino):
                beside.replace(file)
                edits += 1
            time.sleep(0.1)
        expected = {f"{which} {n}" for which in ("one", "two") for n in range(count // 2)}
        for process in processes:
            assert process.stdout is not None
            process.stdout.close()
        print(
            f"two programs and an editor ({edits} edits): "
            f"{len(expected - bodies(folder))} of {len(expected)} notes lost"
        )


def full(folder: Path) -> None:
    """Fill the disk while notes are written."""
    store = NoteStore(folder)
    kept = [store.add(Note.on(Paper(), 0, 20, body="before")).body]
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 512)
        except OSError:
            pass
    old = notes_file(folder).read_bytes()
    kept.append(store.add(Note.on(Paper(), 0, 20, body="on the full disk")).body)
    reasons = {str(one.problem) for one in store.unsaved}
    whole = notes_file(folder).read_bytes() == old
    again = bodies(folder)
    ballast.unlink()
    saved = store.retry()
    print(
        f"full disk: {reasons}, old file {'whole' if whole else 'BROKEN'}, "
        f"{len(set(kept) - again)} notes lost at a start while it is full, "
        f"saved once there is room: {saved}, {len(set(kept) - bodies(folder))} lost"
    )


def main() -> None:
    """Do what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--notes", type=int, default=1000)
    parser.add_argument("--full", type=Path)
    chosen = parser.parse_args()
    kills(chosen.kills)
    together(chosen.notes)
    if chosen.full:
        full(chosen.full)


if __name__ == "__main__":
    main()
