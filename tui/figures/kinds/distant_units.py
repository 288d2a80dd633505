"""Units that are not directly after their number: "magnitude 5.2", "240 rushing yards"."""

from tui.figures.draft import Draft, Site
from tui.figures.kinds.units import form_at
from tui.figures.tables import units
from tui.patterns import pattern

# "The magnitude of the quake was 5.5"
MAGNITUDE = pattern(
    r"(?<![a-z])magnitudes? (?:of (?:[a-z]+ ){0,4}?)?(?:(?:was|is|at|as|to|of|about|around|nearly"
    r"|between|[0-9]\.[0-9] and) )*$"
)
BETWEEN_MAGNITUDE = frozenset(
    ["of", "was", "is", "at", "as", "about", "around", "nearly", "to", "and", "between"]
)
QUAKES = ("quake", "tremor", "aftershock", "foreshock")  # "a 5.2 quake"
# What measures where participles are before it.
MEASURING = (
    " yards", " miles", " kilometres", " kilometers", " tonnes", " tons", " litres", " liters",
    " gallons", " acres", " hectares", " megawatts", " gigawatts",
)  # fmt: skip
# "5.2 on the Richter scale", "50 and 70 on the GPa scale"
ON_SCALE = pattern(r" on the (richter|moment magnitude|[^\W\d_]{1,12}) scale(?![a-z])")


def is_decimal(site: Site) -> bool:
    """Whether a number has decimals and no scale: then only a mean can be counted with it."""
    number = site.number
    if number.scale > 1 or number.value is None or number.value < 1:
        return False
    return site.end - site.start > 2 and "." in site.text[site.start : site.end]


def as_measured(site: Site, draft: Draft) -> Draft:
    """ "240 rushing yards", "12 remaining miles"; "air miles" is a unit of its own."""
    assert draft.unit is not None
    *said, last = draft.unit.lower().split(" ")
    if all(word.endswith(("ing", "ed")) for word in said):
        form = next(form for form in units()[last] if form.form == last)
        draft.subject, draft.kind, draft.unit = draft.unit, form.kind, form.unit
    return draft


def as_magnitude(site: Site, draft: Draft) -> Draft:
    """ "magnitude 5.2", "60 on the GPa scale": a unit that does not follow immediately."""
    named = site.low.startswith(" on the ", site.end) and " scale" in site.low[site.end :][:40]
    scale = ON_SCALE.match(site.low, site.end) if named else None
    if scale:
        form = form_at(site.low, site.text, scale.start(1) - 1, money=False)
        if scale[1] in ("richter", "moment magnitude"):
            draft.kind, draft.unit = "measure", "magnitude"
        elif form and form[1] == scale.end(1):
            draft.kind, draft.unit = form[0].kind, form[0].unit
    word = site.word.lower()
    if (
        word == "magnitude"
        or (draft.subject is not None and draft.subject.lower().endswith(QUAKES))
        or site.low.endswith("magnitude-", 0, site.start)
        or (
            word in BETWEEN_MAGNITUDE
            and is_decimal(site)
            and MAGNITUDE.search(site.low, site.opening(60), site.start)
        )
    ):
        draft.kind, draft.unit = "measure", "magnitude"
    return draft
