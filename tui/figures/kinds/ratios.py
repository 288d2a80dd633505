"""The rule for ratios and shares: "one in five", "3-to-1", "two-thirds of"."""

import re
from decimal import Decimal

from tui.figures.draft import Draft, NoFigure, Site, Verdict
from tui.figures.excluded.citations import VERSE, is_book
from tui.figures.grammar.counted_noun import noun_after
from tui.figures.grammar.following_word import ends_before, is_less_by, next_word, words_in
from tui.figures.grammar.partitive_noun import noun_of
from tui.figures.kinds.measures import unit_of_measure
from tui.figures.kinds.money import money
from tui.figures.kinds.quantities import quantity
from tui.figures.kinds.units import form_at
from tui.figures.numbers.numbers_in_words import multiplied
from tui.figures.numbers.numerals import read_number
from tui.figures.numbers.plain_numbers import Numeral
from tui.figures.tables import word_set
from tui.patterns import pattern

OF_A_UNIT = pattern(r" (?:of )?an?(?= (?:us )?([a-z]+))")
OF_A_POINT = pattern(r"(?: (?:of )?an?)?[ -](percentage[ -])?points?(?![a-z])")
AND_A_HALF = pattern(
    r"(?:^|[^0-9a-z])(?:an?|one|past|last|next|the|another) (year|hour|month|week|day|decade"
    r"|century)(?: and |-and-(?:a-)?)$"
)
HALF_OF = word_set("of the a an his her its their our my your that those as price")
HALF_ALONE = word_set("that were was are is have had to in or million billion")
OWNERS = frozenset(["the", "its", "his", "her", "their", "our", "my", "your"])
NAMED_HALF = word_set("the second first this last latter next other better")
# Before a half of which nothing follows: "cut in half.", "more than half were".
BEFORE_HALF = word_set(
    "about nearly almost than over roughly around only by least just in and but under with"
)
LOOSE = word_set("almost nearly about around over roughly more than at least some")
SHARES = (" of", " were ", " are ")  # "a quarter were late"
AS_MUCH = pattern(r" as (?:much|many)(?= [a-z])")
SIMPLE_PARTS = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 50, 64, 100, 128, 1000))
OUT_OF = pattern(r"[ -](?:(?:in|out of)(?: every)?|of every)[ -]")
ODDS = word_set(
    "odds ratio outnumber outnumbers outnumbered margin vote voted votes favor favour by"
)
# "Group 3:120 men": a name and a count. Of other names it is a result, unless a reference is near.
GROUPS = word_set(
    "group phase team class district ward zone sector cohort arm batch round stage tier grade level"
    " wave precinct region"
)
JOURNALS = frozenset(
    ["Nature", "Science", "Lancet", "Cell", "Brain", "Blood", "Heart", "Gut", "JAMA", "BMJ", "PNAS"]
)
LONGEST_REFERENCE = 200  # code points between the authors and the page
REFERENCE = pattern(r"\((?:19|20)[0-9]{2}[a-z]?\)|(?<![0-9])(?:19|20)[0-9]{2}[a-z]?[.;:] |et al")
PAGES_OR_YEAR = pattern(r"[-–][0-9]|,? ?\(?(?:19|20)[0-9]{2}(?![0-9])")
TO_ONE = pattern(
    r"-to-|:| to (?=one(?![a-z])|1(?![0-9]|[.,][0-9]))"
    r"|-for-(?=(?:one|two|three|1)(?![0-9a-z])[^.]{0,40} (?:split|swap|share|stock|issue))"
)


