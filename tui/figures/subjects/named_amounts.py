"""Nouns that name an amount before it: "a net profit of", "an increase of"."""

from tui.figures.draft import Draft
from tui.figures.grammar.acting_verbs import OF_FILLERS
from tui.figures.grammar.direction_words import DIRECTION_WORDS, RISES
from tui.figures.grammar.following_word import last_word
from tui.figures.grammar.phrase_tokens import is_noun
from tui.figures.grammar.phrase_words import TIME_ALONE
from tui.figures.grammar.phrases_before import last_noun, with_head
from tui.figures.subjects.clause_subject import SAYING_NOTHING
from tui.patterns import pattern

Span = tuple[int, int]

AIMING = frozenset(["reaching", "achieving", "hitting", "raising"])  # "the goal of reaching 5%"
GIVEN_TO = pattern(r" to (?:(?:the|its|their|his|her|our) )?$")
NAMED_AMOUNT = pattern(r" (?:an?|the) ([a-z]{4,})$")  # "a fine of": an adjective, too
REACH = 70  # code points before a figure in which its noun stands
LOOSENED = ("about", "nearly", "over", "more than", "almost")
# Who does this to a rise is not what rises: "the guild wants a rise of 5%".
SEEKING = frozenset(
    stem + ending
    for stem in ("seek", "want", "demand", "expect", "forecast", "predict", "propos", "offer")
    for ending in ("", "s", "e", "es", "ed", "d", "ing")
) | {"sought", "announced", "announces", "announcing", "anticipates", "anticipated"}
IN_THE = frozenset(["range", "amount", "sum"])
NAMED_RISES = RISES - {"cut"}


def amount_of(text: str, low: str, draft: Draft, floor: int) -> Span | None:
    """The noun of "a net profit of 5 million"; "a total of" and "an increase of" have none."""
    begin = draft.start - 32 if draft.start - 32 > floor else floor
    at = low.rfind(" of ", begin, draft.start + 1)
    if at < 0:
        return None  # most
    for word in low[at + 4 : draft.start].split():
        if word not in OF_FILLERS and word not in AIMING:
            return None
    floor = max(floor, draft.start - REACH)
    while text[at - 1] in ",;" and at > floor:
        at -= 1  # "a race, of 2 hours"
    if text[at - 1] == ")":
        at = max(text.rfind(" (", floor, at), floor)  # "a gross domestic product (GDP) of"
    if low.endswith(" net worth", floor, at):
        return at - len("net worth"), at
    phrase = last_noun(text, low, max(floor, at - 40), at)
    if phrase is None:
        named = NAMED_AMOUNT.search(low, max(floor, at - 24), at)
        named_so = named and named[1] not in SAYING_NOTHING and named[1] not in TIME_ALONE
        return named.span(1) if named and named_so else None
    if low.endswith(" per ", floor, phrase[0]):  # "earnings per share of"
        whole = last_noun(text, low, max(floor, phrase[0] - 40), phrase[0] - len(" per "))
        phrase = (whole[0], phrase[1]) if whole else phrase
    phrase = given_to(text, low, floor, phrase) or phrase
    *ahead, last = low[slice(*phrase)].split()
    if last in ("rate", "pace") and low.endswith((" at a ", " at an "), 0, phrase[0]):
        *_, moved, _, _ = ["", "", "", *low[max(floor, phrase[0] - 30) : phrase[0]].split()]
        if moved in DIRECTION_WORDS:
            return None  # "rose at an annual rate of"
    if last in IN_THE and low.endswith(" in the ", 0, phrase[0]):  # "a margin in the range of"
        near = last_noun(text, low, max(floor, phrase[0] - 48), phrase[0] - len(" in the "))
        near = near and (given_to(text, low, floor, near) or near)
        return with_head(text, low, floor, near) if near else None
    measured_range = last == "range" and draft.kind == "measure" and draft.low == draft.high
    if measured_range or (last == "record" and low.endswith(" the ", 0, phrase[0])):
        return phrase
    if last in SAYING_NOTHING or last == "range":
        kept = ahead[-1] if ahead else ""
        basis = "-on-" in kept and last != "growth"  # "a year-on-year rise of"
        if basis or not kept or not is_noun(kept):
            # "an increase of", but "a price increase of", "they seek a rise of"
            return phrase if is_sought(low[max(floor, phrase[0] - 16) : phrase[0]]) else None
    return phrase


def given_to(text: str, low: str, floor: int, phrase: Span) -> Span | None:
    """What is given to somebody: "a cost to the economy of $5 million".

    >>> text = "a cost to the town"
    >>> text[slice(*given_to(text, text, 0, (14, 18)))]
    'cost'
    """
    begin = max(floor, phrase[0] - 16)
    given = low.find(" to ", begin, phrase[0]) >= 0 and GIVEN_TO.search(low, begin, phrase[0])
    if not given:
        return None
    return last_noun(text, low, max(floor, given.start() - 40), given.start())


def is_sought(ahead: str) -> bool:
    """Whether the words before a rise say that somebody asks for it.

    >>> is_sought("the guild wants a "), is_sought("they saw a "), is_sought("expected ")
    (True, False, False)
    """
    return ahead.endswith((" a ", " an ")) and last_word(ahead.rpartition(" a")[0]) in SEEKING


def is_rise_of(low: str, figure: int) -> bool:
    """Whether "an increase of" is before a figure.

    >>> is_rise_of("with an increase of about 8%", 26), is_rise_of("with a loss of 8%", 15)
    (True, False)
    """
    ahead = low[max(0, figure - 24) : figure - 1]
    for loose in LOOSENED if " of" in ahead else ():
        ahead = ahead.removesuffix(f" {loose}")
    return ahead.endswith(" of") and last_word(ahead[: -len(" of")]) in NAMED_RISES
