"""Dates that are not a figure's period: when it was reported, or is to be delivered."""

from tui.figures.grammar.following_word import LETTERS, last_word, next_word, words_in
from tui.figures.tables import word_set
from tui.patterns import pattern

# "announced on", "said in a statement on": what a day, or any other date, is told of.
REPORTED = word_set(
    """
    said says announced announce told reported reports conference according statement interview
    published tweeted wrote released notice news updated speaking speech meeting posted confirmed
    revealed stated
    """
)
PUBLISHED = word_set("said says told published wrote tweeted statement interview speech article")
# "Said 12 men were arrested on": the day belongs to that verb. "Said it was on".
DONE = word_set(
    "was were had died killed rose fell left struck hit occurred happened began arrived escaped"
)
REPORT_REACH = 40  # code points between such a word and the date
THAT = (" that ",)
ITS_OWN = (" that ", " its ", " their ")  # "said its first-quarter loss"
# "Officials on Monday said", "Thursday's data showed"
SAID = frozenset(["said", "told", "reported", "announced", "showed", "confirmed"])
# "On Monday, the police said that"
THEY_SAID = pattern(r", (?:(?:[a-z'-]|’{1})+ ){1,4}(?:said|told|announced) (?:that )?")
ITS_DATA = pattern(r"[’']s (?:data|figures|numbers|report|statement)(?= )")
# "Friday's announcement sent shares lower"
NEWS = pattern(r"[’']s (?:[a-z]+ )?(?:announcement|decision|news|ruling|verdict|vote)(?![a-z])")
TRADED = word_set("crude oil gold silver copper wheat corn soybeans brent wti futures")
# "Oil for August delivery": what is traded then, not the time of its price.
CONTRACT = word_set("delivery contract contracts futures settlement expiry dated")
# "The toll of Saturday's earthquake": it goes on after that.
BEFORE_EVENT = (" from ", " of ", " after ", " since ", " following ", " by ")
EVENT = pattern(
    r"[’']s (?:[a-z-]+ ){0,2}?(?:earthquake|quake|tremor|attack|bombing|blast|explosion|crash|fire"
    r"|shooting|storm|floods?|landslides?|disaster|accident)(?![a-z])"
)
# "The quake that struck on 5 May has killed 412": the toll is that of now.
STILL = (" has ", " have ")
THAT_BEGAN = tuple(
    f"{that} {began} "
    for that in ("that", "which")
    for began in ("began", "started", "struck", "hit", "erupted", "broke out", "swept")
)
# "a dividend payable on May 9", "the report dated May 9": not the time that it is of.
TO_BE_PAID = (
    " payable on ", " paid on ", " due on ", " payable in ", " due in ", " class of ", " dated ",
)  # fmt: skip


def is_other_day(low: str, to: int, iso: str, before: str) -> bool:
    """Whether a date only says when something was reported, or will be delivered."""
    day = len(iso) == 10
    if is_told(before, day) or before.endswith(TO_BE_PAID):
        return True
    after = low[to : to + 1]
    owns = day and after in ("’", "'") and low[to + 1 : to + 2] == "s"
    if owns and before.endswith(BEFORE_EVENT) and EVENT.match(low, to):
        return True
    if after == " " and low.startswith(STILL, to) and goes_on_since(before, day):
        return True
    if before.endswith(" for ") and last_word(before[: -len(" for ")]) in TRADED:
        return True  # "crude for November ended down"
    if owns and NEWS.match(low, to):
        return True
    if day and tells_of_report(low, to, owns):
        return True
    delivered = LETTERS.match(low, to + 1) if after in ("", " ", "-") else None
    return delivered is not None and delivered[0] in CONTRACT


def tells_of_report(low: str, to: int, owns: bool) -> bool:
    """Whether somebody said something on the day that ends at `to`, or its data did if it `owns`.

    >>> tells_of_report("on monday, the mill said that", 9, False)
    True
    >>> tells_of_report("monday's data showed", 6, True), tells_of_report("on monday 5", 9, False)
    (True, False)
    """
    data = ITS_DATA.match(low, to) if owns else None
    behind = data.end() if data else to
    after = low[behind : behind + 1]
    if after == ",":
        return THEY_SAID.match(low, behind) is not None
    if after != " ":
        return False
    if low.startswith(" and ", behind):
        behind += len(" and")  # "met on Saturday and said"
    return next_word(low, behind) in SAID


def goes_on_since(before: str, day: bool) -> bool:
    """Whether a time before "has" only says when it began: the perfect takes no time of the past.

    >>> goes_on_since("the fire on ", True), goes_on_since("a war that began in ", False)
    (True, True)
    >>> goes_on_since("thefts reported in ", False)
    False
    """
    if day:
        return before.endswith(" on ")
    return before.endswith((" in ", " in early ", " in late ")) and any(
        map(before.__contains__, THAT_BEGAN)
    )


def is_told(before: str, day: bool) -> bool:
    """Whether the words before a date only tell of a report.

    >>> is_told("officials said late on ", True), is_told("it said that in ", True)
    (True, False)
    >>> is_told("it announced in ", False), is_told("with 5 confirmed dead on ", True)
    (False, False)
    >>> is_told("police said at least 71 men were arrested on ", True)
    False
    """
    verbs = REPORTED if day else PUBLISHED
    if verbs.isdisjoint(words_in(before)):
        return False  # most
    for parted in (",", ";", ".", *(THAT if day else ITS_OWN)):
        before = before.rpartition(parted)[2]
    return any(
        word[0] in verbs
        and len(before) - word.end() <= REPORT_REACH
        and not (word[0] == "confirmed" and before.startswith(" dead", word.end()))
        and (not day or DONE.isdisjoint(words_in(before[word.end() :])))
        for word in LETTERS.finditer(before)
    )
