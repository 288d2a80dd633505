"""Write tui/text/width_tables.py: how wide characters are and which belong together.

The widths are those of Rich, because Rich lays out the screen: a row that we measure otherwise
would be cut or padded wrongly. What joins into one grapheme cluster comes from the tables of
wcwidth (Unicode, UAX #29). Run it after an update of either; tests/text/test_cells.py says when.

    python scripts/make_widths.py
"""

import textwrap
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path

from rich._unicode_data import load
from rich.cells import get_character_cell_size

_TARGET = Path(__file__).resolve().parent.parent / "tui" / "text" / "widths.py"
_HEAD = '''"""Widths of characters in cells, and the marks that join others; see measure.py.

Written by scripts/make_widths.py from Unicode {version}. Each table is a line of ranges in
hexadecimal, both ends included; what stands in none of them is one cell wide and stands alone.
"""
'''


def _ranges(numbers: Iterable[int]) -> str:
    """The numbers as hexadecimal ranges: `300-36f 483-489 20e3`."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return " ".join(f"{a:x}" if a == b else f"{a:x}-{b:x}" for a, b in runs)


def _members(table: dict[str, tuple[tuple[int, int], ...]]) -> set[int]:
    """The code points of a table of wcwidth, in its newest version of Unicode."""
    ranges = table[max(table, key=lambda version: tuple(map(int, version.split("."))))]
    return {number for a, b in ranges for number in range(a, b + 1)}


def _grapheme(name: str) -> set[int]:
    table = getattr(import_module("wcwidth.table_grapheme"), name)
    if isinstance(table, dict):
        return _members(table)
    return {number for a, b in table for number in range(a, b + 1)}


def main() -> None:
    """Write the file."""
    every = [number for number in range(0x110000) if not 0xD800 <= number < 0xE000]
    width: Callable[[int], int] = lambda number: get_character_cell_size(chr(number))  # noqa: E731
    zero = {number for number in every[0xA0:] if width(number) == 0}
    wide = {number for number in every if width(number) == 2}
    newest = load("latest")
    tables = {
        "ZERO": ("no cell: drawn upon the character before", zero),
        "WIDE": ("two cells", wide),
        "WIDENED": (
            "one cell, two when U+FE0F follows",
            {ord(character) for character in newest.narrow_to_wide},
        ),
        "MARKS": (
            "has a width but belongs to the character before",
            (_grapheme("GRAPHEME_EXTEND") | _grapheme("GRAPHEME_SPACINGMARK")) - zero,
        ),
        "PREPENDED": ("belongs to the character after", _grapheme("GRAPHEME_PREPEND")),
        "LINKERS": ("joins the consonant after to the one before", _grapheme("INCB_LINKER") & zero),
        "CONSONANTS": ("what LINKERS join", _grapheme("INCB_CONSONANT") - zero - wide),
        "FLAGS": ("two of them are a flag", _grapheme("GRAPHEME_REGIONAL_INDICATOR")),
        "HANGUL_LEADS": ("begins a syllable of Hangul", _grapheme("GRAPHEME_L") & wide),
        "HANGUL": (
            "a syllable of Hangul",
            _grapheme("GRAPHEME_LV") | _grapheme("GRAPHEME_LVT"),
        ),
    }
    parts = [_HEAD.format(version=newest.unicode_version)]
    for name, (meaning, numbers) in tables.items():
        lines = textwrap.wrap(_ranges(numbers), 94, break_on_hyphens=False)
        body = "\n".join(lines)
        parts.append(f'#: {meaning}\n{name} = """\n{body}\n"""\n')
    _TARGET.write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
