"""Text in a file for other programs: Markdown, a spreadsheet, a page for a browser.

It is displayed as it is, whatever characters it contains.
"""

import re

from tui.text.safe_text import safe

#: Characters that start a formula in a spreadsheet; the full-width ones do in some languages.
_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

#: Markdown syntax, each match ending with the character to escape: emphasis, code, tags, entities,
#: links and images anywhere; headings, lists and rules at the start of a line.
_MARKUP = re.compile(
    r"[\\`*~]|(?<![^\W_])_|_(?![^\W_])|<(?=[a-zA-Z/!?])|&(?=#?\w+;)|\](?=[(\[:])"
    r"|^(?:>|#{1,6}(?=\s|$)|[-+](?=\s|$)|[-=](?=[-=]*\s*$)|\d{1,9}[.)](?=\s|$))"
)


def displayable(text: str) -> str:
    """The text without control characters, except line breaks and tabs."""
    lines = text.replace("\r\n", "\n").split("\n")
    return "\n".join("\t".join(map(safe, line.split("\t"))) for line in lines)


def markdown(text: str, *, is_begin: bool = True) -> str:
    """A line of Markdown that is displayed as this text; `is_begin`: nothing stands before it.

    >>> markdown("  *12* of _20_"), markdown(" of *", is_begin=False)
    ('\\\\*12\\\\* of \\\\_20\\\\_', ' of \\\\*')
    """
    line = displayable(text.lstrip() if is_begin else text).replace("\n", " ")
    return _MARKUP.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", line)


def markdown_code(text: str) -> str:
    """Inline code in Markdown, in which backslashes do not escape."""
    words = displayable(text).replace("\n", " ").replace("`", "'")
    return f"`{words or ' '}`"


def spreadsheet_cell(words: str) -> str:
    """The words of a cell; where a spreadsheet would run them as a formula, after an apostrophe.

    >>> spreadsheet_cell("=A1"), spreadsheet_cell("12 cases")
    ("'=A1", '12 cases')
    """
    shown = displayable(words)
    return "'" + shown if shown.startswith(_FORMULAS) else shown
