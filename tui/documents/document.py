"""A document: one text, and everything computed from it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Self, TypeVar

from tui.errors import Problem, unexpected

if TYPE_CHECKING:
    from array import array

    from tui.documents.describe import Description
    from tui.figures import Figure
    from tui.files import Stamp

Result = TypeVar("Result")

# Characters: figures are found at 3 to 4 MB per second.
_LARGE = 1_000_000
_REMEDY = "everything else in it can be used; please report this line"

#: The states of a document's file. It is the same if its text is, whatever its timestamp.
SAME, CHANGED, GONE = "", "changed", "gone"


class Document:
    """A text with a name; all other properties are computed on first access.

    Safe to use from several threads. Offsets are code points of `text`, which never changes. Only
    the date can be set.
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
        #: The encoding of the file, with "(guessed)" if it was.
        self.encoding = encoding
        #: The stamp of its file when it was read; None for a text without a file.
        self.stamp: Stamp | None = None
        #: Kinds of figures to leave out; set it before accessing `figures`.
        self.leave_out: frozenset[str] = frozenset()
        #: What could not be computed, because of an unexpected error; all else is there.
        self.problems: list[Problem] = []
        #: Set it to stop the thread that finds `figures` of a large text: there are none then.
        self.is_stopped = False
        self._lock = RLock()
        # A separate lock: titles are needed at once while a thread extracts figures for seconds.
        self._figures_lock = RLock()
        self._passages = None if passages is None else list(passages)
        self._chrome: list[tuple[int, int]] | None = None
        self._figures: list[Figure] | None = None
        self._title: str | None = None
        self._description: Description | None = None
        self._date_set: str | None = None
        self._line_starts: array[int] | None = None
        self._sha256: str | None = None
        self._is_foreign: bool | None = None

    @classmethod
    def from_text(
        cls,
        text: str,
        name: str = "text",
        passages: Sequence[tuple[int, int]] | None = None,
        path: Path | None = None,
        encoding: str = "utf-8",
    ) -> Self:
        """A document from a text; `passages`: spans to use instead of its sentences.

        >>> document = Document.from_text("Fraud falls\\n\\nIn all, 262,000 cases were solved.")
        >>> document.title, [figure.text for figure in document.figures], document.line_of(13)
        ('Fraud falls', ['262,000'], 3)
        """
        return cls(text, name=name, passages=passages, path=path, encoding=encoding)

    def __repr__(self) -> str:
        return f"<Document {self.name!r}: {len(self.text):,} characters>"

    @property
    def title(self) -> str:
        """The title at the beginning of the text, else the file name."""
        with self._lock:
            if self._title is None:
                from tui.documents.describe import title

                found = self.attempt(
                    "its title cannot be found",
                    lambda: title(self.text, markdown=self._is_markdown),
                )
                self._title = found or self.name.rpartition("/")[2]
            return self._title

    @property
    def publisher(self) -> str | None:
        """The publisher stated in the text, or None."""
        return self._described().publisher

    @property
    def dated(self) -> str | None:
        """The date set by the reader, else the one stated in the text; ISO 8601 with X for unknown
        parts."""
        return self._date_set or self._described().dated

    @property
    def is_dated_by_hand(self) -> bool:
        """Whether `dated` was set by the reader."""
        return self._date_set is not None

    @property
    def said_date(self) -> str | None:
        """The date stated in the text, whatever the reader has set."""
        return self._described().dated

    def date_by_hand(self, dated: str | None) -> bool:
        """Set the date, or remove it with None; returns whether it changed.

        Discards the figures, since their periods depend on the date; they are extracted again on
        access.
        """
        with self._lock:
            if dated == self._date_set:
                return False
            self._date_set, self._figures = dated, None
            return True

    @property
    def passages(self) -> list[tuple[int, int]]:
        """The spans of the sentences, in order."""
        with self._lock:
            if self._passages is None:
                from tui.text import sentences

                found = self.attempt("its sentences cannot be found", lambda: sentences(self.text))
                self._passages = [(0, len(self.text))] if found is None else found
            return self._passages

    @property
    def chrome(self) -> list[tuple[int, int]]:
        """The spans of lines that are page furniture, in order."""
        with self._lock:
            if self._chrome is None:
                from tui.text import chrome

                found = self.attempt("its menus cannot be found", lambda: chrome(self.text))
                self._chrome = found or []
            return self._chrome

    @property
    def figures(self) -> list[Figure]:
        """The figures in order, without those in page furniture; extracted once, at 2 to 4 MB per
        second."""
        with self._figures_lock:
            found = self._figures
            while found is None:
                dated = self.dated
                find = partial(self._find_figures, dated)
                found = self.attempt("its figures cannot be found", find) or []
                with self._lock:
                    # The reader may have set a date meanwhile.
                    self._figures = found = found if dated == self.dated else None
            return found

    @property
    def is_foreign(self) -> bool:
        """Whether the text is surely not English: figures may be misread then."""
        if self._is_foreign is None:
            from tui.documents.language import is_foreign

            self._is_foreign = is_foreign(self.text)
        return self._is_foreign

    @property
    def is_large(self) -> bool:
        """Whether finding the figures takes so long that it can be stopped."""
        return len(self.text) > _LARGE

    @property
    def is_extracted(self) -> bool:
        """Whether `figures` are available without computing them."""
        return self._figures is not None

    @property
    def sha256(self) -> str:
        """The SHA-256 of the text as UTF-8 (lone surrogates encoded as such), in hex."""
        with self._lock:
            if self._sha256 is None:
                from hashlib import sha256

                self._sha256 = sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
            return self._sha256

    def line_of(self, offset: int) -> int:
        r"""The line number, from 1, of an offset; lines end at \n, \r\n or \r."""
        with self._lock:
            if self._line_starts is None:
                from tui.text import line_starts

                self._line_starts = line_starts(self.text)
        return max(bisect_right(self._line_starts, offset), 1)

    @property
    def is_described(self) -> bool:
        """Whether `dated` and `publisher` are available without computing them."""
        return self._description is not None

    def attempt(self, what: str, work: Callable[[], Result]) -> Result | None:
        """What `work` finds in this document. An unexpected error must not end what is done to all
        documents: it becomes one of `problems`, which says `what` does not work, and the result is
        None."""
        try:
            return work()
        except Exception as error:
            self._add_problem(f"{what} ({unexpected(error)})", _REMEDY)
            return None

    def _add_problem(self, what: str, remedy: str) -> None:
        problem = Problem(what, str(self.path or self.name), remedy)
        if problem not in self.problems:  # an index, for one, tries again
            self.problems.append(problem)

    @property
    def _is_markdown(self) -> bool:
        return self.name.lower().endswith(".md")

    def _find_figures(self, dated: str | None) -> list[Figure]:
        from tui.figures import StoppedError, extract

        stop = (lambda: self.is_stopped) if self.is_large else None
        try:
            found = extract(self.text, dated=dated, stop=stop)
        except StoppedError:
            self._add_problem("finding its figures was stopped", "reload to find them")
            return []
        starts = [start for start, _ in self.chrome]
        ends = [end for _, end in self.chrome]
        return [
            figure
            for figure in found
            if figure.kind not in self.leave_out
            and (not (at := bisect_right(starts, figure.start)) or figure.start >= ends[at - 1])
        ]

    def _described(self) -> Description:
        with self._lock:
            if self._description is None:
                from tui.documents.describe import NOTHING, describe

                markdown = self._is_markdown
                said = self.attempt(
                    "its date cannot be found", lambda: describe(self.text, markdown=markdown)
                )
                self._description = said or NOTHING
            return self._description
