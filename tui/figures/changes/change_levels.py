"""Links a change to the level that changed: "84,600 cases, down 14%", "rose 9 points to 2,231"."""

from tui.figures.changes.change_direction import direction_after
from tui.figures.changes.comparison_bases import POINTS
from tui.figures.changes.comparison_words import end_of_aside
from tui.figures.draft import Draft, link
from tui.figures.grammar.direction_words import DIRECTION_WORDS, FILLERS
from tui.figures.grammar.following_word import words_in
from tui.figures.tables import word_set
from tui.patterns import pattern

LEVELS = frozenset(["count", "money", "measure"])
_FILLERS = (
    r"(?: (?:about|around|an?|record|nearly|almost|over|more than|just|roughly|approximately))*"
)
# Between a change and its level: "rose 9 points to 2,231", "5% year on year in May to reach 3,000".
TO_LEVEL = pattern(
    r",?(?: (?!compared|relative|due|according|contrast)[a-z-]+)?"
    r"(?: (?:increase|rise|jump|gain|growth|decrease|decline|drop|fall)(?: in [^,;.()]{2,40})?)?"
    r"(?: (?:in|during|from|over|for|since|between|year|month|quarter|week|on)(?![a-z])"
    r"[^,;.()]{0,40})?,? to"
    r"(?: (?:expire|settle|stand|trade|finish|end|close|reach|hit|total)(?: at)?)?"
    rf"{_FILLERS}(?: an?(?: [a-z-]+,?){{1,4}} of)?(?: (?:[a-z]{{0,3}}[$€£¥=])?)?"
)
AT_LEVEL = pattern(rf"(?: (?:up|down|higher|lower))?,? at{_FILLERS} (?:[a-z]{{0,3}}[$€£¥=])?")
# "By 35 miles, from 252 to 287", "by $30 - from about $252 to $222"
FROM = pattern(rf"(?:,| [–—-])? from(?: up to)?{_FILLERS} (?:[a-z]{{0,3}}[$€£¥=])?")
SHARES = frozenset(["percentage point", "basis point"])  # of these only shares consist
BETWEEN = word_set(
    """
    a an of and it is was are were which had has been be representing marking this that both
    respectively , ( –
    """
)
NUMBERS = word_set("number numbers figure figures amount amounts")
BOTH = word_set("both they these those")
OF_NUMBERS = word_set("the these those both such its their")  # not "passenger numbers rose"
THIS = frozenset(["this", "that", "it"])
THIS_IS = word_set("is was represents represented marks marked means meant")
TOTALS = ("total", "totals")
AT_OF = ("at", "of", "in", "for")
# "94 cases in a campaign that lasted from June to October, an increase of 30%"
APPOSED = pattern(
    r"(?:,| [–—-]) (?:an? (?:[a-z-]+ )?(?:increase|rise|gain|jump|growth|decrease|decline|drop|fall"
    r"|reduction) of|up|down)(?: by)? $"
)
_BASIS = r"(?:year|month|quarter|week)[- ]o[nv]e?r?[- ](?:year|month|quarter|week)"
# Between two changes of one level: " and a month-on-month decline of ".
SECOND_CHANGE = pattern(
    rf"(?: {_BASIS}| from (?:a|the) [a-z]+ [a-z]+)?,? (?:and|but)"
    rf"(?: (?:up|down)(?: by)?| an? (?:{_BASIS} |[a-z]+ )?(?:increase|rise|gain|jump|growth|surge"
    r"|decrease|decline|drop|fall|reduction) of) "
)
CLAUSE = pattern(r"[;.(]|, (?:and|but) | (?:but|while|whereas) ")
# "12 tugs were sold in the town, representing a 5% rise"
STATED = pattern(
    r"(?:,| [–—-])(?: (?:representing|marking|reflecting|meaning|making|this is"
    r"|which (?:is|was|means|meant|represents|represented|marks|marked)))?"
    r"(?: an?(?: (?:sharp|steep|strong|slight|modest|small|big|record|further|mere|huge))?)? $"
)
# How those two end.
APPOSED_ENDS = (" of ", " up ", " down ", " by ")
STATED_ENDS = (
    ", ", " – ", " — ", " - ", " a ", " an ", "ing ", " is ", " was ", " means ", " meant ",
    " represents ", " represented ", " marks ", " marked ",
)  # fmt: skip
PRAISED = 20  # code points of ", a sharp "
COMPARED = (" higher than ", " lower than ", " more than ", " less than ")
OF_A_TIME = ("first ", "past ", "last ", "final ", "previous ")
WORDS = pattern(r"[a-z-]+|[(;.]")
JOINED = ("and", "but", "while", "after", "following", "where", "with", "whose", ";", "(", ".")


