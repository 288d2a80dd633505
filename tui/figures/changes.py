"""Which way a figure went, and what it is compared to."""

from tui.figures.bases import (
    POINTS,
    add_base,
    add_basis,
    basis_of_all,
    level,
    set_base,
    words_behind,
)
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
from tui.figures.nounwords import STOP
from tui.figures.tables import words
from tui.figures.vocabulary import FIRST_CJK, word_set
from tui.patterns import pattern

REACH = 120  # code points between two figures that one verb can govern
BEFORE = 48  # code points before a figure in which a word of direction stands
REACHED = ("below", "above", "just below", "just above", "well below", "well above")
# "raised its key rates 25 points", "cut the price 5%"
MOVED = pattern(
    r"(?<![a-z])(raised|raise|raising|cut|cutting|lowered|lowering|increased|hiked|lifted|reduced"
    r"|slashed|trimmed|boosted) (?:the|its|their|his|her|interest|key) (?:[a-z-]+ ){1,4}$"
)
AGAIN = (" (", " or ")
KINDS = frozenset(["count", "money", "percent", "measure", "duration", "ratio"])
FOLLOWING = pattern(r"[- ]?([a-z-]+(?: [a-z-]+){0,2})")
MORE = pattern(
    r" (?:(higher|lower)(?![a-z])|(more|less|fewer) than (?!half|an? |one|two|[0-9])"
    r"|(fewer) [a-z]+s(?![a-z]))"
)
RATE = pattern(r" (?:annual |annualized |daily )?(?:rate|pace|clip)(?![a-z])")
NO_MOVE = pattern(r" (?:down payments?|up ?front|up to|off-)")
AND_TO = pattern(r"(?: (?:in|during|for) [a-z ]{2,20})?,? and $")
MORE_BEGINS = (" h", " l", " m", " f")
BEFORE_NOUN = word_set(
    """
    year-on-year year-over-year month-on-month annual yearly monthly quarterly weekly daily overall
    further net average sharp real additional combined steep
    """
)

# Behind any other word but praise it is what stands behind a figure that says its direction.
LEADING = FILLERS | DIRECTION_WORDS.keys() | {"to", "at", "off", "loss", "losses", "the"}
PRAISE = ("ing", "ed", "ly", "record", "modest", "sharp", "huge", "massive", "mere", "whole")
RISE_IN = pattern(
    r"(?<![a-z])(rise|increase|growth|jump|gain|drop|fall|decline|decrease|reduction|cut) in"
    r"(?: [a-z-]+){1,4} of (?:(?:about|around|nearly|almost|over|just|some|more than|up to) )?$"
)


def add_changes(text: str, low: str, group: list[Draft], sentence: tuple[int, int]) -> None:
    """Sets `change` and `versus` of the figures of one sentence.

    >>> text = "cases, an increase of 41.1% and 116.4% year-on-year"
    >>> drafts = [Draft(22, 27, "percent"), Draft(32, 38, "percent")]
    >>> add_changes(text, text, drafts, (0, len(text)))
    >>> [(draft.change, draft.versus) for draft in drafts]
    [('up', 'year-on-year'), ('up', 'year-on-year')]
    """
    figures = [draft for draft in group if draft.kind in KINDS]
    together: list[tuple[Draft, Draft]] = []  # two percentages of which one verb tells
    opening = basis_of_all(low, sentence)
    previous = head = None  # `head`: what `previous` says again in brackets or behind "or"
    for at, draft in enumerate(figures):
        draft.change = direction(text, low, draft, sentence[0])
        if draft.kind == "duration" and previous is not None and previous.kind != "duration":
            continue  # "up 6% in the 12 months to June, from 5%"
        if draft.kind == "percent" or draft.change:
            stop = figures[at + 1].start if at + 1 < len(figures) else sentence[1]
            add_basis(text, low, draft, sentence[1], stop)
        if previous is not None and draft.start - previous.end < REACH:
            end = max(previous.end, previous.noun_end)
            add_base(low, text, previous, end, draft, sentence[1])
            if head is not None and previous.versus is None:
                add_base(low, text, head, end, draft, sentence[1])
            if of_one_verb(low, previous, draft):
                previous.change = previous.change or draft.change
                draft.change = draft.change or previous.change
                together.append((previous, draft))
            elif at > 1 and draft.change is None and goes_on(low, figures[at - 2], previous, draft):
                draft.change = figures[at - 2].change
            elif previous.change and previous.versus is None and level(low, draft):
                found = words_behind(low, draft, sentence[1], sentence[1])
                if found:  # "rose 5% to 35 billion from the year before"
                    set_base(text, previous, *found)
        again = previous is not None and low[previous.end : draft.start].endswith(AGAIN)
        head = (head or previous) if again else None
        previous = draft
    if opening is not None:
        for draft in figures:
            if draft.change and draft.versus is None:
                set_base(text, draft, *opening)
    for first, second in together:
        if second.versus is None:
            second.versus, second.base = first.versus, first.base
    for first, second in reversed(together):
        if first.versus is None:
            first.versus, first.base = second.versus, second.base


