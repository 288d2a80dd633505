"""The order in which the rules are applied to a number.

Each rule is a small function that returns a figure, or "no figure", or None to ask the next rule.
The first line of its docstring is the reason that `explain` returns.
"""

from collections.abc import Callable, Collection

from tui.figures import (
    ages,
    counts,
    dates_and_scores,
    measures,
    money,
    nonfigures,
    numbers_in_names,
    ratios,
)
from tui.figures.draft import Draft, NoFigure, Site, Verdict
from tui.figures.following_word import ALPHABET
from tui.figures.numerals import read_number
from tui.text.dates import MONTHS, WEEKDAYS

Rule = Callable[[Site], Verdict]

RULES: tuple[Rule, ...] = (
    dates_and_scores.malformed,
    dates_and_scores.clock,
    dates_and_scores.era,
    nonfigures.serial,
    dates_and_scores.ordinal,
    ratios.ratio,
    dates_and_scores.score,
    money.money,
    nonfigures.glued_to_name,
    measures.unit_of_measure,
    measures.blood_pressure,
    nonfigures.glued_letters,
    nonfigures.pronoun,
    nonfigures.list_marker,
    ages.age,
    nonfigures.widget,
    dates_and_scores.year,
    numbers_in_names.name_numeral,
    counts.count,
    counts.bare,
)


# Most of the rules ask about digits alone.
FOR_WORDS: tuple[Rule, ...] = tuple(
    rule
    for rule in RULES
    if rule
    not in (
        dates_and_scores.malformed,
        dates_and_scores.era,
        nonfigures.serial,
        dates_and_scores.ordinal,
        dates_and_scores.score,
        measures.blood_pressure,
        nonfigures.glued_to_name,
        nonfigures.glued_letters,
        nonfigures.list_marker,
        nonfigures.widget,
        dates_and_scores.year,
    )
)

FOR_RANKS: tuple[Rule, ...] = (dates_and_scores.ordinal,)

# Digits between two spaces are three numbers in four; these rules ask what is glued to them.
FOR_SPACED: tuple[Rule, ...] = tuple(
    rule
    for rule in RULES
    if rule
    not in (
        dates_and_scores.malformed,
        dates_and_scores.ordinal,
        dates_and_scores.score,
        measures.blood_pressure,
        nonfigures.glued_to_name,
        nonfigures.glued_letters,
        nonfigures.list_marker,
        nonfigures.pronoun,
        nonfigures.widget,
    )
)

# Digits between a space and one of these marks: neither an era nor a share goes on after it.
MARKS = frozenset(",.%")
FOR_MARKED: tuple[Rule, ...] = tuple(
    rule
    for rule in RULES
    if rule is nonfigures.list_marker
    or (rule in FOR_SPACED and rule not in (dates_and_scores.era, ratios.ratio))
)

# Before a word that does not begin with one of these letters they have no answer either: "a.m.",
# "B.C.", "in five".
ASK_THE_NEXT_WORD: dict[Rule, Collection[str]] = {
    dates_and_scores.clock: dates_and_scores.CLOCK_LETTERS,
    dates_and_scores.era: "bca",
    ratios.ratio: "iot",
}


def before_word(rules: tuple[Rule, ...], *others: Rule) -> dict[str, tuple[Rule, ...]]:
    """The rules that may apply, by the first letter of the word after a number.

    >>> by_letter = before_word(FOR_SPACED, dates_and_scores.year)
    >>> [dates_and_scores.clock in by_letter[letter] for letter in "pm"]
    [True, False]
    >>> any(dates_and_scores.year in asked for asked in by_letter.values())
    False
    """
    asked = [rule for rule in rules if rule not in others]
    return {
        letter: tuple(rule for rule in asked if letter in ASK_THE_NEXT_WORD.get(rule, letter))
        for letter in ALPHABET
    }


# Digits that are no year and no serial number; words but for "one" and "dozen".
DIGITS_BEFORE = before_word(FOR_SPACED, nonfigures.serial, dates_and_scores.year)
WORDS_BEFORE = before_word(FOR_WORDS, nonfigures.pronoun)
PRONOUNS = frozenset(["one", "doz"])

DATE_WORDS = frozenset(word[:3] for word in (*MONTHS, *WEEKDAYS))
BEGIN_DATES = DATE_WORDS | {"fir", "sec", "thi", "fou"}  # "first quarter"


def decide(
    text: str, low: str, start: int, dated: str | None
) -> tuple[Draft | NoFigure, Callable[..., object]] | None:
    """The decision about the number at `start`, and the rule that made it; None if there is no
    number."""
    opening = low[start : start + 3]
    if "0" <= opening[0] <= "9" or opening in BEGIN_DATES:
        found = dates_and_scores.date(text, low, start, dated)
        if found is not None:
            return found, dates_and_scores.date
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
    for rule in rules_for(site, opening):
        verdict = rule(site)
        if verdict is not None:
            return verdict, rule
    return None


def rules_for(site: Site, opening: str) -> tuple[Rule, ...]:
    """The rules that may apply; `opening` is the beginning of the number.

    >>> low = "12 men"
    >>> counts.count in rules_for(Site(low, low, read_number(low, low, 0), None), "12 ")
    True
    """
    style, low, start, end = site.number.style, site.low, site.start, site.end
    if style == "ordinal":
        return FOR_RANKS
    if style == "digits":
        if site.preceding != " " or site.number.loose:
            return RULES
        if site.following != " ":
            return FOR_MARKED if site.following in MARKS else RULES
        rules, by_letter = FOR_SPACED, DIGITS_BEFORE
        alone = end - start != 4 and opening[0] != "0"
    elif style == "words":
        rules, by_letter = FOR_WORDS, WORDS_BEFORE
        alone = site.following == " " and opening not in PRONOUNS
    else:
        return RULES
    if not alone or low[start - 3 : start] in dates_and_scores.PAST_OR_TO:
        return rules
    return by_letter.get(low[end + 1 : end + 2], rules)
