"""Finds the subject in the clause: which noun to the left of a figure it measures."""

import itertools

from tui.figures.draft import Draft
from tui.figures.grammar.acting_verbs import (
    MEASURING,
    OF_FILLERS,
    acted_on,
    measured,
    moved_object,
    of_whose_age,
    was_caused,
)
from tui.figures.grammar.clauses import clause_starts
from tui.figures.grammar.direction_words import DIRECTION_WORDS
from tui.figures.grammar.noun_phrases import first_noun, joined, with_what
from tui.figures.grammar.noun_words import is_person, is_plural
from tui.figures.grammar.phrase_words import OBJECTS, PRONOUNS
from tui.figures.grammar.phrases_before import (
    antecedent,
    is_object,
    last_noun,
    with_head,
)
from tui.figures.subjects.adjacent_subject import (
    HEDGING_VERBS,
    beside,
    named_moving,
    seen_moving,
)
from tui.figures.subjects.following_subject import is_in_all
from tui.figures.subjects.lasting import (
    after_opening,
    goes_on_for,
    opens_with_age,
    opens_with_time,
    takes_time,
)
from tui.figures.subjects.noun_before_amount import (
    PRICED,
    before_worth,
    right_before,
)
from tui.figures.subjects.passive_subject import done_to, given_to_whom, who_died, whose_death
from tui.figures.tables import word_set, words
from tui.patterns import pattern

Span = tuple[int, int]

# ", accounting for 5%": the noun was named before.
TAKING_PART = ("accounting for", "making up", "representing", "reaching", "exceeding", "generating")
WINNING = (" took ", " won ", " got ", " received ", " polled ", " hold ", " holds ", " held ")
SAYING_NOTHING = DIRECTION_WORDS.keys() | word_set(
    "total average range age ages record sum maximum minimum excess couple top tune level"
)
SPEEDS = frozenset(
    ["mile per hour", "kilometre per hour", "metre per second", "knot", "kilometre per second"]
)
WITHIN_WORDS = frozenset(["with", "from", "through", "via", "using", "by", "for", "in"])
HE_WAS = pattern(r"\s*(?:s?he was|s?he died)(?: aged| at)?")
WITHIN = pattern(r" (?:with|from|through|via|using|by|for|in)(?: [a-z]+){0,2} $")
# "gained 1.2%, the Nasdaq 0.8% and the Dow 1%": the verb is left out.
LEFT_OUT = pattern(r"[0-9%](?:,| and|, and) the [^\W_][\w&.]*(?: [\w&.]+)?$")
SELLING = frozenset(["sell", "sells", "sold", "goes", "went"])
PASSIVE = frozenset(["is", "are", "was", "were", "been", "be", "being"])
# "Of the eels, 41,000 were", "Among women in the guild, 70 percent"
AMONG = pattern(r"(?:among|of)(?: (?:all|the|those|these|its|their|our))* ")
# "the other three", "with three": the number points to what was named before.
POINTING = (
    " with", " the", " other", " these", " those", " remaining", " all", " another", " both",
)  # fmt: skip
WHOEVER = (" those", " anyone", " everyone")
GOING_ON = ("down ", "out ", "up ", "off ", "back ")
BEFORE_IT = frozenset(["of", "in", "on", "across", "behind", "around", "with", "under", "near"])
POSSESSIVES = (" his ", " her ", " their ", " its ", " my ", " our ")  # "at 12, his family"
ACTED_ON = frozenset(["money", "measure"])


def is_sold(ahead: str) -> bool:
    """Whether the words before a price are what it is paid for: "the hens were bought for".

    >>> is_sold("hens were bought for"), is_sold("a hen sold for"), is_sold("they bought it for")
    (True, True, False)
    """
    before = ahead.split()[-3:-1]
    return before[-1:] != [] and (before[-1] in SELLING or not PASSIVE.isdisjoint(before))


