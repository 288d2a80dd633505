"""Units that a bare number takes from the same place in the words before it.

"Limited to two terms and governors to three", "279 votes to Lee's 214", "the most seats, with 60",
"four people, the other three", "killing 12 guards and wounding 30 more".
"""

from tui.figures.draft import Draft
from tui.figures.grammar.following_word import ends_before
from tui.figures.sentence.implicit_people import HARMING
from tui.patterns import pattern

AGAIN = frozenset(["to", "at", "with", "for"])
AND_OTHERS = pattern(r"(?:,| and|, and|, while| while)(?: (?:[a-z'-]|’{1})+){1,3} $")
OWNERS = ("'s", "’s", "s'", "s’")
AGAINST = (" to ", " against ", " versus ", " over ", " compared to ", " compared with ")
CLAUSE_ENDS = frozenset(["and", "but", "while", "in", "after", "with"])
LONGEST_NAME = 48  # code points
MOST = pattern(
    r"(?<![a-z])the (?:most|fewest) ((?:[a-z-]+ )?[a-z]+s|men|women|people), (?:with|at) $"
)
HARM = frozenset(["death", "deaths", "killing", "wounding", "injuring", "arrest", "arrests"])


def parallel_unit(text: str, low: str, words: list[str], last: Draft, draft: Draft) -> str | None:
    """The unit of a bare number after `words`, if what goes before it repeats what goes before
    `last`.

    >>> def of(text, last, figure):
    ...     at, noun = text.index(figure), text.index(last) + len(last)
    ...     first = Draft(text.index(last), noun - len("hens") - 1, "count", unit="hens")
    ...     first.noun_end = noun
    ...     words = text[max(0, at - 24) : at].split()
    ...     return parallel_unit(text, text, words, first, Draft(at, at + len(figure), "count"))
    >>> of("kept to 4 hens and ann to 3", "4 hens", "3")
    'hens'
    >>> of("won 79 hens to lee's 14.", "79 hens", "14")
    'hens'
    >>> of("lost 4 hens and went to 3", "4 hens", "3"), of("had 4 hens and 3", "4 hens", "3")
    (None, None)
    """
    before = words[-1] if words else ""
    end = max(last.end, last.noun_end)
    if before in AGAIN:
        same = low.endswith(f" {before} ", 0, last.hedge_start or last.start)
        others = low[end : draft.start - len(before) - 1]
        return last.unit if same and AND_OTHERS.fullmatch(others) else None
    if before.endswith(OWNERS) and draft.start - end < LONGEST_NAME:
        against = low.startswith(AGAINST, end) and ends_before(low, draft.end, ".,;)", CLAUSE_ENDS)
        return last.unit if against else None
    return None


def most_of(text: str, low: str, draft: Draft) -> str | None:
    """What a bare number counts after "the most seats, with".

    >>> text = "had the most seats, with 60"
    >>> most_of(text, text, Draft(25, 27, "count"))
    'seats'
    """
    if not low.endswith((", with ", ", at "), 0, draft.start):
        return None
    told = MOST.search(low, max(0, draft.start - 50), draft.start)
    return text[slice(*told.span(1))] if told else None


def more_of(low: str, last: Draft | None, draft: Draft) -> str | None:
    """What else was harmed: "killing 12 guards and wounding 30 more".

    >>> text = "killing 12 guards and wounding 30 more."
    >>> more_of(text, Draft(8, 10, "count", unit="guards"), Draft(31, 33, "count"))
    'guards'
    """
    if last is None or last.kind != "count" or not low.startswith(" more", draft.end):
        return None
    if low.startswith(" more than", draft.end):
        return None
    ahead = low[max(0, last.start - 32) : last.hedge_start or last.start].split()
    if ahead[-1:] == ["of"]:
        return last.unit if len(ahead) > 1 and ahead[-2] in HARM else None
    return last.unit if ahead and ahead[-1] in HARMING else None


def same_rate(low: str, last: Draft, draft: Draft) -> bool:
    """Whether a bare number is the other end of a move of rates: "from 21 mpg to 23".

    >>> text = "from 21 mpg combined to 23"
    >>> first = Draft(5, 11, "measure", low=21, unit="mile per gallon")
    >>> same_rate(text, first, Draft(24, 26, "count", low=23))
    True
    """
    if not low.endswith("from ", 0, last.start) or last.low is None or draft.low is None:
        return False
    if low.count(" ", last.end, draft.start) > 3 or last.scale != draft.scale:
        return False
    return last.low <= 4 * draft.low and draft.low <= 4 * last.low
