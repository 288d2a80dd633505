"""The rules for dates, years, clock times, ordinals and scores."""

from decimal import Decimal

from tui.figures.draft import Draft, NoFigure, Site, Verdict
from tui.figures.excluded.citations import VERSE, cited_end, is_book
from tui.figures.grammar.counted_noun import noun_after
from tui.figures.grammar.following_word import next_word, words_in
from tui.figures.grammar.noun_words import is_plural
from tui.figures.kinds.ranks import ranks
from tui.figures.kinds.vague_years import is_around, is_dated_to
from tui.figures.tables import word_set
from tui.patterns import pattern
from tui.text import dates

CLOCK = pattern(
    r"(?:[01]?[0-9]|2[0-4])(?:[:.][0-5][0-9]){0,2}[ \u00a0]?(?:[ap]\.m\.?|[ap]m(?![a-z])"
    r"|o[’']clock)"
    r"|(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?![0-9:])"
    r"|(?:[01][0-9]|2[0-4])[0-5][0-9](?= (?:gmt|utc|hours|hrs|est|edt|bst|cet))"
)
# What a race took, after one of these words; two groups without decimals are of the clock.
RAN = word_set("in of clocked clocking ran running timed swam skated time record best was")
ELAPSED = pattern(r"(?:([0-9]{1,2}):)?([0-5]?[0-9]):([0-5][0-9](?:\.[0-9]{1,3})?)(?![0-9:])")
ERA = pattern(r" (b\.?c\.?(?:e\.?)?|c\.e\.|ce|a\.d\.|ad)(?![a-z])")
ERA_BEGINS = frozenset([" b.", " bc", " c.", " ce", " a.", " ad"])
CLOCK_WORDS = pattern(r" (?:[ap]\.m\.|[ap]m(?![a-z])|o[’']clock)")
CLOCK_BEGINS = word_set("a. am p. pm o' o’ gm ut ho hr es ed bs ce")  # and how those go on
CLOCK_TOKENS = word_set("a am p pm o gmt utc hours hrs est edt bst cet")
PAST_OR_TO = ("st ", "to ")
TIMES_OTHER = ("x", "×", " x ", " × ")
BY_ANOTHER = pattern(r" ?[x×] ?[0-9]")
PAST_THE_HOUR = pattern(r"(?<![a-z])(?:half past|(?:a )?quarter (?:past|to)) $")
SCORE = pattern(r"([0-9]{1,3})[-‑-–]([0-9]{1,3})(?![0-9]|[-‑-–][0-9]|[,.][0-9])")
# How the words of contests begin.
SPORT = (
    "won", "win", "beat", "lost", "lead", "led", "draw", "drew", "tie", "victory", "defeat",
    "score", "record", "against", "vote", "ruling", "ruled", "series", "set", "goal", "season",
    "game", "match", "thrash", "level",
)  # fmt: skip
# Of these nothing else is the first.
UNRANKED = pattern(
    r"second-(?:hand|guess|rate|class)|third-(?:part|rate|hand)|first-(?:class|hand|aid|name|degree)"
    r"|first (?:responders?|aid|names?)(?![a-z])|third part(?:y|ies)(?![a-z])"
)
CENTURY_AFTER = pattern(r"[ -]century(?![a-z])")
LETTERED = "qhy"  # "Q3", "H1 2023", "FY2023"
WEEKDAY_STARTS = frozenset(word[:3] for word in dates.WEEKDAYS)
PLAIN_END = (".", ",", ";", ")", "\n", "")
YEAR_BEFORE = word_set(
    """
    in since by until till of from during early late mid year before after for the fiscal and
    to between through throughout spring summer autumn fall winter circa around fy this every
    ending ended end her his their its our my or season election olympics
    """
)
MOVED_OVER = (
    "% over ", "percent over ", "per cent over ", "point over ", "points over ", "increase over ",
    "gain over ", "rise over ", "growth over ", "improvement over ", "drop over ", "fall over ",
)  # fmt: skip
OF_A_YEAR = word_set(
    """
    levels prices results elections figures standards emissions sales earnings revenues profits
    targets goals forecasts estimates guidelines regulations olympics games riots protests finals
    championships playoffs primaries midterms budgets accounts editions
    """
)
TO_AND = frozenset(["to", "and"])
HEDGED = word_set("over about nearly almost around some roughly approximately than least most")


