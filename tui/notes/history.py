"""What was done to notes here, in this run and earlier ones, and which of it can be undone.

The journals are read once; later changes are added as they are made.
"""

from collections.abc import Iterable
from typing import NamedTuple

from tui.notes.journal import Entry, Journal
from tui.notes.shelves import Place


class Step(NamedTuple):
    """An entry of a journal, and the document that it is about."""

    place: Place
    entry: Entry


class History:
    """The steps of several journals in their order; those of other programs meanwhile are not ours.

    `journals` come with the number of the shelf that each belongs to.
    """

    def __init__(self, journals: Iterable[tuple[int, Journal]]) -> None:
        self._journals: list[tuple[int, Journal]] = []
        self.add(journals)

    def add(self, journals: Iterable[tuple[int, Journal]]) -> None:
        """Take in more journals; all steps are put in their order again."""
        self._journals += journals
        self._seen: list[int] | None = None
        self._done: dict[str, Step] = {}
        self._undone: dict[str, Step] = {}
        self._removed: dict[str, Step] = {}
        self._last_known: dict[str, Step] = {}

    def undoable(self) -> list[Step]:
        """The change that undo takes back next, or all of its batch, the last one first."""
        self._catch_up()
        return _last_batch(self._done)

    def redoable(self) -> list[Step]:
        """The change that redo makes again next, or all of its batch, in their order."""
        self._catch_up()
        return _last_batch(self._undone)

    def removed(self) -> list[Step]:
        """The removals of notes that were not brought back, the last one first."""
        self._catch_up()
        return list(reversed(self._removed.values()))

    def last_known(self, ident: str) -> Step | None:
        """The last step before which the note with this id was there."""
        self._catch_up()
        return self._last_known.get(ident)

    def _catch_up(self) -> None:
        if self._seen is None:
            old = [(shelf, entry) for shelf, one in self._journals for entry in one.before]
            self._seen = [0] * len(self._journals)
            self._take(old)
        new = []
        for number, (shelf, journal) in enumerate(self._journals):
            new += [(shelf, entry) for entry in journal.own[self._seen[number] :]]
            self._seen[number] = len(journal.own)
        self._take(new)

    def _take(self, entries: list[tuple[int, Entry]]) -> None:
        for shelf, entry in sorted(entries, key=lambda pair: pair[1].n):
            self._take_step(Step(Place(shelf, entry.key), entry))

    def _take_step(self, step: Step) -> None:
        entry = step.entry
        if entry.does == "change":
            self._done[entry.n] = step
            self._undone.clear()
        elif entry.does == "undo" and entry.of in self._done:
            self._undone[entry.of] = self._done.pop(entry.of)
        elif entry.does == "redo" and entry.of in self._undone:
            self._done[entry.of] = self._undone.pop(entry.of)
        elif entry.does == "passed over":
            self._done.pop(entry.of, None)
            self._undone.pop(entry.of, None)
        ident, before, after = entry.change
        self._removed.pop(ident, None)
        if before is not None:
            self._last_known[ident] = step
            if after is None:
                self._removed[ident] = step


def _last_batch(steps: dict[str, Step]) -> list[Step]:
    """The last step, and those before it that belong to the same batch, the last one first."""
    found: list[Step] = []
    for step in reversed(steps.values()):
        if found and not (step.entry.batch and step.entry.batch == found[0].entry.batch):
            break
        found.append(step)
    return found
