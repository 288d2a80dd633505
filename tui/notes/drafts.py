"""What is being typed, kept as it grows and offered again after a kill or a lost connection."""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tui import files
from tui.errors import FactdeskError
from tui.files import read_bytes
from tui.notes.home import Home, label
from tui.notes.running import is_running, this_program
from tui.notes.saving import make_folder, save, stamp_of
from tui.notes.shelves import Place, Shelves


class Draft(NamedTuple):
    """Text that was typed; `target` says where it was going, in the caller's own words.

    `by` is the run of the program that it was typed in.
    """

    document: str
    target: str
    text: str
    by: str = ""


class Drafts:
    """The drafts of all documents, each where the notes of its document are.

    There is a file for each document and target; it has the document's path, as notes files have.
    Those of another program that still runs are its own: they are neither offered nor dropped.
    """

    def __init__(self, shelves: Shelves) -> None:
        self._shelves = shelves

    def keep(self, document: str, target: str, text: str) -> None:
        """Keep what is typed so far, in place of what was kept before; empty text drops it.

        Costs a write and two fsyncs (a millisecond or two): call it from a timer or a thread.
        Raises `FactdeskError` when no folder takes it.
        """
        if not text:
            self.drop(document, target)
            return
        place = self._shelves.place_of(document)
        home = self._home(place.shelf)
        draft = Draft(place.key, target, text, this_program())
        name = _name(draft)
        data = json.dumps(draft._asdict()).encode()
        problem: FactdeskError | OSError | None = None
        folders = _folders(home)
        for folder in folders:
            try:
                if folder == folders[0]:
                    home.prepare()
                make_folder(folder)
                save(folder / name, data, stamp_of(folder / name))
                return
            except (FactdeskError, OSError) as error:
                problem = error
        raise FactdeskError(f"what is typed cannot be kept ({problem})")

    def offered(self) -> list[Draft]:
        """What was typed and never became a note, the oldest first."""
        found = sorted((stat.st_mtime_ns, path.name, draft) for path, stat, draft in self._ours())
        return [draft for _, _, draft in found]

    def drop(self, document: str, target: str) -> None:
        """Forget a draft: its text is a note now, or was given up."""
        for path, _, draft in self._ours():
            if (draft.document, draft.target) == (document, target):
                with suppress(OSError):
                    path.unlink()

    def _home(self, shelf: int) -> Home:
        homes = self._shelves.homes[shelf]
        return next((home for home in homes if home.writable), homes[0])

    def _ours(self) -> Iterator[tuple[Path, os.stat_result, Draft]]:
        """The drafts of this program, and those whose program is gone, by the documents' names."""
        for shelf in range(len(self._shelves.homes)):
            for folder in _folders(self._home(shelf)):
                for path in folder.glob("*.json"):
                    with suppress(FactdeskError, ValueError, TypeError, OSError, RecursionError):
                        draft = Draft(**json.loads(read_bytes(path)))
                        texts = all(isinstance(part, str) for part in draft)
                        if texts and (draft.by == this_program() or not is_running(draft.by)):
                            name = self._shelves.name_of(Place(shelf, draft.document))
                            yield path, path.stat(), draft._replace(document=name)


def _folders(home: Home) -> tuple[Path, Path]:
    """Where drafts go: typed text must survive even where notes cannot be written."""
    own = label(str(home.root), home.folder.name or "root")
    return home.root / "drafts", files.data_folder() / "drafts" / own


def _name(draft: Draft) -> str:
    target = f"{draft.document}\0{draft.target}\0{draft.by}"
    return label(target, draft.document.rpartition("/")[2]) + ".json"
