"""Finds a document's title, publisher and date in its text.

Only the places that state them are read: the lines before the text, a label ("Updated:"), the
dateline of a report, the day on which what it reports was announced. A date anywhere else is about
something else, and a year is only taken if it is part of the date: no date is better than a wrong
one.

An outlet that the text quotes ("as reported by ...") is its source, not its publisher.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.documents.report_titles import date_of_report, is_of_somebody
from tui.patterns import pattern
from tui.text import filled_lines, is_chrome, sentences


class Description(NamedTuple):
    """The publisher and date that the text states; None if it does not."""

    publisher: str | None = None
    dated: str | None = None


NOTHING = Description()


class _Dating(NamedTuple):
    iso: str
    publisher: str | None = None


#: The maximum size of a text's head in characters, and in lines that are not page furniture.
_HEAD = 6_000
_LINES = 12
#: The maximum length of a title; and the minimum length of a paragraph, unless it ends like prose.
_LONGEST_TITLE = 250
_PARAGRAPH = 90
_PROSE_ENDS = (".", ".”", '."', "。")

_DAY = pattern(r"(?:\d{4}|XXXX)-\d\d-\d\d")
_DAY_BEGINS = pattern(
    r"\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|the\b)",
    re.IGNORECASE,
)
_FRONT_MATTER = pattern(r"---[ \t]*\r?\n((?:[^\r\n]*\r?\n){1,40}?)---[ \t]*(?:\r?\n|$)")
_FIELD = pattern(r"([A-Za-z_]{1,20})\s*:\s*[\"']?([^\r\n]{1,250}?)[\"']?\s*$", re.MULTILINE)
_HEADING = pattern(r"#{1,6} +(.*?[^ #])[ #]*")
_EMPHASIS = pattern(r"(?<![\w*])(?:\*{1,3}|_{1,3})(?=\w)|(?<=[^\s*_])(?:\*{1,3}|_{1,3})(?![\w*])")
_ITEM = pattern(r"[-*+•·>|—–] ")
_BYLINE = pattern(r"By [^\W\d_]")

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
_SOURCE = pattern(r"(?:Source|Publisher|Published by|Publication)\s*:\s*(?P<name>\S.{1,60})$")
_RIGHTS = pattern(
    r"(?:©|\(c\)|Copyright)\s*(?:©\s*)?(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?,?\s+)"
    r"(?P<name>[A-Z][\w&’' -]{1,40}?)(?:[.,|]|\s+All rights|$)",
    re.IGNORECASE | re.MULTILINE,
)

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
_WIRE = pattern(
    r"(?:[^\W\d_a-z][\w.,’'/ -]{0,40} )?\((?P<agency>[^\W\d_a-z][\w .-]{1,30})\)\s?(?:--?|[–—])\s"
)
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
_PARAGRAPHS_READ = 3


def title(text: str, *, markdown: bool = False) -> str | None:
    r"""The title at the beginning of `text`; with `markdown`, its first heading. None if there is
    none.

    >>> title("Fraud falls again\n\nBEIJING, April 15 (Xinhua) -- Cases fell.")
    'Fraud falls again'
    """
    head = _Head(text, markdown)
    return head.fields.get("title") or (_as_title(head.title.words) if head.title else None)


def describe(text: str, *, markdown: bool = False) -> Description:
    r"""The publisher and date stated in the head of `text`.

    >>> describe("Fraud falls again\n\nBEIJING, April 15 (Xinhua) -- Cases fell.")
    Description(publisher='Xinhua', dated='XXXX-04-15')
    """
    head = _Head(text, markdown)
    dating = _in_fields(head.fields) or _dating(head.lines, head.title)
    return Description(
        publisher=head.fields.get("publisher")
        or head.fields.get("source")
        or _publisher(text, head.lines)
        or (dating.publisher if dating else None),
        dated=dating.iso if dating else None,
    )


class _Head:
    """The beginning of a page: its front matter, its first lines, and its title line."""

    def __init__(self, text: str, markdown: bool) -> None:
        head = text[:_HEAD]
        self.fields: dict[str, str] = {}
        front = _FRONT_MATTER.match(head)
        if front:
            self.fields = {key.lower(): value for key, value in _FIELD.findall(front[1])}
            head = head[front.end() :]
        self.lines = list(_head_lines(head, markdown))
        self.title = _title_line(self.lines, markdown)


class _Line(NamedTuple):
    start: int
    end: int
    words: str


def _head_lines(head: str, markdown: bool) -> Iterator[_Line]:
    """The first lines that are neither empty nor page furniture, with white space collapsed and,
    in Markdown, without the signs of emphasis: `**Date:** 3 May 2024`."""
    count = 0
    for start, end in filled_lines(head, 0, len(head)):
        words = " ".join(head[start:end].split())
        if markdown:
            words = _EMPHASIS.sub("", words)
        if words and not is_chrome(words):
            yield _Line(start, end, words)
            count += 1
        if count == _LINES:
            return


# The date ---------------------------------------------------------------------------------------


def _in_fields(fields: dict[str, str]) -> _Dating | None:
    for key in ("date", "published", "updated"):
        iso = _day_at(fields.get(key, ""), 0)
        if iso:
            return _Dating(iso[0])
    return None


def _dating(lines: list[_Line], title: _Line | None) -> _Dating | None:
    """The date found by the first rule that matches, from the most to the least reliable."""
    short = [line.words for line in lines if len(line.words) <= _PARAGRAPH]
    paragraphs = [
        line.words
        for line in lines
        if _is_paragraph(line) and line != title and not _ITEM.match(line.words)
    ][:_PARAGRAPHS_READ]
    rules = (
        (_labelled, short),
        (_date_alone, short),
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


def _is_paragraph(line: _Line) -> bool:
    return len(line.words) > _PARAGRAPH or line.words.endswith(_PROSE_ENDS)


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


def _labelled(words: str) -> _Dating | None:
    row = _ROW.fullmatch(words) if words[0] == "|" else None
    if row:
        words = f"{row['label']}: {row['value']}"
    label = _LABEL.match(words)
    day = label and _day_at(words, label.end())
    if not label or not day:
        return None
    before = label["before"].strip(" |•·–—:,-")
    is_name = 1 < len(before) <= 40 and before[0].isupper() and not _BYLINE.match(before)
    return _Dating(day[0], before if is_name else None)


def _titled(words: str) -> _Dating | None:
    """The date that a title ends with, if it is that of a report.

    >>> _titled("Harbour report of 5 May 2024"), _titled("Report on the fire of 5 May 2024")
    (_Dating(iso='2024-05-05', publisher=None), None)
    """
    day = _day_at(words, date_of_report(words))
    return _Dating(day[0]) if day and day[1] == len(words) else None


def _date_alone(words: str) -> _Dating | None:
    before = _BEFORE_DATE.match(words)
    for place in {before.end() if before else 0, 0}:
        day = _day_at(words, place)
        if day and _OTHER_DAY.search(words, 0, place):
            return None
        if day and _AFTER_DATE.fullmatch(words, day[1]):
            mark = before["mark"] if before and place else None
            named = before and mark and mark in "|•·" and not _BYLINE.match(words)
            return _Dating(day[0], before["name"] if before and named else None)
    return None


def _dateline(words: str) -> _Dating | None:
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
        return _Dating(day[0], after["agency"] or outlet)
    return None


def _reported(words: str) -> _Dating | None:
    _, end = (sentences(words) or [(0, 0)])[0]
    day = _day_at(words, 3) if words.startswith("On ") else None
    if day and _TELLS.search(words, day[1], end):
        return _Dating(day[0])
    meeting = _MEETING.search(words, 0, end)
    day = _day_at(words, meeting.end()) if meeting else None
    return _Dating(day[0]) if day else None


def _announced(words: str) -> _Dating | None:
    for found in _ANNOUNCED.finditer(words):
        day = _day_at(words, found.end())
        if day and day[0][0] != "X":
            return _Dating(day[0])
    return None


# Publisher and title ----------------------------------------------------------------------------


def _publisher(text: str, lines: list[_Line]) -> str | None:
    for line in lines:
        found = _SOURCE.fullmatch(line.words) or _WIRE.match(line.words)
        if found:
            return (found.groupdict().get("name") or found.groupdict().get("agency") or "").strip()
    rights = _RIGHTS.search(text, max(0, len(text) - 2_000))
    return rights["name"].strip() if rights else None


def _title_line(lines: list[_Line], markdown: bool) -> _Line | None:
    for line in lines if markdown else lines[:1]:
        if _HEADING.fullmatch(line.words):
            return line
    for number, line in enumerate(lines):
        words = line.words
        if (
            not any(character.isalpha() for character in words)
            or _BYLINE.match(words)
            or _labelled(words)
            or (_date_alone(words) and not (number == 0 and _is_title_with_date(lines)))
        ):
            continue
        if len(words) > _LONGEST_TITLE or len(sentences(words)) > 1:
            return None
        following = lines[number + 1] if number + 1 < len(lines) else None
        if following and following.words[0].islower() and following.start - line.end <= 2:
            return None  # a paragraph with hard line breaks
        return line
    return None


def _is_title_with_date(lines: list[_Line]) -> bool:
    """Whether the first line, which ends with a date, is the title, since no other one follows:
    "Statement by the minister, 12 March 2025"."""
    return is_of_somebody(lines[0].words) and all(map(_is_paragraph, lines[1:2]))


def _as_title(words: str) -> str:
    """A heading without Markdown syntax."""
    heading = _HEADING.fullmatch(words)
    return heading[1].strip("*_` ") if heading else words
