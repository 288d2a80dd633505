"""Splits text into sentences, by rules.

First into paragraphs, then at the punctuation that may end a sentence, each judged by the words
before and after it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tui.patterns import pattern
from tui.text.lines import filled_lines

#: The maximum length of a sentence; longer ones are split at white space.
_LONGEST = 2_000

#: Paragraphs whose longest line has such a length count as wrapped by hand.
_WRAPPED = range(40, 121)

#: The start of a line that does not continue the one before: heading, list item, quote, table row.
_OPENS = pattern(r"[ \t]*(?:#{1,6} |[-*+•·–>|](?: |$)|\d{1,3}[.)] )")
_HEADING = pattern(r"[ \t]*#{1,6} ")
_WORD = pattern(r"\w")

_MARKS = "。！？｡।॥؟۔.!?…"  # the first eight always end a sentence
_ALWAYS = frozenset(_MARKS[:8])
_BEFORE = pattern(r"[\w.&'’-]{1,24}$")
_AFTER = pattern(r"[\s\"'“‘«(\[—–*_-]{0,40}([^\W_]*)")
_INITIALS = pattern(r"(?:[^\W\d_]\.)*[^\W\d_]$")


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Abbreviations, in lower case, whose full stop never ends a sentence; or not before a number.
_NEVER = _words(
    """
    mr mrs ms mx dr prof rev hon fr sr sra gen lt col sgt cpl capt cmdr adm maj pvt brig insp supt
    sen rep gov pres amb st mt ft vs cf ca approx viz messrs mme mlle det e.g i.e al
    """
)
_BEFORE_NUMBER = _words(
    """
    no nos nr art sec fig figs ch vol vols p pp para tel ext c
    jan feb mar apr jun jul aug sep sept oct nov dec
    """
)
#: These, and initials, end a sentence only before a word that often starts one.
_SELDOM = _words("inc ltd co corp bros jr sr etc a.m p.m dept univ assn est ave blvd rd hrs mins")
_BEGINNERS = _words(
    """
    a about according after all also although among an and another any as at because before both
    but by despite during each earlier even every few following for from further he her here his
    how however i if in instead it its last later many meanwhile more moreover most much my no none
    nor not now of officials on once one only other others our over people police since so some
    still such than that the their then there these they this those though three through thus to
    today two under until we what when where whether which while who why with yesterday yet you
    """
)

#: Punctuation that may end a sentence, with closing quotes and footnotes. All but the first
#: eight marks end one only before white space, and never before a lower-case letter. Two in three
#: are `sure`: after four lower-case letters that are no abbreviation, and before a capital; that is
#: tried first. The others are decided by `_ends`. (The pattern starts with a character class, so
#: that `re` skips to the next candidate quickly.)
_CLOSING = r"[\"'”’»)\]」』）》〉】]{0,8}(?:\[\d{1,4}\]){0,8}"
_SHORT = "|".join(sorted({word[-4:] for word in _NEVER | _SELDOM if len(word) >= 4}))
_SURE = rf"(?P<sure>(?<=[a-z]{{4}}\.)(?<!(?:{_SHORT})\.)(?=\s{{1,3}}(?:[\"'(]|[“‘]{{1}})?[A-Z]))"
_MARK = pattern(
    rf"[{_MARKS}](?:{_SURE}|(?<![.!?].)(?<!….)((?<![.!?])(?<!…))?[{_MARKS}]*{_CLOSING}"
    r"(?(2)|(?=\s(?![a-z])|\Z)))"
)
#: The same where no other mark is: one sign is sought at three times the speed.
_FULL_STOP = pattern(rf"\.(?:{_SURE}|(?<!\..)\.*{_CLOSING}(?=\s(?![a-z])|\Z))")
_OTHERS = tuple(_MARKS.replace(".", ""))
_ASCII = ("!", "?")
_FOREIGN = tuple(mark for mark in _OTHERS if not mark.isascii())


def sentences(
    text: str,
    start: int = 0,
    end: int | None = None,
    holding: Sequence[int] | None = None,
    foreign: str | None = None,
) -> list[tuple[int, int]]:
    """The spans of the sentences in `text[start:end]`, in order, without outer white space.

    No sentence crosses a blank line, a heading or the start of a list item; hard line breaks within
    a paragraph do not end one. Spans without any letter or digit are left out. With `holding`
    (sorted offsets) only the sentences that contain one of them are returned; `foreign` are the
    characters of the text that are not ASCII, if the caller knows them.

    >>> text = "Mr. Li of the U.S. saw 1.945 million cases. He left."
    >>> [text[a:b] for a, b in sentences(text)]
    ['Mr. Li of the U.S. saw 1.945 million cases.', 'He left.']
    >>> sentences("Title\\n\\nOne. Two.", holding=[9])
    [(7, 11)]
    """
    end = len(text) if end is None else min(end, len(text))
    if holding is None:
        return [span for block in _blocks(text, start, end) for span in _cut(text, *block)]
    known = text if foreign is None else foreign
    others = [mark for mark in _ASCII if mark in text]
    if not known.isascii():
        others += [mark for mark in _FOREIGN if mark in known]
    return _holding(text, start, end, holding, others)


def _holding(
    text: str, start: int, end: int, places: Sequence[int], others: Sequence[str]
) -> list[tuple[int, int]]:
    """The sentences that contain one of the offsets; only their paragraphs are read.

    `others` are the marks in the text that are no full stops.
    """
    found: list[tuple[int, int]] = []
    index, count, close = 0, len(places), start
    returns = text.find("\r", start, end) >= 0
    while index < count:
        place = places[index]
        blank = text.rfind("\n\n", close, place)
        open_ = close if blank < 0 else blank + 2
        close = text.find("\n\n", place, end)
        close = end if close < 0 else close
        one_line = text.find("\n", open_, close) < 0
        one_line = one_line and not (returns and text.find("\r", open_, close) >= 0)
        for begin, stop in [(open_, close)] if one_line else _blocks(text, open_, close):
            if index < count and places[index] < stop:
                marks = _marks(text, begin, stop, others)
                index = _cut_around(found, text, (begin, stop), marks, places, index)
        while index < count and places[index] <= close:
            index += 1  # between two blocks
    return found


def _marks(
    text: str, begin: int, end: int, others: Sequence[str] = _OTHERS
) -> Iterator[re.Match[str]]:
    """The marks of a block that may end a sentence; `others` than full stops are in the text."""
    for mark in others:
        if text.find(mark, begin, end) >= 0:
            return _MARK.finditer(text, begin, end)
    return _FULL_STOP.finditer(text, begin, end)


def _cut_around(
    found: list[tuple[int, int]],
    text: str,
    block: tuple[int, int],
    marks: Iterator[re.Match[str]],
    places: Sequence[int],
    index: int,
) -> int:
    """Adds the sentences of a block that contain an offset; returns the index of the next
    offset."""
    begin, end = block
    for mark in marks:
        if mark.lastgroup is None and not _ends(text, begin, mark, end):
            continue
        last = mark.end()
        if last > places[index]:
            _add(found, text, begin, last)
            index = bisect_left(places, last, index + 1)
            if index == len(places) or places[index] >= end:
                return index
        begin = last
    _add(found, text, begin, end)
    return bisect_left(places, end, index + 1)


def _blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans within which sentences may cross a line end."""
    paragraph: list[tuple[int, int]] = []
    for line in filled_lines(text, start, end):
        if text[line[0]].isspace() and text[line[0] : line[1]].isspace():
            continue
        if paragraph and _apart(text, paragraph[-1][1], line[0]):
            yield from _joined(text, paragraph)
            paragraph = []
        paragraph.append(line)
    yield from _joined(text, paragraph)


