"""Two numbers joined by "or" that are the ends of a guess: "two or three months"."""

from decimal import Decimal

from tui.figures.draft import Draft

KINDS = frozenset(["count", "duration", "measure", "percent"])
FEW = 10
STEPS = frozenset([Decimal(5), Decimal(10)])
LARGEST = 100


def is_guess(first: Draft, second: Draft) -> bool:
    """Whether the second number is the next one, or the next of round ones: "forty or fifty".

    >>> def of(first, second, kind="duration"):
    ...     return is_guess(*(Draft(0, 2, kind, low=Decimal(each)) for each in (first, second)))
    >>> of(2, 3), of(40, 50), of(5, 10)
    (True, True, True)
    >>> of(10, 50), of(41, 51), of(24, 25), of(10, 15, "money")
    (False, False, False, False)
    >>> million = Draft(0, 2, "count", low=Decimal(3_000_000), scale=Decimal(1_000_000))
    >>> is_guess(Draft(0, 2, "count", low=Decimal(2)), million)
    True
    """
    if first.low is None or second.low is None or second.kind not in KINDS:
        return False
    if first.scale != 1:
        return False
    if second.scale > 1:
        return second.low / second.scale - first.low == 1 and first.low < FEW
    step = second.low - first.low
    if step == 1:
        return first.low < 20
    return step in STEPS and first.low % step == 0 and second.low <= LARGEST
