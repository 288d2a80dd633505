"""Which notes belong to which document: by its name as opened, and its path in the files."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.errors import Problem
from tui.notes.home import PENDING, Home, absolute, file_name, folder_opened, folders_of, homes_for
from tui.notes.journal import Journal
from tui.notes.note import About, whole

if TYPE_CHECKING:
    from tui.documents import Document


class Place(NamedTuple):
    """A document's path relative to one of the folders whose notes are open."""

    shelf: int
    key: str


class Shelves:
    """The folders whose notes are open, each with its homes, and the documents known in them."""

    def __init__(
        self, folders: Sequence[Path], opened: Sequence[Path] = (), kept_in: str = ""
    ) -> None:
        self._kept_in = kept_in
        self.homes: list[list[Home]] = []
        # What names are relative to: the folders that were opened, or lie below one with notes.
        self._bases = [folder_opened(path) for path in opened]
        self._add(folders)
        self._places: dict[str, Place] = {}
        self._names: dict[Place, str] = {}
        self._documents: dict[Place, Document] = {}

    @classmethod
    def of(cls, paths: Sequence[Path], kept_in: str = "") -> "Shelves":
        """The shelves for what was opened; new notes go below `kept_in` if it is named."""
        return cls(folders_of(paths) or [Path.cwd()], paths, kept_in)

    def open_also(self, paths: Sequence[Path]) -> range:
        """Open the notes of further paths as well; the numbers of the shelves that are new."""
        before = len(self.homes)
        self._bases += [folder_opened(path) for path in paths]
        self._add(folders_of(paths))
        return range(before, len(self.homes))

    def _add(self, folders: Sequence[Path]) -> None:
        known = {homes[0].folder for homes in self.homes}
        new = [absolute(folder) for folder in folders if absolute(folder) not in known]
        self.homes += [homes_for(folder, self._kept_in) for folder in new]
        self._bases += new

    def journals(self, shelves: Iterable[int]) -> list[tuple[int, Journal]]:
        """The journals of these shelves, each with the number of its shelf."""
        return [(shelf, home.journal) for shelf in shelves for home in self.homes[shelf]]

    def know(self, document: "Document") -> Place:
        """Where the document's notes are, remembered with its name and title."""
        place = self._places.get(document.name)
        if place is None:
            found = None if document.path is None else self._find(document.path)
            place = found or Place(0, document.name)
            self._places[document.name] = place
            self._names[place] = document.name
        self._documents[place] = document
        return place

    def known(self) -> list["Document"]:
        """The documents that are known to be open."""
        return list(self._documents.values())

    def place_of(self, name: str) -> Place:
        """Where the notes of a document of this name are."""
        if name not in self._places:
            found = (self._find(base / name) for base in self._bases)
            return next((place for place in found if place is not None), Place(0, name))
        return self._places[name]

    def is_gone(self, place: Place) -> bool:
        """Whether there is no file where the document was."""
        return not (self.homes[place.shelf][0].folder / place.key).exists()

    def name_of(self, place: Place) -> str:
        """What the document is called here: as it was opened, else as its path would be."""
        if place in self._names:
            return self._names[place]
        there = self.homes[place.shelf][0].folder / place.key
        below = (base for base in self._bases if there.is_relative_to(base))
        base = next(below, None)
        name = place.key if base is None else there.relative_to(base).as_posix()
        # An open document of another folder may have it already.
        while self._places.get(name, place) != place:
            name = f"{self.homes[place.shelf][0].folder.name}/{name}"
        return name

    def about_of(self, place: Place) -> About:
        """What a notes file is to say about the document, as far as it is known here."""
        document = self._documents.get(place)
        if document is None:
            return About(whole(place.key))
        return About(whole(place.key), document.sha256, whole(document.title))

    def places(self) -> set[Place]:
        """Every document that has notes in any home, or in a journal."""
        known = {(place.shelf, file_name(place.key)): place for place in self._names}
        found = set()
        for shelf, homes in enumerate(self.homes):
            for home in homes:
                found |= {Place(shelf, key) for key in home.journal.keys_waiting()}
                for name, about in home.abouts().items():
                    plain = name.replace(PENDING, ".toml")
                    place = known.get((shelf, plain), Place(shelf, about.path))
                    # A file under a name that is not its document's was put there by hand.
                    if file_name(place.key) == plain:
                        found.add(place)
        return found

    def strays(self) -> list[Problem]:
        """Notes files that do not seem to belong to any document."""
        found = []
        for shelf, homes in enumerate(self.homes):
            known = {file_name(place.key) for place in self._names if place.shelf == shelf}
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
        """How many notes the files about a document hold, counted by their heads."""
        from tui.notes.parsing import count_notes

        paths = [home.file(place.key) for home in self.homes[place.shelf]]
        return sum(count_notes(path) for path in paths)

    def may_say_date(self, place: Place, document: "Document") -> bool:
        """Whether a note may date the document: its files say a date, or are still to be found."""
        from tui.notes.parsing import says_date

        homes = self.homes[place.shelf]
        if any(home.journal.waiting(place.key) for home in homes):
            return True
        mains = [home.file(place.key) for home in homes if home.names()]
        both = [path for main in mains for path in (main, main.with_suffix(PENDING))]
        there = [path for path in both if path.exists()]
        return any(map(says_date, there)) if there else self.renamed(place, document) is not None

    def renamed(self, place: Place, document: "Document") -> tuple[Home, Path] | None:
        """The notes file of a document with this text whose own path is gone."""
        for home in self.homes[place.shelf]:
            # The hash of a large text costs more than it takes to see that there are no notes.
            for path, about in home.about_text(document.sha256) if home.names() else ():
                its_own = about.path != place.key and path.name == file_name(about.path)
                if its_own and not (home.folder / about.path).exists():
                    return home, path
        return None

    def _find(self, path: Path) -> Place | None:
        there = absolute(path)
        for shelf, homes in enumerate(self.homes):
            if there.is_relative_to(homes[0].folder):
                return Place(shelf, there.relative_to(homes[0].folder).as_posix())
        return None
