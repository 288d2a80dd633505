"""Looks words of the text up in sets, which is faster than compiling patterns.

Fifteen patterns of word lists took 2.5 ms of a first pass over 1.3 MB of news, these functions
none.
"""

from collections.abc import Collection

from tui.figures.tables import word_set
from tui.patterns import pattern

WORD = pattern(r" ([a-z]+)")
ALPHABET = "abcdefghijklmnopqrstuvwxyz"  # importing `string` takes 0.5 ms
LETTERS = pattern(r"[a-z]+")
TIMES = word_set(
    """
    year month week period quarter decade season day night morning time summer winter spring autumn
    """
)
# "A third more than", "a fifth below"
LESS_BY = frozenset(["more", "less", "fewer", "off", "above", "below"])
AS_MUCH = word_set("much many large big high long likely tall heavy fast expensive old deep")
# "In May exports rose", but "in May and June".
NAMED_TIMES = word_set(
    """
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    """
)
PARTS_OF_TIME = ("early", "late", "mid")
NO_NOUN = word_set("and or to until through when after before at in on by for of")
PARTS_OF_DAY = frozenset(["morning", "afternoon", "evening", "night"])


def next_word(low: str, at: int) -> str:
    """The word after the space at `at` in lower case, "" if there is none.

    >>> next_word("12 men's", 2), next_word("12, men", 2), next_word("12", 2)
    ('men', '', '')
    """
    match = WORD.match(low, at)
    return match[1] if match else ""


def words_in(low: str) -> list[str]:
    """All words of a few in lower case, without signs and digits.

    >>> words_in("(the well-known 3% rise,")
    ['the', 'well', 'known', 'rise']
    """
    return LETTERS.findall(low)


def last_word(low: str) -> str:
    """The word with which a few words end, "" if they end with anything else.

    >>> last_word("over the past"), last_word("(past"), last_word("past ")
    ('past', 'past', '')
    """
    return low[len(low.rstrip(ALPHABET)) :]


def ends_before(low: str, at: int, marks: Collection[str], words: Collection[str]) -> bool:
    """Whether the text ends at `at`, or one of the characters or words follows.

    >>> [ends_before(low, 2, ".,", ["and"]) for low in ("12", "12.", "12 and", "12 men")]
    [True, True, True, False]
    >>> ends_before("12\\n", 2, "", []), ends_before("12\\nmen", 2, "", [])
    (True, False)
    """
    following = low[at : at + 1]
    if following == " ":
        return next_word(low, at) in words
    return not following or following in marks or (following == "\n" and at + 1 == len(low))


def is_less_by(low: str, at: int) -> bool:
    """Whether a share at whose end `at` is tells how much more or less something is.

    >>> is_less_by("a third more", 7), is_less_by("a third larger than", 7)
    (True, True)
    >>> is_less_by("a quarter as much", 9), is_less_by("a quarter as planned", 9)
    (True, False)
    """
    word = next_word(low, at)
    if word in LESS_BY:
        return True
    than = at + 1 + len(word)
    if word == "as":
        return next_word(low, than) in AS_MUCH
    return 5 <= len(word) <= 14 and word.endswith("er") and next_word(low, than) == "than"


def time_phrase(low: str, word: str, after: int, end: int) -> int:
    """The end of "last year" or "Monday morning" starting with a word, 0 if there is none.

    >>> time_phrase("last years and", "last", 4, 14), time_phrase("last year's", "last", 4, 11)
    (10, 0)
    """
    second = next_word(low, after)
    stop = after + 1 + len(second)
    if word == "tomorrow" or word.endswith("day"):
        known = second in PARTS_OF_DAY
    else:
        known = second.removesuffix("s") in TIMES and low[stop : stop + 1] not in ("'", "’")
    return stop if known and stop <= end else 0


def leading_time(low: str, after: int, end: int) -> int:
    """The end of a time of which no comma parts the next noun: "in | May 2020 exports rose".

    0 if there is none.

    >>> leading_time("in may 2020 exports", 2, 19), leading_time("in may and", 2, 10)
    (11, 0)
    >>> leading_time("by late friday sales", 2, 20), leading_time("in may, sales", 2, 13)
    (14, 0)
    """
    word, *following = low[after + 1 : end].split(" ", 4)
    stop = after + 1 + len(word)
    part, dash, named = word.partition("-")
    if part in PARTS_OF_TIME and (dash or following):
        word = named if dash else following.pop(0)
        stop += 0 if dash else 1 + len(word)
    if word not in NAMED_TIMES and not is_year(word):
        return 0
    if following and is_year(following[0]):
        stop += 1 + len(following.pop(0))
    goes_on = LETTERS.match(following[0]) if following else None
    return stop if goes_on and goes_on[0] not in NO_NOUN and low[after] == " " else 0


def is_year(word: str) -> bool:
    """Whether a word is a year of this or the last century.

    >>> is_year("1984"), is_year("1884"), is_year("1984s")
    (True, False, False)
    """
    return len(word) == 4 and word.isdecimal() and word.isascii() and word[:2] in ("19", "20")
