"""The rules for units of measure, durations and percentages."""

from decimal import Decimal

from tui.figures.draft import Draft, NoFigure, Site, Verdict
from tui.figures.excluded.numbers_of_places import is_postcode
from tui.figures.grammar.following_word import LETTERS, ends_before, next_word
from tui.figures.kinds.money import currency_before, money_word_fits
from tui.figures.kinds.quantities import quantity, sign
from tui.figures.kinds.short_units import unit_fits
from tui.figures.kinds.units import form_after, form_at
from tui.figures.numbers.numbers_in_words import multiplied
from tui.figures.tables import Form, word_set
from tui.patterns import pattern

LARGE = pattern(
    r" (?:[a-z]+ )?(?!(?:is|was|has|as|its|this)(?![a-z]))(?:of|[a-z]+s|people|men|women)(?![a-z])"
)
RACES = frozenset(["the", "men’s", "women’s", "men's", "women's"])  # "the 100m"
LONG = word_set(
    """
    long tall high wide deep away north south east west above below apart race sprint final
    freestyle butterfly backstroke hurdles relay dash radius x by
    """
)
LONG_PHRASES = (" from the ", " in length", " in height", " in depth", " in width", " in diameter")
IN_FEET = pattern(r"[ ]?\([0-9,.]+ ?(?:ft|feet|yards)")
# "51.5° N", "40°26′46″N": where a place is.
AFTER_DEGREES = frozenset("NSEW0123456789")
COORDINATE = pattern(r"[0-9.]+ ?° ?(?:[0-9.]+ ?[′'’] ?(?:[0-9.]+ ?[″\"”′'’]{1,2} ?)?)?[NSEW](?!\w)")
PRESSURE = pattern(r"/([0-9]{2,3})(?![0-9/.,]*[0-9]|%)( ?mm ?hg(?![a-z]))?")
PRESSURE_NEAR = pattern(r"(?<![a-z])(?:blood pressure|bp|hypertension|systolic)(?![a-z])")
CAPACITY = pattern(r"capacit|charge")
# "48m" is a length where nothing follows that is counted and a length is spoken of.
NO_NOUN = word_set("is was and or to from at in above below deep off clear")
OF_LENGTH = word_set(
    """
    height length distance depth width radius diameter altitude elevation outreach tall wide deep
    metre metres meter meters swim swam ran jumped threw leapt sprint hurdles freestyle
    leap throw vault javelin discus waves tide tides tsunami
    """
)
MODELS_OF = frozenset(["Boeing", "Airbus", "Cessna", "Form", "Schedule", "Model"])
FILED = frozenset(["filing", "filings", "form", "forms", "disclosure", "disclosures"])
AGED = frozenset(["aged", "Aged"])  # "she was aged 84 years"
HOT_OR_COLD = word_set("temperature temperatures kelvin cool cooled cooling heated hot star cold")
LENGTH_NEAR = pattern(r"(?<![a-z])[0-9.]+ ?(?:[dcmk]m|ft|feet)(?![a-z])")
LOOSENED_BY = frozenset([" or", "+ d", "+ h", "+ m", "+ p", "+ w", "+ y", "-pl", "-od"])
OR_MORE = pattern(r" or (?:more|less|so|fewer)(?= [a-z])|(?:\+|-plus|-odd)(?= [a-z])")
AGE = pattern(r"[ \u00a0-]?(?:olds?|of[ -]age)(?![a-z])|[ -](?=y/?o(?![a-z]))")
LENGTHENING = word_set(
    """
    consecutive straight full more additional whole successive long solid calendar working
    business trading further extra short other previous past entire light
    """
)
BLANKS = frozenset(" \u00a0\n")
BEHIND_LENGTHENING = BLANKS | {"-"}
TOKENS_BEFORE_UNIT = LENGTHENING | {"or", "us", "+", "plus", "odd"}
# How all begins that may be between a number and its unit.
BEFORE_UNIT = (
    LOOSENED_BY | {" us"} | {blank + word[:2] for blank in " \u00a0\n" for word in LENGTHENING}
)


def loose_suffix(site: Site) -> None:
    """Reinterprets the suffix "m" as metre, "t" as tonne, "g" as gram if no money is meant."""
    number, low = site.number, site.low
    if not number.loose or number.value is None:
        return
    begin, _ = sign(site)
    if currency_before(site, begin):
        return
    suffix = low[site.start : site.end].lstrip("0123456789., \u00a0")
    if not stands_for_a_unit(site, suffix) and site.following not in "☉⊙":
        return
    bare = site.end - len(suffix)
    while site.text[bare - 1] in " \u00a0":
        bare -= 1
    site.reaches(bare)
    site.number = number._replace(
        end=bare, value=multiplied(number.value / number.scale, 1), scale=1, loose=False
    )


