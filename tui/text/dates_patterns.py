"""The patterns and names of the grammar of dates; callers anchor them.

A month is any word that starts like one: `MONTHS` decides whether it is one. That compiles in a
third of the time of the full names.
"""

from tui.patterns import pattern


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, name in enumerate(
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], 1
    )
}
ORDINAL_WORDS = {"first": 1, "second": 2, "third": 3, "fourth": 4}

_MONTH = r"((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})(?![a-z])"
# Only an abbreviation takes a full stop: "Sept. 5", but "until September."
_STOP = r"(?:(?<![a-z]{4})(?<!may)\.|(?<=sept)\.)?"
_MONTH += _STOP
# Which month it is, is looked up then.
_ANY_MONTH = r"([a-z]{3,9})(?![a-z])" + _STOP
_YEAR = r"((?:1[0-9]|20|21)[0-9]{2})(?![0-9])(?![,.][0-9])"
_DAY = r"(0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![0-9a-z%])(?![.,:/][0-9])"
_DASH = r"(?:[ \u00a0]?[-‑-—][ \u00a0]?|[ \u00a0](?:to|through|until|till|and)[ \u00a0])"
_WEEKDAY_OR_NOT = r"(?:[mtwfs][a-z]{2,5}day,? )?"
# What tells the year of a day or month in words.
WHICH = pattern(
    r"(?:,|[ ]of)?[ \u00a0](this|last|next|the same|the previous|the following)[ ]year"
    r"|[ ]of the (?:same|current) year"
)

# What follows a month.
MONTH_DAY = pattern(
    r"[ \u00a0/-]{0,2}(?:the )?(0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd"
    r"|th)?(?![0-9a-z%])(?![:][0-9])(?![.,/][0-9]+[^ ]?[0-9])"
    r"(?!\.[0-9]+ ?(?:[mb]illion|thousand|%|per))"  # "in May 6.6 million came"
    r"(?:"
    + _DASH
    + _WEEKDAY_OR_NOT
    + r"(?:"
    + _MONTH
    + r"[ \u00a0])?"
    + _DAY
    + r")?(?:[ \u00a0]?,?[ \u00a0]"
    + _YEAR
    + r")?"
)
MONTH_YEAR = pattern(r"(?:[ \u00a0]?[,-]?[ \u00a0]?|[ ]of[ ])" + _YEAR)
JOINS_MONTHS = _words("to through until till and")
DASHES = ("-", "–", "—", "‑")
MONTH_TO_MONTH = pattern(
    r"(?:[ \u00a0]?,?[ \u00a0]"
    + _YEAR
    + r")?"
    + _DASH
    + r"(?:(?:the )?(?:end|start|beginning) of |early |late |mid-|[0-9]{1,2} )?"
    + _ANY_MONTH
    + r"(?![ \u00a0]?[0-9]{1,2}(?![0-9]))(?:[ \u00a0]?,?[ \u00a0](?:of )?"
    + _YEAR
    + r")?"
)
MONTH_ALONE = pattern(_ANY_MONTH)
DAY_MONTH = pattern(
    r"(0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?"
    r"(?:"
    + _DASH
    + r"(0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?)?"
    + r"(?:[ \u00a0]of[ ]|[ \u00a0/-]{1,2})"
    + _ANY_MONTH
    + r"(?:[ \u00a0]?,?[ \u00a0/-](?:of )?"
    + _YEAR
    + r")?"
)
# "28 April to 2 May 2021": the words between the two days
TO_DAY_MONTH = pattern(
    r"(?:[ \u00a0]?,?[ \u00a0]" + _YEAR + r")?" + _DASH + _WEEKDAY_OR_NOT + r"(?=[0-9])"
)
YEAR_MONTH_DAY = pattern(
    r"((?:1[5-9]|2[01])[0-9]{2})([-/.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12][0-9]|3[01])(?![0-9])"
)
CJK_DATE = pattern(
    r"([0-9]{4})年(?:([0-9]{1,2})月(?:([0-9]{1,2})日)?)?|([0-9]{1,2})月(?:([0-9]{1,2})日)?"
)
CJK_MONTHS = pattern(r"([0-9]{1,2})[-–—至到]([0-9]{1,2})月份?")  # "1-7月份"
NUMERIC = pattern(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?![0-9]|[-/.][0-9])")
DAY_SLASH_MONTH = pattern(r"([0-9]{1,2})/([0-9]{1,2})(?![0-9/])")
YEARS = pattern(
    r"((?:1[5-9]|20|21)[0-9]{2})"
    r"(?:[-/]|[–—]{1}|[ ](?:to|until|through|and)[ ])"
    r"((?:1[5-9]|20|21)[0-9]{2})(?![0-9])"
)
SEASON = pattern(r"((?:1[89]|20)[0-9]{2})(?:[-/]|–{1})([0-9]{2})(?![0-9])(?![-/][0-9])")
SECOND_YEAR = pattern(r"[-–/]([0-9]{2})(?![0-9])")
YEAR = pattern(_YEAR)
YEAR_QUARTER = pattern(_YEAR + r"[ -]?q([1-4])(?![0-9a-z])")
DECADE = pattern(r"((?:1[5-9]|20)[0-9])0['’]?s(?![a-z])")
SHORT_DECADE = pattern(r"([2-9])0['’]?s(?![a-z])")
CENTURY = pattern(r"([0-9]{1,2})(?:st|nd|rd|th)[ -]century")
QUARTER = pattern(
    r"(first|second|third|fourth|1st|2nd|3rd|4th)[ -](quarter"
    r"|half)(?:,? (?:of )?(?:the )?(?:fiscal )?(?:year )?" + _YEAR + r"| of (this|last|the) year)?"
)
_SHORT_YEAR = r"(?P<year>(?:19|20|’|')?[0-9]{2})(?![0-9])(?![,.][0-9])"
# "Q3", "Q3 2023", "Q3'23", "H1 2023", "FY2023", "FY23"
SHORT_PERIOD = pattern(
    r"(?:q(?P<quarter>[1-4])(?![0-9])|h(?P<half>[12])(?![0-9])|fy)"
    r"(?:[ \u00a0-]?(?:of |fy ?|/)?" + _SHORT_YEAR + r")?(?![0-9a-z])"
)
QUARTER_OF = pattern(r"([1-4])q(?:[ \u00a0]?(?:of |fy ?|/)?" + _SHORT_YEAR + r")?(?![0-9a-z])")
HALF_OF = pattern(r"([12])h(?:[ \u00a0]?(?:of |fy ?|/)?" + _SHORT_YEAR + r")(?![0-9a-z])")
# Words that tell the first half of a year from that of a match.
BUSINESS = (
    "profit", "sale", "revenue", "earning", "export", "import", "gdp", "growth", "grew", "output",
    "fiscal", "turnover", "deliver", "shipment", "trade", "econom", "product", "demand", "order",
    "income", "dividend", "invest", "inflation", "price", "half-year", "half year", "the year",
    "net loss", "billion", "yuan",
)  # fmt: skip
_WEEKDAY = r"(monday|tuesday|wednesday|thursday|friday|saturday|sunday)(,?[ \u00a0](?:the )?)?"
WEEKDAY = pattern(_WEEKDAY)
AND_WEEKDAY = pattern(
    r" (?:morning |afternoon |evening |night )?and (" + "|".join(WEEKDAYS) + r")(?![a-z0-9])"
)
FULL = pattern(r"(\d{4})-(\d{2})-(\d{2})")

