"""Makes anchors, and finds them again when the document has changed.

The rules, from certain to uncertain: In an unchanged document the offsets hold. The same words in
the same context are found; if the words now occur less often than before, only in an identical
context. If other words are between the old neighbours, the anchor has *changed*, which the reader
must accept; so has a long quote with the same digits but some other words. Similar words in a
somewhat similar context are *unsure*: the reader is asked. Otherwise the anchor is *lost*. Guessing
further would move notes to figures they were never about.
"""

from hashlib import sha256 as _sha256

from tui.errors import FactdeskError
from tui.notes.anchoring.folding import Folded
from tui.notes.anchoring.quote_context import (
    CONTEXT,
    FoldedAnchor,
    Occurrence,
    ambiguous_sides,
    occurrences,
    rate,
    rate_all,
    replaced_spans,
    same_figures_beside,
)
from tui.notes.note import Anchor, Match, NotedDocument, without_surrogates

# If the same words occur in the same context, the stored context is extended up to this length.
_MAX_CONTEXT = 512
# Context with fewer characters than this, white space not counted, is extended.
_MIN_CONTENT = 16
# A quote this long needs no context if it occurs once in the text, then and now.
_LONG_QUOTE = 25
# Similarity from which two contexts count as the same with a word changed; and as the same.
_SIMILAR_CONTEXT = 0.6
_SAME_CONTEXT = 0.9
# Score from which an occurrence is worth asking about.
_MIN_SCORE = 0.5
# Unchanged characters next to a quote that are evidence if the rest was cut off or moved.
_MIN_ADJACENT = 12
# A second occurrence makes the first uncertain if its score is this close, or the number of its
# unchanged characters on one side.
_MARGIN = 0.1
_ADJACENT_MARGIN = 6
# Similarity from which an edited passage in another context is worth asking about.
_SIMILAR_PASSAGE = 0.85
_LOST = Match("lost", None, None)


def make_anchor(text: str, start: int, end: int, *, sha256: str | None = None) -> Anchor:
    """The anchor of `text[start:end]`; pass `sha256` if it is known already.

    `before` and `after` have 32 characters; more only if the same words occur elsewhere in the same
    context, or if nearly all of it is white space. Raises `FactdeskError` if the span is empty or
    outside the text.
    """
    if not 0 <= start < end <= len(text):
        raise FactdeskError(f"no words between {start} and {end}", remedy="select some first")
    folded = Folded(text)
    anchor = Anchor(
        exact=without_surrogates(text[start:end]),
        before="",
        after="",
        start=start,
        end=end,
        line=_line_of(text, start),
        nth=1,
        of=1,
        sha256=sha256 or digest(text),
    )
    left = right = CONTEXT
    while True:
        before, after = text[max(0, start - left) : start], text[end : end + right]
        anchor = anchor._replace(before=without_surrogates(before), after=without_surrogates(after))
        target = FoldedAnchor.of(anchor)
        twins = ambiguous_sides(folded.text, target)
        # In a table padded with spaces 32 characters may hold a single word.
        thin = (
            len(target.before) < _MIN_CONTENT and left < start,
            len(target.after) < _MIN_CONTENT and end + right < len(text),
        )
        more = [twin or few for twin, few in zip(twins, thin, strict=True)]
        if not any(more) or max(left, right) >= _MAX_CONTEXT:
            break
        left, right = left * (1 + more[0]), right * (1 + more[1])
    places = occurrences(folded.text, FoldedAnchor.of(anchor))
    mine = folded.fold_offset(start)
    nth = sum(place <= mine for place in places)
    return anchor._replace(nth=max(1, nth), of=max(1, len(places)))


def find_anchor(text: str, anchor: Anchor) -> Match:
    """Finds an anchor in a text; for several anchors in one text use `AnchorFinder`."""
    return AnchorFinder(text).find(anchor)


