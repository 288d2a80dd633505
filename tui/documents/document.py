"""One text that is read, and what is known about it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from array import array

    from tui.documents.describe import Description
    from tui.figures import Figure
    from tui.files import Stamp

#: What the file of a document can have become. One that has the text that was read is the same,
#: whenever it was written.
SAME, CHANGED, GONE = "", "changed", "gone"


class Document:
    """A text with its name; everything else is worked out when it is first asked for, once.

    Any thread may ask. Offsets are code points of `text`, which never changes. Only the date can
    be set from outside.
    """

    def __init__(
        self,
        text: str,
        *,
        name: str,
        passages: Sequence[tuple[int, int]] | None = None,
        path: Path | None = None,
        encoding: str = "utf-8",
    ) -> None:
        #: The path relative to what was opened; unique in a library.
        self.name = name
        self.text = text
        self.path = path
        #: What the text was read as, with a word when that was guessed.
        self.encoding = encoding
        #: What its file was known by when it was read; None for a text that is in no file.
        self.stamp: Stamp = None
        #: Kinds of figures that are none here; to be said before the figures are asked for.
        self.leave_out: frozenset[str] = frozenset()
        self._lock = RLock()
        # A lock of their own: a title is wanted at once while a thread finds figures for seconds.
        self._figures_lock = RLock()
        self._passages = None if passages is None else list(passages)
        self._chrome: list[tuple[int, int]] | None = None
        self._figures: list[Figure] | None = None
        self._title: str | None = None
        self._description: Description | None = None
        self._date_set: str | None = None
        self._line_starts: array[int] | None = None
        self._sha256: str | None = None

    @classmethod
    def from_text(
        cls,
        text: str,
        name: str = "text",
        passages: Sequence[tuple[int, int]] | None = None,
        path: Path | None = None,
        encoding: str = "utf-8",
    ) -> Self:
        """A document of a text that is at hand; `passages` are spans to take for its sentences.

        >>> document = Document.from_text("Fraud falls\\n\\nIn all, 262,000 cases were solved.")
        >>> document.title, [figure.text for figure in document.figures], document.line_of(13)
        ('Fraud falls', ['262,000'], 3)
        """
        return cls(text, name=name, passages=passages, path=path, encoding=encoding)

    def __repr__(self) -> str:
        return f"<Document {self.name!r}: {len(self.text):,} characters>"

    @property
    def title(self) -> str:
        """The title that the text begins with, else the file name."""
        with self._lock:
            if self._title is None:
                from tui.documents.describe import title

                found = title(self.text, markdown=self._is_markdown)
                self._title = found or self.name.rpartition("/")[2]
            return self._title

    @property
    def publisher(self) -> str | None:
        """Who issued the page, if it says so; whom it quotes is no publisher."""
        return self._described().publisher

    @property
    def dated(self) -> str | None:
        """The date that the reader has set, else the one that the page says.

        ISO 8601 with X for what is not known.
        """
        return self._date_set or self._described().dated

    @property
    def is_dated_by_hand(self) -> bool:
        """Whether `dated` was set by the reader."""
        return self._date_set is not None

    @property
    def said_date(self) -> str | None:
        """The date that the page says, whatever the reader has set."""
        return self._described().dated

    def date_by_hand(self, dated: str | None) -> bool:
        """Set the date as the reader knows it, or take it away; whether that changed anything.

        Figures that were found lose their periods by it: they are found again when asked for.
        """
        with self._lock:
            if dated == self._date_set:
                return False
            self._date_set, self._figures = dated, None
            return True

    @property
    def passages(self) -> list[tuple[int, int]]:
        """The spans of its sentences, in order."""
        with self._lock:
            if self._passages is None:
                from tui.text import sentences

                self._passages = sentences(self.text)
            return self._passages

    @property
    def chrome(self) -> list[tuple[int, int]]:
        """The spans of lines that are page furniture, in order."""
        with self._lock:
            if self._chrome is None:
                from tui.text import chrome

                self._chrome = chrome(self.text)
            return self._chrome

    @property
    def figures(self) -> list[Figure]:
        """Its figures in order, without those in page furniture; takes 0.2 s per MB, once."""
        with self._figures_lock:
            found = self._figures
            while found is None:
                dated = self.dated
                found = self._find_figures(dated)
                with self._lock:
                    # The reader may have set a date meanwhile.
                    self._figures = found = found if dated == self.dated else None
            return found

    @property
    def is_extracted(self) -> bool:
        """Whether `figures` are there already, so that asking for them takes no time."""
        return self._figures is not None

    @property
    def sha256(self) -> str:
        """The SHA-256 of the text as UTF-8 (lone surrogates passed), in hexadecimal."""
        with self._lock:
            if self._sha256 is None:
                from hashlib import sha256

                self._sha256 = sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
            return self._sha256

    def line_of(self, offset: int) -> int:
        r"""The number, from 1, of the line that holds `offset`; lines end at \n, \r\n or \r."""
        with self._lock:
            if self._line_starts is None:
                from tui.text import line_starts

                self._line_starts = line_starts(self.text)
        return max(bisect_right(self._line_starts, offset), 1)

    @property
    def is_described(self) -> bool:
        """Whether `dated` and `publisher` are there already, so that asking takes no time."""
        return self._description is not None

    @property
    def _is_markdown(self) -> bool:
        return self.name.lower().endswith(".md")

    def _find_figures(self, dated: str | None) -> list[Figure]:
        from tui.figures import extract

        starts = [start for start, _ in self.chrome]
        ends = [end for _, end in self.chrome]
        return [
            figure
            for figure in extract(self.text, dated=dated)
            if figure.kind not in self.leave_out
            and (not (at := bisect_right(starts, figure.start)) or figure.start >= ends[at - 1])
        ]

    def _described(self) -> Description:
        with self._lock:
            if self._description is None:
                from tui.documents.describe import describe

                self._description = describe(self.text, markdown=self._is_markdown)
            return self._description
