"""Elliptic units: numbers whose unit is stated only at another number of the sentence.

"12 points to 9", "rose 64 points to 4,577", "6 million homes including 1.5 million in the city",
"of its six delegates, four left"; and people, who are often implicit: "killing seven".
"""

from tui.figures.draft import Draft
from tui.figures.grammar.direction_words import DIRECTION_WORDS
from tui.figures.grammar.following_word import ends_before, next_word
from tui.figures.grammar.noun_words import STOP
from tui.figures.sentence.implicit_people import of_people
from tui.figures.sentence.listed_units import alike, share_ages, share_comparatives, share_in_lists
from tui.figures.sentence.parallel_units import more_of, most_of, parallel_unit, same_rate
from tui.figures.tables import word_set
from tui.patterns import pattern

BEFORE_CARRIED = word_set(
    """
    from to at including is was while versus against than
    """
)
TIME_AFTER = pattern(
    r" (?:in (?:19|20)[0-9]{2}|(?:last|this|the previous|the prior)"
    r" (?:year|month|quarter|week|season)"
    r"|(?:a|the) (?:year|month|week) (?:ago|earlier|before)|next(?: year)?(?=[,.;]|$))(?![a-z0-9])"
)
# "Of the six delegates, she won four": the noun that later numbers of the sentence are part of.
PARTED = pattern(
    r"(?:^|[,;:] )(?:[\"']|[“‘]{1})?(?:out )?of (?:the|its|his|her|their|our|these|those|all)"
    r"(?: (?:[a-z']|’{1})+){0,2} $"
)
# Each of these takes the same thing that the one before it in the sentence took.
WINNING = word_set(
    """
    won win wins winning lost lose loses losing gained gaining took taking secured securing got
    earned earning received scored scoring conceded claimed collected grabbed missed dropped held
    had has have holds
    """
)
LEADING_ON = (" with ", " at ", " on ")
FOLLOWED = pattern(r"followed by (?:(?:[a-z.,'-]|’{1})+ ){1,6}(?:with|at|on) $")
ENDS_CLAUSE = frozenset(["and", "but", "while", "to", "after", "in", "at"])
# "12 shops in Bonn, nine in Trier": the noun is said once, and where each time.
PLACED = pattern(r" (?:in|from|at|for|on|aboard)(?= )")
NUMBER_OF = pattern(r"number of ((?:[a-z-]+ )?[a-z]+s|women|men|people|children), $")
OF_THEM = (["of", "whom"], ["of", "which"], ["of", "them"], ["of", "these"])
ITS_TOTAL = (["total", "to"], ["tally", "to"], ["total", "of"])
ENDS_TOTAL = frozenset(["of", "in", "from", "and", "by", "since", "on", "this", "last", "after"])
THE_OTHERS = (["the", "other"], ["the", "remaining"])
PART_OF_THEM = (" of them", " of whom", " of which")
# "230 routes, 46 more than in 2009"
MORE = (" more than", " fewer than", " less than")
MORE_THAN = pattern(r" (?:more|fewer|less) than(?! [0-9])")
FROM_A_LEVEL = (["up", "from"], ["down", "from"], ["(up", "from"], ["(down", "from"])
ACTING_TOO = (" were ", " are ", " had ", " have ")
JOINING = frozenset(["and", "while", "but"])
LOOSENING = frozenset(["over", "about", "some", "around", "nearly", "almost", "another", "only"])
COMPARED = (["compared", "with"], ["compared", "to"])
HAVE_ACTED = frozenset(["have", "had", "were", "are", "did"])
FARTHEST_BRACKET = 40  # code points
# "40 cases, with 12 recorded in Bonn"
RECORDED = frozenset(["recorded", "reported", "confirmed", "registered", "added", "found"])
NEAR = 14  # code points: " (down from "
MEASURED = frozenset(["reported", "measured", "recorded", "registered", "said"])
INDEX_UNITS = frozenset(("point", "points"))


