"""Threads, and the way back from them.

They are daemons instead of Textual workers, for which Textual would wait at exit: seconds while
10 MB are being extracted.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import TypeVar, TypeVarTuple

from textual.message import Message
from textual.message_pump import MessagePump

Result = TypeVar("Result")
Found = TypeVarTuple("Found")


class Threads:
    """Runs functions in threads, and hands their results to the desk's own thread."""

    class Failed(Message):
        """A thread ended with an unexpected error."""

        def __init__(self, error: Exception) -> None:
            super().__init__()
            self.error = error

    def __init__(self, desk: MessagePump) -> None:
        self._desk = desk
        self._threads: list[Thread] = []

    def run(self, work: Callable[[], object]) -> None:
        """Run a function in a thread; unexpected errors are posted as `Failed`."""

        def guarded() -> None:
            try:
                work()
            except Exception as error:
                self._desk.post_message(self.Failed(error))

        thread = Thread(target=guarded, daemon=True)
        thread.start()
        self._threads = [*(old for old in self._threads if old.is_alive()), thread]

    def ask(self, work: Callable[[], Result], then: Callable[[Result], object]) -> None:
        """Run a function in a thread; `then` is called with its result in the desk's own thread."""
        self.run(lambda: self.give(then, work()))

    def give(self, then: Callable[[*Found], object], *found: *Found) -> None:
        """Pass results from a thread to `then`, in the desk's own thread."""
        self._desk.call_later(then, *found)

    def wait(self) -> None:
        """Wait until all threads are done (for tests and benchmarks)."""
        for thread in self._threads:
            thread.join()
