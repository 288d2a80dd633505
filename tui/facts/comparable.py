"""Blocking: which figures are compared at all, by unit or by counted noun."""

from enum import IntEnum
from functools import lru_cache

from tui.facts.conversions import measured
from tui.facts.synonyms import OUTCOMES, meaning
from tui.figures import Figure
from tui.patterns import pattern

#: Words before a duration that make it a time ("in the past five years"), and how far back to look.
_TIME_SPAN = pattern(r"(?<![^\W_])(?:past|last|next|previous|coming|recent|following)\s{1,2}\Z")
_MAX_CONTEXT = 16
#: Kinds that are not amounts; they are never compared.
NEVER = frozenset(["date", "ordinal", "time", "malformed", "score"])

#: Nouns for people in general may mean the same as any noun for a group of people; two different
#: groups, such as suspects and victims, may not.
_PEOPLE = """
    people person persons individual man woman men women others human soul
"""
_SORTS = """
    adult American attendee boy British child children citizen civilian climber commuter
    concertgoer consumer crew criminal customer defendant demonstrator detainee doctor driver
    elector electorate employee evacuee family families fan farmer fighter firefighter fisherman
    girl guest guide hostage household immigrant infant inmate inhabitant journalist leader
    local member migrant militant miner nurse offender officer official owner participant
    passenger patient pedestrian personnel pilgrim pilot policeman policemen prisoner protester
    pupil rebel recruiter refugee resident respondent rider sailor shopper soldier spectator
    student subscriber suspect teacher teenager tourist traveller traveler troop user victim
    villager visitor volunteer voter worker youth
"""
_OPEN = frozenset(map(meaning, _PEOPLE.split()))
_PERSONS = _OPEN | frozenset(map(meaning, _SORTS.split()))
#: Nouns for persons, and for outcomes that are counted like persons: "56 deaths".
_COUNTED = _PERSONS | OUTCOMES


@lru_cache(maxsize=1 << 14)
def head_noun(unit: str) -> str:
    """The key of the counted noun's head: its last word before "of" and "per".

    >>> [head_noun(unit) for unit in ("criminal groups", "cases of fraud", "deaths per day")]
    ['gang', 'cas', 'kill']
    """
    phrase = unit.partition(" per ")[0].partition(" of ")[0].strip(" .\"'”’")
    return meaning(phrase.rpartition(" ")[2])


class NounMatch(IntEnum):
    """Whether two counted nouns may mean the same."""

    #: Different nouns; strong evidence against the same fact.
    OTHER = 1
    #: One is missing, or only says that people are counted.
    OPEN = 2
    SAME = 3


def compare_nouns(first: str, second: str) -> NounMatch:
    """Whether two heads, as `head_noun` returns them, may mean the same; "" for no noun.

    >>> compare_nouns(head_noun("people"), head_noun("suspects")).name
    'OPEN'
    >>> compare_nouns(head_noun("deaths"), head_noun("fatalities")).name
    'SAME'
    >>> compare_nouns("suspect", "victim").name, compare_nouns("", "hous").name
    ('OTHER', 'OPEN')
    """
    if first == second:
        return NounMatch.SAME if first else NounMatch.OPEN
    if not first or not second:
        return NounMatch.OPEN
    if first not in _COUNTED or second not in _COUNTED:
        return NounMatch.OTHER
    is_event = (first in OUTCOMES) != (second in OUTCOMES)
    return NounMatch.OPEN if first in _OPEN or second in _OPEN or is_event else NounMatch.OTHER


def is_time_span(text: str, figure: Figure) -> bool:
    """Whether a duration only says when, as in "in the past five years"."""
    before = text[max(0, figure.start - _MAX_CONTEXT) : figure.start]
    return figure.kind == "duration" and _TIME_SPAN.search(before) is not None


def is_comparable(figure: Figure) -> bool:
    """Whether a figure can be compared with others."""
    return block(figure) is not None


def block(figure: Figure) -> str | None:
    """The name of the block of figures that can be compared with this one; None if it is never
    compared.

    >>> from tui.figures import extract
    >>> [block(f) for f in extract("Over 12 firms lost $3 million, 5% more, within 30 miles.")]
    ['count', 'USD', 'percent', 'length']
    """
    if figure.kind in NEVER or figure.low is None or figure.high is None:
        return None
    unit = figure.unit or ""
    if figure.kind == "count":
        if figure.value == 1:
            return None  # "one of them" is hardly ever a count
        _, per, over = unit.partition(" per ")
        return f"count per {over}" if per else "count"
    if figure.kind == "ratio":
        return f"part of {head_noun(unit)}" if unit else "part"
    if figure.kind == "percent":
        return unit
    if figure.kind in ("measure", "duration"):
        return measured(unit)[0]
    return unit.partition(" per ")[0] or None
