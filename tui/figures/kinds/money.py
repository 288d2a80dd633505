"""The rule for money: a currency before or after the number."""

import re
from functools import cache

from tui.figures.draft import Draft, NoFigure, Site, Verdict
from tui.figures.kinds.quantities import quantity, sign
from tui.figures.kinds.units import form_after, form_at
from tui.figures.numbers.number_words import SCALES
from tui.figures.numbers.numerals import scaled
from tui.figures.tables import Form, money_before, word_set
from tui.patterns import pattern

MAX_CURRENCY_LENGTH = 6  # characters of a currency that is written before its number
SIGNS = frozenset("$€£¥￥₹₨৳₽₩₪฿₫₦₱₴₺₼₾₸₡₲₵₭₮₿Ƀ¢=₭ரூ")
# "$75 U.S. per barrel"; in "$5 million US aid" the word belongs to what follows.
NATION_AFTER = pattern(
    r"[ ]?(US|U\.S\.|USD|CAD|AUD|NZD|HKD|SGD|Canadian|Australian)(?![A-Za-z$])"
    r"(?=(?P<alone> (?:per|an?|for|in|from|to|at|each|by) |[,;)]|\.?$|\.\s)?)"
)
BEGIN_NATION = frozenset(["US", "U.", "CA", "AU", "NZ", "HK", "SG", "Ca", "Au"])
NATIONS = {
    "US": "USD", "U.S.": "USD", "Canadian": "CAD", "Australian": "AUD",
}  # fmt: skip
DOLLARS_OF = {
    "US ": "USD", "U.S. ": "USD", "Canadian ": "CAD", "Australian ": "AUD",
    "Hong Kong ": "HKD", "Singapore ": "SGD", "New Zealand ": "NZD", "Taiwan ": "TWD",
}  # fmt: skip
DOLLARS = pattern(rf"(?<![^\W_])({'|'.join(map(re.escape, DOLLARS_OF))})dollars $")
# Currencies that are ordinary words: a number of ten or more in digits, or a scale word, is needed.
WORDS_THAT_ARE_MONEY = word_set(
    """
    real rand won mark marks crown crowns sol som lev leu lei dong kina kip pula dram colon
    leone dirham sen rial quid buck bucks cent p dai ether tether
    """
)
PRICED_BY = pattern(r" (?:an?|per) (?:tonne|ton|share|barrel)(?![a-z])")
PAID_FOR = pattern(r" (?:an?|per) (?:head|week|month|year|hour|night|person|seat|ticket)(?![a-z])")
POUND_CONTEXT = (
    "weigh", "heav", "lift", "gain", "lost", "lose", "drop", "slim", "ounce", "shed",
    "lean", "catch",
)  # fmt: skip
FAT = pattern(r"fat\b")


# "A 1080p camera": that many lines has a picture; as pence only where shares are spoken of.
LINES_OF_A_PICTURE = frozenset(["144", "240", "360", "480", "720", "1080", "1440", "2160", "4320"])
QUOTED = pattern(r"shares?(?![a-z])|pence|dividend|stock|£|%|per cent|earnings")


@cache
def endings() -> frozenset[str]:
    """The last characters of all currencies that come before a number."""
    return frozenset(form[-1] for form in money_before()) | SIGNS


def currency_before(site: Site, start: int) -> tuple[str, int] | None:
    """The currency directly before `start`, and where it starts.

    >>> from tui.figures.numbers.numerals import read_number
    >>> def unit(text):
    ...     at = next(i for i, c in enumerate(text) if c.isdigit())
    ...     number = read_number(text, text.lower(), at)
    ...     return currency_before(Site(text, text.lower(), number, None), at)
    >>> unit("US$2.33 billion"), unit("(RM3.06mil)"), unit("CN¥ 5"), unit("S&P 500"), unit("$US113")
    (('USD', 0), ('MYR', 1), ('CNY', 0), None, ('USD', 0))
    """
    text = site.text
    at = start - 1
    if at >= 0 and text[at] in " \u00a0":
        at -= 1
    if at < 0:
        return None
    last = text[at]
    if last not in endings():
        return None  # nine in ten end here
    table = money_before()
    for size in range(longest_form(text, at), 0, -1):
        begin = at + 1 - size
        known = table.get(text[begin : at + 1])
        if known is None or goes_on_word(text, begin):
            continue
        if text[at + 1] == " " and text[begin - 2 : begin - 1].isdigit() and follows(text, begin):
            continue  # "10 $ 30 cent": the sign belongs to the number before
        unit = known.removesuffix("!")
        if unit != known and site.number.scale == 1 and not site.number.grouped:
            continue
        in_words = last.isalpha() and site.number.style == "words"
        if in_words and site.low[site.start : site.end] not in SCALES:
            continue  # but "(NOK million)" heads a column
        return unit, begin
    return None


