"""What tells documents apart whose titles are the same, or begin alike, in lists that cut them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.documents import Document

#: Titles that share this many characters look the same in the narrowest list.
BEGIN = 16
#: The number of characters of a title that are compared; a title can be a megabyte long.
_LONGEST = 200
_STOPS = " \t,;:–—-|·"


class Label(NamedTuple):
    """The title of a document as a list shows it; `ending`, its end, is what others do not have."""

    text: str
    ending: str = ""


class Titles:
    """The titles of the documents known so far.

    >>> from tui.documents import Document
    >>> text = "Daily report\\n\\nIt rained."
    >>> a, b = (Document.from_text(text, f"{day} May.txt") for day in "12")
    >>> titles = Titles()
    >>> titles.take([a, b])
    >>> titles.label(b)
    Label(text='Daily report · 2 May', ending='2 May')
    """

    def __init__(self) -> None:
        self._taken: dict[str, str] = {}
        self._counts: Counter[str] = Counter()
        self._stems: Counter[tuple[str, str]] = Counter()
        #: What titles with the same beginning have in common; the whole title if it is only one.
        self._shared: dict[str, str] = {}

    def take(self, documents: Iterable[Document]) -> None:
        """Add documents; one that was added before may have another title now."""
        for document in documents:
            title = document.title[:_LONGEST]
            before = self._taken.get(document.name)
            if title == before:
                continue
            if before is not None:
                self._counts[before] -= 1
                self._stems[before, _stem(document)] -= 1
            self._taken[document.name] = title
            self._counts[title] += 1
            self._stems[title, _stem(document)] += 1
            begin = title[:BEGIN]
            self._shared[begin] = _shared_begin(self._shared.get(begin, title), title)

    def label(self, document: Document) -> Label:
        """The title and, if another document has the same one, the name of the file."""
        title = document.title[:_LONGEST]
        if self._counts[title] < 2:
            return Label(document.title, self._rest(title))
        return self.label_with_file(document)

    def label_with_file(self, document: Document) -> Label:
        """The title and the name of the file, also while not all titles are known."""
        title, stem = document.title[:_LONGEST], _stem(document)
        if self._stems[title, stem] > 1:
            stem = document.name.rpartition(".")[0] or document.name
        is_named_so = title == document.name.rpartition("/")[2]
        return Label(document.name if is_named_so else f"{title} · {stem}", stem)

    def _rest(self, title: str) -> str:
        """What follows the words that titles with the same beginning share; "" if there is none."""
        shared = self._shared.get(title[:BEGIN], title)
        if shared == title:
            return ""
        in_word = title[len(shared) : len(shared) + 1].isalnum() and shared[-1:].isalnum()
        words = shared.rpartition(" ")[0] if in_word else ""
        return title[len(words or shared) :].lstrip(_STOPS)


def _shared_begin(one: str, other: str) -> str:
    differ = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return one[: next(differ, min(len(one), len(other)))]


def _stem(document: Document) -> str:
    """The name of the file without folder and extension."""
    name = document.name.rpartition("/")[2]
    return name.rpartition(".")[0] or name
