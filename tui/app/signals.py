"""The terminal has closed, or another program asks this one to end: nothing is lost by it."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app.app import Factdesk

#: What a shell says of a program that was asked to end.
_TERMINATED = 128 + signal.SIGTERM


def heed_signals(app: Factdesk) -> None:
    """Keep what is typed, and the place in each document, when a signal ends the program."""
    loop = asyncio.get_running_loop()
    # Where there are no such signals (Windows), or in a thread of a test.
    with suppress(NotImplementedError, RuntimeError, ValueError, AttributeError):
        loop.add_signal_handler(signal.SIGTERM, _end, app)
        loop.add_signal_handler(signal.SIGHUP, _hang_up, app)


def _end(app: Factdesk) -> None:
    """Leave the terminal as it was found."""
    keep_all(app)
    app.exit(return_code=_TERMINATED)


def _hang_up(app: Factdesk) -> None:
    """End at once: there is no terminal any more, and each further word to it would fail."""
    keep_all(app)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGHUP)


def keep_all(app: Factdesk) -> None:
    """Keep what is typed in an open editor, and where the reader is."""
    for screen in app.screen_stack:
        keep = getattr(screen, "keep_now", None)
        if keep is not None:
            keep()
    app.session.leave()
    app.session.memory.save()
