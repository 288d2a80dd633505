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


class Place(NamedTuple):
    """A document: the index of the folder whose notes are open, and its path relative to that
    folder."""

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
        self._places: dict[str, Place] = {}
        self._names: dict[Place, str] = {}
        self._documents: dict[Place, Document] = {}
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

    def away(self, place: Place) -> Path | None:
        """Where notes go because the folder of their document cannot be written; else None."""
        homes = self.homes[place.folder_index]
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

    def register(self, document: "Document") -> Place:
        """Registers an open document; returns its place."""
        place = self._places.get(document.name)
        if place is None:
            found = None if document.path is None else self._find(document.path)
            place = found or Place(0, document.name)
            self._places[document.name] = place
            self._names[place] = document.name
        self._documents[place] = document
        return place

    def known(self) -> list["Document"]:
        """The registered documents."""
        return list(self._documents.values())

    def place_of(self, name: str) -> Place:
        """The place of the document with this name."""
        if name not in self._places:
            found = (self._find(base / name) for base in self._bases)
            return next((place for place in found if place is not None), Place(0, name))
        return self._places[name]

    def is_missing(self, place: Place) -> bool:
        """Whether the document's file is gone."""
        return not (self.homes[place.folder_index][0].folder / place.key).exists()

    def name_of(self, place: Place) -> str:
        """The name of a document: as it was opened, else as it would be."""
        if place in self._names:
            return self._names[place]
        there = self.homes[place.folder_index][0].folder / place.key
        below = (base for base in self._bases if there.is_relative_to(base))
        base = next(below, None)
        name = place.key if base is None else there.relative_to(base).as_posix()
        # An open document of another folder may have the same name.
        while self._places.get(name, place) != place:
            name = f"{self.homes[place.folder_index][0].folder.name}/{name}"
        return name

    def about_of(self, place: Place) -> About:
        """The `[document]` table for a document's notes file, as far as it is known."""
        document = self._documents.get(place)
        if document is None:
            return About(without_surrogates(place.key))
        return About(
            without_surrogates(place.key), document.sha256, without_surrogates(document.title)
        )

    def places(self) -> set[Place]:
        """Every document that has notes in any home, or unapplied journal entries."""
        known = {(place.folder_index, file_name(place.key)): place for place in self._names}
        found = set()
        for folder_index, homes in enumerate(self.homes):
            for home in homes:
                found |= {Place(folder_index, key) for key in home.journal.unapplied_keys()}
                for name, about in home.abouts().items():
                    plain = name.replace(PENDING, ".toml")
                    place = known.get((folder_index, plain), Place(folder_index, about.path))
                    # A file whose name does not match its document was put there by hand.
                    if file_name(place.key) == plain:
                        found.add(place)
        return found

    def strays(self) -> list[Problem]:
        """Notes files that do not belong to any document."""
        found = []
        for folder_index, homes in enumerate(self.homes):
            known = {
                file_name(place.key) for place in self._names if place.folder_index == folder_index
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

    def count(self, place: Place) -> int:
        """The number of notes in a document's files, counted without parsing them."""
        from tui.notes.parsing import count_notes

        files = [home.file(place.key) for home in self.homes[place.folder_index]]
        return sum(
            count_notes(path) for file in files for path in (file, file.with_suffix(PENDING))
        )

    def may_set_date(self, place: Place, document: "Document") -> bool:
        """Whether a note may set the document's date: its files contain a date, or are not found
        yet."""
        homes = self.homes[place.folder_index]
        if any(home.journal.unapplied(place.key) for home in homes):
            return True
        mains = [home.file(place.key) for home in homes if home.names()]
        both = [path for main in mains for path in (main, main.with_suffix(PENDING))]
        there = [path for path in both if path.exists()]
        if not there:
            return self.renamed(place, document) is not None
        # Imported here, since most documents have no notes: it takes 4 ms of each start.
        from tui.notes.parsing import may_set_date

        return any(map(may_set_date, there))

    def renamed(self, place: Place, document: "Document") -> tuple[Home, Path] | None:
        """A notes file that was written about the same text under another path, which is gone
        now."""
        for home in self.homes[place.folder_index]:
            # Checking for notes first avoids computing the checksum of a large text.
            for path, about in home.about_text(document.sha256) if home.names() else ():
                its_own = about.path != place.key and path.name == file_name(about.path)
                if its_own and not (home.folder / about.path).exists():
                    return home, path
        return None

    def _find(self, path: Path) -> Place | None:
        """The place of the document at a path: in the first folder with notes on it, else in the
        innermost that has notes of its own, else in the first."""
        there = absolute(path)
        self._add_homes_within(there.parent)
        found = [
            Place(folder_index, there.relative_to(homes[0].folder).as_posix())
            for folder_index, homes in enumerate(self.homes)
            if there.is_relative_to(homes[0].folder)
        ]
        if len(found) < 2:
            return found[0] if found else None
        return next(filter(self._has_notes, found), max(found, key=self._depth))

    def _has_notes(self, place: Place) -> bool:
        name = file_name(place.key)
        return any(name in home.names() for home in self.homes[place.folder_index])

    def _depth(self, place: Place) -> int:
        """How far down a folder with notes of its own is; 0 if it has none."""
        folder = self.homes[place.folder_index][0].folder
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
