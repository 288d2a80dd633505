"""One key after the other: the next is heard when all that the one before has done is there."""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import NamedTuple

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

#: Seconds after which keys go on all the same: what heard the last one has gone in between.
PATIENCE = 0.5


class Heard(Message):
    """A key has been heard by all that it passed."""


class _Handed(NamedTuple):
    """A key that was handed on: to whom, on which screen, and as the how manieth."""

    key: events.Key | events.Paste
    hearer: Widget | Screen[object]
    screen: Screen[object]
    number: int


class KeyQueue(App[None]):
    """Hands keys over one at a time.

    Textual hands a key to what has the focus when it comes. Over a slow line several come in one
    read: of `s634k` the digits went to the reader, since the search was not open yet. Here a key
    waits if the one before may not have done all it does. A mark is sent behind that one; it
    passes the same widgets and comes back when they have heard it, a new screen with its focus
    included. Keys that come alone need no mark (it would cost a page of the reader 2 ms of 7).
    """

    def __init__(self, *, ansi_color: bool | None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._waiting: deque[events.Key | events.Paste] = deque()
        #: The last key that was handed on, until it has been heard.
        self._handed: _Handed | None = None
        self._number = 0

    async def on_event(self, event: events.Event) -> None:
        """Hand a key on, or keep it until the one before has been heard."""
        if not isinstance(event, events.Key | events.Paste):
            await super().on_event(event)
        elif event.is_forwarded:  # it has come up from what had the focus: what is bound is done
            await super().on_event(event)
            # Behind what that has put into the queue of the application itself.
            self.call_later(self._is_heard, self._number)
        elif self._waiting:
            self._waiting.append(event)
        elif self._handed is None or self._types_on(event):
            await self._hand_on(event)
        else:
            self._waiting.append(event)
            await self._ask()

    def _types_on(self, event: events.Key | events.Paste) -> bool:
        """Whether it is the next letter of a word in a field: the field hears them in order."""
        last = self._handed
        return (
            last is not None
            and last.hearer is self.focused
            and isinstance(last.hearer, Input)
            and all(isinstance(e, events.Key) and e.is_printable for e in (last.key, event))
        )

    async def _hand_on(self, event: events.Key | events.Paste) -> None:
        self._number += 1
        screen = self.screen
        self._handed = _Handed(event, self.focused or screen, screen, self._number)
        await super().on_event(event)

    def _is_heard(self, number: int) -> None:
        last = self._handed
        if last and not self._waiting and last.number == number and last.screen is self.screen:
            self._handed = None

    async def _ask(self) -> None:
        """Send a mark behind the last key, by way of the screen that is there now."""
        assert self._handed is not None
        last = self._handed
        hearer: DOMNode = last.hearer if last.screen is self.screen else self.screen
        if hearer.post_message(Heard()):
            self.set_timer(PATIENCE, partial(self._go_on, last.number))
        else:
            await self._go_on(last.number)

    async def on_heard(self, message: Heard) -> None:
        """Go on, once the screen that is there now has its focus."""
        message.stop()
        last, screen = self._handed, self.screen
        if last is None:
            return
        if last.screen is screen:
            self.call_later(self._go_on, last.number)
        else:
            self._handed = last._replace(hearer=screen, screen=screen)
            await self._ask()

    async def _go_on(self, number: int) -> None:
        """Hand the next key on, if that one is still the last."""
        if self._handed is None or self._handed.number == number:
            self._handed = None
            if self._waiting:
                await self._hand_on(self._waiting.popleft())
                if self._waiting:
                    await self._ask()
