"""The order in which the rules are applied to a number, and what must be beside it for each.

Each rule is a small function that returns a figure, or "no figure", or None to ask the next rule.
The first line of its docstring is the reason that `explain` returns.

Most rules have no answer unless a certain sign or word is next to the number: its currency, its
unit, "aged". A number is given only to those that may have one, three rules of twenty on average.
"""

from collections.abc import Callable, Collection

from tui.figures.draft import Draft, NoFigure, Site, Verdict
from tui.figures.excluded import nonfigures, numbers_in_names
from tui.figures.kinds import ages, counts, dates_and_scores, measures, money, ratios
from tui.figures.kinds.units import token_after
from tui.figures.numbers.numerals import number_of
from tui.figures.numbers.plain_numbers import REACH
from tui.figures.tables import Kept, money_after, units
from tui.text.dates import MONTHS, WEEKDAYS, are_alone

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

# Sets of rules are integers with a bit for each: they are joined by "|".
BITS = {rule: 1 << place for place, rule in enumerate(RULES)}
CHOSEN: dict[int, tuple[Rule, ...]] = {}


def bits(*rules: Rule) -> int:
    """Rules as a set.

    >>> chosen(bits(counts.bare, money.money)) == (money.money, counts.bare)
    True
    """
    return sum(map(BITS.__getitem__, set(rules)))


def chosen(asked: int) -> tuple[Rule, ...]:
    """The rules of a set, in their order; kept."""
    if asked not in CHOSEN:
        CHOSEN[asked] = tuple(rule for rule in RULES if asked & BITS[rule])
    return CHOSEN[asked]


# What must be beside a number for a rule to have an answer, one of these: the character before it
# or after it, the word or sign that comes next, the word before.
BESIDE: dict[Rule, dict[str, Collection[str]]] = {
    dates_and_scores.clock: {
        "after": ":",
        "next": dates_and_scores.CLOCK_TOKENS,
        "word": ("past", "to"),
    },
    dates_and_scores.era: {"before": "'’‘", "next": ("a", "ad", "b", "bc", "bce", "c", "ce")},
    nonfigures.serial: {"before": "+", "after": "-/:"},
    ratios.ratio: {"after": "-:", "next": ("in", "of", "out", "to")},
    dates_and_scores.score: {"after": "-–‑"},
    nonfigures.glued_to_name: {"before": "/_§+-‑–."},
    money.money: {"before": "$£€¥-", "word": ("minus", "negative")},
    measures.unit_of_measure: {"before": "(", "next": measures.TOKENS_BEFORE_UNIT},
    measures.blood_pressure: {"after": "/"},
    nonfigures.glued_letters: {"after": "/("},
    nonfigures.list_marker: {"before": "\n", "after": ".)"},
    ages.age: {"after": ",.)-", "next": ("and", "or", "y", "yo"), "word": ages.LEADS},
    nonfigures.widget: {"before": "[("},
    numbers_in_names.name_numeral: {"word": numbers_in_names.MAY_NAME},
}
ALWAYS = bits(counts.count, counts.bare)
EVERY = bits(*RULES)
DIGITS = EVERY & ~bits(dates_and_scores.malformed, nonfigures.pronoun)
# Most of the rules ask about digits alone.
WORDS = ALWAYS | bits(
    dates_and_scores.clock,
    ratios.ratio,
    money.money,
    measures.unit_of_measure,
    nonfigures.pronoun,
    ages.age,
    numbers_in_names.name_numeral,
)
# A word with a capital may be a name, and one with a sign a currency or the lead of an age.
AFTER_OTHER_WORDS = bits(money.money, ages.age, numbers_in_names.name_numeral)
FOR_RANKS: tuple[Rule, ...] = (dates_and_scores.ordinal,)
# "Dozens", "half" are not in digits either, and no name ends in them.
FOR_OPEN = chosen(
    WORDS & ~BITS[numbers_in_names.name_numeral]
    | bits(nonfigures.glued_to_name, nonfigures.glued_letters)
)
YEAR = BITS[dates_and_scores.year]
SERIAL = BITS[nonfigures.serial]
NAME = BITS[numbers_in_names.name_numeral]
MONEY = BITS[money.money]
AGE = BITS[ages.age]
PRONOUN = BITS[nonfigures.pronoun]
PRONOUNS = frozenset(["one", "doz"])


def by_sign(side: str, known: str) -> dict[str, int]:
    """The rules that may have an answer by a sign beside the number; of others all may have one.

    >>> [nonfigures.widget in chosen(BY_SIGN_BEFORE[sign]) for sign in "$("]
    [False, True]
    """
    return {
        sign: bits(*(rule for rule, beside in BESIDE.items() if sign in beside.get(side, ())))
        for sign in known
    }


def by_word(side: str, known: dict[str, int]) -> dict[str, int]:
    """The rules that may have an answer by the word beside the number; `known` has some of them."""
    for rule, beside in BESIDE.items():
        for word in beside.get(side, ()):
            known[word] = known.get(word, 0) | BITS[rule]
    return known


