"""Which figures tell of one fact: conversions, changes, the two ends of a move, repeats."""

import itertools
import re
from decimal import Decimal

from tui.figures.directions import DIRECTION_WORDS, FILLERS
from tui.figures.draft import Draft
from tui.figures.vocabulary import word_set
from tui.patterns import pattern

IN_BRACKETS = pattern(
    r"[ \u00a0]?(?:per [a-z]+ |a [a-z]+ )?[(\[](?:or |about |around |approximately "
    r"|equivalent to |equal to |some |roughly |nearly |over |approx\.? |= ?"
    r"|~)*(?:[a-z$€£¥]{0,4})?"
)
EQUIVALENT = pattern(
    r",? (?:which is |that is )?(?:equivalent to|the equivalent of|equal to|or|i\.e\.|that is"
    r"|about|=)(?: (?:about|around|approximately|roughly|some|nearly"
    r"|almost))?(?: [a-z$€£¥]{0,4})?[ ]?"
)
OR = pattern(r",? or (?:(?:about|more than|nearly|almost|around|roughly|some) )*[$€£¥]?")
SHARE_OF = pattern(r",? (?:or )?(?:(?:about|more than|nearly|almost|around|roughly|some) )*")
TO_LEVEL = pattern(
    r"(?: (?:in|during|from|year)[^,;.()]{0,30})? to (?:(?:about|around|a record|nearly|almost"
    r"|over|more than|just|end at|close at"
    r"|finish at) )*(?:[a-z]{0,3}[ ]?[$€£¥=])?"
)
# Between the ends of a move: "from 120 [accidents in 2019] to 98", "to 1,204 [tonnes] from 1,100".
TO_END = pattern(
    r"(?: (?!to |from )[a-z-]+){0,2}?(?: (?:in|during|on|at|for) [^,;.()]{2,30}?)? to"
    r"(?: (?:about|around|nearly|almost|over|just|some|only|roughly|a|record|more than|less than))*"
    r"[ ]?(?:[a-z]{0,3}[$€£¥=])?[ ]?"
)
FROM_END = pattern(
    r"(?: of [^,;.]{2,60}?)?(?: (?:was|were|is|are|had|have) [^;.]{2,60}(?=, (?:up|down) from))?"
    r"(?: (?!to |from )[a-z-]+){0,2}?(?: (?:in|during|on|at|for|by) [^,;.()]{2,30}?)?"
    r"(?:,? (?:up|down|rising|falling|climbing|dropping|increasing|decreasing))?,? from"
    r"(?: (?:about|around|nearly|almost|over|just|some|only|roughly|a|record|more than|less than))*"
    r"[ ]?(?:[a-z]{0,3}[$€£¥=])?[ ]?"
)
BETWEEN = word_set(
    """
    a an of and it is was are were which had has been be representing marking this that both
    respectively , ( –
    """
)
LEVELS = frozenset(["count", "money", "measure"])
NUMBERS = pattern(
    r"(?<![a-z])(?:numbers?|figures?|totals?|both|they|these|those|amounts?"
    r"|(?:this|that|it) (?:is|was|represents|represented|marks|marked|means|meant))(?![a-z])"
)
MOST_REPEATS = 16


def add_links(text: str, low: str, groups: list[list[Draft]]) -> None:
    """Links the figures of the whole text, sentence by sentence."""
    before: list[Draft] = []
    for group in groups:
        quantities = [
            draft for draft in group if draft.low is not None and draft.kind not in ("ordinal",)
        ]
        conversions(text, low, quantities)
        moves(low, quantities)
        changes(low, quantities, before)
        before = quantities
    repeats([draft for group in groups for draft in group])


def link(relation: str, first: Draft, second: Draft) -> None:
    """Links two figures both ways, once."""
    first.link(relation, second.start)
    second.link(relation, first.start)


