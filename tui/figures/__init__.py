"""Figures: every quantity and date of a text, with what it counts, its time and its hedge.

The face of the folder; the tables and patterns behind it are loaded when the first text is read.
"""

from tui.figures.figure import KINDS, Decision, Figure

__all__ = ["KINDS", "Decision", "Figure", "explain", "extract"]


def extract(text: str, *, dated: str | None = None) -> list[Figure]:
    """The figures of a text in order of `start`; see docs/figures.md for the rules.

    `dated` is the document's own date (ISO 8601, unknown parts as X), against which periods and
    dates without a year are resolved. Pure; takes time linear in the length of the text; never
    raises.

    >>> [(f.text, f.unit, f.bound) for f in extract("over 1.945 million cases")]
    [('1.945 million', 'cases', 'more')]
    """
    from tui.figures.extraction import extract as run

    return run(text, dated=dated)


def explain(text: str, *, dated: str | None = None) -> list[Decision]:
    """The rule that decided on each number of the text; it uses the same code as `extract`."""
    from tui.figures.extraction import explain as run

    return run(text, dated=dated)
