"""The folders in which notes are stored: beside the documents, or in the user's data folder."""

import errno
import time
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from tui import files
from tui.files import absolute, shipped
from tui.notes.file.saving import make_folder, may_write
from tui.notes.journal import Journal
from tui.notes.note import About

#: The suffix of a file for new notes beside a notes file that is broken.
PENDING = ".pending.toml"
#: The folder that holds notes, inside the folder of the documents.
FOLDER = ".factdesk"
_SEEDS = "seeds"
# Working files of the program do not belong in version control.
_IGNORED = "/.gitignore\n/lock\n/journal*\n/drafts/\n/backups/\n/quarantine/\n"
# Maximum length of a document's part in a file name, in bytes; leaves room for the rest.
_MAX_NAME_BYTES = 180
_CLOCK_TICK = 100_000_000
_NO_NAMES: frozenset[str] = frozenset()
_UNSAFE = str.maketrans(dict.fromkeys([*map(chr, range(32)), *'\x7f/\\:*?"<>|'], "_"))


class Home:
    """A folder of notes about the documents of one folder.

    `folder` holds the documents, and names are relative to it; `root` holds `notes/` and the
    program's working files. Nothing is created before the first note.
    """

    def __init__(self, folder: Path, root: Path) -> None:
        self.folder = folder
        self.root = root
        self.notes = root / "notes"
        self.lock = root / "lock"
        self.journal = Journal(root, label(str(root), folder.name or "root"))
        self._is_prepared = False
        self._names = _NO_NAMES
        self._listed_at: int | None = None
        self._scanned_names: frozenset[str] | None = None
        self._abouts: dict[str, About] = {}
        self._by_text: dict[str, list[str]] = {}

    def abouts(self) -> dict[str, About]:
        """The `[document]` table of each notes file, by file name; the heads of the files are read
        once."""
        names = self.names()
        if names is not self._scanned_names:
            from tui.notes.file.parsing import read_about

            found = {name: read_about(self.notes / name) for name in sorted(names)}
            self._abouts = {name: about for name, about in found.items() if about is not None}
            self._by_text = {}
            for name, about in self._abouts.items():
                self._by_text.setdefault(about.sha256, []).append(name)
            self._scanned_names = names
        return self._abouts

    def about_text(self, sha256: str) -> list[tuple[Path, About]]:
        """The notes files that were written about a text with this checksum."""
        abouts = self.abouts()
        return [(self.notes / name, abouts[name]) for name in self._by_text.get(sha256, ())]

    @property
    def writable(self) -> bool:
        """Whether notes can be written here, as far as permissions tell."""
        there = next((path for path in (self.notes, self.root) if files.is_there(path)), None)
        if there is None:
            there = next((path for path in self.root.parents if files.is_there(path)), None)
        return there is not None and files.is_folder(there) and may_write(there)

    def prepare(self) -> None:
        """Creates the folders; raises `OSError`, also if the documents' folder is gone: renamed by
        another program, it would not have what is written under its former name."""
        if not files.is_folder(self.folder):
            raise FileNotFoundError(errno.ENOENT, "the folder is gone", str(self.folder))
        is_there = self.notes.is_dir()
        if is_there and self._is_prepared:
            return
        if not is_there:
            make_folder(self.notes)
        # A clone from version control has the notes, but not the ignored files.
        with suppress(OSError), (self.root / ".gitignore").open("x", encoding="utf-8") as file:
            file.write(_IGNORED)
        self._is_prepared = True

    def file(self, key: str) -> Path:
        """The notes file of the document with this relative path."""
        return self.notes / file_name(key)

    def names(self) -> frozenset[str]:
        """The names of all notes files; listed again only if the folder has changed."""
        try:
            changed = self.notes.stat().st_mtime_ns
            if changed != self._listed_at:
                found = [path.name for path in self.notes.iterdir()]
                names = frozenset(n for n in found if n.endswith(".toml") and n[0] != ".")
                # The object stays the same while the names do: `abouts` compares identity.
                self._names = self._names if names == self._names else names
                # Within one tick of the file system's clock another file may follow unnoticed.
                settled = time.time_ns() - changed > _CLOCK_TICK
                self._listed_at = changed if settled else None
        except OSError:
            self._names, self._listed_at = _NO_NAMES, None
        return self._names


def homes_for(folder: Path, notes_folder: str = "") -> list[Home]:
    """The homes of a folder's notes; new notes are written to the first.

    That is below `notes_folder`, if given. Otherwise it is beside the documents, except for the
    shipped seeds, whose folder is part of the installation.
    """
    folder = absolute(folder)
    name = _name(folder)
    beside = Home(folder, folder / FOLDER)
    other = Home(folder, files.data_folder() / "notes" / name)
    homes = [beside, other] if beside.writable and name != _SEEDS else [other, beside]
    return [Home(folder, Path(notes_folder) / name), *homes] if notes_folder else homes


class OwnNotes:
    """Tells which folders have notes of their own, wherever `homes_for` has them written."""

    def __init__(self, notes_folder: str = "") -> None:
        parents = [files.data_folder() / "notes", *([Path(notes_folder)] if notes_folder else [])]
        #: The names of the homes that are not beside their documents; listed once.
        self._names = {path.name for parent in parents for path in _within(parent)}

    def __contains__(self, folder: Path) -> bool:
        # To name 1,000 folders takes 50 ms: not if there is nothing to find.
        named = bool(self._names) and _name(folder) in self._names
        return named or files.is_folder(folder / FOLDER)


def _within(folder: Path) -> list[Path]:
    with suppress(OSError):
        return list(folder.iterdir())
    return []


def _name(folder: Path) -> str:
    """What the home of a folder is called that is not beside its documents."""
    is_seeds = folder == absolute(shipped(_SEEDS))
    return _SEEDS if is_seeds else label(str(folder), folder.name or "root")


def folder_of(path: Path) -> Path:
    """The folder whose notes belong to an opened path.

    That is the folder itself or, for a file, its parent; but a folder above that has notes already
    takes precedence, so that opening part of a library finds the notes of all of it.
    """
    folder = folder_opened(path)
    for above in (folder, *folder.parents):
        if files.is_folder(above / FOLDER):
            return above
    return folder


def folder_opened(path: Path) -> Path:
    """The folder to which names of documents are relative when this path is opened."""
    path = absolute(path)
    return path if files.is_folder(path) else path.parent


def folders_of(paths: Sequence[Path]) -> list[Path]:
    """The folders of several opened paths, without duplicates, in order."""
    return list(dict.fromkeys(folder_of(path) for path in paths))


def file_name(key: str) -> str:
    """The name of the notes file for the document with this relative path."""
    return label(key, key.rpartition("/")[2]) + ".toml"


def label(key: str, name: str) -> str:
    """NAME--HASH: a readable file name, different for every `key`."""
    digest = sha256(key.encode("utf-8", "surrogateescape")).hexdigest()[:8]
    plain = (
        name.translate(_UNSAFE)
        .encode("utf-8", "replace")[:_MAX_NAME_BYTES]
        .decode("utf-8", "ignore")
    )
    return f"{plain.lstrip('.') or '_'}--{digest}"
