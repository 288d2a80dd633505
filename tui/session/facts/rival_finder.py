"""Compares the figures of the library with one another."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from tui.facts import Fact, Rival, Similarity

if TYPE_CHECKING:
    from tui.documents import Document
    from tui.figures import Figure

#: The number of figures up to which rivals are computed directly on a keystroke: the 95th
#: percentile is 4 ms with 5,000 figures and 11 ms with 50,000.
AT_ONCE = 20_000
#: The number of answers that are kept: of the figure before, of this one and of the next, with one
#: that was prepared for another direction.
_KEPT = 4


class RivalFinder:
    """The figures compared so far; `catch_up`, in a thread, adds those extracted since."""

    def __init__(self) -> None:
        self._similarity = Similarity()
        self._taken: dict[str, list[Figure]] = {}
        # A thread may query while another one is about to add figures.
        self._lock = Lock()
        #: Whether a thread is in `catch_up`, or about to be; do not query meanwhile.
        self.is_busy = False
        #: How often figures were added: answers change with every one that is added anywhere.
        self.version = 0
        #: The last answers; whoever goes back one figure asks for one of them again.
        self._answers = deque[tuple[Fact, list[Rival]]](maxlen=_KEPT)

    @property
    def is_quick(self) -> bool:
        """Whether rivals can be computed directly on a keystroke."""
        return len(self._similarity) <= AT_ONCE

    def is_behind(self, documents: Iterable[Document]) -> bool:
        """Whether figures were extracted, changed or removed since the last `catch_up`."""
        there = list(documents)
        return self._has_changed(there) or any(
            document.is_extracted and document.name not in self._taken for document in there
        )

    def catch_up(self, documents: Iterable[Document]) -> None:
        """Adds the figures extracted since; 0.1 ms each."""
        try:
            with self._lock:
                self._catch_up(list(documents))
        finally:
            self.is_busy = False

    def _catch_up(self, there: list[Document]) -> None:
        if self._has_changed(there):
            self._similarity, self._taken = Similarity(), {}
        for document in there:
            if document.is_extracted and document.name not in self._taken:
                self._taken[document.name] = document.figures
                add = partial(self._similarity.add, document)
                document.attempt("its figures cannot be compared", add)
        self._similarity.compute_weights()
        self._answers.clear()
        self.version += 1

    def rivals(self, fact: Fact) -> list[Rival]:
        """The facts that may be the same, those of other documents first."""
        with self._lock:
            for asked, found in self._answers:
                if asked == fact:
                    return found
            found = self._similarity.rivals(fact)
            self._answers.append((fact, found))
            return found

    def prepare(self, fact: Fact) -> None:
        """Find the rivals of a fact that will probably be asked for next."""
        if not self.is_busy and self.is_quick:
            self.rivals(fact)

    def compares(self, fact: Fact) -> bool:
        """Whether a fact is compared at all: a date, or a time like "the past five years", is
        not."""
        return fact in self._similarity

    def _has_changed(self, documents: list[Document]) -> bool:
        """Whether figures that were added have changed or are gone."""
        names = {document.name for document in documents}
        return not names.issuperset(self._taken) or any(
            document.is_extracted and self._taken[document.name] is not document.figures
            for document in documents
            if document.name in self._taken
        )
