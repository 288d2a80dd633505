"""The program as a person uses it: in a real terminal, on a copy of the documents."""

import os
import shutil
import signal
import sys
from pathlib import Path

import pytest

from tui import files

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a pty")
terminal = pytest.importorskip("terminal")

COMMAND = (sys.executable, "-m", "tui")
#: Runs the program with a method that fails once the note was typed.
_BROKEN = """
import sys
from importlib import import_module
from tui import cli

def fail(self, *of):
    is_elsewhere = name.endswith("render_lines") and not self.has_focus
    bodies = self.app.screen.query("#body")
    if bodies and bodies.first().text and not is_elsewhere:
        raise ZeroDivisionError("by nought")
    return before(self, *of)

module, _, name = sys.argv[1].partition(":")
owner, _, method = name.partition(".")
owner = getattr(import_module(module), owner)
before = getattr(owner, method)
setattr(owner, method, fail)
sys.exit(cli.main(sys.argv[2:]))
"""


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """An empty home: no settings, no notes, no memory of earlier runs."""
    kinds = ("CACHE", "CONFIG", "DATA", "STATE")
    folders = {"HOME": "home", **{f"XDG_{kind}_HOME": kind.lower() for kind in kinds}}
    return {name: str(tmp_path / folder) for name, folder in folders.items()}


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    return Path(shutil.copytree(files.shipped("seeds"), tmp_path / "reports"))


def test_a_note_on_a_figure_is_there_tomorrow(documents: Path, home: dict[str, str]) -> None:
    command = (*COMMAND, str(documents))
    with terminal.Terminal(command, environment=home) as first:
        first.until(lambda screen: "help" in screen and "Figures" in screen)
        first.press("]")
        first.until("as written")
        first.press("a")
        first.until("New note on the figure")
        first.press("Checked against the ministry.", "ctrl+s")
        first.until("Note saved")
        first.press("q")
        assert first.wait() == 0

    saved = list((documents / ".factdesk" / "notes").glob("*.toml"))
    assert len(saved) == 1
    assert 'body = "Checked against the ministry."' in saved[0].read_text(encoding="utf-8")

    with terminal.Terminal(command, environment=home) as second:
        second.until("Checked against")
        assert "✎" in second.text
        second.press("q")
        assert second.wait() == 0


def test_escape_and_a_key_that_arrive_together_are_two_keys(
    documents: Path, home: dict[str, str]
) -> None:
    with terminal.Terminal((*COMMAND, str(documents)), environment=home) as run:
        run.until(lambda screen: "help" in screen and "Figures" in screen)
        run.press("s")
        run.until("esc close")
        run.press("\x1b]")
        run.until(lambda screen: "as written" in screen and "esc close" not in screen)
        run.press("A")
        run.until("esc close")
        run.press("\x1bq")
        assert run.wait() == 0


def test_the_terminal_is_restored(documents: Path, home: dict[str, str]) -> None:
    with terminal.Terminal((*COMMAND, str(documents)), environment=home) as run:
        run.until("help")
        run.press("ctrl+q")
        assert run.wait() == 0
        assert run.raw.rfind(b"\x1b[?1049l") > run.raw.rfind(b"\x1b[?1049h")
        assert run.raw.rfind(b"\x1b[?25h") > run.raw.rfind(b"\x1b[?25l")


def test_ctrl_z_suspends_and_the_screen_is_redrawn(documents: Path, home: dict[str, str]) -> None:
    with terminal.Terminal((*COMMAND, str(documents)), environment=home) as run:
        run.until(lambda screen: "help" in screen and "Figures" in screen)
        run.press("]", "a")
        run.until("New note on")
        run.press("typed", "ctrl+z")
        run.until(lambda screen: "typed" not in screen)
        run.press("escape")
        run.until(lambda screen: "New note on" not in screen)
        heading = run.text.split("\n", 1)[0].strip()
        run.press("ctrl+z")
        stopped = status = 0
        for _ in range(100):
            run.settle()
            stopped, status = os.waitpid(run.pid, os.WUNTRACED | os.WNOHANG)
            if stopped:
                break
        assert os.WIFSTOPPED(status)
        run.settle()
        assert run.raw.rfind(b"\x1b[?1049l") > run.raw.rfind(b"\x1b[?1049h")
        run.forget()
        os.kill(run.pid, signal.SIGCONT)
        run.until(heading)
        run.press("q")
        assert run.wait() == 0


@pytest.mark.parametrize(
    ("ended_by", "status"), [(signal.SIGHUP, -signal.SIGHUP), (signal.SIGTERM, 143)]
)
def test_what_is_typed_survives_a_terminal_that_closes(
    documents: Path, home: dict[str, str], ended_by: signal.Signals, status: int
) -> None:
    command = (*COMMAND, str(documents))
    with terminal.Terminal(command, environment=home) as first:
        first.until(lambda screen: "help" in screen and "Figures" in screen)
        first.press("]", "a")
        first.until("New note on")
        first.press("half a thought")
        first.until("half a thought")
        os.kill(first.pid, ended_by)
        assert first.wait() == status
        was_given_back = first.raw.rfind(b"\x1b[?1049l") > first.raw.rfind(b"\x1b[?1049h")
        assert was_given_back == (ended_by == signal.SIGTERM)
    with terminal.Terminal(command, environment=home) as second:
        second.until("“half a thought” on")
        second.press("q")
        assert second.wait() == 0


