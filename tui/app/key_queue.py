"""Serializes keys: the next key is handled only after everything the previous one started is
done."""

from __future__ import annotations

from asyncio import TimerHandle, get_running_loop
from collections import deque
from typing import NamedTuple

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.driver import Driver
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from tui.app.key_parser import AltOrEscape, parse_keys
from tui.app.widgets.field import Field
from tui.app.widgets.line_pane import LinePane

#: Timeout in seconds, in case the widget that had the last key is gone.
PATIENCE = 0.5


class KeyHandled(Message):
    """A marker message: all widgets on its way have handled the last key.

    It is sent twice, since what the application binds to that key may have sent messages to these
    widgets, as closing the find line does.
    """

    def __init__(self, *, again: bool = False) -> None:
        super().__init__()
        self.again = again


class _Dispatched(NamedTuple):
    """A key that was dispatched: to which widget, on which screen, and its serial number."""

    key: events.Key | events.Paste
    receiver: Widget | Screen[object]
    screen: Screen[object]
    number: int


class KeyQueue(App[None]):
    """Dispatches keys one at a time.

    Textual dispatches a key to the widget that has the focus when it arrives. Over a slow line
    several keys come in one read: of `s634k` the digits would go to the reader, since the search
    dialog is not open yet. Here a key waits while the previous one may have unfinished effects. A
    marker message is sent after that key; it passes the same widgets, and returns when they have
    handled both, including a new screen and its focus. Keys that arrive one by one need no marker
    (which would take 2 of the 7 ms for a page of the reader).
    """

    def __init__(self, *, ansi_color: bool | None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._waiting: deque[events.Key | events.Paste] = deque()
        #: The last dispatched key, until it is done.
        self._dispatched: _Dispatched | None = None
        #: Gives up waiting for the marker.
        self._patience: TimerHandle | None = None
        #: The number of keys dispatched so far.
        self.dispatched_keys = 0

    def get_driver_class(self) -> type[Driver]:
        """The driver, with our own parser of keys (called by Textual)."""
        return parse_keys(super().get_driver_class())

    async def on_event(self, event: events.Event) -> None:
        """Dispatch a key, or queue it until the previous one is done."""
        if not isinstance(event, events.Key | events.Paste):
            await super().on_event(event)
        elif event.is_forwarded:  # it has come up from what had the focus: what is bound is done
            await super().on_event(event)
            # Queued after the messages that the key has posted to the application.
            self.call_later(self._release, self.dispatched_keys)
        elif self._waiting:
            self._waiting.append(event)
        elif self._dispatched is None or self._continues_typing(event):
            await self._dispatch(event)
        else:
            self._waiting.append(event)
            if self._patience is None:  # no marker is on its way
                await self._await_marker()

    def _continues_typing(self, event: events.Key | events.Paste) -> bool:
        """Whether it continues typing into a field, which handles keys in order anyway."""
        last = self._dispatched
        return (
            last is not None
            and last.receiver is self.focused
            and isinstance(last.receiver, Input)
            and all(isinstance(e, events.Key) and e.is_printable for e in (last.key, event))
        )

    def _first_of(self, event: AltOrEscape) -> events.Key:
        """The key with alt if something is bound to it here; or else `escape`, and the other key
        is the next one."""
        bound = self.screen.active_bindings
        for name in event.names:
            if name in bound:
                return events.Key(name, None)
        self._waiting.appendleft(event.then)
        return events.Key("escape", "\x1b")

    async def _dispatch(self, event: events.Key | events.Paste) -> None:
        """Hand a key to the widget that has the focus."""
        if isinstance(event, AltOrEscape):
            event = self._first_of(event)
        self.dispatched_keys += 1
        screen = self.screen
        self._dispatched = _Dispatched(event, self.focused or screen, screen, self.dispatched_keys)
        if await _did_at_once(self, event):
            screen.call_later(self._release, self.dispatched_keys)  # after what a pane has told it
        else:
            await super().on_event(event)
        if self._waiting:
            await self._await_marker()

    async def _release(self, number: int) -> None:
        """Let the next key pass, if this one was the last; after one that has opened or closed a
        screen, once that has taken the messages that it gets first."""
        last = self._dispatched
        if last is None or last.number != number or self._waiting or not self.screen_stack:
            return
        screen = self.screen
        if last.screen is screen:
            self._dispatched = None
        else:
            self._dispatched = last._replace(receiver=screen, screen=screen)
            await self._await_marker(again=True)

    async def _await_marker(self, *, again: bool = False) -> None:
        """Send a marker after the last key, through the current screen."""
        assert self._dispatched is not None
        last = self._dispatched
        if self._post_marker(last, again=again):
            self._stop_waiting()
            # Textual's timers are tasks that tick to their end: 0.5 ms for each key of a dialog.
            self._patience = get_running_loop().call_later(
                PATIENCE, self.call_later, self._dispatch_next, last.number
            )
        else:
            await self._dispatch_next(last.number)

    def _stop_waiting(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None

    def _post_marker(self, last: _Dispatched, *, again: bool) -> bool:
        receiver: DOMNode = last.receiver if last.screen is self.screen else self.screen
        return receiver.post_message(KeyHandled(again=again))

    async def on_key_handled(self, message: KeyHandled) -> None:
        """Continue, once the current screen has its focus."""
        message.stop()
        last = self._dispatched
        if last is None or not self.screen_stack:  # the program is ending
            return
        screen = self.screen
        if last.screen is screen and not message.again and self._post_marker(last, again=True):
            return
        if last.screen is screen:
            self.call_later(self._dispatch_next, last.number)
        else:
            self._dispatched = last._replace(receiver=screen, screen=screen)
            await self._await_marker()

    async def _dispatch_next(self, number: int) -> None:
        """Dispatch the next key, if the marker belongs to the last one."""
        if not self.screen_stack:  # the program is ending
            return
        if self._dispatched is None or self._dispatched.number == number:
            self._stop_waiting()
            self._dispatched = None
            if self._waiting:
                await self._dispatch(self._waiting.popleft())


async def _did_at_once(app: App[None], event: events.Key | events.Paste) -> bool:
    """Do what a key does where a pane or a field has the focus; False if it goes Textual's way.

    Textual passes each key through the queues of the widget and of all that it lies in, and looks
    up what is bound in the end: 0.6 of 3.3 ms for a line of the reader, 1.5 of 9 ms for a letter
    erased in the search. Digits in a pane are counts, which the desk takes on that way; what
    `enter` says of a field takes it, too, and the next key waits for both.
    """
    focused = app.focused
    if not isinstance(event, events.Key) or not app.app_focus:
        return False
    if isinstance(focused, Field):
        if event.key == "enter":
            return False
    elif not isinstance(focused, LinePane) or (event.character or "").isdigit():
        return False
    if await app._check_bindings(event.key, priority=True):
        return True
    if isinstance(focused, Field) and focused.did_type(event):
        return True
    return await app._check_bindings(event.key)
