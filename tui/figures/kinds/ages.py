"""The rule for ages without a unit: "aged 18", "Maddon, 66, has", "who was 10"."""

from tui.figures.draft import Site, Verdict
from tui.figures.grammar.following_word import ends_before
from tui.figures.grammar.hedge_words import SYMBOL_HEDGES
from tui.figures.grammar.noun_words import is_person
from tui.figures.grammar.phrase_words import FAMILY
from tui.figures.kinds.quantities import quantity
from tui.figures.tables import word_set
from tui.patterns import pattern

AGED = frozenset(["aged", "age", "ages"])
LOOSE = word_set("about around just only nearly over under above below between")
AND_OVER = pattern(
    r"-(?:and|or)-(?:over|under|older|younger|up)(?![a-z])"
)  # "the 85-and-over group"
PEOPLE = word_set(
    "who people individuals adults women men patients residents workers seniors voters children"
)
PEOPLE_WHO = PEOPLE | frozenset(["those", "anyone", "kids", "girls", "boys", "everyone"])
OLDER = frozenset(["over", "under", "above", "below"])
AFTER_AGE = word_set(
    "and or are is were was can must may should will have has who in to with from living at for"
    " pay get need vote do did cannot could would"
)
DYING = word_set("dies died dead dying retire retires retired retiring")
HUMAN_AGE = (1, 110)
ADULT = 16
DEATH = pattern(r"(?<![a-z])(?:died|dies|death|dead)(?![a-z])")
DEATH_REACH = 400  # code points before the age in which a death is told
WAS = frozenset(["is", "was", "am", "been", "turned", "turns"])
I_AM = frozenset(["i'm", "i’m", "he's", "he’s", "she's", "she’s"])
AGE_FROM = pattern(r"(?:(?:in|by) age|(?<![a-z])aged?|ages rang(?:ed|ing)) from $")
ARTICLES = frozenset(["the", "a", "an", "another", "his", "her", "their", "my"])
# What a person who is named by an age does: "At 77, Ruth became the oldest".
PERSON_NEXT = pattern(
    r", (?:he|she|I|[A-Z][a-z]+ (?:is|was|has|had|[a-z]{2,}(?:ed|me|ew))"
    r"|(?:[A-Z][a-z]+ ){2,3}(?:became|retired|died|won|joined|married|moved|took|began|entered))"
    r"(?![a-z])"
)
NOW_AGED = pattern(r"[A-Z][a-z]+(?:,| \() ?now $")  # "Ann Lee, now 66, said"
AND_ANOTHER = pattern(r" and [0-9]{1,2},(?! ?[0-9])")  # "Tom Lee and Jo May, 40 and 49, met"
AGE_BEFORE = pattern(r", [0-9]{1,2} and $")
PERSONS = frozenset(["who", "he", "she", "i"])
AGE_ENDS = pattern(
    r"[.,;]?(?:[ \u00a0\n]*$|[.,;] |\n| (?:and|when|at|but|while|as|in|on|now|years)(?![a-z]))"
)


# What is before or after every age that no unit shows.
LEADS = {"now", "from"} | AGED | LOOSE | WAS | I_AM | {"at", "of", *SYMBOL_HEDGES}
FOLLOWS = frozenset(",.)-")
WORD_FOLLOWS = frozenset([" an", " or", " yo", " y/"])
AND_OR = (" and ", " or ")
# "People 18 and older", "for those 65 or over"
OR_OLDER = pattern(r" (?:and|or) (?:(older|younger)|over|under|up|above|below)(?![a-z])(?! the)")


