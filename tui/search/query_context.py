"""What a query refers to outside the documents: saved queries, which documents were read, and what
only the list has that is filtered."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple


class QueryContext(NamedTuple):
    """`saved`: queries by lower-case name, for `@name`. `read`: returns the names of the documents
    that were read, for `is:unread`; None where that is not recorded. `values`: further values of
    `is:` and `kind:`, by field, in a list that has some: the states and kinds of notes. `verdicts`:
    those in the settings; without them any word may be one."""

    saved: Mapping[str, str] = {}
    read: Callable[[], Collection[str]] | None = None
    values: Mapping[str, Sequence[str]] = {}
    verdicts: Sequence[str] = ()


EMPTY = QueryContext()
