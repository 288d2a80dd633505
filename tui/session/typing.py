"""What is being typed, kept until it is a note: no crash and no lost connection takes it away."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from tui.session.noting import Target, Written

if TYPE_CHECKING:
    from tui.notes import Draft, NoteStore

# Tags are typed into a line of their own and kept as a draft of their own.
_TAGS = " tags"


class Typing:
    """The draft of one note, from the moment its editor opens. `keep` may be called in a thread."""

    def __init__(self, notes: NoteStore, target: Target) -> None:
        self._drafts = notes.drafts
        self._document, self._key = target.document.name, target.key
        self._lock = Lock()
        self._is_over = False
        self._kept: tuple[str, str] | None = None

    def before(self) -> tuple[str, str] | None:
        """The body and the tags that were typed here and never saved, or None."""
        there = {
            draft.target: draft.text
            for draft in self._drafts.offered()
            if draft.document == self._document
        }
        if not {self._key, self._key + _TAGS} & there.keys():
            return None
        self._kept = there.get(self._key, ""), there.get(self._key + _TAGS, "")
        return self._kept

    def would_keep(self, body: str, tags: str) -> bool:
        """Whether `keep` has anything to do."""
        return (self._kept or ("", "")) != (body, tags)

    def keep(self, body: str, tags: str) -> None:
        """Keep what is typed so far; raises `FactdeskError` when no disk takes it."""
        with self._lock:
            if not self._is_over and self.would_keep(body, tags):
                self._drafts.keep(self._document, self._key, body)
                self._drafts.keep(self._document, self._key + _TAGS, tags)
                self._kept = body, tags

    def drop(self) -> None:
        """Forget it: it is saved, or was given up."""
        with self._lock:
            self._is_over = True
            self._drafts.drop(self._document, self._key)
            self._drafts.drop(self._document, self._key + _TAGS)


def left_behind(notes: NoteStore) -> list[tuple[str, int, str]]:
    """What was typed and never saved: the document's name, the place in it, the words."""
    return [
        (draft.document, _place(draft, notes), " ".join(draft.text.split()))
        for draft in notes.drafts.offered()
        if not draft.target.endswith(_TAGS)
    ]


def split_tags(typed: str) -> tuple[str, ...]:
    """Tags as they are typed, with commas between; each once.

    >>> split_tags(" typo, check later,typo,, ")
    ('typo', 'check later')
    """
    tags = (" ".join(tag.split()) for tag in typed.split(","))
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def completed(typed: str, tags: list[str]) -> str | None:
    """What was typed with its last tag completed by the first of `tags` that begins so.

    >>> completed("typo, ch", ["later", "check"]), completed("typo, ", ["check"])
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


def same_words(written: Written, typed: tuple[str, str]) -> bool:
    """Whether what was typed is what the note says already."""
    return (written.body, written.tags) == (typed[0], split_tags(typed[1]))
