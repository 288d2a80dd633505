"""The words of comparison after a figure: "year-on-year", "than a year earlier", "from 2019"."""

import re

from tui.figures.draft import Draft
from tui.figures.grammar.following_word import next_word, words_in
from tui.figures.tables import word_set
from tui.patterns import pattern
from tui.text.dates import MONTHS

REACH = 120  # code points after a figure in which the words of its base stand

ASIDE = pattern(r" \((?:[±~][^()]{1,10}|[a-z]{2,8})\)")
# Where the words of a base end: "compared with last year as demand fell".
END = pattern(r"[,.](?![0-9])|[;:()\n]|[–—]|$| (?=([a-z]+)(?: ([a-z]+))?)")
NEXT_CLAUSE = word_set(
    "but while when as because which after before according amid with despite following due"
)
AND_IT = word_set("it the was were is are rose fell")
MAX_LENGTH = 60  # code points of such words
_UNIT = r"(?:year|month|quarter|week|session|day|season|decade|period|half)"
_BASIS = (
    r"(?P<basis>(?:year|month|quarter|week|day)[- ](?:o[nv]e?r?|to)[- ](?:year|month|quarter"
    r"|week|day)(?![a-z])"
    r"|on (?:the|an?) (?:year|month|day|week|quarter)(?![a-z-]| before| earlier| ago)"
    r"|on an? (?:annual|yearly|monthly|quarterly|weekly|[a-z]+-o(?:n|ver)-[a-z]+) basis|on year"
    r"|a year ago|(?:yoy|mom|qoq|[ymq]-o-[ymq]|[ymq]/[ymq])(?![a-z]))"
)
# The months by how they begin: twelve names take half as long again to compile.
MONTH = (
    r"(?:janu|febr|march|april|may|june|july|augus|septem|octob|novem|decem)[a-z]*+(?: [0-9]{4})?"
)
_ENDS = r"(?:the end of |early |late |mid-)?"
_QUARTER = r"(?:q[1-4]|h[12])(?:[ -]?(?:19|20)?[0-9]{2})?(?![0-9a-z])"
BASE_YEAR = pattern(
    r"(?:the )?(?:19|20)[0-9]{2}(?:(?:[-/]|–{1})[0-9]{2,4})?(?![0-9%]| (?:to|through) (?:19|20))"
    r"(?:[’']s [a-z-]+| (?:count|level|figure|total|average|survey|election|census)(?![a-z]))?"
)
# Bases by their first word, after "the" or without it: a text needs one or two of these patterns.
_BASES = {
    "same corresponding": (
        r"(?:same|corresponding) (?:period|month|quarter|time|week|day|half|stage|point)"
        r"(?:(?! to )[^,;.()]){0,30}"
    ),
    "prior previous preceding last past": (
        r"(?:(?:prior|previous) (?:corresponding|comparable) (?:period|quarter|year|half)"
        r"|[a-z]+ (?:(?:[0-9]+|two|three|four|five|six|nine|twelve) )?"
        rf"(?:{_UNIT}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?(?! [0-9])"
        r"(?:[’']s?(?: [a-z-]+)?)?(?: earlier)?"
        rf"|(?:prior|previous|last)-{_UNIT}(?: [a-z]+)?)"
    ),
    "comparable comparative": r"[a-z]+ (?:period|quarter|half)",
    "end start beginning": (
        r"[a-z]+ of (?:last year|the (?:previous|prior|preceding) year|(?:19|20)[0-9]{2})"
    ),
    "year month quarter week day": (
        r"(?:year-earlier (?:period|quarter|half)|(?:year|month|quarter|week)[- ](?:earlier|ago)"
        r"(?: (?:period|quarter|month|level|figure)s?)?|[a-z]+ before)"
    ),
    "first second third fourth": (
        r"(?:[a-z]+ (?:quarter|half)(?: of (?:(?:19|20)[0-9]{2}|last year))?"
        r"|first [a-z0-9]+ months of (?:(?:19|20)[0-9]{2}|last year))"
    ),
}
# And those after no "the".
_BASES_ALONE = {
    "a one two three four five ten": (
        r"[a-z]+ (?:year|month|week|quarter|decade|day)s? (?:ago|earlier|before|previously)"
    ),
    "level levels": r"levels? (?:a year ago|in [0-9]{4})",
    "january february march april may june july august september october november december"
    " early late mid": (
        rf"(?:early |late |mid-)?{MONTH}(?![’']s [^a-z0-9])"  # but "from April's £2,500"
        rf"(?! (?:to|through|until|till) (?:[a-z]+ (?:19|20)?[0-9]|{_ENDS}{MONTH}))"
        r"(?:[’']s [a-z-]+)?(?: (?:of )?last year)?(?! [0-9])"
    ),
    "yesterday": "yesterday",
    "q h": _QUARTER,
}
BASES = {
    word: base
    for bases, article in ((_BASES, "(?:the )?"), (_BASES_ALONE, ""))
    for words, source in bases.items()
    for base in (pattern(article + source),)
    for word in words.split()
}
# What a change is called between its number and its base: "a 5% rise from 2019".
NOUNS = word_set(
    """
    increase rise jump gain growth surge decrease decline drop fall reduction loss uptick upturn
    rebound climb dip slide slump plunge downturn improvement
    """
)
# What leads from a figure to its base, and how the base is joined on; each is a pattern for itself,
# since together they take three times as long to compile.
LEAD = pattern(
    r"(?:[ -](?:[a-z]+ )?(?P<noun>[a-z]+)(?: (?:in|of) [^,;.()0-9]{2,40}?)?)??"
    r"(?: (?:higher|lower|more|less|fewer|up|down))?(?:,? ?(?:and"
    r"|or) [^,;.]{0,24}?)?[, (]{0,2}(?:(?:respectively|nationwide|overall)[, ]{1,2})?"
    r"(?:in [a-z]{3,9} )?"
)
LINK = pattern(
    rf"{_BASIS}"
    r"|(?:from|over(?! the (?:past|last) )|than|versus|vs\.?|below|since|(?:set )?against|on)"
    r"(?: (?:in|at|during))? "
)
# One of these is in all that LINK finds, which takes twenty times as long to look for them.
LINKING = (
    "on ", "from ", "over ", "than ", "versus ", "vs", "below ", "since ", "against ", "year",
    "month", "quarter", "week", "day", "yoy", "mom", "qoq", "-o-", "y/", "m/", "q/",
)  # fmt: skip
OF_WHOLE = pattern(r" of (?:(?:the|its|all|their) )?[a-z]+(?: [a-z]+)?(?= from )")
LATER_LEAD = pattern(r" (?:in|during|for|over) [^,;:.()\n]{2,40}?,? ")
# "5% more than in May", but not "5%, to more than 2 million", "the most in more than a decade".
THAN = pattern(
    r"(?: (?:more|less|fewer|higher|lower)(?: [a-z]+)?|(?: [a-z0-9-]+){0,7}?(?= than (?!(?:an? )?"
    r"(?:[$£¥0-9]|€|(?:decade|century|year|month|week|dozen|half)(?! (?:earlier|ago|before))))))"
    r" than (?:there (?:was|were) )?(?:(?:in|at|during|for) )?"
)
# "5% above its mean", "5% from the level of May"
LEVEL = pattern(r" (above|below|from|on|over) (?=(?:the|its|their|his|her|an?) |pre-)")
LEVELS = (
    "estimate", "level", "figure", "forecast", "projection", "peak", "high", "low", "average",
    "reading", "report", "survey", "rate", "total", "target", "count", "tally",
)  # fmt: skip
LEVEL_REACH = 40
# "Five times as many as in May"
AS_MANY = pattern(
    r" as (?:many|much|high|large|big|long|often)(?: [a-z]+){0,2} as"
    r" (?:in |at |during )?(?=[a-z0-9])"
)
COMPARED = pattern(
    r"(?P<gap>[^;()\n]{0,70}?)(?:,? | \()(?:when |as )?(?:compared|comparing|in comparison)"
    r" (?:to|with) "
)
NEW_CLAUSE = (" and ", " but ", " while ", " which ", " although ")
# "year-on-year, an increase of 5%", "a year-on-year drop of 5%"
BASIS_AHEAD = pattern(
    r"(?<![a-z-])((?:year|month|quarter|week)[- ]o[nv]e?r?[- ](?:year|month|quarter|week)),?"
    r" (?:an? |up |down )?(?:(?!to )[a-z]+ )?(?:of |by )?(?:about |nearly |over |almost )?$"
)

