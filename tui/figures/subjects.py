"""What is measured: a short noun phrase for each figure."""

import re

from tui.figures.counted import is_plural, noun_after
from tui.figures.directions import AFTER, DIRECTION_WORDS
from tui.figures.draft import Draft
from tui.figures.phrases import first_noun, is_noun
from tui.figures.tables import words as classes

OF = re.compile(r" (?:of|in)(?: (?:the|its|his|her|their|our|all|those|these|such|a|an))* ")
LEVEL = re.compile(
    r"(?:(?:a|the|its|an) )?(?:[a-z-]+ )?(?:of|at|to|is|was|are|were|be|been|totall?ing|totall?ed|reached|reaching|hit"
    r"|worth|amounting to|amounted to|cost|costs|exceeded|exceeds|surpassed|averaged|for|than|with|about|over|nearly) $"
)
# A clause begins behind the last of these; rfind is ten times as fast as one pattern for all.
BOUNDARIES = (", ", "; ", ": ", "— ", "(", " that ", " while ", " but ", " because ", " although ")
TOTAL = re.compile(r"(?:a|the) (?:total|sum|average|maximum|minimum|record) of ?$")
AMOUNT_OF = re.compile(r"([^\W\d_]+(?:[ -][^\W\d_]+){0,3}) of (?:(?:about|around|over|nearly|almost|some|more than|less than|up to|at least|approximately|as much as|only|just|a|an|another) )*(?:[a-z]{0,3}[$€£¥])?$")
AFTER_DROP = re.compile(r"(?: [a-z]+)?[ -]([a-z]+) (?:in|for|of|on) (?:(?:the|its|his|her|their|our|a|an) )?")
BRACKET = re.compile(r" \([^()]{0,40}\)")
WORD = re.compile(r"[^\s]+")
KINDS = frozenset("count money percent measure duration ratio".split())


def add_subjects(text: str, low: str, group: list[Draft], sentence: tuple[int, int]) -> None:
    """Sets `subject` of the figures of one sentence.

    >>> text = "14.8 billion yuan of funds"
    >>> draft = Draft(0, 17, "money", noun_end=17)
    >>> add_subjects(text, text, [draft], (0, 26)); draft.subject
    'funds'
    """
    for draft in group:
        if draft.kind not in KINDS or draft.subject is not None:
            continue
        span = subject_of(text, low, draft, sentence)
        if span is not None:
            draft.subject = " ".join(text[slice(*span)].split())


def subject_of(text: str, low: str, draft: Draft, sentence: tuple[int, int]) -> tuple[int, int] | None:
    """The span of the subject, by the first of these that is there.

    counted noun - "of" a noun - a noun behind - "drop in sales" - "a profit of" - the clause's own.
    """
    end = max(draft.end, draft.noun_end)
    if draft.kind in ("count", "ratio") and draft.unit and draft.noun_end:
        begin = draft.noun_end - len(draft.unit)
        of = OF.match(low, draft.noun_end)
        if of and low.startswith(" of", draft.noun_end):
            noun = noun_after(text, low, of.end() - 1, one=True)
            if noun:
                return begin, noun[1]
        return begin, draft.noun_end
    if draft.end > end or not draft.unit:
        end = draft.end
    bracket = BRACKET.match(text, end)
    if bracket:
        end = bracket.end()
    of = OF.match(low, end)
    if of and low.startswith(" of", end):
        noun = noun_after(text, low, of.end() - 1, one=True)
        if noun:
            return noun
    if draft.kind != "duration" or draft.unit is None:
        noun = noun_after(text, low, end, one=True) if low[end : end + 1] == " " else None
        if noun and low[noun[0] : noun[1]].rsplit(" ", 1)[-1] in AFTER:
            change = AFTER_DROP.match(low, end)
            if change and change[1] in AFTER:
                target = noun_after(text, low, change.end() - 1, one=True)
                return target or noun
        elif noun and (draft.kind in ("money", "measure") or draft.kind == "percent") and not is_plural(low[noun[0] : noun[1]]):
            return noun
    return left_subject(text, low, draft, sentence)


def left_subject(text: str, low: str, draft: Draft, sentence: tuple[int, int]) -> tuple[int, int] | None:
    """The noun to the left: "a net profit of", else the first noun of the clause."""
    floor = max(sentence[0], draft.start - 160)
    left = low[floor : draft.start]
    amount = AMOUNT_OF.search(left[-70:]) if " of " in left[-24:] else None
    if amount:
        base = draft.start - len(left[-70:])
        at = base + amount.start(1)
        phrase = last_noun(text, low, at, base + amount.end(1))
        if phrase and low[phrase[0] : phrase[1]] not in DIRECTION_WORDS and low[phrase[0] : phrase[1]] not in ("total", "average", "record", "increase", "decrease"):
            return phrase
    cuts = {floor}
    for mark in BOUNDARIES:
        at = left.rfind(mark)
        if at >= 0:
            cuts.add(floor + at + len(mark))
    for start in sorted(cuts, reverse=True):
        found = first_noun(text, low, start, draft.start)
        if found:
            return found
    return None


def last_noun(text: str, low: str, start: int, end: int) -> tuple[int, int] | None:
    """The noun phrase that ends at `end`, without what cannot belong to it.

    >>> text = "posted a net profit"
    >>> text[slice(*last_noun(text, text, 0, 19))]
    'net profit'
    """
    words = list(WORD.finditer(text, start, end))
    begin = None
    for match in reversed(words):
        word = low[match.start() : match.end()]
        if begin is None:
            if not is_noun(word, match.group()):
                return None
            begin = match.start()
            continue
        if word in ("a", "an", "the", "its", "of", "and") or not (
            is_noun(word, match.group()) or noun_like(word)
        ):
            break
        begin = match.start()
    return (begin, end) if begin is not None else None


def noun_like(word: str) -> bool:
    """Whether a word may stand inside a noun phrase as an adjective."""
    return word in classes()["adjective"] and not word.endswith("ly")
