"""Titles that say which report a page is, by its date."""

import re

from tui.patterns import pattern

# "Report of 5 May 2024", not "Report on the fire of".
TITLED = pattern(
    r"(?P<before>.{0,60}?)\b(?:report|bulletin|newsletter|statement|press release|release"
    r"|communiqué|notice|update|briefing|summary|memo(?:randum)?"
    r"|minutes(?: of the [a-z ]{0,24}(?:meeting|session))?)"
    r"(?:,| of| dated| from)? (?=[0-9A-Z])",
    re.IGNORECASE,
)
# Words that tell of somebody else's report: "Court quashes notice of 5 May 2018".
ABOUT_ANOTHER = pattern(
    r"\b(?:to|on|after|about|over|against|with|following|amid|despite|since|as"
    r"|(?:answer|attack|await|back|blast|block|challeng|cit|condemn|contradict|criticis|criticiz"
    r"|debat|defend|delay|den[iy]|discuss|dismiss|disput|doubt|hail|ignor|leak|mock|oppos|overturn"
    r"|prais|prob|quash|question|quot|rebut|refut|reject|retract|slam|stud[iy]|support|suppress"
    r"|welcom|withdraw)(?:e|es|s|ed|d|ing)?)\b",
    re.IGNORECASE,
)

# What somebody said or wrote, before a date: "Statement by the minister, 12 March 2025".
SAID = pattern(
    r"(?:[A-Z]\w+ )?(?:address|declaration|interview|letter|memo(?:randum)?|message|remarks|report"
    r"|response|speech|statement|submission|testimony) (?:by|from|of|to|with) [^\W\d]",
    re.IGNORECASE,
)


def is_of_somebody(line: str) -> bool:
    """Whether a line with a date says whose statement, speech or the like a page is.

    >>> is_of_somebody("Statement by the minister, 12 March 2025")
    True
    >>> is_of_somebody("Ministry of Health, 12 March 2025")
    False
    """
    return SAID.match(line) is not None


def date_of_report(title: str) -> int:
    """Where the date of a report starts in its title, or the length of a title of something else.

    >>> title = "Harbour report of 5 May 2024"
    >>> title[date_of_report(title) :]
    '5 May 2024'
    >>> title = "Ministers criticise statement of 5 May 2024"
    >>> title[date_of_report(title) :]
    ''
    """
    kind = TITLED.match(title)
    if kind is None or ABOUT_ANOTHER.search(kind["before"]):
        return len(title)
    return kind.end()
