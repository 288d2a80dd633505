"""Subjects after a figure: what it is of, in, or said to be."""

from tui.figures.draft import Draft
from tui.figures.grammar.counted_noun import noun_after
from tui.figures.grammar.direction_words import AFTER
from tui.figures.grammar.following_word import next_word
from tui.figures.grammar.noun_words import is_plural
from tui.figures.grammar.phrase_words import ACTS_ALONE, FAMILY
from tui.figures.grammar.phrases_before import last_noun
from tui.figures.numbers.number_words import NUMBER_WORDS
from tui.figures.tables import words
from tui.patterns import pattern

Span = tuple[int, int]

OF = pattern(r" (?:of|in)(?: (?:the|its|his|her|their|our|all|those|these|such|a|an))* ")
BOTH = pattern(r" (?:and|or) (?=[a-z])")
NO_KIND = (
    "total", "all", "cash", "fall", "spring", "summer", "autumn", "winter", "exchange", "return",
    "addition", "order", "part", "the", "a ", "an ", "its", "his", "her", "their", "our", "this",
    "last", "each", "early", "late", "trading", "favour", "favor",
)  # fmt: skip
IN_TRADING = pattern(r"[a-z-]+ trading")  # "in late Friday trading"
MADE_OF = ("measure", "duration")  # "12 tonnes of waste", "three days of mourning"
# "12 altogether", "12 in total"
IN_ALL = (("in", "total"), ("in", "all"), ("all", "told"))
AGE = "year of age"
IN_TOTAL = ("altogether", "overall")


# "the second-largest airport", "the third most popular name"
# Adjectives for a person: "the first Thai royal to speak", but not "the first Thai able to".
WHO_IS = frozenset(["royal", "national", "conservative", "liberal", "male", "female", "native"])
MOST_OF_RANK = pattern(r"-(?:[a-z]+est|most-[a-z]+|ever|born|[a-z]+ed)(?= )| most(?= [a-z]+ [a-z])")
THE_NOUN = pattern(r"(?<![a-z])(?:the|this|that|his|her|its|their) ([a-z]{3,})$")
OBJECTS = (
    " the ", " a ", " an ", " its ", " his ", " her ", " their ", " him ", " them ", " it ",
)  # fmt: skip
GLUED_NOUN = pattern(r"-([a-z]{3,})(?= )")
WAS_THE = (" was the ", " is the ", " became the ", " were the ", " are the ")


def is_in_all(low: str, at: int) -> bool:
    """Whether the number before `at` is said to be all there is: "12 altogether", "12 in total"."""
    word = next_word(low, at)
    return word in IN_TOTAL or (word, next_word(low, at + 1 + len(word))) in IN_ALL


def noun_after_were(text: str, low: str, end: int) -> Span | None:
    """What the counted ones are: "Of the dead, 40 were local men".

    >>> text = "40 were local men, 12 were arrested"
    >>> text[slice(*noun_after_were(text, text, 2))], noun_after_were(text, text, 21)
    ('local men', None)
    """
    if not low.startswith((" were ", " are "), end):
        return None
    at = low.index(" ", end + 1)
    noun = noun_after(text, low, at)
    if noun is None or noun[0] != at + 1 or not is_plural(low[slice(*noun)].rpartition(" ")[2]):
        return None
    return noun


def counted_subject(text: str, low: str, draft: Draft) -> Span:
    """The counted noun, with what it is "of" if that follows directly."""
    begin = draft.noun_end - len(draft.unit or "")
    at = draft.noun_end
    of = OF.match(low, at) if low[at : at + 3] == " of" else None
    if of:
        noun = noun_after(text, low, of.end() - 1, one=True)
        if noun and noun[0] == of.end():  # else a quotation mark is between
            return begin, coordinated(text, low, noun[1])
    return begin, draft.noun_end


def noun_in(text: str, low: str, at: int) -> Span | None:
    """What an amount is paid for: "$5 million in damage"."""
    if not low.startswith(" in ", at) or low.startswith(NO_KIND, at + 4):
        return None
    begin = at + len(" in ")
    if not "a" <= low[begin : begin + 1] <= "z" or next_word(low, begin - 1) in NUMBER_WORDS:
        return None  # "worth $5 million in two raids"
    if " trading" in low[begin : begin + 24] and IN_TRADING.match(low, begin):
        return None
    noun = noun_after(text, low, at + 3, one=True)
    return noun if noun and text[noun[0]].islower() else None


