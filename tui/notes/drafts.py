"""What is being typed, kept every moment and offered again after a kill or a lost connection."""

import json
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tui.errors import FactdeskError
from tui.files import data_folder, read_bytes
from tui.notes.home import Home, label
from tui.notes.saving import make_folder, save, stamp_of


class Draft(NamedTuple):
    """Text that was typed; `target` says where it was going, in the caller's own words."""

    document: str
    target: str
    text: str


class Drafts:
    """The drafts of a folder of notes, a file for each document and target."""

    def __init__(self, home: Home) -> None:
        self._home = home
        # Typed text must outlive a disk that takes no notes.
        self._folders = (
            home.root / "drafts",
            data_folder() / "drafts" / label(str(home.root), home.folder.name or "root"),
        )

    def keep(self, document: str, target: str, text: str) -> None:
        """Keep what is typed so far, in place of what was kept before; empty text drops it.

        Costs a write and two fsyncs (a millisecond or two): call it from a timer or a thread.
        Raises `FactdeskError` when no folder takes it.
        """
        if not text:
            self.drop(document, target)
            return
        name = _name(document, target)
        data = json.dumps(Draft(document, target, text)._asdict()).encode()
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
        found = {}
        for folder in self._folders:
            with suppress(OSError):
                for path in folder.glob("*.json"):
                    with suppress(FactdeskError, ValueError, TypeError, OSError, RecursionError):
                        draft = Draft(**json.loads(read_bytes(path)))
                        if all(isinstance(part, str) for part in draft):
                            found[path.stat().st_mtime_ns, path.name] = draft
        return [draft for _, draft in sorted(found.items())]

    def drop(self, document: str, target: str) -> None:
        """Forget a draft: its text is a note now, or was given up."""
        for folder in self._folders:
            with suppress(OSError):
                Path(folder / _name(document, target)).unlink()


def _name(document: str, target: str) -> str:
    return label(f"{document}\0{target}", document.rpartition("/")[2]) + ".json"