def left_subject(
    text: str, low: str, draft: Draft, sentence: Span, last: Draft | None
) -> Span | None:
    """The noun to the left: directly before the figure, else the first noun of the clause.

    `last` is the previous figure in the sentence.
    """
    floor = sentence[0]
    if draft.start - 160 > floor:
        floor = low.find(" ", draft.start - 160, draft.start) + 1 or draft.start
    figure = draft.hedge_start or draft.start
    ahead = low[floor:figure].rstrip(" $€£¥").removesuffix(" an average of")
    if names_nothing(draft, ahead):
        dead = draft.unit == "year of age" and HE_WAS.fullmatch(ahead)
        return whose_death(text, low, sentence[0]) if dead else None
    if draft.kind == "duration" and ahead.endswith(("for", "aged", "of", "age", "at", "by")):
        of_age = draft.unit == "year of age"
        if opens_with_age(ahead) if of_age else opens_with_time(ahead):
            led = after_opening(text, low, draft.end, sentence[1])
            return led if not (of_age and led) or is_somebody(text, low, led) else None
    if draft.unit == "year of age" or ahead.endswith(" aged"):
        whose = of_whose_age(text, low, floor, draft.start) or who_died(
            text, low, sentence[0], draft.start
        )
        if whose:
            return whose
    if draft.unit is None and draft.kind == "count" and ahead.endswith(", including"):
        whole = last_noun(text, low, floor, floor + len(ahead) - len(", including"))
        many = whole and is_plural(low[slice(*whole)].rpartition(" ")[2])
        named = whole and text[whole[0]].isupper()
        if whole is None or named or not many:
            return None
        return with_head(text, low, floor, whole)  # "more hens, including 12"
    if " to " in ahead and was_caused(ahead):
        return None
    if draft.kind == "money" or draft.kind == "duration":
        at = floor + len(ahead)
        found = done_to(text, low, floor, at) or (
            given_to_whom(text, low, floor, at) if draft.kind == "money" else None
        )
        if found:
            return found
    hedging = draft.hedge is not None and draft.hedge.lower().startswith(HEDGING_VERBS)
    if draft.kind in ACTED_ON and not hedging and acted_on(ahead):
        return None
    moved = moved_object(text, low, floor, figure)
    left = low[floor : draft.start].split(" ")
    near = (
        moved
        or seen_moving(text, low, floor, ahead)
        or named_moving(text, low, floor, ahead)
        or (None if ahead.endswith(PRICED) else beside(text, low, draft, last, floor, left))
    )
    if near:
        return near
    named = draft.kind == "percent" and "the" in ahead.rsplit(None, 3)[-3:-1]
    if named and LEFT_OUT.search(ahead):
        return last_noun(text, low, max(floor, floor + len(ahead) - 40), floor + len(ahead))
    close = before_worth(ahead)
    if ahead.endswith(",") and is_in_all(low, draft.end):
        return before_comma(text, low, floor, floor + len(ahead) - 1)
    if close != len(ahead) and low.startswith(", ", floor + close):
        return before_comma(text, low, floor, floor + close)
    near = right_before(text, low, floor, ahead, close, draft)
    if near:
        return near
    starts = clause_starts(text, low, floor, draft.start, left)
    return of_measuring_clause(text, low, draft, starts, sentence[0], hedging)


def names_nothing(draft: Draft, ahead: str) -> bool:
    """Whether the words before a figure contain nothing that it measures: "when she was"."""
    if measures_pronoun(ahead):
        return True
    if draft.unit is None and ahead.endswith((*POINTING, "there were", "there are")):
        return True
    if draft.kind == "duration" and ahead.endswith((" in", " within")):
        return not takes_time(ahead[-20:])
    if draft.kind == "money" and ahead.endswith(" for") and not is_sold(ahead):
        return True  # "they bought it for"
    if draft.unit == "year of age" and ahead.endswith(WHOEVER):
        return True  # "a ban for those under 19"
    # "believe him to be aged"
    return draft.unit == "year of age" and not OBJECTS.isdisjoint(ahead[-30:].split())