def link_changes(low: str, group: list[Draft], before: list[Draft]) -> None:
    """Links each change to the level that changed, in this sentence or the one before.

    "rose 6.5% to 164p"; "84,600 cases, down 14%"; "262,000 cases and 373,000 suspects, an increase
    of 41.1% and 116.4% respectively"; "The numbers are up 28.5% and 76.7% respectively".
    """
    index = 0
    while index < len(group):
        draft = group[index]
        if draft.kind != "percent" or not draft.change:
            if draft.change:
                link_amount(low, group, index)
            index += 1
            continue
        run = [draft]
        while index + len(run) < len(group):
            following = group[index + len(run)]
            between = low[run[-1].end : following.start].strip()
            if following.kind != "percent" or between not in ("and", ",", ", and"):
                break
            run.append(following)
        if len(run) == 1:
            link_one(low, group, index, before)
        else:
            link_run(low, group[max(0, index - 4 * len(run)) : index], run, before)
        index += len(run)


def link_amount(low: str, group: list[Draft], index: int) -> None:
    """Links "rose 9 points" to the level after it ("to 2,231"), and "an increase of 200" to its
    own."""
    draft = group[index]
    reached = end_of_move(low, group, index)
    if reached is not None:
        link("change", draft, reached)
    elif index + 1 < len(group) and leads_to(low, draft, group[index + 1]):
        link("change", draft, group[index + 1])
    elif index:
        own = owner(low, group, index)
        less = own.low is not None and draft.low is not None and draft.low < own.low
        if (
            less
            and own.kind == draft.kind
            and (own.kind != "measure" or own.unit == draft.unit)
            and not own.change
            and levelled(low, group[index - 1], draft)
        ):
            link("change", own, draft)


def end_of_move(low: str, group: list[Draft], index: int) -> Draft | None:
    """The level that a change led to, if both ends of the move are told after it.

    >>> text = "rose by 35 miles, from up to 252 miles to 287 miles"
    >>> group = [Draft(8, 16, "measure"), Draft(29, 38, "measure"), Draft(42, 51, "measure")]
    >>> link("to", group[1], group[2])
    >>> end_of_move(text, group, 0) is group[2]
    True
    """
    if index + 2 >= len(group) or not group[index + 1].links:
        return None
    draft, origin, level = group[index : index + 3]
    at = max(draft.end, draft.noun_end)
    came = ("to", level.start) in origin.links and FROM.fullmatch(
        low, at, origin.hedge_start or origin.start
    )
    return level if came else None


def far_below(draft: Draft, level: Draft) -> bool:
    """Whether a figure is so much smaller than another that it can only be its change."""
    return draft.low is not None and level.low is not None and level.low > 4 * draft.low > 0