def date(text: str, low: str, start: int, dated: str | None) -> Draft | None:
    """a date, a month, a quarter, a decade, a year after "in" or "since\""""
    lettered = start > 0 and low[start - 1] in LETTERED
    found = dates.lettered(low, start, dated) if lettered else dates.match(text, low, start, dated)
    if found is None:
        return None
    if not lettered and found.end - found.start == 4 and found.iso.isdigit():
        if not low.endswith((" in ", " since "), 0, start):
            return None
        if low[found.end : found.end + 1] not in PLAIN_END:
            return None
    start = found.start
    if len(found.iso) == 10 and low[start - 5 : start].endswith(("day ", "day, ", "day,\u00a0")):
        start -= len(low[max(0, start - 12) : start].split()[-1]) + 1  # "Friday, January 4"
        if low[start : start + 3] not in WEEKDAY_STARTS or low[start - 1 : start].isalpha():
            start = found.start
    return Draft(start, found.end, "date", date=found.iso)


def era(site: Site) -> Verdict:
    """a year of an era: "664 b.c.e.", "AD 79", "'69" """
    if site.number.style != "digits" or site.end - site.start > 4:
        return None
    begins = site.low[site.end : site.end + 3] in ERA_BEGINS
    match = ERA.match(site.low, site.end) if begins else None
    if match:
        number = int(site.number.value or 0)
        before = match[1].replace(".", "").startswith("b")
        return Draft(
            site.start, match.end(), "date", date=f"-{number - 1:04}" if before else f"{number:04}"
        )
    if (
        site.preceding in "'’‘"
        and site.end - site.start == 2
        and site.before(2) in " \n("
        and site.following in " .,;:)\n"
    ):
        return Draft(site.start, site.end, "date", date=f"XX{site.text[site.start : site.end]}")
    return None


def clock(site: Site) -> Verdict:
    """a time of day, unless it is chapter and verse, a volume or a racing time"""
    low = site.low
    if low[site.start - 3 : site.start] in PAST_OR_TO:
        begin = max(0, site.start - 16)
        may_be = "half " in low[begin : site.start] or "quarter" in low[begin : site.start]
        spoken = PAST_THE_HOUR.search(low, begin, site.start) if may_be else None
        if spoken and site.number.value is not None and site.number.value <= 12:
            return Draft(spoken.start(), site.end, "time")
    if site.number.style == "words":
        if low[site.end : site.end + 2] not in (" a", " p", " o"):
            return None
        match = CLOCK_WORDS.match(low, site.end)
        return Draft(site.start, match.end(), "time") if match else None
    match = CLOCK.match(low, site.start) if may_be_clock(low, site.end) else None
    if match is None or (match.end() < site.end and low[match.end()].isdigit()):
        return None
    if ":" in match[0]:
        if is_book(site.word):
            verse = VERSE.match(low, site.start)
            return NoFigure(verse.end() if verse else match.end())  # "John 3:16"
        cited = cited_end(site) if site.preceding == ";" else 0
        if cited:
            return NoFigure(cited)  # "2019;12:34–36"
        ran = elapsed(site)
        if ran:
            return ran
    if low.startswith(" est", match.end()) and site.text.startswith(" est", match.end()):
        return None  # "2023 est." is an estimate
    return Draft(site.start, match.end(), "time")


