"""What a figure is compared to: "year-on-year", "than a year earlier", "up from 46% in 2015"."""

import re

from tui.figures.directions import DIRECTION_WORDS
from tui.figures.draft import Draft
from tui.patterns import pattern

# Between "to" and a level: "fell to a seasonally adjusted 5%".
BEFORE_LEVEL = frozenset(
    ["a", "record", "just", "only", "us", "seasonally", "adjusted", "revised", "annual"]
)
POINTS = ("points", "point", "percentage point", "basis point")
REACH = 120  # code points behind a figure in which the words of its base stand
FARTHEST = 110  # code points between a figure and the figure that it is compared to

ASIDE = pattern(r" \((?:[±~][^()]{1,10}|[a-z]{2,8})\)")
# Where the words of a base end: "compared with last year as demand fell".
END = pattern(
    r"[,.](?![0-9])|[;:()\n–—]|$| (?:but|while|when|as|because|which|after|before|according"
    r"|amid|with|despite|following|due|and (?:it|the|was|were|is|are|rose|fell))(?![a-z])"
)
LONGEST = 60  # code points of them
_UNIT = r"(?:year|month|quarter|week|session|day|season|decade|period|half)"
_BASIS = (
    r"(?P<basis>(?:year|month|quarter|week|day)[- ](?:o[nv]e?r?|to)[- ](?:year|month|quarter"
    r"|week|day)(?![a-z])"
    r"|on (?:the|an?) (?:year|month|day|week|quarter)(?![a-z-])"
    r"|on an? (?:annual|yearly|monthly|quarterly|weekly|[a-z]+-o(?:n|ver)-[a-z]+) basis|on year"
    r"|a year ago|(?:yoy|mom|qoq|[ymq]-o-[ymq]|[ymq]/[ymq])(?![a-z]))"
)
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"(?: [0-9]{4})?"
)
_QUARTER = r"(?:q[1-4]|h[12])(?:[ -]?(?:19|20)?[0-9]{2})?(?![0-9a-z])"
BASE_YEAR = pattern(r"(?:19|20)[0-9]{2}(?:[-–/][0-9]{2,4})?(?![0-9%])")
BASE = pattern(
    r"(?:the )?(?:(?:same|corresponding) (?:period|month|quarter|time|week|day|half|stage|point)"
    r"(?:(?! to )[^,;.()]){0,30}"
    r"|(?:prior|previous) (?:corresponding|comparable) (?:period|quarter|year|half)"
    r"|(?:comparable|comparative|year-earlier) (?:period|quarter|half)"
    r"|(?:end|start|beginning) of (?:last year|(?:19|20)[0-9]{2})"
    r"|(?:previous|prior|preceding|last|past) (?:(?:[0-9]+|two|three|four|five|six|nine|twelve) )?"
    rf"(?:{_UNIT}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?(?! [0-9])(?:[’']s?(?: [a-z-]+)?)?"
    rf"(?: earlier)?|(?:prior|previous|last)-{_UNIT}(?: [a-z]+)?"
    r"|(?:year|month|quarter|week)[- ](?:earlier|ago)(?: (?:period|quarter|month|level|figure)s?)?"
    r"|(?:year|month|day|week|quarter) before"
    r"|(?:first|second|third|fourth) (?:quarter|half)(?: of (?:(?:19|20)[0-9]{2}|last year))?"
    r"|first [a-z0-9]+ months of (?:(?:19|20)[0-9]{2}|last year))"
    r"|(?:a|one|two|three|four|five|ten) (?:year|month|week|quarter|decade|day)s?"
    r" (?:ago|earlier|before|previously)"
    r"|levels? (?:a year ago|in [0-9]{4})"
    rf"|(?:early |late |mid-)?{_MONTH}(?! (?:to|through) (?:[a-z]+ (?:19|20)?[0-9]|{_MONTH}))"
    r"(?:[’']s [a-z-]+)?(?: (?:of )?last year)?(?! [0-9])|yesterday"
    rf"|{_QUARTER}"
)
_NOUNS = r"(?:increase|rise|jump|gain|growth|surge|decrease|decline|drop|fall|reduction|loss)"
# What leads from a figure to its base, and how the base is joined on; each is a pattern for itself,
# since together they take three times as long to compile.
LEAD = pattern(
    rf"(?:[ -](?:[a-z]+ )?{_NOUNS}(?: (?:in|of) [^,;.()0-9]{{2,40}}?)?)?"
    r"(?: (?:higher|lower|more|less|fewer))?(?:,? ?(?:and"
    r"|or) [^,;.]{0,24}?)?[, ]{0,2}(?:(?:respectively|nationwide|overall)[, ]{1,2})?"
    r"(?:in [a-z]{3,9} )?"
)
LINK = pattern(
    rf"{_BASIS}"
    r"|(?:from|over(?! the (?:past|last) )|than|versus|vs\.?|below|since|(?:set )?against|on)"
    r"(?: (?:in|at|during))? "
)
LATER_LEAD = pattern(r" (?:in|during|for|over) [^,;:.()\n]{2,40}?,? ")
# "5% more than in May", but not "5%, to more than 2 million", "the most in more than a decade".
THAN = pattern(
    r"(?: (?:more|less|fewer|higher|lower)(?: [a-z]+)?|(?: [a-z0-9-]+){0,7}?(?= than (?!(?:an? )?"
    r"(?:[$€£¥0-9]|(?:decade|century|year|month|week|dozen|half)(?! (?:earlier|ago|before))))))"
    r" than (?:there (?:was|were) )?(?:(?:in|at|during|for) )?"
)
LEVEL = pattern(
    r" (?:above|below|(?:from|on|over)(?=[^,;:.()\n]{4,40}(?:estimate|level|figure|forecast"
    r"|projection|peak|high|low|average|reading|report|survey|rate|total|target|count|tally)"
    r"(?![a-z])))"
    r" (?=(?:the|its|their|his|her|an?) )"
)
COMPARED = pattern(
    r"(?P<gap>[^;()\n]{0,70}?)(?:,? | \()(?:when |as )?(?:compared|comparing|in comparison)"
    r" (?:to|with) "
)
NEW_CLAUSE = (" and ", " but ", " while ", " which ", " although ")
LATER_WORDS = (" from ", " than ", " over ", " versus ", " against ", " on ", "-on-", "-over-")
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
OPENS = (*UNITS, "on a")

