"""Years that are only told roughly: "built around 1970"."""

from tui.figures.draft import Site
from tui.figures.grammar.counted_noun import noun_after

ROUGHLY = frozenset(["around", "about"])
BEFORE_ROUGHLY = frozenset(["in", "since", "until", "till", "during", "before", "after"])
# What is done to a thing at its beginning or end.
MADE = frozenset(
    ["built", "founded", "made", "written", "born", "began", "begun", "opened", "established",
     "painted", "started", "ended", "died", "invented", "introduced", "created", "completed"]
)  # fmt: skip


def is_around(site: Site) -> bool:
    """Whether four digits after "around" are a year: no noun follows, and a time is told of.

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text):
    ...     return is_around(Site(text, text, read_number(text, text, text.index("19")), None))
    >>> of("around 1970, it"), of("since around 1970 it"), of("built around 1970 by")
    (True, True, True)
    >>> of("around 1970 men"), of("fell to around 1970."), of("it has about 1970.")
    (False, False, False)
    """
    word = site.word
    if word.lower() not in ROUGHLY or site.following not in " .,;)":
        return False
    ahead = site.word_before(site.start - 1 - len(word)).lower()
    when = not ahead or ahead[-1] in ".,;(" or ahead in BEFORE_ROUGHLY or ahead in MADE
    return when and noun_after(site.text, site.low, site.end) is None
