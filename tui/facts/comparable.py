"""What figures must share to be compared at all: a unit, or the noun that is counted."""

from enum import IntEnum
from functools import lru_cache

from tui.facts.conversions import measured
from tui.facts.synonyms import FATES, meaning
from tui.figures import Figure
from tui.patterns import pattern

#: What stands before a duration that says when, and the longest of it.
_SPAN = pattern(r"(?<![^\W_])(?:past|last|next|previous|coming|recent|following)\s{1,2}\Z")
_LONGEST = 16
#: Kinds that state no amount of something; those are never compared.
NEVER = frozenset(["date", "ordinal", "time", "malformed", "score"])

#: People may be suspects, women or workers; suspects are no victims.
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
#: Those, and what happens to them and is counted as they are: "56 deaths".
_COUNTED = _PERSONS | FATES


@lru_cache(maxsize=1 << 14)
def head(unit: str) -> str:
    """The counted noun: the key of its last word, before "of" and "per".

    >>> head("Chinese criminal groups"), head("cases of fraud"), head("deaths per day")
    ('gang', 'cas', 'kill')
    """
    phrase = unit.partition(" per ")[0].partition(" of ")[0].strip(" .\"'”’")
    return meaning(phrase.rpartition(" ")[2])


class NounFit(IntEnum):
    """How well two counted nouns go together."""

    #: They are two things: that they count the same needs much more.
    OTHER = 1
    #: One of them is not said, or says no more than that people are counted.
    OPEN = 2
    SAME = 3


def nouns_fit(first: str, second: str) -> NounFit:
    """Whether one counted noun may be a word for the other, by their heads; "" for none.

    >>> nouns_fit(head("people"), head("suspects")).name, nouns_fit("suspect", "victim").name
    ('OPEN', 'OTHER')
    >>> nouns_fit(head("deaths"), head("fatalities")).name, nouns_fit("", "hous").name
    ('SAME', 'OPEN')
    """
    if first == second:
        return NounFit.SAME if first else NounFit.OPEN
    if not first or not second:
        return NounFit.OPEN
    if first not in _COUNTED or second not in _COUNTED:
        return NounFit.OTHER
    is_event = (first in FATES) != (second in FATES)
    return NounFit.OPEN if first in _OPEN or second in _OPEN or is_event else NounFit.OTHER


def is_span(text: str, figure: Figure) -> bool:
    """Whether a duration only says when: "in the past five years"."""
    before = text[max(0, figure.start - _LONGEST) : figure.start]
    return figure.kind == "duration" and _SPAN.search(before) is not None


def is_open(noun: str) -> bool:
    """Whether a head says no more than that people are counted."""
    return noun in _OPEN


def is_comparable(figure: Figure) -> bool:
    """Whether a figure can be compared with others at all."""
    return block(figure) is not None


def block(figure: Figure) -> str | None:
    """The name of all figures that this one can be compared with; None for those never compared.

    >>> from tui.figures import extract
    >>> [block(f) for f in extract("Over 12 firms lost $3 million, 5% more, within 30 miles.")]
    ['count', 'USD', 'percent', 'length']
    """
    if figure.kind in NEVER or figure.low is None or figure.high is None:
        return None
    unit = figure.unit or ""
    if figure.kind == "count":
        if figure.value == 1:
            return None  # "one of them" is hardly ever what somebody has counted
        _, per, over = unit.partition(" per ")
        return f"count per {over}" if per else "count"
    if figure.kind == "ratio":
        return f"part of {head(unit)}" if unit else "part"
    if figure.kind == "percent":
        return unit
    if figure.kind in ("measure", "duration"):
        return measured(unit)[0]
    return unit.partition(" per ")[0] or None