# Between a figure and the one that it is compared to: "a 93% increase from 88 deaths in May",
# "71% of the vote, up from 46%", "to 41 in 2010 from 38".
FILLERS = pattern(
    r"(?: (?:about|around|nearly|almost|over|just|some|only|roughly|an?|more than|less than|the"
    rf"|last (?:year|month|week)[’']s|{_NOUNS} of))*"
    r"(?:(?: [a-z’'-]+){1,5} of)?(?: (?:about|around|nearly|almost|over|just))?"
    r" ?[a-z]{0,3}[$€£¥]?"
)
UP_FROM = pattern(r",?(?: [a-z]+ly)? (?P<way>up|down)(?: sharply| slightly)? (?:from|on)")
BEFORE_LINK = pattern(
    rf"(?: {_NOUNS})?(?: of [^,;.]{{2,60}}?)?(?: (?:an?|per) [a-z]+)?\)?"
    r"(?: (?:year|month|quarter)[- ]on[- ](?:year|month|quarter))?(?: (?:were )?[a-z]+ed)?"
    r"(?: (?:in|during|for|over|between|on|at|through|so far) [^;.()]{2,70}?"
    r"| (?:this|last) (?:year|month|week|quarter|season))?"
    r"(?: (?:annual |annualized |daily )?rate)?(?:,?| \()"
)
FIGURE_LINK = pattern(
    r" (?P<from>from|on)| ?(?:as |when )?compared (?:with|to)| ?versus| ?vs\.?| ?(?:as )?against"
)
# "Grew 5 percent in May, as imports slowed from 7 percent"
NEXT_CLAUSE = pattern(r", (?:as(?! compared| against)|and|but|after|which) | (?:while|whereas) ")
BASE_ENDS = pattern(
    rf"(?: {_NOUNS})?"
    r"(?: (?:an?|per) [a-z]+(?![a-z]| (?:ago|earlier|before)))?(?:(?P<words>"
    r" (?:in|for|during|as of|as on|as at|(?:at|by|through) (?:the|this)) "
    r"(?!about|nearly|over|[$€£¥]))"
    rf"| to {_MONTH}"
    r"|,? (?:an?|one) (?:year|month|week|quarter) (?:ago|earlier|before)"
    r"| the (?:year|month|week) (?:before|earlier)"
    r"|,? (?:the |last |in the )?(?:same|last|previous|prior|this)"
    r" (?:year|month|week|quarter|period)(?: (?:last year|of (?:19|20)[0-9]{2}))?"
    r"| (?:mon|tues|wednes|thurs|fri|satur|sun)day| yesterday)?"
)


