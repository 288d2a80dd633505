"""Links figures that belong together: conversions, changes, both ends of a move, repetitions."""

import itertools
from collections.abc import Iterable
from decimal import Decimal

from tui.figures.changes.change_levels import LEVELS, link_changes
from tui.figures.draft import Draft, link
from tui.figures.numbers.number_words import MONEY_SIGN
from tui.figures.tables import word_set
from tui.patterns import pattern

# "20 km of road (12 miles)", "5 moles of air per cubic metre (2 g"
BEFORE_BRACKET = pattern(
    r"[ \u00a0]?(?:of [a-z]+ )?(?:per (?:cubic |square )?[a-z]+ |a [a-z]+ )?[(\[]"
)
# What may be in a bracket before an amount, but for its currency.
LOOSENING = word_set(
    "or about around approximately equivalent equal to some roughly nearly over approx approx. = ~"
)
CURRENCY = pattern(rf"(?:[a-z]|{MONEY_SIGN}){{1,4}}")
EQUIVALENT = pattern(
    r",? (?:which is |that is )?(?:equivalent to|the equivalent of|equal to|or|i\.e\.|that is"
    r"|about|=)(?: (?:about|around|approximately|roughly|some|nearly"
    rf"|almost))?(?: (?:[a-z]|{MONEY_SIGN}){{0,4}})?[ ]?"
)
AGAIN = (
    "which is ",
    "that is",
    "equivalent",
    "the equivalent",
    "equal",
    "or",
    "i.e.",
    "about",
    "=",
)
OF_THEM = pattern(
    r" of [^,;.()]{2,40}, or (?:about |some |nearly |almost |around |roughly |over |more than )?"
)
WHICH_IS = pattern(
    r", which (?:is|was|are|were|constitute[sd]?|represent(?:s|ed)|amount(?:s|ed) to|equal(?:s|led)"
    r"|makes up|made up)"
    r"(?: (?:about|around|roughly|nearly|almost|some|only|just|over|more than))* $"
)
NEXT_IN_BRACKET = ("; ", ", ", " / ", "/", " or ", ", or ")
CLOSES = pattern(r"[)\]]")
OR = pattern(
    r"(?:,? or| [(\[]or) (?:(?:about|more than|nearly|almost|around|roughly|some) )*"
    rf"{MONEY_SIGN}?"
)
LOOSELY = word_set("about more than nearly almost around roughly some")
# Between the ends of a move: "from 120 [accidents in 2019] to 98", "to 1,204 [tonnes] from 1,100",
# "from $40 [at 10.45 p.m. last night] to $38".
TO_END = pattern(
    r"(?: (?!to |from )[a-z-]+){0,2}?(?: (?:in|during|on|at|for)"
    r" (?:[^,;.()]|\.(?=[0-9m])|(?<= [ap]\.m)\.){2,40}?| an? [a-z]+ (?:ago|earlier|before))?,? to"
    r"(?: (?:about|around|nearly|almost|over|just|some|only|roughly|a|record|more than|less than))*"
    r"[ ]?(?:[a-z]{0,3}(?:[$£¥=]|€{1}))?[ ]?"
)
LONGEST_ZONE = 36  # code points: " eastern daylight time on Sunday ("
MAX_REPEATS = 16
REPEATED = frozenset(["count", "money", "duration", "measure"])
FEWEST_REPEATED = 20  # a smaller count is often said again of something else


def add_links(text: str, low: str, quantities: list[list[Draft]]) -> None:
    """Links the quantities of the whole text, sentence by sentence."""
    before: list[Draft] = []
    for group in quantities:
        if len(group) > 1 or (group and (group[0].change or group[0].origin)):
            conversions(text, low, group)
            moves(low, group)
            link_changes(low, group, before)
            origins(group)
        before = group
    repeats(itertools.chain.from_iterable(quantities))


