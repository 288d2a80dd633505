"""The rules that make figures: money, measures, percent, durations, ages, ratios, counts."""

import re
from decimal import Decimal

from tui.figures.counted import is_plural, noun_after, noun_of
from tui.figures.draft import Draft, NoFigure, Site, Verdict
from tui.figures.numerals import read_number, scaled, times
from tui.figures.tables import Form, money_before
from tui.figures.units import form_at, per

SIGNS = frozenset("$€£¥￥₹₨৳₽₩₪฿₫₦₱₴₺₼₾₸₡₲₵₭₮₿Ƀ¢=₭ரூ")
CODE = re.compile(r"[A-Za-z.$£¥]+$")
NATION_BEHIND = re.compile(r"[ ]?(US|U\.S\.|USD|CAD|AUD|NZD|HKD|SGD|Canadian|Australian)(?![A-Za-z$])")
NATIONS = {
    "US": "USD", "U.S.": "USD", "Canadian": "CAD", "Australian": "AUD",
}  # fmt: skip
# Currencies that are ordinary words: a number of ten or more in digits, or a scale word, is needed.
WORDS_THAT_ARE_MONEY = frozenset(
    "real rand won mark marks crown crowns sol som lev leu lei dong kina kip pula dram colon leone"
    " dirham sen rial quid buck bucks cent p dai ether tether".split()
)
POUND_CONTEXT = re.compile(r"weigh|weight|heav|lift|gain|los[te]|drop|slim|ounce|shed|fat\b|lean|catch")
LONG = re.compile(
    r"[ -](?:long|tall|high|wide|deep|away|north|south|east|west|above|below|apart|race|sprint|final"
    r"|freestyle|butterfly|backstroke|hurdles|relay|dash|radius|x|×|by|from the|in (?:length|height|depth|width|diameter))"
    r"(?![a-z])|²|³|[ ]?\([0-9,.]+ ?(?:ft|feet|yards)"
)
AGE = re.compile(r"[ \u00a0-]?(?:olds?|of[ -]age)(?![a-z])|[ -](?=y/?o(?![a-z]))")
ADJECTIVES = re.compile(
    r"(?:[ \u00a0\n](?:consecutive|straight|full|more|additional|whole|successive|long|solid|calendar"
    r"|working|business|trading|further|extra|short|other|previous|past|entire|light))+(?=[ \u00a0\n-])"
)
AGED = frozenset("aged age ages".split())
OF_A_UNIT = re.compile(r" (?:of )?an?(?= (?:us )?([a-z]+))")
AND_A_HALF = re.compile(r"(?:^|[^0-9a-z])(?:an?|one|past|last|next|the|another) (year|hour|month|week|day|decade|century) and $")
HALF_OF = re.compile(r"(?: of| the| a| an| his| her| its| their| our| my| your| that| those| as| price)(?![a-z])|[.,;)]| (?:that|were|was|are|is|have|had|to|in|or|million|billion)(?![a-z])")
NAMED_HALF = ("the ", "second ", "first ", "this ", "last ", "latter ", "next ", "other ", "better ", "-", "’", "'")
BEFORE_HALF = ("about ", "nearly ", "almost ", "than ", "over ", "roughly ", "around ", "only ", "by ", "least ", "just ")
SIMPLE_PARTS = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 50, 64, 100, 128, 1000))
OUT_OF = re.compile(r"[ -](?:in|out of)(?: every)?[ -]")
TO_ONE = re.compile(r"-to-|:| to (?=one(?![a-z])|1(?![0-9.,]))")
HUMAN_AGE = (1, 110)
WAS = frozenset("is was turned turns".split())
ARTICLES = frozenset("the a an his her their my".split())
PERSONS = frozenset("who he she i".split())
AGE_ENDS = re.compile(r"[.,;]?(?:[ \u00a0\n]*$|[.,;] |\n| (?:and|when|at|but|while|as|in|on|now|years)(?![a-z]))")


def sign(site: Site) -> tuple[int, int]:
    """Where the number with its sign begins, and the sign as 1 or -1; found out once."""
    if site.signed is None:
        site.signed = read_sign(site)
    return site.signed