# "Year-on-year, the largest change was an increase of 5%"
BASIS_OPENS = pattern(
    r"((?:year|month|quarter|week)[- ]o[nv]e?r?[- ](?:year|month|quarter|week)"
    r"|on an? (?:annual|yearly|monthly|quarterly|weekly|[a-z]+-on-[a-z]+) basis)"
    r"(?: in [a-z]{3,9}(?: [0-9]{4})?)?,"
)
UNITS = ("year", "month", "quarter", "week")
# "Compared with May 2009, rents fell", "in May, compared with April, rents fell"
COMPARED_OPENS = pattern(r"compared (?:with|to) ([^,;.0-9]{0,40}(?:[0-9]{4})?), (?![0-9])")
FARTHEST_COMPARED = 80  # code points from the start of the sentence
OPENS = (*UNITS, "on a")


def end_of_aside(low: str, at: int) -> int:
    """The end of a bracket with only a tolerance or a repeated unit: "(±0.5%)".

    >>> end_of_aside("5% (±0.5%) more", 2), end_of_aside("5% (from 4%)", 2)
    (10, 2)
    """
    opens = low.startswith(" (", at) and not low[at + 2 : at + 3].isdigit()
    aside = ASIDE.match(low, at) if opens else None
    return aside.end() if aside else at


