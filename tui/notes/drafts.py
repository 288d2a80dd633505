"""What is being typed, kept every moment and offered again after a kill or a lost connection."""

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


class Draft(NamedTuple):
    """Text that was typed; `target` says where it was going, in the caller's own words.

    `by` is the run of the program that it was typed in.
    """

    document: str
    target: str
    text: str
    by: str = ""


class Drafts:
    """The drafts of a folder of notes, a file for each document and target.

    Those of another program that still runs are its own: they are neither offered nor dropped.
    """

    def __init__(self, home: Home) -> None:
        self._home = home
        # Typed text must outlive a disk that takes no notes.
        self._folders = (
            home.root / "drafts",
            files.data_folder() / "drafts" / label(str(home.root), home.folder.name or "root"),
        )

    def keep(self, document: str, target: str, text: str) -> None:
        """Keep what is typed so far, in place of what was kept before; empty text drops it.

        Costs a write and two fsyncs (a millisecond or two): call it from a timer or a thread.
        Raises `FactdeskError` when no folder takes it.
        """
        if not text:
            self.drop(document, target)
            return
        draft = Draft(document, target, text, this_program())
        name = _name(draft)
        data = json.dumps(draft._asdict()).encode()
        problem: FactdeskError | OSError | None = None
        for folder in self._folders:
            try:
                if folder == self._folders[0]:
                    self._home.prepare()
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

    def _ours(self) -> Iterator[tuple[Path, os.stat_result, Draft]]:
        """The drafts of this program, and those whose program is gone."""
        for folder in self._folders:
            for path in folder.glob("*.json"):
                with suppress(FactdeskError, ValueError, TypeError, OSError, RecursionError):
                    draft = Draft(**json.loads(read_bytes(path)))
                    texts = all(isinstance(part, str) for part in draft)
                    if texts and (draft.by == this_program() or not is_running(draft.by)):
                        yield path, path.stat(), draft


def _name(draft: Draft) -> str:
    target = f"{draft.document}\0{draft.target}\0{draft.by}"
    return label(target, draft.document.rpartition("/")[2]) + ".json"
