"""The sentence of a note's words, taken from the paragraph that the note has kept."""

from typing import NamedTuple

from tui.text import sentences


class Quoted(NamedTuple):
    """A note's words, and what stands before and after them in their sentence."""

    before: str
    exact: str
    after: str


def quoted(paragraph: str, exact: str, before: str = "", after: str = "") -> Quoted:
    """The words `exact` in their sentence, of which `paragraph` has the rest.

    `before` and `after` stood around them in the document. What the paragraph has not, as that of
    an imported note, stands alone.

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
    """Where `exact` stands in `words`, a piece of the document, between its neighbours.

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
