"""Finds the first noun phrase of a clause, using only the word list."""

from collections.abc import Iterator

from tui.figures.grammar.counted_noun import noun_after
from tui.figures.grammar.direction_words import DIRECTION_WORDS
from tui.figures.grammar.following_word import leading_time, next_word, time_phrase
from tui.figures.grammar.noun_words import is_plural
from tui.figures.grammar.phrase_tokens import (
    ACT,
    ADJECTIVE,
    BEGINS,
    CAPITAL,
    COMMA,
    DAY,
    DETERMINER,
    DIRECTION,
    EITHER,
    GERUND,
    INSERTED,
    NO_BEGINNING,
    NOUN,
    OF,
    OWNER,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    SIGN,
    SUM,
    THE,
    TIME,
    VERB,
    YEAR,
    Token,
    tokens,
)
from tui.figures.grammar.phrase_words import (
    AFTER_SUM,
    ATTRIBUTES,
    BEFORE_VERB,
    FOLLOWING_A_VERB,
    LEVELS,
    OBJECTS,
    SAME_IN_THE_PAST,
)
from tui.patterns import pattern

ASIDE = PRONOUN | PREPOSITION | TIME | DAY
VERBAL = EITHER | GERUND
AFTER_NOUN = (" was ", " is ", " has ", " had ", " will ", " of ")
# "West Texas Intermediate (WTI) futures"
SHORT_NAME = pattern(r"\([^\W\d_][\w&-]{0,7}\)(?= [a-z])")
# "the iPhone 15 Pro series"
OF_A_NAME = pattern(r"(?<=[^\W\d_] )[0-9]{1,3}[a-zA-Z]? (?=[A-Z])")
MAX_LENGTH = 90  # code points in which a noun phrase is sought


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
    limit = start + MAX_LENGTH
    if limit >= end:
        limit = end
    elif text[limit].isalnum():
        limit = max(text.rfind(" ", start, limit), start)  # no half of a word
    passed, after = 0, start - 1
    skipping = determined = False
    clause = tokens(text, start, limit)
    for blanks, length, kind in clause:
        at = after + blanks
        after = at + length
        if skipping:
            # after a preposition at the head of the clause: its noun is not the subject
            skipping = not kind & COMMA and (not kind & THE or "," in text[after:end])
            if skipping or not kind & THE:
                continue  # but "in Seoul the Kospi added"
        if at < passed:
            continue
        if kind & ASIDE:
            if kind & PRONOUN and not anywhere:
                return at, at
            time_ends = time_phrase(low, low[at:after], after, end) if kind & (TIME | DAY) else 0
            if time_ends:
                passed = time_ends
                continue
            if kind & PREPOSITION and not anywhere and is_aside(text, low, after, end):
                time_ends = leading_time(low, after, end)
                passed, skipping = (time_ends, False) if time_ends else (passed, True)
                continue
        if kind & (DETERMINER | SIGN):
            determined = bool(kind & DETERMINER)
        elif kind & BEGINS or (determined and begins_by_place(low, kind, after)):
            if kind & (EITHER | DIRECTION) and not is_named(text, low, kind, (at, after), start):
                continue
            named = kind & NOUN and not kind & OWNER
            begin, head = at, after if named or not kind & (BEGINS | PARTICIPLE) else 0
            head, after = phrase_end(text, low, clause, (begin, head), after, end)
            if head:
                return begin, head
    return None


def begins_by_place(low: str, kind: int, after: int) -> bool:
    """Whether a word after an article begins a noun phrase: a participle, "the wreck was".

    >>> text = "the wreck was lost"
    >>> begins_by_place(text, VERB, 9), begins_by_place(text, VERB, 6)
    (True, False)
    """
    if kind & NO_BEGINNING:
        return False
    return bool(kind & PARTICIPLE or (kind & VERB and low.startswith(AFTER_NOUN, after)))


def with_what(text: str, low: str, at: int, figure: int) -> tuple[int, int] | None:
    """The noun after "with": ", with the sales index falling 3%".

    >>> text = ", with the rye index falling by 3"
    >>> text[slice(*with_what(text, text, 7, 32))]
    'rye index'
    """
    noun = without_participle(low, first_noun(text, low, at, figure, anywhere=True), figure)
    told = low[noun[1] : figure].split() if noun else []
    moved = told and (told[0].endswith("ing") or told[0] in ("at", "up", "down"))
    return noun if noun and moved else None


