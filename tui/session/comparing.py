"""Compares the figures of the library with one another. No screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.facts import Fact, Rival, Similarity

if TYPE_CHECKING:
    from tui.documents import Document
    from tui.figures import Figure

#: Figures up to which rivals are found within the frame of a key: 95 of 100 take 4 ms with 5,000
#: figures and 11 ms with 50,000.
AT_ONCE = 20_000


class Comparing:
    """What can be compared so far; `catch_up`, in a thread, adds what was found since."""

    def __init__(self) -> None:
        self._similarity = Similarity()
        self._taken: dict[str, list[Figure]] = {}
        #: Whether a thread is catching up; nothing may be asked meanwhile.
        self.is_busy = False

    @property
    def is_quick(self) -> bool:
        """Whether rivals can be found within the frame of a key."""
        return len(self._similarity) <= AT_ONCE

    def is_behind(self, documents: Iterable[Document]) -> bool:
        """Whether some figures have yet to be added, were found again, or are gone."""
        there = list(documents)
        return self._has_changed(there) or any(
            document.is_extracted and document.name not in self._taken for document in there
        )

    def catch_up(self, documents: Iterable[Document]) -> None:
        """Add the figures that were found; 0.15 ms each."""
        try:
            there = list(documents)
            if self._has_changed(there):
                self._similarity, self._taken = Similarity(), {}
            for document in there:
                if document.is_extracted and document.name not in self._taken:
                    self._taken[document.name] = document.figures
                    self._similarity.add(document)
            self._similarity.compute_weights()
        finally:
            self.is_busy = False

    def rivals(self, fact: Fact) -> list[Rival]:
        """The facts that may be the same, other documents first."""
        return self._similarity.rivals(fact)

    def _has_changed(self, documents: list[Document]) -> bool:
        """Whether figures that were added are no longer those of their documents."""
        names = {document.name for document in documents}
        return not names.issuperset(self._taken) or any(
            document.is_extracted and self._taken[document.name] is not document.figures
            for document in documents
            if document.name in self._taken
        )
