"""The order of decisions at one number, in one place.

Each rule is a small function that answers with a figure, with "no figure", or with nothing, which
asks the next rule. The first line of its docstring is the reason that `explain` gives.
"""

from collections.abc import Callable, Collection
from string import ascii_lowercase

from tui.figures import ages, counts, measures, money, names, nonfigures, ratios, times
from tui.figures.draft import Draft, NoFigure, Site, Verdict
from tui.figures.numerals import read_number
from tui.text.dates import MONTHS, WEEKDAYS

Rule = Callable[[Site], Verdict]

RULES: tuple[Rule, ...] = (
    times.malformed,
    times.clock,
    times.era,
    nonfigures.serial,
    times.ordinal,
    ratios.ratio,
    times.score,
    money.money,
    nonfigures.glued_to_name,
    measures.unit_of_measure,
    nonfigures.glued_letters,
    nonfigures.pronoun,
    nonfigures.list_marker,
    ages.age,
    nonfigures.widget,
    times.year,
    names.name_numeral,
    counts.count,
    counts.bare,
)


# Most of the rules ask about digits alone.
FOR_WORDS: tuple[Rule, ...] = tuple(
    rule
    for rule in RULES
    if rule
    not in (
        times.malformed,
        times.era,
        nonfigures.serial,
        times.ordinal,
        times.score,
        nonfigures.glued_to_name,
        nonfigures.glued_letters,
        nonfigures.list_marker,
        nonfigures.widget,
        times.year,
    )
)

FOR_RANKS: tuple[Rule, ...] = (times.ordinal,)

# Digits between two spaces are three numbers in four; these rules ask what is glued to them.
FOR_SPACED: tuple[Rule, ...] = tuple(
    rule
    for rule in RULES
    if rule
    not in (
        times.malformed,
        times.ordinal,
        times.score,
        nonfigures.glued_to_name,
        nonfigures.glued_letters,
        nonfigures.list_marker,
        nonfigures.pronoun,
        nonfigures.widget,
    )
)

# Before a word that does not begin with one of these letters they have no answer either: "a.m.",
# "B.C.", "in five".
ASK_THE_NEXT_WORD: dict[Rule, Collection[str]] = {
    times.clock: times.CLOCK_LETTERS,
    times.era: "bca",
    ratios.ratio: "iot",
}


def before_word(letter: str) -> tuple[Rule, ...]:
    """The rules for digits, no year and no serial number, before a word with that first letter.

    >>> times.clock in before_word("p"), times.clock in before_word("m")
    (True, False)
    """
    rules = (rule for rule in FOR_SPACED if letter in ASK_THE_NEXT_WORD.get(rule, letter))
    return tuple(rule for rule in rules if rule not in (nonfigures.serial, times.year))


BEFORE_WORD = {letter: before_word(letter) for letter in ascii_lowercase}

DATE_WORDS = frozenset(word[:3] for word in (*MONTHS, *WEEKDAYS))
BEGIN_DATES = DATE_WORDS | {"fir", "sec", "thi", "fou"}  # "first quarter"


def decide(
    text: str, low: str, start: int, dated: str | None
) -> tuple[Draft | NoFigure, Callable[..., object]] | None:
    """What the number at `start` is, and the rule that said so; None if no number begins there."""
    opening = low[start : start + 3]
    if "0" <= opening[0] <= "9" or opening in BEGIN_DATES:
        found = times.date(text, low, start, dated)
        if found is not None:
            return found, times.date
        if opening in DATE_WORDS:
            return None  # "Monday" where the document has no date
    number = read_number(text, low, start)
    if number is None:
        return None
    site = Site(text, low, number, dated)
    if number.loose:
        measures.loose_suffix(site)
    elif site.following == "s":
        counts.plural_in_digits(site)
    if number.style == "ordinal":
        rules = FOR_RANKS
    elif number.style == "words":
        rules = FOR_WORDS
    elif (
        site.number.style == "digits"
        and not number.loose
        and site.preceding == " " == site.following
    ):
        rules = FOR_SPACED
        if (
            opening[0] != "0"
            and site.end - start != 4
            and low[start - 3 : start] not in times.PAST_OR_TO
        ):
            rules = BEFORE_WORD.get(site.after(1).lower(), FOR_SPACED)
    else:
        rules = RULES
    for rule in rules:
        verdict = rule(site)
        if verdict is not None:
            return verdict, rule
    return None
