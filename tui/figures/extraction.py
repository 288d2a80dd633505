"""Extracts the figures of a text: finds candidates, decides, and adds what the sentence says."""

import sys
from bisect import bisect_right
from collections.abc import Callable
from functools import partial

from tui.figures.draft import Draft, NoFigure
from tui.figures.excluded.code_spans import code_spans
from tui.figures.figure import Decision, Figure
from tui.figures.kinds import ranges
from tui.figures.layout import table_headings
from tui.figures.rules import decide
from tui.figures.scan import Scan, joined, masks, places, scan
from tui.figures.sentence import sentence_context
from tui.figures.stopping import Watch, until_stopped
from tui.text import sentences

MASKED = "part of a link, a handle, a hashtag, a terminal's escape sequence or of code"
FARTHEST = 40  # code points between the ends of one range


def extract(
    text: str, *, dated: str | None = None, stop: Callable[[], bool] | None = None
) -> list[Figure]:
    """The figures of a text in order of `start`.

    `dated` is the document's own date (ISO 8601, unknown parts as X); `stop` is asked now and then,
    and raises `StoppedError` with True. Pure; linear in the text.

    >>> [(f.text, str(f.value), f.unit) for f in extract("Over 380 gangs and 14.8 billion yuan.")]
    [('380', '380', 'gangs'), ('14.8 billion yuan', '14800000000', 'CNY')]
    """
    read = scan(text)
    watch: Watch = iter if stop is None else partial(until_stopped, stop)
    drafts = make_drafts(text, read, dated, None, watch)
    starts = [draft.start for draft in drafts]
    spans = sentences(text, holding=starts, foreign=read.rare) if drafts else []
    sentence_context.complete(text, read, drafts, spans, dated, watch)
    table_headings.read_headings(text, drafts)
    return [draft.finished(text) for draft in drafts]


def explain(text: str, *, dated: str | None = None) -> list[Decision]:
    """For each number in the text, the rule that decided about it; the same code as `extract`.

    >>> [(d.text, d.rule) for d in explain("Deal Score0, 82 owners")]
    [('0', 'glued_to_name'), ('82', 'count')]
    """
    decisions: list[Decision] = []
    make_drafts(text, scan(text), dated, decisions)
    return decisions


def make_drafts(
    text: str,
    read: Scan,
    dated: str | None,
    decisions: list[Decision] | None,
    watch: Watch = iter,
) -> list[Draft]:
    """Decides about each candidate in turn; ranges are joined as soon as both ends are known."""
    drafts: list[Draft] = []
    low, hidden = read.low, masks(read)
    code = code_spans(text, read.signs, read.rare)
    if code:
        hidden = joined(sorted(hidden + code))
    position = 0
    for place in watch(places(read, dated)):
        if place < position:
            continue
        if hidden:
            mask = mask_at(hidden, place)
            if mask:
                position = mask[1]
                if decisions is not None:
                    decisions.append(Decision(*mask, text[slice(*mask)], "masked", MASKED))
                continue
        decided = decide(text, low, place, dated)
        if decided is None:
            continue
        verdict, rule = decided
        end = verdict.end
        position = end if end > place else place + 1
        if isinstance(verdict, NoFigure):
            if decisions is not None:
                decisions.append(decision(text, place, position, rule))
            continue
        last = drafts[-1] if drafts else None
        touches = last and (verdict.start < last.end or place < last.noun_end)
        if last and touches and not follows(low, last, verdict, place):
            continue
        if decisions is not None:
            decisions.append(decision(text, verdict.start, verdict.end, rule))
        if last and verdict.start - last.end <= FARTHEST and ranges.join(text, low, last, verdict):
            if len(drafts) > 1 and ("to", drafts[-2].start) in last.links:
                ranges.share_scale(drafts[-2], last)
            continue
        drafts.append(verdict)
    return drafts


def mask_at(hidden: list[tuple[int, int]], place: int) -> tuple[int, int] | None:
    """The mask that contains a place."""
    index = bisect_right(hidden, (place, sys.maxsize)) - 1
    return hidden[index] if index >= 0 and place < hidden[index][1] else None


def follows(low: str, last: Draft, verdict: Draft, place: int) -> bool:
    """Whether a new figure is separate from the last one, and not part of its noun."""
    if verdict.start < last.end:
        verdict.start = place
        if place < last.end:
            return False
    if place < last.noun_end:
        if verdict.kind == "count":
            return " of " in low[last.end : place]  # else "two new 737 Max jets"
        return " per " not in (last.unit or "")  # else "$2 per 1,000 cubic feet"
    return True


def decision(text: str, start: int, end: int, rule: object) -> Decision:
    """The record of one decision; its reason is the first line of the rule's docstring."""
    reason = (getattr(rule, "__doc__", "") or "").strip().split("\n")[0].strip()
    return Decision(start, end, text[start:end], getattr(rule, "__name__", ""), reason)
