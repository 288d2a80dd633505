"""Where a quote occurs in a folded text, and how well each neighbourhood matches the old one."""

import re
from typing import NamedTuple

from tui.notes.folding import Folded, fold
from tui.notes.note import Anchor

#: Characters kept on each side of a quote, when that tells it from its twins.
CONTEXT = 32
_LINE_END = re.compile("[\r\n]")
_FIGURES = re.compile(r"\d[\d.,]*")
_SIGNS = frozenset("+-%‰°$€£¥₹₩₽¢#@_~≈<>=/")
_POINTS = frozenset(",.'")
# Between the old neighbours so much may stand instead of the quote.
_ROOM = 32
# A neighbour shorter than this marks no place.
_FEW = 4
# So many digits beside a quote tell it from its like.
_TELLING = 2
# So many places are rated in full; more only if their nearest neighbours are the same.
_MANY = 200
# So many unchanged characters around a quote are as good as more.
_NEIGHBOURS = 24


#: What stands before the quote and what behind it.
Sides = tuple[list[str], list[str]]


class Wanted(NamedTuple):
    """An anchor's words and neighbours, folded, and what touches them."""

    quote: str
    before: str
    after: str
    touching: tuple[str, str]
    at_start: bool
    at_end: bool
    #: The neighbours on the quote's own line.
    line_before: str
    line_after: str
    #: The figures beside the quote, in full; and those on its own line.
    figures: Sides
    own_figures: Sides

    @property
    def has_figures(self) -> bool:
        """Whether the figures on its line tell the quote from its like: not by itself."""
        others = [one for side in self.own_figures for one in side if one != self.quote]
        return len("".join(others)) >= _TELLING

    @classmethod
    def of(cls, anchor: Anchor) -> "Wanted":
        """What to look for."""
        quote, before, after = fold(anchor.exact), fold(anchor.before), fold(anchor.after)
        lines = (
            fold(_LINE_END.split(anchor.before)[-1]),
            fold(_LINE_END.split(anchor.after)[0]),
        )
        return cls(
            quote,
            before,
            after,
            touching(before, quote, after),
            len(anchor.before) < CONTEXT,
            len(anchor.after) < CONTEXT,
            *lines,
            _figures_beside(before, after),
            _figures_beside(*lines),
        )


class Occurrence(NamedTuple):
    """A place of the quote; agreements from 0 to 1 (by chance English agrees to 0.4).

    `near_left`, `near_right` count the characters next to the quote that are the same, `own_left`,
    `own_right` those of them on the quote's own line, which a line that is moved takes along.
    `score` says it in one: a changed word lowers the agreement, a new neighbour the nearness.
    """

    score: float
    left: float
    right: float
    near_left: int
    near_right: int
    own_left: int
    own_right: int
    identical: bool
    #: Whether its whole line is the same, as far as the neighbourhood was kept.
    whole_line: bool
    #: Whether the figures on its own line are the same, and there are some.
    figures: bool
    place: int

    @property
    def alike(self) -> float:
        """How well the better side agrees."""
        return max(self.left, self.right)


def occurrences(text: str, wanted: Wanted, *, joined: bool = False) -> list[int]:
    """Where the quote stands in the folded text, joined to nothing it was not joined to.

    With `joined` wherever it stands.
    """
    quote, found = wanted.quote, []
    at = text.find(quote) if quote else -1
    while at >= 0:
        end = at + len(quote)
        beside = touching(text[max(0, at - 2) : at], quote, text[end : end + 2])
        if joined or beside == wanted.touching:
            found.append(at)
        at = text.find(quote, at + 1)
    return found


