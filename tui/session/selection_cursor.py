"""Selecting whole words with the keyboard."""

from __future__ import annotations

import re
from functools import cache

from tui.session.cursor import Cursor
from tui.session.spans import Span

#: Characters searched for the next word.
_REACH = 2_000


class SelectionCursor(Cursor):
    """A cursor that can select words as it moves."""

    def __init__(self) -> None:
        super().__init__()
        #: The offset where the selection starts, or None.
        self.origin: int | None = None

    def select(self) -> None:
        """Start a selection at the word under the cursor, or at the focused figure."""
        if self.document is not None and self.document.text.strip():
            self.origin = self._word(self.offset)[0]
            if self.figure is not None:
                self.offset = self.document.figures[self.figure].end - 1
            self.figure = None

    def unselect(self) -> None:
        """Clear the selection."""
        self.origin = None

    @property
    def selection(self) -> Span | None:
        """The span from the first word to the word under the cursor, both included."""
        if self.origin is None or self.document is None:
            return None
        (_, first), (last, end) = self._word(self.origin), self._word(self.offset)
        return min(self.origin, last), max(first, end)

    def step_word(self, by: int) -> None:
        """Move the cursor by words."""
        assert self.document is not None
        text, offset = self.document.text, self.offset
        for _ in range(abs(by)):
            start, end = self._word(offset)
            if by > 0:
                found = _words().search(text, end, end + _REACH)
                offset = found.start() if found else offset
            else:
                before = list(_words().finditer(text, max(0, start - _REACH), start))
                offset = before[-1].start() if before else start
        self.move(offset)

    def _word(self, offset: int) -> Span:
        """The word at `offset`, or the next one after it."""
        assert self.document is not None
        text = self.document.text
        begin = max(text.rfind(" ", 0, offset), text.rfind("\n", 0, offset), offset - _REACH) + 1
        for found in _words().finditer(text, begin, offset + _REACH):
            if found.end() > offset:
                return found.span()
        return offset, min(offset + 1, len(text))


@cache
def _words() -> re.Pattern[str]:
    """A number with its separators, a word, any other character; of Chinese and kana each
    character."""
    return re.compile(r"\d(?:[\d.,]*\d)?|[^\W\d\u3040-\u30ff\u3400-\u9fff]+|\S")
