"""Labels before figures: "Homes destroyed: at least 1,700", "Deaths – 412 (up from 390)".

A label is what stands before a colon or a dash in a line of its own, in a list, or in brackets; it
says what is measured, like the heading of a column. Prose before a colon has a verb. Nothing here
is a pattern: to compile one takes longer than all the labels of a text.
"""

from tui.figures.draft import Draft
from tui.figures.grammar.acting_verbs import FINITE
from tui.figures.grammar.noun_words import is_plural
from tui.figures.grammar.phrase_words import AUXILIARIES, PRONOUNS
from tui.figures.layout.table_headings import Unit, take_unit, unit_of
from tui.figures.sentence.implicit_people import HARMED
from tui.figures.subjects.counted_volume import VOLUMES
from tui.figures.tables import word_set, words
from tui.text.dates import MONTHS

MARKS = ":–—-："
# What is two places before a figure with a label: the mark, or the emphasis of "**Deaths:** 87".
LABEL_SIGNS = frozenset(MARKS + "*_")
AROUND = " \t\u00a0*_"  # between the mark and the number
LONGEST = 80  # code points
MOST_WORDS = 10
LEAST_LETTERS = 3
LONGEST_UNIT = 10  # code points in small letters, with the bracket
APART = ",;(."
# After the figure of a label the line, the item or the bracket ends.
CLOSING = ("\n", "\r", ".\n", " \n", " (", " –", " —", " |", " /", ",", ";", ")", "|", "*")
# Labels in the plural whose figures count nothing: amounts, results, codes.
NO_COUNTS = word_set(
    """
    profits earnings revenues costs losses savings prices wages assets liabilities funds proceeds
    taxes results numbers figures totals references contents details notes pages sections terms
    news series times hours days weeks months years dimensions means sums
    """
)
DONE = ("ed", "won", "lost", "sold", "held", "built", "found", "taken")
PROSE = (". ", "? ", "! ", "“", "”", '"', ", and ", ", but ", ", who ", ", which ")
# "EBITDA: $5m (2020: $4m)": the label only says when; what is measured is the same.
TIMES = MONTHS.keys() | word_set(
    """
    q1 q2 q3 q4 h1 h2 fy first second third fourth quarter half year month week period day previous
    prior last same corresponding ago earlier before a an the of in as at end weekend season
    """
)


def take_label(text: str, draft: Draft, before: Draft | None) -> bool:
    """Sets subject and unit from the label that a figure stands behind; True if there is one.

    `before` is the previous figure: brackets behind it, and a label that only says when, tell of
    the same.

    >>> draft = Draft(17, 22, "count")
    >>> take_label("Homes destroyed: 1,700", draft, None), draft.subject
    (True, 'Homes destroyed')
    >>> draft = Draft(15, 18, "count")
    >>> take_label("Area (sq km) – 1.2", draft, None), draft.subject, draft.unit
    (True, 'Area', 'square kilometre')
    """
    at = draft.hedge_start or draft.start
    if text[at - 1 : at] == "(":
        if before is None or not before.labelled or not goes_on(text, before.end, at):
            return False
        said = before.subject or ""
    else:
        label = label_of(text, draft)
        if label is None:
            return False
        if is_time(label):
            if before is None or not before.subject:
                return False
            label = before.subject
        said, unit = without_unit(label)
        if unit:
            take_unit(draft, unit)
    draft.subject, draft.labelled = said, True
    if draft.unit is None and draft.kind == "count" and draft.scale == 1:
        draft.unit = counted_by(said)
        base = draft.compared
        if base is not None and base.unit is None:
            base.unit = draft.unit  # "Deaths: 412 (up from 390)"
    return True


def counted_by(label: str) -> str | None:
    """What a bare number counts by its label, which names it in the plural.

    >>> counted_by("Deaths"), counted_by("Homes destroyed"), counted_by("Number of new cases")
    ('Deaths', 'Homes', 'new cases')
    >>> counted_by("Dead"), counted_by("Soldiers killed"), counted_by("Seats won")
    ('people', 'Soldiers', 'Seats')
    >>> counted_by("Population"), counted_by("Sales"), counted_by("Times of trains")
    (None, None, None)
    """
    lead, of, rest = label.partition(" of ")
    if of:
        label = rest if lead.lower().endswith("number") else ""
    nouns = label.split(" ")
    if nouns[-1].lower() in HARMED:
        nouns = nouns[:-1] or ["people"]
    while nouns and nouns[-1].lower().endswith(DONE):
        nouns.pop()
    last = nouns[-1].lower() if nouns else ""
    known = is_plural(last) and last not in VOLUMES and last not in NO_COUNTS
    return " ".join(nouns) if known else None