def read_sign(site: Site) -> tuple[int, int]:
    """A minus counts only at the beginning of a token: "-5 yards", "(-1.3%)", "minus 387"."""
    before = site.before()
    if before in " -":
        tail = site.low[max(0, site.start - 10) : site.start - 1]
        for word in ("minus", "negative"):
            if tail.endswith(word) and not tail[: -len(word)][-1:].isalpha():
                return site.start - 1 - len(word), -1
    if before in "-−–+":
        earlier = site.before(2)
        if earlier in " \u00a0\n\t(\"“=:|" and not (before == "–" and earlier != "("):
            if before == "+" or site.after() == "%" or not site.before(3).isdigit():
                return site.start - 1, 1 if before == "+" else -1
    return site.start, 1


def currency_before(site: Site, start: int) -> tuple[str, int] | None:
    """The currency written before the number that begins at `start`, and where it begins.

    >>> from tui.figures.numerals import read_number
    >>> def unit(text):
    ...     at = next(i for i, c in enumerate(text) if c.isdigit())
    ...     return currency_before(Site(text, text.lower(), read_number(text, text.lower(), at), None), at)
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
    if not (last in SIGNS or last.isalpha() or last == "."):
        return None
    if last.islower() and last not in "sbpnrn":
        return None
    table = money_before()
    for size in range(min(6, at + 1), 0, -1):
        begin = at + 1 - size
        known = table.get(text[begin : at + 1])
        if known is None:
            continue
        if begin and text[begin].isalpha():
            touching = text[begin - 1]
            if touching.isalnum() or touching == "&":
                continue
            if touching == "-" and not text[begin - 2 : begin - 1].isdigit():
                continue
        unit, strict = known
        if strict and site.number.scale == 1 and not site.number.grouped:
            continue
        if last.isalpha() and site.number.style == "words":
            continue
        return unit, begin
    return None


def money(site: Site) -> Verdict:
    """a currency stands before or behind the number"""
    begin, direction = sign(site)
    found = currency_before(site, begin)
    if found:
        return money_with_sign(site, found[0], found[1], direction)
    after = form_at(site.low, site.text, site.end, money=True)
    if after is None:
        return None
    form, end = after
    if not money_word_fits(site, form, end):
        return None
    if form.form.isupper() and site.number.scale == 1:
        end = scale_behind(site, end)
    return quantity(site, "money", form.unit, begin, end, direction)


def money_with_sign(site: Site, unit: str, begin: int, direction: int) -> Draft:
    """Money whose sign stands in front: a minus may stand before the sign too ("-$5", "($5)")."""
    end = site.end
    if site.text[begin - 1 : begin] in ("-", "−") and not site.text[begin - 2 : begin - 1].isalnum():
        direction, begin = -1, begin - 1
    if unit == "USD":
        nation = NATION_BEHIND.match(site.text, end)
        if nation:
            unit = NATIONS.get(nation[1], nation[1])
    return quantity(site, "money", unit, begin, end, direction)


def scale_behind(site: Site, end: int) -> int:
    """ "75 USD million": takes the scale word behind the code into the number."""
    number = site.number
    whole = scaled(site.text, number._replace(end=end))
    if whole.scale > 1 and not whole.loose:
        site.number = whole._replace(end=number.end)
        return whole.end
    return end


def money_word_fits(site: Site, form: Form, end: int) -> bool:
    """Whether the word behind the number means money here: "25 pounds" may be weight."""
    text, number = form.form, site.number
    following = site.text[end : end + 1]
    if not text[0].isalpha() and following.isdigit():
        return False  # "10 $30": the sign belongs to the next number
    if form.kind == "!" and number.scale == 1:
        return False
    if text in ("pound", "pounds"):
        if number.scale >= 10**6 or following == " " and site.low.startswith(" sterling", end):
            return True
        around = site.low[max(0, site.start - 60) : end + 40]
        if POUND_CONTEXT.search(around) or number.value is None or number.value < 1:
            return False
        return bool(re.search(r"£|cost|paid|pay|price|fine|worth|spen[dt]|save|earn|penn|pence|million", around))
    if text in WORDS_THAT_ARE_MONEY:
        large = number.style == "digits" and number.value is not None and number.value >= 10
        if text == "p":
            return number.style == "digits" and not site.low.startswith((".m", "'"), end)
        return large or number.scale > 1 or (text in ("cent", "cents", "bucks", "quid", "sen"))
    return True


def quantity(
    site: Site, kind: str, unit: str, begin: int, end: int, direction: int = 1, spoken: bool = True
) -> Draft:
    """A figure of the number with its unit, and "per" something when that follows."""
    number = site.number
    value, high = number.value, number.high
    if value is not None and direction < 0:
        value = -value
    if kind == "money" and len(unit) == 4 and unit[0] == "M" and value is not None:
        unit, value = unit[1:], times(value, 10**6)  # "30 MUSD"
    over = per(site.low, end) if spoken else None
    if over:
        unit = f"{unit} per {over[0]}"
    draft = Draft(
        begin,
        end,
        kind,
        None if high is not None else value,
        value,
        value if high is None else high,
        unit,
        scale=number.scale,
    )
    draft.noun_end = over[1] if over else end
    return draft


def loose_suffix(site: Site) -> None:
    """Takes "m" back from million to metre, "t" to tonne, "g" to gram where no money is meant."""
    number = site.number
    if not number.loose or number.value is None:
        return
    begin, _ = sign(site)
    if currency_before(site, begin):
        return
    low, end = site.low, site.end
    suffix = low[site.start : end].lstrip("0123456789.,  \u00a0")
    if suffix in ("mm", "g", "cr", "t", "b") or (suffix == "m" and (LONG.match(low, end) or low[end - 2] in " \u00a0")):
        if suffix == "g" and site.text[end - 1] == "G":
            return
        if suffix == "b" or (suffix == "t" and form_at(low, site.text, end, money=True)):
            return
        if suffix == "m" and site.text[end - 1] == "M":
            return
        bare = end - len(suffix)
        while site.text[bare - 1] in " \u00a0":
            bare -= 1
        site.end = bare
        site.number = number._replace(
            end=bare, value=times(number.value / number.scale, 1), scale=1, loose=False
        )


def unit_of_measure(site: Site) -> Verdict:
    """a unit of measure, a span of time or a percent sign stands behind the number"""
    low, text = site.low, site.text
    if site.number.style == "open":
        return open_quantity(site)
    found = form_at(low, text, site.end, money=False)
    if found is None and low.startswith(" us ", site.end):
        found = form_at(low, text, site.end + 3, money=False)  # "5,000 US gallons"
        if found and found[0].kind != "measure":
            found = None
    if found is None:
        stretch = ADJECTIVES.match(low, site.end)
        if stretch is None:
            return None
        found = form_at(low, text, stretch.end(), money=False)
        if found is None or found[0].kind != "duration":
            return None
    form, end = found
    begin, direction = sign(site)
    kind = form.kind
    if kind == "duration":
        return duration(site, form, begin, end, direction)
    if not unit_fits(site, form, end):
        return None
    if form.unit == "horsepower" and form.form == "ps" and low[end : end + 1].isalpha():
        return None
    draft = quantity(site, kind, form.unit, begin, end, direction)
    if kind == "measure" and site.number.style == "part" and site.low[begin:site.end] in ("half",):
        return None
    return draft


def open_quantity(site: Site) -> Verdict:
    """ "tens of millions of dollars", "hundreds of miles"."""
    low, text, end = site.low, site.text, site.end
    if not low.startswith(" of ", end):
        return None
    for money_first in (True, False):
        found = form_at(low, text, end + 3, money_first)
        if found and (money_first is False or money_word_fits(site, *found)):
            kind = "money" if money_first else found[0].kind
            return quantity(site, kind, found[0].unit, site.start, found[1])
    return None


def unit_fits(site: Site, form: Form, end: int) -> bool:
    """Whether a short form is a unit here: "in", "a", "at" and quotation marks are mostly not."""
    text, low = form.form, site.low
    glued = low[site.end] not in " \u00a0\n"
    if text in ("\"", "'", "′", "″"):
        if site.number.style != "digits":
            return False
        if low[end : end + 1].isalpha():
            return False
        return text in "′″" or (glued and low[end : end + 1] not in " ." or low[end : end + 5] in (" when", " tall", " wide", " long"))
    if len(text) == 1 and text.isalpha():
        if glued and low[site.end] != "-":
            return True
        return text in ("W", "V", "C", "F", "R", "t", "K", "g", "m", "l", "L", "A", "N", "J") and low[end : end + 1] in " .,;)/" and site.number.style == "digits" and (text in "WV" or not site.text[end + 1 : end + 2].isupper())
    if text in ("in", "au", "pm", "ct", "stone", "cup", "cups", "second", "quarter", "degree", "MP", "a", "lot", "yard", "ps", "pp"):
        if text == "in":
            feet = low[site.start - 5 : site.start].endswith(("ft ", "feet "))
            return feet or site.number.style == "digits" and low.startswith(("long", "wide", "tall"), end + 1)
        if text in ("ps", "pm", "ct", "au", "pp", "MP"):
            return site.number.style == "digits" and (site.number.value or 0) > 0 and text != "MP"
    if text in ("pound", "pounds") or text in ("mil",):
        return True
    return True


def duration(site: Site, form: Form, begin: int, end: int, direction: int) -> Verdict:
    """A span of time, or an age when "old" or "of age" follows."""
    low = site.low
    if form.form in ("a", "s", "h", "D", "Y", "quarter", "second", "min", "sec", "generation"):
        glued = low[site.end] not in " \u00a0\n-"
        if form.form == "quarter" or (form.form in ("a", "s", "D", "Y", "h") and not glued and not (form.form == "a" and low.startswith(" and ", end))):
            return None
        if form.form == "s" and site.number.value is not None and site.number.value % 10 == 0 and site.number.value >= 20:
            return None
    age = AGE.match(low, end)
    if age:
        return quantity(site, "duration", f"{form.unit} of age", begin, age.end(), direction, spoken=False)
    return quantity(site, "duration", form.unit, begin, end, direction)


def age(site: Site) -> Verdict:
    """ "aged 18", "the age of 21", and a number between commas behind a name"""
    number = site.number
    if number.scale > 1 or number.value is None or number.style == "part":
        return None
    before = site.word_before().lower()
    if before == "of":
        before = site.word_before(site.start - 3).lower()
        if before not in AGED:
            return None
    elif before not in AGED:
        known = between_commas(site) or site.low.startswith((" yo ", " y/o "), site.end)
        if not known and not (before in WAS and was_aged(site)):
            return None
    return quantity(site, "duration", "year of age", site.start, site.end, spoken=False)


def was_aged(site: Site) -> bool:
    """ "who was 10.", "she is 34 and", "turned 80": a bare number behind a person's "to be"."""
    if not AGE_ENDS.match(site.low, site.end) or site.number.value is None:
        return False
    words = site.low[max(0, site.start - 24) : site.start].split()
    return words[-1] == "turned" or (len(words) > 1 and words[-2] in PERSONS)


