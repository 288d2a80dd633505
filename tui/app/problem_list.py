"""What is wrong with settings and themes, documents or notes: one list for all who need it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.errors import Problem


class ProblemList:
    """The problems with settings and themes, then those with documents, then those with notes."""

    def __init__(self, with_settings: Iterable[Problem]) -> None:
        self.with_settings = tuple(with_settings)
        self.with_documents: tuple[Problem, ...] = ()
        self.with_notes: tuple[Problem, ...] = ()

    def __iter__(self) -> Iterator[Problem]:
        yield from dict.fromkeys((*self.with_settings, *self.with_documents, *self.with_notes))

    def add_documents(self, found: Iterable[Problem]) -> list[Problem]:
        """Add problems with documents; returns those that were not known."""
        new = self._unknown(found)
        self.with_documents += tuple(new)
        return new

    def update_documents(self, found: Iterable[Problem]) -> None:
        """Replace the problems with documents; those of texts that were read again are gone."""
        self.with_documents = tuple(found)

    def update_notes(self, found: Iterable[Problem]) -> list[Problem]:
        """Replace the problems with notes; returns those that were not known."""
        found = tuple(found)
        new, self.with_notes = self._unknown(found), found
        return new

    def _unknown(self, found: Iterable[Problem]) -> list[Problem]:
        known = set(self)
        return [problem for problem in found if problem not in known]
