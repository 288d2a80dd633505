"""The rules for counts: a number with a counted noun, or without one."""

from decimal import Decimal

from tui.figures.draft import Draft, NoFigure, Site, Verdict
from tui.figures.excluded.citations import cited_end
from tui.figures.excluded.nonfigures import is_address, names_a_thing, names_an_airliner
from tui.figures.excluded.numbers_of_places import ends_entry, is_in_command, is_in_street
from tui.figures.grammar.counted_noun import noun_after
from tui.figures.grammar.following_word import next_word, words_in
from tui.figures.grammar.noun_words import AHEAD, is_plural
from tui.figures.grammar.partitive_noun import noun_of
from tui.figures.kinds.distant_units import MEASURING, as_magnitude, as_measured, is_decimal
from tui.figures.kinds.money import millions_of
from tui.figures.kinds.open_numbers import act_themselves, counts_alone, opens_clause
from tui.figures.kinds.quantities import quantity, sign
from tui.figures.kinds.units import BY_AREA, per, per_many
from tui.figures.numbers.number_words import PLURAL_SCALES
from tui.figures.numbers.numbers_in_words import multiplied
from tui.figures.sentence.implicit_people import HARMING, are_harmed
from tui.figures.tables import word_set
from tui.patterns import pattern

# What Chinese counts with.
COUNTERS = frozenset(
    "人名位件起个個家户次台辆只条本张座所架艘枚套部笔宗例批项处款份册颗粒匹头株棵栋支瓶箱"
)
FOLD = pattern(r"-?fold(?![a-z])|[x×](?![a-z0-9]| ?[0-9])|倍")
FOLD_BEGINS = ("-fold", "fold", "x", "×", "倍")
LOOSENED = pattern(
    r"(?:\+|[- ]plus|-odd|-ish|-some| or so| or more| or fewer)(?=[ .,;:)]|$)"
)  # "40-plus stores", "500-odd staff"
# "one to four months": the first end of a range.
FIRST_END = pattern(
    r"(?: (?:to|or) |-to-|[-–])(?=[0-9]|(?:two|three|four|five|six|seven|eight|nine|ten|twelve)"
    r"(?![a-z]))"
)
# "three-dimensional", "two-handed": the number is part of an adjective.
QUALIFIED = pattern(
    r"-(?:[a-z]{2,}[^e]ed|dimensional|lateral|directional|way|factor|tier|wheel(?:er)?"
    r"|[a-z]+-[a-z]{3,}ed)(?![a-z-])"
)
# What is told in years without saying so.
AGE_TOPIC = pattern(
    r"(?<![a-z])(?:life expectancy|(?:average|median|mean|retirement|pension) age)(?![a-z])"
    r"[^.;,%]{0,60} (?:is|was|to|at|of|around|about|over|under|than)(?: (?:a|about|around|just))? $"
)
BEFORE_AGE = word_set("is was to at of around about over under than a just")
HIGHEST_AGE = 120
OF_AGE = frozenset(["age", "expectancy"])
WHICH_AGE = word_set("life average median mean retirement pension")
PLURAL_OF = pattern(r"s of(?: (thousands|millions|billions)(?![a-z]))?(?= )")
POWERS_OF_TEN = frozenset(map(Decimal, (10, 100, 1000, 10**4, 10**5, 10**6)))
IS_OF_THEM = frozenset(["is", "was", "has", "had", "died", "survived"])  # "only one was hurt"
OWNED = frozenset(["the", "his", "her", "their", "its", "our", "my"])  # "the only one is"
TIMES = frozenset(["second", "minute", "hour", "day", "week", "month", "year", "decade"])
# "another pick or two"
OR_SO_MANY = pattern(r"(?<![a-z])(?:a|an|one|another) ([a-z]{3,20}) or $")
RATED_BY = frozenset([" p", " a", " e", " f", " t", " i", "-p", "-a", "/h", "/d"])
LOOSENED_BY = frozenset(["+ ", "-p", " p", "-o", "-i", "-s", " s", " o"])  # how one of these begins
IN_ONE = pattern(r"-in-(?:one|1)(?![0-9a-z])")  # "a 2-in-1"
QUOTES = frozenset('”"’')
MOVES = frozenset(["gain", "rise", "increase", "drop", "fall", "decline", "decrease"])
VERSUS_OTHER = pattern(r"-(?:of|for|from)-[0-9]{1,3}(?![0-9a-z])")  # "24-of-35 passing"


def plural_in_digits(site: Site) -> None:
    """Treats "1,000s of people" and "10s of thousands" as open, like "thousands of people".

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text):
    ...     site = Site(text, text, read_number(text, text, 0), None)
    ...     plural_in_digits(site)
    ...     return site.number.style, str(site.number.value), str(site.number.high)
    >>> of("1,000s of people"), of("10s of thousands of men")
    (('open', '1000', '10000'), ('open', '10000', '100000'))
    """
    match = PLURAL_OF.match(site.low, site.end) if site.low.startswith("s of", site.end) else None
    number = site.number
    if match is None or number.style != "digits" or number.value not in POWERS_OF_TEN:
        return
    value = multiplied(number.value, PLURAL_SCALES[match[1]] if match[1] else 1)
    end = match.end(1) if match[1] else site.end + 1
    site.number = number._replace(
        end=end, value=value, high=value * 10, style="open", scale=max(int(value), 10)
    )
    site.reaches(end)


