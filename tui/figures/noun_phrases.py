"""Finds the first noun phrase of a clause, using only the word list."""

import re
from collections.abc import Iterator
from functools import lru_cache

from tui.figures.counted_noun import noun_after
from tui.figures.direction_words import DIRECTION_WORDS
from tui.figures.following_word import time_phrase
from tui.figures.noun_words import STOP
from tui.figures.phrase_words import (
    ACTS_ALONE,
    AFTER_SUM,
    ATTRIBUTES,
    BEFORE_VERB,
    COMPASS,
    DETERMINERS,
    EMPTY,
    FOLLOWING_A_VERB,
    INSIDE,
    LEVELS,
    NOUNS_IN_LY,
    NOUNS_TOO,
    OBJECTS,
    OPENS_TIME,
    PREPOSITIONS,
    PRONOUNS,
    SAME_IN_THE_PAST,
    SUMS,
)
from tui.figures.tables import words
from tui.patterns import pattern

TOKEN = pattern(
    r"(?:[^\W\d_]\.){2,}|(?:Inc|Corp|Ltd|Co|Bros)\.[’']s|[^\W_](?:[^\W_]|['’.&/-](?=[^\W_]))*"
    r"|[^\w\s]"
)
INSERTION_BEGINS = {word[0] for word in ATTRIBUTES} | set("(&'’0123456789")
# "West Texas Intermediate (WTI) futures"
SHORT_NAME = pattern(r"\([^\W\d_][\w&-]{0,7}\)(?= [a-z])")
# "the iPhone 15 Pro series"
OF_A_NAME = pattern(r"(?<=[^\W\d_] )[0-9]{1,3}[a-zA-Z]? (?=[A-Z])")
# "In May exports to the north rose": a time of which no comma parts the noun.
TIME_LED = pattern(
    r" (?:(?:early|late|mid)[ -])?(?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:19|20)[0-9]{2})"
    r"(?: (?:19|20)[0-9]{2})?(?= [a-z])"
    r"(?! (?:and|or|to|until|through|when|after|before|at|in|on|by|for|of)(?![a-z]))"
)
MAX_LENGTH = 90  # code points in which a noun phrase is sought


@lru_cache(maxsize=4096)
def is_noun(low_word: str, word: str) -> bool:
    """Whether a word can be the head of a noun phrase.

    >>> [is_noun(word.lower(), word) for word in ("sales", "rose", "of", "fraudulent", "China")]
    [True, False, False, False, True]
    """
    if not low_word[0].isalpha() or (low_word in STOP and low_word not in INSIDE):
        return word == "US" or (low_word in COMPASS and word[0].isupper())
    if low_word in ACTS_ALONE or low_word.split("'", 1)[0] in PRONOUNS:
        return False  # "they're"
    table = words()
    if low_word in table["verb"] or low_word in table["adverb"]:
        return (
            word[0].isupper()
            and low_word not in STOP
            and len(word) > 3
            and low_word not in table["adverb"]
        )
    if low_word in table["adjective"] and not word[0].isupper():
        return low_word in NOUNS_TOO
    if low_word.endswith("ly") and low_word not in NOUNS_IN_LY:
        return False
    if low_word[-1] == "s" and low_word[:-1] in table["verb"]:
        return low_word[:-1] in table["either"]  # "suspects", but "extends"
    if low_word.endswith(("ed", "ing")):
        moving = low_word in DIRECTION_WORDS  # "with sales decreasing"
        return (low_word in table["noun_ing"] and not moving) or word in ("United", "Fed")
    return "-by-" not in low_word


def first_noun(
    text: str, low: str, start: int, end: int, anywhere: bool = False
) -> tuple[int, int] | None:
    """The first noun phrase between `start` and `end`, including "of" and what follows.

    After a preposition at the start of the clause only if `anywhere`: "In 2019, sales rose". An
    empty span if there is a pronoun instead.

    >>> text = "the monthly number of filings in the country has decreased"
    >>> text[slice(*first_noun(text, text, 0, len(text)))]
    'monthly number of filings'
    """
    limit = min(end, start + MAX_LENGTH)
    if limit < end and text[limit].isalnum():
        limit = max(text.rfind(" ", start, limit), start)  # no half of a word
    tokens = TOKEN.finditer(text, start, limit)
    for begin, head in beginnings(text, low, tokens, (start, end), anywhere):
        if head < 0:
            return begin, begin
        found = whole_phrase(text, low, tokens, (begin, head), end)
        if found is not None:
            return found
    return None


