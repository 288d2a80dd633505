"""Finds the date that a page states, and the publisher that is named with it.

Only the places that state one are read: a label ("Updated:"), a line with little else, the dateline
of a report, the day on which what it reports was announced, the title of a report. A date anywhere
else is about something else, and a year is only taken if it is part of the date: no date is better
than a wrong one.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.documents.report_titles import date_of_report
from tui.patterns import pattern
from tui.text import sentences


class Dating(NamedTuple):
    """A date in ISO 8601, with X for an unknown year, and the publisher named beside it."""

    iso: str
    publisher: str | None = None


_DAY = pattern(r"(?:\d{4}|XXXX)-\d\d-\d\d")
_DAY_BEGINS = pattern(
    r"\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|the\b)",
    re.IGNORECASE,
)
#: The author of a page.
BYLINE = pattern(r"By [^\W\d_]")
#: A label with the text before it: `China SCIOUpdated:`, but not `Birth Date:`.
_LABEL = pattern(
    r"(?P<before>.{0,60}?)(?:[Ll]ast |[Ff]irst )?"
    r"(?:Updated|Published|Posted|Modified|Released|Issued|Revised|Adopted|As of"
    r"|(?:Report|Publication|Release|Issue) [Dd]ate|(?<!\w )Dated?"
    r"(?: of (?:adoption|issue|publication|release|report|the report))?)"
    r"(?: (?:on|at))?\s*:\s*"
)
#: The same in a table of Markdown: `| Date | 3 May 2024 |`.
_ROW = pattern(r"\| ?(?P<label>[^|]{2,40}?) ?\| ?(?P<value>[^|]{6,40}?) ?\|?")
#: Text around the date in a line with little else: `By Ann Lee | May 3, 2021 10:30 AM`.
_BEFORE_DATE = pattern(
    r"(?:\(?(?:Last |First )?(?:[Uu]pdated|[Pp]ublished|[Pp]osted|[Aa]s of) (?:on )?"
    r"|\(?(?:Adopted|Approved|Issued|Released|Revised|Signed)(?: by [\w ,’'-]{3,70}?)? on "
    r"|(?:By )?(?P<name>[^\W\d_a-z][\w.&’' -]{1,40}?)\s*(?P<mark>[|•·,–—:-])\s*)?"
)
#: `Born: 3 May 1961`, `Deadline: 3 May 2024`: a day that the text is about.
_OTHER_DAY = pattern(
    r"\b(?:births?|born|deadline|died|deaths?|due|starts?|started|ends?|ended|events?|expir\w+"
    r"|valid|effective|hearing|next|founded|arriv\w+|depart\w+|clos\w+|opens?|opening)\b",
    re.IGNORECASE,
)
_AFTER_DATE = pattern(
    r"[\s,]*(?:T?\s*(?:at )?\d{1,2}[:.]\d\d.{0,25})?(?:\s*[|•·–—-].{0,40})?[\s.|•·)]*"
)

#: `TapTechNews May 27th, according to` and `BEIJING, April 15 (Xinhua) --`.
_PLACE = pattern(r"(?:[^\W\d_a-z][\w.’'/-]{0,30}[,.]? ){1,6}")
_AFTER_PLACE = pattern(r"\s?(?:\((?P<agency>[^\W\d_a-z][\w .-]{1,30})\))?\s?(?:[,:;–—|]|--?\s)")
_NO_PLACE = pattern(
    r"(?:After|Around|As|At|Before|Between|By|During|Early|For|From|In|Last|Late|On|Since|The|To"
    r"|Until)\b"
)
_OUTLET = pattern(
    r"[a-z][A-Z]|News|Times|Post|Daily|Press|Agency|Herald|Journal|Tribune|Wire|Media|Today"
    r"|Reuters|Xinhua|Bloomberg|\bAFP|\bAP\b|\bBBC|\bCNN"
)

#: `On October 26, the ministry held a press conference`: the date of the report.
_TELLS = pattern(
    r"\b(?:held a|announced?|announces|issued|released?|reported|published|unveiled|notified)\b"
)
#: The same in the first sentence: `was told to a press conference of the ministry on October 26`.
_MEETING = pattern(
    r"\b(?:(?:press|news) conference|briefing)\b[^.!?]{0,60}? on (?:[A-Z][a-z]+day,? )?"
)
#: `The announcement was made on August 6, 2023`: the page is not older than that.
_ANNOUNCED = pattern(
    r"\b(?:announce[sd]?|announcements?|statements?|press release|press conference)\b"
    r"[^.!?]{0,30}? on (?:[A-Z][a-z]+day,? )?"
)


def dating_in_fields(fields: Mapping[str, str]) -> Dating | None:
    """The date in the front matter of a page."""
    for key in ("date", "published", "updated"):
        iso = _day_at(fields.get(key, ""), 0)
        if iso:
            return Dating(iso[0])
    return None


def dating(short: Sequence[str], paragraphs: Sequence[str]) -> Dating | None:
    """The date found by the first rule that matches, from the most to the least reliable.

    `short`: the short lines at the beginning of a page; `paragraphs`: its first ones.
    """
    rules = (
        (labelled, short),
        (date_alone, short),
        (_dateline, paragraphs),
        (_reported, paragraphs[:1]),
        (_announced, paragraphs),
        (_titled, short[:1]),  # last: of a report it may be about
    )
    for rule, candidates in rules:
        for words in candidates:
            found = rule(words)
            if found:
                return found
    return None


def _day_at(words: str, place: int) -> tuple[str, int] | None:
    """The full date at an offset in ISO 8601, and its end; None for anything less precise."""
    if not _DAY_BEGINS.match(words, place):
        return None
    # The grammar of dates takes 8 ms to import, and few titles start like a date.
    from tui.text import dates

    found = dates.match(words, words.lower(), place)
    if found is None or not _DAY.fullmatch(found.iso):
        return None
    return found.iso, found.end


def labelled(words: str) -> Dating | None:
    """The date behind a label, and the name before that."""
    row = _ROW.fullmatch(words) if words[0] == "|" else None
    if row:
        words = f"{row['label']}: {row['value']}"
    label = _LABEL.match(words)
    day = label and _day_at(words, label.end())
    if not label or not day:
        return None
    before = label["before"].strip(" |•·–—:,-")
    is_name = 1 < len(before) <= 40 and before[0].isupper() and not BYLINE.match(before)
    return Dating(day[0], before if is_name else None)


def _titled(words: str) -> Dating | None:
    """The date that a title ends with, if it is that of a report.

    >>> _titled("Harbour report of 5 May 2024"), _titled("Report on the fire of 5 May 2024")
    (Dating(iso='2024-05-05', publisher=None), None)
    """
    day = _day_at(words, date_of_report(words))
    return Dating(day[0]) if day and day[1] == len(words) else None


def date_alone(words: str) -> Dating | None:
    """The date of a line that holds little else, and a name before it."""
    before = _BEFORE_DATE.match(words)
    for place in {before.end() if before else 0, 0}:
        day = _day_at(words, place)
        if day and _OTHER_DAY.search(words, 0, place):
            return None
        if day and _AFTER_DATE.fullmatch(words, day[1]):
            mark = before["mark"] if before and place else None
            named = before and mark and mark in "|•·" and not BYLINE.match(words)
            return Dating(day[0], before["name"] if before and named else None)
    return None


def _dateline(words: str) -> Dating | None:
    place = _PLACE.match(words)
    if not place:
        return None
    # The pattern for the place may have matched the month, too: try every word in it.
    for start in (blank.end() for blank in re.finditer(" ", place[0])):
        day = _day_at(words, start)
        after = day and _AFTER_PLACE.match(words, day[1])
        before = words[:start].strip()
        if not day or not after or _NO_PLACE.match(before):
            continue
        outlet = before if _OUTLET.search(before) and not before.endswith(",") else None
        return Dating(day[0], after["agency"] or outlet)
    return None


def _reported(words: str) -> Dating | None:
    _, end = (sentences(words) or [(0, 0)])[0]
    day = _day_at(words, 3) if words.startswith("On ") else None
    if day and _TELLS.search(words, day[1], end):
        return Dating(day[0])
    meeting = _MEETING.search(words, 0, end)
    day = _day_at(words, meeting.end()) if meeting else None
    return Dating(day[0]) if day else None


def _announced(words: str) -> Dating | None:
    for found in _ANNOUNCED.finditer(words):
        day = _day_at(words, found.end())
        if day and day[0][0] != "X":
            return Dating(day[0])
    return None
