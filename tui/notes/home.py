"""Where notes are kept: beside the documents, or else in the user's own folder."""

import os
import time
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from tui import files
from tui.files import shipped
from tui.notes.journal import Journal
from tui.notes.note import About
from tui.notes.saving import make_folder, may_write

#: What follows a document's own part in the name of a file for new notes beside a broken one.
PENDING = ".pending.toml"
#: The folder that holds notes, inside the folder of the documents.
FOLDER = ".factdesk"
# What the program keeps for itself there is nothing for a version control.
_IGNORED = "/.gitignore\n/lock\n/journal*\n/drafts/\n/backups/\n/quarantine/\n"
# Longest name of a file, in bytes, with room for the hash and what is added beside it.
_LONGEST = 180
_TICK = 100_000_000
_NONE: frozenset[str] = frozenset()
_UNSAFE = str.maketrans(dict.fromkeys([*map(chr, range(32)), *'\x7f/\\:*?"<>|'], "_"))


class Home:
    """One folder of notes about the documents of another.

    `folder` holds the documents, and names are relative to it; `root` holds `notes/` and what
    the program keeps for itself. Nothing is created before the first note.
    """

    def __init__(self, folder: Path, root: Path) -> None:
        self.folder = folder
        self.root = root
        self.notes = root / "notes"
        self.lock = root / "lock"
        self.journal = Journal(root, label(str(root), folder.name or "root"))
        self._is_prepared = False
        self._names = _NONE
        self._listed: int | None = None
        self._looked_through: frozenset[str] | None = None
        self._abouts: dict[str, About] = {}
        self._by_text: dict[str, list[str]] = {}

    def abouts(self) -> dict[str, About]:
        """What each notes file here is about, by its name; the heads of the files are read once."""
        names = self.names()
        if names is not self._looked_through:
            from tui.notes.parsing import read_about

            found = {name: read_about(self.notes / name) for name in sorted(names)}
            self._abouts = {name: about for name, about in found.items() if about is not None}
            self._by_text = {}
            for name, about in self._abouts.items():
                self._by_text.setdefault(about.sha256, []).append(name)
            self._looked_through = names
        return self._abouts

    def about_text(self, sha256: str) -> list[tuple[Path, About]]:
        """The notes files that were written about a text with this hash."""
        abouts = self.abouts()
        return [(self.notes / name, abouts[name]) for name in self._by_text.get(sha256, ())]

    @property
    def writable(self) -> bool:
        """Whether notes can be written here, as far as modes tell."""
        there = next((path for path in (self.notes, self.root) if path.exists()), None)
        if there is None:
            there = next((path for path in self.root.parents if path.exists()), None)
        return there is not None and there.is_dir() and may_write(there)

    def prepare(self) -> None:
        """Make the folders; raises `OSError`."""
        is_there = self.notes.is_dir()
        if is_there and self._is_prepared:
            return
        if not is_there:
            make_folder(self.notes)
        # A copy out of a version control has the notes, and not what was left out there.
        with suppress(OSError), (self.root / ".gitignore").open("x", encoding="utf-8") as file:
            file.write(_IGNORED)
        self._is_prepared = True

    def file(self, key: str) -> Path:
        """The notes file of the document with this relative path."""
        return self.notes / file_name(key)

    def names(self) -> frozenset[str]:
        """The names of all notes files; listed again only when the folder has changed."""
        try:
            changed = self.notes.stat().st_mtime_ns
            if changed != self._listed:
                found = [path.name for path in self.notes.iterdir()]
                names = frozenset(n for n in found if n.endswith(".toml") and n[0] != ".")
                # The same object as long as the names are the same: `abouts` goes by that.
                self._names = self._names if names == self._names else names
                # Within one tick of the disk's clock another file may still come.
                settled = time.time_ns() - changed > _TICK
                self._listed = changed if settled else None
        except OSError:
            self._names, self._listed = _NONE, None
        return self._names


def homes_for(folder: Path, kept_in: str = "") -> list[Home]:
    """The homes of a folder's notes, the one that is written first.

    That is below `kept_in` if it is named. Otherwise beside the documents comes first, except for
    the shipped seeds, whose folder belongs to the installation and goes with it.
    """
    folder = absolute(folder)
    is_seeds = folder == absolute(shipped("seeds"))
    name = "seeds" if is_seeds else label(str(folder), folder.name or "root")
    beside = Home(folder, folder / FOLDER)
    other = Home(folder, files.data_folder() / "notes" / name)
    homes = [beside, other] if beside.writable and not is_seeds else [other, beside]
    return [Home(folder, Path(kept_in) / name), *homes] if kept_in else homes


def folder_of(path: Path) -> Path:
    """The folder whose notes belong to what was opened.

    The folder itself, for a file the one it lies in; but a folder above that already holds notes
    wins, so that opening a part of a library finds the notes of the whole.
    """
    folder = folder_opened(path)
    for above in (folder, *folder.parents):
        if (above / FOLDER).is_dir():
            return above
    return folder


def folder_opened(path: Path) -> Path:
    """The folder that names of documents are relative to when this path was opened."""
    path = absolute(path)
    return path if path.is_dir() else path.parent


def absolute(path: Path) -> Path:
    """The path from the root, without `..`; links in it stay as they were given."""
    return Path(os.path.normpath(path.absolute()))


def folders_of(paths: Sequence[Path]) -> list[Path]:
    """The folders of several opened paths, each once, in order."""
    return list(dict.fromkeys(folder_of(path) for path in paths))


def file_name(key: str) -> str:
    """The name of the notes file for the document with this relative path."""
    return label(key, key.rpartition("/")[2]) + ".toml"


def label(whole: str, name: str) -> str:
    """NAME--HASH: readable, and different for every `whole`."""
    digest = sha256(whole.encode("utf-8", "surrogateescape")).hexdigest()[:8]
    plain = name.translate(_UNSAFE).encode("utf-8", "replace")[:_LONGEST].decode("utf-8", "ignore")
    return f"{plain.lstrip('.') or '_'}--{digest}"
