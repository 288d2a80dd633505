"""The year or week of a date that does not state it, as the tense of its sentence tells.

"Rose 5% in December", in a page of September, is of the year before; "will meet on Friday" is the
Friday to come.
"""

from tui.figures.draft import Draft
from tui.figures.grammar.following_word import words_in
from tui.figures.tables import word_set, words
from tui.figures.times.relative_times import earlier
from tui.patterns import pattern
from tui.text.dates import MONTHS, WEEKDAYS, back_from

Span = tuple[int, int]

# "Will open in December", but "rose 5% in December" in a page of September.
TO_COME = word_set(
    """
    will would could may might shall next expect expects expected plan plans planned due scheduled
    forecast forecasts until upcoming ahead coming aims hopes set anticipated anticipates
    intends intended likely proposed
    """
)
DAYS_TO_COME = TO_COME - {"until"} | {"be", "announced", "called"}
IN_A_MONTH = (["in"], ["since"], ["during"], ["from"], ["its"], ["their"])
ON_A_DAY = (["on"], ["by"], ["since"], ["from"], ["as"], ["early"], ["late"])
IS_PAST = word_set("was were had rose fell grew sold won lost took made came went saw hit")
UNTIL = (["until"], ["till"])
GOES_ON = word_set(
    "will is are has have planned scheduled expected remain remains continue continues runs"
)
LEAST_AHEAD = 4  # months: a day nearer than that may be one to come
# "Will be held on Friday", "from tomorrow into Friday"
COMING = (
    " will ",
    " shall ",
    " scheduled ",
    " due ",
    " to be ",
    " tomorrow ",
    " is to ",
    " are to ",
)
# Of a weekday these tell so, too; of a month they may tell what was to come then.
COMING_DAYS = (
    *COMING, " was to ", " were to ", " set to ", " forecast to ", " expected to ",
    " projected to ", " planned to ",
)  # fmt: skip
# "His term was to end in August"
WAS_TO = pattern(r"(?<![a-z])(?:is|are|was|were) (?:set |supposed )?to (?!be )[a-z]")
BEFORE_A_TIME = word_set("on by for from in into until through before this be early late mid")
# "Announced it would meet on Monday": but not on a day so far back, or at a time that is told.
SAYING = word_set(
    "said says announced told declared confirmed agreed stated promised tweeted warned decided"
)
PROPOSING = SAYING | word_set("act bill plan legislation proposed proposal budget law deal")
# Between "would" and its day: "said it would meet on Friday", not "after 12 men had met on Friday".
OTHER_VERB = word_set(
    """
    after before when who which and that according as while later statement because since having
    """
)
TOLD_THEN = word_set("was were had yesterday last ago earlier previously then when previous") | {
    *WEEKDAYS,
    *MONTHS,
}
NEAR = 90  # code points
SAID_BEFORE = 160
YEAR = pattern(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


def settle(low: str, draft: Draft, sentence: Span, dated: str) -> None:
    """Sets the date that the tense tells; `dated` is the document's own date.

    >>> def of(text, date, iso, dated="2021-09-15"):
    ...     at = text.index(date)
    ...     draft = Draft(at, at + len(date), "date", date=iso)
    ...     settle(text, draft, (0, len(text)), dated)
    ...     return draft.date
    >>> of("it sold 5 boats in december", "december", "2021-12")
    '2020-12'
    >>> of("they will meet on friday", "friday", "2021-09-10")
    '2021-09-17'
    """
    date = draft.date or ""
    if date[:7] > dated[:7]:
        if is_over(low, draft, sentence) or is_day_over(low, draft, sentence, dated):
            draft.date = earlier(date, "year") or date
    elif len(date) == 10:
        if low[draft.start : draft.end] in WEEKDAYS and date < dated:
            told = says_would(low, draft, sentence, SAYING)
            draft.date = (
                back_from(date, -7, "day") if told else coming(low, draft, sentence)
            ) or date
        elif (
            date[:4] not in low[draft.start : draft.end]
            and months_ahead(dated, date) > 1
            and will_be(low, draft, sentence)
        ):
            draft.date = f"{int(date[:4]) + 1}{date[4:]}"
    elif len(date) == 7 and low[draft.end - 1].isalpha() and date < dated[:7]:
        far = months_ahead(dated, date) >= LEAST_AHEAD
        if will_be(low, draft, sentence) or (
            far and (goes_on(low, draft, sentence) or says_would(low, draft, sentence, PROPOSING))
        ):
            draft.date = f"{int(date[:4]) + 1}{date[4:]}"


def is_over(low: str, date: Draft, sentence: Span) -> bool:
    """Whether a month without a year that is still to come is spoken of in the past.

    >>> december = Draft(19, 27, "date", date="2021-12")
    >>> [
    ...     is_over(text, december, (0, len(text)))
    ...     for text in ("it sold 5 boats in december", "it hopes to sell in december")
    ... ]
    [True, False]
    >>> is_over("his term was to end in december", Draft(23, 31, "date", date="2021-12"), (0, 31))
    False
    >>> is_over("by december, it was sold", Draft(3, 11, "date", date="2021-12"), (0, 24))
    True
    """
    iso = date.date or ""
    if len(iso) != 7 or not (iso[:4] + iso[5:]).isdigit() or low[date.end - 1].isdigit():
        return False
    before = low[max(sentence[0], date.start - 12) : date.start].split()[-1:]
    opens = before == ["by"] and low[date.end : date.end + 1] == ","
    if before not in IN_A_MONTH and not opens:
        return False  # "a bid for October elections"
    return spoken_in_past(low, date, sentence, TO_COME)


def is_day_over(low: str, date: Draft, sentence: Span, dated: str) -> bool:
    """Whether a day without a year, months ahead, is spoken of in the past.

    >>> day = Draft(18, 25, "date", date="2021-03-08")
    >>> is_day_over("they were shut on march 8", day, (0, 25), "2020-10-18")
    True
    >>> is_day_over("it will be sold on march 8", day, (0, 25), "2020-10-18")
    False
    """
    iso = date.date or ""
    if len(iso) != 10 or iso[:4] in low[date.start : date.end]:
        return False
    before = low[max(sentence[0], date.start - 12) : date.start].split()[-1:]
    if months_ahead(iso, dated) < LEAST_AHEAD or before not in ON_A_DAY:
        return False
    return spoken_in_past(low, date, sentence, DAYS_TO_COME)


def months_ahead(iso: str, other: str) -> int:
    """How many months a date is ahead of another; 0 if that is not known.

    >>> months_ahead("2021-03", "2020-10-18"), months_ahead("XXXX-03", "2020-10")
    (5, 0)
    """
    parts = iso[:4], iso[5:7], other[:4], other[5:7]
    if not all(map(str.isdigit, parts)):
        return 0
    year, month, other_year, other_month = map(int, parts)
    return (year - other_year) * 12 + month - other_month


def spoken_in_past(low: str, date: Draft, sentence: Span, to_come: frozenset[str]) -> bool:
    """Whether the words around a date have a verb of the past and none of what is to come."""
    words = low[max(sentence[0], date.start - 120) : min(sentence[1], date.end + 80)].split()
    if not to_come.isdisjoint(words):
        return False
    if WAS_TO.search(low, max(sentence[0], date.start - NEAR), date.start):
        return False
    return any(word in IS_PAST or word.endswith("ed") for word in words)


def goes_on(low: str, date: Draft, sentence: Span) -> bool:
    """Whether something lasts until a month without a year: that is not over.

    >>> date = Draft(25, 33, "date", date="2018-12")
    >>> goes_on("it will be sold until the december", date, (0, 33))
    False
    >>> goes_on("shows are planned until december", Draft(24, 32, "date"), (0, 32))
    True
    """
    if low[max(sentence[0], date.start - 8) : date.start].split()[-1:] not in UNTIL:
        return False
    words = low[max(sentence[0], date.start - 120) : date.start].split()
    return IS_PAST.isdisjoint(words) and not GOES_ON.isdisjoint(words)


def coming(low: str, date: Draft, sentence: Span) -> str | None:
    """The next such weekday, if the words before it say that it is to come.

    >>> day = Draft(26, 32, "date", date="2021-09-10")
    >>> coming("the vote will be held on  friday", day, (0, 32))
    '2021-09-17'
    >>> coming("he said they will, it was  friday", day, (0, 32))
    """
    if not will_be(low, date, sentence, COMING_DAYS):
        return None
    return back_from(date.date or "", -7, "day")


def says_would(low: str, date: Draft, sentence: Span, saying: frozenset[str] | None = None) -> bool:
    """Whether something would be at a date, as somebody said (with a word of `saying`) at a time
    that is not told.

    >>> def of(text, date):
    ...     at = text.index(date)
    ...     return says_would(text, Draft(at, at + len(date), "date"), (0, len(text)), SAYING)
    >>> of("he said it would open on friday", "friday")
    True
    >>> of("in may he said it would open on friday", "friday")
    False
    >>> of("he said it would have met on friday", "friday")
    False
    """
    near = low[max(sentence[0], date.start - SAID_BEFORE) : date.start]
    at = near.rfind(" would ")
    if at < 0 or near.startswith(" would have ", at):
        return False
    begin = max(near.rfind(mark, 0, at) for mark in (" but ", "; "))
    said = words_in(near[begin + 1 : at])
    if not TOLD_THEN.isdisjoint(said) or YEAR.search(near, begin + 1, at):
        return False
    told = saying is None or not saying.isdisjoint(said)
    if not OTHER_VERB.isdisjoint(words_in(near[at:])):
        return False
    return told and will_be(low, date, sentence, (" would ",))


def could_act(word: str) -> bool:
    """Whether a word after "due to" can be a verb: "due to meet", not "due to a fall"."""
    return word == "be" or word in words()["verb"] or word in words()["either"]


def will_be(low: str, date: Draft, sentence: Span, telling: tuple[str, ...] = COMING) -> bool:
    """Whether the clause before a date says that what it tells of is to come.

    >>> date = Draft(31, 34, "date")
    >>> will_be("the fares will be raised from  may", date, (0, 34))
    True
    >>> will_be("they will see: it rose before  may", date, (0, 34))
    False
    """
    near = low[max(sentence[0], date.start - NEAR) : date.start]
    clause = " " + near[max(near.rfind(","), near.rfind(";"), near.rfind(":")) + 1 :]
    at = max(map(clause.rfind, telling))
    if at < 0:
        return False
    _, *ahead = clause[at:].split()  # without "was" of "was to"
    if not ahead:
        return False  # "it is due Friday"
    last = ahead.pop()
    if clause.startswith(" due to ", at) and ahead[1:] and not could_act(ahead[1]):
        return False  # "due to a landslide on Friday"
    return last in BEFORE_A_TIME and IS_PAST.isdisjoint(ahead)
