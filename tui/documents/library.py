"""The documents that are open."""

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from pathlib import Path

from tui.documents.document import Document
from tui.documents.found import ENDINGS, Found, find
from tui.errors import FactdeskError, Problem
from tui.files import read_bytes


def read(found: Found) -> Document:
    """The document of a file that was found. Raises `FactdeskError` if there is no text in it."""
    if found.problem is not None:
        raise FactdeskError(found.problem.what, where=found.problem.where)
    from tui.documents.decode import decode

    text, encoding = decode(read_bytes(found.path), where=str(found.path))
    return Document.from_text(text, found.name, path=found.path, encoding=encoding)


class Library:
    """Documents in their order, and what could not be read.

    >>> library = Library()
    >>> library.add(Document.from_text("One.", "a.txt"))
    >>> library.number("a.txt"), library.get("b.txt")
    (0, None)
    """

    def __init__(self) -> None:
        self.documents: list[Document] = []
        self.unreadable: list[Problem] = []
        self._numbers: dict[str, int] = {}

    @staticmethod
    def load(
        paths: Sequence[Path],
        exclude: Sequence[str] = (),
        endings: Sequence[str] = ENDINGS,
        leave_out: Collection[str] = (),
    ) -> Iterator[Document | Problem]:
        """Each document at `paths` as it is read, or why it cannot be; `add` keeps either.

        `exclude` and `endings` as for `find`; figures of the kinds in `leave_out` are none.

        Raises `FactdeskError` at once, before anything is read, if a path does not exist.
        """
        return map(partial(_read_or_say, leave_out), find(paths, exclude, endings))

    def add(self, arrival: Document | Problem) -> None:
        """Keep a document at the end of the library, or a problem among the unreadable."""
        if isinstance(arrival, Problem):
            self.unreadable.append(arrival)
            return
        if arrival.name in self._numbers:
            raise ValueError(f"two documents are named {arrival.name!r}")
        self._numbers[arrival.name] = len(self.documents)
        self.documents.append(arrival)

    def get(self, name: str) -> Document | None:
        """The document of that name, or None."""
        number = self._numbers.get(name)
        return None if number is None else self.documents[number]

    def number(self, name: str) -> int:
        """The position of the document of that name, from 0; -1 if there is none."""
        return self._numbers.get(name, -1)

    def __len__(self) -> int:
        return len(self.documents)

    def __iter__(self) -> Iterator[Document]:
        return iter(self.documents)


def _read_or_say(leave_out: Collection[str], found: Found) -> Document | Problem:
    try:
        document = read(found)
    except FactdeskError as error:
        return error.problem
    document.leave_out = frozenset(leave_out)
    return document