def words_after(low: str, draft: Draft, limit: int, stop: int) -> tuple[int, int] | None:
    """The words of comparison after a figure, or after its conversion in brackets."""
    at = end_of_aside(low, max(draft.end, draft.noun_end))
    if draft.change and low.startswith(" (", at) and low.find(")", stop, at + REACH) > stop:
        at, stop = low.index(")", stop) + 1, limit  # "2 metres (7 feet) higher than in May"
    limit = min(limit, at + REACH)
    base = linked(low, LEAD, at, limit)
    if (
        base is None
        and draft.change
        and low.startswith(" of ", at)
        and low.find(" from ", at, limit) >= 0
    ):
        whole = OF_WHOLE.match(low, at, limit)  # "down by 5% of the vote from 2017"
        base = linked(low, LEAD, whole.end(), limit) if whole else None
    if base is not None:
        return base
    if low.find(" than ", at, min(limit, stop)) >= 0:
        base = words_led_to(low, THAN, at, limit)
        if base is not None:
            return base
    if low.startswith((" above ", " below ", " from ", " on ", " over "), at):
        base = words_led_to(low, LEVEL, at, limit) if is_level(low, at, limit) else None
        if base is not None:
            return base
    if low.startswith(" as ", at):
        base = words_led_to(low, AS_MANY, at, limit)
        if base is not None:
            return base
    if low.find("compar", at, limit) >= 0:
        match = COMPARED.match(low, at, limit)
        if match and match.end("gap") <= stop and not new_clause(match["gap"]):
            return words_from(low, match.end(), limit)
    if low.startswith((" in ", " during ", " for ", " over "), at):
        base = linked(low, LATER_LEAD, at, min(limit, stop))
        if base is not None and not new_clause(low[at : base[1]]):
            return base
    return None


