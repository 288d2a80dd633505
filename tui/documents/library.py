"""The library: the documents that are open, and the intake that reads them."""

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from pathlib import Path

from tui.documents.document import Document
from tui.documents.found import ENDINGS, Finder, Found
from tui.errors import FactdeskError, Problem, unexpected
from tui.files import read_bytes, stamp

#: Called while a file is read: its path, the bytes so far and in all. It may raise
#: `FactdeskError` to stop.
Progress = Callable[[Path, int, int], None]


def read(found: Found, progress: Progress | None = None) -> Document:
    """Reads a file that was found. Raises `FactdeskError` if it is not text or cannot be read."""
    if found.problem is not None:
        raise FactdeskError(found.problem.what, where=found.problem.where)
    # Taken before reading, so that a concurrent write is noticed as a change.
    known_by = stamp(found.path)
    data = read_bytes(found.path, progress=progress and partial(progress, found.path))
    try:
        document = from_bytes(data, found.name, found.path)
    except FactdeskError:
        raise
    except Exception as error:  # it must not keep the other files from being read
        raise FactdeskError(
            f"it cannot be decoded ({unexpected(error)})",
            where=str(found.path),
            remedy="please report this line",
        ) from error
    document.stamp = known_by
    return document


def from_bytes(data: bytes, name: str, path: Path | None = None) -> Document:
    """The document in some bytes, decoded. Raises `FactdeskError` if they are not text."""
    from tui.documents.decode import decode

    text, encoding = decode(data, where=str(path or name))
    return Document.from_text(text, name, path=path, encoding=encoding)


class Intake:
    """Finds and reads files for a library, none twice, each with a unique name.

    `exclude` and `endings` as for `find`; figures of the kinds in `leave_out` are left out.
    """

    def __init__(
        self,
        exclude: Sequence[str] = (),
        endings: Sequence[str] = ENDINGS,
        leave_out: Collection[str] = (),
    ) -> None:
        self._finder = Finder(exclude, endings)
        self._leave_out = frozenset(leave_out)
        self._paths: list[Path] = []
        #: Called while a large file is read.
        self.progress: Progress | None = None

    def load(self, paths: Sequence[Path]) -> Iterator[Document | Problem]:
        """Yields each document at `paths` as it is read, or the reason why it cannot be, for
        `Library.add`.

        Files read before are skipped. Raises `FactdeskError` at once, before reading anything, if a
        path does not exist.
        """
        found = self._finder.find(paths)
        self._paths += [path for path in paths if path not in self._paths]
        return map(self._read_or_say, found)

    def load_new(self) -> Iterator[Document | Problem]:
        """Yields the documents that were added to the loaded paths since."""
        return self.load(self._there())

    def peek(self) -> list[Path]:
        """The files that `load_new` would read; costs one stat per folder if nothing is new."""
        return [found.path for found in self._finder.peek(self._there())]

    def _there(self) -> list[Path]:
        return [path for path in self._paths if stamp(path) is not None]

    def read(self, found: Found) -> Document:
        """Reads a file, new or again; raises `FactdeskError` if it is not text or cannot be
        read."""
        document = read(found, self.progress)
        document.leave_out = self._leave_out
        return document

    def _read_or_say(self, found: Found) -> Document | Problem:
        try:
            return self.read(found)
        except FactdeskError as error:
            self._finder.forget(found)
            return error.problem


class Library:
    """Documents in order, and the problems of those that could not be read.

    >>> library = Library()
    >>> library.add(Document.from_text("One.", "a.txt"))
    >>> library.number("a.txt"), library.get("b.txt")
    (0, None)
    """

    def __init__(self) -> None:
        self.documents: list[Document] = []
        self.unreadable: list[Problem] = []
        self._numbers: dict[str, int] = {}

    def add(self, arrival: Document | Problem) -> None:
        """Appends a document to the library, or a problem to `unreadable`."""
        if isinstance(arrival, Problem):
            self.unreadable.append(arrival)
            return
        if arrival.name in self._numbers:
            raise ValueError(f"two documents are named {arrival.name!r}")
        self._numbers[arrival.name] = len(self.documents)
        self.documents.append(arrival)

    def replace(self, document: Document) -> None:
        """Replaces the document with the same name."""
        self.documents[self._numbers[document.name]] = document

    def try_again(self, path: Path) -> None:
        """Removes the problems at or below a path, which is about to be read again."""
        kept = [one for one in self.unreadable if not Path(one.where).is_relative_to(path)]
        self.unreadable[:] = kept

    def at(self, path: Path) -> Document | None:
        """The first document at or below a path; symbolic links and `..` are resolved."""
        there, real = Path(os.path.realpath(path)), dict[Path, Path]()
        for document in self.documents:
            if document.path is not None:
                folder = document.path.parent
                if folder not in real:
                    real[folder] = Path(os.path.realpath(folder))
                if (real[folder] / document.path.name).is_relative_to(there):
                    return document
        return None

    def get(self, name: str) -> Document | None:
        """The document with this name, or None."""
        number = self._numbers.get(name)
        return None if number is None else self.documents[number]

    def number(self, name: str) -> int:
        """The index of the document with this name; -1 if there is none."""
        return self._numbers.get(name, -1)

    def __len__(self) -> int:
        return len(self.documents)

    def __iter__(self) -> Iterator[Document]:
        return iter(self.documents)