def owner(low: str, group: list[Draft], index: int) -> Draft:
    """The figure before a change, skipping the base that it is compared to.

    "67 kites, compared with 62 in May, an increase of 5"; or a time: "67 kites in the first seven
    months, up 5"; or the conversion in brackets: "590 yen ($5), up 50 yen".

    >>> yen, dollars = Draft(0, 7, "money", unit="JPY"), Draft(9, 11, "money", unit="USD")
    >>> link("conversion", yen, dollars)
    >>> rise = Draft(17, 23, "money", unit="JPY")
    >>> owner("590 yen ($5), up 50 yen", [yen, dollars, rise], 2) is yen
    True
    """
    before = group[index - 1]
    if index == 1:
        return before
    if before.links and low.startswith((")", "]"), before.end) and before.unit != group[index].unit:
        for level in group[: index - 1]:
            if ("conversion", level.start) in before.links:
                return level
    compares = group[index - 2].compared is before
    timed = index == 2 and before.kind == "duration" and low.endswith(OF_A_TIME, 0, before.start)
    return group[index - 2] if compares or timed else before


def leads_to(low: str, draft: Draft, level: Draft) -> bool:
    """Whether a change leads to the level after it.

    >>> def of(text, start):
    ...     change = Draft(5, 7, "percent", low=5, unit="percent")
    ...     return leads_to(text, change, Draft(start, start + 5, "count", low=9000))
    >>> of("rose 5% year on year to 9,000", 24), of("rose 5% at 9,000", 11)
    (True, True)
    >>> of("rose 5% and 9,000", 12)
    False
    """
    at = max(draft.end, draft.noun_end)
    at = end_of_aside(low, at)
    points = level.kind == "percent" and (draft.unit in POINTS or far_below(draft, level))
    if (
        not (points or (level.kind in LEVELS and draft.unit not in SHARES))
        or level.start <= at
        or level.change
    ):
        return False
    if low.find(" to", at, level.start) >= 0:
        return TO_LEVEL.fullmatch(low, at, level.start) is not None
    sum_of_many = level.kind == "money" or (level.low is not None and level.low >= 1000)
    may_be = sum_of_many and low.find(" at", at, level.start) >= 0
    return may_be and AT_LEVEL.fullmatch(low, at, level.start) is not None


def link_one(low: str, group: list[Draft], index: int, before: list[Draft]) -> None:
    """Links one percentage to the level after it, before it, or in the sentence before."""
    draft = group[index]
    said_last, again = draft, index + 1
    while again < len(group):
        if ("same", draft.start) in group[again].links:
            said_last = group[again]  # "rose 5%, or $3 million, to $63 million"
        elif group[again].kind != "duration":
            break  # but "rose 5% from one year earlier to $63 million"
        again += 1
    reached = end_of_move(low, group, index)
    if reached is not None and reached.kind in LEVELS:
        link("change", draft, reached)
        return
    if again < len(group) and leads_to(low, said_last, group[again]):
        link("change", draft, group[again])
        return
    if index and is_second_change(low, group[index - 1], draft):
        for relation, start in group[index - 1].links:
            for level in group if relation == "change" else ():
                if level.start == start:
                    link("change", level, draft)
        return
    own = owner(low, group, index) if index else draft
    # "12%, up 2 points", "71%, some 25% higher than in May"
    points = own.kind == "percent" and (draft.unit in POINTS or is_so_much_higher(low, own, draft))
    if (
        own is not draft
        and (points or (own.kind in LEVELS and draft.unit not in SHARES))
        and levelled(low, group[index - 1], draft)
    ):
        link("change", own, draft)
    elif len(before) == 1 and before[0].kind in LEVELS and leads_back(low, draft):
        link("change", before[0], draft)


def is_so_much_higher(low: str, level: Draft, draft: Draft) -> bool:
    """Whether a share is told to be so much higher: "71%, some 25% higher than in May".

    >>> level, change = Draft(0, 3, "percent"), Draft(5, 8, "percent")
    >>> is_so_much_higher("71%, 25% higher than in May", level, change)
    True
    """
    gap = low[level.end : draft.hedge_start or draft.start]
    return gap == ", " and low.startswith(COMPARED, draft.end)