def linked(low: str, lead: re.Pattern[str], at: int, limit: int) -> tuple[int, int] | None:
    """A basis ("year-on-year") or base ("from 2019") after the linking words at `at`."""
    if not any(map(low[at:limit].__contains__, LINKING)):
        return None  # most
    for link in LINK.finditer(low, at, limit):
        base = link if link["basis"] else base_at(low, link.end(), limit)
        if base and led(lead.fullmatch(low, at, link.start())):
            return base.span()
    return None


def led(lead: re.Match[str] | None) -> bool:
    """Whether words before a link lead to it: what they name, if anything, is a change."""
    return lead is not None and (lead.lastgroup is None or lead["noun"] in NOUNS)


def base_at(low: str, at: int, limit: int) -> re.Match[str] | None:
    """The base that starts at `at`: "2019", "the same month of last year"."""
    first = at + 4 if low.startswith("the ", at) else at
    if low[first : first + 1].isdigit():
        return BASE_YEAR.match(low, at, limit)
    word = next_word(low, first - 1)
    base = BASES.get(word)
    if base is None or (word in MONTHS and is_day(low[first + len(word) : limit])):
        return None
    return base.match(low, at, limit)


def is_day(behind: str) -> bool:
    """Whether a month is followed by a day, and not by a year.

    >>> is_day(" 5, when"), is_day(" 2010, when"), is_day("-5, when")
    (True, False, False)
    """
    number = behind[1:5]
    if behind[:1] != " " or not number[:1].isdigit():
        return False
    return not (len(number) == 4 and number.isdigit())


def words_led_to(low: str, lead: re.Pattern[str], at: int, limit: int) -> tuple[int, int] | None:
    """The words after those at `at`: "than expected", "above its mean"."""
    match = lead.match(low, at, limit)
    return words_from(low, match.end(), limit) if match else None


def is_level(low: str, at: int, limit: int) -> bool:
    """Whether a level may be what stands after a figure: "above", or "from" and its name.

    >>> is_level("5% above its mean", 2, 17), is_level("5% from the town of", 2, 19)
    (True, False)
    """
    if low.startswith((" above ", " below "), at):
        return True
    begin = low.index(" ", at + 1)
    said = low[begin : min(limit, begin + LEVEL_REACH + len("projection"))]
    for mark in ",;:.()\n":
        said = said.partition(mark)[0]
    return any(word.endswith(LEVELS) for word in words_in(said))


def words_from(low: str, start: int, limit: int) -> tuple[int, int] | None:
    """The words of a base from `start` to the end of its clause.

    >>> text = "less than the 2,016 tonnes of may, and"
    >>> text[slice(*words_from(text, 10, len(text)))]
    'the 2,016 tonnes of may'
    """
    for end in END.finditer(low, start, limit):
        first, second = end.groups()
        if first is None or first in NEXT_CLAUSE or (first == "and" and second in AND_IT):
            length = end.start() - start
            return (start, end.start()) if 2 <= length <= MAX_LENGTH else None
    return None


def new_clause(gap: str) -> bool:
    """Whether another clause starts between a figure and the words of comparison.

    >>> new_clause(" between april and june"), new_clause(" and costs fell")
    (False, True)
    """
    return any(word in gap for word in NEW_CLAUSE) and " between " not in gap


def basis_of_all(low: str, sentence: tuple[int, int]) -> tuple[int, int] | None:
    """The words of comparison at the start of a sentence: "On a monthly basis, rents".

    >>> text = "in may 2010, compared with may 2009, rents fell"
    >>> text[slice(*basis_of_all(text, (0, len(text))))]
    'may 2009'
    """
    start, end = sentence
    if low.startswith(OPENS, start):
        match = BASIS_OPENS.match(low, start, end)
        return match.span(1) if match else None
    told = low.find("compared ", start, start + FARTHEST_COMPARED)
    if told < 0 or (told > start and not low.startswith(", ", told - 2)):
        return None
    opening = COMPARED_OPENS.match(low, told, end)
    return opening.span(1) if opening else None
