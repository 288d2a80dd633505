"""Numbers that are open at the top, "dozens", "hundreds", without a noun: who or what they are."""

from tui.figures.draft import Site
from tui.figures.grammar.following_word import ends_before, next_word
from tui.figures.sentence.implicit_people import HARMING
from tui.figures.tables import word_set, words

OPEN_ENDS = word_set(
    """
    and in on at more from since during after who as by when while near across before outside
    including homeless dead injured wounded missing stranded trapped displaced hospitalised
    hospitalized
    """
)
# "Hundreds were arrested", "; hundreds of thousands more are due", "Dozens feared dead".
OPEN_ACTS = word_set(
    """
    more others were are have had will would could may might must did do don dead missing homeless
    flee join take gather march protest die remain turn show face wait queue live dwell line attend
    rally mourn lose fear risk left took fled lost came went fell hurt
    """
)
NO_ACTS = ("need", "seed", "speed", "breed", "weed")
JOINS_CLAUSE = frozenset(["and", "but", "which", "that", "as", "while", "where", "when", "with"])
# "Losses are in the millions", "numbering in the hundreds"
AMOUNTING = word_set(
    "is are was were be been number numbers numbered numbering run runs ran running go goes into"
    " count toll total figure losses damage"
)
LOOSENING = frozenset(["least", "than", "some", "for", "by", "over", "were", "are", "of"])


def counts_alone(site: Site) -> bool:
    """Whether "hundreds" without a noun counts: after a verb, or with an action of its own.

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text):
    ...     at = text.index("dozens")
    ...     return counts_alone(Site(text, text, read_number(text, text, at), None))
    >>> of("it kills dozens at once"), of("dozens fled"), of("sold in dozens of"), of("by dozens")
    (True, True, False, True)
    """
    if ends_before(site.low, site.end, '.,;:)”"', OPEN_ENDS) and acts(site):
        return True
    return opens_clause(site) and act_themselves(next_word(site.low, site.end))


def act_themselves(word: str) -> bool:
    """Whether the word after "hundreds" is their action, or shows that they are people.

    >>> act_themselves("fled"), act_themselves("gathered"), act_themselves("breeding")
    (True, True, False)
    """
    past = word.endswith("ed") and len(word) > 3 and not word.startswith(NO_ACTS)
    return past or word in OPEN_ACTS


def opens_clause(site: Site) -> bool:
    """Whether only a conjunction is before the number in its clause."""
    return not site.word or site.word[-1] in '.,;:!?”"' or site.word.lower() in JOINS_CLAUSE


def acts(site: Site) -> bool:
    """Whether a verb is before "hundreds" or its hedge: "killing hundreds", "at least dozens".

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text):
    ...     at = text.index("dozens")
    ...     return acts(Site(text, text, read_number(text, text, at), None))
    >>> of("fire kills dozens at a mill"), of("it came in dozens at a time")
    (True, False)
    >>> of("losses were in the dozens."), of("they were seen in the dozens.")
    (True, False)
    """
    before, verbs = site.word.lower(), words()["verb"]
    if before == "the" and site.low.endswith((" in the ", " into the "), 0, site.start):
        ahead = site.low[max(0, site.start - 24) : site.start].split()
        return len(ahead) > 2 and ahead[-3] in AMOUNTING
    if before in verbs or before.endswith(("ed", "ing")) or before in LOOSENING:
        return True
    return before in HARMING or (before.endswith("s") and before[:-1] in verbs)