def conversions(text: str, low: str, group: list[Draft]) -> None:
    """ "14.8 billion yuan (US$2.33 billion)": one amount in two units; the hedge applies to
    both."""
    for first, second in itertools.pairwise(group):
        if go_on(low, first, second):
            for relation, start in first.links:
                if relation == "conversion" and start < first.start:
                    second.link(relation, start)  # "6 hectares (15 acres; .06 square km)"
                    told = next(each for each in group if each.start == start)
                    told.link(relation, second.start)
            link("conversion", first, second)
        if first.unit == second.unit or second.start - first.end > 60:
            continue
        gap = low[first.end : second.start]
        unit_gap = low[max(first.end, first.noun_end) : second.start]
        same_kind = first.kind == second.kind and first.kind in ("money", "measure")
        if same_kind and (
            (
                (opens_bracket(gap) or opens_bracket(unit_gap))
                and CLOSES.search(text, second.end, second.end + (48 if " of " not in gap else 1))
            )
            or says_again(gap)
            or says_again(unit_gap)
            or gap.strip() == "/"
        ):
            link("conversion", first, second)
            if second.bound is None:
                second.hedge, second.bound = first.hedge, first.bound
            if second.change is None:
                second.change = first.change
        elif (
            first.change
            and "percent" in (first.kind, second.kind)
            and "or " in unit_gap
            and OR.fullmatch(unit_gap)
        ):
            link("same", first, second)
            second.change = second.change or first.change
            first.versus = first.versus or second.versus  # "rose $3, or 4%, from 2015"
        elif is_share(text, low, first, second, unit_gap):
            link("same", first, second)
            if text[second.end : second.end + 1] == ")":
                second.subject = first.unit
        elif (
            first.kind in ("percent", "ratio")
            and (second.kind == "count" or (first.change and second.kind in LEVELS))
            and ", or " in gap  # of two fines it is a choice, of two losses it is not
            and not low.startswith((" of ", ", whichever"), second.end)
            and OF_THEM.fullmatch(gap)
        ):
            link("same", first, second)  # "30% of the men, or 15"
            if second.unit is None and first.kind == "ratio":
                second.unit = first.unit
            second.change = second.change or first.change
        elif first.kind == second.kind == "duration" and gap == " (":
            link("conversion", first, second)  # "188 months (15 years, 8 months)"
        elif {first.kind, second.kind} == {"count", "percent"} and is_which(low, gap, second):
            link("same", first, second)  # "5,798 votes, which was roughly 0.5 percent"
        elif first.kind == "ratio" and second.kind == "percent" and in_brackets(low, first, second):
            link("same", first, second)  # "a tenth (9.8%)"
        elif first.kind == "percent" and second.kind in LEVELS and in_brackets(low, first, second):
            link("same", first, second)  # "rose by 1.2 percent (1,930 people)"
            second.change = second.change or first.change


def link_times(text: str, group: list[Draft]) -> None:
    """ "10:39 a.m. local time (1639 UTC)": one time of day in two zones.

    >>> text = "At 10:39 a.m. local time (1639 UTC)"
    >>> group = [Draft(3, 13, "time"), Draft(26, 30, "time")]
    >>> link_times(text, group); group[1].links
    (('conversion', 3),)
    """
    times = [draft for draft in group if draft.kind == "time"]
    for first, second in itertools.pairwise(times):
        if second.start - first.end > LONGEST_ZONE:
            continue
        gap = text[first.end : second.start]
        if (
            gap.endswith((" (", " [", " {"))
            and ")" not in gap
            and CLOSES.search(text, second.end, second.end + LONGEST_ZONE)
        ):
            link("conversion", first, second)


def opens_bracket(gap: str) -> bool:
    """Whether the words between two figures open a bracket for the second.

    >>> opens_bracket(" ("), opens_bracket(" a day (about us"), opens_bracket(" to ")
    (True, True, False)
    """
    if gap == " (":
        return True
    opened = BEFORE_BRACKET.match(gap) if "(" in gap or "[" in gap else None
    if opened is None:
        return False
    *words, last = gap[opened.end() :].lstrip("~=").split(" ")
    return LOOSENING.issuperset(words) and (not last or CURRENCY.fullmatch(last) is not None)


def says_again(gap: str) -> bool:
    """Whether the words between two figures say that the second is the first again.

    >>> says_again(", or "), says_again(" which is equal to about "), says_again(" to ")
    (True, True, False)
    """
    if gap in (" or ", ", or "):
        return True
    return gap.lstrip(", ").startswith(AGAIN) and EQUIVALENT.fullmatch(gap) is not None


def go_on(low: str, first: Draft, second: Draft) -> bool:
    """Whether a second conversion follows in the same bracket: "(£17,500; US$22,900)".

    >>> crowns, pounds = Draft(0, 4, "money", unit="SEK"), Draft(6, 8, "money", unit="GBP")
    >>> link("conversion", crowns, pounds)
    >>> go_on("kr50 (£4 or €5)", pounds, Draft(12, 14, "money", unit="EUR"))
    True
    """
    if first.kind != second.kind or first.unit == second.unit:
        return False
    if not any(relation == "conversion" for relation, _ in first.links):
        return False
    opens = (first.hedge_start or first.start) - 1
    return low[first.end : second.start] in NEXT_IN_BRACKET and low[opens] in "(["


def is_share(text: str, low: str, first: Draft, second: Draft, gap: str) -> bool:
    """Whether a share is the one that a count is: "1,200 jobs, 15 percent of its workforce".

    Or in brackets: "203,091 votes (0.15 percent)".
    """
    if first.kind != "count" or second.change or not first.unit:
        return False
    if second.kind not in ("percent", "ratio"):
        return False
    if gap in (" (", " (about ", " (or "):
        return text[second.end : second.end + 1] == ")" or low.startswith(" of ", second.end)
    if not low.startswith(" of ", second.end) or not gap.endswith(" "):
        return False
    return LOOSELY.issuperset(gap.removeprefix(",").removeprefix(" or").split())


