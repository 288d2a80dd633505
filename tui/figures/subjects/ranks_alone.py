"""What an ordinal without a noun ranks: "two bills passed; the first", "second and third place"."""

import itertools

from tui.figures.draft import Draft
from tui.figures.grammar.acting_verbs import FINITE
from tui.figures.grammar.following_word import next_word
from tui.figures.grammar.noun_words import is_plural
from tui.figures.subjects.following_subject import noun_ranked
from tui.figures.tables import words
from tui.patterns import pattern

POINTING = frozenset(["the", "a", "its", "his", "her", "their"])
OWNED = ("'s ", "’s ")
JOINED = frozenset([" and ", " or ", " and the ", ", "])
MOST = 12  # things that are told one by one
# The rank is what its clause is about: "The first fell", "two fell, and a third".
OPENS_CLAUSE = pattern(r"(?:^|[.!?”\"]\s+|\n\s*|[,;:] (?:and |but |while )?)(?:the|a) $")
REACH = 160  # code points between what is counted and the rank of one of it


def ranked_elsewhere(
    text: str, low: str, group: list[Draft], draft: Draft, before: list[list[Draft]]
) -> str | None:
    """What has a rank that no noun follows, from its sentence or the last one with figures.

    `group`: the figures of its sentence; `before`: the quantities of each sentence before it.

    >>> text = "the first barge sank, the second did not"
    >>> first, second = Draft(4, 9, "ordinal"), Draft(26, 32, "ordinal")
    >>> first.subject = "barge"
    >>> ranked_elsewhere(text, text, [first, second], second, [])
    'barge'
    """
    if low.endswith(OWNED, 0, draft.start):
        if not low.startswith((".", ",", ";"), draft.end):
            return None
    elif word_before(low, draft.start) not in POINTING:
        return rank_joined(text, low, group, draft)
    ranks = [each for each in group if each.kind == "ordinal" and each.start < draft.start]
    if ranks:
        return ranks[-1].subject
    if not OPENS_CLAUSE.search(low, max(0, draft.start - 16), draft.start) or not acts(low, draft):
        return None
    near = itertools.chain(*before[-1:], (each for each in group if each.start < draft.start))
    fitting = {each.unit for each in near if is_one_of(low, draft, each)}
    return fitting.pop() if len(fitting) == 1 else None


def acts(low: str, rank: Draft) -> bool:
    """Whether a verb or an aside follows a rank: "the first was", "a third, in Bonn,".

    >>> text = "the first was sold, the second half of it"
    >>> acts(text, Draft(4, 9, "ordinal")), acts(text, Draft(24, 30, "ordinal"))
    (True, False)
    """
    if low.startswith(",", rank.end):
        return True
    word = next_word(low, rank.end)
    return word in FINITE or word in words()["verb"] or word.endswith("ed")


def rank_joined(text: str, low: str, group: list[Draft], draft: Draft) -> str | None:
    """What a rank shares with the one joined to it: "second and third place".

    >>> text = "second and third place went"
    >>> second, third = Draft(0, 6, "ordinal"), Draft(11, 16, "ordinal")
    >>> rank_joined(text, text, [second, third], second)
    'place'
    """
    for each in group:
        if each.kind == "ordinal" and each.start > draft.end:
            if low[draft.end : each.start] not in JOINED:
                return None
            return noun_ranked(text, low, each.start, each.end)
    return None


def is_one_of(low: str, rank: Draft, counted: Draft) -> bool:
    """Whether a rank in words may be that of one of the things counted before it, or of one more.

    >>> from decimal import Decimal
    >>> text = "two red barges came; the first"
    >>> barges = Draft(0, 3, "count", low=Decimal(2), unit="red barges", noun_end=14)
    >>> is_one_of(text, Draft(25, 30, "ordinal", low=Decimal(1)), barges)
    True
    >>> is_one_of(text, Draft(25, 30, "ordinal", low=Decimal(4)), barges)
    False
    """
    if counted.kind != "count" or not counted.noun_end or rank.start - counted.end > REACH:
        return False
    if rank.low is None or counted.low is None or not low[rank.start].isalpha():
        return False
    if counted.low > MOST or low.find("\n\n", counted.end, rank.start) >= 0:
        return False
    unit = (counted.unit or "").lower()
    one_more = word_before(low, rank.start) == "a"
    fits = rank.low == counted.low + 1 if one_more else rank.low <= counted.low
    return fits and counted.low > 1 and is_plural(unit.rpartition(" ")[2])


def word_before(low: str, at: int) -> str:
    """The short word that a space parts from what stands at `at`, or "".

    >>> word_before("was the first", 8), word_before("four-first", 5)
    ('the', '')
    """
    ahead = low[max(0, at - 8) : at]
    return ahead.split()[-1] if ahead.endswith(" ") and not ahead.isspace() else ""
