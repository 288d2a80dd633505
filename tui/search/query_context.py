"""What a query refers to outside the documents: saved queries, and which documents were read."""

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple


class QueryContext(NamedTuple):
    """`saved`: queries by lower-case name, for `@name`. `read`: returns the names of the documents
    that were read, for `is:unread`; None where that is not recorded."""

    saved: Mapping[str, str] = {}
    read: Callable[[], Collection[str]] | None = None


EMPTY = QueryContext()
