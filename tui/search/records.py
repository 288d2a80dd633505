"""What goes into the index beside documents, and what comes out of it: plain data."""

from collections.abc import Mapping
from typing import NamedTuple

KINDS = ("title", "fact", "note", "passage")
"""The kinds of hits; of two hits that match equally well the earlier kind comes first."""


class NoteText(NamedTuple):
    """A note as the index sees it: `start` and `end` say where it stands in the document."""

    document: str
    start: int
    end: int
    text: str
    id: str
    tags: tuple[str, ...] = ()
    verdict: str | None = None


class Hit(NamedTuple):
    """One search result.

    `document` is the document's name; `start` and `end` are offsets in its text: of the passage,
    of a fact's figure, of the words a note stands on, of the title where the text holds it (else
    0 and 0). `score` runs from 0 to about 1. `exact` is False when a word was guessed (a typo, a
    fragment) or is missing. `passage` is what to show for the hit: the sentence of a fact, else
    `start` and `end` again. `note` is the id of the note, or empty.
    """

    document: str
    start: int
    end: int
    score: float
    kind: str
    exact: bool = True
    passage: tuple[int, int] = (0, 0)
    note: str = ""


class Correction(NamedTuple):
    """What was typed, and the word of the documents that was taken for it."""

    typed: str
    taken: str


class Answer(NamedTuple):
    """Hits with what a search dialog says about them.

    `hits` are in order: those that hold every word as typed first among equals, and `exact` on
    each says which those are. `counts` are the hits by kind before `limit` cut them; they are
    at least so many where `more` is True. `problem` says why a part of the query was not
    understood (it was searched as plain words), or is None.
    """

    hits: list[Hit]
    corrections: tuple[Correction, ...]
    counts: Mapping[str, int]
    more: bool
    problem: str | None
