"""The sentence around a note's quote, from the paragraph that is stored with the note."""

from typing import NamedTuple

from tui.text import sentences


class Quoted(NamedTuple):
    """A quote, and the text before and after it in its sentence."""

    before: str
    exact: str
    after: str


def quoted(paragraph: str, exact: str, before: str = "", after: str = "") -> Quoted:
    """The quote `exact` in its sentence, which is taken from `paragraph`.

    `before` and `after` are its context in the document. If the paragraph does not contain the
    quote, as in an imported note, the quote is returned alone.

    >>> quoted("He left. Of 7 men 7 stayed. So it went.", "7", "He left. Of ", " men 7")
    Quoted(before='Of ', exact='7', after=' men 7 stayed.')
    """
    start = _place(paragraph, exact, before, after)
    if start is None:
        return Quoted("", exact, "")
    end = start + len(exact)
    spans = [(first, last) for first, last in sentences(paragraph) if first < end and last > start]
    first = min([start, *(first for first, _ in spans)])
    last = max([end, *(last for _, last in spans)])
    return Quoted(paragraph[first:start], exact, paragraph[end:last])


def _place(words: str, exact: str, before: str, after: str) -> int | None:
    """The offset of `exact` in `words`, an excerpt of the document, between its neighbours.

    >>> _place("7 men and 7 boats", "7", "men and ", " boats")
    10
    """
    start = words.find(exact) if exact else -1
    while start >= 0:
        end = start + len(exact)
        ahead, behind = words[max(0, start - len(before)) : start], words[end : end + len(after)]
        if before.endswith(ahead) and after.startswith(behind):
            return start
        start = words.find(exact, start + 1)
    return None
