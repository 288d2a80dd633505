"""Parses what follows a number: a currency, a unit of measure, "per" something."""

from tui.figures.draft import Site
from tui.figures.grammar.counted_noun import noun_after
from tui.figures.grammar.noun_words import STOP
from tui.figures.numbers.number_words import FIRST_CJK
from tui.figures.tables import Form, money_after, units, words
from tui.patterns import pattern

TOKEN = pattern(r"[ \u00a0\u2009\u202f\n]{0,2}[-‑(\[]?([a-zµμł]+|[^\sa-z0-9])")
LONGEST_TOKEN = 30  # code points; no table has a word as long as that
PER = pattern(
    r"(?:[ \u00a0-](?:per|an?|each|every)[ \u00a0-]|[ ]/[ ])"
    r"((?:square |cubic |sq |metric |diluted |basic |ordinary |common )?[a-z]+[23²³]?)"
    r"(?![a-z])"
)
BEGIN_PER = frozenset(blank + sign for blank in " \u00a0-" for sign in "pae/")
# "$5 a year earlier", "3 men a week ago": a time; but "$5 an ounce after a rise".
TIMES_AGO = frozenset(
    ["second", "minute", "hour", "day", "night", "week", "month", "quarter", "year", "decade"]
)
AGO = (" ago", " earlier", " before", " later", " after", " old", " previously")
PER_SLASHED = pattern(r"/((?:square |cubic |sq |metric )?[a-z]+[23²³]?)(?![a-z])")
# After a slash a unit in short divides too: "€20/MWh", "5 mmol/L", "9.8 m/s²".
SLASHED = pattern(r"/([^\W_]+[²³]?)(?![^\W_])")
BY_AREA = ("/km2", "/km²", "/sq", "/m2", "/m²", "/ha", "/mi2", "/mi²", "/acre")  # "310/km²"
SHORT = {
    "s": "second", "s²": "second squared", "s2": "second squared", "l": "litre", "dl": "decilitre",
    "ml": "millilitre", "t": "tonne",
}  # fmt: skip
# Units of two words that PER reads the first of.
LONGER = frozenset(
    ["watt", "kilowatt", "megawatt", "gigawatt", "terawatt", "troy", "fluid", "nautical", "light"]
)
PER_HUNDRED = pattern(r"(?: per |[ ]?/[ ]?)100[ -]?(?:(km|kilomet(?:re|er)s)|(mi|miles))(?![a-z])")
QUALIFIED = pattern(r" ([a-z]{3,20})(?![a-z-])")
BY_HUNDRED = (" per 100", "/100", "/ 100", " /100", " / 100")
PER_MANY = pattern(
    r" (?:per|(?:for|to|in) every|for each) ((?:[0-9][0-9,.]*[0-9]|hundred|thousand|million)"
    r"(?: (?:thousand|million))?)(?![0-9a-z%])"
)
BEGIN_MANY = frozenset([" per", " for", " to ", " in "])
# What stands after "a" or "an" and divides; after "per" anything does.
DENOMINATORS = {
    form: forms.split("|")[0].strip()
    for forms in """
        second|sec, minute|min, hour|hr|h, day, night, week, month|mo, quarter, year|yr|annum
        decade, century, millisecond|ms, barrel|bbl, ounce|oz, gallon, litre|liter, pound|lb
        kilogram|kilo|kg, gram|g, tonne|metric ton|metric tonne, ton, bushel, mile
        kilometre|kilometer|km, metre|meter|m, centimetre|centimeter|cm, acre, hectare
        square foot|sq ft, square metre|square meter|sq m|m2|m², square centimetre|cm2|cm²
        square kilometre|square kilometer|km2|km², square mile, cubic metre|cubic meter|m3|m³
        share|diluted share|basic share|ordinary share|common share
        person, head, piece, unit, dozen, game, shift, ticket, capita
    """.strip()
    .replace("\n", ",")
    .split(",")
    for form in map(str.strip, forms.split("|"))
}


def form_at(low: str, text: str, at: int, money: bool) -> tuple[Form, int] | None:
    """The longest form of a currency or unit after `at`, and its end.

    >>> text = "660 square metres of land"
    >>> form, end = form_at(text, text, 3, money=False)
    >>> form.unit, text[:end]
    ('square metre', '660 square metres')
    """
    token = TOKEN.match(low, at)
    forms = money_after() if money else units()
    if token is None or token[1] not in forms.lines:
        return None
    return form_of(forms[token[1]], token.start(1), low, text)


def token_after(site: Site) -> str:
    """The word or sign after a number, behind a blank or a bracket; "" if there is none.

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text): return token_after(Site(text, text, read_number(text, text, 0), None))
    >>> of("12 men"), of("12%"), of("12 (km"), of("12 34")
    ('men', '%', 'km', '')
    """
    end = site.end
    if site.token_sought != end:
        site.token_sought = end
        words = site.behind or site.low[end + 1 : end + LONGEST_TOKEN]
        word = words.partition(" ")[0]
        if site.following == " " and word.isalpha() and word.isascii():
            site.token, site.token_start = word, end + 1  # most
        else:
            match = TOKEN.match(site.low, end)
            site.token, site.token_start = (match[1], match.start(1)) if match else ("", 0)
    return site.token


