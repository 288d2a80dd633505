"""Splits what the terminal sends into keys: also those that arrive together with an `escape`.

Most terminals send the same for alt and a letter as for `escape` and then that letter. Textual's
parser takes both for alt if they arrive within 0.1 seconds, as they do from a script or over a slow
line; before a sign it loses the `escape`, and a second one makes it type `^`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from time import monotonic

from textual import constants, events
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.driver import Driver
from textual.message import Message

from tui.patterns import pattern

_ESC = "\x1b"

#: What a terminal sends for a named key, the mouse or an answer, in the forms that Textual knows.
_SEQUENCE = pattern(
    r"\x1b(?:O[ABCDFHMPQRSa-dj-y]"
    r"|\[(?:[A-IO-SZa-d]|\[[A-E]|[0-9]+\$|<[0-9;-]+[Mm]|M(?s:...)|[0-9:;<=>?]+[ -/]*[@-~]))"
)
#: An answer to what another program has asked, such as an editor that was left before it came.
#: Textual would take it for keys, except reports on modes.
_FOREIGN_ANSWER = pattern(
    r"\x1b(?:\[[?>=][0-9:;<=>?]*(?!\$y)[ -/]*[@-~]"
    r"|\][0-9]+;[^\x07\x1b]*(?:\x07|\x1b\\)|P[^\x1b]*\x1b\\)"
)
#: The end of a read in which one may have begun.
_BEGUN = pattern(r"\x1b(?:O|\[\[?|\[<[0-9;-]*|\[M(?s:.){0,2}|\[[0-9:;<=>?]+[ -/]*)?\Z")


class AltOrEscape(events.Key):
    """Either alt and a key, or `escape` and then that key: it cannot be told which was meant."""

    def __init__(self, names: tuple[str, ...], then: events.Key) -> None:
        super().__init__(names[0], None)
        #: The names of the key with alt: `alt+f` is also `ctrl+right`, for which macOS sends it.
        self.names = names
        #: The key after `escape`.
        self.then = then


class KeyParser(XTermParser):
    """Gives Textual's parser only whole sequences, and handles `escape` before a key itself."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        #: The beginning of a sequence, and how long to wait for the rest of it.
        self._begun, self._deadline = "", 0.0
        #: What has come of a text that is being pasted.
        self._pasted: str | None = None

    def feed(self, data: str) -> Iterable[Message]:
        """The messages for what was read; "" is the end of the input."""
        if not data or (_ESC not in data and not self._begun and self._pasted is None):
            yield from super().feed(data)
            return
        data, self._begun = self._begun + data, ""
        while data:
            part, messages = self._first_part(data)
            if not part:
                self._begun, self._deadline = data, monotonic() + constants.ESCAPE_DELAY
                return
            yield from messages
            data = data[len(part) :]

    def tick(self) -> Iterable[Message]:
        """The messages for a sequence whose rest has not come in time: it was `escape`, and other
        keys."""
        yield from super().tick()
        if self._begun and self._pasted is None and monotonic() >= self._deadline:
            rest, self._begun = self._begun[1:], ""
            yield events.Key("escape", _ESC)
            if rest:
                yield from super().feed(rest)

    def _first_part(self, data: str) -> tuple[str, Iterable[Message]]:
        """The first part of `data` and its messages; "" if it is not complete."""
        if self._pasted is not None:
            return self._paste(data)
        if data[0] != _ESC:
            part = data.partition(_ESC)[0]
        elif answer := _FOREIGN_ANSWER.match(data):
            return answer[0], ()
        elif sequence := _SEQUENCE.match(data):
            part = sequence[0]
            if part == BRACKETED_PASTE_START:
                self._pasted = ""
                return part, ()
        elif _BEGUN.match(data):
            return "", ()
        elif data[1] == _ESC:
            return _ESC, [events.Key("escape", _ESC)]
        else:
            return data[:2], [self._alt_or_escape(data[1])]
        return part, super().feed(part)

    def _paste(self, data: str) -> tuple[str, Iterable[Message]]:
        """The same while text is pasted; Textual would take an `escape` in it for a key."""
        text, end, _ = data.partition(BRACKETED_PASTE_END)
        if end:
            pasted, self._pasted = f"{self._pasted}{text}", None
            return text + end, [events.Paste(pasted.replace("\0", ""))]
        last = data.rfind(_ESC)
        if last >= 0 and BRACKETED_PASTE_END.startswith(data[last:]):
            text = data[:last]
        self._pasted = f"{self._pasted}{text}"
        return text, ()

    def _alt_or_escape(self, character: str) -> AltOrEscape:
        (then,) = self._sequence_to_key_events(character)
        others = self._sequence_to_key_events(_ESC + character)
        names = (f"alt+{then.key}", *(key.key for key in others if key.character is None))
        return AltOrEscape(names, then)


def parse_keys(driver: type[Driver]) -> type[Driver]:
    """Let a driver of Textual use this parser, for which there is no other way than the name by
    which its module knows Textual's."""
    names = vars(sys.modules[driver.__module__])
    if "XTermParser" in names:
        names["XTermParser"] = KeyParser
    return driver