def after_word(word: str) -> int:
    """The rules that may have an answer because of the word before the number, as written.

    >>> [[rule.__name__ for rule in chosen(after_word(word))] for word in ("men", "Boeing", "$")]
    [[], ['name_numeral'], ['money', 'name_numeral']]
    >>> [[rule.__name__ for rule in chosen(after_word(word))] for word in ("all-time", "(aged")]
    [[], ['age']]
    """
    low = word.lower()
    asked = BY_WORD_BEFORE.get(low, 0)
    if word.isalpha():
        if word.islower():
            return asked
        return asked | (AFTER_OTHER_WORDS if word in money.words_before() else NAME)
    if money.may_end_currency(word):
        asked |= MONEY
    if low.lstrip("(") in ages.LEADS:
        asked |= AGE
    if not word.islower() or low.strip(numbers_in_names.MARKS_AROUND) in numbers_in_names.MAY_NAME:
        asked |= NAME
    return asked


BY_SIGN_BEFORE = by_sign("before", " \n\"“'‘’$£€¥,:;-–([/")
BY_SIGN_AFTER = by_sign("after", " \n\"”'’%,.:;?!-–)")
BY_WORD_BEFORE = by_word(
    "word", dict.fromkeys(filter(str.islower, money.words_before()), BITS[money.money])
)
AFTER_WORD = Kept(after_word)
UNITS = dict.fromkeys(units().lines, BITS[measures.unit_of_measure])
CURRENCIES = {token: BITS[money.money] | UNITS.get(token, 0) for token in money_after().lines}
BY_TOKEN_AFTER = by_word("next", UNITS | CURRENCIES)

DATE_WORDS = frozenset(word[:3] for word in (*MONTHS, *WEEKDAYS))
BEGIN_QUARTERS = frozenset(["fir", "sec", "thi", "fou"])  # "first quarter"


def decide(
    text: str, low: str, start: int, dated: str | None
) -> tuple[Draft | NoFigure, Callable[..., object]] | None:
    """The decision about the number at `start`, and the rule that made it; None if there is no
    number."""
    written, _, behind = low[start : start + REACH].partition(" ")
    opening = written  # of a word three letters
    if "0" <= written < ":":  # a digit
        may_be = not are_alone(written, behind) or low[start - 1] in dates_and_scores.LETTERED
        found = dates_and_scores.date(text, low, start, dated) if may_be else None
        if found is not None:
            return found, dates_and_scores.date
    elif (opening := written[:3]) in DATE_WORDS:
        found = dates_and_scores.date(text, low, start, dated)
        # "Monday" is nothing where the document has no date
        return None if found is None else (found, dates_and_scores.date)
    elif opening in BEGIN_QUARTERS and begins_quarter(low, start):
        found = dates_and_scores.date(text, low, start, dated)
        if found is not None:
            return found, dates_and_scores.date
    number = number_of(text, low, start, written, behind)
    if number is None:
        return None
    site = Site(text, low, number, dated)
    if site.end == start + len(written):
        site.behind = behind
    if number.loose:
        measures.loose_suffix(site)
    elif site.following == "s":
        counts.plural_in_digits(site)
    for rule in rules_for(site, opening):
        verdict = rule(site)
        if verdict is not None:
            return verdict, rule
    return None


def begins_quarter(low: str, start: int) -> bool:
    """Whether an ordinal word may be that of a quarter or half of a year: "first quarter".

    >>> begins_quarter("first quarter", 0), begins_quarter("first case", 0)
    (True, False)
    """
    behind = low[start + 6 : start + 14]
    return "quarter" in behind or "half" in behind


def rules_for(site: Site, opening: str) -> tuple[Rule, ...]:
    """The rules that may have an answer; `opening` is the beginning of the number.

    >>> low = "some 12 men"
    >>> from tui.figures.numbers.numerals import read_number
    >>> site = Site(low, low, read_number(low, low, 5), None)
    >>> [rule.__name__ for rule in rules_for(site, "12 ")]
    ['count', 'bare']
    """
    style, word = site.number.style, site.word
    asked = BY_SIGN_AFTER.get(site.following, EVERY)
    if style == "digits":
        if site.number.loose:
            return RULES
        asked |= BY_SIGN_BEFORE.get(site.preceding if site.start else "\n", EVERY)
        size = site.end - site.start
        if size == 4:
            asked |= YEAR
        elif size == 3 and opening[:3] in numbers_in_names.EMERGENCY:
            asked |= NAME
        if opening[0] == "0":
            asked |= SERIAL
    elif style == "words":
        if opening in PRONOUNS:
            asked |= PRONOUN
        if site.text[site.start] != opening[0]:  # a capital
            asked |= NAME
    elif style == "ordinal":
        return FOR_RANKS
    else:
        return FOR_OPEN if style != "malformed" and opening.isalpha() else RULES
    asked |= BY_TOKEN_AFTER.get(token_after(site), 0)
    if word:
        asked |= AFTER_WORD[word]
    else:
        asked |= BY_SIGN_BEFORE.get(site.preceding, EVERY) | NAME
    asked = asked & (DIGITS if style == "digits" else WORDS) | ALWAYS
    return CHOSEN[asked] if asked in CHOSEN else chosen(asked)
