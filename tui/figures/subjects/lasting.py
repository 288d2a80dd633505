"""Whether the words between a noun and a duration say that the noun takes or does it so long."""

from tui.figures.grammar.noun_phrases import first_noun
from tui.figures.grammar.phrase_words import DETERMINERS, PRONOUNS
from tui.figures.tables import word_set

TAKING = word_set("take takes took last lasts lasted")
MAY = word_set(
    """
    may might could can would will should shall must is are was were has have had been to expected
    likely set due usually typically normally now only reportedly not
    """
)
# "The work is complete in five minutes"
OVER = ("complete in", "completed in", "finished in", "done in", "ready in", "over in")
DOING = (" for ", " for a ", " for his ", " for her ", " spent ", " spends ", " served ")
# "Asked for two days", "time for": what it is for, not how long.
ASKED = "ask asks asked asking call calls called calling wait looking time plan plans deal pay paid"
ASKING = tuple(f" {asking} for " for asking in (*ASKED.split(), "enough", "except"))
AT_FIRST = ("in ", "on ", "from ", "during ", "since ", "at ")
LONGEST_OPENING = 4  # words
OPENING_AGES = frozenset(
    ["aged", "at", "at age", "at the age of", "by", "by age", "by the age of", "when aged"]
)
FARTHEST = 32  # code points between the time and its comma
BEING = (" is ", " was ", " are ", " were ", " be ")


def takes_time(between: str) -> bool:
    """Whether the words before a duration say how long the noun before them lasts.

    >>> takes_time(" could last "), takes_time(" is expected to take "), takes_time(" took ")
    (True, True, True)
    >>> takes_time(" is complete in "), takes_time(" took the hens "), takes_time(" was sold in ")
    (True, False, False)
    """
    *may, last = between.split() or [""]
    if last in TAKING:
        return MAY.issuperset(may)
    if last != "in" or not between.rstrip().endswith(OVER):
        return False
    return any(map(between.__contains__, BEING))


def goes_on_for(between: str) -> bool:
    """Whether the words before a duration say how long the noun before them did something.

    >>> goes_on_for(" ran the mill for "), goes_on_for(" spent "), goes_on_for(" asked for ")
    (True, True, False)
    >>> goes_on_for(" said they slept for "), goes_on_for(", who ran the mill for ")
    (False, True)
    """
    if not between.endswith(DOING) or between.endswith(ASKING):
        return False
    clause = between.removeprefix(", who ")
    return "," not in clause and clause != " for " and PRONOUNS.isdisjoint(clause.split())


def opens_with_time(ahead: str) -> bool:
    """Whether nothing but a place or a date is before the time that a sentence opens with.

    >>> opens_with_time("for"), opens_with_time("in may 2013, for"), opens_with_time("lee, for")
    (True, True, False)
    >>> opens_with_time("at the mill where roe had worked for")
    False
    """
    opening = ahead.removesuffix("for")
    if opening == "":
        return True
    told = opening.startswith(AT_FIRST) and opening.endswith(", ") and opening.count(",") == 1
    return told and len(opening.split()) <= LONGEST_OPENING


def opens_with_age(ahead: str) -> bool:
    """Whether a sentence opens with an age: "At the age of 12, Lee left".

    >>> opens_with_age("at the age of"), opens_with_age("aged"), opens_with_age("those aged")
    (True, True, False)
    """
    return ahead in OPENING_AGES


def after_opening(text: str, low: str, at: int, end: int) -> tuple[int, int] | None:
    """Who did something for the time, or at the age, that opens the sentence and ends at `at`.

    >>> text = "for three days in may, the court heard them"
    >>> text[slice(*after_opening(text, text, 14, len(text)))]
    'court'
    >>> after_opening("at $40, the offer values it", "at $40, the offer values it", 6, 27)
    """
    comma = low.find(", ", at, at + FARTHEST)
    found = first_noun(text, low, comma + 2, end) if comma > 0 else None
    if not found or found[0] == found[1]:
        return None
    return found if DETERMINERS.issuperset(low[comma + 2 : found[0]].split()) else None