def is_somebody(text: str, low: str, noun: Span) -> bool:
    """Whether a noun behind an age that opens a sentence is a person: "At 12, the girl".

    >>> text = "At 12, his mother; at 12, Lee; at 12, the keeper; at 12, police"
    >>> [is_somebody(text, text.lower(), span) for span in ((11, 17), (26, 29), (42, 48), (57, 63))]
    [False, True, True, False]
    """
    if low.endswith(POSSESSIVES, 0, noun[0]):
        return False
    last = low[slice(*noun)].rpartition(" ")[2]
    return text[noun[0]].isupper() or (last != "police" and is_person(last + "s"))


def measures_pronoun(ahead: str) -> bool:
    """Whether what is measured is a pronoun: "when she was", "it has about".

    >>> measures_pronoun("when she was"), measures_pronoun("it has about")
    (True, True)
    >>> measures_pronoun("the voltage across it was"), measures_pronoun("before it was")
    (False, True)
    """
    last = ["", *ahead[-40:].split()][-4:-1]
    return any(
        word in PRONOUNS and not (word == "it" and before in BEFORE_IT)
        for before, word in itertools.pairwise(last)
    )


def of_measuring_clause(
    text: str, low: str, draft: Draft, starts: list[int], opens: int, hedging: bool
) -> Span | None:
    """The noun of the clause, unless its verb is an action.

    `starts`: those of the clauses, the last one first. The sentence starts at `opens`.
    """
    found = of_clause(text, low, starts, draft.start, starts[-1] == opens)
    if found is None or draft.unit == "year of age" or draft.unit in SPEEDS:
        return found
    if hedging or AMONG.match(low, opens, found[0]):
        return found
    if draft.kind == "percent" and low.endswith(
        WINNING, found[1], draft.hedge_start or draft.start
    ):
        return found  # "the second mill took 5%"
    between = low[found[1] : draft.hedge_start or draft.start]
    bare = draft.kind == "duration" or (draft.kind == "count" and draft.unit is None)
    if draft.kind == "duration" and takes_time(between):
        return found  # "the journey took 34 minutes"
    if draft.kind == "duration" and goes_on_for(between):
        return None if is_object(low, opens, found[0]) else found  # "Lee ran it for 12 years"
    if bare and between.endswith((" has ", " have ", " had ")):
        return None  # "the court has 30 days to"
    if bare and between.strip(" \n:-–=|\t"):
        return found if measured(between, without_verb=False) else None
    return found if measured(between, without_verb=True) else None


def of_clause(text: str, low: str, starts: list[int], figure: int, opens: bool) -> Span | None:
    """The first noun of the figure's clause.

    `opens`: whether the sentence starts where the last of the clauses does.
    """
    floor = starts[-1]
    if low.startswith(("which ", "that ", "who "), starts[0]) and starts[0] > floor:
        return antecedent(text, low, floor, starts[0] - 2, starts[0] - 1)
    which = low.rfind(" which ", starts[0], figure)
    if which >= 0:
        named = antecedent(text, low, floor, which, which)
        if named and not is_object(low, floor, named[0]) and not low.endswith("per ", 0, named[0]):
            return named  # "the toll which stands at 5"
    own = nearest = first_noun(text, low, starts[0], figure)
    if own and own[0] == own[1]:
        return None
    if low[starts[0]] == "w" and low.startswith("with ", starts[0]):
        own = with_what(text, low, starts[0] + len("with "), figure) or own
    if (
        own
        and not says_nothing(low, own, figure)
        and not (follows_verb(low, starts[0], own[0], starts[0] > floor))
    ):
        if low.find(" and ", own[1], figure) < 0:
            return own  # most
        second = noun_after_and(text, low, own[1], figure)
        return second or (own[0], joined(text, low, own[1], figure))
    if not own and low.endswith(" that ", floor, starts[0]):
        named = last_noun(text, low, max(floor, starts[0] - 50), starts[0] - len(" that "))
        if named:
            return named  # "boats that weigh about 10 tons"
    for start in starts if opens else starts[:-1]:
        found = nearest if start == starts[0] else first_noun(text, low, start, figure)
        if found and found[0] == found[1]:
            return None  # "it runs 60 km/h"
        if start > floor and found and follows_verb(low, start, found[0], aside=True):
            continue
        if found and not says_nothing(low, found, figure):
            return found[0], joined(text, low, found[1], figure)
    among = AMONG.match(low, floor) if opens else None
    return first_noun(text, low, among.end() - 1, figure) if among else None


