"""The history of changes, of this run and earlier ones, for undo, redo and restoring removed notes.

The journals are read once; later changes are added as they are made.
"""

from typing import NamedTuple

from tui.notes.journal import Entry, Journal
from tui.notes.note_folders import Address, NoteFolders


class Step(NamedTuple):
    """A journal entry, and the document it is about."""

    address: Address
    entry: Entry


class History:
    """The entries of the journals of some folders, merged by time; what other processes write
    meanwhile is left out."""

    def __init__(self, folders: NoteFolders) -> None:
        self._folders = folders
        self._journals: list[tuple[int, Journal]] = []
        #: How many of its own entries each journal had when they were read.
        self._seen: list[int] = []
        self._begin()

    def _begin(self) -> None:
        self._done: dict[str, Step] = {}
        self._undone: dict[str, Step] = {}
        self._removed: dict[str, Step] = {}
        self._last_known: dict[str, Step] = {}

    def undoable(self) -> list[Step]:
        """The last change, or all changes of its batch, the last one first."""
        self._read_new_entries()
        return _last_batch(self._done)

    def redoable(self) -> list[Step]:
        """The change undone last, or all changes of its batch, in their original order."""
        self._read_new_entries()
        return _last_batch(self._undone)

    def removed(self) -> list[Step]:
        """The removals of notes that were not restored, the last one first."""
        self._read_new_entries()
        return list(reversed(self._removed.values()))

    def last_known(self, ident: str) -> Step | None:
        """The last step before which the note with this id existed."""
        self._read_new_entries()
        return self._last_known.get(ident)

    def _read_new_entries(self) -> None:
        journals = self._folders.journals()
        if len(journals) > len(self._journals):  # of folders found since: all are merged again
            self._journals, self._seen = journals, [0] * len(journals)
            self._begin()
            self._take([(index, entry) for index, one in journals for entry in one.before])
        new = []
        for number, (folder_index, journal) in enumerate(self._journals):
            new += [(folder_index, entry) for entry in journal.own[self._seen[number] :]]
            self._seen[number] = len(journal.own)
        self._take(new)

    def _take(self, entries: list[tuple[int, Entry]]) -> None:
        for folder_index, entry in sorted(entries, key=lambda pair: pair[1].n):
            self._take_step(Step(Address(folder_index, entry.key), entry))

    def _take_step(self, step: Step) -> None:
        entry = step.entry
        if entry.action == "change":
            self._done[entry.n] = step
            self._undone.clear()
        elif entry.action == "undo" and entry.of in self._done:
            self._undone[entry.of] = self._done.pop(entry.of)
        elif entry.action == "redo" and entry.of in self._undone:
            self._done[entry.of] = self._undone.pop(entry.of)
        elif entry.action == "passed over":
            self._done.pop(entry.of, None)
            self._undone.pop(entry.of, None)
        ident, before, after = entry.change
        self._removed.pop(ident, None)
        if before is not None:
            self._last_known[ident] = step
            if after is None:
                self._removed[ident] = step


def _last_batch(steps: dict[str, Step]) -> list[Step]:
    """The last step, and the steps before it in the same batch, the last one first."""
    found: list[Step] = []
    for step in reversed(steps.values()):
        if found and not (step.entry.batch and step.entry.batch == found[0].entry.batch):
            break
        found.append(step)
    return found
