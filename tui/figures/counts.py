"""The rules for counts: a number with the noun that is counted, or without one."""

from tui.figures.amounts import quantity, sign
from tui.figures.counted import is_plural, noun_after, noun_of
from tui.figures.draft import Draft, NoFigure, Site, Verdict
from tui.figures.units import per
from tui.patterns import pattern

COUNTERS = frozenset("人名位件起个個家户次台辆只条本张座所架艘枚套")  # what Chinese counts with
FOLD = pattern(r"-?fold(?![a-z])")
LOOSENED = pattern(
    r"(?:\+|-plus|-odd|-ish|-some| or so| or more| or fewer)(?= )"
)  # "40-plus stores", "500-odd staff"
VERSUS_OTHER = pattern(r"-(?:of|for|from)-[0-9]{1,3}(?![0-9a-z])")  # "24-of-35 passing"


def counted_noun(site: Site) -> tuple[int, int] | None:
    """The noun right behind the number; looked for once."""
    if site.noun is False:
        one = site.number.value == 1 and site.number.scale == 1
        loosened = LOOSENED.match(site.low, site.end)
        end = loosened.end() if loosened else site.end
        glued = not loosened and site.after() in "-‑" and site.after(1).isalpha()
        site.noun = noun_after(site.text, site.low, end, one, glued)
    return site.noun or None


def count(site: Site) -> Verdict:
    """a noun that is counted stands behind the number"""
    text, low, number = site.text, site.low, site.number
    begin, direction = sign(site)
    one = number.value == 1 and number.scale == 1
    if one and low.startswith("-time", site.end):
        return NoFigure(site.end)
    folded = fold(site)
    if folded and not one:
        return quantity(site, "count", "times", begin, folded, direction, spoken=False)
    other = VERSUS_OTHER.match(low, site.end)
    if other:
        return Draft(begin, other.end(), "score")
    if site.after() in COUNTERS:
        return quantity(site, "count", site.after(), begin, site.end, direction, spoken=False)
    span = counted_noun(site)
    if (
        span
        and not one
        and site.end - site.start < 5
        and "." not in text[site.start : site.end]
        and text[span[0]].isupper()
        and not is_plural(low[span[0] : span[1]].split(" ")[-1])
    ):
        return NoFigure(site.end)  # "358 El Brillo Way": an address, a name
    if span and names_a_thing(site, span):
        return NoFigure(site.end)
    if span is None:
        span = noun_of(text, low, site.end)
    if span is None:
        if number.style == "open":
            plural = low[site.end - 1] == "s"  # "hundreds" alone is no figure, "a few hundred" is
            return NoFigure(site.end) if plural and not low.startswith(" of ", site.end) else None
        return None
    draft = quantity(site, "count", text[slice(*span)], begin, site.end, direction, spoken=False)
    draft.noun_end = span[1]
    if draft.unit and draft.unit.lower() in ("times", "time"):
        over = per(low, span[1])
        draft.unit = f"times per {over[0]}" if over else "times"
    return draft


def names_a_thing(site: Site, span: tuple[int, int]) -> bool:
    """ "the 737 maker": three digits between "the" and a singular noun are a name."""
    digits = site.low[site.start : site.end]
    if len(digits) != 3 or not digits.isdigit() or site.word_before().lower() != "the":
        return False
    return not is_plural(site.low[slice(*span)].split(" ")[-1])


def fold(site: Site) -> int:
    """Where "-fold" behind a number ends ("sixfold", "10-fold"), 0 if it does not stand there."""
    match = FOLD.match(site.low, site.end)
    return match.end() if match else 0


def bare(site: Site) -> Verdict:
    """no unit and no noun: a plain number"""
    begin, direction = sign(site)
    low = site.low
    if low[site.start : site.end] == "one":
        return NoFigure(site.end)
    draft = quantity(site, "count", "", begin, site.end, direction, spoken=False)
    draft.unit = None
    draft.noun_end = 0
    return draft