def noun_after_and(text: str, low: str, at: int, figure: int) -> Span | None:
    """The noun of a second clause after "and": "sales fell and profits rose 5%".

    >>> text = "sales fell and profits rose 5"
    >>> text[slice(*noun_after_and(text, text, 5, 28))]
    'profits'
    >>> noun_after_and("sales in may and june rose 5", "sales in may and june rose 5", 5, 27)
    """
    begin = low.rindex(" and ", at, figure) + len(" and ")
    first = low[at:begin].split()
    if not any(word in DIRECTION_WORDS or word in words()["verb"] for word in first):
        return None
    second = first_noun(text, low, begin, figure)
    if second is None or low[begin : second[0]] not in ("", "the ", "its ", "their "):
        return None
    return second if measured(low[second[1] : figure], without_verb=False) else None


def says_nothing(low: str, span: Span, figure: int) -> bool:
    """ "an increase of" alone, or a verb directly before the figure: ", holds 3.2 billion
    euros"."""
    word = low[slice(*span)]
    if word == "forecast" and low.endswith((" is ", " are ", " was ", " were "), 0, span[0]):
        return True
    acts = word == "cost" or (word.endswith("ing") and low.endswith(", ", 0, span[0]))
    if acts and not low[span[1] : figure].strip(" $€£¥") and low[figure] not in "+-−":
        return True  # "the tower, the tallest of all, cost $5", "sentenced, serving eight"
    if "-on-" in word:
        word = word.rpartition(" ")[2]  # "a year-on-year rise of"
    ahead = low[span[1] : figure].split()
    if word in SAYING_NOTHING:  # but "growth slowed from"
        return not any(each in MEASURING or each in DIRECTION_WORDS for each in ahead)
    if not word.endswith("s") or word[:-1] not in words()["either"]:
        return False
    return all(each in OF_FILLERS or each == "at" for each in ahead)


def follows_verb(low: str, start: int, at: int, aside: bool) -> bool:
    """Whether the clause starts with a verb, and its subject was named before: "but broke her
    leg"."""
    if aside and low.startswith(TAKING_PART, start):
        return True
    ahead = low[start:at].split()
    if aside and at == start:
        first, _, behind = low[start : start + 24].partition(" ")
        if behind.startswith(GOING_ON) and first.endswith("ing"):
            return True  # ", boiling down to $5"
    if (
        aside
        and ahead
        and ahead[0].endswith("ing")
        and (ahead[0] not in words()["noun_ing"] or ahead[0] in DIRECTION_WORDS)
    ):
        return True  # ", giving the firm"
    verbs = words()["verb"]
    return not verbs.isdisjoint(ahead) and any(
        word in verbs and word not in MEASURING for word in ahead
    )


def before_comma(text: str, low: str, floor: int, comma: int) -> Span | None:
    """The noun that ", 5 million in total" sums up: "money" in "money with stolen cards"."""
    near = last_noun(text, low, max(floor, comma - 60), comma)
    if near is None:
        return None
    begin = max(floor, near[0] - 30)
    if WITHIN_WORDS.isdisjoint(low[begin : near[0]].split()[-3:]):
        return near
    within = WITHIN.search(low, begin, near[0])
    if within is None:
        return near
    return last_noun(text, low, max(floor, within.start() - 60), within.start()) or near
