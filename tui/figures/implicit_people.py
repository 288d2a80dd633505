"""Implicit people: counts of persons without a noun, as in "killing seven", "38,000 homeless"."""

from tui.figures.direction_words import FILLERS
from tui.figures.draft import Draft
from tui.figures.tables import word_set
from tui.patterns import pattern

HARMING = word_set(
    """
    kill kills killed killing injure injures injured injuring wound wounds wounded wounding hurt
    hurting infect infected infecting arrest arrests arrested arresting detained detaining rescued
    """
)
HARMED = pattern(
    r" (?:who|aboard|on board)(?![a-z])"
    r"|(?: (?:others?|more))?(?:,? (?:was|were|are|is|have|had|has|remain|remained|of whom))?"
    r"(?: been)?"
    r"(?: (?:seriously|critically|badly|severely|slightly|fatally|feared|confirmed|presumed))?"
    r" (?:dead|killed|injured|wounded|missing|hurt|hospitali[sz]ed|arrested|died|dying|infected"
    r"|recovered|rescued|evacuated|homeless|unaccounted|dies?|jailed|stabbed|shot dead|stranded"
    r"|displaced|trapped|drowned|detained|deported|kidnapped|abducted|executed|drown"
    r"|charged|convicted|indicted|sentenced|freed|vaccinated|hanged)(?![a-z])"
)


def of_people(low: str, words: list[str], draft: Draft) -> bool:
    """Whether a bare number counts people: "killing seven", "12 dead", "14 have recovered".

    >>> from decimal import Decimal
    >>> def of(text, start, end):
    ...     draft = Draft(start, end, "count", low=Decimal(7), high=Decimal(7))
    ...     return of_people(text, text[:start].split(), draft)
    >>> of("killing at least 7.", 17, 18), of("it left 7 dead", 8, 9), of("it fell 7.", 8, 9)
    (True, True, False)
    """
    if draft.low is None or draft.low != draft.low.to_integral_value():
        return False
    if HARMED.match(low, draft.end):
        return True
    before = [word for word in words[-4:] if word not in FILLERS and word not in ("at", "up", "to")]
    return before[-1:] != [] and before[-1].strip(",") in HARMING and words[-1] not in ("to", "by")
