"""Maps documents, by name, to the folders and files that hold their notes."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.errors import Problem
from tui.files import absolute, shipped
from tui.notes.home import (
    FOLDER,
    PENDING,
    Home,
    OwnNotes,
    file_name,
    folder_opened,
    folders_of,
    homes_for,
)
from tui.notes.journal import Journal
from tui.notes.note import About, without_surrogates

if TYPE_CHECKING:
    from tui.documents import Document


class Address(NamedTuple):
    """Where the notes of a document belong: the index of the folder whose notes are open, and the
    document's path relative to that folder."""

    folder_index: int
    key: str


class NoteFolders:
    """The folders whose notes are open, each with its homes, and the documents registered in
    them."""

    def __init__(
        self, folders: Sequence[Path], opened: Sequence[Path] = (), notes_folder: str = ""
    ) -> None:
        self._notes_folder = notes_folder
        self.homes: list[list[Home]] = []
        # Document names are relative to these: the opened folders.
        self._bases = [folder_opened(path) for path in opened]
        self._add(folders)
        self._addresses: dict[str, Address] = {}
        self._names: dict[Address, str] = {}
        self._documents: dict[Address, Document] = {}
        self._looked_in: set[Path] = set()

    @classmethod
    def of(cls, paths: Sequence[Path], notes_folder: str = "") -> "NoteFolders":
        """The folders for some opened paths; new notes go below `notes_folder`, if given."""
        return cls(folders_of(paths) or [Path.cwd()], paths, notes_folder)

    def open_also(self, paths: Sequence[Path]) -> None:
        """Opens the notes of further paths as well."""
        self._bases += [folder_opened(path) for path in paths]
        self._add(folders_of(paths))

    def _add(self, folders: Sequence[Path]) -> None:
        known = {homes[0].folder for homes in self.homes}
        new = [absolute(folder) for folder in folders if absolute(folder) not in known]
        self.homes += [homes_for(folder, self._notes_folder) for folder in new]
        self._bases += new

    def away(self, address: Address) -> Path | None:
        """Where notes go because the folder of their document cannot be written; else None."""
        homes = self.homes[address.folder_index]
        is_meant = self._notes_folder or homes[0].folder == absolute(shipped("seeds"))
        beside = homes[0].folder / FOLDER
        return None if is_meant or homes[0].root == beside else homes[0].root

    def journals(self) -> list[tuple[int, Journal]]:
        """The journals of all folders, each with the index of its folder."""
        return [
            (folder_index, home.journal)
            for folder_index, homes in enumerate(self.homes)
            for home in homes
        ]

    def register(self, document: "Document") -> Address:
        """Registers an open document; returns its address."""
        address = self._addresses.get(document.name)
        if address is None:
            found = None if document.path is None else self._find(document.path)
            address = found or Address(0, document.name)
            self._addresses[document.name] = address
            self._names[address] = document.name
        self._documents[address] = document
        return address

    def known(self) -> list["Document"]:
        """The registered documents."""
        return list(self._documents.values())

    def address_of(self, name: str) -> Address:
        """The address of the document with this name."""
        if name not in self._addresses:
            found = (self._find(base / name) for base in self._bases)
            return next((address for address in found if address is not None), Address(0, name))
        return self._addresses[name]

    def is_missing(self, address: Address) -> bool:
        """Whether the document's file is gone."""
        return not (self.homes[address.folder_index][0].folder / address.key).exists()

    def name_of(self, address: Address) -> str:
        """The name of a document: as it was opened, else as it would be."""
        if address in self._names:
            return self._names[address]
        there = self.homes[address.folder_index][0].folder / address.key
        below = (base for base in self._bases if there.is_relative_to(base))
        base = next(below, None)
        name = address.key if base is None else there.relative_to(base).as_posix()
        # An open document of another folder may have the same name.
        while self._addresses.get(name, address) != address:
            name = f"{self.homes[address.folder_index][0].folder.name}/{name}"
        return name

    def about_of(self, address: Address) -> About:
        """The `[document]` table for a document's notes file, as far as it is known."""
        document = self._documents.get(address)
        if document is None:
            return About(without_surrogates(address.key))
        return About(
            without_surrogates(address.key), document.sha256, without_surrogates(document.title)
        )

    def addresses(self) -> set[Address]:
        """Every document that has notes in any home, or unapplied journal entries."""
        known = {(address.folder_index, file_name(address.key)): address for address in self._names}
        found = set()
        for folder_index, homes in enumerate(self.homes):
            for home in homes:
                found |= {Address(folder_index, key) for key in home.journal.unapplied_keys()}
                for name, about in home.abouts().items():
                    plain = name.replace(PENDING, ".toml")
                    address = known.get((folder_index, plain), Address(folder_index, about.path))
                    # A file whose name does not match its document was put there by hand.
                    if file_name(address.key) == plain:
                        found.add(address)
        return found

    def strays(self) -> list[Problem]:
        """Notes files that do not belong to any document."""
        found = []
        for folder_index, homes in enumerate(self.homes):
            known = {
                file_name(address.key)
                for address in self._names
                if address.folder_index == folder_index
            }
            for home in homes:
                abouts = home.abouts()
                for name in sorted(home.names()):
                    plain, about = name.replace(PENDING, ".toml"), abouts.get(name)
                    right = "" if about is None else file_name(about.path)
                    if plain == right or plain in known:
                        continue
                    remedy = f"name it {right}" if right else "give it a [document] with its path"
                    what = "not read, for it does not belong to a document"
                    found.append(Problem(what, where=str(home.notes / name), remedy=remedy))
        return found

    def count(self, address: Address) -> int:
        """The number of notes in a document's files, counted without parsing them."""
        from tui.notes.file.parsing import count_notes

        files = [home.file(address.key) for home in self.homes[address.folder_index]]
        return sum(
            count_notes(path) for file in files for path in (file, file.with_suffix(PENDING))
        )

    def may_set_date(self, address: Address, document: "Document") -> bool:
        """Whether a note may set the document's date: its files contain a date, or are not found
        yet."""
        homes = self.homes[address.folder_index]
        if any(home.journal.unapplied(address.key) for home in homes):
            return True
        mains = [home.file(address.key) for home in homes if home.names()]
        both = [path for main in mains for path in (main, main.with_suffix(PENDING))]
        there = [path for path in both if path.exists()]
        if not there:
            return self.renamed(address, document) is not None
        # Imported here, since most documents have no notes: it takes 4 ms of each start.
        from tui.notes.file.parsing import may_set_date

        return any(map(may_set_date, there))

    def renamed(self, address: Address, document: "Document") -> tuple[Home, Path] | None:
        """A notes file that was written about the same text under another path, which is gone
        now."""
        for home in self.homes[address.folder_index]:
            # Checking for notes first avoids computing the checksum of a large text.
            for path, about in home.about_text(document.sha256) if home.names() else ():
                its_own = about.path != address.key and path.name == file_name(about.path)
                if its_own and not (home.folder / about.path).exists():
                    return home, path
        return None

    def _find(self, path: Path) -> Address | None:
        """The address of the document at a path: in the first folder with notes on it, else in the
        innermost that has notes of its own, else in the first."""
        there = absolute(path)
        self._add_homes_within(there.parent)
        found = [
            Address(folder_index, there.relative_to(homes[0].folder).as_posix())
            for folder_index, homes in enumerate(self.homes)
            if there.is_relative_to(homes[0].folder)
        ]
        if len(found) < 2:
            return found[0] if found else None
        return next(filter(self._has_notes, found), max(found, key=self._depth))

    def _has_notes(self, address: Address) -> bool:
        name = file_name(address.key)
        return any(name in home.names() for home in self.homes[address.folder_index])

    def _depth(self, address: Address) -> int:
        """How far down a folder with notes of its own is; 0 if it has none."""
        folder = self.homes[address.folder_index][0].folder
        return len(folder.parts) if folder in self._own_notes else 0

    @cached_property
    def _own_notes(self) -> OwnNotes:
        return OwnNotes(self._notes_folder)

    def _add_homes_within(self, folder: Path) -> None:
        """Adds the folders from an opened one down to `folder` that have notes of their own, from a
        time when they were opened alone."""
        if folder in self._looked_in:
            return
        self._looked_in.add(folder)
        opened = {homes[0].folder for homes in self.homes}
        if folder not in opened and any(map(folder.is_relative_to, opened)):
            self._add_homes_within(folder.parent)
            if folder in self._own_notes:
                self._add([folder])
