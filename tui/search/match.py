"""How well a term of the documents answers a word of a query: one number, decided on words."""

from typing import NamedTuple

from rapidfuzz.distance import OSA, LCSseq

from tui.text import stem

EXACT = 1.0
OTHER_WRITING = 0.97
"""What a term is worth that says the same in another writing: 2 for two, cutoff for cut-off."""
PREFIX = 0.9
JOINED = 0.9
STEM = 0.8
ONE_TYPO = 0.78
TWO_TYPOS = 0.6
BEGINNING = 0.6
FRAGMENT = 0.6
MISTYPED_PREFIX = 0.7
"""What a typo in a half-typed word leaves: less, and fragments of words are found (.89 to .95 of
them among the first ten of a million passages)."""
OTHER_FIRST_LETTER = 0.12
SWAPPED = 0.02
"""What is added where letters only changed places: gagns is gangs rather than gains."""
LEAST = 0.4
"""A quality below this is no match."""

SHORTEST_FOR_TYPO = 4
SHORTEST_FOR_TWO = 7
SHORTEST_FRAGMENT = 4
SHORTEST_STEMMED = 4
LONGEST_REST = 4
"""Letters that may follow a word that is not the last: "telecom" for telecoms, "mak" for making."""


class Grade(NamedTuple):
    """A quality, and `how` it came about: exact, prefix, stem, typo or fragment."""

    quality: float
    how: str


NOTHING = Grade(0.0, "")


def typos_allowed(word: str) -> int:
    """How many slips of the finger a word may hold: none in numbers and short words.

    >>> typos_allowed("the"), typos_allowed("case"), typos_allowed("overseas"), typos_allowed("560")
    (0, 1, 2, 0)
    """
    if len(word) < SHORTEST_FOR_TYPO or not word.isalpha():
        return 0
    return 2 if len(word) >= SHORTEST_FOR_TWO else 1


def typo_quality(word: str, term: str, typos: int) -> float:
    """The quality of a term that differs by so many typos; 1 for none."""
    if not typos:
        return EXACT
    quality = ONE_TYPO if typos == 1 else TWO_TYPOS
    if len(word) == len(term) and sorted(word) == sorted(term):
        quality += SWAPPED
    return quality if word[0] == term[0] else quality - OTHER_FIRST_LETTER


def grade(word: str, term: str, half_typed: bool) -> Grade:
    """What a term is worth for a word of a query.

    `half_typed` says that more letters may follow: the last word, before a space is typed.

    >>> grade("fradulent", "fraudulent", False)
    Grade(quality=0.78, how='typo')
    >>> grade("tele", "telecom", True), grade("arrest", "arrested", False).how
    (Grade(quality=0.9, how='prefix'), 'stem')
    """
    if word == term:
        return Grade(EXACT, "exact")
    if half_typed and term.startswith(word):
        return Grade(PREFIX, "prefix")
    best = NOTHING
    if len(word) >= SHORTEST_STEMMED and word.isalpha() and stem(word) == stem(term):
        best = Grade(STEM, "stem")
    allowed = typos_allowed(word)
    if allowed and term.isalpha():
        quality = 0.0
        typos = OSA.distance(word, term, score_cutoff=allowed)
        if typos <= allowed:
            quality = typo_quality(word, term, typos)
        elif half_typed and len(term) > len(word):
            typos = begun_typos(word, term, allowed)
            if typos <= allowed:
                quality = typo_quality(word, term, typos) * MISTYPED_PREFIX
        if quality > best.quality:
            best = Grade(quality, "typo")
    if term.startswith(word) and len(word) > 2 and len(term) - len(word) <= LONGEST_REST:
        best = max(best, Grade(BEGINNING, "prefix"), key=_quality)
    if len(word) >= SHORTEST_FRAGMENT and word in term:
        best = max(best, Grade(FRAGMENT, "fragment"), key=_quality)
    return best


def _quality(graded: Grade) -> float:
    return graded.quality


def begun_typos(word: str, term: str, allowed: int) -> int:
    """Typos between a half-typed word and the beginning of a term; more than allowed if none fits.

    >>> begun_typos("telcomun", "telecommunications", 2)
    2
    """
    size = len(word)
    return min(
        OSA.distance(word, term[:length], score_cutoff=allowed)
        for length in range(size - 1, size + allowed + 1)
    )


def matched_letters(word: str, term: str, how: str) -> list[tuple[int, int]]:
    """The letters of a term that a word accounts for, as spans in the term.

    >>> matched_letters("fradulent", "fraudulent", "typo")
    [(0, 3), (4, 10)]
    >>> matched_letters("communi", "telecommunications", "fragment")
    [(4, 11)]
    """
    if how == "prefix":
        return [(0, len(word))]
    if how == "fragment":
        at = term.find(word)
        return [(at, at + len(word))]
    if how != "typo":
        return [(0, len(term))]
    blocks = LCSseq.opcodes(word, term)
    return [(block.dest_start, block.dest_end) for block in blocks if block.tag == "equal"]
