"""Where a note stands when its document has changed: on its own words, or on none.

The rule, from sure to unsure. The document is unchanged: the offsets. The same words stand in
the same neighbourhood: there. Fewer such words than were counted: only in an identical
neighbourhood. Other words stand between the old neighbours: *changed*, which the reader must
accept. A long quote with the same digits but other words: changed as well. Words like it in a
neighbourhood a little like it: *unsure*, ask. Else *lost*. Guessing better than that would move
notes to figures they were never written about.
"""

from collections.abc import Iterable
from hashlib import sha256 as _sha256
from typing import NamedTuple

from tui.errors import FactdeskError
from tui.notes.folding import Folded, fold, whole
from tui.notes.note import Anchor, Match, Noted

#: Characters kept on each side of a quote.
CONTEXT = 32
# A quote this long is its own evidence when it stands once in the text, then and now.
_LONG = 25
# Neighbourhoods compared: 1 is identical; English text agrees by chance to about 0.4.
_GOOD = 0.6
_VERY_GOOD = 0.9
# Candidates closer than this are as good as each other.
_MARGIN = 0.1
_SIGNS = frozenset("+-%‰°$€£¥₹₩₽¢#@_~≈<>=/")
_LOST = Match("lost", None, None)


def make_anchor(text: str, start: int, end: int, *, sha256: str | None = None) -> Anchor:
    """The anchor of `text[start:end]`; `sha256` saves computing it when it is known.

    Raises `FactdeskError` when the span is empty or outside the text.
    """
    if not 0 <= start < end <= len(text):
        raise FactdeskError(f"no words between {start} and {end}", remedy="select some first")
    anchor = Anchor(
        exact=whole(text[start:end]),
        before=whole(text[max(0, start - CONTEXT) : start]),
        after=whole(text[end : end + CONTEXT]),
        start=start,
        end=end,
        line=_line_of(text, start),
        nth=1,
        of=1,
        sha256=sha256 or digest(text),
    )
    folded = Folded(text)
    places = _occurrences(folded.text, _Wanted(anchor))
    mine = folded.fold_offset(start)
    return anchor._replace(
        nth=max(1, sum(place <= mine for place in places)), of=max(1, len(places))
    )


def find_anchor(text: str, anchor: Anchor) -> Match:
    """Where the anchor's words stand in `text`; for many anchors in one text use `AnchorFinder`."""
    return AnchorFinder(text).find(anchor)


def digest(text: str) -> str:
    """The SHA-256 of the text as UTF-8, in hex."""
    return _sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class AnchorFinder:
    """Finds anchors in one text, which is folded once and only if it has changed."""

    def __init__(self, text: str, *, sha256: str | None = None) -> None:
        self.text = text
        self.sha256 = sha256 or digest(text)
        self._folded: Folded | None = None

    @classmethod
    def of(cls, document: Noted) -> "AnchorFinder":
        """The finder for a document's text."""
        return cls(document.text, sha256=document.sha256)

    def find_all(self, anchors: Iterable[Anchor]) -> list[Match]:
        """The matches of several anchors, in their order."""
        return [self.find(anchor) for anchor in anchors]

    def find(self, anchor: Anchor) -> Match:
        """Where the anchor's words stand in this text."""
        in_place = whole(self.text[anchor.start : anchor.end]) == anchor.exact
        if in_place and anchor.sha256 == self.sha256:
            return Match("anchored", anchor.start, anchor.end)
        if self._folded is None:
            self._folded = Folded(self.text)
        folded, wanted = self._folded, _Wanted(anchor)
        if not wanted.quote.strip():
            return _LOST
        rated = _rate(folded.text, wanted)
        gaps = _gaps(folded.text, wanted)
        place = _choose(rated, gaps, anchor, wanted)
        if place is not None:
            start, end = folded.span(place, place + len(wanted.quote))
            same = in_place and (start, end) == (anchor.start, anchor.end)
            return Match("anchored" if same else "moved", start, end)
        if len(gaps) == 1:
            return self._between(folded, *gaps[0])
        if not gaps and len(wanted.quote) >= _LONG:
            from tui.notes.similar import similar_passage

            found = similar_passage(folded.text, wanted.quote)
            if found is not None:
                return Match("changed", *folded.span(*found))
        if rated and rated[0].score >= _GOOD:
            return Match("unsure", *folded.span(rated[0].place, rated[0].place + len(wanted.quote)))
        return self._between(folded, *gaps[0], state="unsure") if gaps else _LOST

    def _between(self, folded: Folded, start: int, end: int, state: str = "changed") -> Match:
        words = folded.text[start:end]
        start += len(words) - len(words.lstrip())
        words = words.strip()
        # Nothing between the old neighbours: the words were taken out.
        return Match(state, *folded.span(start, start + len(words))) if words else _LOST


