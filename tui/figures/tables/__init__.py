"""The tables of currencies, units and words, read on first use (6 ms together)."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tui.files import read_bytes

KEY = re.compile(r"[a-zµμł]+|.", re.DOTALL)


class Form(NamedTuple):
    """One way to write a unit: matched as written if `cased`, else in lower case."""

    form: str
    cased: bool
    unit: str
    kind: str


def _text(name: str) -> str:
    return read_bytes(Path(__file__).with_name(name)).decode("utf-8")


@cache
def _lines(name: str) -> list[list[str]]:
    return [line.split("\t") for line in _text(name).split("\n") if line]


def _by_key(forms: list[Form]) -> Mapping[str, list[Form]]:
    """Forms by their first word or sign, the longest first."""
    table: dict[str, list[Form]] = {}
    for each in forms:
        match = KEY.match(each.form.lower())
        assert match is not None
        table.setdefault(match.group(), []).append(each)
    for group in table.values():
        group.sort(key=lambda each: -len(each.form))
    return table


@cache
def units() -> Mapping[str, list[Form]]:
    """Units of measure, durations and percent."""
    return _by_key(
        [Form(form, form != form.lower(), unit, kind) for form, unit, kind in _lines("units.tsv")]
    )


@cache
def money_after() -> Mapping[str, list[Form]]:
    """Currencies as they are written after the number; kind "!" needs a scale or grouped digits."""
    return _by_key(
        [
            Form(form, form != form.lower(), unit, "!" if side.endswith("!") else "money")
            for form, unit, side in _lines("currencies.tsv")
            if not side.startswith("before")
        ]
    )


@cache
def money_before() -> Mapping[str, tuple[str, bool]]:
    """Currencies before the number -> (unit, whether a scale or grouped digits are needed)."""
    return {
        form: (unit, side.endswith("!"))
        for form, unit, side in _lines("currencies.tsv")
        if not side.startswith("after")
    }


@cache
def words() -> Mapping[str, frozenset[str]]:
    """Classes of words: verb, noun_ing, adverb, adjective, plural (scripts/make_words.py)."""
    lines = (
        line.partition(" ") for line in _text("words.txt").split("\n") if line and line[0] != "#"
    )
    return {name: frozenset(rest.split()) for name, _, rest in lines}
