"""A part of the index: units (passages, titles, notes) with their words, and their facts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tui.search.arrays import Arrays, spread
from tui.search.facts import Facts
from tui.search.lexicon import Ids, Lexicon
from tui.search.records import KINDS, NoteText

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

    def __init__(
        self,
        arrays: Arrays,
        lexicon: Lexicon,
        facts: Facts,
        names: Sequence[str],
        notes: Sequence[NoteText] = (),
    ) -> None:
        """`arrays`: as `Segment.of` makes them; they may lie in a mapped file."""
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
        self.post_offsets: Offsets = arrays["post_offsets"]
        self.posted: Ids = arrays["posted"]
        #: For each document the passage that is the same line of the text as its title, or -1.
        self.twins: Ids = arrays["twins"]
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
        """The segment of these units: `columns` are its arrays but for the postings, `spelled`
        the terms in order, whose places the tokens are."""
        offsets, posted = _postings(columns["tokens"], columns["token_offsets"], len(spelled))
        arrays = {**columns, "post_offsets": offsets, "posted": posted}
        return cls(arrays, Lexicon.of(spelled), facts, names, notes)

    def __len__(self) -> int:
        return len(self.unit_kind)

    def without(self, kinds: frozenset[str]) -> Segment:
        """The same units, without the facts of some kinds of figures."""
        facts = self.facts.without(kinds)
        if facts is self.facts:
            return self
        return Segment(self.arrays, self.lexicon, facts, self.names, self.notes)

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


def _postings(tokens: Tokens, token_offsets: Ids, terms: int) -> tuple[Offsets, Ids]:
    """Where the units of each term begin, and the units of all terms, each once."""
    units = np.repeat(np.arange(len(token_offsets) - 1, dtype=np.uint64), np.diff(token_offsets))
    keys = ((tokens & np.uint32(TERM)).astype(np.uint64) << np.uint64(32)) | units
    keys.sort()
    if len(keys):
        keys = keys[np.concatenate(([True], keys[1:] != keys[:-1]))]
    counts = np.bincount((keys >> np.uint64(32)).astype(np.int64), minlength=terms)
    offsets = np.zeros(terms + 1, dtype=np.int64)
    np.cumsum(counts, out=offsets[1:])
    return offsets, (keys & np.uint64(0xFFFFFFFF)).astype(np.int32)