def age(site: Site) -> Verdict:
    """ "aged 18", "the age of 21", and a number between commas after a name"""
    before = site.word.lower().lstrip("(")
    follows = site.following in FOLLOWS or site.low[site.end : site.end + 3] in WORD_FOLLOWS
    if not follows and before not in LEADS:
        return None  # most numbers
    number = site.number
    if number.scale > 1 or number.value is None or number.style == "part":
        return None
    if before in SYMBOL_HEDGES:
        before = site.word_before(site.start - 2).lower()  # "aged ≥ 70"
    spaced = site.following == " "
    or_so = spaced and site.low.startswith(AND_OR, site.end)
    older = OR_OLDER.match(site.low, site.end) if or_so else None
    if older and (older[1] or before in PEOPLE or before in AGED or before == "those"):
        return quantity(site, "duration", "year of age", site.start, site.end, spoken=False)
    joined = site.following == "-" and site.low.startswith(("-and-", "-or-"), site.end)
    if joined and AND_OVER.match(site.low, site.end):
        return quantity(site, "duration", "year of age", site.start, site.end, spoken=False)
    if before == "now" and NOW_AGED.search(site.text, max(0, site.start - 24), site.start):
        adult = 15 < number.value <= HUMAN_AGE[1] and site.following in ",)"
        return quantity(site, "duration", "year of age", site.start, site.end) if adult else None
    if before == "at" and site.word == "At" and at_an_age(site):
        return quantity(site, "duration", "year of age", site.start, site.end, spoken=False)
    if before == "of":
        before = site.word_before(site.start - 3).lower()
        if before not in AGED:
            return None
    elif before in LOOSE or before == "at":
        ahead = site.word_before(site.start - len(before) - 1).lower()
        known = ahead in (AGED if before in LOOSE else DYING) or people_are(site, ahead)
        if not (known or (before in LOOSE and (who_are(site, ahead) or about_so_old(site, ahead)))):
            return None
    elif before == "from":
        if not AGE_FROM.search(site.low, max(0, site.start - 24), site.start):
            return None
    elif before not in AGED:
        known = between_commas(site) or (
            spaced and site.low.startswith((" yo ", " y/o "), site.end)
        )
        if not known and not ((before in WAS or before in I_AM) and was_aged(site)):
            return None
    return quantity(site, "duration", "year of age", site.start, site.end, spoken=False)


def at_an_age(site: Site) -> bool:
    """ "At 77, he became": a sentence opens with an age and goes on with a person.

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text):
    ...     return at_an_age(Site(text, text.lower(), read_number(text, text.lower(), 3), None))
    >>> of("At 77, she left"), of("At 77, Ruth retired"), of("At 77, the index")
    (True, True, False)
    """
    value = site.number.value
    if site.number.style == "part" or value is None or not 5 <= value <= HUMAN_AGE[1]:
        return False
    aside = site.text.startswith(", ", site.end)
    return aside and PERSON_NEXT.match(site.text, site.end) is not None


def people_are(site: Site, verb: str) -> bool:
    """ "individuals who are over 80.": people as the subject, and nothing after the number."""
    if verb not in ("are", "were") or not AGE_ENDS.match(site.low, site.end):
        return False
    ahead = site.low[max(0, site.start - 40) : site.start].split()
    return bool(PEOPLE.intersection(ahead[-4:]))


def who_are(site: Site, ahead: str) -> bool:
    """ "Children under 5 pay half", "those over 60": people by their age, and no noun after it.

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text):
    ...     at = next(i for i, sign in enumerate(text) if sign.isdigit())
    ...     site = Site(text, text, read_number(text, text, at), None)
    ...     return who_are(site, site.word_before(at - 1 - len(site.word)))
    >>> of("those over 60, too"), of("children under 5 are free"), of("people over 60 miles off")
    (True, True, False)
    """
    value = site.number.value
    if ahead not in PEOPLE_WHO or site.word.lower() not in OLDER:
        return False
    if value is None or site.number.style == "part" or not 1 < value <= HUMAN_AGE[1]:
        return False
    return ends_before(site.low, site.end, ".,;)", AFTER_AGE)