def add_basis(text: str, low: str, draft: Draft, limit: int, stop: int) -> None:
    """Sets what a change is compared to where words say it, before `limit`.

    Another figure begins at `stop`.

    >>> def of(text):
    ...     draft = Draft(5, 7, "percent", noun_end=7)
    ...     add_basis(text, text, draft, len(text), 99)
    ...     return draft.versus
    >>> of("rose 5% in june, compared with the same month of 2019."), of("rose 5% year-on-year")
    ('the same month of 2019', 'year-on-year')
    >>> of("rose 5% more than in any other year but one"), of("rose 5% above its long-term mean.")
    ('any other year', 'its long-term mean')
    """
    found = words_behind(low, draft, limit, stop)
    if found is None:
        floor = max(0, draft.start - 48)
        before = low[floor : draft.start]
        if not any(map(before.__contains__, UNITS)) or not ("-o" in before or " o" in before):
            return  # most end here, without the pattern
        ahead = BASIS_AHEAD.search(low, floor, draft.start)
        found = ahead.span(1) if ahead else None
    if found is not None:
        set_base(text, draft, *found)


def behind_aside(low: str, at: int) -> int:
    """Where a bracket ends that only says how sure a figure is, or its unit again: "(±0.5%)".

    >>> behind_aside("5% (±0.5%) more", 2), behind_aside("5% (from 4%)", 2)
    (10, 2)
    """
    aside = ASIDE.match(low, at)
    return aside.end() if aside else at


def words_behind(low: str, draft: Draft, limit: int, stop: int) -> tuple[int, int] | None:
    """Where the words of comparison behind a figure stand."""
    at = max(draft.end, draft.noun_end)
    if low.startswith(" (", at):
        at = behind_aside(low, at)
    limit = min(limit, at + REACH)
    base = linked(low, LEAD, at, limit)
    if base is not None:
        return base
    if low.find(" than ", at, min(limit, stop)) >= 0:
        base = words_led_to(low, THAN, at, limit)
        if base is not None:
            return base
    if low.startswith((" above ", " below ", " from ", " on ", " over "), at):
        base = words_led_to(low, LEVEL, at, limit)
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
    """A basis ("year-on-year") or a base ("from 2019") to which the words from `at` on lead."""
    for link in LINK.finditer(low, at, limit):
        base = link if link["basis"] else base_at(low, link.end(), limit)
        if base and lead.fullmatch(low, at, link.start()):
            return base.span()
    return None


def base_at(low: str, at: int, limit: int) -> re.Match[str] | None:
    """The base that begins at `at`: "2019", "the same month of last year"."""
    return (BASE_YEAR if low[at : at + 1].isdigit() else BASE).match(low, at, limit)


def words_led_to(low: str, lead: re.Pattern[str], at: int, limit: int) -> tuple[int, int] | None:
    """The words to which those from `at` on lead: "than expected", "above its mean"."""
    match = lead.match(low, at, limit)
    return words_from(low, match.end(), limit) if match else None


def words_from(low: str, start: int, limit: int) -> tuple[int, int] | None:
    """The words of a base that begin at `start`, up to the end of their clause.

    >>> text = "less than the 2,016 tonnes of may, and"
    >>> text[slice(*words_from(text, 10, len(text)))]
    'the 2,016 tonnes of may'
    """
    end = END.search(low, start, limit)
    return (start, end.start()) if end and 2 <= end.start() - start <= LONGEST else None


def new_clause(gap: str) -> bool:
    """Whether another clause begins between a figure and the words of comparison.

    >>> new_clause(" between april and june"), new_clause(" and costs fell")
    (False, True)
    """
    return any(word in gap for word in NEW_CLAUSE) and " between " not in gap


def basis_of_all(low: str, sentence: tuple[int, int]) -> tuple[int, int] | None:
    """Where the words of comparison stand that open a sentence: "On a monthly basis, rents"."""
    if not low.startswith(OPENS, sentence[0]):
        return None
    match = BASIS_OPENS.match(low, *sentence)
    return match.span(1) if match else None


