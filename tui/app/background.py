"""Work that takes longer than a key: reading, finding figures, building the index.

Threads compute over core objects; only the desk touches the session. What concerns many they tell
in messages, and what one has asked for goes to the one that asked (`Background.ask`). They are
daemons and not workers of Textual's, which are waited for at the end: leaving would take seconds
while the figures of 10 MB are being found.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Lock, Thread
from time import monotonic, process_time
from typing import TYPE_CHECKING, TypeVar

from textual.message import Message
from textual.message_pump import MessagePump

from tui.documents import Document
from tui.errors import Problem
from tui.session import note_texts

if TYPE_CHECKING:
    from tui.notes import NoteStore
    from tui.search import Index

#: Seconds spent on reading before the first frame, and files read: as many as most windows list.
#: Five articles take 5 ms.
BEFORE_FRAME, IN_FRAME = 0.03, 25
#: Seconds after which a progress line is shown, and between messages.
PATIENCE, BEAT = 0.3, 0.1
#: Characters whose figures are found at once, without a thread: 10 ms of work at 4 MB a second.
AT_ONCE = 40_000
#: Characters of all documents from which on their figures take so long (0.1 s) that passages are
#: indexed before them.
SLOW = 400_000
#: Characters from which on the figures of one document alone take longer than `PATIENCE`.
LARGE = 1_000_000

Result = TypeVar("Result")
#: What reading a file gives: the document, or why it cannot be read.
Arrival = Document | Problem
#: Makes a message of some of them, and of whether they are all.
Telling = Callable[[Sequence[Arrival], bool], Message]


class Background:
    """The threads of one desk. In turn: read every document, find the figures, index."""

    @dataclass
    class Read(Message):
        """Some documents and files that cannot be read have arrived."""

        read: Sequence[Arrival]
        complete: bool

    @dataclass
    class Brought(Message):
        """The same of what lies at a path that was named on the desk."""

        path: Path
        read: Sequence[Arrival]
        complete: bool

    @dataclass
    class Extracted(Message):
        """The figures of these documents have been found; of all of them if `complete`."""

        names: set[str]
        complete: bool

    @dataclass
    class Progressed(Message):
        """Something takes a while; `words` say what and how far, empty when it is done."""

        words: str

    @dataclass
    class Indexed(Message):
        """Everything can be searched, or more than before; `early`: before figures are found."""

        index: Index
        early: bool = False

    @dataclass
    class Failed(Message):
        """A thread has met an error of the program's own."""

        error: Exception

    def __init__(self, desk: MessagePump, notes: NoteStore, source: Iterator[Arrival]) -> None:
        self._desk = desk
        self._notes = notes
        self._source = source
        self._wanted: deque[Document] = deque()
        self._threads: list[Thread] = []
        self._is_loaded = False
        self._glance: Callable[[], None] | None = None
        # One thread reads at a time, and one finds figures.
        self._reading, self._finding = Lock(), Lock()
        # The number of the index that is being built, and whether it is complete.
        self._indexing = 0
        self.is_indexed = False

    def start(self, take: Callable[[Read], object]) -> None:
        """Read what can be read before the first frame, to be taken now; the rest in a thread."""
        began, first = process_time(), list[Arrival]()
        for read in self._source:
            first.append(read)
            if len(first) >= IN_FRAME or process_time() - began > BEFORE_FRAME:
                take(self.Read(first, complete=False))
                # A thread beside the first frame would hold it up (1,000 files: 90 ms).
                self._desk.call_after_refresh(self.run, lambda: self._read(self._source, self.Read))
                return
        take(self.Read(first, complete=True))

    def begin(self, documents: Sequence[Document], in_memory: int) -> None:
        """Find the figures of all documents, in a thread; where that takes a while, let what can be
        searched without them be searched before, once those of the first are found."""
        if sum(len(document.text) for document in documents) > SLOW:
            self._glance = lambda: self._index_early(documents, in_memory)
        self.find_figures(documents)

    def bring(self, path: Path, source: Iterator[Arrival]) -> None:
        """Read what lies at a path that the reader has named, in a thread."""
        self.run(lambda: self._read(source, partial(self.Brought, path)))

    def find_figures(self, documents: Iterable[Document]) -> None:
        """Find the figures of these documents, in a thread; large ones hold up none."""
        self._wanted.extend(sorted(documents, key=lambda document: len(document.text) > LARGE))
        self.run(self._extract)

    @staticmethod
    def is_coming(document: Document) -> bool:
        """Whether its figures are not found yet, and a key must not find them itself."""
        return not document.is_extracted and len(document.text) > AT_ONCE

    def find_at_once(self, document: Document) -> bool:
        """Find the figures of a document now if that costs no more than a key may.

        Otherwise it comes first in its thread. Never before the first frame: loading the rules
        alone takes 50 ms.
        """
        if self._is_loaded and len(document.text) <= AT_ONCE:
            return document.figures is not None
        with suppress(ValueError, IndexError):  # its thread may be taking it just now
            self._wanted.remove(document)
        self._wanted.appendleft(document)
        return False

    def index(self, documents: Sequence[Document], notes: NoteStore, in_memory: int) -> None:
        """Build the index over these documents and the notes on them, in a thread.

        Up to `in_memory` passages nothing is written to the disk.
        """
        self._indexing, self.is_indexed = self._indexing + 1, False
        this = self._indexing
        self.run(lambda: self._index(documents, notes, in_memory, this))

    def index_also(self, index: Index, documents: Sequence[Document]) -> None:
        """Take more documents into the index, or documents that have changed, in a thread."""

        def work() -> None:
            index.add(documents)
            self._desk.post_message(self.Indexed(index))

        self.run(work)

    def index_notes(self, index: Index, documents: Sequence[Document], notes: NoteStore) -> None:
        """Take the notes as they are now into the index, in a thread."""

        def work() -> None:
            index.replace_notes(note_texts(documents, notes))
            self._desk.post_message(self.Indexed(index))

        self.run(work)

    def wait(self) -> None:
        """Wait until every thread is through (for tests and benchmarks)."""
        for thread in self._threads:
            thread.join()

    def ask(self, work: Callable[[], Result], then: Callable[[Result], object]) -> None:
        """Do some work in a thread; `then` takes what it gives, on the desk's own thread."""
        self.run(lambda: self.give(then, work()))

    def give(self, then: Callable[[Result], object], result: Result) -> None:
        """Hand over from a thread what it has found; `then` is called on the desk's own."""
        self._desk.call_later(then, result)

    def run(self, work: Callable[[], object]) -> None:
        """Do some work in a thread; what goes wrong in it is told."""

        def guarded() -> None:
            try:
                work()
            except Exception as error:
                self._desk.post_message(self.Failed(error))

        thread = Thread(target=guarded, daemon=True)
        thread.start()
        self._threads = [*(old for old in self._threads if old.is_alive()), thread]

    def _read(self, source: Iterator[Arrival], tell: Telling) -> None:
        began = told = monotonic()
        batch: list[Arrival] = []
        with self._reading:
            for count, read in enumerate(source, 1):
                batch.append(read)
                now = monotonic()
                if now - told > BEAT:
                    self._desk.post_message(tell(batch, False))
                    batch, told = [], now
                    if now - began > PATIENCE:
                        self._tell(f"Reading: {count:,} files …")
            self._desk.post_message(tell(batch, True))
        self._tell("")

    def _extract(self) -> None:
        from tui.figures import extract

        extract("")
        self._is_loaded = True
        with self._finding:
            self._find_wanted()

    def _find_wanted(self) -> None:
        # The first of them is the one that is read: its figures are told at once.
        began, told = monotonic(), -BEAT
        count, done = 0, set[str]()
        while self._wanted:
            document = self._wanted.popleft()
            count += 1
            # The date that a note sets decides on the periods.
            self._notes.set_date(document)
            if len(document.text) > LARGE:
                # Half a minute for 5 MB of a log: until then nothing could be searched.
                self._index_before(done)
                self._tell(f"Finding the figures of {len(document.text):,} characters …")
            if document.figures is not None:
                done.add(document.name)
            self._index_before(done)
            now = monotonic()
            if now - told > BEAT:
                self._desk.post_message(self.Extracted(done, complete=False))
                done, told = set(), now
                if now - began > PATIENCE:
                    left = len(self._wanted)
                    self._tell(f"Finding figures: {count:,} of {count + left:,} documents …")
        self._desk.post_message(self.Extracted(done, complete=True))
        self._tell("")

    def _index_before(self, done: set[str]) -> None:
        """Let be searched, once, what can be before all figures are found; show those `done`."""
        if self._glance is not None:
            quick_index, self._glance = self._glance, None
            self._desk.post_message(self.Extracted(done, complete=False))
            quick_index()

    def _index_early(self, documents: Sequence[Document], in_memory: int) -> None:
        from tui.search import quick_index

        index = quick_index(documents, in_memory)
        if index is not None:
            self._desk.post_message(self.Indexed(index, early=True))

    def _index(
        self, documents: Sequence[Document], notes: NoteStore, in_memory: int, this: int
    ) -> None:
        from tui.search import build_progressively

        self._tell("Building the index …" if len(documents) > 500 else "")
        for index, words in build_progressively(documents, note_texts(documents, notes), in_memory):
            if this != self._indexing:
                break
            if index is not None:
                self._desk.post_message(self.Indexed(index))
            self._tell(words)
        else:
            self.is_indexed = True
        self._tell("")

    def _tell(self, words: str) -> None:
        self._desk.post_message(self.Progressed(words))