def is_second_change(low: str, first: Draft, second: Draft) -> bool:
    """Whether two changes are told of one level: "a yearly rise of 5% and a monthly drop of 3%".

    >>> text = "a yearly rise of 5% and a monthly drop of 3%"
    >>> rise, drop = Draft(17, 19, "percent"), Draft(42, 44, "percent")
    >>> rise.change, drop.change = "up", "down"
    >>> is_second_change(text, rise, drop)
    True
    """
    if not (first.change and second.change) or not first.kind == second.kind == "percent":
        return False
    at, to = first.end, second.hedge_start or second.start
    if low.find(" and ", at, to) < 0 and low.find(" but ", at, to) < 0:
        return False
    return SECOND_CHANGE.fullmatch(low, at, to) is not None


def link_run(low: str, earlier: list[Draft], run: list[Draft], before: list[Draft]) -> None:
    """Links a run of percentages to the same number of levels."""
    levels = [draft for draft in earlier if draft.kind in LEVELS]
    if len(levels) < len(run) and leads_back(low, run[0]):
        levels = [draft for draft in before if draft.kind in LEVELS]
    if len(levels) >= len(run):
        for level, percent in zip(levels[-len(run) :], run, strict=True):
            link("change", level, percent)


def levelled(low: str, level: Draft, draft: Draft) -> bool:
    """Whether a change belongs to the level before it: in brackets, or after a word of
    direction."""
    at = max(level.end, level.noun_end)
    if not at <= draft.start < at + 200 or (level.kind == "count" and level.low == 1):
        return False
    gap = low[at : draft.hedge_start or draft.start]
    if gap in (" (", " [", " - ", " – ", " — "):
        return True
    if gap.endswith((" and a ", " and an ")):  # "a $150 contract and a 5% rise": two things
        return False
    apposed = gap.endswith(APPOSED_ENDS) and APPOSED.search(gap) is not None
    may_be = not apposed and (gap.endswith(STATED_ENDS) or ", a" in gap[-PRAISED:])
    stated = may_be and STATED.search(gap) is not None
    if apposed or (stated and direction_after(low, draft)):
        return not CLAUSE.search(gap)
    words = WORDS.findall(gap)
    if gap.endswith((", ", ", a ", ", an ")) and len(words) <= 7:  # "12 tugs were sold, 5% more"
        return not any(word in JOINED or word in DIRECTION_WORDS for word in words)
    return len(gap) < 90 and direct(words) and not another_clause(gap)


def another_clause(gap: str) -> bool:
    """Whether what moves is named after a comma: "to save 5 tons, use must fall by 3".

    >>> another_clause(", use must fall by "), another_clause(" of it, which were down ")
    (True, False)
    """
    for word in gap.rpartition(", ")[2].split() if ", " in gap else ():
        if word in DIRECTION_WORDS:
            return False
        if word not in BETWEEN and word not in FILLERS and not word.endswith(("ly", "ed")):
            return True
    return False


def direct(words: list[str]) -> bool:
    """Whether there are only words of direction and function words between a level and its change.

    >>> direct(["of", "fraud", "down"]), direct(["and", "arrested", "criminals", "down"])
    (True, False)
    """
    if not any(word in DIRECTION_WORDS for word in words):
        return False
    at = next(i for i, word in enumerate(words) if word in DIRECTION_WORDS)
    head = words[:at]
    if any(word in JOINED for word in head):
        return False
    rest = [word for word in words[at + 1 :] if word not in FILLERS and word not in BETWEEN]
    return len(head) <= 8 and not rest


def leads_back(low: str, draft: Draft) -> bool:
    """Whether the sentence of a change refers to "the numbers" of the one before."""
    said = words_in(low[draft.sentence[0] : draft.start])
    if not BOTH.isdisjoint(said):
        return True
    if not NUMBERS.isdisjoint(said):
        for ahead, word in zip(["the", *said], said, strict=False):
            if word in NUMBERS and ahead in OF_NUMBERS:
                return True
    said += ["", ""]
    for first, second, third in zip(said, said[1:], said[2:], strict=False):
        if first in THIS and second in THIS_IS:
            return True
        if first in TOTALS and third not in AT_OF:
            return True  # but "the total prize of"
    return False
