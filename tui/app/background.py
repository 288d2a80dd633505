"""Work that takes longer than a key: reading, finding figures, building the index.

Threads compute over core objects and post messages; only the desk touches the session.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from time import monotonic, process_time
from typing import TYPE_CHECKING

from textual.message import Message
from textual.worker import get_current_worker

from tui.documents import Document
from tui.errors import Problem
from tui.session import Session

if TYPE_CHECKING:
    from tui.app.frame import Frame

#: Seconds spent on reading before the first frame; five articles take 5 ms.
BEFORE_FRAME = 0.03
#: Seconds after which a progress line is shown.
PATIENCE = 0.3
#: Characters whose figures are found at once, without a thread: 10 ms of work at 4 MB a second.
AT_ONCE = 40_000

#: What reading a file gives: the document, or why it cannot be read.
Arrival = Document | Problem


class Background:
    """The threads of one desk, in this order: read every document, find figures, index."""

    @dataclass
    class Read(Message):
        """Some documents and files that cannot be read have arrived."""

        read: list[Arrival]
        complete: bool

    @dataclass
    class Extracted(Message):
        """The figures of these documents have been found."""

        names: set[str]

    @dataclass
    class Progressed(Message):
        """Something takes a while; `words` say what and how far, empty when it is done."""

        words: str

    @dataclass
    class Indexed(Message):
        """Everything can be searched."""

    def __init__(self, session: Session, desk: Frame, source: Iterator[Arrival]) -> None:
        self._session = session
        self._desk = desk
        self._source = source

    def start(self) -> None:
        """Read what can be read before the first frame, and the rest in a thread."""
        began, first = process_time(), list[Arrival]()
        for read in self._source:
            first.append(read)
            if process_time() - began > BEFORE_FRAME:
                self._desk.on_background_read(self.Read(first, complete=False))
                self._run(self._read_rest, "read")
                return
        self._desk.on_background_read(self.Read(first, complete=True))

    def go_on(self) -> None:
        """All is read: find the figures, then index."""
        self._run(self._extract_and_index, "figures")

    def extract_now(self, document: Document) -> bool:
        """Find the figures of a document at once if that costs no more than a key may."""
        if len(document.text) > AT_ONCE:
            return False
        return bool(document.figures) or True

    def _run(self, work: object, group: str) -> None:
        self._desk.run_worker(
            work,  # type: ignore[arg-type]
            thread=True,
            group=group,
            exit_on_error=False,
        )

    def _read_rest(self) -> None:
        worker = get_current_worker()
        began = told = monotonic()
        batch: list[Arrival] = []
        count = 0
        for read in self._source:
            if worker.is_cancelled:
                return
            batch.append(read)
            count += 1
            now = monotonic()
            if now - told > 0.1:
                self._desk.post_message(self.Read(batch, complete=False))
                batch, told = [], now
                if now - began > PATIENCE:
                    self._desk.post_message(self.Progressed(f"Reading: {count:,} documents …"))
        self._desk.post_message(self.Read(batch, complete=True))
        self._desk.post_message(self.Progressed(""))

    def _extract_and_index(self) -> None:
        from tui.search import Index

        worker = get_current_worker()
        documents = list(self._session.library.documents)
        began = told = monotonic()
        done: set[str] = set()
        for count, document in enumerate(documents, 1):
            if worker.is_cancelled:
                return
            if not document.is_extracted:
                assert document.figures is not None
                done.add(document.name)
            now = monotonic()
            if now - told > 0.1 and done:
                self._desk.post_message(self.Extracted(done))
                done, told = set(), now
                if now - began > PATIENCE:
                    words = f"Finding figures: {count:,} of {len(documents):,} documents …"
                    self._desk.post_message(self.Progressed(words))
        self._desk.post_message(self.Extracted(done))
        if monotonic() - began > PATIENCE:
            self._desk.post_message(self.Progressed("Building the index …"))
        self._session.index = Index.build(documents, self._session.note_texts())
        if not worker.is_cancelled:
            self._desk.post_message(self.Progressed(""))
            self._desk.post_message(self.Indexed())
