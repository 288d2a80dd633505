"""What is installed, for `factdesk --version` and for who reports a mistake."""

import os
import sys

from tui import __version__

#: The libraries that what is seen and found depends on most.
_NAMED = ("textual", "rapidfuzz", "numpy")


def versions() -> str:
    """The version of factdesk; in a second line those of Python and of the libraries in use."""
    found = [f"{name} {_version(name)}" for name in _NAMED]
    python = ".".join(map(str, sys.version_info[:3]))
    return f"factdesk {__version__}\n" + ", ".join([f"Python {python}", *found])


def _version(name: str) -> str:
    """The version of an installed distribution, from the name of the folder that describes it.

    `importlib.metadata` would say the same, but costs 40 ms, twice what Python needs to start.
    """
    for folder in sys.path:
        try:
            entries = os.listdir(folder or ".")  # noqa: PTH208 - pathlib costs 10 ms to import
        except OSError:
            continue
        for entry in entries:
            if entry.startswith(f"{name}-") and entry.endswith(".dist-info"):
                return entry[len(name) + 1 : -len(".dist-info")]
    return "not installed"