def between_commas(site: Site) -> bool:
    """Whether the number stands like "Maddon, 66, has" or "Maddon, 66." behind a capitalised name."""
    if site.number.style != "digits" or site.after() not in ",.)" or site.after(1).isdigit():
        return False
    text, start = site.text, site.start
    if text[start - 2 : start] not in (", ", " ("):
        return False
    if text[start - 1] == "(" and site.after() != ")":
        return False
    value = site.number.value
    if value is None or not HUMAN_AGE[0] <= value <= HUMAN_AGE[1] or site.end - start > 3:
        return False
    words = text[max(0, start - 40) : start - 2].split()
    if len(words) > 1 and words[-2].lower() in ARTICLES and words[-1].isalpha() and site.after() == ",":
        return value > 15
    if not words or not words[-1][0].isupper() or not words[-1][-1].isalpha() or words[-1].isupper():
        return False
    if text[start - 1] == "(" and value < 16:
        return False
    return len(words) == 1 or words[-2][0].isupper() or words[-2][-1] in ".!?"


def ratio(site: Site) -> Verdict:
    """ "one in five", "two out of three", "3-to-1", "a third of", "half of\" """
    low, number = site.low, site.number
    if number.style == "part":
        return part(site)
    if number.scale > 1 or number.value is None or site.start == site.end:
        return None
    if low[site.end : site.end + 1] in (" ", "-"):
        middle = OUT_OF.match(low, site.end)
        if middle and middle.end() < len(low):
            other = read_number(site.text, low, middle.end())
            if other and other.value and number.value < other.value and ratio_fits(site, other.end, middle[0]):
                value = number.value / other.value
                draft = Draft(site.start, other.end, "ratio", value, value, value)
                return with_noun(site, draft, other.end)
        if low[site.end] == " ":
            return None
    middle = TO_ONE.match(low, site.end)
    if middle and middle.end() < len(low):
        other = read_number(site.text, low, middle.end())
        if other and other.value and other.style in ("digits", "words") and (middle[0] != ":" or number.value < 24):
            if middle[0] == ":" and other.end - middle.end() == 2:
                return None
            if other.value != 1 and middle[0] == "-to-":
                return Draft(site.start, other.end, "score")
            value = number.value / other.value
            return Draft(site.start, other.end, "ratio", value, value, value)
    return None


