"""The nodes of a parsed query."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from tui.text import Days


class Word(NamedTuple):
    """A word that matches fuzzily; a number or sign matches exactly.

    `half_typed`: more letters may follow. `also`: other terms that match as well (the scaled value
    of a number, the spellings of a currency).
    """

    text: str
    half_typed: bool = False
    also: tuple[str, ...] = ()


class Exact(NamedTuple):
    """Text to match literally. `where` is "word" (a whole word), "part" (a substring of a word),
    "start" (a prefix of the passage's first word) or "end" (a suffix of its last word)."""

    text: str
    where: str


class Phrase(NamedTuple):
    """Words next to each other in this order; with `within`, all of them in any order with at most
    that many other words between. `half_typed`: the last word may continue."""

    words: tuple[str, ...]
    within: int | None = None
    half_typed: bool = False


class Within(NamedTuple):
    """Words that must be in a note, or in the sentence of a fact, as `kind` says. The parser makes
    none: `planned` does, of words beside `note:` or `fact:`."""

    kind: str
    words: Word | Exact | Phrase


class Amounts(NamedTuple):
    """A figure with a value between two bounds (None: open), in a unit ("": any). `with_low` and
    `with_high` say whether the bounds are included."""

    low: Decimal | None
    high: Decimal | None
    with_low: bool
    with_high: bool
    unit: str
    #: The same range as days, if both bounds could be years.
    or_days: Days | None = None


class Dates(NamedTuple):
    """A figure whose date or period lies within these days, both included (None: open)."""

    first: int | None
    last: int | None


class Field(NamedTuple):
    """A condition on one field; all `words` (folded terms) must match."""

    name: str
    words: tuple[str, ...]


class InDocuments(NamedTuple):
    """Only in documents with these names."""

    documents: frozenset[str]


class Kinds(NamedTuple):
    """Only hits of the kinds `hits`, or facts whose figure is of the kinds `figures`."""

    hits: frozenset[str]
    figures: frozenset[str]


class Not(NamedTuple):
    """The node must not match."""

    node: Node


class All(NamedTuple):
    """All nodes: words as far as they are found, conditions strictly."""

    nodes: tuple[Node, ...]


class Either(NamedTuple):
    """At least one of the nodes."""

    nodes: tuple[Node, ...]


Condition = Exact | Phrase | Within | Amounts | Dates | Field | InDocuments | Kinds | Not
Node = Condition | Word | All | Either


def walk(node: Node) -> Iterator[Node]:
    """A node and all nodes in it."""
    yield node
    if isinstance(node, All | Either):
        for child in node.nodes:
            yield from walk(child)
    elif isinstance(node, Not):
        yield from walk(node.node)
