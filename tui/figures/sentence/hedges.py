"""Hedges of a number: "over", "up to", "nearly", "or more"."""

from tui.figures.draft import Draft
from tui.figures.grammar.direction_words import MOVING
from tui.figures.grammar.following_word import ALPHABET
from tui.figures.grammar.hedge_words import AFTER_HEDGES, CJK_HEDGES, HEDGES, SYMBOL_HEDGES
from tui.figures.numbers.number_words import FIRST_CJK
from tui.figures.tables import word_set
from tui.patterns import pattern

MAX_TAG = 200  # code points of a tag of HTML that are looked at
TAG = pattern(r"</?[a-z][a-z0-9]*(?:\s[^<>]*=[^<>]*)?/?$")
MAX_LENGTH = 28  # code points before a figure in which its hedge is sought


def _by_last_word() -> dict[str, dict[str, list[tuple[str, str]]]]:
    table: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for bound, listed in HEDGES.items():
        for phrase in (" ".join(each.split()) for each in listed.split(",")):
            *ahead, last = phrase.split(" ")
            ends = ahead[-1][-2:] if ahead else ""
            table.setdefault(last, {}).setdefault(ends, []).append((phrase, bound))
    for phrases in table.values():
        for alike in phrases.values():
            alike.sort(key=lambda each: -len(each[0]))
    return table


# By the last word, and how the word before it ends, "" if there is none: of fourteen phrases that
# end in "of" one or two are compared with the text.
BEFORE = _by_last_word()
BOUND_AFTER = {
    phrase.strip().replace("_", " "): bound
    for bound, listed in AFTER_HEDGES.items()
    for phrase in listed.split(",")
}
# The hedges behind a number by how they begin; what goes on after them is another word.
BEHIND: dict[str, list[str]] = {}
for _phrase in BOUND_AFTER:
    BEHIND.setdefault(_phrase[:4], []).append(_phrase)
PLUS_BEGINS = frozenset("+" + following for following in " ,.;:)-\n")
GOES_ON = frozenset(ALPHABET + "0123456789")
# "About the two" loosens nothing, but "above magnitude 4" does.
ARTICLES = ("a", "an", "another", "only", "just", "-", "magnitude")
LAST_WORDS = BEFORE.keys() | ARTICLES
MARKS = (" mark", "-mark", " level", " threshold", " barrier", " milestone")
OF_AGE = " the age of"
PASSING = (" above", " below", " over", " under", " beyond")
# "over 30 years" is a hedge after "for" or "lasted"; else it says when.
SPANNING = ("over", "past", "within", "near", "beyond")
LASTING = word_set(
    "for in after with is was are were be been lasted took takes of by aged and than at got given"
)
# "Ticked up to 5%": that far it went, no bound.
WENT_UP = word_set(
    "shot ticked ticks tick edged edges inched crept went nudged add adds added adding back"
)
LEAST_OR_MORE = len("5 or more m")
AROUND_A_DATE = ("around ", "approximately ", "circa ", "roughly ")
AROUND_A_TIME = (*AROUND_A_DATE, "about ")
AGE = "year of age"
# "From under eight metres of mud": that is where, not how much.
BURIED = frozenset(["from", "buried", "trapped", "lay", "lies", "hidden", "submerged"])
NOT_OVER = word_set(
    """
    cut cuts took taken take turned turn handed won fought fight dispute battle
    """
)


def add_hedge(text: str, low: str, draft: Draft, sentence: tuple[int, int]) -> None:
    """Sets `hedge` (as written) and `bound` of a figure.

    >>> draft = Draft(27, 29, "percent")
    >>> text = "decreased by no fewer than 30%"
    >>> add_hedge(text, text, draft, (0, 30))
    >>> draft.hedge, draft.bound
    ('no fewer than', 'more')
    """
    start, floor = draft.start, sentence[0]
    behind_word = False
    if start > floor:
        near = low[start - 1]
        behind_word = near == " " and low[start - 2].isalpha()  # nearly all
        if not behind_word and add_symbol_hedge(low, draft, floor):
            return
        if near >= FIRST_CJK:
            add_cjk_hedge(low, draft)
            return
    begin = start - MAX_LENGTH if start - MAX_LENGTH > floor else floor
    stripped = low[begin : start - 1] if behind_word else low[begin:start].rstrip(" \u00a0\n-$€£")
    last = stripped.rpartition(" ")[2]
    if last and not last[0].isalpha():
        last = last.lstrip("([“\"'\n")
    if last == "the" and low.startswith(MARKS, draft.end):
        before = stripped.removesuffix("the").rstrip()
        if before.endswith(PASSING):
            stripped, last = before, before[before.rfind(" ") + 1 :]  # "below the $5 mark"
    elif last == "of" and stripped.endswith(OF_AGE):
        stripped = stripped.removesuffix(OF_AGE)  # "over the age of 18", but "a row over"
        last = stripped[stripped.rfind(" ") + 1 :]
    if last in LAST_WORDS:
        found = hedge_before(low, draft, stripped, begin, floor)
        if found:
            at, phrase, draft.bound = found
            draft.hedge, draft.hedge_start = text[at : at + len(phrase)], at
            return
    add_hedge_after(text, low, draft)


