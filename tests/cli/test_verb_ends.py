"""The verbs as programs: how they end, and what they say then."""

import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import tui
from tui.cli import main

REPORT = "Ships brought 1.2 million tonnes of grain, up 8% year-on-year.\n"


@pytest.fixture
def report(tmp_path, monkeypatch):
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "report.txt"


def run(*words, pipe="", **options):
    """Runs `python -m tui` in a shell, followed by the given words."""
    command = f"{shlex.join([sys.executable, '-m', 'tui', *words])} {pipe}"
    root = Path(tui.__file__).parent.parent
    return subprocess.run(
        ["bash", "-c", command],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(root), **options.pop("env", {})},
        **options,
    )


ENDS = [
    (["figures", "seeds"], "| head -n 1; exit ${PIPESTATUS[0]}", 0, ""),
    (["figures", "seeds"], "| true; exit ${PIPESTATUS[0]}", 0, ""),
    (["--help"], "| true; exit ${PIPESTATUS[0]}", 0, ""),
    (["--version"], "| true; exit ${PIPESTATUS[0]}", 0, ""),
    (["figures", "seeds"], "> /dev/full", 2, "the output cannot be written (the disk is full"),
    (["--help"], "> /dev/full", 2, "the output cannot be written (the disk is full"),
    (["figures", "--help"], "> /dev/full", 2, "the output cannot be written (the disk is full"),
    (["figures", "seeds"], ">&-", 2, "the output cannot be written (it is closed)"),
    (["--help"], ">&-", 2, "the output cannot be written (it is closed)"),
    (["--version"], ">&-", 2, "the output cannot be written (it is closed)"),
    (["config", "check"], ">&-", 0, "nothing is wrong"),
    (["config", "check"], "2> /dev/full", 0, ""),
    (["figures", "nowhere"], "2> /dev/full", 2, ""),
    (["figures", "nowhere"], ">&- 2>&-", 2, ""),
    (["figures", "nowhere"], "", 2, "nowhere: no such file or folder"),
]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(("words", "pipe", "status", "said"), ENDS)
def test_exit_status_and_closed_pipes(words, pipe, status, said):
    done = run(*words, pipe=pipe, cwd=Path(tui.__file__).parent.parent)
    said_now = done.stderr.decode()
    assert (done.returncode, said in said_now) == (status, True), said_now
    assert said_now.count("\n") == bool(said)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("words", [["--help"], ["figures", "seeds"]])
def test_a_full_disk_is_reported_in_one_line(words, unbuffered):
    root, environment = Path(tui.__file__).parent.parent, {"PYTHONUNBUFFERED": unbuffered}
    done = run(*words, pipe="> /dev/full", cwd=root, env=environment)
    assert done.returncode == 2
    assert done.stderr == b"factdesk: the output cannot be written (the disk is full)\n"


def test_with_stderr_closed_stdout_has_only_data(report):
    done = run("figures", "report.txt", "nowhere.txt", pipe="2>&-", cwd=report.parent)
    assert (done.returncode, done.stdout, done.stderr) == (2, b"", b"")


def test_an_interrupt_ends_with_130(monkeypatch, capsys, report):
    # Of a program that a shell started in the background nothing is interrupted.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    monkeypatch.setattr(
        "tui.cli.verb_figures.run", lambda _options: signal.raise_signal(signal.SIGINT)
    )
    assert main(["figures", "report.txt"]) == 130
    assert capsys.readouterr() == ("", "")


def test_an_unexpected_error_has_a_traceback_only_with_debug(monkeypatch, capsys, report):
    def fail(_options):
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr("tui.cli.verb_figures.run", fail)
    assert main(["figures", "report.txt"]) == 2
    assert capsys.readouterr().err == (
        "factdesk: factdesk has failed (ZeroDivisionError: by nought); "
        "run it again with --debug to see where\n"
    )
    with pytest.raises(ZeroDivisionError):
        main(["figures", "report.txt", "--debug"])


def test_characters_that_the_encoding_lacks_are_escaped(report):
    done = run("figures", "report.txt", cwd=report.parent, env={"PYTHONIOENCODING": "latin-1"})
    assert done.returncode == 0
    assert b"\\u2191 8 %" in done.stdout
    assert "1.2 m tonnes · grain".encode("latin-1") in done.stdout
