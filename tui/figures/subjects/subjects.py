"""The subject of each figure: a short noun phrase for what is measured."""

from tui.figures.draft import Draft
from tui.figures.grammar.acting_verbs import acts_itself
from tui.figures.grammar.counted_noun import noun_after
from tui.figures.grammar.direction_words import AFTER
from tui.figures.grammar.following_word import last_word, next_word
from tui.figures.grammar.noun_phrases import first_noun
from tui.figures.layout.line_labels import LABEL_SIGNS, goes_on, take_label
from tui.figures.subjects.adjacent_subject import (
    AFTER_DROP,
    CHANGES,
    acts_on,
    before_range,
    of_magnitude,
)
from tui.figures.subjects.clause_subject import AMONG, left_subject
from tui.figures.subjects.contest import contest
from tui.figures.subjects.counted_subject import counted_by_subject
from tui.figures.subjects.counted_volume import counted_volume
from tui.figures.subjects.following_subject import (
    AGE,
    MADE_OF,
    counted_subject,
    noun_after_were,
    noun_in,
    noun_of_amount,
    noun_qualified,
    noun_shared,
    noun_through,
)
from tui.figures.subjects.lasting import after_opening
from tui.figures.subjects.named_amounts import amount_of, is_rise_of
from tui.figures.subjects.respective_subjects import respective
from tui.figures.subjects.shared_subjects import (
    has_subject_of,
    is_counted,
    linked_subject,
    numbered_noun,
)
from tui.figures.subjects.subject_overlap import without_other_figures
from tui.figures.subjects.subject_phrase import name_end, owner_end, subject_phrase
from tui.patterns import pattern

Span = tuple[int, int]

BEFORE_LEVEL = (
    " to ", " at ", " was ", " is ", " were ", " are ", " hovered ", " reached ",
    # what has a share, not what it is a share of: "oats account for 5% of the harvest"
    " account for ", " accounts for ", " accounted for ", " accounting for ", " make up ",
    " makes up ", " made up ", " making up ", " take up ", " takes up ", " took up ",
    " taking up ", " represent ", " represents ", " represented ", " representing ",
    " comprise ", " comprises ", " comprised ", " contributed ", " contributes ",
)  # fmt: skip
# "Turnout was down 5% of the electorate"
MOVED_TO_LEVEL = (
    *BEFORE_LEVEL, " by ", " was down ", " was up ", " were down ", " were up ", " is down ",
    " is up ", " are down ", " are up ",
)  # fmt: skip
HAVING_SHARE = ("account", "making", "taking", "represent")  # "who account for 5% of it"
UNITS_ALONE = ("points", "point", "times", "per")  # counted, but not what is measured
WORD_AFTER = pattern(r" ([a-z]+)(?=[ .,;)]|$)")
BRACKET = pattern(r" \([^()]{0,40}\)")
OF_THEM = (" of whom ", " of which ")
AWAY = frozenset(["after", "before", "later", "earlier", "ago", "since", "prior"])
LASTING = (" lasted ", " lasts ", " lasting ", " took ", " takes ")  # "talks lasted an hour before"
SPANS_OF_TIME = frozenset(["past", "last", "previous", "next", "coming", "recent"])
HAS_BEEN = frozenset(["was", "were", "is", "are", "has", "have", "had", "remains", "stands"])
IN_PRISON = (" in prison", " in jail", " in custody", " in detention")
LEAVING_OUT = ("excluding ", "including ", "adjusting ", "discounting ")
COURSES = (" course of", " space of", " span of", " stretch of")
STANDARDS = (" levels", " level", " average", " peak")  # "traffic is at 90% of earlier levels"
OF_THE = (
    "of the ", "of these ", "of those ", "of its ", "of his ", "of her ", "of their ", "of all ",
)  # fmt: skip
OWNED = (" the ", " its ", " their ", " his ", " her ", " our ", " my ")
ACTING = ("money", "measure", "count", "percent")
NO_TARGET = (" year", " quarter", " month", " week", " half", " period", "record")
SAW = pattern(
    r"(?<![a-z])(?:experienced|saw|seen|posted|recorded|registered|enjoyed|suffered|showed|had|indicated"
    r"|reflected|marked) an? $"
)
# A verb or nothing of its own: "selling", but not "swing".
UNNAMED = pattern(r".*(?:[aeiouy].*ing|set|point)")
SIZED = ("long ", "tall ", "wide ", "high ", "deep ", "thick ", "old ")
MORE_OF = (" more ", " fewer ", " less ")
KINDS = frozenset(["count", "money", "percent", "measure", "duration", "ratio"])