def ratio(site: Site) -> Verdict:
    """ "one in five", "two out of three", "3-to-1", "a third of", "half of", "a 2-for-1 split\""""
    low, number = site.low, site.number
    if number.style == "part":
        return part(site)
    if number.scale > 1 or number.value is None or site.start == site.end:
        return None
    if low[site.end : site.end + 1] in (" ", "-"):
        out_of = low[site.end + 1 : site.end + 3] in ("in", "ou", "of")
        middle = OUT_OF.match(low, site.end) if out_of else None
        if middle and middle.end() < len(low):
            other = read_number(site.text, low, middle.end())
            if (
                other
                and other.value
                and number.value < other.value
                and ratio_fits(site, other.end, middle[0])
            ):
                value = number.value / other.value
                draft = Draft(site.start, other.end, "ratio", value, value, value)
                return with_noun(site, draft, other.end)
        if low[site.end] == " " and not (
            low.startswith(" to ", site.end)
            and not ODDS.isdisjoint(words_in(low[max(0, site.start - 40) : site.end]))
        ):
            return None
    middle = TO_ONE.match(low, site.end)
    if middle and middle.end() < len(low):
        other = read_number(site.text, low, middle.end())
        if (
            other
            and other.value
            and other.style in ("digits", "words")
            and (middle[0] != ":" or number.value < 24 or splits(number, other))
        ):
            if middle[0] == ":" and cites_page(site, other.value):
                return beside_name(site, middle.end(), other)
            if middle[0] == ":" and (is_book(site.word) or site.preceding == ";"):
                verse = VERSE.match(low, site.start)
                return NoFigure(verse.end() if verse else other.end)  # "Acts 5:1–11", "2014;4:6633"
            clock = middle[0] == ":" and other.end - middle.end() == 2
            if clock and not splits(number, other):
                return None
            if other.value != 1 and middle[0] == "-to-":
                if number.style == "words" or is_range(site, number, other):
                    return None  # "one-to-two hundred people": a range
                return Draft(site.start, other.end, "score")
            value = number.value / other.value
            return Draft(site.start, other.end, "ratio", value, value, value)
    return None


def splits(number: Numeral, other: Numeral) -> bool:
    """Whether two numbers divide a whole: "a 60:40 split"."""
    return number.value is not None and other.value == 100 - number.value


def is_range(site: Site, number: Numeral, other: Numeral) -> bool:
    """Whether "5-to-10 men" is a range of counts."""
    if number.value is None or other.value is None or number.value >= other.value:
        return False
    return noun_after(site.text, site.low, other.end) is not None


def cites_page(site: Site, page: Decimal) -> bool:
    """Whether what follows a name may be a volume and its page: "Sci Rep 3:1926".

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text, page):
    ...     number = read_number(text, text, text.index("3"))
    ...     return cites_page(Site(text, text.lower(), number, None), Decimal(page))
    >>> of("Ship Rep 3:1926", 1926), of("odds of 3:1000", 1000), of("Ship 3:2", 2)
    (True, False, False)
    """
    word = site.word
    if word.lower() in GROUPS:
        return page >= 60
    return page >= 100 and site.number.value != 1 and word[:1].isupper() and len(word) < 12


def beside_name(site: Site, second: int, other: Numeral) -> Verdict:
    """ "Sci Rep 3:1926" cites a page, "Group 3:120 men" is a name and a count, "Bonn 23:102" a
    result; `second` is where the other number starts.

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text):
    ...     at = text.index(":")
    ...     first, other = read_number(text, text, at - 1), read_number(text, text, at + 1)
    ...     return beside_name(Site(text, text.lower(), first, None), at + 1, other)
    >>> of("Ray L (2013) On quays. Rep 3:120"), of("Group 3:120"), of("Bonn 4:120 men came")
    (NoFigure(end=32), NoFigure(end=8), NoFigure(end=7))
    >>> of("Bonn 4:120, Trier 5:98").kind
    'score'
    """
    text = site.text
    if site.word.lower() in GROUPS:
        return NoFigure(second)
    known = site.word[-1] == "." or site.word in JOURNALS or len(text[second : other.end]) > 3
    if known or PAGES_OR_YEAR.match(text, other.end) or REFERENCE.search(text, *reach(site)):
        return NoFigure(other.end)
    if text[other.end + 1 : other.end + 2].islower() and noun_after(text, site.low, other.end):
        return NoFigure(second)
    return Draft(site.start, other.end, "score")


def reach(site: Site) -> tuple[int, int]:
    """Where in its line the author and year of a reference stand."""
    floor = max(0, site.start - LONGEST_REFERENCE)
    return max(floor, site.text.rfind("\n", floor, site.start)), site.start


def ratio_fits(site: Site, end: int, middle: str) -> bool:
    """Whether "N in M" is a share: "2 in 2019" and "13 in 4 days" are not."""
    if "out of" in middle or "of every" in middle:
        return True
    number, other = site.number, site.text[site.end + len(middle) : end]
    if (
        number.value is None
        or number.value > 9
        or ("," in site.text[site.end : end] and len(other) < 5)
    ):
        return False
    if form_at(site.low, site.text, end, money=False):
        return False
    return not (other.isdigit() and len(other) == 4)


