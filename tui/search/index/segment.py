"""A segment of the index: units (passages, titles, notes) with their postings, and their facts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tui.search.index.arrays import Arrays, concat_ranges, start_offsets
from tui.search.index.facts import Facts
from tui.search.index.lexicon import Ids, Lexicon
from tui.search.records import KINDS, NoteText

#: Flag of a token that shares the position of the token before it.
EXTRA = 1 << 31
TERM = EXTRA - 1
CODES = {kind: code for code, kind in enumerate(KINDS)}

Tokens = npt.NDArray[np.uint32]
Offsets = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


class Edges(NamedTuple):
    """The units that are not empty, with the first and the last term of each."""

    units: Ids
    first: Tokens
    last: Tokens


class Segment:
    """An immutable segment, made of arrays only; any thread may read it.

    Units are numbered in the order of documents, the title of each first. `tokens` holds the terms
    of all units one after the other, with those of unit `u` at `token_offsets[u]:token_offsets[u +
    1]`. `postings` and `posting_offsets` hold the posting list of each term in the same way.
    """

    def __init__(
        self,
        arrays: Arrays,
        lexicon: Lexicon,
        facts: Facts,
        names: Sequence[str],
        notes: Sequence[NoteText] = (),
    ) -> None:
        """`arrays`: as `Segment.of` makes them; they may be memory-mapped."""
        self.arrays = arrays
        self.lexicon = lexicon
        self.facts = facts
        self.names = tuple(names)
        self.notes = tuple(notes)
        self.unit_document: Ids = arrays["unit_document"]
        self.unit_start: Ids = arrays["unit_start"]
        self.unit_end: Ids = arrays["unit_end"]
        self.unit_kind: npt.NDArray[np.uint8] = arrays["unit_kind"]
        self.token_offsets: Ids = arrays["token_offsets"]
        self.tokens: Tokens = arrays["tokens"]
        self.posting_offsets: Offsets = arrays["posting_offsets"]
        self.postings: Ids = arrays["postings"]
        #: For each document the unit of the passage that is its title line, or -1.
        self.title_passages: Ids = arrays["title_passages"]
        self._masks: dict[frozenset[str], Mask] = {}

    @classmethod
    def of(
        cls,
        spelled: Sequence[str],
        columns: Arrays,
        facts: Facts,
        names: Sequence[str],
        notes: Sequence[NoteText] = (),
    ) -> Segment:
        """Builds the posting lists. `columns`: all other arrays; `spelled`: the terms in sorted
        order, to which the tokens refer."""
        offsets, postings = _postings(columns["tokens"], columns["token_offsets"], len(spelled))
        arrays = {**columns, "posting_offsets": offsets, "postings": postings}
        return cls(arrays, Lexicon.of(spelled), facts, names, notes)

    def __len__(self) -> int:
        return len(self.unit_kind)

    def without(self, kinds: frozenset[str]) -> Segment:
        """The same units without the facts whose figures are of some kinds."""
        facts = self.facts.without(kinds)
        if facts is self.facts:
            return self
        return Segment(self.arrays, self.lexicon, facts, self.names, self.notes)

    def units_of(self, term: int) -> Ids:
        """The posting list of a term: the units that hold it, in order."""
        return self.postings[self.posting_offsets[term] : self.posting_offsets[term + 1]]

    def frequency(self, ids: Ids) -> Offsets:
        """The document frequency of each term: how many units hold it."""
        return self.posting_offsets[ids + 1] - self.posting_offsets[ids]

    def tokens_of(self, units: Ids) -> tuple[Tokens, npt.NDArray[np.int64]]:
        """The tokens of some units, concatenated, and for each the index of its unit in `units`."""
        places, owners = concat_ranges(self.token_offsets[units], self.token_offsets[units + 1])
        return self.tokens[places], owners

    @cached_property
    def edges(self) -> Edges:
        """The first and last terms of units; computed on first use."""
        units = np.flatnonzero(np.diff(self.token_offsets)).astype(np.int32)
        last = self.token_offsets[units + 1] - 1
        while len(extra := np.flatnonzero(self.tokens[last] >= EXTRA)):
            last[extra] -= 1
        first = self.tokens[self.token_offsets[units]]
        return Edges(units, first, self.tokens[last])

    def of_kinds(self, kinds: frozenset[str]) -> Mask:
        """Mask of the units that can yield hits of these kinds; facts come from passages."""
        if kinds not in self._masks:
            wanted = np.array([kind in kinds for kind in KINDS])
            mask = wanted[self.unit_kind]
            if "fact" in kinds:
                mask[self.facts.unit] = True
            self._masks[kinds] = mask
        return self._masks[kinds]


def _postings(tokens: Tokens, token_offsets: Ids, terms: int) -> tuple[Offsets, Ids]:
    """The offsets of the posting lists, and the lists, concatenated; each unit appears once per
    term."""
    units = np.repeat(np.arange(len(token_offsets) - 1, dtype=np.uint64), np.diff(token_offsets))
    keys = ((tokens & np.uint32(TERM)).astype(np.uint64) << np.uint64(32)) | units
    keys.sort()
    if len(keys):
        keys = keys[np.concatenate(([True], keys[1:] != keys[:-1]))]
    counts = np.bincount((keys >> np.uint64(32)).astype(np.int64), minlength=terms)
    return start_offsets(counts), (keys & np.uint64(0xFFFFFFFF)).astype(np.int32)
