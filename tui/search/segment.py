"""A part of the index: units (passages, titles, notes) with their words, and their facts."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from tui.search.arrays import spread
from tui.search.facts import FactRows, Facts
from tui.search.lexicon import Ids, Lexicon
from tui.search.records import KINDS, NoteText
from tui.search.words import LONGEST_TERM, TOKEN, terms

if TYPE_CHECKING:
    from tui.documents import Document
    from tui.figures import Figure

EXTRA = 1 << 31
"""Marks a token that stands at the same place as the token before it."""
TERM = EXTRA - 1
CODES = {kind: code for code, kind in enumerate(KINDS)}

Tokens = npt.NDArray[np.uint32]
Offsets = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


class Edges(NamedTuple):
    """The units that hold words, and the first and the last term of each."""

    units: Ids
    first: Tokens
    last: Tokens


class Segment:
    """Arrays only, never changed once built: any thread may read them.

    Units are numbered in the order of documents, titles first. `tokens` holds their terms one
    after the other (`token_offsets` says from where to where), `posted` the units of each term.
    """

    def __init__(self, collected: Collector) -> None:
        spelled, order = collected.terms.sorted()
        self.lexicon = Lexicon(spelled)
        self.names: tuple[str, ...] = tuple(collected.names)
        self.notes: tuple[NoteText, ...] = tuple(collected.notes)
        self.unit_document: Ids = np.array(collected.documents, dtype=np.int32)
        self.unit_start: Offsets = np.array(collected.starts, dtype=np.int64)
        self.unit_end: Offsets = np.array(collected.ends, dtype=np.int64)
        self.unit_kind = np.array(collected.kinds, dtype=np.uint8)
        self.token_offsets: Offsets = np.array(collected.offsets, dtype=np.int64)
        raw = np.frombuffer(collected.tokens, dtype=np.uint32) if collected.tokens else _no_tokens()
        self.tokens: Tokens = order[raw & TERM] | (raw & EXTRA)
        self.post_offsets, self.posted = self._postings()
        #: For each title the passage that is the same line of the text, or -1.
        self.twins: Ids = np.full(len(self.unit_kind), -1, dtype=np.int32)
        self.twins[list(collected.twins)] = list(collected.twins.values())
        self.facts = Facts(collected.facts, order, len(self.unit_kind))
        self._masks: dict[frozenset[str], Mask] = {}

    def __len__(self) -> int:
        return len(self.unit_kind)

    def units_of(self, term: int) -> Ids:
        """The units that hold a term, in order."""
        return self.posted[self.post_offsets[term] : self.post_offsets[term + 1]]

    def frequency(self, ids: Ids) -> Offsets:
        """In how many units each of some terms stands."""
        return self.post_offsets[ids + 1] - self.post_offsets[ids]

    def tokens_of(self, units: Ids) -> tuple[Tokens, npt.NDArray[np.int64]]:
        """The tokens of some units one after the other, and for each the place of its unit among
        them."""
        places, owners = spread(self.token_offsets[units], self.token_offsets[units + 1])
        return self.tokens[places], owners

    @cached_property
    def edges(self) -> Edges:
        """Where units begin and end; worked out when it is first asked for."""
        units = np.flatnonzero(np.diff(self.token_offsets)).astype(np.int32)
        last = self.token_offsets[units + 1] - 1
        while len(extra := np.flatnonzero(self.tokens[last] >= EXTRA)):
            last[extra] -= 1
        first = self.tokens[self.token_offsets[units]]
        return Edges(units, first, self.tokens[last])

    def of_kinds(self, kinds: frozenset[str]) -> Mask:
        """Which units can give hits of some kinds: a fact is given by the passage it stands in."""
        if kinds not in self._masks:
            wanted = np.array([kind in kinds for kind in KINDS])
            mask = wanted[self.unit_kind]
            if "fact" in kinds:
                mask[self.facts.unit] = True
            self._masks[kinds] = mask
        return self._masks[kinds]

    def _postings(self) -> tuple[Offsets, Ids]:
        units = np.repeat(
            np.arange(len(self.unit_kind), dtype=np.uint64), np.diff(self.token_offsets)
        )
        keys = ((self.tokens & np.uint32(TERM)).astype(np.uint64) << np.uint64(32)) | units
        keys.sort()
        if len(keys):
            keys = keys[np.concatenate(([True], keys[1:] != keys[:-1]))]
        counts = np.bincount((keys >> np.uint64(32)).astype(np.int64), minlength=len(self.lexicon))
        offsets = np.zeros(len(self.lexicon) + 1, dtype=np.int64)
        np.cumsum(counts, out=offsets[1:])
        return offsets, (keys & np.uint64(0xFFFFFFFF)).astype(np.int32)


def _no_tokens() -> Tokens:
    return np.empty(0, dtype=np.uint32)


class _Terms(dict[str, tuple[int, ...]]):
    """From a raw token to the numbers of its terms; looks a token up only once."""

    _LONGEST_KEPT = 40

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def __missing__(self, token: str) -> tuple[int, ...]:
        found = tuple(
            self.number(term.text) | (EXTRA if term.extra else 0) for term in terms(token)
        )
        if len(token) <= self._LONGEST_KEPT:
            self[token] = found
        return found

    def number(self, term: str) -> int:
        return self.numbers.setdefault(term[:LONGEST_TERM], len(self.numbers))

    def sorted(self) -> tuple[list[str], Tokens]:
        """The terms in order of their bytes, and the place in that order of each number."""
        spelled = sorted(self.numbers)
        order = np.empty(len(spelled), dtype=np.uint32)
        order[[self.numbers[term] for term in spelled]] = np.arange(len(spelled), dtype=np.uint32)
        return spelled, order


class Collector:
    """Gathers units one by one before they become arrays."""

    def __init__(self) -> None:
        self.terms = _Terms()
        self.names: list[str] = []
        self.notes: list[NoteText] = []
        self.documents, self.kinds = array("i"), array("B")
        self.starts, self.ends = array("q"), array("q")
        self.offsets, self.tokens = array("q", [0]), array("I")
        self.facts = FactRows()
        self.twins: dict[int, int] = {}

    def document(self, document: Document) -> None:
        """Takes in the title, the passages and the facts of a document."""
        self.names.append(document.name)
        place, text, title = len(self.names) - 1, document.text, document.title
        at = text.find(title) if title else -1
        titled = (at, at + len(title)) if at >= 0 else (0, 0)
        heading = self._unit("title", place, titled, title)
        figures = document.figures
        next_figure, count = 0, len(figures)
        for start, end in document.passages:
            while next_figure < count and figures[next_figure].start < start:
                next_figure += 1
            first = next_figure
            while next_figure < count and figures[next_figure].start < end:
                next_figure += 1
            inside = figures[first:next_figure]
            unit = self._unit("passage", place, (start, end), text[start:end], inside)
            if (start, end) == titled:
                self.twins[heading] = unit

    def note(self, note: NoteText, places: dict[str, int]) -> None:
        """Takes in a note; `places` numbers the documents of the notes."""
        if note.document not in places:
            places[note.document] = len(self.names)
            self.names.append(note.document)
        self.notes.append(note)
        self._unit("note", places[note.document], (note.start, note.end), note.text)

    def _unit(
        self,
        kind: str,
        place: int,
        span: tuple[int, int],
        words: str,
        figures: Sequence[Figure] = (),
    ) -> int:
        """Adds a unit of the document at a place among the names; gives its number."""
        unit = len(self.kinds)
        self.kinds.append(CODES[kind])
        self.documents.append(place)
        self.starts.append(span[0])
        self.ends.append(span[1])
        found = TOKEN.findall(words)
        self.tokens.extend(chain.from_iterable(map(self.terms.__getitem__, found)))
        if figures:
            held = set(self.tokens[self.offsets[-1] :])
            for extra in self.facts.take(unit, figures, self._numbers):
                number = self.terms.number(extra)
                if number not in held:
                    self.tokens.append(number | EXTRA)
        self.offsets.append(len(self.tokens))
        return unit

    def _numbers(self, text: str) -> Iterable[int]:
        found = chain.from_iterable(map(self.terms.__getitem__, TOKEN.findall(text)))
        return [number & TERM for number in found]
