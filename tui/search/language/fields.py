"""The fields of a query, such as `unit:CNY`, `kind:money` and `is:unread`, parsed into nodes."""

from collections.abc import Sequence

from tui.figures import KINDS as FIGURE_KINDS
from tui.search.language.clauses import begin_terms, terms_of
from tui.search.language.nodes import Field, InDocuments, Kinds, Node, Not
from tui.search.numbers import UNITS
from tui.search.query_context import QueryContext
from tui.search.records import KINDS, UNCHECKED
from tui.search.words import fold
from tui.toml import nearest

#: The names of fields; any other word before a colon is searched as a word.
NAMES = ("doc", "title", "note", "fact", "tag", "kind", "unit", "subject", "is", "verdict")
_MIN_MISSPELT_LENGTH = 3


def closest_field(word: str) -> str | None:
    """The field name within one edit of a word that is none, or None.

    >>> closest_field("unti"), closest_field("docs"), closest_field("http"), closest_field("as")
    ('unit', 'doc', None, None)
    """
    if len(word) < _MIN_MISSPELT_LENGTH:
        return None
    from rapidfuzz.distance import OSA

    return next((name for name in NAMES if OSA.distance(word, name, score_cutoff=1) <= 1), None)


class FieldValueError(Exception):
    """The value of a field is not valid for it; the message says why."""


def field(name: str, value: str, context: QueryContext) -> Node | None:
    """The node of a field, or None if its value has no word. Not for `note:` and `fact:`, which
    apply to the words after them. Raises `FieldValueError`."""
    own = context.values.get(name, ())
    if any(each.startswith(value.lower()) for each in own):
        return Field(name, (value.lower(),))
    if name == "is":
        return _state(value.lower(), context, own)
    if name == "kind":
        return _kinds(fold(value), own)
    if name == "unit":
        words = tuple(fold(UNITS.get(value.lower(), value)).split())
    elif name == "doc":  # a name is not words: "doc:2022/a.txt"
        words = tuple(filter(None, [fold(value).strip()]))
    else:
        words = terms_of(value)
    return Field(name, words) if words else None


def unknown_verdict(value: str, context: QueryContext) -> str | None:
    """A message for a value of `verdict:` that is none in the settings, nor the beginning of one;
    an old note may have it all the same.

    >>> unknown_verdict("rong", QueryContext(verdicts=["supported", "wrong"]))
    "verdict:rong is none of those in the settings; did you mean 'wrong'?"
    >>> unknown_verdict("wro", QueryContext(verdicts=["supported", "wrong"]))
    """
    asked, known = terms_of(value), (*context.verdicts, UNCHECKED)
    if not context.verdicts or any(begin_terms(asked, terms_of(verdict)) for verdict in known):
        return None
    return f"verdict:{value} is none of those in the settings; {nearest(value, known)}"


def _kinds(value: str, own: Sequence[str]) -> Kinds:
    one = value.removesuffix("s") if len(value) > 2 else value
    hits = frozenset(kind for kind in KINDS if kind.startswith(one))
    figures = frozenset(kind for kind in FIGURE_KINDS if kind.startswith(one))
    if not hits and not figures:
        kinds = ", ".join(dict.fromkeys((*own, *KINDS, *FIGURE_KINDS)))
        raise FieldValueError(f"kind:{value} is none of {kinds}")
    return Kinds(hits, figures)


def _state(value: str, context: QueryContext, own: Sequence[str]) -> Node:
    state = next((state for state in ("read", "unread") if state.startswith(value)), None)
    if state is None:
        raise FieldValueError(f"is:{value} is none of {', '.join((*own, 'read', 'unread'))}")
    if context.read is None:
        raise FieldValueError(f"is:{state} needs a record of what was read; there is none here")
    read = InDocuments(frozenset(context.read()))
    return read if state == "read" else Not(read)
