"""The tables of currencies, units and words, loaded on first use (5 ms, 4 of them for the
words)."""

import os
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple, TypeVar

from tui.patterns import pattern

Made = TypeVar("Made")

KEPT = 4096  # words of which is kept what was made of them
# A line of a table, and the first word or sign of its form.
LINE = pattern(r"^([a-zµμł]+|.).*", re.MULTILINE)


def word_set(words: str) -> frozenset[str]:
    """The words of a small table written in a module."""
    return frozenset(words.split())


class Kept(dict[str, Made]):
    """What a function makes of words, made when it is first asked for.

    >>> lengths = Kept(len)
    >>> lengths["oats"], lengths
    (4, {'oats': 4})
    """

    def __init__(self, make: Callable[[str], Made]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> Made:
        if len(self) >= KEPT:
            self.clear()
        self[word] = made = self._make(word)
        return made


class Form(NamedTuple):
    """A spelling of a unit, matched as written if `cased`, else in lower case."""

    form: str
    cased: bool
    unit: str
    kind: str


def _text(name: str) -> str:
    # Not by `tui.files`, whose checks are for files of users, and which imports `pathlib`: a first
    # figure would come after 302 million instructions instead of 285.
    path = os.path.join(os.path.dirname(__file__), name)  # noqa: PTH118, PTH120
    with open(path, "rb") as file:  # noqa: PTH123
        return file.read().decode("utf-8")


class Forms(dict[str, list[Form]]):
    """The spellings in a table by their first word or sign, longest first.

    They are parsed from their lines on demand: a text needs a dozen of 2,000.
    """

    def __init__(self, name: str, make: Callable[[str], Form | None]) -> None:
        super().__init__()
        self._make = make
        text = _text(name)
        #: The lines by the first word or sign of their form.
        self.lines: dict[str, list[str]] = {}
        for match in LINE.finditer(text.lower()):
            self.lines.setdefault(match[1], []).append(text[match.start() : match.end()])

    def __missing__(self, key: str) -> list[Form]:
        made = [form for form in map(self._make, self.lines[key]) if form]
        made.sort(key=lambda each: -len(each.form))
        self[key] = made
        return made


def _unit(line: str) -> Form:
    form, unit, kind = line.split("\t")
    return Form(form, form != form.lower(), unit, kind)


def _currency(line: str) -> Form | None:
    form, unit, side = line.split("\t")
    if side.startswith("before"):
        return None
    return Form(form, form != form.lower(), unit, "!" if side.endswith("!") else "money")


@cache
def units() -> Forms:
    """Units of measure, durations and percent."""
    return Forms("units.tsv", _unit)


@cache
def money_after() -> Forms:
    """Currencies as written after the number; kind "!" requires a scale or grouped digits."""
    return Forms("currencies.tsv", _currency)


@cache
def money_before() -> Mapping[str, str]:
    """Currencies before the number -> their unit, with "!" if it requires a scale or grouping."""
    lines = _text("currencies.tsv").rstrip().split("\n")
    fields = (line.split("\t") for line in lines if not line.endswith("\tafter"))
    return {form: unit + "!" * side.endswith("!") for form, unit, side in fields}


@cache
def words() -> Mapping[str, frozenset[str]]:
    """Classes of words: verb, noun_ing, adverb, adjective, plural (scripts/make_words.py)."""
    lines = (
        line.partition(" ") for line in _text("words.txt").split("\n") if line and line[0] != "#"
    )
    return {name: frozenset(rest.split()) for name, _, rest in lines}