def beginnings(
    text: str,
    low: str,
    tokens: Iterator[re.Match[str]],
    clause: tuple[int, int],
    anywhere: bool,
) -> Iterator[tuple[int, int]]:
    """The possible starts of noun phrases, each with the end of its first noun.

    The end is 0 if an adjective or possessive comes first, -1 at a pronoun.
    """
    start, end = clause
    passed = 0
    skipping = determined = False
    adjectives, either = words()["adjective"], words()["either"]
    for match in tokens:
        at, after = match.span()
        word = low[at:after]
        if skipping:
            # after a preposition at the head of the clause: its noun is not the subject
            skipping = word != "," and (word != "the" or "," in text[after:end])
            if word != "the" or skipping:
                continue  # but "in Seoul the Kospi added"
        if at < passed:
            continue
        if not anywhere and (word if word.isalpha() else word.partition("'")[0]) in PRONOUNS:
            yield at, -1
        opens_time = word in OPENS_TIME or word.endswith("day")
        time_ends = time_phrase(low, word, after, end) if opens_time else 0
        if time_ends:
            passed = time_ends
        elif not anywhere and opens_aside(text, low, word, after, end):
            time = TIME_LED.match(low, after, end)
            passed, skipping = (time.end(), False) if time else (passed, True)
        elif word in DETERMINERS or not word[0].isalpha():
            determined = word in DETERMINERS
        elif word not in EMPTY and (
            word not in STOP or word in INSIDE or (word in COMPASS and opens_name(text, at, after))
        ):
            owner = word.endswith(("'s", "’s"))  # "NASA's contract"
            noun = not owner and is_noun(word, text[at:after])
            if word in either and noun and low[max(start, at - 7) : at].endswith(BEFORE_VERB):
                continue  # "it should have cost"
            participle = determined and word.endswith(("ed", "ing"))
            if noun or owner or participle or word in adjectives:
                yield at, after if noun else 0


def whole_phrase(
    text: str, low: str, tokens: Iterator[re.Match[str]], opening: tuple[int, int], end: int
) -> tuple[int, int] | None:
    """The noun phrase with this start, if a noun comes before anything that cannot be part of
    it."""
    begin, head = opening
    adjectives = words()["adjective"]
    passed = 0
    for match in tokens:
        at, after = match.span()
        if at < passed:
            continue
        word = low[at:after]
        if head and acts(low, word, at, after, end):
            break
        if is_another_noun(text, low, (begin, head), (at, after)) or (
            word in SUMS and sums_up(low, after)
        ):
            head = after
        elif head and is_year(word) and low[after : after + 1] == " ":
            continue  # "Keel's 2018 sales"
        elif word == "of" and head:
            return begin, of_what(text, low, after, end) or head
        elif (
            word not in adjectives
            or (head and last_plural(low, begin, head))
            or (head and word in OPENS_TIME)  # "air travel last year"
        ):
            may_go_on = head and text[at] in INSERTION_BEGINS
            passed = insertion(text, begin, match.span(), end) if may_go_on else 0
            if not passed:
                break  # but "brent crude futures"
            if word in "'’":
                head = passed
    return (begin, head) if head else None


def opens_name(text: str, at: int, after: int) -> bool:
    """Whether a word and the next one are capitalized: "West Texas"."""
    return text[at].isupper() and text[after + 1 : after + 2].isupper()


