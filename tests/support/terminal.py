"""Runs the real program in a real pty: sends keys, reads the screen, counts CPU time."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyte

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "down": "\x1b[B",
    "up": "\x1b[A",
    "pagedown": "\x1b[6~",
    "pageup": "\x1b[5~",
    **{f"ctrl+{letter}": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"},
}


class Terminal:
    """A program in a pseudo-terminal of `columns` by `rows`; use it as a context manager."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 120,
        rows: int = 40,
        environment: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        #: All that was written, and how much of it the screen shows already.
        self.raw, self._shown = bytearray(), 0
        self.status: int | None = None
        self._is_closed = False
        size = struct.pack("HHHH", rows, columns, 0, 0)
        self.pid, self._file = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            if cwd is not None:
                os.chdir(cwd)
            variables = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
            variables["LC_ALL"] = "C.UTF-8"
            # COLUMNS and LINES, which pytest-xdist sets, would override the size of the terminal.
            for name in ("NO_COLOR", "COLUMNS", "LINES"):
                variables.pop(name, None)
            # As on any machine: compiled modules are kept, so that a start compiles nothing.
            variables.pop("PYTHONDONTWRITEBYTECODE", None)
            os.execvpe(command[0], list(command), {**variables, **(environment or {})})
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, size)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            self.wait()
        self.close()

    def close(self) -> None:
        """Close the terminal, as when its window is closed or the connection is lost."""
        if not self._is_closed:
            self._is_closed = True
            os.close(self._file)

    @property
    def screen(self) -> pyte.Screen:
        """The output as a terminal displays it; computed when accessed (50 ms)."""
        new, self._shown = bytes(self.raw[self._shown :]), len(self.raw)
        self._stream.feed(new)
        return self._screen

    def forget(self) -> None:
        """Clear the screen and the output, as after another program used the terminal."""
        self._screen.reset()
        del self.raw[:]
        self._shown = 0

    @property
    def text(self) -> str:
        """The text on the screen."""
        return "\n".join(self.screen.display)

    def press(self, *keys: str) -> None:
        """Send keys by name (`enter`, `ctrl+s`), or text to type."""
        for key in keys:
            os.write(self._file, KEYS.get(key, key).encode())

    def read(self, timeout: float = 0.0) -> bool:
        """Read what the program has written; False if nothing came within `timeout` seconds."""
        if self._is_closed:
            time.sleep(timeout)
            return False
        if not select.select([self._file], [], [], timeout)[0]:
            return False
        try:
            data = os.read(self._file, 1 << 16)
        except OSError:
            return False
        self.raw += data
        return bool(data)

    def until(self, seen: str | Callable[[str], bool], timeout: float = 20.0) -> str:
        """Read until the screen shows `seen`; returns the screen. Raises `TimeoutError`."""
        test = seen if callable(seen) else lambda text: seen in text
        deadline = time.monotonic() + timeout
        while not test(self.text):
            if time.monotonic() > deadline:
                raise TimeoutError(f"{seen!r} did not come; the screen was\n{self.text}")
            self.read(0.05)
        return self.text

    def settle(self, quiet: float = 0.15) -> None:
        """Read until nothing has come for `quiet` seconds."""
        while self.read(quiet):
            pass

    def wait(self, timeout: float = 20.0) -> int:
        """Wait for the program to end; returns its exit status (negative: the signal that ended
        it)."""
        deadline = time.monotonic() + timeout
        while self.status is None:
            self.read(0.02)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
            elif time.monotonic() > deadline:
                raise TimeoutError(f"it has not ended; the screen was\n{self.text}")
        return self.status

    def cpu(self, *, main_only: bool = False) -> float:
        """Seconds of CPU time that the program has used, in its main thread or in all (Linux)."""
        if main_only:
            schedule = Path(f"/proc/{self.pid}/task/{self.pid}/schedstat")
            return int(schedule.read_text().split()[0]) / 1e9
        # The clock of the process, which counts threads that have ended, too (clock_getcpuclockid).
        return time.clock_gettime((~self.pid << 3) | 2)

    def idle(self) -> None:
        """Wait until it is idle: a second with less than 20 ms of CPU time."""
        spent = 1.0
        while spent > 0.02:
            before, deadline = self.cpu(), time.monotonic() + 1
            while time.monotonic() < deadline:
                self.read(0.05)
            spent = self.cpu() - before
