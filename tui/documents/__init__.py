"""Documents: finding files, reading, decoding and describing them, and watching them for changes.

Importing this package is cheap: patterns, the detection of encodings and the figures are loaded
when they are first needed.
"""

from typing import TYPE_CHECKING

from tui.documents.document import CHANGED, GONE, Document
from tui.documents.found import Found, find, natural
from tui.documents.library import Intake, Library, from_bytes, read
from tui.lazy import lazy_names

if TYPE_CHECKING:
    from tui.documents.watch import Watch

__all__ = [
    "CHANGED",
    "GONE",
    "Document",
    "Found",
    "Intake",
    "Library",
    "Watch",
    "find",
    "from_bytes",
    "natural",
    "read",
]

if not TYPE_CHECKING:  # else any name would be one of this package
    __getattr__ = lazy_names(__name__, {"watch": "Watch"})
