"""Figures: extracts every quantity and date of a text, with what it counts, its period and its
hedge.

Importing this package is cheap; the tables and patterns are loaded when the first text is read.
"""

from collections.abc import Callable

from tui.figures.figure import KINDS, Decision, Figure, StoppedError

__all__ = ["KINDS", "Decision", "Figure", "StoppedError", "explain", "extract"]


def extract(
    text: str, *, dated: str | None = None, stop: Callable[[], bool] | None = None
) -> list[Figure]:
    """The figures of a text in order of `start`; docs/figures.md has the rules.

    `dated` is the document's own date (ISO 8601, unknown parts as X), against which periods and
    dates without a year are resolved. Pure; linear in the length of the text; never raises, unless
    `stop` is given: it is asked every few milliseconds, and True raises `StoppedError`.

    >>> [(f.text, f.unit, f.bound) for f in extract("over 1.945 million cases")]
    [('1.945 million', 'cases', 'more')]
    """
    from tui.figures.extraction import extract as run

    return run(text, dated=dated, stop=stop)


def explain(text: str, *, dated: str | None = None) -> list[Decision]:
    """For each number in the text the rule that decided about it; runs the same code as
    `extract`."""
    from tui.figures.extraction import explain as run

    return run(text, dated=dated)