def stands_for_a_unit(site: Site, suffix: str) -> bool:
    """Whether the letter after digits is a unit, not a scale.

    "300m long", "50 m", "the 100m" are metres, "14.2m passengers" are millions.
    """
    low, end, capital = site.low, site.end, site.text[site.end - 1].isupper()
    if suffix == "m":
        if capital:
            return False
        if is_length(low, end) or low[end - 2] in " \u00a0":
            return True
        if low.endswith(("high as ", "deep as ", "tall as ", "far as "), 0, site.start):
            return True
        if LARGE.match(low, end):
            return False
        if is_distance(low[site.start : end - 1]):
            return form_at(low, site.text, end, money=True) is None
        if "." not in low[site.start : end] and site.word.lower() in RACES:
            return True
        if not ends_before(low, end, ".,;:)", NO_NOUN):
            return False
        around = site.opening(60), end + 40
        if not OF_LENGTH.isdisjoint(LETTERS.findall(low, *around)):
            return True
        return LENGTH_NEAR.search(low, *around) is not None
    if suffix == "t":
        return form_at(low, site.text, end, money=True) is None
    if suffix == "k":
        return capital and low[end - 2] in " \u00a0" and is_temperature(site)
    return suffix in ("mm", "cr") or (suffix == "g" and not capital)


def is_temperature(site: Site) -> bool:
    """Whether digits before a capital "K" are kelvins: "a star of 3,270 K", "cooled to 77 K".

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text): return is_temperature(Site(text, text, read_number(text, text, 10), None))
    >>> of("it was at 3,270 K there"), of("cooled to 77 K"), of("he spends 77 K")
    (True, True, False)
    """
    if "," in site.low[site.start : site.end]:
        return True
    return not HOT_OR_COLD.isdisjoint(LETTERS.findall(site.low, site.opening(60), site.end + 40))


def is_distance(digits: str) -> bool:
    """Whether digits with "m" are a distance that people race: "the 10,000m record".

    >>> is_distance("10,000"), is_distance("1,204"), is_distance("500")
    (True, False, False)
    """
    return digits[-4:-3] == "," and digits.endswith("00")


def is_length(low: str, at: int) -> bool:
    """Whether the text after "m" at `at` shows that it is metres: "300m long", "5m × 4".

    >>> [is_length(low, 2) for low in ("3m long", "3m-high", "3m², in", "3m longer", "3m of")]
    [True, True, True, False, False]
    """
    if low.startswith(("²", "³", " ×", "-×"), at):
        return True
    if low[at : at + 1] in ("-", " ") and next_word(f" {low[at + 1 : at + 14]}", 0) in LONG:
        return True
    bracket = low.startswith((" (", "("), at)
    return low.startswith(LONG_PHRASES, at) or (bracket and IN_FEET.match(low, at) is not None)


def unit_of_measure(site: Site) -> Verdict:
    """a unit of measure, a unit of time or a percent sign follows the number"""
    low, text = site.low, site.text
    if site.number.style == "open":
        return open_quantity(site)
    if site.preceding == "(" and low.startswith(")%", site.end) and sign(site)[1] < 0:
        return quantity(site, "percent", "percent", site.start - 1, site.end + 2, -1)  # "(3.5)%"
    found = form_after(site, money=False)
    if found is None and low[site.end : site.end + 3] in BEFORE_UNIT:
        found = form_after_words(site)
    if found is None:
        return None
    form, end = found
    kind = form.kind
    if form.unit == "degree" and text[end : end + 2].lstrip()[:1] in AFTER_DEGREES:
        place = COORDINATE.match(text, site.start)
        if place:
            return NoFigure(place.end())
    begin, direction = sign(site)
    if kind == "duration":
        return duration(site, form, begin, end, direction)
    if not unit_fits(site, form, end):
        return None
    if form.form.isupper() and (is_postcode(site) or is_model(site, end)):
        return NoFigure(end)
    if kind == "measure" and low[begin : site.end] == "half":
        return None
    unit = form.unit
    if text[end - 2 : end] == " F" and CAPACITY.search(low, site.opening(90), end):
        unit = "farad"
    return quantity(site, kind, unit, begin, end, direction)


def is_model(site: Site, end: int) -> bool:
    """Whether a number with a letter names an aircraft or a form: "Boeing 777F", "13F filing".

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text):
    ...     at = next(i for i, sign in enumerate(text) if sign.isdigit())
    ...     number = read_number(text, text.lower(), at)
    ...     return is_model(Site(text, text.lower(), number, None), number.end + 1)
    >>> of("a Boeing 777F"), of("the 13F filing"), of("in 90F heat")
    (True, True, False)
    """
    if not site.text[end - 2 : end - 1].isdigit():
        return False
    return site.word in MODELS_OF or next_word(site.low, end) in FILED


