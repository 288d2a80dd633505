"""Counted nouns of one plain word, as most are: "12 people were", "40 ships."."""

from tui.figures.grammar.noun_words import (
    BEGIN_NO_NOUN,
    COMPARATIVES,
    ENDS_ALWAYS,
    OPENERS,
    PARTICIPLES,
    PREDICATES,
    STOP,
    THE_MARK,
    is_plural,
)
from tui.figures.numbers.number_words import NUMBER_WORDS
from tui.figures.tables import Kept, words

Span = tuple[int, int]

NO_NOUN = -1
LONGEST = 42  # code points of a word and the space behind it
# After these a noun is read word by word.
ENDS_PLAIN = ENDS_ALWAYS - OPENERS
LONGEST_END = 16
BEGINS_NONE = (BEGIN_NO_NOUN | STOP) - THE_MARK - OPENERS - PARTICIPLES - {"last", "no", "yes"}
NOT_PLAIN = STOP.union(
    OPENERS, THE_MARK, NUMBER_WORDS, COMPARATIVES, PREDICATES, ("times", "time", "means")
)
VERBAL = ("ed", "ing", "ly", "set")


def plain_noun(text: str, at: int) -> Span | None:
    """The noun after the space at `at`, if it is one word behind which no noun goes on.

    An empty span if the word begins no noun; None if more words must be read.

    >>> plain_noun("12 men were", 2), plain_noun("12 of", 2), plain_noun("12 of it", 2)
    ((3, 6), None, (3, 3))
    >>> plain_noun("12 men, 3", 2), plain_noun("12 brave men", 2)
    ((3, 6), None)
    """
    begin = at + 1
    stop = text.find(" ", begin, begin + LONGEST)
    length = PLAIN[text[begin:stop]] if stop > 0 and text[at] == " " else 0
    if length == NO_NOUN:
        return begin, begin
    if not length:
        return None
    end = begin + length
    behind = text[stop + 1 : stop + LONGEST_END].partition(" ")[0] if end == stop else ""
    return (begin, end) if end < stop or behind in ENDS_PLAIN else None


def plain_length(written: str) -> int:
    """The length of a word that is a noun, without the sign behind it; 0 if it may be anything.

    >>> [plain_length(written) for written in ("men", "men,", "of", "brave", "Men")]
    [3, 3, -1, 0, 0]
    """
    word = written if written.isalpha() else written.rstrip(",.")
    if word in BEGINS_NONE:
        return NO_NOUN
    if word in NOT_PLAIN or not (word.isalpha() and word.isascii() and word.islower()):
        return 0
    table = words()
    if word in table["verb"] or word in table["adverb"]:
        return 0
    if is_plural(word):
        return len(word)
    return 0 if word in table["adjective"] or word.endswith(VERBAL) else len(word)


PLAIN = Kept(plain_length)