def add_subjects(text: str, low: str, group: list[Draft], sentence: Span) -> None:
    """Sets `subject` of the figures of one sentence.

    >>> text = "14.8 billion yuan of funds"
    >>> draft = Draft(0, 17, "money", noun_end=17)
    >>> add_subjects(text, text, [draft], (0, 26)); draft.subject
    'funds'
    """
    if len(group) > 1:
        respective(text, low, group, sentence)
        contest(text, low, group, sentence[0])
    newest: Draft | None = None
    last: Draft | None = None
    for draft in group:
        if draft.kind not in KINDS:
            continue
        of_age = draft.unit == "year of age"
        before, newest = newest if of_age else last, draft
        if not of_age or last is None:
            last = draft  # "78% of those aged 65, 41% of"
        if draft.is_base and draft.unit is None and before is not None and before.kind == "count":
            draft.unit = before.unit  # "the number of eels rose to 35, compared with 20"
        if before is not None and draft.links and linked_subject(before, draft):
            if draft.unit is None and before.kind == draft.kind == "count":
                draft.unit = before.unit  # "infections rose from 300 to 412"
            continue
        if draft.subject is not None:
            continue
        if draft.kind == "duration" and says_when(low, draft, sentence[0]):
            continue
        if before is None or not has_subject_of(low, before, draft):
            add_subject(text, low, draft, before, group, sentence)


def add_subject(
    text: str, low: str, draft: Draft, before: Draft | None, group: list[Draft], sentence: Span
) -> None:
    """Sets the subject of a figure from the words of its sentence; `before` is the figure before
    it."""
    if draft.kind == "count" and draft.unit and not draft.noun_end:
        named = noun_after_were(text, low, draft.end)
        draft.subject = text[slice(*named)] if named else draft.unit  # carried over
        return
    if not is_counted(draft):
        at = draft.hedge_start or draft.start
        may_be = text[at - 2 : at - 1] in LABEL_SIGNS
        if (may_be or (before and before.labelled)) and take_label(text, draft, before):
            return
        if before is not None and draft.kind == "percent" and low.endswith(OF_THEM, 0, at):
            draft.subject = before.subject  # "5,870 pupils, of whom 41% walk"
            return
    may_share = len(group) > 1 and draft.kind in MADE_OF
    span = noun_shared(text, low, draft, group) if may_share else None
    span = span or subject_of(text, low, draft, sentence, before)
    if span is not None and len(group) > 1:
        span = noun_through(text, low, span, draft, group)
        span = without_other_figures(text, low, span, draft, group)
    if span is not None and span[0] < span[1]:
        if text.startswith(". ", span[1]) and text[span[1] - 2] == " ":
            span = span[0], name_end(text, span[1])
        if draft.unit == "year of age" and span[0] >= draft.end:
            span = span[0], owner_end(text, span)
        draft.subject = subject_phrase(text[span[0] : span[1]])
        if draft.kind == "count" and draft.unit is None:
            draft.unit = noun_of_subject(text, low, draft, span, sentence[0]) or counted_by_subject(
                text, low, draft, span
            )
    elif draft.is_base:  # "compared with 3%"
        draft.subject = before.subject if before else None
    elif before is not None and before.labelled and goes_on(text, before.end, draft.start):
        draft.subject, draft.labelled = before.subject, True  # "Homes: 40 lost, 350 damaged"


def noun_of_subject(text: str, low: str, draft: Draft, span: Span, floor: int) -> str | None:
    """What a bare number counts, if its subject says so: "the number of eels rose to 35", "Of the
    eels, 41,000 were"."""
    if low[floor : span[0]] in OF_THE and low[span[1]] == ",":
        return draft.subject
    return numbered_noun(text, low, span)


def says_when(low: str, draft: Draft, floor: int) -> bool:
    """Whether a duration is a time: "in the past five years", "two days after"."""
    if low.endswith(LASTING, floor, draft.start):
        return False
    if next_word(low, draft.end) in AWAY or low.startswith((" from now", " in advance"), draft.end):
        return True
    if low[draft.start - 1] != " " or draft.start == floor:
        return False
    before = low[draft.start - 24 if draft.start - 24 > floor else floor : draft.start - 1]
    return last_word(before) in SPANS_OF_TIME or before.endswith(COURSES)


