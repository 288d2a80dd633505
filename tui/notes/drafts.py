"""Drafts: unsaved text, stored while it is typed and recovered after a crash or lost connection."""

import json
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from tui import files
from tui.errors import FactdeskError, reason
from tui.files import read_bytes, stamp
from tui.notes.file.saving import make_folder, save
from tui.notes.home import Home, label
from tui.notes.lent_text import ENTRY, LentText
from tui.notes.note_folders import Address, NoteFolders
from tui.notes.running import is_running, this_program


class Draft(NamedTuple):
    """Text being typed; `target` identifies, for the caller, what it is about.

    `by` is the process that it is typed in, as `running.this_program` names it.
    """

    document: str
    target: str
    text: str
    by: str = ""


class Drafts:
    """The drafts of all documents, stored in the home of each document.

    There is one file for each document and target, and a folder in the user's data folder for a
    text that is lent to an editor. Drafts of other processes that are still running are neither
    recovered nor dropped.
    """

    def __init__(self, folders: NoteFolders) -> None:
        self._folders = folders

    def keep(self, document: str, target: str, text: str) -> None:
        """Stores a draft, replacing the one before; empty text drops it.

        Costs a write and two fsyncs (one or two milliseconds): call it from a timer or a thread.
        Raises `FactdeskError` if no folder can be written.
        """
        if not text:
            self.drop(document, target)
            return
        address = self._folders.address_of(document)
        home = self._home(address.folder_index)
        draft = Draft(address.key, target, text, this_program())
        name = _name(draft)
        data = json.dumps(draft._asdict()).encode()
        problem: FactdeskError | OSError | None = None
        folders = _draft_folders(home)
        for folder in folders:
            try:
                if folder == folders[0]:
                    home.prepare()
                make_folder(folder)
                save(folder / name, data, stamp(folder / name))
                return
            except (FactdeskError, OSError) as error:
                problem = error
        raise FactdeskError(f"the draft cannot be saved ({problem})")

    def lend(self, document: str, target: str, text: str) -> LentText:
        """Writes a text to a file for another program. What that saves becomes the draft if this
        program is killed first. Raises `FactdeskError` if no folder can be written."""
        address = self._folders.address_of(document)
        own = _draft_folders(self._home(address.folder_index))[1]
        entry = json.dumps(Draft(address.key, target, text, this_program())._asdict()).encode()
        problem = OSError()
        # In the folder for temporary files it is not looked for again.
        for folder in (own, None):
            try:
                if folder is not None:
                    make_folder(folder)
                return LentText.create(folder, text, entry)
            except OSError as error:
                problem = error
        raise FactdeskError(reason(problem), where=str(own))

    def recoverable(self) -> list[Draft]:
        """The drafts that never became notes, oldest first."""
        found = sorted((saved, path.name, draft) for path, saved, draft in self._ours())
        return [draft for _, _, draft in found if draft.text]

    def drop(self, document: str, *targets: str) -> None:
        """Deletes the drafts of these targets: their texts were saved or discarded."""
        for path, _, draft in self._ours():
            if draft.document == document and draft.target in targets:
                if path.name == ENTRY:
                    LentText(path.parent, draft.text).delete()
                    continue
                with suppress(OSError):
                    path.unlink()

    def _home(self, folder_index: int) -> Home:
        homes = self._folders.homes[folder_index]
        return next((home for home in homes if home.writable), homes[0])

    def _ours(self) -> Iterator[tuple[Path, int, Draft]]:
        """The drafts of this process, and of processes that have ended: the file, when it was
        saved, in nanoseconds, and the draft with the document's name."""
        for folder_index in range(len(self._folders.homes)):
            beside, own = _draft_folders(self._home(folder_index))
            # Files for editors are not looked for beside documents, which may be anybody's.
            for path in chain(beside.glob("*.json"), own.glob("*.json"), own.glob(f"*/{ENTRY}")):
                with suppress(FactdeskError, ValueError, TypeError, OSError, RecursionError):
                    draft = Draft(**json.loads(read_bytes(path)))
                    texts = all(isinstance(part, str) for part in draft)
                    if texts and (draft.by == this_program() or not is_running(draft.by)):
                        saved = path.stat().st_mtime_ns
                        if path.name == ENTRY:
                            text, saved = LentText(path.parent, draft.text).rescued()
                            draft = draft._replace(text=text)
                        name = self._folders.name_of(Address(folder_index, draft.document))
                        yield path, saved, draft._replace(document=name)


def _draft_folders(home: Home) -> tuple[Path, Path]:
    """Where drafts are stored: the home or, if that cannot be written, the user's data folder."""
    own = label(str(home.root), home.folder.name or "root")
    return home.root / "drafts", files.data_folder() / "drafts" / own


def _name(draft: Draft) -> str:
    target = f"{draft.document}\0{draft.target}\0{draft.by}"
    return label(target, draft.document.rpartition("/")[2]) + ".json"