def add_time_hedge(text: str, low: str, draft: Draft) -> None:
    """Sets the hedge of a time of day or a date: "around 3 p.m.", "around August 1".

    >>> draft = Draft(9, 15, "time")
    >>> add_time_hedge("At about 3 p.m.", "at about 3 p.m.", draft); draft.hedge, draft.bound
    ('about', 'approx')
    >>> draft = Draft(13, 17, "date")
    >>> text = "a book about 1984"
    >>> add_time_hedge(text, text, draft); draft.hedge
    """
    start = draft.start
    phrases = AROUND_A_TIME if draft.kind == "time" else AROUND_A_DATE
    if not low.endswith(phrases, 0, start):
        return  # nearly all
    draft.hedge, draft.bound = (
        text[max(0, start - 16) : start].split()[-1].lstrip("([“\"'"),
        "approx",
    )


def add_symbol_hedge(low: str, draft: Draft, floor: int) -> bool:
    """Sets a symbol before a number as its hedge: "≥70", "≥ 70", "<= 70".

    >>> draft = Draft(3, 5, "count")
    >>> add_symbol_hedge(">= 70", draft, 0), draft.hedge, draft.bound
    (True, '>=', 'more')
    """
    at = draft.start - 2 if low[draft.start - 1] == " " else draft.start - 1
    begin = at - 1 if at > floor and low[at] == "=" and low[at - 1] in "<>" else at
    if begin < floor or low[begin] not in SYMBOL_HEDGES or is_markup(low, begin):
        return False
    draft.hedge, draft.bound = low[begin : at + 1], SYMBOL_HEDGES[low[begin]]
    return True


def is_markup(low: str, sign: int) -> bool:
    """Whether the sign before a figure quotes a line of Markdown, or ends a tag.

    >>> is_markup("> 70 died", 0), is_markup("<td>70", 3)
    (True, True)
    >>> is_markup(">70", 0), is_markup("in men > 70", 7), is_markup("if a<b and c>70", 12)
    (False, False, False)
    """
    if low[sign] != ">":
        return False
    begin = max(0, sign - MAX_TAG)
    line = low[max(begin, low.rfind("\n", begin, sign) + 1) : sign]
    is_quote = low[sign + 1] == " " and not line.strip("> ")
    return is_quote or (line.rfind("<") >= 0 and TAG.match(line, line.rfind("<")) is not None)


def add_hedge_after(text: str, low: str, draft: Draft) -> None:
    """Sets the hedge after a number or its noun: "30 or so", "30 goats or more"."""
    if draft.end - draft.start > 3 and "+" in low[draft.start + 1 : draft.end]:
        draft.hedge, draft.bound = "+", "more"  # "30+ years"
        return
    if draft.end - draft.start > LEAST_OR_MORE and " or more " in low[draft.start : draft.end]:
        draft.hedge, draft.bound = "or more", "more"  # "1,000 or more kilograms"
        return
    for at in (draft.end, draft.noun_end) if draft.noun_end > draft.end else (draft.end,):
        near = low[at : at + 4]
        if near not in BEHIND and not (near >= "+" and near[:2] in PLUS_BEGINS):
            continue  # nearly all begin with a space or a stop, before "+" in order
        for phrase in BEHIND.get(near, ("+",)):
            end = at + len(phrase)
            if not low.startswith(phrase, at) or low[end : end + 1] in GOES_ON:
                continue
            if phrase != " plus" or draft.kind == "count":
                draft.hedge, draft.bound = text[at:end].strip(" -"), BOUND_AFTER[phrase]
                return


def hedge_before(
    low: str, draft: Draft, stripped: str, begin: int, floor: int
) -> tuple[int, str, str] | None:
    """The hedge at the end of the words before a figure: its place, words and class.

    `stripped` are the words, which start at `begin`; an article may follow the hedge.
    """
    words = stripped.split()
    for _ in words[:2]:
        known = BEFORE.get(words[-1].lstrip("([“\"'"), {})
        ends = words[-2][-2:] if known and len(words) > 1 else ""
        for phrase, bound in (*known.get(ends, ()), *(known.get("", ()) if ends else ())):
            if stripped.endswith(phrase):
                at = begin + len(stripped) - len(phrase)
                if at > floor and low[at - 1].isalnum():
                    continue
                if phrase == "over" and len(words) > 1 and words[-2] in NOT_OVER:
                    continue
                if phrase == "over" and low.startswith(" other ", draft.end) and is_few(draft):
                    continue  # "was chosen over two other towns"
                if phrase == "under" and len(words) > 1 and words[-2] in BURIED:
                    continue
                if phrase == "up to" and len(words) > 2 and words[-3] in MOVING:
                    continue  # "revised up to 16.4"
                if phrase == "up to" and len(words) > 2 and words[-3] in WENT_UP:
                    continue
                if phrase == "as long as" and draft.kind != "duration":
                    continue  # "as long as two of them agree"
                if phrase in SPANNING and draft.kind == "duration" and draft.unit != AGE:
                    ahead = low[max(floor, at - 16) : at].split()
                    lasts = ahead[-1:] != [] and ahead[-1] in LASTING
                    if phrase != "over" or not (lasts or low.startswith(" ago", draft.end)):
                        continue
                return at, phrase, bound
        if words[-1] not in ARTICLES:
            break
        stripped = stripped[: -len(words[-1])].rstrip(" \u00a0\n")
        words.pop()
    return None


def is_few(draft: Draft) -> bool:
    """Whether a number is so small that nobody rounds it."""
    return draft.low is not None and draft.low < 10


def add_cjk_hedge(low: str, draft: Draft) -> None:
    """Sets a hedge before a number without a space: "约37万人".

    >>> draft = Draft(2, 3, "count")
    >>> add_cjk_hedge("超过3人", draft); draft.hedge, draft.bound
    ('超过', 'more')
    """
    for size in (2, 1):
        word = low[draft.start - size : draft.start]
        if word in CJK_HEDGES:
            draft.hedge, draft.bound = word, CJK_HEDGES[word]
            return
