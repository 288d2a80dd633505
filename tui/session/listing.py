"""All notes as a list, and what is typed to see some of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from tui.documents import Document
from tui.session.marks import Mark, every_mark

if TYPE_CHECKING:
    from tui.notes import Note, NoteStore

_TOKEN = re.compile(r'(!?)(?:(tag|verdict|doc|is):)?(?:"([^"]*)"?|(\S+)|(?<=:))', re.IGNORECASE)
_ATTENTION = ("changed", "unsure", "lost")
#: The word after `is:` for notes that were taken away.
DELETED = "deleted"


class Listed(NamedTuple):
    """A note, the title of its document, and all its words, without case."""

    mark: Mark
    title: str
    words: str

    @property
    def note(self) -> Note:
        """The note itself."""
        return self.mark.note


class Listing:
    """Every note, and those that were deleted. Made in a thread, asked at every key."""

    def __init__(self, documents: Iterable[Document], notes: NoteStore) -> None:
        known = {document.name: document for document in documents}
        marks = every_mark(known.values(), notes)
        marks += [Mark(note, DELETED, None, None) for note in notes.removed()]
        self.all: list[Listed] = []
        for mark in marks:
            note, document = mark.note, known.get(mark.note.document)
            title = document.title if document else note.document
            quote = note.anchor.exact if note.anchor else ""
            parts = (note.body, quote, *note.tags, note.verdict or "", note.document, title)
            self.all.append(Listed(mark, title, "\n".join(parts).casefold()))

    def having(self, typed: str) -> list[Listed]:
        """The notes that have everything that was typed.

        Words stand anywhere in a note, its quote, tags, verdict or title; `"two words"` together;
        `!word` not at all. `tag:typo`, `verdict:wrong`, `doc:crypto`, and `is:` with a state:
        anchored, moved, changed, unsure, lost, deleted, checked, unchecked, or `is:open` for
        what waits for an answer. Deleted notes are listed only when asked for.
        """
        wanted = [
            (bool(no), (field or "").casefold(), (quoted or plain).casefold())
            for no, field, quoted, plain in _TOKEN.findall(typed)
        ]
        deleted = any(
            field == "is" and not no and value and DELETED.startswith(value)
            for no, field, value in wanted
        )
        return [
            listed
            for listed in self.all
            if (listed.mark.state == DELETED) is deleted
            and all(_has(listed, field, value) is not no for no, field, value in wanted)
        ]


def _has(listed: Listed, field: str, value: str) -> bool:
    note = listed.note
    if field == "tag":
        return any(tag.casefold().startswith(value) for tag in note.tags)
    if field == "verdict":
        return (note.verdict or "unchecked").casefold().startswith(value)
    if field == "doc":
        return value in note.document.casefold() or value in listed.title.casefold()
    if field == "is":
        states = {listed.mark.state, "checked" if note.verdict else "unchecked"}
        if listed.mark.state in _ATTENTION:
            states.add("open")
        return any(state.startswith(value) for state in states)
    return value in listed.words
