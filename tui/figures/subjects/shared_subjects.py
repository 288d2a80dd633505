"""Subjects that a figure has from the one before it: its conversion, its level, its other half."""

from tui.figures.changes.change_levels import is_second_change
from tui.figures.changes.comparison_bases import POINTS
from tui.figures.draft import Draft
from tui.figures.grammar.direction_words import AFTER, COUNTED_TWICE
from tui.figures.grammar.following_word import last_word
from tui.figures.subjects.adjacent_subject import AFTER_DROP, CHANGES, UNITS
from tui.figures.subjects.counted_volume import SAY_NOTHING
from tui.figures.subjects.respective_subjects import rest_of_whole
from tui.figures.tables import word_set
from tui.patterns import pattern

Span = tuple[int, int]

OTHER_CLAUSE = (", as ", ", while ", " while ", ", but ", "; ", ", and the ", ", with ")
# What a figure so linked to the one before it in the sentence is about, that one is about too.
ONE_SUBJECT = ("conversion", "to", "change")
MOVING_ITS = pattern(r", [a-z]+ing (?:its|the|their|his|her) ")
NUMBER_OF = pattern(r"(?<![a-z])numbers? of (?:the |its |these |those )?(?=[^ ])")
AS_BEFORE = pattern(
    r"(?<![a-z])(?:from(?: an?)?(?: [a-z]+ly)?(?: revised| adjusted)?"
    r"|compared (?:to|with)|versus|vs\.?|against|than|(?:and|or|but) of) (?:just |only )?$"
)
COMPARING = word_set("from a an revised adjusted to with versus vs against than of just only")
REACH = 70
MOVED = (", up ", ", down ")
SHARED_BY = pattern(r" (?:for|in|among|at|from) ")
WHICH_IS = (
    "was", "were", "is", "are", "represent", "mark", "equal", "amount", "compare", "translate",
    "work",
)  # fmt: skip
FARTHEST_REACHED = 100
FARTHEST_WHICH = 40  # code points before ", which is"
# "The harvest was 4 tons, accounting for 5% of the world's"
AMOUNTING = frozenset(
    f", {how}"
    for how in (
        "accounting for", "representing", "making up", "equivalent to", "equal to", "comprising",
        "equating to", "corresponding to",
    )
)  # fmt: skip
LEADING_TO = (", ranging from", "the total to", "the tally to")
# "rose 3% in May, reaching a record $90"
REACHED = (
    "reaching", "hitting", "topping", "touching", "surpassing", "posting", "recording",
    "registering",
)  # fmt: skip
REACHING = pattern(
    rf", (?:{'|'.join(REACHED)})"
    r"(?: (?:an?|the|record|new|all-time|high|low|level|peak|of))*$"
)
OF_THOSE = (" of those", " of them", " of these", " of whom", " of which")
SIDES = (" wide and", " long and", " high and", " tall and", " deep and", " wide,", " long,")


def linked_subject(before: Draft, draft: Draft) -> bool:
    """Gives a figure the subject of the one before it if a link says that both tell of it.

    >>> rye, euros = Draft(0, 2, "money"), Draft(4, 6, "money")
    >>> rye.subject, euros.links = "rye", (("conversion", 0),)
    >>> linked_subject(rye, euros), euros.subject
    (True, 'rye')
    """
    if not any((relation, before.start) in draft.links for relation in ONE_SUBJECT):
        return False
    vague = draft.kind == "percent" and before.subject in SAY_NOTHING
    if ("conversion", before.start) in draft.links or (before.subject and not vague):
        take_subject(before, draft)
        return True
    return False


def has_subject_of(low: str, before: Draft, draft: Draft) -> bool:
    """Sets the subject of a figure that is about the same as the one before it, and tells so."""
    points = before.unit in POINTS and draft.kind == "percent"  # "up 4 points but down from 52%"
    if (
        (before.unit == draft.unit or draft.kind == "money" == before.kind or points)
        and compares(low, max(before.end, draft.start - 40), draft.hedge_start or draft.start)
        and not other_clause(low, before.end, draft.start)
    ) or (draft.kind == "percent" and is_about_the_same(low, before, draft)):
        draft.subject = before.subject  # "2% of it, compared to 7% in Spain"
        return True
    if draft.unit in POINTS and before.kind == "percent" and low.endswith(MOVED, 0, draft.start):
        draft.subject = before.subject  # "45% trust the mayor, up four points"
        return True
    if is_counted(draft) or not led_to(low, before, draft):
        return False
    take_subject(before, draft)
    return True


def compares(low: str, start: int, end: int) -> bool:
    """Whether the words before a figure at `end` compare it with the one before them.

    >>> [compares(text, 0, len(text)) for text in ("5, compared to ", "5, up from a ", "5 and ")]
    [True, True, False]
    """
    last = last_word(low[start:end].rstrip(" ."))
    may_be = last in COMPARING or last.endswith("ly")
    return may_be and AS_BEFORE.search(low, start, end) is not None