@cache
def words_before() -> frozenset[str]:
    """The words of the currencies that come before a number."""
    return frozenset((*money_before(), "dollars"))


def dollars_before(site: Site) -> tuple[str, int] | None:
    """The currency of "US dollars 2.7 billion" and where it starts, for a number with a scale.

    >>> from tui.figures.numbers.numerals import read_number
    >>> text = "it has Hong Kong dollars 5 million"
    >>> dollars_before(Site(text, text.lower(), read_number(text, text.lower(), 25), None))
    ('HKD', 7)
    """
    if site.word != "dollars" or (site.number.scale == 1 and not site.number.grouped):
        return None
    told = DOLLARS.search(site.text, max(0, site.start - 24), site.start)
    return (DOLLARS_OF[told[1]], told.start()) if told else None


def longest_form(text: str, at: int) -> int:
    """The maximum length of a currency that ends with the character at `at`; 0 if none does.

    >>> longest_form("in RM5", 4), longest_form("cost £5", 5), longest_form("page 5", 3)
    (2, 6, 0)
    """
    longest = min(MAX_CURRENCY_LENGTH, at + 1)
    if not text[at].isalpha():
        return longest
    size = 1
    while size < longest and (text[at - size].isalpha() or text[at - size] == "$"):
        size += 1
    return size if text[at + 1 - size : at + 1] in money_before() else 0


def may_end_currency(word: str) -> bool:
    """Whether a word with other signs than letters may end with a currency.

    >>> [may_end_currency(word) for word in ("US$", "(RM", "1990,", "well-known", "$5")]
    [True, True, False, False, False]
    """
    return word[-1] in endings() and longest_form(word, len(word) - 1) > 0


def goes_on_word(text: str, begin: int) -> bool:
    """Whether the letters at `begin` are the end of a word: "S&P 500", "pre-USD 5", not "5-USD 7".

    >>> goes_on_word("S&P 500", 2), goes_on_word("pre-USD 5", 4), goes_on_word("5-USD 7", 2)
    (True, True, False)
    """
    if not begin or not text[begin].isalpha():
        return False
    touching = text[begin - 1]
    if touching == "-":
        return not text[begin - 2 : begin - 1].isdigit()
    return touching.isalnum() or touching == "&"


def follows(text: str, begin: int) -> bool:
    """Whether a sign at `begin` belongs to the number before it: "10 $", not "$ 20 $ 37".

    >>> follows("10 $ 30", 3), follows("$ 20 $ 37", 5)
    (True, False)
    """
    ahead = text[max(0, begin - 24) : begin].rstrip().rstrip("0123456789.,").rstrip()
    return ahead[-1:] not in SIGNS


def money(site: Site) -> Verdict:
    """a currency is before or after the number"""
    begin, direction = sign(site)
    word = site.word
    plain = begin == site.start and word.isalpha() and word not in words_before()  # most numbers
    found = None if plain else currency_before(site, begin) or dollars_before(site)
    if found:
        if site.number.style == "words" and site.low[site.start : site.end] in SCALES:
            return NoFigure(site.end)  # "(US$ million)": the heading of a column
        return money_with_sign(site, found[0], found[1], direction)
    if site.number.style == "open":
        return None  # "tens of millions of dollars": measures.open_quantity
    after = form_after(site, money=True)
    if after is None:
        return None
    form, end = after
    if not money_word_fits(site, form, end):
        return None
    if form.form == "p" and counts_pages(site, end):
        return NoFigure(end)
    if site.number.scale == 1 and (form.form.isupper() or form.form in SIGNS):
        end = scale_after(site, end)
    return quantity(site, "money", form.unit, begin, end, direction)