def _apart(text: str, end: int, start: int) -> bool:
    """Whether there is a blank line between the end of one line and the start of the next."""
    return start - end > 1 and text[end:start] != "\r\n"


def _joined(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The blocks of a paragraph: a line continues if the first word of the next did not fit on
    it."""
    longest = max((end - start for start, end in lines), default=0)
    if len(lines) < 2 or longest not in _WRAPPED:
        yield from lines
        return
    begin = lines[0][0]
    for (before, before_end), (start, end) in pairwise(lines):
        had_room = before_end - before + 1 + _first_length(text[start:end]) <= longest
        opens = not text[start].isalpha() and _OPENS.match(text, start, end)
        if had_room or opens or _HEADING.match(text, before, before_end):
            yield begin, before_end
            begin = start
    yield begin, lines[-1][1]


def _first_length(line: str) -> int:
    """The length of a line's first word; a Chinese or Japanese character counts as a word.

    >>> _first_length(" two words"), _first_length("两个词")
    (3, 1)
    """
    word = line.split(None, 1)[0]
    return 1 if "\u2e80" <= word[0] <= "\uffff" else len(word)


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of one block."""
    found: list[tuple[int, int]] = []
    begin = start
    for mark in _MARK.finditer(text, start, end):
        if mark.lastgroup or _ends(text, begin, mark, end):
            _add(found, text, begin, mark.end())
            begin = mark.end()
    _add(found, text, begin, end)
    return found


def _ends(text: str, begin: int, mark: re.Match[str], end: int) -> bool:
    """Whether a sentence that starts at `begin` ends with `mark`."""
    place, after = mark.span()
    if after == end or text[place] in _ALWAYS:
        return True
    opening = text[after + 1] if after + 1 < end else ""
    if opening == " ":  # two spaces
        opening = text[after + 2 : after + 3]
    if not opening.isalnum():  # blanks, quotes, brackets
        opening = _word_after(text, after, end)[:1]
    if opening.islower():
        return False
    if text[place] != "." or text[place + 1] in ".!?":
        return True
    earliest = place - 24 if place - 24 > begin else begin
    earliest = text.rfind(" ", earliest, place) + 1 or earliest
    word = text[earliest:place]
    if not word.isalnum():
        found = _BEFORE.search(text, earliest, place)
        word = found[0] if found else ""
    word = word.lower()
    if word in _NEVER:
        return False
    if word in _BEFORE_NUMBER and (len(word) > 1 or opening.isdigit()):  # not "Ann P. Lee"
        return not opening.isdigit()
    initials = (len(word) == 1 or "." in word) and _INITIALS.match(word)
    if word in _SELDOM or initials:
        return _word_after(text, after, end).lower() in _BEGINNERS
    return not (word.isdigit() and place - len(word) == begin)


def _word_after(text: str, after: int, end: int) -> str:
    """The word after a mark, following white space, quotes and brackets."""
    following = _AFTER.match(text, after, end)
    return following[1] if following else ""


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Adds a span without outer white space; splits it if it is too long, drops it if it has no
    words."""
    while end - start > _LONGEST:
        place = max(text.rfind(blank, start + 1, start + _LONGEST) for blank in " \t\n") + 1
        place = place or start + _LONGEST
        _add(found, text, start, place)
        start = place
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end and (text[start].isalnum() or _WORD.search(text, start, end)):
        found.append((start, end))
