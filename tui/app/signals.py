"""Signals that end the program: saves drafts and state when the terminal closes or on SIGTERM."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from tui.app.dialog import Dialog

if TYPE_CHECKING:
    from tui.app.app import Factdesk

#: The exit status for SIGTERM, as in a shell.
_TERMINATED = 128 + signal.SIGTERM


def heed_signals(app: Factdesk) -> None:
    """Save drafts, and the place in each document, when a signal ends the program."""
    loop = asyncio.get_running_loop()
    # On Windows, which lacks these signals, or in a thread of a test.
    with suppress(NotImplementedError, RuntimeError, ValueError, AttributeError):
        loop.add_signal_handler(signal.SIGTERM, _end, app)
        loop.add_signal_handler(signal.SIGHUP, _hang_up, app)


@contextmanager
def kept_first(app: Factdesk, keep: Callable[[], None]) -> Iterator[None]:
    """While another program has the terminal: a signal that ends this one calls `keep` at once.

    The event loop is held up meanwhile. On SIGTERM it ends when the other program does.
    """

    def end(number: int, _frame: object) -> None:
        keep()
        if number == signal.SIGHUP:
            _hang_up(app)

    before = {}
    with suppress(ValueError, AttributeError):  # as above
        for number in (signal.SIGTERM, signal.SIGHUP):
            before[number] = signal.signal(number, end)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(app: Factdesk) -> None:
    """End with the terminal restored."""
    keep_all(app)
    app.exit(return_code=_TERMINATED)


def _hang_up(app: Factdesk) -> None:
    """End immediately: there is no terminal any more, and writing to it would fail."""
    keep_all(app)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGHUP)


def keep_all(app: Factdesk) -> None:
    """Save the draft in an open editor, and the reader's place."""
    for screen in app.screen_stack:
        if isinstance(screen, Dialog):
            # After an unexpected error, another one must not keep it from saving the rest.
            with suppress(Exception):
                screen.keep_now()
    app.session.leave()
    app.session.memory.save()
