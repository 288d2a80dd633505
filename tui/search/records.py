"""Plain data that goes into and comes out of the index: notes, hits, answers."""

from collections.abc import Mapping
from typing import NamedTuple

#: The kinds of hits; among equally good hits the earlier kind comes first.
KINDS = ("title", "fact", "note", "passage")

#: The verdict of what has none yet.
UNCHECKED = "unchecked"


class NoteText(NamedTuple):
    """A note as the index sees it: `start` and `end` are the span of its anchor in the document."""

    document: str
    start: int
    end: int
    text: str
    id: str
    tags: tuple[str, ...] = ()
    verdict: str | None = None


class Hit(NamedTuple):
    """One search result.

    `document` is the document's name; `start` and `end` are offsets in its text: of the passage, of
    a fact's figure, of a note's anchor, of the title if the text contains it (else 0 and 0).
    `score` runs from 0 to about 1. `exact` is False if a word was matched by guessing (a typo, a
    fragment) or is missing. `passage` is the span to show: the sentence of a fact, else `start` and
    `end` again. `note` is the id of the note, or empty.
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
    """A word as typed, and the word of the documents that was searched instead."""

    typed: str
    taken: str


class Answer(NamedTuple):
    """Hits, with what a search dialog shows about them.

    `hits` are sorted, best first; `exact` on each says whether it holds every word as typed.
    `counts` are the numbers of hits by kind before `limit` was applied; if `more` is True they are
    lower bounds. `problem` says why part of the query was not understood (it was searched as plain
    words), or is None.
    """

    hits: list[Hit]
    corrections: tuple[Correction, ...]
    counts: Mapping[str, int]
    more: bool
    problem: str | None