def goes_on(text: str, start: int, end: int) -> bool:
    """Whether a line with a label goes on between two figures: "Homes: 40 lost, 350 damaged".

    >>> goes_on(" lost, 350", 0, 7), goes_on(" lost. In 1950", 0, 10), goes_on("\\n350", 0, 1)
    (True, False, False)
    """
    return text.find("\n", start, end) < 0 and text.find(". ", start, end) < 0


def label_of(text: str, draft: Draft) -> str | None:
    """The label that a figure stands behind, without bullets and article; or None.

    >>> def of(text, figure):
    ...     at = text.index(figure)
    ...     return label_of(text, Draft(at, at + len(figure), "count"))
    >>> of("Homes destroyed: 1,700", "1,700"), of("- Deaths – 412 (up from 390)", "412")
    ('Homes destroyed', 'Deaths')
    >>> of("Dead: 12, missing: 3", "3"), of("Cases: six (rate: 1.9%)", "1.9%")
    ('missing', 'rate')
    >>> of("He was clear: 5% is too much", "5%"), of("It gave a choice: 5%", "5%")
    (None, None)
    """
    at = draft.hedge_start or draft.start
    floor = max(0, at - 5)
    mark = floor + len(text[floor:at].rstrip(AROUND)) - 1
    if mark < LEAST_LETTERS or text[mark] not in MARKS or mark + 1 >= at:
        return None
    end = max(draft.end, draft.noun_end)
    if not text.startswith(CLOSING, end) and text[end : end + 2].strip(" ."):
        return None
    begin = label_start(text, mark)
    if begin is None:
        return None
    while begin < mark and not text[begin].isalnum():
        begin += 1
    said = text[begin:mark].rstrip(AROUND)
    for article in ("the ", "an ", "a "):
        if said[: len(article)].lower() == article:
            said = said[len(article) :]
    return said if is_time(said) or is_label(said) else None


def label_start(text: str, mark: int) -> int | None:
    """Where the label that ends at `mark` begins: with its line, or behind what parts a list.

    >>> label_start("Dead: 12, missing: 3", 17), label_start("a\\n• Dead: 3", 8)
    (9, 2)
    >>> label_start("At 5: 12 dead: 3", 13), label_start("Of all – hens – 3", 14)
    (None, None)
    """
    colon = text[mark] in ":："
    floor = max(0, mark - LONGEST)
    begin = text.rfind("\n", floor, mark) + 1
    whole = begin > 0 or floor == 0  # else the line is longer than any label
    begin = max(begin, floor)
    opened = text.rfind("(", begin, mark)
    if opened >= 0 and text.find(")", opened, mark) < 0:
        return opened + 1 if colon else None
    other = text.rfind(":", begin, mark)
    if whole and other < 0:
        return begin if colon or " – " not in text[begin:mark].lstrip(" –") else None
    parted = max(text.rfind(sign, max(begin, other), mark) for sign in APART)
    return parted + 1 if colon and parted > other >= 0 else None


def is_label(said: str) -> bool:
    """Whether words are a label, not the beginning of a sentence.

    >>> [is_label(said) for said in ("People killed", "Order backlog at period end", "IQ")]
    [True, True, False]
    >>> [is_label(said) for said in ("Police gave the toll", "It is known", "12")]
    [False, False, False]
    """
    if sum(map(str.isalpha, said)) < LEAST_LETTERS or any(map(said.__contains__, PROSE)):
        return False
    first, *others = said.lower().split()
    if len(others) >= MOST_WORDS or first in PRONOUNS or not AUXILIARIES.isdisjoint(others):
        return False
    verbs = words()["verb"]
    return not any(word in FINITE or word in verbs for word in others[:-1])


def is_time(said: str) -> bool:
    """Whether a label only says when: "Q3 2020", "previous week".

    >>> is_time("Q3 2020"), is_time("previous week"), is_time("May sales"), is_time("")
    (True, True, False, False)
    """
    parts = said.lower().replace(",", "").split()
    return parts != [] and all(word in TIMES or word.isdigit() for word in parts)


def without_unit(label: str) -> tuple[str, Unit | None]:
    """A label without the brackets or the year at its end, and the unit that they contain.

    >>> without_unit("Deaths (as of 5 May)"), without_unit("Revenue, 2021")
    (('Deaths', None), ('Revenue', None))
    """
    said, _, last = label.rpartition(", ")
    if said and last.isdigit():
        return said, None
    said, _, last = label.rpartition(" (")
    if not said or last[-1] != ")":
        return label, None
    names_a_unit = len(last) <= LONGEST_UNIT or not last.islower()
    return said, unit_of(last[:-1]) if names_a_unit else None
