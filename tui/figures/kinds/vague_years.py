"""Years that are only told roughly, or that something dates to: "built around 1970"."""

from tui.figures.draft import Site
from tui.figures.grammar.counted_noun import noun_after

ROUGHLY = frozenset(["around", "about"])
BEFORE_ROUGHLY = frozenset(["in", "since", "until", "till", "during", "before", "after"])
OBJECTS = frozenset(["it", "them", "him", "her", "there", "here"])
DATING = frozenset(["date", "dates", "dated", "dating", "back", "harks"])
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
    >>> of("Ann Lee made it around 1970."), of("they had around 1970.")
    (True, False)
    """
    word = site.word
    if word.lower() not in ROUGHLY or site.following not in " .,;)":
        return False
    written = site.word_before(site.start - 1 - len(word))
    ahead = written.lower()
    when = not ahead or ahead[-1] in ".,;(" or ahead in BEFORE_ROUGHLY or ahead in MADE
    if not when and site.following in ".,;)":
        when = ahead in OBJECTS or (written[0].isupper() and word.islower())  # "made it around"
    return when and noun_after(site.text, site.low, site.end) is None


def is_dated_to(site: Site) -> bool:
    """Whether something dates to the year: "the hall dates back to 1873".

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text):
    ...     return is_dated_to(Site(text, text, read_number(text, text, text.index("18")), None))
    >>> of("it dates to 1873"), of("dating from 1873,"), of("it fell to 1873")
    (True, True, False)
    """
    if site.word not in ("to", "from"):
        return False
    return site.word_before(site.start - 1 - len(site.word)).lower() in DATING