def form_after(site: Site, money: bool) -> tuple[Form, int] | None:
    """The form directly after a number."""
    forms, token = money_after() if money else units(), token_after(site)
    if token not in forms.lines:
        return None
    return form_of(forms[token], site.token_start, site.low, site.text)


def form_of(forms: list[Form], start: int, low: str, text: str) -> tuple[Form, int] | None:
    """The longest of the forms at `start`."""
    if text[start - 1] == "\n" and begins_line(text, start):
        return None
    opened = text[start - 1] in "(["
    for form in forms:
        if (text if form.cased else low).startswith(form.form, start):
            end = start + len(form.form)
            last = form.form[-1]
            if last == "." and ends_sentence(text, end):
                continue  # "in 11.2 sec."
            if end < len(low) and last.isalpha() and low[end].isalnum() and last < FIRST_CJK:
                continue
            if opened:
                if low[end : end + 1] not in (")", "]"):
                    continue
                if len(form.form) == 1 and text[start - 2].isalnum():
                    continue  # "Section 21(C)", "12(a)"
                end += 1
            return form, end
    return None


def begins_line(text: str, start: int) -> bool:
    """Whether a new line begins at `start`, not one that was broken: "about 640\\n\\nA man".

    >>> begins_line("640\\nA man", 4), begins_line("640\\n\\nhours", 5), begins_line("640\\nMW", 4)
    (True, True, False)
    """
    capital = text[start].isupper() and not text[start + 1 : start + 2].isupper()
    return capital or text[start - 2] == "\n"


def ends_sentence(text: str, end: int) -> bool:
    """Whether a full stop directly before `end` ends a sentence: a capital or nothing follows.

    >>> ends_sentence("5 ft. Then", 5), ends_sentence("5 ft. tall", 5), ends_sentence("5 ft.", 5)
    (True, False, True)
    """
    following = text[end : end + 2]
    return not following.strip() or following[0] == "\n" or following[1:].isupper()


def per(low: str, text: str, at: int) -> tuple[str, int] | None:
    """ "a day", "per barrel", "/kg" after a unit, and its end.

    >>> def of(text, at): return per(text.lower(), text, at)
    >>> of("52,000 barrels a day", 14), of("8.99 per month", 4), of("$1 a good deal", 2)
    (('day', 20), ('month', 14), None)
    >>> of("$5 an ounce after", 2), of("$5 a year after", 2)
    (('ounce', 11), None)
    >>> of("€20/MWh", 3), of("5 mmol/L", 6)
    (('megawatt hour', 7), ('litre', 8))
    """
    if low[at : at + 2] not in BEGIN_PER and low[at : at + 1] != "/":
        return None
    if low[at : at + 1] == "/":
        slashed = SLASHED.match(low, at)
        if slashed and slashed[1] in SHORT:
            return SHORT[slashed[1]], slashed.end()
    match = (PER_SLASHED if low[at : at + 1] == "/" else PER).match(low, at)
    if match is None:
        hundred = PER_HUNDRED.match(low, at) if low.startswith(BY_HUNDRED, at) else None
        if hundred is None:
            return None
        return "100 kilometres" if hundred[1] else "100 miles", hundred.end()
    word = match[1]
    if word in TIMES_AGO and match[0][1] != "p" and low.startswith(AGO, match.end()):
        return None
    if word in ("thousand", "million", "hundred"):
        return None  # `per_many`: "per thousand board feet"
    if word in LONGER and match[0].startswith((" per ", " a ")):
        whole = form_at(low, text, match.start(1), money=False)
        if whole and whole[1] > match.end():
            return whole[0].unit, whole[1]  # "per megawatt-hour", "per troy ounce"
    known = DENOMINATORS.get(word) or DENOMINATORS.get(word.split(" ")[0])
    if known is not None:
        if DENOMINATORS.get(word) is None:
            return known, match.start(1) + len(word.split(" ")[0])
        return known, match.end()
    if match[0].startswith((" per ", " per-", "-per-", "/")):
        unit = form_at(low, text, match.start(1), money=False)
        if unit and unit[1] == match.end():
            return unit[0].unit, match.end()
        if match[0][0] == "/" or " " in word:
            return None
        noun = QUALIFIED.match(low, match.end()) if word in words()["adjective"] else None
        if noun and noun[1] not in STOP:
            return f"{word} {noun[1]}", noun.end()  # "per secondary pupil"
        return word, match.end()
    return None


def per_many(low: str, text: str, at: int) -> tuple[str, int] | None:
    """ "per 1,000 cubic feet", "for every 100,000 people" after a number, and its end.

    >>> text = "12 deaths per 100,000 people in"
    >>> per_many(text, text, 9)
    ('100,000 people', 28)
    """
    many = PER_MANY.match(low, at) if low[at : at + 4] in BEGIN_MANY else None
    if many is None:
        return None
    noun = noun_after(text, low, many.end())
    end = noun[1] if noun else many.end()
    return " ".join(text[many.start(1) : end].split()), end
