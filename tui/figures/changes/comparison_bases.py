"""What a figure is compared to: "year-on-year", "than a year earlier", "up from 46% in 2015"."""

from tui.figures.changes.comparison_words import (
    BASIS_AHEAD,
    MONTH,
    NOUNS,
    UNITS,
    led,
    words_after,
    words_from,
)
from tui.figures.draft import Draft
from tui.figures.grammar.direction_words import DIRECTION_WORDS
from tui.figures.grammar.following_word import ALPHABET, next_word
from tui.figures.numbers.number_words import MONEY_SIGN
from tui.figures.tables import word_set
from tui.patterns import pattern
from tui.text.dates import MONTHS, WEEKDAYS

# Between "to" and a level: "fell to a seasonally adjusted 5%".
BEFORE_LEVEL = frozenset(
    ["a", "record", "just", "only", "us", "seasonally", "adjusted", "revised", "annual"]
)
POINTS = ("points", "point", "percentage point", "basis point")
FARTHEST = 110  # code points between a figure and the figure that it is compared to

# Between a link and the figure that is compared to: "from about 88 deaths", "than Friday's 5%".
FILLERS = (
    word_set("about around nearly almost over just some only roughly a an more less than the last")
    | {
        time + owner
        for time in ("year", "month", "week", "yesterday", *WEEKDAYS, *MONTHS)
        for owner in ("'s", "’s")
    }
    | {"years"}
)  # "versus last years $5"
ARTICLES = frozenset(["a", "an"])
EARLIER = frozenset(["previous", "prior", "earlier", "initial"])  # "from a previous 93"
# Between a basis and the change that it belongs to, if that is the next figure.
OF_NEXT = pattern(r" [a-z]+ (?:of|by)(?: [a-z]+){0,2} ")
CURRENCY = pattern(rf"[a-z]{{0,3}}{MONEY_SIGN}?")
IN_WORDS = frozenset(ALPHABET + "’'-")
LONGEST_LEAD = 6  # words of "the number of cases of"
UP_FROM = pattern(r",?(?: [a-z]+ly)? \(?(?P<way>up|down)(?: sharply| slightly)? (?:from|on)")
BEFORE_LINK = pattern(
    r"(?: (?P<noun>[a-z]+))??(?: of [^,;.]{2,60}?)?(?: (?:an?|per) [a-z]+)?\)?"
    r"(?: (?:year|month|quarter)[- ]on[- ](?:year|month|quarter))?(?: (?:were )?[a-z]+ed)?"
    r"(?: (?:in|during|for|over|between|on|at|through|so far) (?:[^;.()]|\.(?= [0-9])){2,70}?"
    r"| (?:this|last) (?:year|month|week|quarter|season))?"
    r"(?: (?:annual |annualized |daily )?rate)?(?:,?| \()"
)
FIGURE_LINK = pattern(
    r" (?P<from>from|on)| ?(?:as |when )?compared (?:with|to)| ?versus| ?vs\.?| ?(?:as )?against"
)
# "Grew 5 percent in May, as imports slowed from 7 percent"
NEXT_CLAUSE = (", as ", ", and ", ", but ", ", after ", ", which ", " while ", " whereas ")
AS_COMPARED = (", as compared", ", as against")
RATED = pattern(r" (?:an?|per) [a-z]+(?![a-z]| (?:ago|earlier|before))")
# What goes on to the end of the clause: "88 deaths in May".
_WORDS = (
    r"(?P<words>(?: (?:recorded|registered|reported|posted|seen)(?= in ))?"
    r" (?:in|for|during|as of|as on|as at|(?:at|by|through) (?:the|this)) "
    rf"(?!about|nearly|over|{MONEY_SIGN}))"
)
_AGO = r",? (?:an?|one) (?:year|month|week|quarter) (?:ago|earlier|before)"
_SAME = (
    r",? (?:the |last |in the )?(?:same|last|previous|prior|this)"
    r" (?:year|month|week|quarter|period)(?: (?:last year|of (?:19|20)[0-9]{2}))?"
)
# What ends a base that is a figure, by its first word: a text needs one or two of these patterns.
BASE_ENDS = {
    word: end
    for words, source in {
        "recorded registered reported posted seen for during as at by through": _WORDS,
        "in": f"{_WORDS}|{_SAME}",
        "to": f" to {MONTH}",
        "a an one": _AGO,
        "the": rf" the (?:year|month|week) (?:before|earlier)|{_SAME}",
        "same last previous prior this": _SAME,
        "monday tuesday wednesday thursday friday saturday sunday yesterday": " [a-z]+",
    }.items()
    for end in (pattern(source),)
    for word in words.split()
}


def add_basis(text: str, low: str, draft: Draft, limit: int, stop: int) -> None:
    """Sets `versus` from words of comparison before `limit`; another figure starts at `stop`.

    >>> def of(text):
    ...     draft = Draft(5, 7, "percent", noun_end=7)
    ...     add_basis(text, text, draft, len(text), 99)
    ...     return draft.versus
    >>> of("rose 5% in june, compared with the same month of 2019."), of("rose 5% year-on-year")
    ('the same month of 2019', 'year-on-year')
    >>> of("rose 5% more than in any other year but one"), of("rose 5% above its long-term mean.")
    ('any other year', 'its long-term mean')
    """
    found = words_after(low, draft, limit, stop)
    behind = low[found[1] : stop] if found is not None else ""
    of_next = " of " in behind or " by " in behind
    if found is not None and of_next and OF_NEXT.fullmatch(low, found[1], stop):
        found = None  # "a rise of 5% and a year-on-year drop of 3%"
    if found is None:
        floor = max(0, draft.start - 48)
        before = low[floor : draft.start]
        if sum(map(before.count, UNITS)) < 2 or not ("-o" in before or " o" in before):
            return  # most end here, without the pattern
        ahead = BASIS_AHEAD.search(low, floor, draft.start)
        found = ahead.span(1) if ahead else None
    if found is not None:
        set_base(text, draft, *found)