def blood_pressure(site: Site) -> Verdict:
    """ "120/80 mmHg": a blood pressure, from the lower to the upper

    >>> from tui.figures.numbers.numerals import read_number
    >>> text = "a blood pressure of 120/80"
    >>> draft = blood_pressure(Site(text, text, read_number(text, text, 20), None))
    >>> str(draft.low), str(draft.high), draft.unit
    ('80', '120', 'millimetre of mercury')
    """
    over = site.following == "/" and site.low[site.end + 1 : site.end + 3].isdigit()
    upper = site.number.value
    if not over or upper is None or not 60 <= upper <= 300:
        return None
    match = PRESSURE.match(site.low, site.end)
    if match is None or int(match[1]) >= upper:
        return None
    if not match[2] and not PRESSURE_NEAR.search(site.low, site.opening(60), site.start):
        return None
    unit = "millimetre of mercury"
    return Draft(site.start, match.end(), "measure", None, Decimal(match[1]), upper, unit)


def form_after_words(site: Site) -> tuple[Form, int] | None:
    """A unit separated from its number by a word: "5,000 US gallons", "two full days"."""
    low, text = site.low, site.text
    found = None
    if low.startswith(" us ", site.end):
        found = form_at(low, text, site.end + 3, money=False)
        return found if found and found[0].kind == "measure" else None
    if low[site.end : site.end + 3] in LOOSENED_BY:
        found = form_after_or_more(site)
    stretch = 0 if found else behind_lengthening(low, site.end)
    if not stretch:
        return found
    found = form_at(low, text, stretch, money=False)
    return found if found and found[0].kind == "duration" else None


def behind_lengthening(low: str, at: int) -> int:
    """The end of the words after a number that only lengthen a time, 0 if there are none.

    >>> behind_lengthening("two full days", 3), behind_lengthening("two fulldays", 3)
    (8, 0)
    """
    end = 0
    while low[at : at + 1] in BLANKS:
        word = LETTERS.match(low, at + 1)
        if word is None or word[0] not in LENGTHENING:
            break
        at = word.end()
        if low[at : at + 1] not in BEHIND_LENGTHENING:
            break
        end = at
    return end


def form_after_or_more(site: Site) -> tuple[Form, int] | None:
    """A unit after "or more": "4 or more inches", "12 or so hours", "10+ hours"."""
    loosened = OR_MORE.match(site.low, site.end)
    return form_at(site.low, site.text, loosened.end(), money=False) if loosened else None


def open_quantity(site: Site) -> Verdict:
    """ "tens of millions of dollars", "hundreds of miles"."""
    low, text, end = site.low, site.text, site.end
    at = end + 3 if low.startswith(" of ", end) else end
    for money_first in (True, False):
        found = form_at(low, text, at, money_first)
        if found is None or (low[at] == " " and len(found[0].form) < 3) or low[at] in "\"'”’":
            continue  # "dozens in Rome", "“dozens” of"
        if not money_first or money_word_fits(site, *found):
            kind = "money" if money_first else found[0].kind
            return quantity(site, kind, found[0].unit, site.start, found[1])
    return None


def tells_seconds(site: Site) -> bool:
    """Whether "s" after digits means seconds: "9.58s", not "the 90s", "747s", "under-16s"."""
    value = site.number.value
    if value is None or site.preceding in "-‑":
        return False
    whole = value == value.to_integral_value()
    if site.word[:1].isupper() and whole:
        return False  # "30 Sprint 9s"
    return value < 20 or (value < 100 and value % 10 != 0) or not whole


def duration(site: Site, form: Form, begin: int, end: int, direction: int) -> Verdict:
    """A duration, or an age if "old" or "of age" follows."""
    low = site.low
    if site.number.value == 0 and low[site.end] == "-":
        return None  # "a zero-day exploit"
    if form.form in ("a", "s", "h", "D", "Y", "quarter", "second", "min", "sec", "generation"):
        glued = low[site.end] not in " \u00a0\n-"
        if form.form == "a" and glued:
            return None  # "Fig. 3a"
        if form.form == "quarter" or (
            form.form in ("a", "s", "D", "Y", "h")
            and not glued
            and not (form.form == "a" and low.startswith(" and ", end))
        ):
            return None
        if form.form == "D" and site.number.value is not None and site.number.value <= 4:
            return None  # "3D"
        if form.form == "s" and not tells_seconds(site):
            return None
        if form.form == "second" and low[end : end + 1] == "-" and low[end + 1 : end + 5] != "long":
            return None  # "three second-hand lorries"
    age = AGE.match(low, end)
    if age or site.word in AGED:
        to = age.end() if age else end
        return quantity(site, "duration", f"{form.unit} of age", begin, to, direction, spoken=False)
    return quantity(site, "duration", form.unit, begin, end, direction)
