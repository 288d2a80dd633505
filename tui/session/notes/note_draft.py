"""The draft of a note: stores what is typed until it is saved, even through a crash."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from tui.session.notes.note_fields import TypedNote, split_tags
from tui.session.notes.target import Target

if TYPE_CHECKING:
    from tui.notes import Draft, LentText, NoteStore

# Each field is a draft of its own; the suffix that it adds to the target of the draft.
_FIELDS = {"body": "", "tags": " tags", "value": " value", "proof": " proof"}
_FIELDS_BEHIND = tuple(filter(None, _FIELDS.values()))
_NOTHING = TypedNote()


class NoteDraft:
    """The draft of one note while its editor is open. `keep` may be called in a thread."""

    def __init__(self, notes: NoteStore, target: Target) -> None:
        self._drafts = notes.drafts
        self._document = target.document.name
        self._keys = [target.key + end for end in _FIELDS.values()]
        self._lock = Lock()
        self._is_over = False
        self._kept = _NOTHING

    def before(self) -> TypedNote | None:
        """What was typed here earlier and never saved, or None."""
        there = {
            draft.target: draft.text
            for draft in self._drafts.recoverable()
            if draft.document == self._document
        }
        self._kept = TypedNote(*(there.get(key, "") for key in self._keys))
        return self._kept if self._kept != _NOTHING else None

    def would_keep(self, typed: TypedNote) -> bool:
        """Whether there is anything new to store."""
        return self._kept != typed

    def keep(self, typed: TypedNote) -> None:
        """Stores what is typed so far; raises `FactdeskError` if it cannot be written."""
        with self._lock:
            if self._is_over:
                return
            for key, text, kept in zip(self._keys, typed, self._kept, strict=True):
                if text != kept:
                    self._drafts.keep(self._document, key, text)
            self._kept = typed

    def lend(self, body: str) -> LentText:
        """Writes the body to a file for another program; raises `FactdeskError` if it cannot."""
        return self._drafts.lend(self._document, self._keys[0], body)

    def drop(self) -> None:
        """Deletes the draft: the note was saved or discarded."""
        with self._lock:
            self._is_over = True
            self._drafts.drop(self._document, *self._keys)


def unsaved_drafts(notes: NoteStore) -> list[tuple[str, int, str]]:
    """All drafts that were never saved: name of the document, offset, text."""
    found: dict[tuple[str, str], Draft] = {}
    for draft in notes.drafts.recoverable():
        field = next((end for end in _FIELDS_BEHIND if draft.target.endswith(end)), "")
        target = draft.target.removesuffix(field)
        # If several fields were typed, the body is shown.
        if not field or (draft.document, target) not in found:
            found[draft.document, target] = draft._replace(target=target)
    return [
        (draft.document, _place(draft, notes), " ".join(draft.text.split()))
        for draft in found.values()
    ]


def complete_tag(typed: str, tags: list[str]) -> str | None:
    """What was typed, with its last tag completed to the first of `tags` that starts with it, or
    None.

    >>> complete_tag("typo, ch", ["later", "check"]), complete_tag("typo, ", ["check"])
    ('typo, check', None)
    """
    last = typed.rpartition(",")[2].lstrip()
    there = split_tags(typed[: len(typed) - len(last)])
    for tag in tags:
        if last and tag.startswith(last) and tag != last and tag not in there and "," not in tag:
            return typed + tag[len(last) :]
    return None


def _place(draft: Draft, notes: NoteStore) -> int:
    kind, _, rest = draft.target.partition(" ")
    note = notes.get(rest) if kind == "note" else None
    if note is not None:
        return note.anchor.start if note.anchor else 0
    first = rest.partition(" ")[0]
    return int(first) if first.isascii() and first.isdigit() and len(first) < 15 else 0
