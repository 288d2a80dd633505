"""What verbs print in a terminal goes through the pager that the reader names in `$PAGER`.

Without `$PAGER` nothing is started: a terminal scrolls, and who listens wants plain lines.
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

#: For less, as git has it: end where all fits on one screen, and leave it standing.
_LESS = "FRX"


@contextlib.contextmanager
def paged() -> Iterator[None]:
    """While this lasts, stdout is the pager's stdin; it ends when the pager is closed.

    The variable is cut into words as a shell would, but no shell runs. Raises `FactdeskError` if
    the pager cannot be started.
    """
    said = os.environ["PAGER"]
    pager: subprocess.Popen[bytes] | None = None

    def interrupted(_signal: int, _frame: FrameType | None) -> None:
        # An interrupt is the pager's while it is open: less goes on, and so must its terminal.
        if pager is not None and pager.poll() is not None:
            raise KeyboardInterrupt

    # Before the pager is there: it may be interrupted before Python knows that it has started.
    before = signal.signal(signal.SIGINT, interrupted)
    try:
        pager = _started(said)
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


def _started(said: str) -> subprocess.Popen[bytes]:
    """The pager, with nothing to show so far. Raises `FactdeskError` if it cannot be started."""
    try:
        return subprocess.Popen(
            shlex.split(said), stdin=subprocess.PIPE, env={"LESS": _LESS, **os.environ}
        )
    except (OSError, ValueError, IndexError) as error:
        raise FactdeskError(
            "the pager cannot be started", where=said, remedy="set PAGER to another, or to nothing"
        ) from error
