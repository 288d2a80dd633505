"""Pipes the output of verbs through `$PAGER`, in a terminal.

Without `$PAGER` no pager is started.
"""

import contextlib
import io
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from types import FrameType

from tui.errors import FactdeskError

#: Options for less, as git sets them: exit if the output fits on one screen, and leave it there.
_LESS = "FRX"


@contextlib.contextmanager
def paged() -> Iterator[None]:
    """Redirects stdout to the pager, and waits until it is closed.

    The variable is split like a shell command, but no shell runs. Raises `FactdeskError` if the
    pager cannot be started.
    """
    command = os.environ["PAGER"]
    pager: subprocess.Popen[bytes] | None = None

    def interrupted(_signal: int, _frame: FrameType | None) -> None:
        # While the pager is open an interrupt is for it: less continues, so this process must too.
        if pager is not None and pager.poll() is not None:
            raise KeyboardInterrupt

    # Set before the pager starts, since an interrupt may arrive before Popen returns.
    before = signal.signal(signal.SIGINT, interrupted)
    try:
        pager = _started(command)
        assert pager.stdin is not None
        out = io.TextIOWrapper(pager.stdin, sys.stdout.encoding, "backslashreplace")
        try:
            with contextlib.redirect_stdout(out):
                yield
        finally:
            with contextlib.suppress(BrokenPipeError):
                out.close()
            pager.wait()
    finally:
        signal.signal(signal.SIGINT, before)


def _started(command: str) -> subprocess.Popen[bytes]:
    """The pager process. Raises `FactdeskError` if it cannot be started."""
    try:
        return subprocess.Popen(
            shlex.split(command), stdin=subprocess.PIPE, env={"LESS": _LESS, **os.environ}
        )
    except (OSError, ValueError, IndexError) as error:
        raise FactdeskError(
            "the pager cannot be started",
            where=command,
            remedy="set PAGER to another, or to nothing",
        ) from error