class _Wanted:
    """An anchor's words and neighbours, folded, and what touches them."""

    def __init__(self, anchor: Anchor) -> None:
        self.quote = fold(anchor.exact)
        self.before = fold(anchor.before)
        self.after = fold(anchor.after)
        self.touching = _touching(self.before, self.quote, self.after)


class _Rated(NamedTuple):
    score: float
    left: float
    right: float
    place: int


def _occurrences(text: str, wanted: _Wanted) -> list[int]:
    quote, found = wanted.quote, []
    at = text.find(quote) if quote else -1
    while at >= 0:
        end = at + len(quote)
        if _touching(text[max(0, at - 2) : at], quote, text[end : end + 2]) == wanted.touching:
            found.append(at)
        at = text.find(quote, at + 1)
    return found


def _touching(before: str, quote: str, after: str) -> tuple[str, str]:
    """What is joined to the quote's ends: 37 is not in 373,000, nor 5 % in -5 %."""
    if not quote:
        return "", ""
    left = before[-1:]
    if left in (",", ".", "'") and not (before[-2:-1].isdigit() and quote[0].isdigit()):
        left = ""
    right = after[:1]
    if right in (",", ".", "'") and not (after[1:2].isdigit() and quote[-1].isdigit()):
        right = ""
    return _joined(left, quote[0]), _joined(right, quote[-1])


def _joined(sign: str, edge: str) -> str:
    if edge.isdigit():
        return sign if sign in _SIGNS or sign in (",", ".", "'") or _is_letter(sign) else ""
    return sign if _is_letter(edge) and _is_letter(sign) else ""


def _is_letter(sign: str) -> bool:
    # From U+2E80 on scripts write no spaces between words, so touching says nothing.
    return sign.isalnum() and sign < "\u2e80"


def _rate(text: str, wanted: _Wanted) -> list[_Rated]:
    """The occurrences, best neighbourhood first."""
    rated = []
    for place in _occurrences(text, wanted):
        end = place + len(wanted.quote)
        left = _agreement(wanted.before, text[max(0, place - len(wanted.before)) : place])
        right = _agreement(wanted.after, text[end : end + len(wanted.after)])
        weight = len(wanted.before) + len(wanted.after)
        score = 1.0
        if weight:
            score = (left * len(wanted.before) + right * len(wanted.after)) / weight
        rated.append(_Rated(score, left, right, place))
    rated.sort(key=lambda one: (-one.score, one.place))
    return rated


def _agreement(old: str, new: str) -> float:
    if old == new:
        return 1.0
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(old, new)


def _choose(
    rated: list[_Rated], gaps: list[tuple[int, int]], anchor: Anchor, wanted: _Wanted
) -> int | None:
    """The place of the anchor's own words, or None when that is not certain."""
    if not rated:
        return None
    best = rated[0]
    equals = [one for one in rated if one.score > best.score - _MARGIN]
    if len(rated) < anchor.of:
        # Some were taken out or corrected: perhaps this very one, and what is left is its twin.
        sure = best.score == 1.0 and len(equals) == 1 and not gaps
        return best.place if sure else None
    if len(equals) > 1:
        # Twins, all still there: the order they stood in decides.
        if len(rated) != anchor.of:
            return None
        nth = sorted(one.place for one in rated)[min(anchor.nth, len(rated)) - 1]
        return nth if any(one.place == nth for one in equals) else None
    long = len(wanted.quote) >= _LONG and len(rated) == 1 == anchor.of
    good = max(best.left, best.right) >= _VERY_GOOD or min(best.left, best.right) >= _GOOD
    return best.place if long or good else None


def _gaps(text: str, wanted: _Wanted) -> list[tuple[int, int]]:
    """Where *other* words stand between the old neighbours; near halves if not the whole."""
    most = max(40, 2 * len(wanted.quote) + 32)
    for size in (CONTEXT, CONTEXT // 2):
        before, after = wanted.before[-size:], wanted.after[:size]
        if len(before) + len(after) < CONTEXT // 2:
            break
        found = _between(text, before, after, most)
        if found:
            return [span for span in found if text[slice(*span)] != wanted.quote]
    return []


def _between(text: str, before: str, after: str, most: int) -> list[tuple[int, int]]:
    found = []
    at = text.find(before)
    while at >= 0:
        start = at + len(before)
        if after:
            end = text.find(after, start, start + most + len(after))
        else:
            end = len(text) if len(text) - start <= most else -1
        if end >= 0:
            found.append((start, end))
        if not before:
            break
        at = text.find(before, at + 1)
    return found


def _line_of(text: str, offset: int) -> int:
    pairs = text.count("\r\n", 0, offset)
    # The \n of a pair that the offset itself divides does not end a second line.
    return 1 + text.count("\n", 0, offset) + text.count("\r", 0, offset) - pairs
