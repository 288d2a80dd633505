"""Paging the output of verbs with `$PAGER`."""

import sys
from pathlib import Path

import pytest

import tui
from tui.cli import main
from tui.cli.commands import PAGED, VERBS

terminal = pytest.importorskip("terminal", reason="needs a pty")

ROOT = str(Path(tui.__file__).parent.parent)


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("Harbour trade\n\nShips brought 340 tonnes.\n" * 20, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("pager", "shown", "status"),
    [
        ("sed -e 's/^/paged: /'", "paged: Ships brought", 0),
        ("", "\nShips brought", 0),
        ("  ", "\nShips brought", 0),
        ("head -n 1", "Document: Harbour", 0),
        ("false", "", 0),
        ("no-such-pager-here", "the pager cannot be started; set PAGER to another", 2),
        ("'unfinished", "the pager cannot be started", 2),
    ],
)
def test_in_a_terminal_the_readers_pager_is_used(report, pager, shown, status):
    command = (sys.executable, "-m", "tui", "read", "report.txt")
    environment = {"PAGER": pager, "PYTHONPATH": ROOT}
    with terminal.Terminal(command, environment=environment, cwd=report.parent) as run:
        assert run.wait() == status
        run.settle()
        assert shown in run.text
        assert "Traceback" not in run.text


def test_an_interrupt_goes_to_the_pager(report):
    command = (sys.executable, "-m", "tui", "read", "report.txt")
    pager = (
        "sh -c 'trap \"\" INT; echo started; cat > /dev/null; read answer < /dev/tty; echo over'"
    )
    environment = {"PAGER": pager, "PYTHONPATH": ROOT}
    with terminal.Terminal(command, environment=environment, cwd=report.parent) as run:
        run.until("started")
        run.press("ctrl+c")
        run.settle()
        assert "over" not in run.text
        run.press("enter")
        run.until("over")
        assert run.wait() == 0


def test_a_pipe_is_never_paged(report, capsys, monkeypatch):
    monkeypatch.setenv("PAGER", "no-such-pager-here")
    assert main(["read", str(report)]) == 0
    assert "\nShips brought" in capsys.readouterr().out


def test_only_verbs_are_paged():
    assert set(PAGED) < set(VERBS)
