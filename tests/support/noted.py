"""Helpers for tests of notes: making them, and reading them from disk."""

from pathlib import Path

from tui.notes import Note, NoteStore


def on(paper, words: str, **more) -> Note:
    """A note on the first occurrence of these words."""
    start = paper.text.index(words)
    return Note.on(paper, start, start + len(words), **more)


def bodies(folder: Path) -> list[str]:
    """The notes that a new start would read."""
    return sorted(note.body for note in NoteStore(folder).all())


def notes_file(folder: Path) -> Path:
    """The only file of notes in a folder."""
    return next(path for path in (folder / ".factdesk/notes").iterdir() if path.suffix == ".toml")
