"""Builds a segment: collects documents and notes unit by unit, then converts them into arrays."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from tui.search.index.facts import Facts, FactsBuilder
from tui.search.index.segment import CODES, EXTRA, TERM, Segment, Tokens
from tui.search.records import NoteText
from tui.search.words import MAX_TERM_LENGTH, TOKEN, terms

if TYPE_CHECKING:
    from tui.documents import Document
    from tui.figures import Figure


_NO_TOKENS: Tokens = np.empty(0, dtype=np.uint32)


class _Terms(dict[str, tuple[int, ...]]):
    """Maps a token to the numbers of its terms; splits each distinct token only once."""

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
        return self.numbers.setdefault(term[:MAX_TERM_LENGTH], len(self.numbers))

    def sorted(self) -> tuple[list[str], Tokens]:
        """The terms in sorted order, and for each number its place in that order."""
        spelled = sorted(self.numbers)
        order = np.empty(len(spelled), dtype=np.uint32)
        order[[self.numbers[term] for term in spelled]] = np.arange(len(spelled), dtype=np.uint32)
        return spelled, order


class SegmentBuilder:
    """Collects units before they become arrays."""

    def __len__(self) -> int:
        return len(self.kinds)

    def __init__(self) -> None:
        self.terms = _Terms()
        self.names: list[str] = []
        self.notes: list[NoteText] = []
        self.documents, self.kinds = array("i"), array("B")
        self.starts, self.ends = array("q"), array("q")
        self.offsets, self.tokens = array("q", [0]), array("I")
        self.facts = FactsBuilder()
        self.title_passages = array("i")

    def segment(self) -> Segment:
        """Everything collected so far, as a segment."""
        spelled, order = self.terms.sorted()
        raw = np.frombuffer(self.tokens, dtype=np.uint32) if self.tokens else _NO_TOKENS
        columns = {
            "unit_document": np.array(self.documents, dtype=np.int32),
            "unit_start": np.array(self.starts, dtype=np.int32),
            "unit_end": np.array(self.ends, dtype=np.int32),
            "unit_kind": np.array(self.kinds, dtype=np.uint8),
            "token_offsets": np.array(self.offsets, dtype=np.int32),
            "tokens": order[raw & TERM] | (raw & EXTRA),
            "title_passages": np.array(self.title_passages, dtype=np.int32),
        }
        facts = self.facts
        arrays = facts.arrays(order, len(self.kinds))
        known = Facts(arrays, tuple(facts.kind_names), tuple(facts.unit_names))
        return Segment.of(spelled, columns, known, self.names, self.notes)

    def document(self, document: Document, *, facts: bool = True) -> bool:
        """Adds the title, the passages and the facts of a document. Without `facts`, only figures
        that were extracted already are added.

        An unexpected error becomes a problem of the document, of which then nothing is added;
        returns whether it was.
        """

        def work() -> bool:
            with self._undone_after_errors():
                self._document(document, facts=facts)
            return True

        return bool(document.attempt("it cannot be searched", work))

    def _document(self, document: Document, *, facts: bool) -> None:
        self.names.append(document.name)
        place, text, title = len(self.names) - 1, document.text, document.title
        at = text.find(title) if title else -1
        titled = (at, at + len(title)) if at >= 0 else (0, 0)
        self._unit("title", place, titled, title)
        self.title_passages.append(-1)
        figures = document.figures if facts or document.is_extracted else []
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
                self.title_passages[-1] = unit

    def note(self, note: NoteText, places: dict[str, int]) -> None:
        """Adds a note; `places` numbers the documents that have notes."""
        if note.document not in places:
            places[note.document] = len(self.names)
            self.names.append(note.document)
        self.notes.append(note)
        self._unit("note", places[note.document], (note.start, note.end), note.text)

    @contextmanager
    def _undone_after_errors(self) -> Iterator[None]:
        """Removes again, after an error, everything that was added since."""
        parts = [*vars(self).values(), *vars(self.terms).values(), *vars(self.facts).values()]
        before = [(part, len(part)) for part in parts if isinstance(part, (list, array, dict))]
        try:
            yield
        except Exception:
            for part, length in before:
                if isinstance(part, dict):
                    for key in list(part)[length:]:
                        del part[key]
                else:
                    del part[length:]
            raise

    def _unit(
        self,
        kind: str,
        place: int,
        span: tuple[int, int],
        words: str,
        figures: Sequence[Figure] = (),
    ) -> int:
        """Adds a unit; `place` is the index of its document in `names`. Returns its number."""
        unit = len(self.kinds)
        self.kinds.append(CODES[kind])
        self.documents.append(place)
        self.starts.append(span[0])
        self.ends.append(span[1])
        found = TOKEN.findall(words)
        self.tokens.extend(chain.from_iterable(map(self.terms.__getitem__, found)))
        if figures:
            held = {token & TERM for token in self.tokens[self.offsets[-1] :]}
            for extra in self.facts.take(unit, figures, self._numbers):
                number = self.terms.number(extra)
                if number not in held:
                    self.tokens.append(number | EXTRA)
        self.offsets.append(len(self.tokens))
        return unit

    def _numbers(self, text: str) -> Iterable[int]:
        found = chain.from_iterable(map(self.terms.__getitem__, TOKEN.findall(text)))
        return [number & TERM for number in found]