def rated(folded: Folded, wanted: Wanted, *, joined: bool = False) -> list[Occurrence]:
    """The occurrences, those in the best neighbourhood first; `joined` ones to anything, too.

    Of very many only those are rated in full whose nearest neighbours are the same, all the rest
    have a score of 0: a "5" in 10 MB stands there 100,000 times.
    """
    text, size = folded.text, len(wanted.quote)
    places = occurrences(text, wanted, joined=joined)
    near = set(places)
    if len(places) > _MANY:
        before, after = wanted.before[-_FEW:], wanted.after[:_FEW]
        near = {place for place in places if text.endswith(before, 0, place)}
        near |= {place for place in places if text.startswith(after, place + size)}
    found = [rate(folded, wanted, place, size) for place in places if place in near]
    found.sort(key=lambda one: (not one.identical, -one.score, one.place))
    return found + [_FAR._replace(place=place) for place in places if place not in near]


def rate(folded: Folded, wanted: Wanted, place: int, length: int) -> Occurrence:
    """How well the neighbourhood of `length` folded characters at `place` agrees."""
    text, end = folded.text, place + length
    before = text[max(0, place - len(wanted.before)) : place]
    after = text[end : end + len(wanted.after)]
    # At an end of the text nothing stood beside the quote, and that is a neighbourhood too.
    outside = text[max(0, place - CONTEXT) : place] if wanted.at_start else before
    left = _agreement(wanted.before, outside)
    right = _agreement(wanted.after, text[end : end + CONTEXT] if wanted.at_end else after)
    near_left = _same_start(wanted.before[::-1], before[::-1])
    near_right = _same_start(wanted.after, after)
    line_left, line_right = _line_around(folded, place, end)
    old_left, old_right = min(CONTEXT, len(wanted.before)), min(CONTEXT, len(wanted.after))
    size = old_left + old_right
    alike = (left * old_left + right * old_right) / size if size else 1.0
    near = min(1.0, (near_left + near_right) / min(_NEIGHBOURS, size)) if size else 1.0
    return Occurrence(
        score=(alike + near) / 2,
        left=left,
        right=right,
        near_left=near_left,
        near_right=near_right,
        own_left=min(near_left, line_left),
        own_right=min(near_right, line_right),
        identical=before == wanted.before and after == wanted.after,
        whole_line=near_left >= len(wanted.line_before) >= min(line_left, CONTEXT - 1)
        and near_right >= len(wanted.line_after) >= min(line_right, CONTEXT - 1),
        figures=wanted.has_figures
        and _are_beside(
            wanted.own_figures, text[place - line_left : place], text[end : end + line_right]
        ),
        place=place,
    )


_FAR = Occurrence(0.0, 0.0, 0.0, 0, 0, 0, 0, False, False, False, 0)


def twin_sides(text: str, wanted: Wanted) -> tuple[bool, bool]:
    """On which sides the quote stands elsewhere in the folded text with the same neighbour.

    A side that is cut short by an end of the text counts only together with the other.
    """
    around = _twice(text, wanted.before + wanted.quote + wanted.after)
    return (
        around or (not wanted.at_start and _twice(text, wanted.before + wanted.quote)),
        around or (not wanted.at_end and _twice(text, wanted.quote + wanted.after)),
    )


