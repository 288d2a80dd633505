"""Implicit people: counts of persons without a noun, as in "killing seven", "38,000 homeless"."""

from tui.figures.draft import Draft
from tui.figures.grammar.direction_words import FILLERS
from tui.figures.grammar.following_word import next_word
from tui.figures.tables import word_set

HARMING = word_set(
    """
    kill kills killed killing injure injures injured injuring wound wounds wounded wounding hurt
    hurting infect infected infecting arrest arrests arrested arresting detained detaining rescued
    drowning
    """
)
HARMED = word_set(
    """
    dead deceased killed injured wounded missing hurt hospitalised hospitalized arrested died
    dying infected recovered rescued evacuated homeless unaccounted die dies jailed stabbed
    stranded displaced trapped drowned detained deported kidnapped abducted executed drown
    charged convicted indicted sentenced freed vaccinated hanged
    """
)
# What only people do: "Thousands march", "some 300 fled".
DOING = word_set(
    """
    march marched gather gathered protest protested flee fled dwell live lived attended rally
    rallied mourn mourned queue queued celebrated demonstrated voted chanted marched knelt prayed
    emigrated
    """
)
PERSONS = word_set(
    "people men women children girls boys civilians soldiers police students teenagers"
)
VESSELS = word_set("board aircraft plane flight bus train ship ferry helicopter boat jet airliner")
CROWDS = (["crowd", "of"], ["audience", "of"], ["attended", "by"], ["watched", "by"])
TURNING_UP = (" showed up", " turned up", " turned out", " show up", " turn up", " turn out")
MAY_BE_PEOPLE = frozenset([", i", " on", " we", " ar", " is", " wa"])
# What may be before that, in this order: "12 others were feared dead".
OTHERS = frozenset(["other", "others", "more"])
BEEN = ("been",)
THEY_ARE = word_set("was were are is have had has remain remained")
HOW = word_set(
    """
    seriously critically badly severely slightly fatally feared confirmed presumed reported
    reportedly believed
    """
)
# "Two were found dead"
TO_BE_DEAD = frozenset(["shot", "found", "pronounced", "declared"])
BEFORE_HARMED = {"of", *TO_BE_DEAD, *OTHERS, *THEY_ARE, *BEEN, *HOW}


def of_people(low: str, words: list[str], draft: Draft) -> bool:
    """Whether a bare number counts people: "killing seven", "12 dead", "14 have recovered".

    >>> from decimal import Decimal
    >>> def of(text, start, end):
    ...     draft = Draft(start, end, "count", low=Decimal(7), high=Decimal(7))
    ...     return of_people(text, text[:start].split(), draft)
    >>> of("some 7 fled.", 5, 6), of("the 7 fell.", 4, 5)
    (True, False)
    >>> of("killing at least 7.", 17, 18), of("it left 7 dead", 8, 9), of("it fell 7.", 8, 9)
    (True, True, False)
    """
    if draft.low is None or draft.low != draft.low.to_integral_value():
        return False
    if are_harmed(low, draft.end) or next_word(low, draft.end) in DOING:
        return True
    if words[-2:] in CROWDS or low.startswith(TURNING_UP, draft.end):
        return True
    if low[draft.end : draft.end + 3] in MAY_BE_PEOPLE and are_people(low, draft.end):
        return True
    before = [word for word in words[-4:] if word not in FILLERS and word not in ("at", "up", "to")]
    return before[-1:] != [] and before[-1].strip(",") in HARMING and words[-1] not in ("to", "by")


def are_people(low: str, at: int) -> bool:
    """Whether what follows a number that ends at `at` shows that it counts people.

    >>> [are_people(text, 1) for text in ("9, including 2 children, died", "9 on the plane died")]
    [True, True]
    >>> [are_people(text, 1) for text in ("9 were aboard", "9, including 2 hens", "9 on the list")]
    [True, False, False]
    """
    if low.startswith(", including ", at):
        return not PERSONS.isdisjoint(low[at : at + 44].replace(",", "").split()[2:5])
    word = next_word(low, at)
    if word == "on":
        place = low[at + 4 : at + 30].removeprefix("the ").partition(" ")[0]
        return place.strip(".,;") in VESSELS
    if word not in THEY_ARE:
        return False
    return low.startswith((" aboard", " on board"), at + 1 + len(word))


def are_harmed(low: str, at: int) -> bool:
    """Whether something happened to those whose number ends at `at`: "2, of whom one died".

    >>> [are_harmed(text, 1) for text in ("3 others were feared dead", "3, were hurt", "3 fell")]
    [True, True, False]
    >>> are_harmed("3 were reported injured", 1), are_harmed("3 were found dead", 1)
    (True, True)
    """
    word = next_word(low, at)
    if word in ("who", "aboard") or (word == "on" and next_word(low, at + 3) == "board"):
        return True
    if word not in BEFORE_HARMED and low[at : at + 1] != ",":
        return word in HARMED  # most
    if word in OTHERS:
        at += 1 + len(word)
    begin = at + low.startswith(",", at)
    if low.startswith(" of whom", begin):
        at = begin + len(" of whom")
    elif next_word(low, begin) in THEY_ARE:
        at = begin + 1 + len(next_word(low, begin))
    for some in (BEEN, HOW):
        word = next_word(low, at)
        if word in some:
            at += 1 + len(word)
    word = next_word(low, at)
    return word in HARMED or (word in TO_BE_DEAD and next_word(low, at + 1 + len(word)) == "dead")
