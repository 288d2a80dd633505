"""Who is fined, sentenced or paid, or died: "the owner, Ann Lee, 55, was fined £5,000"."""

from tui.figures.grammar.counted_noun import noun_after
from tui.figures.grammar.noun_phrases import first_noun
from tui.figures.grammar.phrase_words import DETERMINERS
from tui.figures.grammar.phrases_before import is_object, last_noun, with_head
from tui.patterns import pattern

Span = tuple[int, int]

ENDINGS = (" fined", " for", " to", " pay", " awarded", " granted", " paid", " handed")
DONE_TO = pattern(
    r",? (?:ha[sd] been|have been|was|were|is|are|be|being)(?: [a-z]+ly)?"
    r" (?:fined|(?:jailed|imprisoned|banned|suspended|locked up) for|sentenced to|awarded|granted"
    r"|(?:ordered|told|made) to (?:re)?pay|paid|handed)(?: an?)?$"
    r"| (?:(?:jailed|imprisoned) for|sentenced to)(?: an?)?$"
)
DIED = pattern(
    r", (?:has )?(?:died|dies|passed away|was killed)(?: [^,;]{1,36})?,?"
    r" (?:aged|at(?: the)?(?: age)?(?: of)?) $"
)
# "Edward "Ned" Roe": what follows the first name.
NICKNAME = pattern(r" [\"“(][A-Z][^\"”()]{1,20}[\"”)](?: [A-Z][\w’-]+){1,3}")
HAS_DIED = pattern(r"(?<![a-z])(?:(death of )|dies(?![a-z])|died(?![a-z]))")
DEATH_REACH = 400  # code points before the age in which a death is told
GIVING = frozenset(["fined", "fines", "paid", "pays", "awarded", "awards", "owes", "owed", "lent"])
REACH = 48  # code points of those words


def done_to(text: str, low: str, floor: int, end: int) -> Span | None:
    """Who gets the amount that stands at `end`; the sentence starts at `floor`.

    >>> def of(text):
    ...     span = done_to(text, text.lower(), 0, len(text))
    ...     return span and text[slice(*span)]
    >>> of("The owner of the mill was fined"), of("His wife, Ann Lee, 55, was ordered to pay")
    ('owner of the mill', 'wife')
    >>> of("They were fined"), of("The owner waited for")
    (None, None)
    """
    if not low.endswith(ENDINGS, floor, end):
        return None  # most
    verb = DONE_TO.search(low, max(floor, end - REACH), end)
    if verb is None:
        return None
    if verb[0][0] == ",":  # after an aside
        found = first_noun(text, low, floor, verb.start())
        return found if found and found[0] < found[1] else None
    near = last_noun(text, low, max(floor, verb.start() - 50), verb.start())
    if near is None or is_object(low, floor, near[0]):
        return None
    if low.find(" who ", floor, near[0]) >= 0:  # "the clerk who stole the money was"
        found = first_noun(text, low, floor, near[0])
        return found if found and found[0] < found[1] else None
    return with_head(text, low, floor, near)


def given_to_whom(text: str, low: str, floor: int, end: int) -> Span | None:
    """Who gets the amount that stands at `end` from somebody: "the court fined the firm".

    >>> text = "the court fined the firm"
    >>> text[slice(*given_to_whom(text, text, 0, 24))]
    'firm'
    """
    near = last_noun(text, low, max(floor, end - 40), end)
    if near is None:
        return None
    ahead = low[max(floor, near[0] - 24) : near[0]].split()
    if ahead and ahead[-1] in DETERMINERS:
        ahead.pop()
    return near if ahead and ahead[-1] in GIVING else None


def who_died(text: str, low: str, start: int, figure: int) -> Span | None:
    """The person who died at an age, told before an aside: "Ann Lee, the keeper, died at 90".

    >>> text = "Ann Lee, keeper of the light, died in May aged 90"
    >>> text[slice(*who_died(text, text.lower(), 0, 47))]
    'Ann Lee'
    >>> text = 'Edward "Ned" Roe, the writer, died on Monday at age 90'
    >>> text[slice(*who_died(text, text.lower(), 0, 52))]
    'Edward "Ned" Roe'
    """
    died = DIED.search(low, max(start, figure - 60), figure)
    found = first_noun(text, low, start, died.start()) if died else None
    if not found or found[0] == found[1]:
        return None
    quoted = text.startswith((' "', " “", " ("), found[1])
    nickname = NICKNAME.match(text, found[1]) if quoted else None
    return found[0], nickname.end() if nickname else found[1]


def whose_death(text: str, low: str, start: int) -> Span | None:
    """Whose age "he was 90" tells in a sentence that starts at `start`, if a death was told before.

    >>> def of(text):
    ...     span = whose_death(text, text.lower(), len(text))
    ...     return span and text[slice(*span)]
    >>> of("On Monday, Ann Lee, the keeper, died in Bonn. "), of("It told the death of Tom Roe. ")
    ('Ann Lee', 'Tom Roe')
    >>> of("Ann Lee told of it. "), of("His death was told by Tom Roe. ")
    (None, None)
    """
    begin = max(0, start - DEATH_REACH)
    tellings = list(HAS_DIED.finditer(low, begin, start))
    if not tellings:
        return None
    told = tellings[-1]
    if told[1]:
        found = noun_after(text, low, told.end() - 1, one=True)
        return found if found and any(map(str.isupper, text[slice(*found)])) else None
    opens = max(low.rfind(". ", 0, told.start()), low.rfind("\n", 0, told.start()))
    found = first_noun(text, low, opens + 1, told.start())
    if found is None or is_object(low, opens + 1, found[0]):
        return None  # "In the United States, where he died"
    if not low.startswith((",", " (", " died", " dies", " has"), found[1]):
        return None  # "United States writer, host and philanthropist Ann Lee, who died"
    return found if any(map(str.isupper, text[slice(*found)])) else None