def of_one_verb(low: str, first: Draft, second: Draft) -> bool:
    """Whether direction and base are said once for both: "up 3%, theft 4% and fraud 5%"."""
    if not first.kind == second.kind == "percent":
        return False
    between = low[first.end : second.start].strip()
    if first.change is None:
        return between == "and" and second.change is not None  # "a 5% and 6% decline"
    if between in ("and", ",", ", and", "or", ", or"):
        return True
    if first.end <= first.base[0] < second.start and second.change is None:
        return low[first.base[1] : second.start] == " and "  # "by 5% over May and 6% over April"
    return second.change in (None, first.change) and (
        between.endswith("and by") or ellipsis(between)
    )


def goes_on(low: str, first: Draft, level: Draft, second: Draft) -> bool:
    """Whether a verb is said once for two changes: "rose 2% to 90 in March and 1% to 95 in May"."""
    if not first.change or not first.kind == second.kind == "percent" or level.change:
        return False
    at, to = max(level.end, level.noun_end), second.hedge_start or second.start
    return AND_TO.match(low, at, to) is not None and low.startswith(" to ", second.end)


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
    ahead = low[max(floor, start - BEFORE) : start]
    glued = start == draft.start and low[start - 1] not in " \u00a0\n($€£"
    share = draft.kind == "percent" or draft.unit in POINTS
    if not share and not glued and leads_nowhere(ahead):
        return None if draft.kind == "duration" else behind(low, draft)  # most figures
    left = ahead.split()
    if left and glued:
        left = left[:-1]
    left = without_rate(without_praise(left))
    if left[-2:] in (["at", "a"], ["at", "an"]) and RATE.match(low, draft.end):
        left = left[:-2]  # "soared at a 16 percent rate"
    if left and left[-1] in ("a", "an", "the"):
        return behind(low, draft)
    if draft.kind == "duration" and (not left or left[-1] != "by"):
        return None
    rise = RISE_IN.search(low, max(floor, start - BEFORE), start) if "in" in left else None
    if rise:
        return DIRECTION_WORDS[rise[1]]
    if left and left[-1] == "by":
        for word in reversed(left[-8:-1]):
            known = DIRECTION_WORDS.get(word)
            if known and word not in ("up", "down", "lower", "higher"):
                return known
    for at in range(len(left) - 1, max(len(left) - 8, -1), -1):
        word = left[at].strip("(,")
        if word in ("to", "at"):  # a level, not a change, but "equal to 200 fewer thefts"
            return None if draft.kind == "percent" else behind(low, draft)
        if word in DIRECTION_WORDS:
            if draft.hedge is not None and draft.hedge.lower() in REACHED:
                return None  # "fell below 3,000": a level
            by = left[at + 1 :] == ["by"]  # "revised down by 200": no verb has that for its own
            of_verb = not by and belongs_to_verb(left[:at], word, draft.kind)
            return None if of_verb else DIRECTION_WORDS[word]
        if share:
            if word == "off" and not phrasal(left[at - 1] if at else "", "off", "percent"):
                return "down"
            if word in ("loss", "losses"):
                return "down"  # of a share or of points; a loss of money is no change
        if word not in FILLERS:
            break
    if share:
        moved = MOVED.search(low, max(floor, start - BEFORE), start)
        if moved:
            return DIRECTION_WORDS[moved[1]]
    return behind(low, draft)


def leads_nowhere(ahead: str) -> bool:
    """Whether the last word before a figure ends the search for its direction to the left.

    >>> leads_nowhere("it rose by "), leads_nowhere("after it saw "), leads_nowhere("")
    (False, True, False)
    """
    for word in ahead.rsplit(None, 1)[-1:]:
        return word.strip("(,") not in LEADING and not word.endswith(PRAISE)
    return False


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


def without_rate(left: list[str]) -> list[str]:
    """The words before a number without "at an annual rate of", which tells no level.

    >>> without_rate("increased at an annual rate of".split())
    ['increased']
    """
    if left[-1:] == ["of"] and left[-2:-1] in (["rate"], ["pace"], ["clip"]) and "at" in left[-6:]:
        return left[: len(left) - 1 - left[::-1].index("at")]
    return left


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
    """The direction behind a figure: "a 19% annual drop", "16 per cent above", "60 more than".

    >>> def of(text, kind="percent"): return behind(text, Draft(0, 2, kind))
    >>> of("9% year-on-year increase"), of("9% of the increase"), of("60 more than last week", "")
    ('up', None, 'up')
    """
    at = draft.noun_end or draft.end
    if draft.kind != "percent" and draft.unit not in POINTS:
        if (
            low[at : at + 2] not in MORE_BEGINS
            and low[draft.end : draft.end + 2] not in MORE_BEGINS
        ):
            return None  # nearly all
        match = MORE.match(low, at) or (MORE.match(low, draft.end) if at > draft.end else None)
        return AFTER[match[1] or match[2] or match[3]] if match else None
    match = FOLLOWING.match(low, at)
    for word in match[1].split() if match else ():
        known = AFTER.get(word)
        if known:
            return None if NO_MOVE.match(low, at) else known
        if word not in BEFORE_NOUN:
            return None
    return None