def may_be_clock(low: str, end: int) -> bool:
    """Whether what follows a number is that of a time of day; not for nine in ten.

    >>> [may_be_clock(low, 1) for low in ("3:45", "3 pm", "3 o'clock", "3 people", "3.")]
    [True, True, True, False, False]
    """
    sign, behind = low[end : end + 1], low[end + 1 : end + 3]
    if sign in (":", "."):
        return behind[:1].isdigit()
    return behind in CLOCK_BEGINS if sign in (" ", "\u00a0") else sign in ("a", "p", "o")


def elapsed(site: Site) -> Draft | None:
    """A racing time, in seconds: "won in 2:05:10", "clocked 3:41.60".

    >>> from tui.figures.numbers.numerals import read_number
    >>> text = "won in 2:05:10"
    >>> str(elapsed(Site(text, text, read_number(text, text, 7), None)).value)
    '7510'
    """
    ran = ELAPSED.match(site.low, site.start)
    if ran is None or (site.word.lower() not in RAN if ran[1] else "." not in ran[3]):
        return None
    hours, minutes, seconds = (Decimal(part or 0) for part in ran.groups())
    value = (hours * 60 + minutes) * 60 + seconds
    return Draft(site.start, ran.end(), "duration", value, value, value, "second")


def ordinal(site: Site) -> Verdict:
    """an ordinal: digits with st, nd, rd, th or an ordinal word"""
    low, number = site.low, site.number
    if number.style == "ordinal":
        word = low[site.start : site.end]
        if word == "first" and not ranks(site):
            return NoFigure(site.end)
        if opens_name(site) or (
            low[site.end : site.end + 1] in ("-", " ") and UNRANKED.match(low, site.start)
        ):
            return NoFigure(site.end)
        century = CENTURY_AFTER.match(low, site.end)
        if century and number.value is not None and number.value < 30:
            return Draft(site.start, century.end(), "date", date=f"{number.value - 1:02}XX")
        if (
            word == "second"
            and low[site.start - 2 : site.start] == "a "
            and low[site.end : site.end + 1] in " ,."
        ):
            following = noun_after(site.text, low, site.end, one=True)
            if following is None:
                return NoFigure(site.end)
        return Draft(site.start, site.end, "ordinal", number.value, number.value, number.value)
    suffix = low[site.end : site.end + 2]
    if (
        suffix in ("st", "nd", "rd", "th")
        and (suffix != "st" or ends_in_one(number.value))
        and not low[site.end + 2 : site.end + 3].isalpha()
    ):
        return Draft(site.start, site.end + 2, "ordinal", number.value, number.value, number.value)
    return None


def ends_in_one(value: Decimal | None) -> bool:
    """Whether "st" is an ordinal suffix: "21st", not "4st 7lb", which is stones.

    >>> [ends_in_one(Decimal(value)) for value in (1, 21, 11, 4)]
    [True, True, False, False]
    """
    if value is None or value != value.to_integral_value():
        return False
    return int(value) % 10 == 1 and int(value) % 100 != 11


def opens_name(site: Site) -> bool:
    """Whether it and the next word are capitalized within a sentence: "Second World War"."""
    text, start = site.text, site.start
    if not text[start].isupper() or not text[site.end + 1 : site.end + 2].isupper():
        return False
    return site.following == " " and site.preceding == " " and site.before(2).isalpha()


def score(site: Site) -> Verdict:
    """two small numbers against each other: a result"""
    if site.following not in "-–‑" or site.number.style != "digits" or site.preceding.isalpha():
        return None
    match = SCORE.match(site.text, site.start)
    if match is None or site.word in ("p.", "pp.", "pp"):
        return None  # "p. 101–32"
    first, second = int(match[1]), int(match[2])
    following = site.low[match.end() : match.end() + 1]
    if following not in " .,;)\n:" and following:
        return None
    around = site.low[max(0, site.start - 60) : match.end() + 30]
    if first >= second or any(word.startswith(SPORT) for word in words_in(around)):
        if noun_after(site.text, site.low, match.end()) and first < second:
            return None
        return Draft(site.start, match.end(), "score")
    return None


