"""Compares the figures of a checked document with all others, in threads and in rounds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic
from typing import TYPE_CHECKING

from textual.message_pump import MessagePump
from textual.timer import Timer

if TYPE_CHECKING:
    from tui.app.background.background import Background
    from tui.session import Session, Standing

#: Seconds between partial results: at least, and for each figure of the document, since all of them
#: are sorted each time (15 ms for 20,000).
BEAT, EACH = 0.25, 5e-5
#: The interval for taking in new figures: at least this many seconds, and a multiple of the time it
#: took last.
PAUSE, TIMES = 0.3, 3.0


class CheckRounds:
    """A round takes in the figures that are new, and compares those of the document with all that
    are known; while figures are still being found, another one follows.

    `advanced` is called in the desk's own thread after each step, with whether it has found
    anything.
    """

    def __init__(
        self,
        session: Session,
        background: Background,
        clock: MessagePump,
        advanced: Callable[[bool], object],
    ) -> None:
        self._session, self._background = session, background
        self._clock, self._advanced = clock, advanced
        self._finder, self._check = session.rival_finder, session.draft_check
        #: The serial number of the round, and when it began.
        self._round, self._began = 0, 0.0
        self._is_busy = False
        self._later: Timer | None = None
        #: How many figures are still to be compared in this round.
        self.left = 0
        #: Whether all figures are compared with those of all documents.
        self.is_complete = False

    @property
    def unknown(self) -> int:
        """The number of documents whose figures are not extracted yet."""
        return sum(not document.is_extracted for document in self._session.library)

    def begin(self) -> None:
        """Begin a round, unless one is under way or will be."""
        if not self._is_busy and self._later is None:
            self._begin()

    def stop(self) -> None:
        """End the round; what it has found stays."""
        self._round += 1
        self._is_busy, self.left = False, 0
        if self._later is not None:
            self._later.stop()
            self._later = None

    def _begin(self) -> None:
        self._later, self.is_complete, self._began = None, False, monotonic()
        if self._finder.is_busy:
            self._wait(PAUSE)
        elif self._finder.is_behind(self._session.library):
            self._catch_up()
        else:
            self._relate()

    def _wait(self, seconds: float) -> None:
        self._later = self._clock.set_timer(seconds, self._begin)

    def _catch_up(self) -> None:
        """Let the comparison take in the figures that are new."""
        finder, documents, asked = self._finder, list(self._session.library), self._round
        finder.is_busy = self._is_busy = True
        self.left = len(self._check)

        def caught_up(_: None) -> None:
            if asked == self._round:
                self._relate()

        self._background.ask(lambda: finder.catch_up(documents), caught_up)
        self._advanced(False)

    def _relate(self) -> None:
        """Compare the figures of which it is not known how they stand."""
        numbers = self._check.missing()
        self._round += 1
        asked, self.left, self._is_busy = self._round, len(numbers), True
        found = self._check.relate(numbers, lambda: asked != self._round)
        beat = max(BEAT, EACH * len(self._check))

        def work() -> None:
            told = monotonic()
            batch: list[tuple[int, Standing]] = []
            for one in found:
                batch.append(one)
                if monotonic() - told > beat:
                    self._background.give(self._take, asked, batch, False)
                    told, batch = monotonic(), []
            self._background.give(self._take, asked, batch, True)

        if numbers:
            self._background.run(work)
            self._advanced(False)
        else:
            self._take(asked, [], True)

    def _take(self, asked: int, found: Sequence[tuple[int, Standing]], is_last: bool) -> None:
        """Take in what the thread has found."""
        if asked != self._round:
            return
        self._check.take(found)
        self.left -= len(found)
        if is_last:
            self._is_busy = False
            if self._finder.is_behind(self._session.library):
                # Neither extraction nor keys should wait for the comparison.
                self._wait(max(PAUSE, TIMES * (monotonic() - self._began)))
            self.is_complete = self._later is None and not self.unknown
        self._advanced(bool(found))
