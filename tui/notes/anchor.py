"""Where a note stands when its document has changed: on its own words, or on none.

The rules, from sure to unsure: If the document is unchanged, the offsets hold. If the same words
stand in the same neighbourhood, the note is there; if the words now occur less often than was
counted, only in an identical neighbourhood. If other words stand between the old neighbours, they
have *changed*, which the reader must accept; so has a long quote with the same digits but other
words. Similar words in a somewhat similar neighbourhood are *unsure*: the reader is asked.
Otherwise the words are *lost*. Guessing further would move notes to figures they were never
written about.
"""

from hashlib import sha256 as _sha256

from tui.errors import FactdeskError
from tui.notes.folding import Folded
from tui.notes.note import Anchor, Match, Noted, whole
from tui.notes.quote_context import (
    CONTEXT,
    Occurrence,
    Wanted,
    gaps,
    occurrences,
    rate,
    rated,
    same_figures_beside,
    twin_sides,
)

# Twins in the same neighbourhood are told apart by a longer one, up to this.
_LONGEST_CONTEXT = 512
# So few characters without the blanks between them say too little.
_THIN = 16
# A quote this long is its own evidence when it stands once in the text, then and now.
_LONG = 25
# Neighbourhoods that agree so well are the same one with a word changed.
_GOOD = 0.6
_VERY_GOOD = 0.9
# And so well that it is worth a question.
_PERHAPS = 0.5
# So many unchanged characters beside a quote are evidence when the rest was cut off or moved.
_NEAR = 12
# A rival that comes so close, or as near on one side but for so much, makes it a question.
_MARGIN = 0.1
_SLACK = 6
# An edited passage that left its neighbours must be so similar to be worth a question.
_SIMILAR = 0.85
_LOST = Match("lost", None, None)


