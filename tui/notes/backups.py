"""Daily backups of notes files, made before the first write of a day; the last ten are kept."""

import glob
from contextlib import suppress
from pathlib import Path

from tui.errors import FactdeskError
from tui.notes.file.parsing import parse, read_text
from tui.notes.file.saving import ChangedMeanwhileError, make_folder, save
from tui.notes.ids import now
from tui.notes.note import About

#: How many backups of each file are kept, one for each day with changes.
MAX_BACKUPS = 10
_done: set[tuple[str, str]] = set()


def back_up(root: Path, path: Path) -> None:
    """Copies the file, unless it was copied today. Never raises, since it is only a backup.

    The oldest backup is deleted only after the new one was read back and compared.
    """
    today = now().date().isoformat()
    if (str(path), today) in _done:
        return
    folder = root / "backups"
    target = folder / f"{path.stem}.{today}.toml"
    with suppress(OSError, FactdeskError, ChangedMeanwhileError):
        if not target.exists():
            text = read_text(path)
            make_folder(folder)
            save(target, text.encode(), None)
            if read_text(target) == text:
                for old in _backups(folder, path)[:-MAX_BACKUPS]:
                    old.unlink()
        _done.add((str(path), today))


def last_backup(root: Path, path: Path) -> dict[str, str]:
    """The blocks of the newest readable backup, by note id."""
    for copy in reversed(_backups(root / "backups", path)):
        with suppress(FactdeskError):
            found = parse(read_text(copy), copy, About(""))
            if found.unwritable is None and found.tail:
                return {ident: found.chunks[at] for ident, at in found.at.items()}
    return {}


def _backups(folder: Path, path: Path) -> list[Path]:
    return sorted(folder.glob(f"{glob.escape(path.stem)}.????-??-??.toml"))
