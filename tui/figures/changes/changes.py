"""Changes in a sentence: the direction of each figure, and what it is compared to."""

from tui.figures.changes.change_direction import by_sign, direction
from tui.figures.changes.comparison_bases import (
    add_base,
    add_basis,
    level,
    set_base,
)
from tui.figures.changes.comparison_words import basis_of_all, words_after
from tui.figures.draft import Draft
from tui.figures.grammar.direction_words import COUNTED_TWICE
from tui.figures.grammar.noun_words import STOP
from tui.figures.tables import words
from tui.patterns import pattern

REACH = 120  # code points between two figures that one verb can govern
AGAIN = (" (", " or ")
OVER_AND = pattern(
    r"(?:(?:over|in|during|since) (?:the )?[a-z0-9]+(?: [a-z0-9]+)?"
    r"|(?:last|this) (?:year|month|week|quarter)),? and"
)
SHARED_BY = pattern(r"(?:for|in|among|at|from) (?=[^,;]{2,40} and$)")
AND_TO = pattern(r"(?: (?:in|during|for) [a-z ]{2,20})?,? and (?P<by>by )?$")


def add_changes(
    text: str, low: str, figures: list[Draft], sentence: tuple[int, int], moves: bool = True
) -> None:
    """Sets `change` and `versus` of the figures of one sentence; `moves`: it has one of
    `MOVE_WORDS`.

    >>> text = "cases, an increase of 41.1% and 116.4% year-on-year"
    >>> drafts = [Draft(22, 27, "percent"), Draft(32, 38, "percent")]
    >>> add_changes(text, text, drafts, (0, len(text)))
    >>> [(draft.change, draft.versus) for draft in drafts]
    [('up', 'year-on-year'), ('up', 'year-on-year')]
    """
    together: list[tuple[Draft, Draft]] = []  # two percentages of which one verb tells
    moved: str | None = None
    previous = head = None  # `head`: what `previous` says again in brackets or after "or"
    for at, draft in enumerate(figures):
        draft.change = direction(text, low, draft, sentence[0]) if moves else by_sign(low, draft)
        if draft.kind == "duration" and previous is not None and previous.kind != "duration":
            continue  # "up 6% in the 12 months to June, from 5%"
        if draft.kind == "percent" or draft.change or draft.unit == "times":
            moved = moved or draft.change
            stop = figures[at + 1].start if at + 1 < len(figures) else sentence[1]
            add_basis(text, low, draft, sentence[1], stop)
        if previous is not None:
            if draft.start - previous.end < REACH:
                end = previous.end if previous.end > previous.noun_end else previous.noun_end
                add_base(low, text, previous, end, draft, sentence[1])
                if head is not None and previous.versus is None:
                    add_base(low, text, head, end, draft, sentence[1])
                before = figures[at - 2] if at > 1 else None
                led = moves or moved
                if led and share_verb(text, low, (before, previous, draft), sentence[1]):
                    together.append((previous, draft))
            again = low.endswith(AGAIN, previous.end, draft.start)
            if head is not None and low[previous.end : draft.start] == "; ":
                again = True  # "(£4m; €3m)"
            head = (head or previous) if again else None
        previous = draft
    opening = basis_of_all(low, sentence) if moved else None
    if opening is not None:
        for draft in figures:
            if draft.change and draft.versus is None:
                set_base(text, draft, *opening)
    if together:
        share_bases(together)


def share_verb(
    text: str, low: str, run: tuple[Draft | None, Draft, Draft], sentence_end: int
) -> bool:
    """Whether the last two figures of a list share a verb; then sets what they have from it."""
    before, previous, draft = run
    if of_one_verb(low, previous, draft):
        previous.change = previous.change or draft.change
        draft.change = draft.change or previous.change
        return True
    if before and draft.change is None and goes_on(low, before, previous, draft):
        draft.change = before.change
    elif previous.change and previous.versus is None and level(low, draft):
        found = words_after(low, draft, sentence_end, sentence_end)
        if found:  # "rose 5% to 35 billion from the year before"
            set_base(text, previous, *found)
    return False


def share_bases(together: list[tuple[Draft, Draft]]) -> None:
    """Sets one base for all figures of a list that share a verb."""
    for first, second in together:
        if second.versus is None:
            second.versus, second.base = first.versus, first.base
    for first, second in reversed(together):
        if first.versus is None:
            first.versus, first.base = second.versus, second.base


def of_one_verb(low: str, first: Draft, second: Draft) -> bool:
    """Whether direction and base are stated once for both: "up 3%, theft 4% and fraud 5%"."""
    if not first.kind == second.kind == "percent":
        return False
    between = low[first.end : second.start].strip()
    if first.change is None:
        return between == "and" and second.change is not None  # "a 5% and 6% decline"
    if between in ("and", ",", ", and", "or", ", or"):
        return True
    if first.end <= first.base[0] < second.start and second.change is None:
        return low[first.base[1] : second.start] == " and "  # "by 5% over May and 6% over April"
    if second.change is None and between.endswith("and") and OVER_AND.fullmatch(between):
        return True  # "rose 6% over the past year, and 57% over five years"
    if second.change is None and between.endswith(" and"):
        if f" {between}" in COUNTED_TWICE:
            return True
        shared = SHARED_BY.match(between)
        if shared and low.startswith(f" {shared[0]}", second.end):
            return True  # "fell 2.7% for houses and 3.7% for flats"
    return second.change in (None, first.change) and (
        between.endswith("and by") or ellipsis(between)
    )


def goes_on(low: str, first: Draft, level: Draft, second: Draft) -> bool:
    """Whether one verb covers two changes: "rose 2% to 90 in March and 1% to 95 in May"."""
    if not first.change or not first.kind == second.kind == "percent" or level.change:
        return False
    at, to = max(level.end, level.noun_end), second.hedge_start or second.start
    joined = AND_TO.match(low, at, to)
    return joined is not None and (joined["by"] is not None or low.startswith(" to ", second.end))


def ellipsis(between: str) -> bool:
    """Whether the verb is omitted: "lost 1%, the Dow 0.9% and the Nasdaq 1.3%".

    >>> ellipsis(", the dow"), ellipsis(", that of the nasdaq"), ellipsis("after it said")
    (True, True, False)
    """
    rest = between.lstrip(",;").removesuffix(" by").strip().removeprefix("and ").split()
    if rest[:2] == ["that", "of"]:
        rest = rest[2:]  # "output of rye rose 5%, that of oats 3%"
    if not between.startswith((",", ";", "and ")) or not 0 < len(rest) <= 4:
        return False
    verbs = words()["verb"]
    return all(word.isalpha() and word not in verbs and word not in STOP for word in rest[1:])
