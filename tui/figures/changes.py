"""Which way a figure went, and what it is compared to."""

from tui.figures.counted import STOP
from tui.figures.directions import (
    AFTER,
    CJK_DIRECTIONS,
    DIRECTION_WORDS,
    FILLERS,
    MOVING,
    NEEDS_BY,
    PHRASAL,
)
from tui.figures.draft import Draft
from tui.figures.tables import words
from tui.figures.vocabulary import FIRST_CJK
from tui.patterns import pattern

REACH = 48
KINDS = frozenset(["count", "money", "percent", "measure", "duration", "ratio"])
FOLLOWING = pattern(r"[- ]?((?:[a-z-]+ ){0,2}?)([a-z-]+)")
VERSUS = pattern(
    r"(?: (?:higher|lower|more|less|fewer))?(?:,? ?(?:and"
    r"|or) [^,;.]{0,24}?)?[, ]{0,2}(?:(?:respectively|nationwide|overall)[, ]{1,2})?"
    r"(?:(?P<basis>(?:year|month|quarter|week)[- ]o[nv]e?r?[- ](?:year|month|quarter|week)"
    r"|on the (?:year|month|day|week)"
    r"|on year|a year ago)|(?:when )?(?:compared|comparing|in comparison) (?:to"
    r"|with) (?P<to>[^,;:.()]{2,60})"
    r"|(?:in [a-z]{3,9} )?(?:from|over|than|versus|vs\.?|(?:set )?against|on)(?: in| at| during)?"
    r" (?P<from>(?:the )?"
    r"(?:same (?:period|month|quarter|time)[^,;.()]{0,30}"
    r"|(?:previous|prior|preceding|last|past) (?:year|month|quarter|week|session"
    r"|day)(?:[’']s)?(?: earlier)?|a (?:year|month|week) (?:ago|earlier|before)|last year"
    r"|last month|last week"
    r"|(?:year|month|day) before|levels? (?:a year ago|in [0-9]{4})"
    r"|(?:19|20)[0-9]{2}(?:[-–/][0-9]{2,4})?"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december)(?: [0-9]{4})?(?! to | through ))))"
)

PRAISE = ("ing", "ed", "ly", "record", "modest", "sharp", "huge", "massive", "mere", "whole")
RISE_IN = pattern(
    r"(?<![a-z])(rise|increase|growth|jump|gain|drop|fall|decline|decrease|reduction|cut) in"
    r"(?: [a-z-]+){1,4} of (?:(?:about|around|nearly|almost|over|just|some|more than|up to) )?$"
)
# "a 93% increase from 88 deaths in May", "71%, up from 46%"
FROM_BASE = pattern(
    r"(?: of [^,;.]{2,60}?)?(?: (?:was|were|is|are|had|have) [^;.]{2,60}(?=, (?:up|down) from))?"
    r"(?: (?:increase|rise|jump|gain|growth|surge|decrease|decline|drop|fall))?"
    r"(?:(?:,? (up|down))? (?:from|on)|,? (?:as )?compared (?:with|to)|,? versus|,? vs\.?) "
    r"((?:(?:about|around|nearly|almost|over|just|some|only|roughly|a|more than|less than) )*"
    r"[a-z]{0,3}[$€£¥]?)"
)
COMPARED = tuple(mark + word for mark in (" ", ", ") for word in ("compared", "as compared", "v"))
BASE_ENDS = pattern(
    r" (?:in|for|during) (?:the )?[^,;.()]{2,40}|,? (?:a|one) (?:year|month|week|quarter)"
    r" (?:ago|earlier|before)| the (?:year|month|week) (?:before|earlier)"
    r"|,? (?:the |last |in the )?(?:same|last|previous|prior)"
    r" (?:year|month|week|quarter|period)(?: (?:last year|of (?:19|20)[0-9]{2}))?"
)
# "year-on-year, an increase of 5%", "a year-on-year drop of 5%"
BASIS_AHEAD = pattern(
    r"(?<![a-z-])((?:year|month|quarter|week)[- ]o[nv]e?r?[- ](?:year|month|quarter|week)),?"
    r" (?:an? |up |down )?(?:[a-z]+ )?(?:of |by )?(?:about |nearly |over |almost )?$"
)