def counts_pages(site: Site, end: int) -> bool:
    """Whether it says how long a book is: "Bonn 2012, XIV, 260 p.", not "250 p. a litre".

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text):
    ...     return counts_pages(Site(text, text, read_number(text, text, 5), None), 10)
    >>> of("xiv, 260 p."), of("from 260 p. a litre")
    (True, False)
    """
    return site.following == " " and site.before(2) in ",;:" and site.low.startswith(".", end)


def money_with_sign(site: Site, unit: str, begin: int, direction: int) -> Draft:
    """Money; a minus may be before the currency, too ("-$5", "($5)")."""
    end = site.end
    if (
        site.text[begin - 1 : begin] in ("-", "−")
        and not site.text[begin - 2 : begin - 1].isalnum()
    ):
        direction, begin = -1, begin - 1
    if unit == "USD" and site.text[end : end + 3].lstrip()[:2] in BEGIN_NATION:
        nation = NATION_AFTER.match(site.text, end)
        if nation:
            unit = NATIONS.get(nation[1], nation[1])
            end = nation.end() if nation["alone"] is not None else end
    return quantity(site, "money", unit, begin, end, direction)


def millions_of(site: Site) -> Draft | None:
    """ "5 millions of euros": money with the scale in the plural.

    >>> from tui.figures.numbers.numerals import read_number
    >>> text = "5 millions of euros"
    >>> millions_of(Site(text, text, read_number(text, text, 0), None)).unit
    'EUR'
    """
    found = form_at(site.low, site.text, site.end + 3, money=True)
    if found is None or not site.low.startswith("s of ", site.end - 1):
        return None
    begin, direction = sign(site)
    return quantity(site, "money", found[0].unit, begin, found[1], direction)


def scale_after(site: Site, end: int) -> int:
    """ "75 USD million": adds the scale word after the code to the number."""
    number = site.number
    whole = scaled(site.text, number._replace(end=end))
    if whole.scale > 1 and not whole.loose:
        site.number = whole._replace(end=number.end)
        return whole.end
    return end


def is_quoted(site: Site, end: int) -> bool:
    """Whether a price in pence is likely near the number that ends at `end`."""
    around = site.low[site.opening(60) : site.start] + site.low[end : end + 40]
    return QUOTED.search(around) is not None


def money_word_fits(site: Site, form: Form, end: int) -> bool:
    """Whether the word after the number means money: "25 pounds" may be a weight."""
    text, number = form.form, site.number
    following = site.text[end : end + 1]
    if not text[0].isalpha() and following.isdigit():
        return False  # "10 $30": the sign belongs to the next number
    if form.kind == "!" and number.scale == 1:
        return False
    if text == "kn" and not site.text.startswith("kn", end - 2):
        return False  # kilonewton
    if text in ("pound", "pounds"):
        if number.scale >= 10**6 or (following == " " and site.low.startswith(" sterling", end)):
            return True
        if site.low.startswith((" a ", " an ", " per "), end) and PRICED_BY.match(site.low, end):
            return True
        around = site.low[max(0, site.start - 60) : end + 40]
        weighed = any(map(around.__contains__, POUND_CONTEXT)) or FAT.search(around)
        if weighed or number.value is None or number.value < 1:
            return False
        if PAID_FOR.match(site.low, end):
            return True
        return bool(
            re.search(
                r"£|cost|paid|pay|price|fine|worth|spen[dt]|save|earn|penn|pence|million", around
            )
        )
    if text == "mark" and site.word.lower() == "the":
        return False  # "above the 50 mark"
    if text in WORDS_THAT_ARE_MONEY:
        large = number.style == "digits" and number.value is not None and number.value >= 10
        if text == "p":
            if site.low[site.start : site.end] in LINES_OF_A_PICTURE and not is_quoted(site, end):
                return False
            return number.style == "digits" and not site.low.startswith((".m", ".p", "'"), end)
        return large or number.scale > 1 or (text in ("cent", "cents", "bucks", "quid", "sen"))
    return True
