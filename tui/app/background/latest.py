"""Questions of which only the latest counts: what is typed on makes the answer to the one before
useless."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from tui.app.background.threads import Threads

Answer = TypeVar("Answer")
#: Whether the answer is not wanted any more, so that the work can stop.
IsOver = Callable[[], bool]


class Latest:
    """Asks at once or in a thread, and hands on the answer unless something else was asked."""

    def __init__(self, threads: Threads) -> None:
        self._threads = threads
        self._asked = 0

    def drop(self) -> None:
        """Want no answer to what was asked."""
        self._asked += 1

    def ask(
        self, work: Callable[[IsOver], Answer], then: Callable[[Answer], object], *, at_once: bool
    ) -> None:
        """Call `then` with the result of `work`, which is done directly or in a thread."""
        self._asked += 1
        this = self._asked

        def answered(answer: Answer) -> None:
            if this == self._asked:
                then(answer)

        if at_once:
            then(work(lambda: False))
        else:
            self._threads.ask(lambda: work(lambda: this != self._asked), answered)
