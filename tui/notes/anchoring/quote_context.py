"""Finds the occurrences of a quote in a folded text, and rates how well each context matches."""

from typing import NamedTuple

from tui.notes.anchoring.folding import Folded, fold
from tui.notes.note import Anchor
from tui.patterns import pattern

#: Characters of context stored on each side of a quote, if that identifies it.
CONTEXT = 32
_LINE_END = pattern("[\r\n]")
_FIGURES = pattern(r"\d[\d.,]*")
_SIGNS = frozenset("+-%‰°$€£¥₹₩₽¢#@_~≈<>=/")
_POINTS = frozenset(",.'")
# How much longer than twice the quote its replacement may be.
_EXTRA_LENGTH = 32
# Context shorter than this is not searched for.
_MIN_NEIGHBOUR = 4
# Digits next to a quote that are enough to identify it.
_MIN_DIGITS = 2
# Above this number of occurrences only those with the same adjacent characters are rated.
_MAX_RATED = 200
# This many unchanged characters around a quote count in full.
_FULL_CONTEXT = 24


#: The figures before and after the quote.
Sides = tuple[list[str], list[str]]


class FoldedAnchor(NamedTuple):
    """An anchor's quote and context, folded, and the characters adjacent to the quote."""

    quote: str
    before: str
    after: str
    adjacent_signs: tuple[str, str]
    at_start: bool
    at_end: bool
    #: The context within the quote's own line.
    line_before: str
    line_after: str
    #: The complete figures in the context; and those on the quote's own line.
    figures: Sides
    own_figures: Sides

    @property
    def has_figures(self) -> bool:
        """Whether figures on its line, other than the quote itself, identify the quote."""
        others = [one for side in self.own_figures for one in side if one != self.quote]
        return len("".join(others)) >= _MIN_DIGITS

    @classmethod
    def of(cls, anchor: Anchor) -> "FoldedAnchor":
        """The anchor, folded."""
        quote, before, after = fold(anchor.exact), fold(anchor.before), fold(anchor.after)
        lines = (
            fold(_LINE_END.split(anchor.before)[-1]),
            fold(_LINE_END.split(anchor.after)[0]),
        )
        return cls(
            quote,
            before,
            after,
            adjacent_signs(before, quote, after),
            len(anchor.before) < CONTEXT,
            len(anchor.after) < CONTEXT,
            *lines,
            _figures_beside(before, after),
            _figures_beside(*lines),
        )


class Occurrence(NamedTuple):
    """An occurrence of the quote, with the similarity of its context (by chance, English reaches
    0.4).

    `left` and `right` are similarities from 0 to 1. `near_left` and `near_right` count the
    characters adjacent to the quote that are unchanged, `own_left` and `own_right` those of them on
    the quote's own line, which move with it. `score` combines both: an edited word lowers the
    similarity, a new neighbour the adjacent count.
    """

    score: float
    left: float
    right: float
    near_left: int
    near_right: int
    own_left: int
    own_right: int
    identical: bool
    #: Whether its whole line is unchanged, as far as the context was stored.
    whole_line: bool
    #: Whether there are figures on its own line, and they are unchanged.
    figures: bool
    place: int

    @property
    def alike(self) -> float:
        """The similarity of the better side."""
        return max(self.left, self.right)


def occurrences(text: str, target: FoldedAnchor, *, joined: bool = False) -> list[int]:
    """The offsets of the quote in the folded text where its adjacent characters are as before, so
    that 37 is not found in 373,000. With `joined`, all offsets."""
    quote, found = target.quote, []
    at = text.find(quote) if quote else -1
    while at >= 0:
        end = at + len(quote)
        beside = adjacent_signs(text[max(0, at - 2) : at], quote, text[end : end + 2])
        if joined or beside == target.adjacent_signs:
            found.append(at)
        at = text.find(quote, at + 1)
    return found


def rate_all(folded: Folded, target: FoldedAnchor, *, joined: bool = False) -> list[Occurrence]:
    """All occurrences, best context first; `joined` as in `occurrences`.

    If there are very many, only those with the same adjacent characters are rated, all others get
    score 0: in 10 MB "5" may occur 100,000 times.
    """
    text, size = folded.text, len(target.quote)
    places = occurrences(text, target, joined=joined)
    near = set(places)
    if len(places) > _MAX_RATED:
        before, after = target.before[-_MIN_NEIGHBOUR:], target.after[:_MIN_NEIGHBOUR]
        near = {place for place in places if text.endswith(before, 0, place)}
        near |= {place for place in places if text.startswith(after, place + size)}
    found = [rate(folded, target, place, size) for place in places if place in near]
    found.sort(key=lambda one: (not one.identical, -one.score, one.place))
    return found + [_UNRATED._replace(place=place) for place in places if place not in near]


