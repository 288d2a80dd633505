"""What a query is made of, once read."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from tui.search.numbers import Days


class Word(NamedTuple):
    """A word that matches fuzzily; a number or a sign in it matches by value only.

    `half_typed`: more letters may follow. `also`: other terms that are as good (the scaled value
    of a number, the signs of a currency).
    """

    text: str
    half_typed: bool = False
    also: tuple[str, ...] = ()


class Exact(NamedTuple):
    """A word that is not guessed at: `where` says in what way.

    "word": a whole word; "part": any part of a word; "start" and "end": the beginning of the
    passage's first word, the end of its last.
    """

    text: str
    where: str


class Phrase(NamedTuple):
    """Words beside each other in this order, or, with `within`, all of them with at most so many
    others between. `half_typed`: the last may go on."""

    words: tuple[str, ...]
    within: int | None = None
    half_typed: bool = False


class Amounts(NamedTuple):
    """A figure whose value lies between two ends (None: open), in a unit (empty: any)."""

    low: Decimal | None
    high: Decimal | None
    with_low: bool
    with_high: bool
    unit: str
    or_days: Days | None = None
    """Where both ends could be years: the same stretch as days."""


class Dates(NamedTuple):
    """A figure whose date or period lies within these days (None: open)."""

    first: int | None
    last: int | None


class Field(NamedTuple):
    """A condition on one field; `words` are folded terms, all of which must be found there."""

    name: str
    words: tuple[str, ...]


class Among(NamedTuple):
    """Only in the documents of these names."""

    documents: frozenset[str]


class Kinds(NamedTuple):
    """Only hits of these kinds, or facts whose figure is of these kinds."""

    hits: frozenset[str]
    figures: frozenset[str]


class Not(NamedTuple):
    """What the node holds must not be there."""

    node: Node


class All(NamedTuple):
    """Every node: words as far as they can be found, conditions strictly."""

    nodes: tuple[Node, ...]


class Either(NamedTuple):
    """At least one node."""

    nodes: tuple[Node, ...]


Node = Word | Exact | Phrase | Amounts | Dates | Field | Among | Kinds | Not | All | Either
Condition = Exact | Phrase | Amounts | Dates | Field | Among | Kinds | Not