def carry_units(text: str, low: str, group: list[Draft], start: int) -> None:
    """Sets the missing units of bare numbers in one sentence, which starts at `start`.

    >>> text = "up to 3.9 million headsets up from 2.4 million in 2017"
    >>> drafts = [Draft(6, 17, "count", low=3.9, unit="headsets", scale=10**6)]
    >>> drafts.append(Draft(35, 46, "count", low=2.4, scale=10**6))
    >>> carry_units(text, text, drafts, 0)
    >>> drafts[1].unit
    'headsets'
    """
    for draft in group:
        if draft.kind == "count" and draft.unit is None:
            break
    else:
        return  # nearly all; `any` takes twice as long
    share_in_lists(text, low, group)
    share_ages(low, group)
    share_comparatives(low, group)
    said = Said()
    for draft in group:
        if draft.kind == "count" and draft.unit is None and draft.low is not None:
            carry_unit(text, low, said, draft)
        elif draft.unit in INDEX_UNITS:
            said.points = draft
        elif draft.kind == "percent":
            said.percent = draft
        if (
            said.parted is None
            and draft.kind == "count"
            and draft.unit
            and opens_with(low, start, draft)
        ):
            said.parted = draft
        if draft.low is not None and draft.kind != "date":
            said.newest = draft if draft.kind in ("percent", "measure", "money") else None
        counted = draft.unit is not None and draft.kind in ("count", "money", "measure")
        if counted and not converts(low, said.last, draft):
            said.last = draft
            if draft.kind == "count" and (said.most is None or part_of(draft, said.most)):
                said.most = draft


def converts(low: str, last: Draft | None, draft: Draft) -> bool:
    """Whether an amount in brackets is the one before them in another unit.

    >>> text = "3 hectares (7 acres; 0.03 square km), up from 2"
    >>> last = Draft(0, 10, "measure", unit="hectare")
    >>> [converts(text, last, Draft(at, at, "measure", unit="acre")) for at in (12, 21, 46)]
    [True, True, False]
    """
    if last is None or last.kind != draft.kind or last.kind == "count" or last.unit == draft.unit:
        return False
    between = low[last.end : draft.start]
    return between.startswith(" (") and ")" not in between


class Said:
    """The figures of a sentence before a bare number, whose units it may share."""

    def __init__(self) -> None:
        #: The last that counts, measures or costs, and the last of all if it is one with a unit.
        self.last: Draft | None = None
        self.newest: Draft | None = None
        #: The largest count.
        self.most: Draft | None = None
        #: What the sentence is about parts of.
        self.parted: Draft | None = None
        self.percent: Draft | None = None
        self.points: Draft | None = None


