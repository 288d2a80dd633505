"""Work that takes longer than a keystroke, in threads: reading, extracting figures, indexing.

Threads compute on core objects; only the desk's own thread changes the session. Results of general
interest are posted as messages; the result of a single request goes to its caller (`Threads.ask`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from importlib import import_module
from itertools import chain, islice
from pathlib import Path
from threading import Event, Lock
from time import monotonic, process_time
from typing import TYPE_CHECKING

from textual.message import Message
from textual.message_pump import MessagePump

from tui.app.background.reading import BEAT, PATIENCE, Reading
from tui.app.background.threads import Threads
from tui.documents import Document
from tui.errors import Problem
from tui.session import note_texts

if TYPE_CHECKING:
    from tui.notes import NoteStore
    from tui.search import Index

#: Limits on reading before the first frame, in seconds and files. Five articles take 5 ms.
BEFORE_FRAME, IN_FRAME = 0.03, 25
#: Size in characters up to which figures are extracted directly: 10 ms at 4 MB per second.
AT_ONCE = 40_000
#: Total size in characters from which an early index is built, since extracting takes 0.1 s.
SLOW = 400_000

#: What the dialogs are made of; loaded when all else is done, since a first opening would take 10
#: to 30 ms longer.
_DIALOGS = ("search", "editor", "notes", "facts", "compare", "check", "help", "palette")

#: The result of reading a file: the document, or the reason why it cannot be read.
Arrival = Document | Problem
#: Makes a message from some results, and whether they are the last.
Telling = Callable[[Sequence[Arrival], bool], Message]


class Background(Threads):
    """The threads of the desk: read all documents, extract their figures, build the index."""

    # A dataclass takes 0.4 ms of each start.

    class Read(Message):
        """Some documents, and problems of unreadable files, were read."""

        def __init__(self, read: Sequence[Arrival], complete: bool) -> None:
            super().__init__()
            self.read, self.complete = read, complete

    class Brought(Read):
        """The same, for a path that was opened later."""

        def __init__(self, path: Path, read: Sequence[Arrival], complete: bool) -> None:
            super().__init__(read, complete)
            self.path = path

    class Extracted(Message):
        """The figures of these documents were extracted; of all documents if `complete`."""

        def __init__(self, names: set[str], complete: bool) -> None:
            super().__init__()
            self.names, self.complete = names, complete

    class Progressed(Message):
        """Progress of background work in `words`; "" when it is done."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Indexed(Message):
        """The index is available, or covers more; `early`: before figures were extracted."""

        def __init__(self, index: Index, early: bool = False) -> None:
            super().__init__()
            self.index, self.early = index, early

    class Rested(Message):
        """All documents are indexed, and the dialogs are loaded."""

    def __init__(self, desk: MessagePump, notes: NoteStore, source: Iterator[Arrival]) -> None:
        super().__init__(desk)
        self._notes = notes
        self._source = source
        self._wanted: deque[Document] = deque()
        self._stoppable: Document | None = None
        self._is_loaded = False
        self._glance: Callable[[], None] | None = None
        # One thread at a time reads, and one extracts figures.
        self.reading, self._finding = Reading(self._tell), Lock()
        #: Set once the first figures are on the screen.
        self.is_seen = Event()
        # The serial number of the index being built, and whether it is complete.
        self._indexing = 0
        self.is_indexed = False

    def start(self, take: Callable[[Read], object]) -> None:
        """Read what can be read before the first frame, and return it; read the rest in a
        thread."""
        began, first = process_time(), list[Arrival]()
        if not self._reads_soon():
            take(self.Read(first, complete=False))
            return
        for read in self._source:
            first.append(read)
            if len(first) >= IN_FRAME or process_time() - began > BEFORE_FRAME:
                take(self.Read(first, complete=False))
                # A thread would delay the first frame (by 90 ms for 1,000 files).
                self._desk.call_after_refresh(self.run, lambda: self._read(self._source, self.Read))
                return
        take(self.Read(first, complete=True))

    def _reads_soon(self) -> bool:
        """Read the first file in a thread, and put it back; False if that takes long: then the
        thread reads everything, and the first frame does not wait."""
        lock, is_read, is_late = Lock(), Event(), Event()

        def work() -> None:
            with self.reading:
                first = list(islice(self._source, 1))
                with lock:
                    self._source = chain(first, self._source)
                    is_read.set()
                if is_late.is_set():
                    self._read_all(self._source, self.Read)

        self.run(work)
        is_read.wait(PATIENCE)
        with lock:
            if not is_read.is_set():
                is_late.set()
        return not is_late.is_set()

    def begin(self, documents: Sequence[Document], in_memory: int) -> None:
        """Extract the figures of all documents in a thread. If that takes long, build an early
        index without them, once those of the first document are extracted."""
        if sum(len(document.text) for document in documents) > SLOW:
            self._glance = lambda: self._index_early(documents, in_memory)
        self.find_figures(documents)

    def open_path(self, path: Path, source: Iterator[Arrival]) -> None:
        """Read a path that was opened later, in a thread."""
        self.run(lambda: self._read(source, partial(self.Brought, path)))

    def find_figures(self, documents: Iterable[Document]) -> None:
        """Extract the figures of these documents in a thread, large ones last."""
        waiting = set(map(id, self._wanted.copy()))
        new = [document for document in documents if id(document) not in waiting]
        self._wanted.extend(sorted(new, key=lambda document: document.is_large))
        self.run(self._extract)

    def stop_finding(self) -> bool:
        """Stop finding the figures of a large document; returns whether that goes on."""
        document, self._stoppable = self._stoppable, None
        if document is None or document.is_extracted:
            return False
        document.is_stopped = True
        return True

    @staticmethod
    def is_coming(document: Document) -> bool:
        """Whether a document's figures are not extracted yet, and it is too large to do so now."""
        return not document.is_extracted and len(document.text) > AT_ONCE

    def find_at_once(self, document: Document) -> bool:
        """Extract the figures of a document now if it is small enough.

        Otherwise it is next in the thread. Never before the first frame: importing the rules takes
        50 ms.
        """
        if self._is_loaded and len(document.text) <= AT_ONCE:
            return document.figures is not None
        with suppress(ValueError, IndexError):  # its thread may be taking it just now
            self._wanted.remove(document)
        self._wanted.appendleft(document)
        return False

    def index(self, documents: Sequence[Document], notes: NoteStore, in_memory: int) -> None:
        """Build the index over these documents and their notes in a thread.

        Up to `in_memory` passages nothing is written to disk.
        """
        self._indexing, self.is_indexed = self._indexing + 1, False
        this = self._indexing
        self.run(lambda: self._index(documents, notes, in_memory, this))

    def index_also(self, index: Index, documents: Sequence[Document]) -> None:
        """Add new or changed documents to the index, in a thread."""

        def work() -> None:
            index.add(documents)
            self._desk.post_message(self.Indexed(index))

        self.run(work)

    def _read(self, source: Iterator[Arrival], tell: Telling) -> None:
        with self.reading:
            self._read_all(source, tell)

    def _read_all(self, source: Iterator[Arrival], tell: Telling) -> None:
        told = monotonic()
        batch: list[Arrival] = []
        for count, read in enumerate(source, 1):
            batch.append(read)
            if self.reading.is_stopped:
                break
            now = monotonic()
            if now - told > BEAT:
                self._desk.post_message(tell(batch, False))
                batch, told = [], now
                self.reading.count(count)
        self._desk.post_message(tell(batch, True))

    def _extract(self) -> None:
        from tui.figures import extract

        extract("")
        self._is_loaded = True
        with self._finding:
            self._find_wanted()

    def _find_wanted(self) -> None:
        # The first one is the open document: its figures are reported at once.
        began, told = monotonic(), -BEAT
        count, done = 0, set[str]()
        while self._wanted:
            document = self._wanted.popleft()
            count += 1
            if document.is_large:
                # Extracting a log of 5 MB takes half a minute, in which nothing could be searched.
                self._index_before(done)
                size = f"{len(document.text):,} characters"
                self._tell(f"Finding the figures of {size} … {{desk.escape}} stops")
                self._stoppable = document
            if self._find(document):
                done.add(document.name)
            self._index_before(done)
            now = monotonic()
            if now - told > BEAT:
                self._desk.post_message(self.Extracted(done, complete=False))
                # Those of other documents would be found beside the frame that shows the first.
                self.is_seen.wait(BEAT)
                done, told = set(), now
                if now - began > PATIENCE:
                    left = len(self._wanted)
                    self._tell(f"Finding figures: {count:,} of {count + left:,} documents …")
        self._desk.post_message(self.Extracted(done, complete=True))
        self._tell("")

    def _find(self, document: Document) -> bool:
        """Extract the figures of a document; an unexpected error must not end the others'."""
        try:
            # The date that a note sets affects periods, so it must be applied before.
            self._notes.set_date(document)
            # Computed here, since it takes 150 us and is needed when lists are drawn.
            _ = document.title
            return document.figures is not None
        except Exception as error:
            self._desk.post_message(self.Failed(error))
            return False

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
            # Only when the desk has taken the last of them; until then it has an outdated one.
            self.give(self._end_indexing, this)
        self._tell("")
        for dialog in _DIALOGS:
            import_module(f"tui.app.dialogs.{dialog}")
        self._desk.post_message(self.Rested())

    def _end_indexing(self, this: int) -> None:
        self.is_indexed = this == self._indexing

    def _tell(self, words: str) -> None:
        self._desk.post_message(self.Progressed(words))
