"""A figure with the document and the passage that it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from tui.documents import Document

if TYPE_CHECKING:
    from tui.figures import Figure


class Fact(NamedTuple):
    """One figure, and where it stands.

    >>> document = Document.from_text("It rained. Police seized 1,204 cards.", "a.txt")
    >>> [fact] = facts([document])
    >>> fact.figure.unit, fact.passage
    ('cards', 'Police seized 1,204 cards.')
    """

    document: Document
    #: The position of the figure in `document.figures`.
    number: int
    figure: Figure

    @property
    def passage(self) -> str:
        """The sentence that states it, as written."""
        start, end = self.figure.sentence
        return self.document.text[start:end]

    def next_comparable(self, by: int) -> Fact | None:
        """The next fact of the document that can be compared, or (`by` -1) the one before."""
        from tui.facts.comparable import is_comparable

        figures = self.document.figures
        number = self.number + by
        while 0 <= number < len(figures):
            if is_comparable(figures[number]):
                return Fact(self.document, number, figures[number])
            number += by
        return None


def facts(documents: Iterable[Document]) -> Iterator[Fact]:
    """Every figure of the documents, in their order and that of the text.

    Finds the figures of a document that were not found yet, which takes a second for 3 to 4 MB.
    """
    for document in documents:
        for number, figure in enumerate(document.figures):
            yield Fact(document, number, figure)