def about_so_old(site: Site, ahead: str) -> bool:
    """ "When she was about 57": a loose age of a person.

    >>> from tui.figures.numbers.numerals import read_number
    >>> text = "when she was about 57."
    >>> about_so_old(Site(text, text, read_number(text, text, 19), None), "was")
    True
    """
    value = site.number.value
    if ahead not in WAS or value is None or not 1 < value <= HUMAN_AGE[1]:
        return False
    if not AGE_ENDS.match(site.low, site.end):
        return False
    *_, who, _, _ = ["", "", "", *site.low[max(0, site.start - 30) : site.start].split()]
    return who in PERSONS


def was_aged(site: Site) -> bool:
    """A bare number after "to be" with a person: "who was 10.", "she is 34 and", "I'm 26 now".

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text):
    ...     at = text.index("26")
    ...     return was_aged(Site(text, text, read_number(text, text, at), None))
    >>> of("i am 26 now"), of("i'm 26."), of("the sum was 26."), of("i am 26 miles")
    (True, True, False, False)
    >>> of("he would have been 26."), of("it would have been 26.")
    (True, False)
    """
    value = site.number.value
    if value is None or value > HUMAN_AGE[1] or not AGE_ENDS.match(site.low, site.end):
        return False
    words = site.low[max(0, site.start - 24) : site.start].split()
    if words[-1] == "turned" or words[-1] in I_AM:
        return True
    if words[-1] == "been":  # "he would have been 80 in May"
        return words[-3:-1] == ["would", "have"] and words[-4:-3] != [] and words[-4] in PERSONS
    if len(words) > 1 and (words[-2] in PERSONS or words[-2][-1] == ","):
        return True
    return value >= ADULT and tells_of_a_death(site)


def tells_of_a_death(site: Site) -> bool:
    """Whether a name is before "was", and a death was told: "died on Monday. ... Lee was 85."

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text):
    ...     at = text.index("85")
    ...     return tells_of_a_death(Site(text, text.lower(), read_number(text, text, at), None))
    >>> of("Ann Lee died in Bonn. Lee was 85."), of("The index was 85."), of("Dow was 85.")
    (True, False, False)
    """
    name = site.word_before(site.start - 1 - len(site.word))
    if site.word != "was" or not name[:1].isupper():
        return False
    return DEATH.search(site.low, max(0, site.start - DEATH_REACH), site.start) is not None


def between_commas(site: Site) -> bool:
    """Whether the number follows a name or a person, between commas: "Maddon, 66, has", "two women,
    31 and 29, were"."""
    if site.number.style != "digits":
        return False
    if site.following not in ",.)" and not (
        site.low.startswith(" and ", site.end) and AND_ANOTHER.match(site.low, site.end)
    ):
        return False
    if site.after(1).isdigit():
        return False
    text, start = site.text, site.start
    first = AGE_BEFORE.search(text, max(0, start - 9), start) if site.word == "and" else None
    if first:
        start = first.start() + 2
    if text[start - 2 : start] not in (", ", " ("):
        return False
    if text[start - 1] == "(" and site.following != ")":
        return False
    value = site.number.value
    if value is None or not HUMAN_AGE[0] <= value <= HUMAN_AGE[1] or site.end - start > 3:
        return False
    words = text[max(0, start - 40) : start - 2].split()
    if words and is_person(words[-1]) and (first or AND_ANOTHER.match(site.low, site.end)):
        return value >= ADULT and (first is None or site.following == ",")
    if (
        len(words) > 1
        and words[-2].lower() in ARTICLES
        and words[-1].isalpha()
        and site.following == ","
    ):
        return value > 15
    if (
        not words
        or not words[-1][0].isupper()
        or not words[-1][-1].isalpha()
        or words[-1].isupper()
    ):
        return False
    if text[start - 1] == "(" and not 16 <= value < 100:
        return False
    if words[-2:-1] and words[-2].rstrip(",").lower() in FAMILY:
        return True  # "their daughter, Ann, 10, and"
    return len(words) == 1 or words[-2][0].isupper() or words[-2][-1] in ".!?:"
