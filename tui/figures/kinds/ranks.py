"""Whether "first" is a rank, or says when or how: "the first case", "prevention first"."""

from tui.figures.draft import Site
from tui.figures.grammar.counted_noun import noun_after
from tui.figures.grammar.following_word import next_word
from tui.figures.tables import word_set

# After these "first" is a rank without a noun too: "the first", "finished first".
BEFORE_RANK = word_set(
    """
    the his her its their our my your this that a an come comes came finish finishes finished
    place places placed rank ranks ranked stand stands stood in
    """
)
ACTING = word_set("i you he she it we they who which that")
TO_BE = frozenset(["is", "was", "are", "were", "be", "been"])
OPENING_QUOTES = "\"'“‘("
VERB_ENDS = ("ed", "en", "wn", "ld", "ught")


def ranks(site: Site) -> bool:
    """Whether "first" is a rank: "the first case", "came first", not "prevention first".

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text):
    ...     at = text.index("first")
    ...     return ranks(Site(text, text, read_number(text, text, at), None))
    >>> of("the first case"), of("came first."), of("its first"), of("a first.")
    (True, True, True, True)
    >>> of("prevention first."), of("first of all"), of("was first elected in"), of("at first")
    (False, False, False, False)
    >>> of("when he first entered office"), of("Ann first entered it"), of("a first listed firm")
    (False, False, True)
    """
    before = site.word.lower().lstrip(OPENING_QUOTES)
    if before == "at" or site.low.startswith(" of all", site.end):
        return False
    if before in BEFORE_RANK or before.endswith(("'s", "’s", "s'", "s’")):
        return True
    verb = next_word(site.low, site.end)
    if before in TO_BE and not verb.endswith(VERB_ENDS):
        return True
    if verb.endswith("ed") and (before in ACTING or site.word[:1].isupper()):
        return False  # "who first entered"
    return noun_after(site.text, site.low, site.end, one=True) is not None