SPELLS = ("year", "quarter", "month", "century", "decade", "season")


def noun_of_amount(text: str, low: str, at: int) -> Span | None:
    """What an amount is of: "14.8 billion yuan of funds"."""
    of = OF.match(low, at) if low.startswith(" of", at) else None
    noun = noun_after(text, low, of.end() - 1, one=True) if of else None
    if noun and low.endswith((" account", " accounts"), *noun) and low.startswith(" for ", noun[1]):
        return noun[0], low.rindex(" ", *noun)  # "5% of the men account for half of it"
    if noun and low.endswith(SPELLS, *noun):
        return None  # "the first seven months of the year"
    return (noun[0], coordinated(text, low, noun[1])) if noun else None


def noun_qualified(text: str, low: str, draft: Draft) -> Span | None:
    """The noun after a duration or an age: "a 25-year-old keeper", "a one year term".

    >>> text = "a nearly nine-year hiatus"
    >>> text[slice(*noun_qualified(text, text, Draft(9, 18, "duration")))]
    'hiatus'
    """
    written = low[draft.start : draft.end]
    singular = "-" in written[1:] or is_attribute(draft, written)
    if not singular and (draft.kind != "duration" or written.endswith("s")):
        return None  # most
    if low[draft.end : draft.end + 1] != " " or (draft.kind == "count" and draft.unit is None):
        return None  # "a million-and-a-half voiced concern"
    if not singular:
        before = low[max(0, draft.start - 12) : draft.hedge_start or draft.start].split()[-1:]
        if before not in (["a"], ["an"], ["the"], ["his"], ["her"]):
            return None
    noun = noun_after(text, low, draft.end, one=True)
    if noun is None or noun[0] > draft.end + 2 or low[slice(*noun)] in AFTER:
        return None  # but "a 76-percent rise in thefts"
    return (noun[0], verb_start(low, noun) or noun[1]) if draft.unit == AGE else noun


def noun_shared(text: str, low: str, draft: Draft, group: list[Draft]) -> Span | None:
    """The noun behind the next figure, if both stand before it: "a two-year, $60 million deal".

    >>> text = "a four-year, $60 million contract"
    >>> pair = [Draft(2, 11, "duration", unit="year"), Draft(13, 24, "money")]
    >>> text[slice(*noun_shared(text, text, pair[0], pair))]
    'contract'
    """
    written = low[draft.start : draft.end]
    if not ("-" in written[1:] or is_attribute(draft, written)):
        return None
    for each in group:
        if draft.end < each.start <= draft.end + len(", $"):
            if low[draft.end : each.start].strip(" ,$€£¥") or each.kind == "count":
                return None
            closed = (
                low.find(")", each.end, each.end + 40) if low.startswith(" (", each.end) else -1
            )
            return noun_after(text, low, closed + 1 if closed > 0 else each.end, one=True)
    return None


def noun_through(text: str, low: str, span: Span, draft: Draft, group: list[Draft]) -> Span:
    """The noun that goes on behind another figure: "the key 30-year rate rose to 6%".

    >>> text = "key 30-year rate rose to 6%"
    >>> figures = [Draft(4, 11, "duration", unit="year"), Draft(25, 27, "percent")]
    >>> text[slice(*noun_through(text, text, (0, 3), figures[1], figures))]
    'rate'
    """
    for each in group:
        if each.start == span[1] + 1 and each.end < draft.start and each.kind in MADE_OF:
            return noun_qualified(text, low, each) or span
    return span