def conversions(text: str, low: str, group: list[Draft]) -> None:
    """ "14.8 billion yuan (US$2.33 billion)": one fact in two units; the hedge holds for both."""
    for first, second in itertools.pairwise(group):
        if go_on(low, first, second):
            link("conversion", first, second)
        if first.unit == second.unit or second.start - first.end > 60:
            continue
        gap = low[first.end : second.start]
        unit_gap = low[max(first.end, first.noun_end) : second.start]
        same_kind = first.kind == second.kind and first.kind in ("money", "measure")
        if same_kind and (
            (
                (IN_BRACKETS.fullmatch(gap) or IN_BRACKETS.fullmatch(unit_gap))
                and ")" in text[second.end : second.end + 24]
            )
            or EQUIVALENT.fullmatch(gap)
            or gap.strip() == "/"
        ):
            link("conversion", first, second)
            if second.bound is None:
                second.hedge, second.bound = first.hedge, first.bound
            if second.change is None:
                second.change = first.change
        elif first.change and "percent" in (first.kind, second.kind) and OR.fullmatch(unit_gap):
            link("same", first, second)
            second.change = second.change or first.change
        elif is_share(text, low, first, second, unit_gap):
            link("same", first, second)
            if text[second.end : second.end + 1] == ")":
                second.subject = first.unit


def go_on(low: str, first: Draft, second: Draft) -> bool:
    """Whether a second conversion follows in one bracket: "(£17,500; US$22,900)"."""
    if first.kind != second.kind or first.unit == second.unit:
        return False
    if not any(relation == "conversion" for relation, _ in first.links):
        return False
    return (
        low[first.end : second.start] in ("; ", ", ", " / ", "/") and low[first.start - 1] in "(["
    )


def is_share(text: str, low: str, first: Draft, second: Draft, gap: str) -> bool:
    """Whether a percentage says what part a count is: "1,200 jobs, 15 percent of its workforce".

    Or in brackets: "203,091 votes (0.15 percent)".
    """
    if first.kind != "count" or second.kind != "percent" or second.change or not first.unit:
        return False
    if gap in (" (", " (about ", " (or "):
        return text[second.end : second.end + 1] == ")" or low.startswith(" of ", second.end)
    return SHARE_OF.fullmatch(gap) is not None and low.startswith(" of ", second.end)


def moves(low: str, group: list[Draft]) -> None:
    """Links the ends of a move: "fell from 120 in 2019 to 98", "rose to 1,204 from 1,100"."""
    for first, second in itertools.pairwise(group):
        if not same_measure(first, second) or second.start - first.end > 120:
            continue
        gap = low[max(first.end, first.noun_end) : second.start]
        if " to" not in gap and " from" not in gap:
            continue
        ahead = low[max(first.sentence[0], first.start - 40) : first.start].split()
        if "from" in ahead[-4:]:
            linked = TO_END.fullmatch(gap) is not None
        else:
            linked = FROM_END.fullmatch(gap) is not None
        if linked:
            link("to", first, second)


def same_measure(first: Draft, second: Draft) -> bool:
    """Whether two figures can be the ends of one move: one kind, one unit unless left out.

    >>> same_measure(Draft(0, 1, "count", unit="cases"), Draft(2, 3, "count"))
    True
    >>> same_measure(Draft(0, 1, "money", unit="USD"), Draft(2, 3, "money", unit="CNY"))
    False
    """
    if first.kind != second.kind or first.kind not in (*LEVELS, "percent", "duration"):
        return False
    if first.unit is None or second.unit is None or first.unit == second.unit:
        return True
    return first.kind == "count" and first.unit.split(" ")[-1] == second.unit.split(" ")[-1]


def changes(low: str, group: list[Draft], before: list[Draft]) -> None:
    """Links a percentage of change to the level that changed.

    "rose 6.5% to 164p"; "84,600 cases, down 14%"; "262,000 cases and 373,000 suspects, an increase
    of 41.1% and 116.4% respectively"; "The numbers are up 28.5% and 76.7% respectively".
    """
    index = 0
    while index < len(group):
        draft = group[index]
        if draft.kind != "percent" or not draft.change:
            if draft.change and index + 1 < len(group):
                link_level(low, draft, group[index + 1])
            index += 1
            continue
        run = [draft]
        while index + len(run) < len(group):
            following = group[index + len(run)]
            between = low[run[-1].end : following.start].strip()
            if following.kind != "percent" or between not in ("and", ",", ", and"):
                break
            run.append(following)
        link_run(low, group, index, run, before)
        index += len(run)


