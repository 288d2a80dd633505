"""Finds a document's title, publisher and date in its text.

Only the places that state them are read: the front matter, and the lines before the text. An outlet
that the text quotes ("as reported by ...") is its source, not its publisher.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.documents.dating import BYLINE, date_alone, dating, dating_in_fields, labelled
from tui.documents.report_titles import is_of_somebody
from tui.patterns import pattern
from tui.text import filled_lines, is_chrome, sentences


class Description(NamedTuple):
    """The publisher and date that the text states; None if it does not."""

    publisher: str | None = None
    dated: str | None = None


NOTHING = Description()


#: The maximum size of a text's head in characters, and in lines that are not page furniture.
_HEAD = 6_000
_LINES = 12
#: The maximum length of a title; and the minimum length of a paragraph, unless it ends like prose.
_LONGEST_TITLE = 250
_PARAGRAPH = 90
_PROSE_ENDS = (".", ".”", '."', "。")

_FRONT_MATTER = pattern(r"---[ \t]*\r?\n((?:[^\r\n]*\r?\n){1,40}?)---[ \t]*(?:\r?\n|$)")
_FIELD = pattern(r"([A-Za-z_]{1,20})\s*:\s*[\"']?([^\r\n]{1,250}?)[\"']?\s*$", re.MULTILINE)
_HEADING = pattern(r"#{1,6} +(.*?[^ #])[ #]*")
_EMPHASIS = pattern(r"(?<![\w*])(?:\*{1,3}|_{1,3})(?=\w)|(?<=[^\s*_])(?:\*{1,3}|_{1,3})(?![\w*])")
_ITEM = pattern(r"[-*+•·>|—–] ")

_SOURCE = pattern(r"(?:Source|Publisher|Published by|Publication)\s*:\s*(?P<name>\S.{1,60})$")
_RIGHTS = pattern(
    r"(?:©|\(c\)|Copyright)\s*(?:©\s*)?(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?,?\s+)"
    r"(?P<name>[A-Z][\w&’' -]{1,40}?)(?:[.,|]|\s+All rights|$)",
    re.IGNORECASE | re.MULTILINE,
)

#: `BEIJING, April 15 (Xinhua) --`: the agency, with or without a day.
_WIRE = pattern(
    r"(?:[^\W\d_a-z][\w.,’'/ -]{0,40} )?\((?P<agency>[^\W\d_a-z][\w .-]{1,30})\)\s?(?:--?|[–—])\s"
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
    found = dating_in_fields(head.fields) or dating(head.short, head.paragraphs)
    return Description(
        publisher=head.fields.get("publisher")
        or head.fields.get("source")
        or _publisher(text, head.lines)
        or (found.publisher if found else None),
        dated=found.iso if found else None,
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

    @property
    def short(self) -> list[str]:
        """The lines that are no paragraphs."""
        return [line.words for line in self.lines if len(line.words) <= _PARAGRAPH]

    @property
    def paragraphs(self) -> list[str]:
        """The first paragraphs."""
        return [
            line.words
            for line in self.lines
            if _is_paragraph(line) and line != self.title and not _ITEM.match(line.words)
        ][:_PARAGRAPHS_READ]


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


def _publisher(text: str, lines: list[_Line]) -> str | None:
    for line in lines:
        found = _SOURCE.fullmatch(line.words) or _WIRE.match(line.words)
        if found:
            return (found.groupdict().get("name") or found.groupdict().get("agency") or "").strip()
    rights = _RIGHTS.search(text, max(0, len(text) - 2_000))
    return rights["name"].strip() if rights else None


def _is_paragraph(line: _Line) -> bool:
    return len(line.words) > _PARAGRAPH or line.words.endswith(_PROSE_ENDS)


def _title_line(lines: list[_Line], markdown: bool) -> _Line | None:
    for line in lines if markdown else lines[:1]:
        if _HEADING.fullmatch(line.words):
            return line
    for number, line in enumerate(lines):
        words = line.words
        if (
            not any(character.isalpha() for character in words)
            or BYLINE.match(words)
            or labelled(words)
            or (date_alone(words) and not (number == 0 and _is_title_with_date(lines)))
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
