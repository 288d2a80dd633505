"""Counted nouns of one or two plain words, as most are: "12 people were", "40 brave men."."""

from tui.figures.grammar.noun_words import (
    BEGIN_NO_NOUN,
    COMPARATIVES,
    COMPOUNDING,
    ENDS_ALWAYS,
    MODIFYING_PLURALS,
    OPENERS,
    PARTICIPLES,
    PREDICATES,
    STOP,
    THE_MARK,
    VAGUE_OPENERS,
    ends_noun,
    is_plural,
)
from tui.figures.numbers.number_words import NUMBER_WORDS
from tui.figures.tables import Kept, words

Span = tuple[int, int]

NO_NOUN = -1
REACH = 48  # code points that are looked at: if a word goes on beyond, words are read one by one
# Behind these words a noun does not go on.
ENDS_PLAIN = ENDS_ALWAYS - OPENERS
BEGINS_NONE = (BEGIN_NO_NOUN | STOP) - THE_MARK - OPENERS - PARTICIPLES - {"last", "no", "yes"}
NOT_PLAIN = STOP.union(
    OPENERS, THE_MARK, NUMBER_WORDS, COMPARATIVES, PREDICATES, ("times", "time", "means")
)
VERBAL = ("ed", "ing", "ly", "set")
SIGNS = ",.;:)?!]"
# What may go on a plural although it is a verb or function word.
GOING_ON = COMPOUNDING | OPENERS | {"no", "yes", "and", "or"}


def plain_noun(text: str, at: int) -> Span | None:
    """The noun after the space at `at`, if it is one word behind which no noun goes on, or a
    plural behind a word that qualifies it.

    An empty span if the word begins no noun; None if more words must be read.

    >>> plain_noun("12 men were", 2), plain_noun("12 of", 2), plain_noun("12 of it", 2)
    ((3, 6), None, (3, 3))
    >>> plain_noun("12 men, 3", 2), plain_noun("12 brave men were", 2)
    ((3, 6), (3, 12))
    >>> plain_noun("12 brave men", 2), plain_noun("12 brave old men", 2)
    (None, None)
    """
    begin = at + 1
    near = text[begin : begin + REACH]
    written, blank, behind = near.partition(" ")
    if not blank or text[at] != " ":
        return None
    length = PLAIN[written]
    if length == NO_NOUN:
        return begin, begin
    if length and length < len(written):
        return begin, begin + length
    second, blank, behind = behind.partition(" ")
    if not blank and len(near) == REACH:
        return None
    if length and (second in ENDS_PLAIN or (PLURAL[written] and ENDS_PLURAL[second])):
        return begin, begin + length
    if not blank or not QUALIFYING[written]:
        return None
    length = PLAIN[second]
    if length > 0 and PLURAL[second]:
        third, blank, _ = behind.partition(" ")
        ends = (blank or len(near) < REACH) and (third in ENDS_PLAIN or ENDS_PLURAL[third])
        if length < len(second) or ends:
            return begin, begin + len(written) + 1 + length
    return None


def plain_length(written: str) -> int:
    """The length of a word that is a noun, without the sign behind it; 0 if it may be anything.

    >>> [plain_length(each) for each in ("men", "men,", "of", "brave", "Men", "men.\\n\\nThe")]
    [3, 3, -1, 0, 0, 3]
    """
    word = written
    if not word.isalpha():
        line = word.partition("\n")[0]
        word = line.rstrip(SIGNS)
        if word == line:
            return 0  # a broken line may go on
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


def may_qualify(word: str) -> bool:
    """Whether a word may be a part of the noun that a plural behind it ends.

    >>> [may_qualify(word) for word in ("brave", "fraud", "frauds", "more", "very", "of")]
    [True, True, False, False, False, False]
    """
    if word in NOT_PLAIN or word in VAGUE_OPENERS:
        return False
    if not (word.isalpha() and word.isascii() and word.islower()):
        return False
    return not (word in words()["verb"] or word in words()["adverb"] or is_plural(word))


def is_plain_plural(written: str) -> bool:
    """Whether a word with `plain_length` is a plural that does not itself qualify a noun.

    >>> is_plain_plural("men,"), is_plain_plural("man"), is_plain_plural("sales")
    (True, False, False)
    """
    word = written[: PLAIN[written]]
    return is_plural(word) and not word.endswith((*VERBAL, *MODIFYING_PLURALS))


def ends_plural(written: str) -> bool:
    """Whether no noun goes on with a word behind a plural: "12 men drowned", but "12 fire vans".

    >>> ends_plural("drowned"), ends_plural("died."), ends_plural("related"), ends_plural("van")
    (True, True, False, False)
    """
    word = written.rstrip(SIGNS)
    if not (word.isalpha() and word.isascii() and word.islower()) or word in GOING_ON:
        return False
    return ends_noun(word, seen_plural=True)


PLAIN = Kept(plain_length)
PLURAL = Kept(is_plain_plural)
ENDS_PLURAL = Kept(ends_plural)
QUALIFYING = Kept(may_qualify)