def digest(text: str) -> str:
    """The SHA-256 of the text as UTF-8, in hex."""
    return _sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class AnchorFinder:
    """Finds anchors in one text, which is folded at most once, and only if it has changed."""

    def __init__(self, text: str, *, sha256: str | None = None) -> None:
        self.text = text
        self.sha256 = sha256 or digest(text)
        self._folded: Folded | None = None

    @classmethod
    def of(cls, document: NotedDocument) -> "AnchorFinder":
        """A finder for a document's text."""
        return cls(document.text, sha256=document.sha256)

    def find(self, anchor: Anchor) -> Match:
        """Where the anchor is in this text."""
        in_place = without_surrogates(self.text[anchor.start : anchor.end]) == anchor.exact
        if in_place and anchor.sha256 == self.sha256:
            return Match("anchored", anchor.start, anchor.end)
        if self._folded is None:
            self._folded = Folded(self.text)
        folded, target = self._folded, FoldedAnchor.of(anchor)
        if not target.quote.strip():
            return _LOST
        found = rate_all(folded, target)
        between = replaced_spans(folded.text, target)
        place = _choose(found, bool(between), anchor, target)
        if place is not None:
            start, end = folded.span(place, place + len(target.quote))
            is_identical = in_place and (start, end) == (anchor.start, anchor.end)
            return Match("anchored" if is_identical else "moved", start, end)
        if len(between) == 1:
            is_identical = same_figures_beside(folded.text, target, *between[0])
            match = _words_at(folded, "changed" if is_identical else "unsure", *between[0])
            if match is not _LOST or not found or found[0].score < _MIN_SCORE:
                return match
        if not between and len(target.quote) >= _LONG_QUOTE:
            edited = _edited(folded, target)
            if edited is not None:
                return edited
        if not found and not between:
            # The adjacent sign may have changed: 37 in €37, which was $37.
            found = rate_all(folded, target, joined=True)
        if found and found[0].score >= _MIN_SCORE:
            start = found[0].place
            return _words_at(folded, "unsure", start, start + len(target.quote))
        return _words_at(folded, "unsure", *between[0]) if between else _LOST


def _choose(found: list[Occurrence], gap: bool, anchor: Anchor, target: FoldedAnchor) -> int | None:
    """The offset of the anchor's own words, or None if that is uncertain."""
    identical = [one for one in found if one.identical]
    if len(identical) == 1:
        # Some words were replaced, and occurrences are missing: this may be another one.
        return None if gap and len(found) < anchor.of else identical[0].place
    if not found or len(found) < anchor.of:
        return None
    if identical:
        # Several have the identical context; if all are still there, their order decides.
        place = sorted(one.place for one in found)[min(anchor.nth, len(found)) - 1]
        twins = len(found) == anchor.of and any(one.place == place for one in identical)
        return place if twins else None
    best, rivals = found[0], found[1:]
    if len(target.quote) >= _LONG_QUOTE and not rivals and anchor.of == 1:
        return best.place
    # One side alone is evidence only within the quote's own line, since lines may be moved.
    one_side = (best.left >= _SAME_CONTEXT and best.own_left >= _MIN_ADJACENT) or (
        best.right >= _SAME_CONTEXT and best.own_right >= _MIN_ADJACENT
    )
    alike = one_side or min(best.left, best.right) >= _SIMILAR_CONTEXT
    line = best.whole_line and best.near_left + best.near_right >= _MIN_ADJACENT
    if not (alike or line):
        return None
    if any(_rivals(best, other) for other in rivals):
        return best.place if best.figures and not any(one.figures for one in rivals) else None
    return best.place


def _rivals(best: Occurrence, other: Occurrence) -> bool:
    """Whether the other occurrence may be meant as well.

    That is so if it agrees nearly as well; or if it is in the same phrase on one side and nothing
    else on its own line supports the best one, since a line that was moved away leaves its twin in
    the better context.
    """
    sides = ((best.own_left, other.near_left), (best.own_right, other.near_right))
    speaks = any(
        mine >= _MIN_ADJACENT and theirs < mine - _ADJACENT_MARGIN for mine, theirs in sides
    )
    if speaks and all(theirs <= mine for mine, theirs in sides) and other.alike < best.alike:
        return False
    if other.score > best.score - _MARGIN or other.alike > best.alike - _MARGIN:
        return True
    return not speaks and any(
        theirs >= _MIN_ADJACENT and theirs > mine - _ADJACENT_MARGIN for mine, theirs in sides
    )


def _edited(folded: Folded, target: FoldedAnchor) -> Match | None:
    from tui.notes.anchoring.similar import similar_passage

    passage = similar_passage(folded.text, target.quote)
    if passage is None:
        return None
    around = rate(folded, target, passage.start, passage.end - passage.start)
    if around.alike >= _SIMILAR_CONTEXT:
        return _words_at(folded, "changed", passage.start, passage.end)
    if passage.score >= _SIMILAR_PASSAGE:
        return _words_at(folded, "unsure", passage.start, passage.end)
    return None


def _words_at(folded: Folded, state: str, start: int, end: int) -> Match:
    words = folded.text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    # Nothing between the old neighbours: the words were removed.
    return Match(state, *folded.span(start, start + len(words))) if words else _LOST


def _line_of(text: str, offset: int) -> int:
    pairs = text.count("\r\n", 0, offset)
    return 1 + text.count("\n", 0, offset) + text.count("\r", 0, offset) - pairs
