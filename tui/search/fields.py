"""The fields of a query: `unit:CNY`, `kind:money`, `is:unread` as nodes."""

from tui.figures import KINDS as FIGURE_KINDS
from tui.search.clauses import terms_of
from tui.search.known import Known
from tui.search.nodes import Among, Field, Kinds, Node, Not
from tui.search.numbers import UNITS
from tui.search.records import KINDS
from tui.search.words import fold

NAMES = ("doc", "title", "note", "fact", "tag", "kind", "unit", "subject", "is", "verdict")
"""What may stand before a colon; any other word there is only a word."""
_SHORTEST_MISSPELT = 3


def meant(word: str) -> str | None:
    """The field whose name was probably meant by a word that is none: one slip away.

    >>> meant("unti"), meant("docs"), meant("http"), meant("as")
    ('unit', 'doc', None, None)
    """
    if len(word) < _SHORTEST_MISSPELT:
        return None
    from rapidfuzz.distance import OSA

    return next((name for name in NAMES if OSA.distance(word, name, score_cutoff=1) <= 1), None)


class NotUnderstoodError(Exception):
    """What stands behind the colon means nothing there; the text says why."""


def field(name: str, value: str, known: Known) -> Node | None:
    """The node of a field (not of `note` and `fact`, which are followed by words); None where the
    value holds no word. Raises `NotUnderstoodError`."""
    if name == "is":
        return _state(value.lower(), known)
    if name == "kind":
        return _kinds(fold(value))
    if name == "unit":
        return Field(name, tuple(fold(UNITS.get(value.lower(), value)).split()))
    words = terms_of(value)
    return Field(name, words) if words else None


def _kinds(value: str) -> Kinds:
    one = value.removesuffix("s") if len(value) > 2 else value
    hits = frozenset(kind for kind in KINDS if kind.startswith(one))
    figures = frozenset(kind for kind in FIGURE_KINDS if kind.startswith(one))
    if not hits and not figures:
        known = ", ".join((*KINDS, *FIGURE_KINDS))
        raise NotUnderstoodError(f"kind:{value} is none of {known}")
    return Kinds(hits, figures)


def _state(value: str, known: Known) -> Node:
    state = next((state for state in ("read", "unread") if state.startswith(value)), None)
    if state is None:
        raise NotUnderstoodError(f"is:{value} is neither is:read nor is:unread")
    if known.read is None:
        raise NotUnderstoodError(f"is:{state} asks for what is not recorded here")
    read = Among(frozenset(known.read()))
    return read if state == "read" else Not(read)
