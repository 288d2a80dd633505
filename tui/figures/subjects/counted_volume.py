"""The volume that a count tells: "sales reached 92,000 units" is about sales."""

from tui.figures.draft import Draft
from tui.figures.grammar.phrases_before import last_noun
from tui.figures.subjects.clause_subject import left_subject
from tui.figures.tables import word_set

Span = tuple[int, int]

# Nouns of what is counted in something else: "deliveries rose to 35,000 vans".
VOLUMES = word_set(
    """
    sales shipments deliveries output production exports imports orders registrations installations
    capacity volume volumes turnover consumption purchases bookings ridership attendance membership
    circulation workforce headcount payroll payrolls population inventory inventories fleet toll
    tally rate pace enrolment enrollment throughput traffic footfall base
    """
)
#: Nouns that do not say what is counted.
SAY_NOTHING = frozenset(["units", "unit", "tokens", "pieces", "sets"])
# What stands before the count that a volume is, or that it moved by.
BEFORE_LEVEL = word_set(
    """
    to at by of from between reached reach reaches reaching hit hits hitting totalled totaled
    totalling totaling total totals was were is are exceeded exceeds exceed exceeding surpassed
    topped topping averaged averaging stood amounted numbered for around
    """
)
REACH = 160  # code points before a figure in which its subject stands


def counted_volume(
    text: str, low: str, draft: Draft, floor: int, last: Draft | None
) -> Span | None:
    """What a count measures, if its sentence, which starts at `floor`, names a volume before it.

    >>> def of(text, start, end):
    ...     draft = Draft(start, end, "count", unit=text[end + 1 :], noun_end=len(text))
    ...     span = counted_volume(text, text, draft, 0, None)
    ...     return span and text[slice(*span)]
    >>> of("output of the mill rose to 900 sacks", 27, 30), of("oak beds came to 90 units", 17, 19)
    ('output of the mill', 'oak beds')
    >>> of("sales staff spoke to 90 men", 21, 23), of("the mill sold 90 units", 14, 16)
    (None, None)
    """
    begin = draft.hedge_start or draft.start
    near = begin - 14 if begin - 14 > floor else floor
    if low[near:begin].rstrip().rpartition(" ")[2] not in BEFORE_LEVEL:
        return None  # most
    opens = max(floor, begin - REACH)
    if draft.value == 1:
        return None  # "sales at one of the mills"
    vague, named = draft.unit in SAY_NOTHING, not VOLUMES.isdisjoint(low[opens:begin].split())
    if not (vague or named):
        return None  # most of the rest
    if not low.endswith(" of ", 0, begin):
        found = left_subject(text, low, draft, (floor, draft.end), last)
    elif vague and named:
        found = last_noun(text, low, opens, begin - len(" of "))
    else:
        return None  # "an enrolment of 300 pupils"
    if found is None or found[0] == found[1] or "-o" in low[slice(*found)]:
        return None  # "rose 5% year-over-year, totalling 90 units"
    head = low[slice(*found)].partition(" of ")[0].rpartition(" ")[2]
    return found if head in VOLUMES or not named else None