def counted_noun(site: Site) -> tuple[int, int] | None:
    """The noun directly after the number; cached."""
    if site.noun is False:
        one = site.number.value == 1 and site.number.scale == 1
        loosened = None
        if site.low[site.end : site.end + 2] in LOOSENED_BY:
            loosened = LOOSENED.match(site.low, site.end)
        end = loosened.end() if loosened else site.end
        glued = not loosened and site.following in "-‑" and site.after(1).isalpha()
        site.noun = noun_after(site.text, site.low, end, one, glued)
    return site.noun or None


def count(site: Site) -> Verdict:
    """a counted noun follows the number"""
    text, low, number = site.text, site.low, site.number
    begin, direction = sign(site)
    one = number.value == 1 and number.scale == 1
    joined = site.preceding == "-" and low.endswith("magnitude-", 0, site.start)
    if joined or site.word in ("magnitude", "Magnitude"):
        return quantity(site, "measure", "magnitude", begin, site.end, direction, spoken=False)
    if site.following != " ":
        if one and low.startswith("-time", site.end):
            return NoFigure(site.end)
        glued = count_glued(site, begin, direction, one)
        if glued:
            return glued
        if site.following == "-":
            if low[site.start : site.end] == "zero" or QUALIFIED.match(low, site.end):
                return NoFigure(site.end)  # "zero-emission", "two-handed", "two-party-preferred"
            if number.style == "words" and not one and FIRST_END.match(low, site.end):
                return None  # "three-four months"
    span = counted_noun(site)
    if span and not one and (is_address(site, span) or names_a_thing(site, span)):
        return NoFigure(site.end)
    if span is None:
        span = noun_of(text, low, site.end)
        paid = millions_of(site) if span and number.scale > 1 else None
        if paid:
            return paid
    elif number.style == "open" and opens_clause(site) and act_themselves(next_word(low, site.end)):
        span = None  # "Thousands march"
    if span is None:
        return uncounted(site, begin, direction)
    return count_of_noun(site, span, begin, direction)


def count_of_noun(site: Site, span: tuple[int, int], begin: int, direction: int) -> Draft:
    """The count of the noun at `span`; the unit as written: "top seeds", "times"."""
    text, low, number = site.text, site.low, site.number
    if number.scale == 1 and not number.grouped and "," in text[site.start : site.end][:-2]:
        return Draft(site.start, site.end, "malformed")  # "64,00 jobs", but "2,5 times"
    noun = text[span[0] : span[1]]
    if noun in MOVES:
        return plain(site, begin, direction)
    draft = quantity(site, "count", noun, begin, site.end, direction, spoken=False)
    draft.noun_end = span[1]
    if "/" in noun:
        counted, _, _ = noun.partition("/")
        rate = per(low, text, span[0] + len(counted))
        if rate:  # "310 people/km²"
            draft.subject, draft.unit = counted, f"{counted} per {rate[0]}"
    if noun.endswith(MEASURING):
        draft = as_measured(site, draft)
    if (
        is_decimal(site)
        and site.following != "-"
        and not is_plural(low[slice(*span)].split(" ")[-1])
    ):
        draft.subject, draft.unit = draft.unit, None  # "a 5.2 quake": no quake is counted
        return as_magnitude(site, draft)
    if draft.unit and draft.unit.lower() == "time":
        draft.unit = "times"
    elif (
        site.word in AHEAD
        and site.following == " "
        and not low.endswith(" a previous ", 0, site.start)
    ):
        draft.unit = draft.subject = f"{site.word} {draft.unit}"  # "the top three seeds"
    return with_rate(site, draft, span[1])


def count_glued(site: Site, begin: int, direction: int, one: bool) -> Verdict:
    """Counts without a space: "10-fold", "24-of-35", "37人"."""
    low = site.low
    folded = fold(site)
    if folded and not one:
        return quantity(site, "count", "times", begin, folded, direction, spoken=False)
    if site.following == "-":
        in_one = IN_ONE.match(low, site.end) if low.startswith("-in-", site.end) else None
        if in_one:
            return NoFigure(in_one.end())
        versus = low.startswith(("-of-", "-for-", "-from-"), site.end)
        other = VERSUS_OTHER.match(low, site.end) if versus else None
        if other:
            return Draft(begin, other.end(), "score")
    at = site.end + 1 if site.following in "多余" else site.end  # "3万多人"
    counter = site.text[at : at + 1]
    if counter in COUNTERS:
        draft = quantity(site, "count", counter, begin, site.end, direction, spoken=False)
        draft.noun_end = at + 1
        return draft
    return None


