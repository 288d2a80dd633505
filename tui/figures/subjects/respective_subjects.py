"""Subjects that one figure has from another: "respectively", the rest of a whole."""

from tui.figures.draft import Draft
from tui.figures.grammar.acting_verbs import MEASURING
from tui.figures.grammar.direction_words import AFTER, DIRECTION_WORDS
from tui.figures.grammar.noun_phrases import first_noun
from tui.figures.subjects.adjacent_subject import UNITS
from tui.figures.tables import words
from tui.patterns import pattern

Span = tuple[int, int]

DOES = pattern(r" (?:also )?([a-z]+)(?= )")
CLAUSE_OF_SHARE = pattern(
    r"(?:[,;]? (?:and|while|but|whereas)|[,;])"
    r"(?: (?:about|another|nearly|only|just|some|roughly|the (?:other|remaining)))* $"
)
ANSWERING = (" said ", " say ", " would ", " were ", " are ", " had ", " have ")
LISTED = pattern(r"(?:(?!,? and |, ).)+")


def respective(text: str, low: str, group: list[Draft], sentence: Span) -> None:
    """Assigns the nouns of a list to its figures: "Thefts and fines rose by 5% and 6%
    respectively".

    >>> text = "thefts and fines rose by 5% and 6% respectively"
    >>> drafts = [Draft(25, 27, "percent"), Draft(32, 34, "percent")]
    >>> respective(text, text, drafts, (0, len(text))); [draft.subject for draft in drafts]
    ['thefts', 'fines']
    """
    at = low.find("respectively", *sentence)
    if at < 0:
        return  # nearly all
    run = [draft for draft in group if draft.kind in UNITS and draft.end <= at and not draft.links]
    if not 1 < len(run) < 6 or len({draft.kind for draft in run}) > 1:
        return
    parted = max(low.rfind(mark, sentence[0], run[0].start) for mark in (": ", "; "))
    opens = parted + 2 if parted >= 0 else sentence[0]
    before = low[opens : run[0].start]
    verb = next((word for word in before.split() if word in MEASURING | DIRECTION_WORDS.keys()), "")
    end = opens + before.find(f" {verb} ") if verb else opens
    spans = []
    for piece in LISTED.finditer(low, opens, end):
        found = first_noun(text, low, piece.start(), piece.end())
        if found and found[0] < found[1]:
            spans.append(found)
    if len(spans) < len(run):
        return
    for draft, span in zip(run, spans[-len(run) :], strict=True):
        draft.subject = text[slice(*span)]


def rest_of_whole(low: str, before: Draft, draft: Draft) -> bool:
    """Whether a share has the same whole as the one before: "5% of men agreed and 3% declined".

    >>> shares = Draft(0, 2, "percent"), Draft(21, 23, "percent")
    >>> shares[0].subject = "men"
    >>> rest_of_whole("5% of men agreed and 3% declined to", *shares)
    True
    """
    if before.kind != "percent" or before.subject is None:
        return False
    if not low.startswith((" of ", *ANSWERING), before.end):
        return False
    if low.startswith(" to ", draft.end) and low.startswith(" of ", before.end):
        return CLAUSE_OF_SHARE.search(low, before.end, draft.start) is not None  # "and 48% to stay"
    does = DOES.match(low, draft.end)
    if does is None or not CLAUSE_OF_SHARE.search(low, before.end, draft.start):
        return False
    table, verb = words(), does[1]
    return (
        low.startswith(ANSWERING, draft.end)
        or verb in table["verb"]
        or verb.endswith("ed")
        or (verb in table["either"] and verb not in AFTER)
    )