def ratio_fits(site: Site, end: int, middle: str) -> bool:
    """Whether "N in M" is a share: "2 in 2019" and "13 in 4 days" are not."""
    if "out of" in middle:
        return True
    number, other = site.number, site.text[middle and site.end + len(middle) : end]
    if number.value is None or number.value > 9 or "," in site.text[site.end : end] and len(other) < 5:
        return False
    if form_at(site.low, site.text, end, money=False):
        return False
    return not (other.isdigit() and len(other) == 4)


def part(site: Site) -> Verdict:
    """A fraction: with a unit it is a quantity, before "of" or a noun a share of it."""
    low = site.low
    made = money(site) or unit_of_measure(site)
    if made:
        return made
    whole = OF_A_UNIT.match(low, site.end)
    if whole:
        found = form_at(low, site.text, whole.start(1) - 1, money=False)
        if found and found[0].kind != "percent" and found[0].unit not in ("quarter", "cup", "stone"):
            return quantity(site, found[0].kind, found[0].unit, site.start, found[1])
    word = low[site.start : site.end]
    if "/" in word or "⁄" in word:
        above, below = map(int, re.split("[/⁄]", word))
        if above >= below or below not in SIMPLE_PARTS:
            return NoFigure(site.end)
    if word in ("quarter", "quarters", "a quarter") and not low.startswith(" of", site.end):
        return NoFigure(site.end)
    if word in ("half", "a half"):
        before = low[max(0, site.start - 28) : site.start]
        spell = AND_A_HALF.search(before)
        if spell:
            value = Decimal("1.5")
            begin = site.start - len(before) + spell.start(1)
            return Draft(begin, site.end, "duration", value, value, value, spell[1])
        plain = before.endswith(BEFORE_HALF) and not low.startswith((" time", " way"), site.end)
        if not (plain or HALF_OF.match(low, site.end)) or before.endswith(NAMED_HALF):
            return NoFigure(site.end)
    value = site.number.value
    draft = Draft(site.start, site.end, "ratio", value, value, value)
    return with_noun(site, draft, site.end)