def add_changes(text: str, low: str, group: list[Draft], sentence: tuple[int, int]) -> None:
    """Sets `change` and `versus` of the figures of one sentence.

    >>> text = "cases, an increase of 41.1% and 116.4% year-on-year"
    >>> drafts = [Draft(22, 27, "percent"), Draft(32, 38, "percent")]
    >>> add_changes(text, text, drafts, (0, len(text)))
    >>> [(draft.change, draft.versus) for draft in drafts]
    [('up', 'year-on-year'), ('up', 'year-on-year')]
    """
    previous: Draft | None = None
    for draft in group:
        if draft.kind not in KINDS:
            continue
        draft.change = direction(text, low, draft, sentence[0])
        if draft.kind == "percent" or draft.change:
            draft.versus = versus(text, low, draft, sentence[1])
        if previous is not None and draft.start - previous.end < 120:
            add_base(low, text, previous, draft, sentence[1])
        if previous is not None and previous.change and previous.kind == draft.kind == "percent":
            between = low[previous.end : draft.start].strip()
            if between in ("and", ",", ", and", "or", ", or") or (
                draft.change is None and ellipsis(between)
            ):
                draft.change = draft.change or previous.change
                previous.versus = previous.versus or draft.versus
                draft.versus = draft.versus or previous.versus
        previous = draft


def add_base(low: str, text: str, draft: Draft, following: Draft, limit: int) -> None:
    """Sets what a figure is compared to where that is the next one: "71%, up from 46% in 2015".

    >>> text = "revenue of 71%, up from 46% in 2015, and"
    >>> first, second = Draft(11, 14, "percent"), Draft(24, 27, "percent")
    >>> add_base(text, text, first, second, len(text)); first.change, first.versus
    ('up', '46% in 2015')
    """
    if draft.kind != "percent" and not one_measure(draft, following):
        return  # "20 million or 36 cents, compared to 16 million"
    at = max(draft.end, draft.noun_end)
    if not 3 < following.start - at < 110 or low[at] not in " ,":
        return
    match = FROM_BASE.fullmatch(low, at, following.start)
    if match is None or not (draft.change or match[1] or match[0].startswith(COMPARED)):
        return
    if match[1]:
        draft.change = draft.change or DIRECTION_WORDS[match[1]]
    if draft.kind == "percent" and following.kind == "count":
        draft.subject = following.unit  # "a 93% rise from 88 deaths"
    if draft.versus is None:
        begin = following.start - len(match[2] or "")
        tail = BASE_ENDS.match(low, max(following.end, following.noun_end), limit)
        end = tail.end() if tail else max(following.end, following.noun_end)
        draft.versus = " ".join(text[begin:end].split())


def one_measure(first: Draft, second: Draft) -> bool:
    """Whether two figures can be compared: one kind, one unit unless it is left out."""
    if first.kind != second.kind or first.scale != second.scale:
        return False
    return (
        second.unit is None or (first.unit or "").split(" per ")[0] == second.unit.split(" per ")[0]
    )


def ellipsis(between: str) -> bool:
    """Whether a verb was left out: "lost 1%, the Dow 0.9% and the Nasdaq 1.3%".

    >>> ellipsis(", the dow"), ellipsis("and the nasdaq"), ellipsis("after it said")
    (True, True, False)
    """
    rest = between.lstrip(",;").removesuffix(" by").strip().removeprefix("and ").split()
    if not between.startswith((",", ";", "and ")) or not 0 < len(rest) <= 4:
        return False
    verbs = words()["verb"]
    return all(word.isalpha() and word not in verbs and word not in STOP for word in rest[1:])