def rate(folded: Folded, target: FoldedAnchor, place: int, length: int) -> Occurrence:
    """The similarity of the context around `length` folded characters at `place`."""
    text, end = folded.text, place + length
    before = text[max(0, place - len(target.before)) : place]
    after = text[end : end + len(target.after)]
    # If the quote was at an end of the text, there was no context, and that is evidence too.
    outside = text[max(0, place - CONTEXT) : place] if target.at_start else before
    left = _agreement(target.before, outside)
    right = _agreement(target.after, text[end : end + CONTEXT] if target.at_end else after)
    near_left = _same_start(target.before[::-1], before[::-1])
    near_right = _same_start(target.after, after)
    line_left, line_right = _line_around(folded, place, end)
    old_left, old_right = min(CONTEXT, len(target.before)), min(CONTEXT, len(target.after))
    size = old_left + old_right
    alike = (left * old_left + right * old_right) / size if size else 1.0
    near = min(1.0, (near_left + near_right) / min(_FULL_CONTEXT, size)) if size else 1.0
    return Occurrence(
        score=(alike + near) / 2,
        left=left,
        right=right,
        near_left=near_left,
        near_right=near_right,
        own_left=min(near_left, line_left),
        own_right=min(near_right, line_right),
        identical=before == target.before and after == target.after,
        whole_line=near_left >= len(target.line_before) >= min(line_left, CONTEXT - 1)
        and near_right >= len(target.line_after) >= min(line_right, CONTEXT - 1),
        figures=target.has_figures
        and _are_beside(
            target.own_figures, text[place - line_left : place], text[end : end + line_right]
        ),
        place=place,
    )


_UNRATED = Occurrence(0.0, 0.0, 0.0, 0, 0, 0, 0, False, False, False, 0)


def ambiguous_sides(text: str, target: FoldedAnchor) -> tuple[bool, bool]:
    """On which sides the quote occurs elsewhere with the same context.

    A side that was cut short by an end of the text counts only together with the other side.
    """
    around = _is_repeated(text, target.before + target.quote + target.after)
    return (
        around or (not target.at_start and _is_repeated(text, target.before + target.quote)),
        around or (not target.at_end and _is_repeated(text, target.quote + target.after)),
    )


def replaced_spans(text: str, target: FoldedAnchor) -> list[tuple[int, int]]:
    """The spans where *other* words are between the old neighbours, or between halves of them."""
    most = max(40, 2 * len(target.quote) + _EXTRA_LENGTH)
    for size in (CONTEXT, CONTEXT // 2):
        before, after = target.before[-size:].rstrip(), target.after[:size].lstrip()
        found = _between(text, before, after, most, target)
        if found:
            quote = target.quote.strip()
            return [span for span in found if text[slice(*span)].strip() != quote]
    return []


def same_figures_beside(text: str, target: FoldedAnchor, start: int, end: int) -> bool:
    """Whether the figures around `start:end` are those around the quote, as far as they were
    stored.

    Reports repeat phrases such as "suspects were held, down ... on the year before"; only the
    figures differ.
    """
    # Inserted words may have moved them further away.
    before, after = text[max(0, start - 2 * CONTEXT) : start], text[end : end + 2 * CONTEXT]
    return _are_beside(target.figures, before, after)


def _are_beside(figures: Sides, before: str, after: str) -> bool:
    (left, right), there = figures, (_FIGURES.findall(before), _FIGURES.findall(after))
    return left == there[0][len(there[0]) - len(left) :] and right == there[1][: len(right)]


def _figures_beside(before: str, after: str) -> Sides:
    """The figures in the context, without those that its ends may have truncated."""
    before, after = before[-CONTEXT:], after[:CONTEXT]
    left, right = _FIGURES.findall(before), _FIGURES.findall(after)
    return left[_may_be_cut(before[:1]) :], right[: len(right) - _may_be_cut(after[-1:])]


def _may_be_cut(edge: str) -> bool:
    return edge.isdigit() or edge in (",", ".")


def adjacent_signs(before: str, quote: str, after: str) -> tuple[str, str]:
    """The characters that the quote's ends continue in: 37 is not in 373,000, nor 5 % in -5 %."""
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
    # Scripts from U+2E80 on have no spaces between words, so adjacent letters mean nothing.
    return sign.isalnum() and sign < "\u2e80"


def _line_around(folded: Folded, start: int, end: int) -> tuple[int, int]:
    """How many characters of the quote's line are before and after it, up to `CONTEXT`."""
    start, end = folded.span(start, end)
    text = folded.original
    left = _LINE_END.split(text[max(0, start - CONTEXT) : start])[-1]
    right = _LINE_END.split(text[end : end + CONTEXT])[0]
    return len(fold(left)), len(fold(right))


def _is_repeated(text: str, words: str) -> bool:
    return text.find(words, text.find(words) + 1) >= 0


def _agreement(old: str, new: str) -> float:
    if old == new:
        return 1.0
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(old, new)


def _nearest(text: str, words: str, start: int, most: int, length: int) -> int:
    """The offset of `words` after `start`; if there are several, the one about `length` away."""
    best, at = -1, text.find(words, start, start + most + len(words))
    if 0 <= at <= start + 1:
        # Nothing between: the quote was removed.
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
    text: str, before: str, after: str, most: int, target: FoldedAnchor
) -> list[tuple[int, int]]:
    """The spans between `before` and `after`; an end of the text can stand in for missing
    context."""
    starts = []
    if target.at_start:
        starts = [len(before)] if text.startswith(before) else []
    elif len(before) >= _MIN_NEIGHBOUR:
        at = text.find(before)
        while at >= 0:
            starts.append(at + len(before))
            at = text.find(before, at + 1)
    found = []
    for start in starts:
        if target.at_end:
            end = len(text) - len(after) if text.endswith(after) else -1
            end = end if start <= end <= start + most else -1
        elif len(after) >= _MIN_NEIGHBOUR:
            end = _nearest(text, after, start, most, len(target.quote))
        else:
            end = -1
        if end >= 0:
            found.append((start, end))
    return found