def with_noun(site: Site, draft: Draft, end: int) -> Draft:
    """The draft with the noun it is a share of, if one follows."""
    span = noun_of(site.text, site.low, end) or noun_after(site.text, site.low, end)
    if span:
        draft.unit = site.text[slice(*span)]
        draft.noun_end = span[1]
    return draft


def counted_noun(site: Site) -> tuple[int, int] | None:
    """The noun right behind the number; looked for once."""
    if site.noun is False:
        one = site.number.value == 1 and site.number.scale == 1
        glued = site.after() in "-‑" and site.after(1).isalpha()
        site.noun = noun_after(site.text, site.low, site.end, one, glued)
    return site.noun or None


def count(site: Site) -> Verdict:
    """a noun that is counted stands behind the number"""
    text, low, number = site.text, site.low, site.number
    begin, direction = sign(site)
    one = number.value == 1 and number.scale == 1
    if one and low.startswith("-time", site.end):
        return NoFigure(site.end)
    span = counted_noun(site)
    if span and not one and site.end - site.start < 5 and "." not in text[site.start : site.end] and text[span[0]].isupper() and not is_plural(low[span[0] : span[1]].split(" ")[-1]):
        return NoFigure(site.end)  # "358 El Brillo Way": an address, a name
    if span is None:
        span = noun_of(text, low, site.end)
    if span is None and not one and fold(site):
        return quantity(site, "count", "times", begin, fold(site), direction, spoken=False)
    if span is None:
        if number.style == "open":
            return NoFigure(site.end) if not low.startswith(" of ", site.end) else None
        return None
    draft = quantity(site, "count", text[slice(*span)], begin, site.end, direction, spoken=False)
    draft.noun_end = span[1]
    if draft.unit and draft.unit.lower() in ("times", "time"):
        over = per(low, span[1])
        draft.unit = f"times per {over[0]}" if over else "times"
    return draft


def fold(site: Site) -> int:
    """Where "-fold" behind a number ends ("sixfold", "10-fold"), 0 if it does not stand there."""
    for suffix in ("fold", "-fold"):
        if site.low.startswith(suffix, site.end) and not site.low[site.end + len(suffix) :][:1].isalpha():
            return site.end + len(suffix)
    return 0


def bare(site: Site) -> Verdict:
    """no unit and no noun: a plain number"""
    begin, direction = sign(site)
    low = site.low
    if low[site.start : site.end] == "one":
        return NoFigure(site.end)
    draft = quantity(site, "count", "", begin, site.end, direction, spoken=False)
    draft.unit = None
    draft.noun_end = 0
    return draft
