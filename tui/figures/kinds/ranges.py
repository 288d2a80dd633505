"""Joins two numbers into a range: "$89 to $93 billion", "between 50 and 70", "5-10W"."""

from decimal import Decimal

from tui.figures.draft import Draft
from tui.figures.grammar.direction_words import DIRECTION_WORDS, PUSHING, RISES
from tui.figures.kinds.guesses import is_guess
from tui.figures.kinds.intervals import is_interval, tolerance
from tui.figures.numbers.number_words import MONEY_SIGN
from tui.figures.numbers.numbers_in_words import multiplied
from tui.figures.tables import word_set
from tui.patterns import pattern

LONGEST_GAP = 14
DASH = pattern(
    r"[ \u00a0]?(?:[-~]|[‑–—]{1}|−{1}|[〜～]{1}|[-–—] to-)[ \u00a0]?"
    rf"(?:[a-z]{{0,3}}{MONEY_SIGN})?"
)
TO = pattern(
    r"[ \u00a0-]{0,2}(?:up )?(?:to|through)(?:[ \u00a0-](?:about |around |over |nearly |some "
    r"|up to |a |as much as )?)"
    rf"(?:[a-z]{{0,2}}{MONEY_SIGN})?"
)
# "A decrease in the goods deficit of $1.2 billion to $65.7 billion": by how much, and the level.
RISE_OF = pattern(rf"(?<![a-z])(?:{'|'.join(sorted(RISES))})(?: in(?: [a-z-]+){{1,5}})? of $")
AND = pattern(r"[ \u00a0]and[ \u00a0]")
OR = pattern(r"-?[ \u00a0]or[ \u00a0]")
COMPOUND_GAPS = ("", " ", " and ", ", ")
SMALLER_PARTS = {
    ("money", "cent"): 100, ("money", "penny"): 100, ("money", "sen"): 100, ("measure", "inch"): 12,
    ("money", "jiao"): 10, ("measure", "pound"): 14, ("measure", "ounce"): 16,
}  # fmt: skip
WHOLE_OF = {"inch": "foot", "pound": "stone", "ounce": "pound"}
MINOR_OR_SMALL = ("cent", "penny", "sen", "inch", "jiao")
PART_ENDS = pattern(r"[.,;)]?(?:\s|$)(?! ?(?:per|a|an) )")
FARTHER = pattern(r" (?:[a-z]+ )?(?:more|less|higher|lower|above|below|up|down)(?![a-z])")
GOING = frozenset(["go", "goes", "going", "gone", "went"])
RANGING = word_set(
    """
    ranging range ranges ranged going go goes between vary varies varying priced aged
    """
)
KINDS = frozenset(["count", "money", "percent", "measure", "duration", "ratio"])


def join(text: str, low: str, first: Draft, second: Draft) -> bool:
    """Joins two figures into a range if the words between them say so; True if it did."""
    if second.start < first.end:
        return False
    if first.kind not in KINDS or second.kind not in KINDS:
        return False
    if first.low is None or second.low is None or first.low != first.high:
        return False
    end = first.noun_end if first.end < first.noun_end <= second.start else first.end
    if second.start - end > LONGEST_GAP:
        return False  # most
    gap = low[first.end : second.start]
    if gap == "-" and first.unit == "foot" and second.unit is None and second.scale == 1:
        second.unit, second.kind = "inch", "measure"  # "6-foot-4"
        gap = " "
    if gap in COMPOUND_GAPS and (compound(first, second, gap) or spoken_sum(low, first, second)):
        return True
    gap = low[end : second.start]
    if not alike(first, second):
        return False
    if gap == ", " and low[second.end : second.end + 1] in (")", "]", ";", ","):
        return is_interval(low, first.start) and merge(first, second)
    if gap in (" ± ", " +/- ", "±") and first.value is not None:
        return tolerance(first, second)
    if DASH.fullmatch(gap):
        return not (" " in gap and parts(low, gap, first, second)) and dash_range(
            low, first, second
        )
    if TO.fullmatch(gap):
        return join_to(low, first, second)
    if AND.fullmatch(gap):
        before = low[max(0, first.start - 30) : first.start].split()
        between = "between" in before[-3:] or before[-4:-1] == ["between", "the", "ages"]
        return between and merge(first, second)
    return bool(OR.fullmatch(gap)) and join_or(first, second, gap)


def parts(low: str, gap: str, first: Draft, second: Draft) -> bool:
    """Whether a dash between spaces separates two figures: "sales were $5m – $2m less".

    >>> draft = Draft(0, 2, "count"), Draft(5, 8, "money")
    >>> parts("35 - $62", " - ", *draft), parts("35 - 62 euros", " - ", *draft)
    (True, False)
    """
    if "—" in gap:
        return True
    if first.unit is None:
        return second.kind == "money" and not low[second.start].isdigit()
    if first.kind == "percent":
        return False
    if first.kind != "money" or first.low is None or second.low is None:
        return bool(first.noun_end)
    return first.low >= second.low or FARTHER.match(low, second.end) is not None


