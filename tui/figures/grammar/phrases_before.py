"""Finds the noun phrase that ends where the words before a figure end."""

from tui.figures.grammar.direction_words import DIRECTION_WORDS
from tui.figures.grammar.noun_words import STOP
from tui.figures.grammar.phrase_tokens import is_noun
from tui.figures.grammar.phrase_words import (
    AUXILIARIES,
    BEFORE_OTHERS,
    BEFORE_VERB,
    DETERMINERS,
    ENDS_PHRASE,
    INSIDE,
    SAME_IN_THE_PAST,
    TIME_ALONE,
)
from tui.figures.numbers.number_words import TENS, UNITS
from tui.figures.tables import words
from tui.patterns import pattern

OF_BEFORE = pattern(r" of (?:(?:the|its|his|her|their|a|an) )?$")
OF_MANY = (" which have ", " which are ", " which were ")


def last_noun(text: str, low: str, start: int, end: int) -> tuple[int, int] | None:
    """The noun phrase that ends at `end`, without words that cannot belong to it.

    >>> text = "posted a net profit"
    >>> text[slice(*last_noun(text, text, 0, 19))]
    'net profit'
    >>> text[slice(*last_noun(text, text, 11, 19))]
    'profit'
    """
    begin = at = end
    start = low.rfind("\n", start, end) + 1 or start
    unbroken = "\u00a0" in text[start:end]
    while at > start:
        blank = text.rfind(" ", start, at)
        if unbroken:
            blank = max(blank, text.rfind("\u00a0", start, at))
        at = blank if blank >= 0 else start - 1
        word = low[at + 1 : begin - 1 if begin < end else end]
        if begin == end:
            if not word or word in TIME_ALONE or not is_noun(text[at + 1 : end]):
                return None
        elif (
            word[-1:] in ",;:)"
            or word.isdigit()
            or (
                word in ENDS_PHRASE
                or word in AUXILIARIES
                or word in SAME_IN_THE_PAST
                or word in UNITS
                or word in TENS
                or not word
                or not (is_noun(text[at + 1 : begin - 1]) or noun_like(word))
            )
        ):
            break
        begin = at + 1
    if begin == start and start and text[start - 1].isalnum():
        begin = text.find(" ", begin, end) + 1 or end  # no half of a word
    last = low[begin:end]
    verb = (last in words()["either"] and last != "people") or last in SAME_IN_THE_PAST
    if verb and low.endswith(BEFORE_VERB, start, begin):
        return None  # "to trade at 5.95", "can range from", "would cost about"
    return (begin, end) if begin < end else None


def noun_like(word: str) -> bool:
    """Whether a word can be an adjective within a noun phrase."""
    table = words()
    return word not in STOP and word not in table["verb"] and word in table["adjective"]


def with_head(text: str, low: str, floor: int, near: tuple[int, int]) -> tuple[int, int]:
    """The noun with the noun it depends on: "epicenter of the quake"."""
    of = OF_BEFORE.search(low, max(floor, near[0] - 12), near[0])
    if of is None:
        return near
    head = last_noun(text, low, max(floor, of.start() - 40), of.start())
    return (head[0], near[1]) if head else near


def is_object(low: str, floor: int, at: int) -> bool:
    """Whether a preposition (other than "of") or a verb is before the noun at `at`."""
    ahead = low[max(floor, at - 24) : at].split()
    while ahead and (ahead[-1] in DETERMINERS or ahead[-1] in INSIDE or "1" <= ahead[-1][0] <= "9"):
        ahead.pop()  # "on a 30-year loan"
    return bool(ahead) and ahead[-1] in BEFORE_OTHERS


def without_move(low: str, near: tuple[int, int]) -> tuple[int, int]:
    """The plural before a verb of direction: "prices fall below", not "a price fall below".

    >>> text = "rye prices fall"
    >>> text[slice(*without_move(text, (0, 15)))]
    'rye prices'
    """
    noun, _, last = low[slice(*near)].rpartition(" ")
    moved = noun.endswith("s") and last in DIRECTION_WORDS
    return (near[0], near[0] + len(noun)) if moved else near


def with_first(text: str, low: str, floor: int, near: tuple[int, int]) -> tuple[int, int]:
    """The noun together with one before "and": "cash and jewels worth"."""
    if not low.endswith(" and ", floor, near[0]) or low.endswith(", and ", floor, near[0]):
        return near
    first = last_noun(text, low, max(floor, near[0] - 40), near[0] - len(" and "))
    return (first[0], near[1]) if first and " " not in low[slice(*first)] else near


def antecedent(text: str, low: str, floor: int, end: int, which: int) -> tuple[int, int] | None:
    """The noun that ends at `end` and that "which" after it stands for.

    >>> text = "shares of the mill, which have lost"
    >>> text[slice(*antecedent(text, text, 0, 18, 19))]
    'shares of the mill'
    """
    near = last_noun(text, low, max(floor, end - 50), end)
    many = near is not None and low.startswith(OF_MANY, which) and low[near[1] - 1] != "s"
    return with_head(text, low, floor, near) if near and many else near
