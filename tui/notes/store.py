"""All notes of what is open: read, changed, saved, and kept when they cannot be saved."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, NamedTuple

from tui.errors import FactdeskError, Problem
from tui.notes.folding import whole
from tui.notes.home import Home, absolute, folder_opened, folders_of, homes_for
from tui.notes.ids import now
from tui.notes.layers import Layers
from tui.notes.note import Note
from tui.notes.parsing import About, parse, read_text

if TYPE_CHECKING:
    from tui.documents import Document


class Unsaved(NamedTuple):
    """A change that is not on the disk: in memory it counts, and saving it is tried again."""

    note: str
    document: str
    problem: Problem


class NoteStore:
    """The notes about the documents of a folder, or of everything that was opened.

    `add`, `update` and `remove` count at once and are on the disk when they return; if that
    fails they do not raise: the change stays in `unsaved` with the reason, and `retry` tries
    again. May be called from several threads. `revision` grows with every change of any note.
    """

    def __init__(self, folder: Path, *more: Path) -> None:
        self._shelves = [homes_for(one) for one in (folder, *more)]
        # What names are relative to: the folders that were opened, or lie below one with notes.
        self._bases = [homes[0].folder for homes in self._shelves]
        self._layers: dict[tuple[int, str], Layers] = {}
        self._places: dict[str, tuple[int, str]] = {}
        self._names: dict[tuple[int, str], str] = {}
        self._titles: dict[tuple[int, str], About] = {}
        self._unsaved: dict[tuple[int, str], Problem] = {}
        self._lock = RLock()
        self.revision = 0

    @classmethod
    def open(cls, paths: Sequence[Path]) -> "NoteStore":
        """The notes of what was opened, wherever they live; creates nothing."""
        store = cls(*(folders_of(paths) or [Path.cwd()]))
        store._bases = [folder_opened(path) for path in paths] or store._bases
        return store

    @property
    def homes(self) -> list[Home]:
        """Where notes are looked for; of each folder the home that is written comes first."""
        return [home for homes in self._shelves for home in homes]

    def know(self, documents: Iterable["Document"]) -> None:
        """Learn which documents are open, so that notes carry their names and titles."""
        with self._lock:
            for document in documents:
                self._know(document)

    def for_document(self, document: "Document | str") -> list[Note]:
        """The notes of a document (or of its name) in the order of the text."""
        with self._lock:
            place = self._place_of(document)
            return sorted(self._named(place), key=_in_text)

    def all(self) -> list[Note]:
        """Every note of every home, by document and in the order of the text."""
        with self._lock:
            self._load_all()
            return sorted(
                (note for place in self._layers for note in self._named(place)),
                key=lambda note: (note.document, *_in_text(note)),
            )

    def add(self, note: Note) -> Note:
        """Keep a new note; the note as it is kept. Raises `FactdeskError` for a known id."""
        with self._lock:
            layers = self._layers_at(self._place_of(note.document))
            if note.id in layers.notes:
                raise FactdeskError(f"there is a note {note.id} already")
            return self._put(layers, note)

    def update(self, note: Note) -> Note:
        """Keep a changed note (found by its id); the note as it is kept, `modified` now."""
        with self._lock:
            layers = self._layers_of(note.id)
            modified = max(now(), note.modified)
            return self._put(layers, note._replace(modified=modified))

    def remove(self, ident: str) -> Note:
        """Remove a note; the note that was removed. Raises `FactdeskError` when unknown."""
        with self._lock:
            layers = self._layers_of(ident)
            note = layers.notes[ident]
            layers.take_out(ident)
            self._save(layers)
            return note._replace(document=self._name(layers))

    @property
    def problems(self) -> list[Problem]:
        """What could not be read, one line each."""
        with self._lock:
            return [problem for layers in self._layers.values() for problem in layers.problems]

    @property
    def unsaved(self) -> list[Unsaved]:
        """What could not be saved, and why: to be shown until it is."""
        with self._lock:
            return [
                Unsaved(change.id, self._name(self._layers[place]), problem)
                for place, problem in self._unsaved.items()
                for change in self._layers[place].unsaved
            ]

    def retry(self) -> bool:
        """Try to save again what could not be saved; whether all is on the disk now."""
        with self._lock:
            for place in list(self._unsaved):
                self._save(self._layers[place])
            return not self._unsaved

    def refresh(self) -> bool:
        """Read what others have changed on the disk; whether anything had. Costs a stat a file."""
        with self._lock:
            changed = [layers.refresh() for layers in self._layers.values()]
            if any(changed):
                self.revision += 1
            return any(changed)

    def _put(self, layers: Layers, note: Note) -> Note:
        if note.anchor is not None and note.anchor.sha256:
            layers.about = layers.about._replace(sha256=note.anchor.sha256)
        layers.put(note)
        self._save(layers)
        return layers.notes[note.id]._replace(document=self._name(layers))

    def _save(self, layers: Layers) -> None:
        self.revision += 1
        place = layers.place
        try:
            layers.save()
            self._unsaved.pop(place, None)
        except FactdeskError as error:
            self._unsaved[place] = error.problem

    def _layers_of(self, ident: str) -> Layers:
        for layers in self._layers.values():
            if ident in layers.notes:
                return layers
        self._load_all()
        for layers in self._layers.values():
            if ident in layers.notes:
                return layers
        raise FactdeskError(f"there is no note {ident}")

    def _layers_at(self, place: tuple[int, str]) -> Layers:
        layers = self._layers.get(place)
        if layers is None:
            shelf, key = place
            about = self._titles.get(place, About(whole(key)))
            layers = self._layers[place] = Layers(place, self._shelves[shelf], about)
        return layers

    def _load_all(self) -> None:
        for shelf, homes in enumerate(self._shelves):
            for home in homes:
                known = {home.file(key).name for at, key in self._layers if at == shelf}
                for name in sorted(home.names() - known):
                    path = home.notes / name
                    try:
                        key = parse(read_text(path), path, About("")).about.path
                    except FactdeskError:
                        key = ""
                    if key and home.file(key).name == name:
                        self._layers_at((shelf, key))

    def _place_of(self, document: "Document | str") -> tuple[int, str]:
        if not isinstance(document, str):
            return self._know(document)
        if document not in self._places:
            found = [self._find_place(base / document) for base in self._bases]
            return next((place for place in found if place is not None), (0, document))
        return self._places[document]

    def _know(self, document: "Document") -> tuple[int, str]:
        place = self._places.get(document.name)
        if place is None:
            found = None if document.path is None else self._find_place(document.path)
            place = found or (0, document.name)
            self._places[document.name] = place
            self._names[place] = document.name
            self._titles[place] = About(whole(place[1]), document.sha256, whole(document.title))
        return place

    def _find_place(self, path: Path) -> tuple[int, str] | None:
        there = absolute(path)
        for shelf, homes in enumerate(self._shelves):
            if there.is_relative_to(homes[0].folder):
                return shelf, there.relative_to(homes[0].folder).as_posix()
        return None

    def _named(self, place: tuple[int, str]) -> Iterator[Note]:
        layers = self._layers_at(place)
        name = self._name(layers)
        return (note._replace(document=name) for note in layers.notes.values())

    def _name(self, layers: Layers) -> str:
        """What the document is called here: as it was opened, else as its path would be."""
        name = self._names.get(layers.place)
        if name is None:
            there = self._shelves[layers.place[0]][0].folder / layers.place[1]
            below = (base for base in self._bases if there.is_relative_to(base))
            base = next(below, None)
            name = layers.place[1] if base is None else there.relative_to(base).as_posix()
        return name


def _in_text(note: Note) -> tuple[int, int, str]:
    where = note.anchor
    return (-1, -1, note.id) if where is None else (where.start, where.end, note.id)