def noun_ranked(text: str, low: str, start: int, end: int) -> str | None:
    """What has the rank at `start` to `end`: "the fourth major bus crash".

    >>> text = "the second hen house, the third of them, is the fourth-largest mill; came fourth"
    >>> [noun_ranked(text, text, *span) for span in ((4, 10), (26, 31), (48, 54), (74, 80))]
    ['hen house', None, 'mill', None]
    >>> text = "his resignation was the first since May"
    >>> noun_ranked(text, text, 24, 29)
    'resignation'
    """
    if low.startswith(" time ", end):
        return "time"  # "the first time Ann Lee spoke"
    half = end + len(" half")
    if low.startswith(" half", end) and low[half : half + 1] in ("", " ", ".", ","):
        part = noun_after(text, low, half, one=True) if low[half : half + 1] == " " else None
        return text[slice(*part)] if part else "half"  # "the second half of the match"
    most = MOST_OF_RANK.match(low, end)
    glued = None if most else GLUED_NOUN.match(low, end)
    if glued:
        return glued[1]  # "a second-floor flat"
    end = most.end() if most else end
    end += len(" ever") if low.startswith(" ever ", end) else 0
    noun = noun_after(text, low, end, one=True) if low.startswith(" ", end) else None
    if noun is None:
        was = next((each for each in WAS_THE if low.endswith(each, 0, start)), "")
        noun = noun_of_rank(text, low, start - len(was)) if was else None
    if noun is None:
        return None
    noun = noun[0], verb_start(low, noun) or adjective_end(text, low, noun)
    return ranked_noun(text[slice(*noun)]) if noun[0] < noun[1] else None


def noun_of_rank(text: str, low: str, end: int) -> Span | None:
    """The noun that ends before "is the second", which may be a verb elsewhere: "the strike".

    >>> text = "In Bonn the strike"
    >>> text[slice(*noun_of_rank(text, text.lower(), 18))]
    'strike'
    """
    begin = max(0, end - 60)
    named = THE_NOUN.search(low, begin, end)
    return last_noun(text, low, begin, end) or (named.span(1) if named else None)


def ranked_noun(phrase: str) -> str | None:
    """A noun without the name of who it is, None for a verb: "the second wife Ann Lee".

    >>> ranked_noun("wife Ann Lee"), ranked_noun("annual Dresk Faire"), ranked_noun("charged Lee")
    ('wife', 'annual Dresk Faire', None)
    """
    first, *others = phrase.split()
    named = bool(others) and first.islower() and all(word[0].isupper() for word in others)
    if named and first.endswith("ed"):
        return None
    return first if named and first in FAMILY else " ".join((first, *others))


def verb_start(low: str, noun: Span) -> int | None:
    """The end of a noun before the verb behind it, if it ends in one: "the second spray covers the
    wall", "the second accused him".

    >>> text = "second spray covers the wall"
    >>> verb_start(text, (7, 19)), verb_start("first hen houses of", (6, 16))
    (12, None)
    >>> verb_start("the second accused him of", (11, 18))
    11
    """
    if not low.startswith(OBJECTS, noun[1]):
        return None
    first, _, last = low[slice(*noun)].rpartition(" ")
    if first:
        acts = last.endswith("s") and last[:-1] in words()["either"]
        return noun[0] + len(first) if acts else None
    past = last.endswith("ed") and not last.endswith("eed") and len(last) > len("shed")
    return noun[0] if past else None


def adjective_end(text: str, low: str, noun: Span) -> int:
    """The end of a noun that names a people, with the adjective that stands for a person behind it:
    "the first Thai royal to speak".

    >>> text = "the first Thai royal to speak, the first Thai to speak"
    >>> [adjective_end(text, text.lower(), noun) for noun in ((10, 14), (41, 45))]
    [20, 45]
    """
    behind = next_word(low, noun[1])
    if not text[noun[0]].isupper() or behind not in WHO_IS:
        return noun[1]
    end = noun[1] + 1 + len(behind)
    return end if low.startswith(" to ", end) else noun[1]


def is_attribute(draft: Draft, written: str) -> bool:
    """Whether a unit is singular after a number, as before a noun: "two 7 nanometre chips"."""
    unit = draft.unit
    if draft.kind not in MADE_OF or unit is None or len(unit) < 4 or draft.value == 1:
        return False
    return written.endswith((unit, unit.removesuffix("re") + "er"))


def coordinated(text: str, low: str, end: int) -> int:
    """The end of a noun phrase with "and": "telecommunications and online fraud"."""
    both = BOTH.match(low, end)
    if both is None:
        return end
    if next_word(low, both.end() - 1) in ACTS_ALONE:
        return end  # "capital and buys shares"
    noun = noun_after(text, low, both.end() - 1, one=True)
    return noun[1] if noun and noun[0] == both.end() and noun[1] - end < 40 else end