def join_to(low: str, first: Draft, second: Draft) -> bool:
    """Joins "5 to 7 percent"; links both ends of a move, "from 5 to 7 percent"."""
    if first.low is None or second.low is None or is_change_to_level(low, first, second):
        return False
    if (
        first.unit == "year of age"
        and second.unit is None
        and low.endswith(" age from ", 0, first.start)
    ):
        return merge(first, second)
    chained = first.unit is None and low.startswith(" to ", second.end)
    if (
        not chained
        and not shares_scale(first, second)
        and changed(low, first, first.unit is not None and second.unit is None)
        and not (low.endswith(" of ", 0, first.start) and first.low < second.low <= first.low * 2)
    ):
        if first.unit is None or second.unit is None:
            before = low[max(0, first.start - 30) : first.start].split()
            if "from" not in before[-3:]:
                return False
        second.link("to", first.start)
        first.link("to", second.start)
        share_falling_scale(first, second)
        share(first, second)
        return False
    half_said = first.unit is not None and second.unit is None and first.kind == "count"
    shares_of_one = first.kind == "percent" or first.unit is None or half_said
    if first.low > second.low and shares_of_one:
        share(first, second)
        return False  # "51.3 to 43.5 percent": two shares, not a span
    if low[second.end : second.end + 1] in "-–" and low[second.end + 1 : second.end + 2].isdigit():
        return False  # "from 5% to 10-20%": the second end is a range
    return merge(first, second)


def join_or(first: Draft, second: Draft, gap: str) -> bool:
    """Joins "two or three months"; of other pairs the first gets the unit of the second."""
    if first.low is None or second.low is None:
        return False
    sizes = second.kind == "measure" and gap[0] == "-"  # "a 7- or 8-inch screen"
    if not sizes and is_guess(first, second) and first.unit in (second.unit, None):
        first.low *= second.scale if first.scale == 1 else 1  # "two or three million"
        return merge(first, second)
    if first.unit is None and second.unit and (second.kind != "percent" or first.low <= 100):
        share(first, second)
    return False


def is_change_to_level(low: str, first: Draft, second: Draft) -> bool:
    """Whether it is an amount and a level: "cut its staff by 1,200 to 8,000"."""
    before = low[max(0, first.start - 48) : first.start].split()
    if not before or (first.unit and not one_unit(first.unit, second.unit)):
        return False
    if first.kind == "percent" and before[-1] not in DIRECTION_WORDS:
        return False  # but "rose 1.2 percent to 79.9 percent"
    if first.low is None or second.low is None or shares_scale(first, second):
        return False
    if before[-3:] in (["a", "total", "of"], ["an", "average", "of"]):
        before = before[:-3] or before
    while len(before) > 1 and before[-1] in ("almost", "nearly", "about", "around", "over", "than"):
        before.pop()
    if before[-1] in DIRECTION_WORDS:
        return second.low > 4 * first.low  # "the index rose 9 to 2231"
    by = before[-1] == "by" and any(word in DIRECTION_WORDS for word in before[-11:-1])
    by = by or (
        before[-1] == "of"
        and not RISES.isdisjoint(before)
        and RISE_OF.search(low, max(0, first.start - 60), first.start) is not None
    )
    return by and second.low > 2 * first.low


def one_unit(first: str, second: str | None) -> bool:
    """Whether two units are the same; the second may be longer: "to 30 crowns a week"."""
    return second is not None and (first == second or first == second.partition(" per ")[0])


def compound(first: Draft, second: Draft, gap: str) -> bool:
    """Adds the smaller unit of "3 dollars 50 cents" or "5 feet 2 inches" to the larger.

    >>> from decimal import Decimal
    >>> feet = Draft(0, 6, "measure", Decimal(5), Decimal(5), Decimal(5), "foot")
    >>> inches = Draft(7, 15, "measure", Decimal(6), Decimal(6), Decimal(6), "inch")
    >>> compound(feet, inches, " "), str(feet.value), feet.end
    (True, '5.5', 15)
    """
    parts = SMALLER_PARTS.get((first.kind, second.unit or ""))
    if parts is None or first.unit in MINOR_OR_SMALL or first.value is None or second.value is None:
        return False
    if WHOLE_OF.get(second.unit or "", first.unit) != first.unit or not 0 <= second.value < parts:
        return False
    if first.kind == "money" and gap == ", ":
        return False  # "£5bn, 5p": a list
    add_part(first, second, parts)
    return True


def spoken_sum(low: str, first: Draft, second: Draft) -> bool:
    """Adds hundredths: "13 dollars forty five", "15 dollars and 50."."""
    if first.kind != "money" or first.value is None or second.value is None:
        return False
    bare = second.kind == "count" and second.unit is None and second.scale == 1
    if (
        not bare
        or first.scale > 1
        or not low[first.end - 1].isalpha()
        or "." in low[first.start : first.end]
    ):
        return False
    if not 10 <= second.value < 100 or second.value % 1 or not PART_ENDS.match(low, second.end):
        return False
    add_part(first, second, 100)
    return True