def without_participle(
    low: str, noun: tuple[int, int] | None, figure: int
) -> tuple[int, int] | None:
    """The name in "Bonn recording 5", where the word in -ing is its verb.

    >>> text = "it rained, with bonn recording 5"
    >>> text[slice(*without_participle(text, (16, 30), 31))]
    'bonn'
    """
    if noun is None or not low.endswith("ing", *noun) or low[noun[1] : figure].strip(" $€£¥"):
        return noun
    cut = low.rfind(" ", *noun)
    return (noun[0], cut) if cut > 0 else noun


def is_named(text: str, low: str, kind: int, span: tuple[int, int], start: int) -> bool:
    """Whether a verb or a direction of the clause that starts at `start` is part of a name here.

    >>> text = "it should have cost"
    >>> is_named(text, text, NOUN | EITHER, (15, 19), 0)
    False
    """
    at, after = span
    if kind & DIRECTION and not opens_name(text, at, after):
        return False
    acting = kind & EITHER and kind & NOUN
    return not (acting and low[max(start - 1, at - 7, 0) : at].endswith(BEFORE_VERB))


def phrase_end(
    text: str,
    low: str,
    clause: Iterator[Token],
    opening: tuple[int, int],
    after: int,
    end: int,
) -> tuple[int, int]:
    """The end of the noun phrase with this start, and how far the clause was read.

    0 if no noun comes before anything that cannot be part of it. `opening` is its start and the end
    of its first noun, 0 if an adjective or possessive comes first.
    """
    begin, head = opening
    passed = 0
    for blanks, length, kind in clause:
        at = after + blanks
        after = at + length
        if at < passed or not kind:
            continue
        if head and kind & ACT and acts(low, at, after, end):
            break
        verbal = head and kind & VERBAL and serves(low, (begin, head), kind, after)
        if (kind & NOUN and not verbal) or (kind & SUM and sums_up(low, after)):
            head = after
        elif head and kind & YEAR and low[after : after + 1] == " ":
            continue  # "Keel's 2018 sales"
        elif kind & OF and head:
            return of_what(text, low, after, end) or head, after
        elif not kind & ADJECTIVE or (
            head and (kind & (TIME | VERB) or last_plural(low, begin, head))
        ):
            # "air travel last year"
            passed = insertion(text, begin, (at, after), end) if head and kind & INSERTED else 0
            if not passed:
                break  # but "brent crude futures"
            if text[at] in "'’":
                head = passed
    return head, after


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


def is_aside(text: str, low: str, after: int, end: int) -> bool:
    """Whether a preposition starts an adverbial before the subject: "In 2019, sales"."""
    return "," in text[after:end] or " the " in low[after + 1 : end]


def serves(low: str, phrase: tuple[int, int], kind: int, after: int) -> bool:
    """Whether a word that could be a noun is the verb of a plural: "women serving in"."""
    if not last_plural(low, *phrase):
        return False
    return bool(kind & GERUND) or not (kind & CAPITAL or sums_up(low, after))


def of_what(text: str, low: str, after: int, end: int) -> int | None:
    """The end of the phrase after "of", if one follows directly."""
    tail = first_noun(text, low, after, min(end, after + 60))
    if tail and tail[0] - after > 6:
        tail = noun_after(text, low, after, one=True) or tail  # "of confirmed cases"
    if tail and low.endswith("ing", *tail) and low.endswith("number of", 0, after):
        things = next_word(low, tail[1])
        if is_plural(things) and things not in DIRECTION_WORDS:
            tail = tail[0], tail[1] + 1 + len(things)  # "the number of boarding houses from"
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


def acts(low: str, at: int, after: int, end: int) -> bool:
    """Whether a word after a noun is its verb: "the model costs $5", "the tickets cost me".

    It is if an article, a preposition or the figure itself follows.
    """
    if low[at:after] in SAME_IN_THE_PAST:
        following = low[after:end].split(None, 1)
        return not following or following[0] in (FOLLOWING_A_VERB | OBJECTS)
    if low[at - 2] == "s":
        return False
    following = low[after:end].split(None, 1)
    return not following or following[0] in FOLLOWING_A_VERB or following[0][0] in "0123456789$€£¥"


def last_plural(low: str, begin: int, head: int) -> bool:
    """Whether the phrase so far ends in a plural, after which an ambiguous word is a verb."""
    if low[head - 1] != "s":
        return low.endswith(("men", "people", "children", "police"), begin, head)
    return head - begin > 1 and low[head - 2] not in "s'’"  # "Oracle's spring profit"
