"""The strict conditions of a query, evaluated to masks over units and over facts."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from tui.search.answering.expand import Expander
from tui.search.answering.match import BEGINNING
from tui.search.asking.asked import is_on_figures
from tui.search.asking.on_note import NOTE_FIELDS, name_contains, note_satisfies
from tui.search.index.arrays import concat_ranges, is_member, sorted_unique
from tui.search.index.lexicon import Ids
from tui.search.index.segment import CODES, EXTRA, TERM, Mask, Offsets, Segment
from tui.search.language import nodes

#: Terms whose posting lists are marked one by one; 100,000 of them would take 200 ms.
MAX_ONE_BY_ONE = 1000
#: Units whose tokens are compared for a phrase.
MAX_CHECKED = 50_000


class Allowed(NamedTuple):
    """Masks of the units and facts that satisfy all conditions; None means all of them.

    A unit that is allowed because of its facts has at least one in `facts`.
    """

    units: Mask | None
    facts: Mask | None


class Filter:
    """Evaluates conditions on one segment."""

    def __init__(self, segment: Segment, expander: Expander) -> None:
        self._segment = segment
        self._expander = expander

    def allowed(self, conditions: tuple[nodes.Condition, ...]) -> Allowed:
        """What satisfies every condition; conditions on figures must all hold for the same
        figure."""
        units: Mask | None = None
        facts: Mask | None = None
        for condition in conditions:
            if self._about_figures(condition):
                mask = self._facts(condition)
                facts = mask if facts is None else facts & mask
            elif not isinstance(condition, nodes.Kinds):
                mask = self._units(condition)
                units = mask if units is None else units & mask
        if facts is not None:
            mask = self._mask(self._segment.facts.unit[facts])
            units = mask if units is None else units & mask
        return Allowed(units, facts)

    def _about_figures(self, node: nodes.Node) -> bool:
        if isinstance(node, nodes.Not):
            return self._about_figures(node.node)
        return is_on_figures(node)

    def _facts(self, node: nodes.Node) -> Mask:
        facts = self._segment.facts
        if isinstance(node, nodes.Not):
            return ~self._facts(node.node)
        if isinstance(node, nodes.Amounts):
            return facts.within(node)
        if isinstance(node, nodes.Dates):
            return facts.in_days(node)
        if isinstance(node, nodes.Kinds):
            return facts.of_kinds(node.figures)
        assert isinstance(node, nodes.Field)
        mask = np.ones(len(facts), dtype=np.bool_)
        for word in node.words:
            wanted = np.zeros(len(self._segment.lexicon), dtype=np.bool_)
            wanted[self._matching(word)] = True
            mask &= facts.containing(wanted, node.name)
        return mask

    def _units(self, node: nodes.Node) -> Mask:
        """Mask of the units that satisfy a node, matched literally."""
        if isinstance(node, nodes.Not):
            return ~self._units(node.node)
        if isinstance(node, nodes.All):
            every: Mask = np.logical_and.reduce([self._units(child) for child in node.nodes])
            return every
        if isinstance(node, nodes.Either):
            some: Mask = np.logical_or.reduce([self._units(child) for child in node.nodes])
            return some
        if isinstance(node, nodes.Word):
            return self._exact(nodes.Exact(node.text, "word"))
        if isinstance(node, nodes.Exact):
            return self._exact(node)
        if isinstance(node, nodes.Phrase):
            return self._mask(self._phrase(node))
        if isinstance(node, nodes.Field) and node.name in ("doc", "title", *NOTE_FIELDS):
            return self._field(node)
        if isinstance(node, nodes.InDocuments):
            segment = self._segment
            known = np.array([name in node.documents for name in segment.names], dtype=np.bool_)
            return known[segment.unit_document]
        if isinstance(node, nodes.Kinds) and node.hits:
            return self._segment.of_kinds(node.hits)
        return self._mask(self._segment.facts.unit[self._facts(node)])

    def _mask(self, units: Ids) -> Mask:
        mask = np.zeros(len(self._segment), dtype=np.bool_)
        mask[units] = True
        return mask

    def _matching(self, word: str) -> Ids:
        """The terms that match a word of a field: fuzzy, but not as loosely as in plain words."""
        found = self._expander.expand((nodes.Word(word, half_typed=True),))
        return found.terms[found.qualities >= BEGINNING]

    def _exact(self, exact: nodes.Exact) -> Mask:
        segment, lexicon = self._segment, self._segment.lexicon
        if exact.where == "word":
            number = lexicon.id(exact.text)
            return self._mask(segment.units_of(number) if number >= 0 else segment.postings[:0])
        if exact.where == "part":
            return self._holding_any(lexicon.containing(exact.text))
        edges = segment.edges
        if exact.where == "start":
            low, high = lexicon.with_prefix(exact.text)
            return self._mask(edges.units[(edges.first >= low) & (edges.first < high)])
        wanted = np.zeros(len(lexicon), dtype=np.bool_)
        wanted[lexicon.with_suffix(exact.text)] = True
        return self._mask(edges.units[wanted[edges.last]])

    def _holding_any(self, terms: Ids) -> Mask:
        """Mask of the units that hold any of some terms.

        The most frequent terms are marked by their posting lists; the rest by posting lists or by
        scanning the units that are left, whichever is less work.
        """
        segment = self._segment
        mask = np.zeros(len(segment), dtype=np.bool_)
        frequencies = segment.frequency(terms)
        order = np.argsort(-frequencies, kind="stable")
        for term in terms[order[:MAX_ONE_BY_ONE]].tolist():
            mask[segment.units_of(term)] = True
        rest = terms[order[MAX_ONE_BY_ONE:]]
        if not len(rest):
            return mask
        left = np.flatnonzero(~mask).astype(np.int32)
        sizes = segment.token_offsets[left + 1] - segment.token_offsets[left]
        if int(frequencies[order[MAX_ONE_BY_ONE:]].sum()) < int(sizes.sum()):
            places = concat_ranges(
                segment.posting_offsets[rest], segment.posting_offsets[rest + 1]
            ).numbers
            mask[segment.postings[places]] = True
        else:
            wanted = np.zeros(len(segment.lexicon), dtype=np.bool_)
            wanted[rest] = True
            tokens, owners = segment.tokens_of(left)
            mask[left[owners[wanted[tokens & np.uint32(TERM)]]]] = True
        return mask

    def _phrase(self, phrase: nodes.Phrase) -> Ids:
        segment, lexicon = self._segment, self._segment.lexicon
        ranges = []
        for number, word in enumerate(phrase.words):
            if phrase.half_typed and number == len(phrase.words) - 1:
                low, high = lexicon.with_prefix(word)
            else:
                low = lexicon.id(word)
                high = low + 1
            if low < 0 or low >= high:
                return segment.postings[:0]
            ranges.append((low, high))
        offsets = segment.posting_offsets
        lists = [segment.postings[offsets[low] : offsets[high]] for low, high in ranges]
        lists.sort(key=len)
        units = sorted_unique(lists[0])
        for other in lists[1:]:
            units = units[is_member(units, sorted_unique(other))]
        tokens, owners = segment.tokens_of(units[:MAX_CHECKED])
        plain = tokens < EXTRA
        tokens, owners = tokens[plain], owners[plain]
        if phrase.within is None:
            found = _in_a_row(tokens, owners, ranges)
        else:
            places = [np.flatnonzero((tokens >= low) & (tokens < high)) for low, high in ranges]
            found = _within_reach(places, owners, phrase.within + len(ranges) - 1)
        holding: Ids = units[found]
        return holding

    def _field(self, field: nodes.Field) -> Mask:
        segment = self._segment
        if field.name in NOTE_FIELDS:
            mask = np.zeros(len(segment), dtype=np.bool_)
            notes = np.flatnonzero(segment.unit_kind == CODES["note"])
            for unit, note in zip(notes.tolist(), segment.notes, strict=True):
                mask[unit] = note_satisfies(note, field)
            return mask
        documents = np.ones(len(segment.names), dtype=np.bool_)
        if field.name == "doc":
            for number, name in enumerate(segment.names):
                documents[number] = name_contains(name, field)
        else:
            titles = np.flatnonzero(segment.unit_kind == CODES["title"]).astype(np.int32)
            tokens, owners = segment.tokens_of(titles)
            for word in field.words:
                found = is_member(tokens & TERM, sorted_unique(self._matching(word)))
                titled = np.zeros(len(segment.names), dtype=np.bool_)
                titled[segment.unit_document[titles[owners[found]]]] = True
                documents &= titled
        return documents[segment.unit_document]


def _in_a_row(tokens: np.ndarray, owners: np.ndarray, ranges: list[tuple[int, int]]) -> np.ndarray:
    """The owners in which tokens of the ranges follow one another directly."""
    starts = len(tokens) - len(ranges) + 1
    if starts <= 0:
        return owners[:0]
    hit = owners[:starts] == owners[len(ranges) - 1 :]
    for step, (low, high) in enumerate(ranges):
        here = tokens[step : step + starts]
        hit &= (here >= low) & (here < high)
    return sorted_unique(owners[:starts][hit])


def _within_reach(places: list[Offsets], owners: Offsets, reach: int) -> Offsets:
    """The owners that have one position of each list within `reach` positions."""
    starts = np.concatenate(places)
    fits = np.ones(len(starts), dtype=np.bool_)
    for each in places:
        # The next position at or after each start: a window begins at its first word.
        nearest = np.searchsorted(each, starts)
        inside = nearest < len(each)
        place = each[np.minimum(nearest, len(each) - 1)] if len(each) else starts
        fits &= inside & (place - starts <= reach) & (owners[place] == owners[starts])
    return sorted_unique(owners[starts[fits]])