def add_part(first: Draft, second: Draft, parts: int) -> None:
    """Adds a fraction of the unit to the figure before."""
    assert first.value is not None
    assert second.value is not None
    first.value = first.low = first.high = first.value + second.value / parts
    first.end = first.noun_end = second.end


def alike(first: Draft, second: Draft) -> bool:
    """Whether two figures can be the ends of one range: the same kind and unit, or one without."""
    if first.kind == second.kind and first.unit == second.unit:
        return True
    if first.kind != second.kind and "ratio" in (first.kind, second.kind):
        return False
    if first.unit is None or second.unit is None:
        return first.kind != "percent" or second.low is None or second.low <= 100
    if first.kind != second.kind:
        return False
    if first.kind == "count":
        return first.unit.split(" ")[-1] == second.unit.split(" ")[-1]
    return second.unit.startswith(first.unit + " per ") or first.unit == second.unit.removesuffix(
        " of age"
    )


def dash_range(low: str, first: Draft, second: Draft) -> bool:
    """ "5-10W": not if it descends without a unit ("3-1"), nor "2019-20"."""
    assert first.low is not None
    assert second.low is not None
    high = second.low if second.low > 0 else -second.low
    shared = first.scale == 1 and second.scale > 1
    # "fares were 2,943 - 7 per cent lower"
    spaced = low[first.end] == " " and first.kind != second.kind
    mixed = first.kind == "percent"  # "80%-20% of the two"
    if high < first.low and not shared and (not second.unit or spaced or mixed):
        return False
    if second.low < 0:
        second.low = second.high = second.value = high
    return merge(first, second)


def changed(low: str, first: Draft, one_sided: bool) -> bool:
    """Whether "from X to Y" is a change, not a range: after a verb of direction.

    >>> def of(text): return changed(text, Draft(len(text), len(text), "count", unit="eels"), False)
    >>> of("stocks fell from "), of("in stocks from "), of("stocks ranged up from ")
    (True, False, False)
    >>> of("the range fell from "), of("prices will go up from ")
    (True, True)
    """
    before = low[max(0, first.start - 60) : first.start].split()
    if not before:
        return False
    tail = before[-8:]
    if "from" in tail[-3:]:
        at = len(tail) - 1 - tail[::-1].index("from")
        ahead = tail[:at]
        moves = ahead[-1:] and ahead[-1] in DIRECTION_WORDS
        if moves and ahead[-1] in ("up", "down"):
            moves = GOING.issuperset(ahead[-2:-1])  # "will go up from"
        if not moves and any(word in RANGING for word in ahead[-2:]):
            return False
        if not PUSHING.isdisjoint(ahead[:-1]):
            return True  # "bringing its total from 12 to 15"
        return any(word.strip(",.") in DIRECTION_WORDS for word in ahead) or one_sided
    if first.unit is None or "between" in tail[-2:]:
        return False  # "growth of 5 to 7 percent"
    return any(word in DIRECTION_WORDS for word in tail[-3:])


def share_scale(first: Draft, second: Draft) -> None:
    """Shares the scale, once it is known: "from 24.2 to 33-35 billion euros"."""
    if first.unit is None and second.scale > 1 and first.scale == 1 and first.low is not None:
        first.value = first.low = first.high = multiplied(first.low, second.scale)
        first.kind, first.unit, first.scale = second.kind, second.unit, second.scale


def share(first: Draft, second: Draft) -> None:
    """Copies the unit (and the scale of money) to the end that lacks it."""
    if first.unit is None and second.unit is not None:
        first.kind, first.unit = second.kind, second.unit
    elif second.unit is None and first.unit is not None:
        second.kind, second.unit = first.kind, first.unit


def shares_scale(first: Draft, second: Draft) -> bool:
    """Whether "$89" in "$89 to $93 billion" means billions; "$200 to $4 million" does not share."""
    if first.scale > 1 or second.scale == 1 or first.low is None or second.high is None:
        return False
    return first.low * second.scale < second.high


def share_falling_scale(first: Draft, second: Draft) -> None:
    """Copies the scale to the larger end of a move, too: "fell from 500 to 400 million tonnes".

    At most ten times the other end: "from 95,000 to 1.2 million" shares nothing.
    """
    if first.scale > 1 or second.scale == 1 or first.low is None or second.low is None:
        return
    raised = multiplied(first.low, second.scale)
    if raised <= 10 * second.low:
        first.value = first.low = first.high = raised
        first.scale = second.scale


def merge(first: Draft, second: Draft) -> bool:
    """Makes the first figure the range of both."""
    assert first.low is not None
    assert second.high is not None
    low: Decimal = first.low
    if shares_scale(first, second):
        low = multiplied(low, second.scale)
    high = second.high
    if low > high:
        low, high = high, low
    first.low, first.high, first.value = low, high, None
    if second.unit is not None or first.unit is None:
        first.kind, first.unit, first.noun_end = second.kind, second.unit, second.noun_end
        first.subject = second.subject
    if second.unit is None and first.unit:
        first.noun_end = second.end
    first.end, first.scale = second.end, second.scale
    return True
