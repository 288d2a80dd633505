"""What a query may speak of that no document says: saved queries, and what has been read."""

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple


class Known(NamedTuple):
    """`saved` queries by their names in small letters, for `@name`; `read` gives the names of the
    documents that were read, for `is:unread`, or is None where nobody knows."""

    saved: Mapping[str, str] = {}
    read: Callable[[], Collection[str]] | None = None


NOTHING = Known()