def subject_of(
    text: str, low: str, draft: Draft, sentence: Span, last: Draft | None
) -> Span | None:
    """The span of the subject, by the first of these that exists:

    counted noun - what it qualifies - "a profit of" - "of" a noun - noun after - the clause's.
    """
    unit = draft.unit
    counted = draft.noun_end and unit and draft.kind in ("count", "ratio")
    if counted and unit and unit.partition(" ")[0] not in UNITS_ALONE:
        volume = counted_volume(text, low, draft, sentence[0], last)
        return volume or counted_subject(text, low, draft)
    if counted and low.startswith("-point ", draft.end):
        lead = noun_after(text, low, draft.end + len("-point"), one=True)
        if lead and low[slice(*lead)].rsplit(" ", 1)[-1] not in AFTER:
            return lead  # "a 7-point lead"
    if unit is None and low.startswith("-strong ", draft.end):
        crew = noun_after(text, low, draft.end + len("-strong"), one=True)
        if crew:
            return crew  # "a 12-strong crew"
    end = draft.noun_end if unit and draft.noun_end > draft.end else draft.end
    if draft.kind == "ratio" and low.startswith(OWNED, draft.end):
        whole = noun_after(text, low, low.index(" ", draft.end + 1), one=True)
        if whole:
            return whole  # "half the subscription revenue"
    named = noun_after_were(text, low, end) if unit is None else None
    if named:
        return named
    if draft.start == sentence[0] + len("at ") and low.startswith(", ", end):
        led = after_opening(text, low, end, sentence[1]) if draft.kind in ACTING else None
        if led and next_word(low, led[1]) in HAS_BEEN:
            return led  # "At 81%, the load factor was"
    if draft.kind in ACTING and acts_itself(low, draft, end, sentence[0]):
        return first_among(text, low, sentence[0], draft.start)
    bracket = BRACKET.match(text, end) if text.startswith(" (", end) else None
    behind = bracket.end() if bracket else end
    if draft.kind == "percent":
        behind += text.startswith(") of ", end)
        told = subject_of_share(text, low, draft, (end, behind), sentence, last)
        if told:
            return told
    found = (
        (of_magnitude(text, low, draft, sentence[0]) if unit == "magnitude" else None)
        or noun_qualified(text, low, draft)
        or (noun_of_amount(text, low, behind) if draft.kind in MADE_OF and unit != AGE else None)
        or amount_of(text, low, draft, sentence[0])
        or (noun_in(text, low, behind) if draft.kind == "money" or not unit else None)
        or (noun_of_amount(text, low, behind) if draft.kind not in MADE_OF else None)
    )
    signed = text[draft.start] in "+-−" and draft.kind == "percent"  # "Dow +0.2%"
    compared = draft.versus and not low.endswith(
        (" a ", " an "), 0, draft.hedge_start or draft.start
    )
    if found is None and not (counted or signed or draft.kind == "duration" or compared):
        found = right_subject(text, low, draft, behind, sentence, last)
    if found and draft.kind == "percent" and low.endswith(STANDARDS, *found):
        return left_subject(text, low, draft, sentence, last) or found
    found = found or left_subject(text, low, draft, sentence, last)
    if found is None and draft.kind == "duration" and low.startswith(IN_PRISON, draft.end):
        begin = draft.end + len(" in ")
        return begin, begin + len(next_word(low, begin - 1))  # "he got two years in prison"
    return found


def first_among(text: str, low: str, start: int, figure: int) -> Span | None:
    """Of whom a sentence tells shares: "Among the members, 62% said".

    >>> text = "among the members, 62% said"
    >>> text[slice(*first_among(text, text, 0, 19))]
    'members'
    """
    among = AMONG.match(low, start) if low.startswith(("among ", "of "), start) else None
    found = first_noun(text, low, among.end() - 1, figure) if among else None
    return found if found and found[0] < found[1] else None