def insertion(text: str, begin: int, span: tuple[int, int], end: int) -> int:
    """The end of an insertion between the nouns of a phrase, 0 if the phrase is over.

    An abbreviation in brackets, a number in a name, a possessive, a participle.

    >>> text = "The Wave (WTF) rose, the aPhone 15 Pro series' share, U.S. existing homes (3)"
    >>> [insertion(text, *at, 99) for at in ((4, (9, 10)), (25, (32, 34)), (25, (45, 46)))]
    [14, 35, 46]
    >>> insertion(text, 54, (59, 67), 99), insertion(text, 4, (15, 19), 99)
    (67, 0)
    """
    at, after = span
    first = text[at]
    if first == "(":
        found = SHORT_NAME.match(text, at, end)
        return found.end() if found else 0
    if first.isdigit():
        named = any(map(str.isupper, text[text.rfind(" ", 0, at - 1) + 1 : at]))
        found = OF_A_NAME.match(text, at, end) if named else None
        return found.end() if found else 0
    owner = first in "'’" and text[at - 1] == "s" and text.startswith(" ", after)
    attribute = text[at:after] in ATTRIBUTES and text[begin].isupper()
    return after if owner or attribute or first == "&" else 0


def sums_up(low: str, after: int) -> bool:
    """Whether "average" is a noun here, because a verb follows: "the long term average is".

    >>> sums_up("average is", 7), sums_up("average man", 7)
    (True, False)
    """
    following = low[after : after + 16].split(None, 1)[:1]
    return bool(following) and (following[0] in AFTER_SUM or following[0] in DIRECTION_WORDS)


def is_year(word: str) -> bool:
    """Whether a token is a year of this or the last century."""
    return len(word) == 4 and word.isdigit() and word.startswith(("19", "20"))


def opens_aside(text: str, low: str, word: str, after: int, end: int) -> bool:
    """Whether a word starts an adverbial before the subject: "In 2019, sales"."""
    return word in PREPOSITIONS and ("," in text[after:end] or " the " in low[after + 1 : end])


def is_another_noun(text: str, low: str, phrase: tuple[int, int], span: tuple[int, int]) -> bool:
    """Whether a word is one more noun of a phrase; after a plural it may be the verb."""
    begin, head = phrase
    word = text[slice(*span)]
    low_word = low[slice(*span)]
    if not is_noun(low_word, word):
        return False
    if head and low_word.endswith("ing") and last_plural(low, begin, head):
        return False  # "women serving in"
    may_act = head and low_word in words()["either"] and not word[0].isupper()
    return not (may_act and last_plural(low, begin, head)) or sums_up(low, span[1])


def of_what(text: str, low: str, after: int, end: int) -> int | None:
    """The end of the phrase after "of", if one follows directly."""
    tail = first_noun(text, low, after, min(end, after + 60))
    if tail and tail[0] - after > 6:
        tail = noun_after(text, low, after, one=True) or tail  # "of confirmed cases"
    if tail and low.endswith(LEVELS, *tail):
        tail = tail[0], low.rindex(" ", *tail)  # "the number of cases stands at"
    return joined(text, low, tail[1], end) if tail and tail[0] - after <= 6 else None


def joined(text: str, low: str, at: int, end: int) -> int:
    """The end of a phrase that continues after "and": "the number of new telecom and internet fraud
    cases".

    Only if its second noun follows directly, so that "cases and the" ends it.
    """
    if not low.startswith((" and ", " or "), at):
        return at
    begin = low.index(" ", at + 1) + 1
    second = first_noun(text, low, begin, min(end, begin + 40))
    return second[1] if second and second[0] == begin else at


def acts(low: str, word: str, at: int, after: int, end: int) -> bool:
    """Whether a word after a noun is its verb: "the model costs $5", "the tickets cost me".

    It is if an article, a preposition or the figure itself follows.
    """
    if word in SAME_IN_THE_PAST:
        following = low[after:end].split(None, 1)
        return not following or following[0] in (FOLLOWING_A_VERB | OBJECTS)
    if word[-1] != "s" or low[at - 2] == "s" or word[:-1] not in words()["either"]:
        return False
    following = low[after:end].split(None, 1)
    return not following or following[0] in FOLLOWING_A_VERB or following[0][0] in "0123456789$€£¥"


def last_plural(low: str, begin: int, head: int) -> bool:
    """Whether the phrase so far ends in a plural, after which an ambiguous word is a verb."""
    if low[head - 1] != "s":
        return low.endswith(("men", "people", "children", "police"), begin, head)
    return head - begin > 1 and low[head - 2] not in "s'’"  # "Oracle's spring profit"
