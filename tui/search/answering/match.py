"""Grades how well a term of the documents matches a word of a query, on a scale from 0 to 1."""

from typing import NamedTuple

from rapidfuzz.distance import OSA, LCSseq

from tui.text import stem

EXACT = 1.0
#: The quality of another spelling of the same thing: 2 for two, cutoff for cut-off.
OTHER_SPELLING = 0.97
PREFIX = 0.9
JOINED = 0.9
STEM = 0.8
ONE_TYPO = 0.78
TWO_TYPOS = 0.6
BEGINNING = 0.6
FRAGMENT = 0.6
#: Factor for a typo in a half-typed word. At a lower one, fragments of words are found more often
#: (.89 to .95 of them among the first ten of a million passages).
TYPO_IN_PREFIX_FACTOR = 0.7
OTHER_FIRST_LETTER = 0.12
#: Bonus if only letters were transposed: gagns is gangs rather than gains.
SWAPPED = 0.02
#: A quality below this is no match.
MIN_QUALITY = 0.4

MIN_LENGTH_FOR_TYPO = 4
MIN_LENGTH_FOR_TWO_TYPOS = 7
MIN_FRAGMENT_LENGTH = 4
MIN_STEMMED_LENGTH = 4
#: The shortest word that may be two, typed with a space too few, and the shortest of the two.
MIN_SPLIT_LENGTH = 6
MIN_SPLIT_PART = 3
#: Letters that may follow a word that is complete: "telecom" matches telecoms, "mak" making.
MAX_SUFFIX_LENGTH = 4


class Grade(NamedTuple):
    """A quality, and the kind of match: exact, prefix, stem, typo or fragment."""

    quality: float
    how: str


NOTHING = Grade(0.0, "")


def typos_allowed(word: str) -> int:
    """The maximum edit distance for a word: 0 for numbers and short words, at most 2.

    >>> typos_allowed("the"), typos_allowed("case"), typos_allowed("overseas"), typos_allowed("560")
    (0, 1, 2, 0)
    """
    if len(word) < MIN_LENGTH_FOR_TYPO or not word.isalpha():
        return 0
    return 2 if len(word) >= MIN_LENGTH_FOR_TWO_TYPOS else 1


def typo_quality(word: str, term: str, typos: int) -> float:
    """The quality of a term at this edit distance; 1 at distance 0."""
    if not typos:
        return EXACT
    quality = ONE_TYPO if typos == 1 else TWO_TYPOS
    if len(word) == len(term) and sorted(word) == sorted(term):
        quality += SWAPPED
    return quality if word[0] == term[0] else quality - OTHER_FIRST_LETTER


def grade(word: str, term: str, half_typed: bool) -> Grade:
    """The grade of a term for a word of a query.

    `half_typed`: more letters may follow, as in the last word before a space is typed.

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
    if len(word) >= MIN_STEMMED_LENGTH and word.isalpha() and stem(word) == stem(term):
        best = Grade(STEM, "stem")
    allowed = typos_allowed(word)
    if allowed and term.isalpha():
        quality = 0.0
        typos = OSA.distance(word, term, score_cutoff=allowed)
        if typos <= allowed:
            quality = typo_quality(word, term, typos)
        elif half_typed and len(term) > len(word):
            typos = prefix_typos(word, term, allowed)
            if typos <= allowed:
                quality = typo_quality(word, term, typos) * TYPO_IN_PREFIX_FACTOR
        if quality > best.quality:
            best = Grade(quality, "typo")
    if term.startswith(word) and len(word) > 2 and len(term) - len(word) <= MAX_SUFFIX_LENGTH:
        best = max(best, Grade(BEGINNING, "prefix"), key=_quality)
    if len(word) >= MIN_FRAGMENT_LENGTH and word in term:
        best = max(best, Grade(FRAGMENT, "fragment"), key=_quality)
    return best


def _quality(graded: Grade) -> float:
    return graded.quality


def prefix_typos(word: str, term: str, allowed: int) -> int:
    """The smallest edit distance between a half-typed word and a prefix of a term; more than
    `allowed` if none is close enough.

    >>> prefix_typos("telcomun", "telecommunications", 2)
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