def make_anchor(text: str, start: int, end: int, *, sha256: str | None = None) -> Anchor:
    """The anchor of `text[start:end]`; `sha256` saves computing it when it is known.

    `before` and `after` have 32 characters, more only where the same words stand elsewhere
    beside the same 32, or where nearly all of them are blanks. Raises `FactdeskError` when the
    span is empty or outside the text.
    """
    if not 0 <= start < end <= len(text):
        raise FactdeskError(f"no words between {start} and {end}", remedy="select some first")
    folded = Folded(text)
    anchor = Anchor(
        exact=whole(text[start:end]),
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
        anchor = anchor._replace(before=whole(before), after=whole(after))
        wanted = Wanted.of(anchor)
        twins = twin_sides(folded.text, wanted)
        # Of a table padded with blanks 32 characters may be a single word.
        thin = (
            len(wanted.before) < _THIN and left < start,
            len(wanted.after) < _THIN and end + right < len(text),
        )
        more = [twin or few for twin, few in zip(twins, thin, strict=True)]
        if not any(more) or max(left, right) >= _LONGEST_CONTEXT:
            break
        left, right = left * (1 + more[0]), right * (1 + more[1])
    places = occurrences(folded.text, Wanted.of(anchor))
    mine = folded.fold_offset(start)
    nth = sum(place <= mine for place in places)
    return anchor._replace(nth=max(1, nth), of=max(1, len(places)))


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

    def find(self, anchor: Anchor) -> Match:
        """Where the anchor's words stand in this text."""
        in_place = whole(self.text[anchor.start : anchor.end]) == anchor.exact
        if in_place and anchor.sha256 == self.sha256:
            return Match("anchored", anchor.start, anchor.end)
        if self._folded is None:
            self._folded = Folded(self.text)
        folded, wanted = self._folded, Wanted.of(anchor)
        if not wanted.quote.strip():
            return _LOST
        found = rated(folded, wanted)
        between = gaps(folded.text, wanted)
        place = _choose(found, bool(between), anchor, wanted)
        if place is not None:
            start, end = folded.span(place, place + len(wanted.quote))
            same = in_place and (start, end) == (anchor.start, anchor.end)
            return Match("anchored" if same else "moved", start, end)
        if len(between) == 1:
            same = same_figures_beside(folded.text, wanted, *between[0])
            match = _words_at(folded, "changed" if same else "unsure", *between[0])
            if match is not _LOST or not found or found[0].score < _PERHAPS:
                return match
        if not between and len(wanted.quote) >= _LONG:
            edited = _edited(folded, wanted)
            if edited is not None:
                return edited
        if not found and not between:
            # Another sign has come before it or behind it: 37 in €37 that was $37.
            found = rated(folded, wanted, joined=True)
        if found and found[0].score >= _PERHAPS:
            start = found[0].place
            return _words_at(folded, "unsure", start, start + len(wanted.quote))
        return _words_at(folded, "unsure", *between[0]) if between else _LOST


def _choose(found: list[Occurrence], gap: bool, anchor: Anchor, wanted: Wanted) -> int | None:
    """The place of the anchor's own words, or None when that is not certain."""
    identical = [one for one in found if one.identical]
    if len(identical) == 1:
        # A gap beside fewer occurrences than there were: perhaps this one is the twin.
        return None if gap and len(found) < anchor.of else identical[0].place
    if not found or len(found) < anchor.of:
        return None
    if identical:
        # Twins as far as the neighbourhood was kept, all still there: their order decides.
        place = sorted(one.place for one in found)[min(anchor.nth, len(found)) - 1]
        twins = len(found) == anchor.of and any(one.place == place for one in identical)
        return place if twins else None
    best, rivals = found[0], found[1:]
    if len(wanted.quote) >= _LONG and not rivals and anchor.of == 1:
        return best.place
    # One side alone speaks only from the quote's own line: lines are moved away from each other.
    one_side = (best.left >= _VERY_GOOD and best.own_left >= _NEAR) or (
        best.right >= _VERY_GOOD and best.own_right >= _NEAR
    )
    alike = one_side or min(best.left, best.right) >= _GOOD
    line = best.whole_line and best.near_left + best.near_right >= _NEAR
    if not (alike or line):
        return None
    if any(_rivals(best, other) for other in rivals):
        return best.place if best.figures and not any(one.figures for one in rivals) else None
    return best.place


def _rivals(best: Occurrence, other: Occurrence) -> bool:
    """Whether the other may be meant as well.

    It may when it agrees nearly as well; and when it stands in the same phrase on one side while
    nothing else on its own line speaks for the best one, since a line that was moved away leaves
    its twin in the better neighbourhood.
    """
    sides = ((best.own_left, other.near_left), (best.own_right, other.near_right))
    speaks = any(mine >= _NEAR and theirs < mine - _SLACK for mine, theirs in sides)
    if speaks and all(theirs <= mine for mine, theirs in sides) and other.alike < best.alike:
        return False
    if other.score > best.score - _MARGIN or other.alike > best.alike - _MARGIN:
        return True
    return not speaks and any(theirs >= _NEAR and theirs > mine - _SLACK for mine, theirs in sides)


def _edited(folded: Folded, wanted: Wanted) -> Match | None:
    from tui.notes.similar import similar_passage

    passage = similar_passage(folded.text, wanted.quote)
    if passage is None:
        return None
    around = rate(folded, wanted, passage.start, passage.end - passage.start)
    if around.alike >= _GOOD:
        return _words_at(folded, "changed", passage.start, passage.end)
    if passage.score >= _SIMILAR:
        return _words_at(folded, "unsure", passage.start, passage.end)
    return None


def _words_at(folded: Folded, state: str, start: int, end: int) -> Match:
    words = folded.text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    # Nothing between the old neighbours: the words were taken out.
    return Match(state, *folded.span(start, start + len(words))) if words else _LOST


def _line_of(text: str, offset: int) -> int:
    pairs = text.count("\r\n", 0, offset)
    return 1 + text.count("\n", 0, offset) + text.count("\r", 0, offset) - pairs