def carry_unit(text: str, low: str, said: Said, draft: Draft) -> None:
    """Sets the missing unit of a bare number, if an earlier figure implies it."""
    last, newest, percent = said.last, said.newest, said.percent
    words = low[max(0, draft.start - 24) : draft.start].split()
    before = words[-1] if words else ""
    if percent is not None and (
        (before == "by" and moved(words, percent, draft)) or answers_too(low, percent, draft)
    ):
        draft.kind, draft.unit = percent.kind, percent.unit
    elif said.points is not None and before in ("to", "at") and draft.scale == 1:
        draft.unit = said.points.unit
    elif last is not None and last.unit == "magnitude" and before in MEASURED:
        draft.kind, draft.unit = last.kind, last.unit  # "a magnitude of 5.5; others reported 5.8"
    elif (
        last is not None
        and before in BEFORE_CARRIED
        and (comparable(last, draft) or (before == "to" and same_rate(low, last, draft)))
    ):
        draft.kind, draft.unit = last.kind, last.unit
    elif last is not None and last.kind == "count" and goes_with(low, words, last, draft):
        draft.unit = last.unit
    elif newest is not None and (
        timed(low, words, newest, draft)
        or (listed(low, before, newest, draft) and newest.scale == draft.scale)
    ):
        draft.kind, draft.unit = newest.kind, newest.unit
    elif (
        last is not None
        and before.endswith((",", "and"))
        and low.startswith(MORE, draft.end)
        and MORE_THAN.match(low, draft.end)
    ):
        draft.kind, draft.unit = last.kind, last.unit
    elif (
        last is not None
        and (
            before.endswith("including")
            or is_part_of_them(low, words, draft)
            or (before == "with" and next_word(low, draft.end) in RECORDED)
        )
        and part_of(last, draft)
    ):
        draft.unit = last.unit
    elif said.parted is not None and part_of(said.parted, draft):
        draft.unit = said.parted.unit
    elif (
        last is not None
        and last.kind == "count"
        and (before == "another" or words[-2:] in ITS_TOTAL)
        and ends_before(low, draft.end, ".,;)", ENDS_TOTAL)
    ):
        draft.unit = last.unit  # "40 jets with options for another 10", "its total to 222"
    elif before == "the" and last is not None and last.kind == "count" and last.low == draft.low:
        draft.unit = last.unit  # "the ten states with most; the ten with the least"
    elif words[-2:] in THE_OTHERS and said.most is not None and part_of(said.most, draft):
        draft.unit = said.most.unit  # "12 votes for Ann, the other three for Joe"
    elif of_people(low, words, draft):
        draft.unit = more_of(low, last, draft) or "people"
    elif (
        last is not None
        and last.kind == "count"
        and (unit := parallel_unit(text, low, words, last, draft))
    ):
        draft.unit = unit
    elif before.endswith(",") and low[draft.end : draft.end + 1] in (",", ".", ")", ""):
        told = NUMBER_OF.search(low, max(0, draft.start - 50), draft.start)
        draft.unit = text[slice(*told.span(1))] if told else None
    if draft.unit is None and draft.kind == "count":
        draft.unit = most_of(text, low, draft)


def opens_with(low: str, start: int, draft: Draft) -> bool:
    """Whether a clause starts with "Of the six delegates": later counts are part of them."""
    ahead = low[max(start, draft.start - 64) : draft.start]
    return ahead[-1:] == " " and PARTED.search(ahead) is not None


def is_part_of_them(low: str, words: list[str], draft: Draft) -> bool:
    """ "12 deans came, of whom 3", "12 deans came, 3 of them late", "54 guilds signed, only 27 have
    paid": a part of those."""
    if words[-2:] in OF_THEM or low.startswith(PART_OF_THEM, draft.end):
        return True
    return words[-1:] in (["only"], ["just"]) and next_word(low, draft.end) in HAVE_ACTED


def part_of(entire: Draft, draft: Draft) -> bool:
    """Whether a bare number can be a part of an earlier count."""
    if entire.low is None or draft.high is None:
        return False
    return draft.high <= entire.low and whole(draft)


def moved(words: list[str], percent: Draft, draft: Draft) -> bool:
    """Whether "by" follows a verb of direction: "rose by 2 percent but the other fell by 1"."""
    if draft.scale != 1 or draft.low is None or percent.low is None:
        return False
    return len(words) > 1 and words[-2] in DIRECTION_WORDS and draft.low <= 10 * percent.low


def answers_too(low: str, percent: Draft, draft: Draft) -> bool:
    """ "52 percent said yes, 38 said no": the same measure for another answer."""
    if draft.scale != 1 or draft.low is None or draft.low > 100:
        return False
    word = next_word(low, draft.end)
    acts = word in ("said", "say") or (len(word) > 2 and word not in STOP)
    return acts and word == next_word(low, percent.end)


def timed(low: str, words: list[str], last: Draft, draft: Draft) -> bool:
    """ "an angle of 1.4 degrees in 2018 and 2.1 last year": the same quantity at another time."""
    if last.scale != draft.scale or not last.low or not alike(last, draft):
        return False
    joined = words[-1:] == ["and"] or words[-2:] in COMPARED
    return joined and TIME_AFTER.match(low, draft.end) is not None


