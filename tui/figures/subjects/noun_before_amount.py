"""The noun directly before an amount: "payments worth $5", "a shaft 11 metres deep"."""

from tui.figures.draft import Draft
from tui.figures.grammar.direction_words import DIRECTION_WORDS
from tui.figures.grammar.phrase_words import LEVELS
from tui.figures.grammar.phrases_before import (
    is_object,
    last_noun,
    with_first,
    with_head,
    without_move,
)

Span = tuple[int, int]

VERBS_OF_NAMES = (" leads", " polls", " trails", " ranks", " sits", " trades", " starts")
EXTREMES = (" high", " highs", " low", " lows")
ACTING_NOW = (" is ", " are ", " was ", " were ", " been ")
EQUALLING = (" equivalent to", " equal to")
# "payments worth", "payments, totalling": what is before is the subject.
WORTH = (
    " worth", " totalling", " totaling", " amounting to", " exceeding", " costing", " averaging",
    " weighing", " measuring", " valued at", " priced at", " at", " by", " below", " above",
    " worth a combined", " worth a total of", " worth an", " lasting", " involving", " located",
    *EQUALLING,
)  # fmt: skip
TRADING = frozenset(["trades", "sells", "costs", "starts", "sits", "ranks"])  # "now trades at"
DIMENSIONS = (" deep", " long", " high", " wide", " tall", " thick", " across", " in diameter")
HOLDING = (" producing", " covering", " containing", " carrying", " holding", " reaching")
PRICED = (" worth", " costing", " valued at", " priced at")


def before_worth(ahead: str) -> int:
    """The end of the words before a figure without "worth" or "valued at".

    >>> before_worth("payments worth"), before_worth("cash, valued at"), before_worth("in the")
    (8, 4, 6)
    >>> before_worth("five deals, worth a combined")
    10
    """
    if ahead.endswith(HOLDING) and not ahead.rsplit(" ", 1)[0].endswith(","):
        return ahead.rindex(" ")  # "motors producing"
    if not ahead.endswith(WORTH) or ahead.endswith(", lasting"):
        return len(ahead)
    longest = max(len(ending) for ending in WORTH if ahead.endswith(ending))
    return len(ahead[:-longest].rstrip(","))


def right_before(
    text: str, low: str, floor: int, ahead: str, close: int, draft: Draft
) -> Span | None:
    """The noun directly before a hedge, "worth" or a level: "payments worth about $5"."""
    all_words = len(ahead)
    if ahead.endswith(LEVELS, 0, close):
        close = ahead.rindex(" ", 0, close)  # "the number of cases stands at"
    sized = draft.kind == "measure" and low.startswith(DIMENSIONS, draft.end)
    named = draft.hedge_start or close != all_words or sized  # "a shaft 11 metres deep"
    if not (close and ahead[close - 1].isalpha() and named):
        return None
    near = last_noun(text, low, max(floor, floor + close - 60), floor + close)
    if near is None or low[slice(*near)] in DIRECTION_WORDS or "-on-" in low[slice(*near)]:
        return None  # "fell 2.9% year-on-year at 7 million"
    near = without_move(low, near)
    if low.find("such as ", max(floor, near[0] - 24), near[0]) >= 0:
        return None  # "costs such as rent exceeded"
    if is_object(low, floor, near[0]) and not ahead.endswith((*EQUALLING, " lasting", " located")):
        led = low.endswith(" with ", floor, near[0]) and draft.kind == "measure"
        return near if led or sized else None  # "with gusts up to 150 km/h"
    if low.endswith(VERBS_OF_NAMES, *near) and text[near[0]].isupper():
        return near[0], low.rindex(" ", *near)  # "Lee leads by 5"
    if (
        low[slice(*near)] in TRADING
        or low.endswith(EXTREMES, *near)
        or low.endswith(ACTING_NOW, floor, near[0])
    ):
        return None  # "the rates reached record highs at", "rye was trading at"
    if " worth" in ahead[close:]:
        return with_first(text, low, floor, near)
    return near if ahead.endswith(PRICED[1:]) else with_head(text, low, floor, near)
