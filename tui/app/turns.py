"""One key after the other: the next is heard when all that the one before has done is there."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import partial

from textual import events
from textual.app import App
from textual.message import Message
from textual.screen import Screen

#: Seconds after which keys go on all the same: what heard the last one has gone in between.
PATIENCE = 0.5


class InTurn(App[None]):
    """Hands keys over one at a time.

    Textual hands a key to what has the focus when it comes. Over a slow line several come in one
    read: of `s634k` the digits went to the reader, since the search was not open yet. Here a mark
    is sent behind each key; it passes the same widgets, comes back when the key has been heard by
    all of them, and only then the next key goes on. A new screen is asked to send it once more, so
    that it has its focus by then.
    """

    @dataclass
    class Heard(Message):
        """A key has been heard by all that it passed, on the screen that was there then."""

        screen: Screen[object]

    def __init__(self, *, ansi_color: bool | None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._waiting: deque[events.Key | events.Paste] = deque()
        self._is_hearing = False
        #: How many were handed on so far.
        self._handed_on = 0

    async def on_event(self, event: events.Event) -> None:
        """Hand a key on, or keep it until the one before has been heard."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._is_hearing:
            self._waiting.append(event)
            self.set_timer(PATIENCE, partial(self._go_on_without, self._handed_on))
        else:
            await self._hand_on(event)

    async def _hand_on(self, event: events.Key | events.Paste) -> None:
        self._is_hearing = True
        self._handed_on += 1
        screen = self.screen
        hearer = self.focused or screen
        await super().on_event(event)
        if not hearer.post_message(self.Heard(screen)):
            await self._go_on()

    async def on_in_turn_heard(self, message: Heard) -> None:
        """Go on, once the screen that is there now has its focus."""
        message.stop()
        screen = self.screen
        if screen is message.screen or not screen.post_message(self.Heard(screen)):
            # Behind what the key has put into the queue of the application itself.
            self.call_later(self._go_on)

    async def _go_on(self) -> None:
        self._is_hearing = False
        if self._waiting:
            await self._hand_on(self._waiting.popleft())

    async def _go_on_without(self, number: int) -> None:
        """Go on if the mark behind that key has not come back."""
        if self._is_hearing and self._handed_on == number:
            await self._go_on()