def goes_with(low: str, words: list[str], last: Draft, draft: Draft) -> bool:
    """Whether a bare number continues a list of counts, by place or of wins."""
    before = words[-1] if words else ""
    if before == "and" and low.startswith(" since ", draft.end) and last.scale == draft.scale:
        return True  # "sold 85 million copies in May, and 25 million since"
    if before == "and" and last.scale == draft.scale > 1 and TIME_AFTER.match(low, draft.end):
        return True  # "against 61 million hens last year and 80 million in 2019"
    if words[-2:] in FROM_A_LEVEL and draft.start - (last.noun_end or last.end) < NEAR:
        return last.scale == draft.scale
    return (
        listed(low, before, last, draft)
        or won_too(low, words, last, draft)
        or (without_hedge(words) in JOINING and act_too(low, last, draft))
        or (words[-2:] in COMPARED and whole(last) and whole(draft))
    )


def without_hedge(words: list[str]) -> str:
    """The last word before a number that does not loosen it.

    >>> without_hedge(["and", "over"]), without_hedge(["while"]), without_hedge(["about"])
    ('and', 'while', '')
    """
    return next((word for word in reversed(words) if word not in LOOSENING), "")


def act_too(low: str, last: Draft, draft: Draft) -> bool:
    """ "400 calls were about fires and 142 had no cause": verbs of the same kind follow both.

    >>> text = "400 calls were about fires and 142 were about floods"
    >>> act_too(text, Draft(0, 3, "count", noun_end=9), Draft(31, 34, "count"))
    True
    """
    if last.scale != draft.scale:
        return False
    end = draft.end
    if low.startswith(" (", end):
        end = low.find(")", end, end + FARTHEST_BRACKET) + 1 or end  # "and 30 (8 men) were"
    if not low.startswith(ACTING_TOO, end):
        return False
    return low.startswith(ACTING_TOO, last.noun_end or last.end)


def whole(draft: Draft) -> bool:
    """Whether a figure is a whole number of something."""
    return draft.low is not None and draft.low == draft.low.to_integral_value()


def listed(low: str, before: str, last: Draft, draft: Draft) -> bool:
    """ "250 marchers in one city, 100 in another": one noun or unit, several places."""
    if not (before == "and" or before.endswith((",", ";"))):
        return False
    where = PLACED.match(low, draft.end)
    if where is None or not whole(draft):
        return False
    if before.endswith(",") and where[0] == " from" and last.kind == "count":
        return part_of(last, draft)  # "eight hens died, six from the barn"
    end = last.noun_end or last.end
    if low.startswith((" were ", " are "), end):
        end = low.index(" ", end + 1)  # "eight of the dead were in Bonn and six in Trier"
    return low.startswith(where[0] + " ", end)


def won_too(low: str, words: list[str], last: Draft, draft: Draft) -> bool:
    """Whether the same was won or lost again: "won 12 wards and lost three".

    >>> text = "it won 12 wards and lost three"
    >>> first = Draft(7, 9, "count", unit="wards")
    >>> won_too(text, text[:25].split(), first, Draft(25, 30, "count"))
    True
    """
    if not ends_before(low, draft.end, ".;,", ENDS_CLAUSE):
        return False
    if low.endswith(LEADING_ON, last.end, draft.start) and FOLLOWED.search(
        low, last.end, draft.start
    ):
        return True
    before = [word for word in low[max(0, last.start - 32) : last.start].split() if word in WINNING]
    return words[-1:] != [] and words[-1] in WINNING and before[-1:] != []


def comparable(first: Draft, second: Draft) -> bool:
    """Whether a bare number is written in the same style as the one whose unit it would share."""
    if first.kind in ("money", "measure") and first.unit and " per " in first.unit:
        return False
    if first.scale != second.scale or first.low is None or second.low is None:
        return False
    if first.scale > 1:
        return True
    if first.kind == "count":
        return False
    return first.low / 4 <= second.low <= first.low * 4