# "may" and "march" are verbs, others ambiguous abbreviations: alone they need one of these before.
BEFORE_MONTH = _words(
    """
    in since by until till of during from to through between and last next this early late mid
    before after for around every each past previous throughout entered entering
    """
)
# "Ann May", of whom "May's plan" speaks.
# "Super Tuesday", "Sheffield Wednesday"
NAMED_DAYS = _words(
    """
    super black good ash bloody cyber holy palm easter shrove fat maundy giving sheffield plough
    whit spy mardi devil's
    """
)
NAMED_MAY = pattern(r"([A-Z][a-z]+)\.? May(?![a-z0-9-]|,? [0-9])")
NO_FIRST_NAME = BEFORE_MONTH | _words("on or but the a as at when while with if by")
MONTHS_THAT_ARE_WORDS = _words(
    """
    may march mar jan dec sep jun oct feb apr jul aug nov sept august april june
    """
)
# "June car sales": the month of a report, not a woman's name.
REPORTED_OF_MONTH = _words(
    """
    sales exports imports production output delivery deliveries shipments figure figures data
    quarter inflation unemployment retail report results revenue revenues prices traffic orders
    earnings election deficit surplus rate numbers total average spending starts arrivals visitors
    bookings volumes growth payrolls jobs index survey passengers registrations level reading
    """
)
TO_THE_PAST = frozenset(("since", "last", "previous", "past", "from", "after"))

PLACES = pattern(r"[0-9]+|(?<![a-z])" + _MONTH + r"|" + _WEEKDAY)