def set_base(text: str, draft: Draft, start: int, end: int) -> None:
    """Sets `versus`, as it is written, and where it stands."""
    draft.versus, draft.base = " ".join(text[start:end].split()), (start, end)


def add_base(low: str, text: str, draft: Draft, at: int, following: Draft, limit: int) -> None:
    """Sets what a figure is compared to where that is the next one: "71%, up from 46% in 2015".

    What it says goes on up to `at`: its noun, or its conversion.

    >>> text = "revenue of 71%, up from 46% in 2015, and"
    >>> first, second = Draft(11, 14, "percent"), Draft(24, 27, "percent")
    >>> add_base(text, text, first, 14, second, len(text)); first.change, first.versus
    ('up', '46% in 2015')
    """
    if not 3 < following.start - at < FARTHEST or low[at] not in " ,)":
        return
    if draft.kind != "percent" and not one_measure(draft, following):
        return  # "20 million or 36 cents, compared to 16 million"
    if draft.is_base:
        return  # "27%, down from 28% in April and from 31% in May"
    begin = compared_by(low, draft, at, following.start)
    if begin is None:
        return
    if draft.kind == "percent" and following.kind == "count" and following.unit not in POINTS:
        draft.subject = following.unit  # "a 93% rise from 88 deaths"
    if low.endswith("from", 0, begin):
        draft.origin = following
    if draft.versus is None:
        end = base_end(low, max(following.end, following.noun_end), limit)
        set_base(text, draft, begin + (low[begin] == " "), end)
    draft.compared = following
    following.is_base = True
    if following.change is None:
        following.versus, following.base = None, (0, 0)  # "from 34% a year ago"
    if following.unit is None and draft.kind != "percent":
        following.kind, following.unit = draft.kind, draft.unit


def base_end(low: str, at: int, limit: int) -> int:
    """Where a base ends that is a figure, which itself ends at `at`: behind its time."""
    tail = BASE_ENDS.match(low, at, limit)
    if tail is None:
        return at
    words = words_from(low, tail.end(), limit) if tail["words"] else None
    return words[1] if words else tail.start("words") if tail["words"] else tail.end()


def compared_by(low: str, draft: Draft, at: int, to: int) -> int | None:
    """Where the words behind a link begin that compares a figure with the next one.

    >>> draft = Draft(8, 10, "percent")
    >>> compared_by("rose to 5% from 4%", draft, 10, 16)
    15
    >>> compared_by("a vote, 5% from 4 towns", draft, 10, 16)
    """
    gap = low[at:to]
    if " up" in gap or " down" in gap:
        for link in () if ";" in gap or ":" in gap else UP_FROM.finditer(low, at, to):
            if FILLERS.fullmatch(low, link.end(), to):
                draft.change = draft.change or DIRECTION_WORDS[link["way"]]
                return link.end()
    moved = bool(draft.change)
    came = "from" in gap and (moved or level(low, draft))
    if not came and not (moved and " on" in gap) and not compares(gap):
        return None  # nearly all
    for link in FIGURE_LINK.finditer(low, at, to):
        if (
            FILLERS.fullmatch(low, link.end(), to)
            and BEFORE_LINK.fullmatch(low, at, link.start())
            and not NEXT_CLAUSE.search(low, at, to)
            and (not link["from"] or moved or (link["from"] == "from" and level(low, draft)))
        ):
            return link.end()
    return None


def compares(gap: str) -> bool:
    """Whether a word of comparison is in the gap, but for "from" and "on" that say other things."""
    return "compared" in gap or "against" in gap or "versus" in gap or "vs" in gap


def level(low: str, draft: Draft) -> bool:
    """Whether something came "to" the figure or stood "at" it: "rose to about 41"."""
    start = draft.hedge_start or draft.start
    before = low[max(0, start - 30) : start].rstrip(" $€£¥").split()
    while before and before[-1] in BEFORE_LEVEL:
        before.pop()
    return before[-1:] in (["to"], ["at"])


def one_measure(first: Draft, second: Draft) -> bool:
    """Whether two figures can be compared: one kind, one unit unless it is left out."""
    if first.unit in POINTS and second.kind == "percent":
        return True  # "a 6-point drop from 42%"
    bare = second.kind == "count" and second.unit is None and first.kind != "percent"
    if first.scale != second.scale or (first.kind != second.kind and not bare):
        return False
    return (
        second.unit is None or (first.unit or "").split(" per ")[0] == second.unit.split(" per ")[0]
    )
