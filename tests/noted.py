"""Notes on a document of the tests: how they are made, and what the disk has of them."""

from pathlib import Path

from tui.notes import Note, NoteStore


def on(paper, words: str, **more) -> Note:
    """A note on the first place of these words."""
    start = paper.text.index(words)
    return Note.on(paper, start, start + len(words), **more)


def bodies(folder: Path) -> list[str]:
    """What a start would read."""
    return sorted(note.body for note in NoteStore(folder).all())


def notes_file(folder: Path) -> Path:
    """The only file of notes in a folder."""
    return next(path for path in (folder / ".factdesk/notes").iterdir() if path.suffix == ".toml")