def gaps(text: str, wanted: Wanted) -> list[tuple[int, int]]:
    """Where *other* words stand between the old neighbours; between near halves if not whole."""
    most = max(40, 2 * len(wanted.quote) + _ROOM)
    for size in (CONTEXT, CONTEXT // 2):
        before, after = wanted.before[-size:].rstrip(), wanted.after[:size].lstrip()
        found = _between(text, before, after, most, wanted)
        if found:
            quote = wanted.quote.strip()
            return [span for span in found if text[slice(*span)].strip() != quote]
    return []


def same_figures_beside(text: str, wanted: Wanted, start: int, end: int) -> bool:
    """Whether the figures beside `start:end` are those beside the quote, as far as it was kept.

    Reports repeat their phrases, "suspects were held, down ... on the year before"; what differs
    from one to the next are the figures.
    """
    # Words put in beside them push them away.
    before, after = text[max(0, start - 2 * CONTEXT) : start], text[end : end + 2 * CONTEXT]
    return _are_beside(wanted.figures, before, after)


def _are_beside(figures: Sides, before: str, after: str) -> bool:
    (left, right), there = figures, (_FIGURES.findall(before), _FIGURES.findall(after))
    return left == there[0][len(there[0]) - len(left) :] and right == there[1][: len(right)]


def _figures_beside(before: str, after: str) -> Sides:
    """The figures in the neighbourhood, without one that its ends may have cut."""
    before, after = before[-CONTEXT:], after[:CONTEXT]
    left, right = _FIGURES.findall(before), _FIGURES.findall(after)
    return left[_may_be_cut(before[:1]) :], right[: len(right) - _may_be_cut(after[-1:])]


def _may_be_cut(edge: str) -> bool:
    return edge.isdigit() or edge in (",", ".")


def touching(before: str, quote: str, after: str) -> tuple[str, str]:
    """What is joined to the quote's ends: 37 is not in 373,000, nor 5 % in -5 %."""
    if not quote:
        return "", ""
    left, right = before[-1:], after[:1]
    if left in _POINTS and not (before[-2:-1].isdigit() and quote[0].isdigit()):
        left = ""
    if right in _POINTS and not (after[1:2].isdigit() and quote[-1].isdigit()):
        right = ""
    return _joined(left, quote[0]), _joined(right, quote[-1])


def _joined(sign: str, edge: str) -> str:
    if edge.isdigit():
        return sign if sign in _SIGNS or sign in _POINTS or _is_letter(sign) else ""
    return sign if _is_letter(edge) and _is_letter(sign) else ""


def _is_letter(sign: str) -> bool:
    # From U+2E80 on scripts write no spaces between words, so touching says nothing.
    return sign.isalnum() and sign < "\u2e80"


def _line_around(folded: Folded, start: int, end: int) -> tuple[int, int]:
    """How many characters of the quote's own line stand before and after it, up to `CONTEXT`."""
    start, end = folded.span(start, end)
    text = folded.original
    left = _LINE_END.split(text[max(0, start - CONTEXT) : start])[-1]
    right = _LINE_END.split(text[end : end + CONTEXT])[0]
    return len(fold(left)), len(fold(right))


def _twice(text: str, words: str) -> bool:
    return text.find(words, text.find(words) + 1) >= 0


def _agreement(old: str, new: str) -> float:
    if old == new:
        return 1.0
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(old, new)


def _nearest(text: str, words: str, start: int, most: int, length: int) -> int:
    """Where `words` stand after `start`, of several places the one about `length` away."""
    best, at = -1, text.find(words, start, start + most + len(words))
    if 0 <= at <= start + 1:
        # Nothing between: the quote was taken out.
        return at
    while at >= 0:
        if best < 0 or abs(at - start - length) < abs(best - start - length):
            best = at
        at = text.find(words, at + 1, start + most + len(words))
    return best


def _same_start(one: str, other: str) -> int:
    for count, (sign, same) in enumerate(zip(one, other, strict=False)):
        if sign != same:
            return count
    return min(len(one), len(other))


def _between(
    text: str, before: str, after: str, most: int, wanted: Wanted
) -> list[tuple[int, int]]:
    """The spans between `before` and `after`; at an end of the text that end is the neighbour."""
    starts = []
    if wanted.at_start:
        starts = [len(before)] if text.startswith(before) else []
    elif len(before) >= _FEW:
        at = text.find(before)
        while at >= 0:
            starts.append(at + len(before))
            at = text.find(before, at + 1)
    found = []
    for start in starts:
        if wanted.at_end:
            end = len(text) - len(after) if text.endswith(after) else -1
            end = end if start <= end <= start + most else -1
        elif len(after) >= _FEW:
            end = _nearest(text, after, start, most, len(wanted.quote))
        else:
            end = -1
        if end >= 0:
            found.append((start, end))
    return found