@pytest.mark.parametrize("is_closed", [True, False])
def test_what_was_saved_in_an_editor_survives_a_terminal_that_closes(
    documents: Path, home: dict[str, str], tmp_path: Path, is_closed: bool
) -> None:
    editor, is_open = tmp_path / "editor", tmp_path / "is-open"
    editor.write_text(f'#!/bin/sh\necho "a whole thought" > "$1"\n: > {is_open}\nsleep 60\n')
    editor.chmod(0o700)
    command = (*COMMAND, str(documents))
    with terminal.Terminal(command, environment={**home, "VISUAL": str(editor)}) as first:
        first.until(lambda screen: "help" in screen and "Figures" in screen)
        first.press("]", "a")
        first.until("New note on")
        first.press("half", "ctrl+g")
        first.until(lambda _: is_open.exists())
        if is_closed:
            first.close()
            assert first.wait() == -signal.SIGHUP
        else:
            os.killpg(first.pid, signal.SIGTERM)
            assert first.wait() == 143
    with terminal.Terminal(command, environment=home) as second:
        second.until("“a whole thought” on")
        second.press("q")
        assert second.wait() == 0


def test_what_an_editor_saves_after_a_signal_survives_a_kill(
    documents: Path, home: dict[str, str], tmp_path: Path
) -> None:
    editor, is_open, go, is_saved = (tmp_path / name for name in ("editor", "open", "go", "saved"))
    editor.write_text(
        f": > {is_open}\nwhile [ ! -e {go} ]; do sleep 0.05; done\n"
        f'echo "a late thought" > "$1"\n: > {is_saved}\nsleep 60\n'
    )
    command = (*COMMAND, str(documents))
    with terminal.Terminal(command, environment={**home, "VISUAL": f"sh {editor}"}) as first:
        first.until(lambda screen: "help" in screen and "Figures" in screen)
        first.press("]", "a")
        first.until("New note on")
        first.press("half", "ctrl+g")
        first.until(lambda _: is_open.exists())
        os.kill(first.pid, signal.SIGTERM)
        go.touch()
        first.until(lambda _: is_saved.exists())
        os.kill(first.pid, signal.SIGKILL)
        assert first.wait() == -signal.SIGKILL
    with terminal.Terminal(command, environment=home) as second:
        second.until("“a late thought” on")
        second.press("]", "a")
        second.until("You typed this before")
        second.press("!", "ctrl+s")
        second.until(lambda screen: "New note on" not in screen)
        second.press("q")
        assert second.wait() == 0
    (notes,) = documents.glob(".factdesk/notes/*.toml")
    assert 'body = "a late thought!"' in notes.read_text()
    assert not list(Path(home["XDG_DATA_HOME"], "factdesk").rglob("note.md"))


@pytest.mark.parametrize(
    ("broken", "key"),
    [
        # In the application, in a widget, and while drawing.
        ("tui.app.dialogs.editor:NoteEditor.action_note_verdict", "ctrl+t"),
        ("tui.app.widgets.field:Field.insert_text_at_cursor", "\tx"),
        ("tui.app.widgets.field:Field.render_lines", "\tx"),
    ],
)
def test_what_is_typed_survives_an_unexpected_error(
    documents: Path, home: dict[str, str], broken: str, key: str
) -> None:
    command = (sys.executable, "-c", _BROKEN, broken, str(documents))
    with terminal.Terminal(command, environment=home) as first:
        first.until(lambda screen: "help" in screen and "Figures" in screen)
        first.press("]", "a")
        first.until("New note on")
        first.press("half a thought")
        first.until("half a thought")
        first.press(key)
        assert first.wait() == 2
        assert first.raw.rfind(b"\x1b[?1049l") > first.raw.rfind(b"\x1b[?1049h")
        said = " ".join(first.raw.rpartition(b"\x1b")[2].decode().split())
        assert "factdesk has failed (ZeroDivisionError: by nought); what you typed is kept" in said
        assert "Traceback" not in said
    report = Path(home["XDG_STATE_HOME"], "factdesk", "failure.txt")
    assert str(report) in said
    assert "ZeroDivisionError" in report.read_text("utf-8")
    with terminal.Terminal((*COMMAND, str(documents)), environment=home) as second:
        second.until("“half a thought” on")
        second.press("q")
        assert second.wait() == 0


def test_the_first_start_takes_a_tour_and_the_second_does_not(home: dict[str, str]) -> None:
    with terminal.Terminal(COMMAND, environment=home) as first:
        first.until("Tour 1 of")
        first.press("]")
        first.until("Tour 2 of")
        first.press("escape")
        first.until(lambda screen: "Tour" not in screen)
        first.press("q")
        assert first.wait() == 0
    with terminal.Terminal(COMMAND, environment=home) as second:
        second.until("as written")
        second.settle()
        assert "Tour" not in second.text
        second.press("q")
        assert second.wait() == 0


def test_without_a_terminal_it_says_so_in_one_line(documents: Path) -> None:
    import subprocess

    done = subprocess.run(
        (*COMMAND, str(documents)), capture_output=True, stdin=subprocess.DEVNULL, text=True
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "needs a terminal" in done.stderr


def test_a_row_is_redrawn_completely(documents: Path, home: dict[str, str]) -> None:
    """The cursor of the list of figures leaves no background colour in the rows it leaves."""
    with terminal.Terminal((*COMMAND, str(documents)), environment=home) as run:
        run.until(lambda screen: "help" in screen and "as written" in screen)
        run.press("tab", "j", "j", "k")
        run.settle(0.5)
        grounds = [
            [run.screen.buffer[y][x].bg for x in range(run.screen.columns - 30, run.screen.columns)]
            for y in range(1, 12)
        ]
        # All but the last cell, where the scrollbar is.
        assert all(len(set(row[:-1])) == 1 for row in grounds)
        assert len({row[0] for row in grounds}) == 2