def part(site: Site) -> Verdict:
    """A fraction: with a unit it is a quantity, before "of" or a noun a share."""
    low = site.low
    if low.startswith("百分之", site.start):
        site.number = site.number._replace(value=multiplied(site.number.value or Decimal(0), 100))
        return quantity(site, "percent", "percent", site.start, site.end, spoken=False)
    made = money(site) or unit_of_measure(site)
    if made:
        return made
    word = low[site.start : site.end]
    may_be = "point" in low[site.end : site.end + 24]
    points = OF_A_POINT.match(low, site.end) if may_be else None
    if points:  # "three-quarters of a percentage point", "a quarter-point rise"
        unit = "percentage point" if points[1] else "point"
        kind = "percent" if points[1] else "count"
        return quantity(site, kind, unit, site.start, points.end(), spoken=False)
    if word == "quarter" and site.word not in BEFORE_HALF and not is_less_by(low, site.end):
        return NoFigure(site.end)  # "in the same quarter of last year", "the quarter a year ago"
    whole = OF_A_UNIT.match(low, site.end)
    if whole:
        found = form_at(low, site.text, whole.start(1) - 1, money=False)
        if (
            found
            and found[0].form != "percentage"
            and found[0].unit not in ("quarter", "cup", "stone")
        ):
            return quantity(site, found[0].kind, found[0].unit, site.start, found[1])
    if site.following == "-" or low.startswith(" of july", site.end):
        return NoFigure(site.end)  # "one half-sister", "a Fourth of July parade"
    if "/" in word or "⁄" in word:
        above, below = map(int, re.split("[/⁄]", word))
        if above >= below or below not in SIMPLE_PARTS:
            return NoFigure(site.end)
    if word in ("quarter", "quarters", "a quarter") and not (
        low.startswith(SHARES, site.end) or is_less_by(low, site.end) or is_step(site)
    ):
        return NoFigure(site.end)
    if word in ("half", "a half"):
        before = low[max(0, site.start - 28) : site.start]
        duration = AND_A_HALF.search(before)
        if duration:
            value = Decimal("1.5")
            begin = site.start - len(before) + duration.start(1)
            return Draft(begin, site.end, "duration", value, value, value, duration[1])
        if not is_share(site):
            return NoFigure(site.end)
    share = site.number.value
    draft = Draft(site.start, site.end, "ratio", share, share, share)
    return with_noun(site, draft, site.end)


def is_step(site: Site) -> bool:
    """Whether something moved by "a quarter": "profits fell by almost a quarter."."""
    ahead = site.low[max(0, site.start - 24) : site.start].removesuffix("a ").split()[-3:]
    moved = "by" in ahead and LOOSE.issuperset(ahead[ahead.index("by") + 1 :])
    return moved and stands_alone(site)


def is_share(site: Site) -> bool:
    """Whether "half" is a share, not half of a match or part of a word.

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text):
    ...     at = text.index("half")
    ...     return is_share(Site(text, text, read_number(text, text, at), None))
    >>> of("half of them"), of("cut in half."), of("more than half were")
    (True, True, True)
    >>> of("in the attacking half."), of("the second half of it"), of("half time")
    (False, False, False)
    """
    low, before = site.low, site.word.lower()
    if before in NAMED_HALF or site.preceding in "-’'":
        return False
    if next_word(low, site.end) in HALF_OF:
        return True
    if before in BEFORE_HALF and not low.startswith((" time", " way"), site.end):
        return before != "in" or stands_alone(site)
    opens = not before or before[-1] in '.,;:!?”"'
    return opens and stands_alone(site)


def stands_alone(site: Site) -> bool:
    """Whether nothing follows a half that it could be half of."""
    return ends_before(site.low, site.end, ".,;)", HALF_ALONE)


def with_noun(site: Site, draft: Draft, end: int) -> Draft:
    """The draft with the noun that it is a share of, if one follows."""
    much = AS_MUCH.match(site.low, end) if site.low.startswith(" as ", end) else None
    end = much.end() if much else end  # "a quarter as much money"
    span = noun_of(site.text, site.low, end) or noun_after(site.text, site.low, end)
    if span is None and site.low.startswith("half", end - 4):
        owner = next_word(site.low, end)  # "half the shops"
        at = end + 1 + len(owner)
        whole = owner in OWNERS and site.low.startswith(" ", at)
        span = noun_after(site.text, site.low, at, share=True) if whole else None
    if span:
        draft.unit = site.text[slice(*span)]
        draft.noun_end = span[1]
    return draft