def take_subject(before: Draft, draft: Draft) -> None:
    """Gives a figure the subject of the one before it, and the noun if "the number of" it tells."""
    draft.subject = name = before.subject
    if name and draft.kind == "count" and draft.unit is None:
        draft.unit = numbered_noun(name, name.lower(), (0, len(name)))


def is_about_the_same(low: str, before: Draft, draft: Draft) -> bool:
    """Whether a share or change is told of the same as the one before it."""
    return is_second_change(low, before, draft) or rest_of_whole(low, before, draft)


def is_counted(draft: Draft) -> bool:
    """Whether the figure counts the noun after it."""
    return draft.kind == "count" and bool(draft.unit and draft.noun_end)


def other_clause(low: str, start: int, end: int) -> bool:
    """Whether another clause begins between two figures: "rose 5%, as oats fell from 6%".

    >>> [other_clause(text, 0, 18) for text in (", as oats sank to", " of it, compared")]
    [True, False]
    >>> other_clause(", lifting its value from", 0, 24)
    True
    """
    between = low[start:end]
    if any(map(between.__contains__, OTHER_CLAUSE)):
        return True
    return "ing " in between and MOVING_ITS.search(between) is not None


def numbered_noun(text: str, low: str, span: Span) -> str | None:
    """What is counted, if its number is the subject: "The number of casualties rose to 35".

    >>> text = "number of new cases"
    >>> numbered_noun(text, text, (0, 19)), numbered_noun(text, text, (10, 19))
    ('new cases', None)
    """
    number = NUMBER_OF.search(low, *span) if low.find("number", *span) >= 0 else None
    return " ".join(text[number.end() : span[1]].split()) if number else None


def led_to(low: str, before: Draft, draft: Draft) -> bool:
    """Whether a figure is the level that the one before it leads to, or a rewording of it.

    "A rise of 2 points in the margin to 64%", "60% of its value, or more than €30 billion".
    """
    between = low[before.end : draft.hedge_start or draft.start].rstrip(" $€£¥")
    if between in ("", " and", ",") and before.kind == draft.kind == "duration":
        return True  # "1 hour 59 minutes"
    if low.startswith(OF_THOSE, draft.end) and before.subject is not None:
        return True
    if before.kind != "count" and before.subject and goes_on_reaching(between):
        return True
    if len(between) > REACH:
        return False
    again = between.endswith(", or") and before.kind != draft.kind and draft.kind in UNITS
    if low.startswith(" of ", draft.end):  # "$2 million, or 5% of sales", "$2 million, 5% of sales"
        ahead = low[max(before.end, before.noun_end) : draft.hedge_start or draft.start].rstrip()
        if draft.kind == "percent" and ahead in AMOUNTING:
            return True
        return before.kind == "money" and (again or (ahead == "," and draft.kind == "percent"))
    moved = before.change or before.kind == draft.kind  # not "by the limit of 5% to $19"
    if (
        before.subject
        and moved
        and (between == " to" or (between.endswith(", at") and before.change))
    ):
        return True  # "cut the rate by 2 points to 4%", "was down 3%, at $412"
    if between == " and" and before.unit == draft.unit and draft.kind == "money":
        return not low.startswith((" in ", " for ", " worth "), draft.end)
    if between.endswith(SIDES) and before.kind == draft.kind:
        return True  # "90 miles wide and 175 miles long"
    if again:
        return True
    if between.endswith(LEADING_TO) or goes_on_to_say(between):
        return True
    if between in (" or even", " or") and before.kind == draft.kind and before.subject:
        return True  # "1.5 degrees or even 2 degrees"
    both_based = before.versus and draft.versus and between.endswith(" and")
    if (both_based or between in COUNTED_TWICE) and before.kind == draft.kind:
        return True
    if before.kind == draft.kind and between.endswith((",", " and")):
        shared = SHARED_BY.match(low, draft.end)
        if shared and low.startswith(shared[0], before.end):
            return True  # "5% in Spain and 6% in Malta"
    change = AFTER_DROP.match(between)
    return bool(change and between.endswith(" to") and change[1] in (AFTER.keys() | CHANGES))


def goes_on_reaching(between: str) -> bool:
    """Whether the words between two figures end with what is reached: ", topping a record".

    >>> goes_on_reaching(" in may, reaching a record"), goes_on_reaching(" and reached")
    (True, False)
    """
    if len(between) > FARTHEST_REACHED or not any(map(between.__contains__, REACHED)):
        return False
    return REACHING.search(between) is not None


def goes_on_to_say(between: str) -> bool:
    """Whether the words between two figures tell what the first one is: ", which is 5%".

    >>> goes_on_to_say(" of it, which was"), goes_on_to_say(", a lot, which was")
    (True, False)
    """
    ahead, _, behind = between.partition(", which ")
    if not behind.startswith(WHICH_IS) or len(ahead) > FARTHEST_WHICH:
        return False
    return "," not in ahead and ";" not in ahead