def link_level(low: str, draft: Draft, following: Draft) -> None:
    """Links "rose 9 points" to the level behind it: "to 2,231"."""
    at = max(draft.end, draft.noun_end)
    if following.kind not in LEVELS or following.start <= at or following.change:
        return
    if TO_LEVEL.fullmatch(low[at : following.start].removeprefix(",")):
        link("change", draft, following)


def link_run(
    low: str, group: list[Draft], index: int, run: list[Draft], before: list[Draft]
) -> None:
    """Links the percentages of one run to as many levels."""
    if len(run) == 1:
        draft = run[0]
        following = group[index + 1] if index + 1 < len(group) else draft
        gap = low[draft.end : following.start]
        if ("same", draft.start) in following.links and index + 2 < len(group):
            gap = low[following.end : group[index + 2].start].removeprefix(",")
            following = group[index + 2]  # "rose 5%, or $3 million, to $63 million"
        if following.kind in LEVELS and TO_LEVEL.fullmatch(gap.removeprefix(",")):
            link("change", draft, following)
            return
        if index and group[index - 1].kind in LEVELS:
            level = group[index - 1]
            at = max(level.end, level.noun_end)
            words = re.findall(r"[a-z-]+|[(;.]", low[at : draft.start]) if at <= draft.start else []
            in_brackets = low[at : draft.start] in (" (", " [") and draft.change
            if in_brackets or (at <= draft.start and draft.start - at < 90 and direct(words)):
                link("change", level, draft)
                return
        if before and len(before) == 1 and before[0].kind in LEVELS and leads_back(low, draft):
            link("change", before[0], draft)
        return
    levels = [draft for draft in group[:index] if draft.kind in LEVELS]
    if len(levels) < len(run) and leads_back(low, run[0]):
        levels = [draft for draft in before if draft.kind in LEVELS]
    if len(levels) >= len(run):
        for level, percent in zip(levels[-len(run) :], run, strict=True):
            link("change", level, percent)


def direct(words: list[str]) -> bool:
    """Whether only words of direction and small words part a level from its change.

    >>> direct(["of", "fraud", "down"]), direct(["and", "arrested", "criminals", "down"])
    (True, False)
    """
    if not any(word in DIRECTION_WORDS for word in words):
        return False
    at = next(i for i, word in enumerate(words) if word in DIRECTION_WORDS)
    head = words[:at]
    if any(word in ("and", "but", "while", ";", "(", ".") for word in head):
        return False
    rest = [word for word in words[at + 1 :] if word not in FILLERS and word not in BETWEEN]
    return len(head) <= 8 and not rest


def leads_back(low: str, draft: Draft) -> bool:
    """Whether the sentence of a change speaks of "the numbers" of the one before."""
    return bool(NUMBERS.search(low, draft.sentence[0], draft.start))


def repeats(drafts: list[Draft]) -> None:
    """Links the same value of the same thing said again to where it was said first."""
    first: dict[tuple[str, Decimal, str], Draft] = {}
    for draft in drafts:
        if draft.value is None or draft.kind not in ("count", "money", "duration", "measure"):
            continue
        if (draft.kind == "count" and draft.value < 20) or draft.unit is None:
            continue
        head = draft.unit.split(" ")[-1].lower() if draft.kind == "count" else draft.unit
        if (
            draft.kind == "count"
            and len(draft.value.as_tuple().digits) - trailing(draft.value) >= 3
        ):
            head = ""  # three significant digits are enough to know it again
        key = (draft.kind, draft.value, head)
        earlier = first.setdefault(key, draft)
        if earlier is not draft and (draft.kind != "duration" or draft.value > 1):
            draft.link("same", earlier.start)
            if len(earlier.links) < MOST_REPEATS:
                earlier.link("same", draft.start)


def trailing(value: Decimal) -> int:
    """How many zeros the digits of a number end in."""
    digits = value.as_tuple().digits
    return len(digits) - len("".join(map(str, digits)).rstrip("0"))