def is_which(low: str, gap: str, second: Draft) -> bool:
    """Whether a figure is the one before it again: "5% of the men, which is about 40".

    Not of a property of all: "60 buses, which are 100 percent electric".

    >>> def of(text, figure):
    ...     at = text.index(figure)
    ...     return is_which(text, text[:at], Draft(at, at + len(figure), "percent"))
    >>> of("votes, which is about 5%.", "5%"), of("votes, which sold about 5%.", "5%")
    (True, False)
    >>> of("buses, which are 100% electric.", "100%")
    False
    """
    if second.change or ", which " not in gap:
        return False
    ends = low.startswith((".", ",", ";", ")", " of "), max(second.end, second.noun_end))
    return ends and WHICH_IS.search(gap) is not None


def in_brackets(low: str, first: Draft, second: Draft) -> bool:
    """Whether brackets after the first figure contain only the second."""
    opens = low[first.end : second.start] in (" (", " (about ", " (or ", " (some ")
    return opens and low.startswith(")", max(second.end, second.noun_end))


def moves(low: str, group: list[Draft]) -> None:
    """Links both ends of a move: "fell from 120 in 2019 to 98", "rose to 1,204 from 1,100"."""
    for draft in group:
        if draft.origin is not None and same_measure(draft, draft.origin):
            amount = draft.kind != "percent" and low.endswith("by ", 0, draft.start)
            amount = amount or ends_later(draft.origin)
            if not amount:  # "down by 5 from 61", "up 5 from 61 to 66"
                link_move(draft, draft.origin)
    for first, second in itertools.pairwise(group):
        if second.start - first.end > 120 or low.find(" to", first.end, second.start) < 0:
            continue
        ahead = low[max(first.sentence[0], first.start - 40) : first.start].split()
        if "from" not in ahead[-6:] or not same_measure(first, second):
            continue
        if TO_END.fullmatch(low, max(first.end, first.noun_end), second.start):
            link_move(first, second)


def ends_later(origin: Draft) -> bool:
    """Whether the other end of a move is already known, and stands behind what it came from."""
    return any(relation == "to" and start > origin.start for relation, start in origin.links)


def origins(group: list[Draft]) -> None:
    """Links a level to the base of its change: "$2.1 million, up 35% from $1.5 million"."""
    for level, change in itertools.pairwise(group):
        origin = change.origin
        if origin and ("change", change.start) in level.links and same_measure(level, origin):
            link_move(level, origin)


def link_move(first: Draft, second: Draft) -> None:
    """Links both ends of a move; "per" something at one end applies to both.

    >>> fall = Draft(0, 3, "money", unit="USD per barrel"), Draft(4, 7, "money", unit="USD")
    >>> for end in fall:
    ...     end.low = Decimal(end.start + 70)
    >>> link_move(*fall)
    >>> fall[1].unit, fall[1].links
    ('USD per barrel', (('to', 0),))
    """
    link("to", first, second)
    for rate, plain in ((first, second), (second, first)):
        if rate.kind == "count" or rate.unit is None or plain.unit is None:
            continue
        if rate.unit.startswith(plain.unit + " per ") and near(rate, plain):
            plain.unit = rate.unit


def near(first: Draft, second: Draft) -> bool:
    """Whether neither is over four times the other: "from $22 an hour to $45,000" is two rates."""
    if first.low is None or second.low is None:
        return False
    return first.low <= 4 * second.low and second.low <= 4 * first.low


def same_measure(first: Draft, second: Draft) -> bool:
    """Whether two figures can be the ends of a move: the same kind, and the same unit or none.

    >>> same_measure(Draft(0, 1, "count", unit="cases"), Draft(2, 3, "count"))
    True
    >>> same_measure(Draft(0, 1, "money", unit="USD"), Draft(2, 3, "money", unit="CNY"))
    False
    """
    if first.kind != second.kind or first.kind not in (*LEVELS, "percent", "duration"):
        return False
    if first.unit is None or second.unit is None:
        return True
    if first.unit.split(" per ")[0] == second.unit.split(" per ")[0]:
        return True
    return first.kind == "count" and first.unit.split(" ")[-1] == second.unit.split(" ")[-1]


def repeats(drafts: Iterable[Draft]) -> None:
    """Links repetitions of a value with the same subject to the first one."""
    first: dict[tuple[str, Decimal, str], Draft] = {}
    for draft in drafts:
        kind, value, head = draft.kind, draft.value, draft.unit
        if value is None or head is None or kind not in REPEATED:
            continue
        if kind == "count":
            if value < FEWEST_REPEATED:
                continue
            known_by_value = significant(value) >= 3
            head = "" if known_by_value else head.rpartition(" ")[2].lower()
        earlier = first.setdefault((kind, value, head), draft)
        if earlier is not draft and (kind != "duration" or value > 1):
            if earlier.sentence == draft.sentence:
                continue  # nobody says the same fact twice there: "rye cost $8 and oats cost $8"
            draft.link("same", earlier.start)
            if len(earlier.links) < MAX_REPEATS:
                earlier.link("same", draft.start)


def significant(value: Decimal) -> int:
    """The number of significant digits, without trailing zeros.

    >>> [significant(Decimal(value)) for value in ("120", "-1.25", "1E+6", "0")]
    [2, 3, 1, 0]
    """
    return len(f"{value:f}".lstrip("-").replace(".", "").strip("0"))
