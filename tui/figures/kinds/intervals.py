"""How sure a number is: "(95% CI 0.57, 1.28)", "1010 ± 195 light years"."""

from tui.figures.draft import Draft
from tui.patterns import pattern

INTERVALS = ("ci", "cri", "interval", "iqr", "interquartile")
INTERVAL = pattern(
    r"(?<![a-z])(?:ci|cri|intervals?|iqr|interquartile range)(?![a-z])[^.;0-9]{0,12}$"
)


def is_interval(low: str, start: int) -> bool:
    """Whether a bracket that starts at `start` contains an interval: "(95% CI 0.57, 1.28)".

    >>> is_interval("95% ci (0.57, 1.28)", 8), is_interval("in a city (0.57, 1.28)", 11)
    (True, False)
    """
    begin = max(0, start - 40)
    if not any(map(low[begin:start].__contains__, INTERVALS)):
        return False  # nearly all
    return INTERVAL.search(low, begin, start) is not None


def tolerance(first: Draft, second: Draft) -> bool:
    """ "1010 ± 195 light years": the value stays, with its bounds."""
    assert first.low is not None
    assert second.low is not None
    if second.low < 0 or second.value is None:
        return False
    first.low, first.high = first.low - second.low, first.low + second.low
    first.end, first.noun_end = second.end, second.noun_end
    if second.unit is not None:
        first.kind, first.unit = second.kind, second.unit
    return True
