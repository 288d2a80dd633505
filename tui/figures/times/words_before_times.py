"""What the words before a time make of it: since then, until then, a time of something else."""

from tui.figures.grammar.following_word import last_word, words_in
from tui.figures.tables import word_set
from tui.patterns import pattern

# Words between a preposition and its date: "since the beginning of", "by the end of", "in early".
BETWEEN = word_set("the start beginning end of early late mid fiscal this past")
PREPOSITIONS = word_set(
    """
    in on during of for at over within since from until till by through throughout between after
    before around about above below year spring summer autumn winter ended ending and to early
    late mid
    """
)
RELATIVE_CLAUSE = pattern(
    r"(?<![a-z])(?:which|who|whose|whom|where|(?<!said )(?<!says )(?<!shows )(?<!showed )that)"
    r"(?![a-z])"
)
# With one of these, or a word in -ed, a clause after a comma begins that tells more of something.
DONE = word_set("built born made held set sold bought won begun written")
SAYING = frozenset(["said", "says", "told", "announced", "reported", "noted", "added", "showed"])
AS_OF = pattern(r"(?<![a-z])as (?:of|at|on) (?:the end of )?$")
# "Two days after the May 3 vote": not on that day.
APART = pattern(
    r"(?:day|week|month|year|hour|minute)s? (?:before|after|from|since)(?: the| its)? $"
)
APART_BY = frozenset(["before", "after", "from", "since"])
UP_TO = pattern(r"(?<![a-z])up to (?:the end of )?$")  # but "compared to 2019"
SUPERLATIVES = word_set(
    """
    first only most least worst best record high low highest lowest largest biggest smallest fewest
    slowest fastest steepest sharpest strongest weakest deadliest hottest coldest wettest driest
    warmest busiest longest shortest tightest greatest poorest
    """
)
# "Earlier this week, it announced: “412 hens are”": when it was said.
SPEECH = (': "', ": “", ": '", ": ‘")
TOLD = ("announce", "said", "stat", "wrote", "told", "tweet", "report", "declar", "add", "post")
# "The firm, which was founded in 1990"
BEGUN = pattern(
    r"(?:(?:was|were) (?:founded|established|built|launched|created|formed|born|set up)"
    r"|began|started)(?: by [a-z ]{2,24})? in $"
)

# "For breach of an order from": the time of the order.
OF_ANOTHER = pattern(
    r" (?:an?|the|its|their|his|her) (?:[a-z'’-]+ ){0,3}(?:order|letter|ruling|report|settlement"
    r"|agreement|contract|deal|case|law|decision|judgment|rule)s? from $"
)
# "Faster than the record set in May": the time of the record.
SET_THEN = frozenset(["that", "which", "who", "whose"])


def is_superlative(clause: str) -> bool:
    """Whether something is the most, or the first, of its kind in a clause.

    >>> is_superlative("the highest"), is_superlative("higher")
    (True, False)
    """
    return not SUPERLATIVES.isdisjoint(words_in(clause))


def is_apart(before: str) -> bool:
    """Whether a time is not meant, but one so long before or after it.

    >>> is_apart("two days after the "), is_apart("the days of the ")
    (True, False)
    """
    ends = last_word(before.removesuffix(" the ").removesuffix(" its ").rstrip(" ")) in APART_BY
    return ends and APART.search(before[-30:]) is not None


def is_relative(clause: str) -> bool:
    """Whether the words before a time attach it to something else: "which was built in".

    >>> is_relative("the mill that burnt in "), is_relative("what they sold in ")
    (True, False)
    >>> is_relative("he said at the conference that in ")
    False
    """
    if clause[:1] == " ":
        word, blank, _ = clause[1:].partition(" ")
        past = len(word) > 2 and word.endswith("ed") and word.isalpha() and word.isascii()
        if blank and (past or word in DONE):
            return True
    may_be = "wh" in clause or "that" in clause
    found = RELATIVE_CLAUSE.search(clause) if may_be else None
    if found and found[0] == "that" and not SAYING.isdisjoint(clause[: found.start()].split()[-5:]):
        return False
    return found is not None


def is_begun(clause: str) -> bool:
    """Whether the words before a time say that something began then: "was founded in"."""
    if not clause.endswith(" in "):
        return False
    may_be = "was " in clause or "were " in clause or "began" in clause or "started" in clause
    return may_be and BEGUN.search(clause) is not None


def is_up_to(before: str) -> bool:
    """Whether an interval ends at a date: "up to the end of May"."""
    return "up to" in before and UP_TO.search(before) is not None


def is_as_of(before: str) -> bool:
    """Whether a date is the date of a state: "as of the end of May"."""
    may_be = "as of" in before or "as at" in before or "as on" in before
    return may_be and AS_OF.search(before) is not None


def preposition(before: str) -> str:
    """The preposition before a date: "since" of "since the beginning of".

    >>> [preposition(told) for told in ("since the beginning of ", "in early ", "up to ", "")]
    ['since', 'in', 'to', '']
    """
    words = before.removesuffix("the year ").split()  # "by the year 2050"
    while len(words) > 1 and words[-1] in BETWEEN:
        if words[-1] in ("of", "mid", "early", "late") and words[-2] not in BETWEEN | PREPOSITIONS:
            break
        words.pop()
    return words[-1] if words else ""


def is_of_another(between: str) -> bool:
    """Whether a time is of what is named before "from": "a fine for breach of an order from".

    >>> is_of_another(" for breach of an order from "), is_of_another(" letters from ")
    (True, False)
    """
    return between.endswith(" from ") and OF_ANOTHER.search(between) is not None


def is_of_compared(between: str) -> bool:
    """Whether a time is of what a figure is compared with: "faster than the record set in".

    >>> is_of_compared(" faster than the record set in "), is_of_compared(" hotter than usual in ")
    (True, False)
    """
    what = between.partition(" than ")[2].split()
    if not between.partition(" than ")[0].strip().endswith(("er", "more", "less")):
        return False
    return any(
        word in SET_THEN or word in DONE or (word.endswith("ed") and at > 0)
        for at, word in enumerate(what)
    )


def in_bracket(low: str, floor: int, start: int, between: str) -> bool:
    """Whether a time stands in brackets that end before a figure, `between` the two.

    Not if it is all that they contain: "the summer (May to August 1992) was 5 degrees warm".

    >>> in_bracket("the mill (built in may 1990) lost 50", 0, 19, ") lost ")
    True
    >>> in_bracket("a) in 1990 it lost b) 50", 0, 6, " it lost b) ")
    False
    """
    closes = between.find(")")
    if between.find("(", 0, closes) >= 0 or (closes == 0 and low[start - 1] == "("):
        return False
    return low.rfind("(", floor, start) > low.rfind(")", floor, start)


def is_said(between: str) -> bool:
    """Whether a figure stands in what was said at the time before it: "announced: “412 hens are”".

    >>> is_said(", it announced: “"), is_said(" it made “the mill”, which sold ")
    (True, False)
    >>> is_said(", it released an album: “the mill”, which sold ")
    False
    """
    for opens in SPEECH:
        said, found, quoted = between.partition(opens)
        if found and not any(map(quoted.__contains__, ('"', "”", "’ ", "' "))):
            return any(word.startswith(TOLD) for word in said.split()[-8:])
    return False