def year(site: Site) -> Verdict:
    """four digits that are a year here"""
    text, low = site.text, site.low
    if site.end - site.start != 4 or site.number.grouped or site.number.style != "digits":
        return None
    value = site.number.value
    if value is None or not 1000 <= value <= 2199 or "." in text[site.start : site.end]:
        return None
    if value < 1500 and not is_early_year(site):
        return None
    if site.preceding in "$€£¥₹" or site.before(2) in "$€£¥₹":
        return None
    if (
        site.following == "-"
        and site.after(1).islower()
        and text[site.end + 2 : site.end + 3].isupper()
    ):
        return NoFigure(site.end)  # "2019-nCoV" is a name
    if low.startswith(TIMES_OTHER, site.end) and BY_ANOTHER.match(low, site.end):
        return None  # "a 1920x1080 screen"
    before = site.word.lower()
    following = next_word(low, site.end)
    of_a_year = following in OF_A_YEAR  # "below 2005 levels"
    hedged = before in HEDGED and not (of_a_year or compares(site) or is_around(site))
    if hedged or (not 1900 <= value <= 2100 and not (dated_by(before) or is_dated_to(site))):
        return None
    if (
        following
        and before not in YEAR_BEFORE
        and is_plural(following)
        and not of_a_year
        and not before.endswith("s")
    ) and not (before and site.word[0].isupper() and (before[-1].isalpha() or before in LAWS)):
        return None
    if following in ("people", "dollars", "miles", "homes", "employees"):
        return None
    return Draft(site.start, site.end, "date", date=text[site.start : site.end])


def is_early_year(site: Site) -> bool:
    """Whether four digits are a medieval year: "in 1086 the town", not "in 1086 homes".

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text):
    ...     return is_early_year(Site(text, text, read_number(text, text, 3), None))
    >>> of("in 1086 the town"), of("in 1086."), of("in 1086 homes"), of("to 1086 the")
    (True, True, False, False)
    """
    if site.word.lower() not in ("in", "since", "until", "circa"):
        return False
    return site.following in ",.;)" or NO_NOUN_AFTER.match(site.low, site.end) is not None


def compares(site: Site) -> bool:
    """Whether "over" compares with a year: "up 4 points over 2005,"."""
    if site.word.lower() != "over" or site.following not in " .,;)\n":
        return False
    return site.low.endswith(MOVED_OVER, 0, site.start)


LAWS = frozenset(["act,", "bill,", "rules,"])
NO_NOUN_AFTER = pattern(r" (?:the|he|she|it|they|a|an|and|to|when|until|by|as|under|was)(?![a-z])")
AFTER_ADDRESS = pattern(r"(?::[0-9]{1,5}|/[0-9]{1,2})(?![0-9])")  # "10.0.0.1:8080"
BORN_OR_SO = frozenset(["born", "died", "b.", "d.", "c.", "ca.", ""])


def dated_by(before: str) -> bool:
    """Whether the word before four digits shows that they are a distant year.

    >>> dated_by("in"), dated_by("(born"), dated_by("is"), dated_by("to")
    (True, True, False, False)
    """
    return before in YEAR_BEFORE - TO_AND or before.lstrip("(") in BORN_OR_SO


def malformed(site: Site) -> Verdict:
    """the digits are grouped wrongly: flagged, without a value"""
    if site.number.style != "malformed":
        return None
    body = site.text[site.start : site.end]
    if "," not in body or len(body) > 24 or body.count(",") > 3:
        port = AFTER_ADDRESS.match(site.text, site.end)
        return NoFigure(port.end() if port else site.end)
    pieces = body.split(",")
    if all(len(piece) <= 2 for piece in pieces):
        return NoFigure(site.end)
    return Draft(site.start, site.end, "malformed")