def with_rate(site: Site, draft: Draft, at: int) -> Draft:
    """The count with what it is relative to: "12 deaths per 100,000 people", "30 visitors a
    day"."""
    if site.low[at : at + 2] not in RATED_BY:
        return draft  # nearly all
    many = per_many(site.low, site.text, at)
    if many:
        draft.subject = draft.unit or None
        draft.unit, draft.noun_end = f"{draft.unit or ''} per {many[0]}".strip(), many[1]
        return draft
    rate = per(site.low, site.text, at) if draft.unit else None
    if rate:
        draft.subject = draft.unit
        draft.unit, draft.noun_end = f"{draft.unit} per {rate[0]}", rate[1]
    return draft


def uncounted(site: Site, begin: int, direction: int) -> Verdict:
    """Without a noun: a rate needs none ("5 per 1,000"), "hundreds" needs a verb or context."""
    if per_many(site.low, site.text, site.end):
        draft = quantity(site, "count", "", begin, site.end, direction, spoken=False)
        return with_rate(site, draft, site.end)
    if site.low.startswith((" per ", *BY_AREA), site.end):
        rate = per(site.low, site.text, site.end)
        if rate:
            draft = quantity(
                site, "count", f"per {rate[0]}", begin, site.end, direction, spoken=False
            )
            draft.noun_end = rate[1]
            return draft
    if site.number.style != "open":
        return None
    if site.following in QUOTES and site.low.startswith(" of ", site.end + 1):
        return quoted(site, begin)
    if site.low[site.end - 1] != "s" or site.low.startswith(" of ", site.end):
        return None  # "a few hundred"
    return None if counts_alone(site) else NoFigure(site.end)


def quoted(site: Site, begin: int) -> Verdict:
    """ "“Tens of thousands” of letters": the quotation ends before the noun."""
    span = noun_of(site.text, site.low, site.end + 1)
    if span is None:
        return None
    noun = site.text[slice(*span)]
    draft = quantity(site, "count", noun, begin, site.end, spoken=False)
    draft.noun_end = span[1]
    return draft


def plain(site: Site, begin: int, direction: int) -> Draft:
    """A number alone, as in "a 32,000 gain", where no gains are counted."""
    draft = quantity(site, "count", "", begin, site.end, direction, spoken=False)
    draft.unit, draft.noun_end = None, 0
    return draft


def fold(site: Site) -> int:
    """The end of "-fold" after a number ("sixfold", "10-fold"), 0 if there is none."""
    match = FOLD.match(site.low, site.end) if site.low.startswith(FOLD_BEGINS, site.end) else None
    return match.end() if match else 0


def bare(site: Site) -> Verdict:
    """no unit and no noun: a plain number, unless it cites a page or a register"""
    begin, direction = sign(site)
    low = site.low
    if low[site.start : site.end] == "one" and not stands_alone(site):
        return NoFigure(site.end)
    if names_an_airliner(site):
        return NoFigure(site.end)
    if site.preceding == "-" and site.number.style == "words" and site.before(2).isdigit():
        return NoFigure(site.end)  # "the 7-Eleven"
    if site.number.style == "digits":
        cited = cited_end(site)
        if cited or is_in_street(site) or is_in_command(site) or ends_entry(site):
            return NoFigure(cited or site.end)
    draft = plain(site, begin, direction)
    before = site.word.lower()
    if before in BEFORE_AGE and draft.value is not None and 0 < draft.value < HIGHEST_AGE:
        opening = site.opening(80)
        said = words_in(low[opening : site.start])
        may_be = not (OF_AGE.isdisjoint(said) or WHICH_AGE.isdisjoint(said))
        if may_be and AGE_TOPIC.search(low, opening, site.start):
            draft.kind, draft.unit = "duration", "year of age"
            return draft
    spoken = before == "or" and OR_SO_MANY.search(low, max(0, site.start - 32), site.start)
    if spoken:
        draft.unit = spoken[1]
        draft.kind = "duration" if spoken[1] in TIMES else "count"
        return draft
    return as_magnitude(site, draft)


def stands_alone(site: Site) -> bool:
    """Whether a bare "one" is a number: "one to four months", "killed one and hurt two".

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text):
    ...     at = text.index("one")
    ...     return stands_alone(Site(text, text, read_number(text, text, at), None))
    >>> of("two fled, one was found dead"), of("the one killed"), of("one was late")
    (True, False, False)
    """
    if FIRST_END.match(site.low, site.end):
        return True
    before = site.word.lower()
    if before == "between" and site.low.startswith(" and ", site.end):
        return True
    if before in ("only", "just") and next_word(site.low, site.end) in IS_OF_THEM:
        return site.word_before(site.start - 1 - len(before)).lower() not in OWNED
    if before in HARMING:
        return True
    opens = not before or before[-1] in ",;." or before in ("and", "with", "while", "least")
    return opens and are_harmed(site.low, site.end)