def direction(text: str, low: str, draft: Draft, floor: int) -> str | None:
    """`up` or `down` where a word of direction stands right before or behind the figure.

    >>> def of(text, at, end):
    ...     return direction(text, text, Draft(at, end, "percent", noun_end=end), 0)
    >>> of("down 14% compared", 5, 8), of("a 19% drop", 2, 5), of("cracked down 114,000", 13, 20)
    ('down', 'down', None)
    """
    signed = by_sign(low, draft)
    if signed:
        return signed
    start = draft.hedge_start or draft.start
    left = low[max(floor, start - REACH) : start].split()
    if left and start == draft.start and low[draft.start - 1] not in " \u00a0\n($€£":
        left = left[:-1]
    left = without_praise(left)
    if left and left[-1] in ("a", "an", "the"):
        return behind(low, draft)
    if draft.kind == "duration" and (not left or left[-1] != "by"):
        return None
    rise = RISE_IN.search(low, max(floor, start - REACH), start) if "in" in left else None
    if rise:
        return DIRECTION_WORDS[rise[1]]
    if left and left[-1] == "by":
        for word in reversed(left[-6:-1]):
            known = DIRECTION_WORDS.get(word)
            if known and word not in ("up", "down", "lower", "higher"):
                return known
    for at in range(len(left) - 1, max(len(left) - 8, -1), -1):
        word = left[at].strip("(,")
        if word in ("to", "at"):
            return None  # a level, not a change
        if word in DIRECTION_WORDS:
            return None if belongs_to_verb(left[:at], word, draft.kind) else DIRECTION_WORDS[word]
        if word not in FILLERS:
            break
    return behind(low, draft)


def by_sign(low: str, draft: Draft) -> str | None:
    """The direction that a sign says, or the Chinese word that stands right before the number."""
    sign, before = low[draft.start], low[draft.start - 1 : draft.start]
    if sign in "+-−" and (draft.kind == "percent" or (before == "(" and draft.kind != "measure")):
        return "up" if sign == "+" else "down"
    if before >= FIRST_CJK:
        return CJK_DIRECTIONS.get(low[draft.start - 2 : draft.start])
    return None


def belongs_to_verb(ahead: list[str], word: str, kind: str) -> bool:
    """Whether a word of direction is none here: "a storm surge", "cracked down", "raised $5"."""
    if word == "surge" and ahead[-1:] == ["storm"]:
        return True
    if ahead and phrasal(ahead[-1], word, kind):
        return True
    return kind not in ("percent", "ratio") and word in NEEDS_BY


def without_praise(left: list[str]) -> list[str]:
    """The words before a number without what an article leads: "soared a staggering 17 percent".

    >>> without_praise(["soared", "a", "staggering"]), without_praise(["fell", "by"])
    (['soared'], ['fell', 'by'])
    """
    if "a" not in left and "an" not in left:
        return left
    for size in (2, 3):
        led = left[-size:][:1] in (["a"], ["an"]) and len(left) > size
        if led and all(word.endswith(PRAISE) for word in left[1 - size :]):
            return left[:-size]
    return left


def phrasal(verb: str, particle: str, kind: str) -> bool:
    """Whether "up" or "down" belongs to the verb before it and tells no direction.

    >>> phrasal("cracked", "down", "count"), phrasal("dug", "up", "count"), phrasal("dug", "by", "")
    (True, True, False)
    >>> phrasal("went", "up", "count"), phrasal("sales", "up", "money")
    (False, False)
    """
    if particle not in PHRASAL:
        return False
    if verb in PHRASAL[particle]:
        return True
    if kind == "percent" or verb in MOVING:
        return False
    return verb in words()["verb"] or (verb.endswith("ed") and verb not in words()["noun_ing"])


def behind(low: str, draft: Draft) -> str | None:
    """The direction behind a percentage: "a 19% drop", "16 per cent above", "3% higher"."""
    if draft.kind != "percent":
        at = draft.noun_end or draft.end
        return (
            "up"
            if low.startswith(" higher", at)
            else "down"
            if low.startswith(" lower", at)
            else None
        )
    match = FOLLOWING.match(low, draft.noun_end or draft.end)
    if match:
        for word in (match[1] + match[2]).split():
            known = AFTER.get(word)
            if known:
                return known
    return None


def versus(text: str, low: str, draft: Draft, limit: int) -> str | None:
    """The words a change is compared to, behind the figure."""
    at = max(draft.end, draft.noun_end)
    match = VERSUS.match(low, at, min(limit, at + 120))
    if match is None:
        floor = max(0, draft.start - 48)
        if low.find("-o", floor, draft.start) < 0 and low.find(" o", floor, draft.start) < 0:
            return None  # most end here, without the pattern
        ahead = BASIS_AHEAD.search(low, floor, draft.start)
        return text[slice(*ahead.span(1))] if ahead else None
    for name in ("basis", "to", "from"):
        if match[name]:
            start, end = match.span(name)
            return text[start:end].strip()
    return None