def subject_of_share(
    text: str, low: str, draft: Draft, behind: Span, sentence: Span, last: Draft | None
) -> Span | None:
    """What a percentage is about, if the words around it tell; it ends at the first of `behind`,
    with its bracket at the second.

    >>> text = "it has 5% fewer men"
    >>> text[slice(*subject_of_share(text, text, Draft(7, 9, "percent"), (9, 9), (0, 19), None))]
    'men'
    """
    end, after = behind
    if low.startswith(" in ", after) and is_rise_of(low, draft.start):
        grown = first_noun(text, low, after + 4, sentence[1])
        if grown and grown[0] < grown[1] and text[grown[0]].islower():
            return grown  # "an increase of 8% in the price of rye"
    if low.startswith(MORE_OF, end):
        fewer = noun_after(text, low, low.index(" ", end + 1), one=True)
        if fewer:
            return fewer  # "45% fewer thefts"
    if not (low.startswith(" of ", after) and is_level(low, draft)):
        return None
    level = left_subject(text, low, draft, sentence, last)
    if level is None or low.startswith(HAVING_SHARE, *level):
        return None
    if low.endswith((" account", " accounts"), *level):
        return level[0], low.rindex(" ", *level)  # "oats account for 5% of it"
    return level  # "the deficit stood at 5% of output"


def is_level(low: str, draft: Draft) -> bool:
    """Whether a share is told of something else than its whole: "the deficit was 5% of output".

    >>> is_level("it stood at 5%", Draft(12, 14, "percent")), is_level("5%", Draft(0, 2, ""))
    (True, False)
    """
    before = MOVED_TO_LEVEL if draft.change else BEFORE_LEVEL
    return low.endswith(before, 0, draft.hedge_start or draft.start)


def right_subject(
    text: str, low: str, draft: Draft, end: int, sentence: Span, last: Draft | None
) -> Span | None:
    """The noun after a figure: "a 53% jump in sales", "a 5% pay rise", "a $3 million contract"."""
    change = AFTER_DROP.match(low, end)
    if change and (change[1] in AFTER or change[1] in CHANGES):
        target = noun_after(text, low, change.end() - 1, one=True)
        if target and not low.endswith(NO_TARGET, *target) and not text[target[1] - 1].isdigit():
            return target  # not "a 5% rise in FY19", "110F for a record 31 days"
    ranges = draft.kind == "money" and draft.low != draft.high
    if ranges and low.endswith(" from ", 0, draft.start):
        return before_range(text, low, sentence[0], draft)  # "homes from $5 to $9 sell"
    noun = noun_after(text, low, end, one=True) if low[end : end + 1] == " " else None
    if noun is None:
        return None
    if low.startswith(LEAVING_OUT, noun[0]):
        return left_subject(text, low, draft, sentence, last)  # "grew 5% excluding bonuses"
    if draft.kind == "percent" and acts_on(low, draft, noun[1]):
        return None  # "56% support the ban"
    behind = WORD_AFTER.match(low, noun[1])
    if behind and behind[1] in AFTER:
        noun = noun[0], behind.end()  # "a 5% pay rise"
    if low[slice(*noun)].rsplit(" ", 1)[-1] in AFTER:
        if " " not in low[slice(*noun)]:  # "sales reached 81 million, a 0.5% fall"
            left = left_subject(text, low, draft, sentence, last)
            return left or who_saw(text, low, draft, sentence[0])
        return noun
    if " " not in low[slice(*noun)] and UNNAMED.fullmatch(low, *noun):
        return None  # "200 crowns selling rings", "the low of 4 tonnes set in May"
    if low.startswith(SIZED, noun[0]) and " " in low[slice(*noun)]:
        noun = low.index(" ", noun[0]) + 1, noun[1]  # "a 75 ft long boat"
    return noun if draft.kind in ("money", "measure", "percent") else None


def who_saw(text: str, low: str, draft: Draft, floor: int) -> Span | None:
    """The subject that saw a change: "traffic in the hills experienced a 5% increase".

    >>> text = "traffic in may experienced a 5% rise"
    >>> text[slice(*who_saw(text, text, Draft(29, 31, "percent"), 0))]
    'traffic'
    """
    saw = SAW.search(low, max(floor, draft.start - 24), draft.start)
    begin = max(floor, draft.start - 90)
    if saw is None or begin > floor:
        return None
    found = first_noun(text, low, begin, saw.start())
    return found if found and found[0] < found[1] else None
