r"""Lines end at \n, \r\n and \r, and nothing else."""

import re
from itertools import product

from tui.text import filled_lines, line_starts

#: All short texts of ends of every kind, and of what only `str.splitlines` takes for one.
TEXTS = ["".join(signs) for length in range(6) for signs in product("a\n\r\x85", repeat=length)]


def test_a_line_starts_after_each_line_end() -> None:
    for text in TEXTS:
        ends = [found.end() for found in re.finditer(r"\r\n|\r|\n", text)]
        assert list(line_starts(text)) == [0, *ends]


def test_filled_lines_cover_everything_but_line_ends() -> None:
    for text in TEXTS:
        for start, end in ((0, len(text)), (1, len(text)), (0, 3), (2, 2)):
            spans = [found.span() for found in re.compile("[^\r\n]+").finditer(text, start, end)]
            assert list(filled_lines(text, start, min(end, len(text)))) == spans