def set_base(text: str, draft: Draft, start: int, end: int) -> None:
    """Sets `versus`, as written, and its place."""
    draft.versus, draft.base = " ".join(text[start:end].split()), (start, end)


def add_base(low: str, text: str, draft: Draft, at: int, following: Draft, limit: int) -> None:
    """Sets `versus` if the next figure is the base: "71%, up from 46% in 2015".

    The figure with its noun or conversion ends at `at`.

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
    if following.unit is None and draft.kind not in ("percent", "ratio"):
        following.kind, following.unit = draft.kind, draft.unit
    elif draft.unit is None and draft.kind == "count":
        draft.unit = following.unit  # "rose to 167 from 93 cases"


def base_end(low: str, at: int, limit: int) -> int:
    """The end of a base that is a figure ending at `at`, including its period."""
    noun = next_word(low, at)
    at += 1 + len(noun) if noun in NOUNS else 0
    rate = RATED.match(low, at, limit) if low.startswith((" a ", " an ", " per "), at) else None
    at = rate.end() if rate else at
    known = BASE_ENDS.get(next_word(low, at + low.startswith(",", at)))
    tail = known.match(low, at, limit) if known else None
    if tail is None:
        return at
    if tail.lastgroup is None:
        return tail.end()
    other = low.find(" and ", tail.end(), limit)  # "46% in 2015 and rents fell"
    if other > 0 and not low[other + 5].isdigit() and next_word(low, other + 4) not in MONTHS:
        limit = other
    words = words_from(low, tail.end(), limit)
    return words[1] if words else at


def compared_by(low: str, draft: Draft, at: int, to: int) -> int | None:
    """The start of the words after a link that compares a figure with the next one.

    >>> draft = Draft(8, 10, "percent")
    >>> compared_by("rose to 5% from 4%", draft, 10, 16)
    15
    >>> compared_by("a vote, 5% from 4 towns", draft, 10, 16)
    """
    gap = low[at:to]
    if " up" in gap or " down" in gap or "(up" in gap or "(down" in gap:
        for link in () if ";" in gap or ":" in gap else UP_FROM.finditer(low, at, to):
            if only_fills(low[link.end() : to]):
                draft.change = draft.change or DIRECTION_WORDS[link["way"]]
                return link.end()
    moved = bool(draft.change)
    came = "from" in gap and (moved or level(low, draft))
    if not came and not (moved and " on" in gap) and not compares(gap):
        return None  # nearly all
    for link in FIGURE_LINK.finditer(low, at, to):
        if (
            only_fills(low[link.end() : to])
            and led(BEFORE_LINK.fullmatch(low, at, link.start()))
            and not opens_clause(gap)
            and (not link["from"] or moved or (link["from"] == "from" and level(low, draft)))
        ):
            return link.end()
    return None


def only_fills(gap: str) -> bool:
    """Whether the words before a base only loosen it, or name it: "from a peak of over $".

    >>> [only_fills(gap) for gap in (" a peak of over us$", " friday's ", " the town, ", " its ")]
    [True, True, False, False]
    >>> only_fills(" a previous "), only_fills(" the previous ")
    (True, False)
    """
    *words, glued = gap.split(" ")
    if CURRENCY.fullmatch(glued) is None or words[:1] not in ([], [""]):
        return False
    at, left = 0, words[1:]
    while at < len(left):
        named = left[at] in NOUNS and left[at + 1 : at + 2] == ["of"]
        before = at and left[at - 1] in ARTICLES and left[at] in EARLIER
        if not named and not before and left[at] not in FILLERS:
            break
        at += 2 if named else 1
    rest = left[at:-1] if left[at:] and left[-1] in FILLERS else left[at:]
    if not rest:
        return True
    of = rest[-1] == "of" and at + len(rest) > 1 and len(rest) <= LONGEST_LEAD
    return of and all(word and IN_WORDS.issuperset(word) for word in rest)


def opens_clause(gap: str) -> bool:
    """Whether another clause begins between two figures.

    >>> opens_clause(" in may, as imports slowed from "), opens_clause(", as compared with ")
    (True, False)
    """
    for compared in AS_COMPARED:
        gap = gap.replace(compared, "")
    return any(map(gap.__contains__, NEXT_CLAUSE))


def compares(gap: str) -> bool:
    """Whether the gap has a word of comparison other than "from" and "on", which are ambiguous."""
    return "compared" in gap or "against" in gap or "versus" in gap or "vs" in gap


def level(low: str, draft: Draft) -> bool:
    """Whether the figure is a level that something came "to" or was "at": "rose to about 41"."""
    start = draft.hedge_start or draft.start
    before = low[max(0, start - 30) : start].rstrip(" $€£¥").split()
    while before and before[-1] in BEFORE_LEVEL:
        before.pop()
    return before[-1:] in (["to"], ["at"])


def one_measure(first: Draft, second: Draft) -> bool:
    """Whether two figures can be compared: the same kind, and the same unit or none."""
    if first.unit in POINTS and second.kind == "percent":
        return True  # "a 6-point drop from 42%"
    bare = second.kind == "count" and second.unit is None and first.kind != "percent"
    if first.kind == second.kind == "count" and first.unit is None:
        return first.scale == second.scale
    if first.scale != second.scale or (first.kind != second.kind and not bare):
        return False
    return (
        second.unit is None or (first.unit or "").split(" per ")[0] == second.unit.split(" per ")[0]
    )
