"""The versions of what is installed, for `factdesk --version` and bug reports."""

import os
import sys

from tui import __version__

#: The libraries that matter most for bug reports.
_NAMED = ("textual", "rapidfuzz", "numpy")


def versions() -> str:
    """The version of factdesk; on a second line those of Python and of the libraries in use."""
    found = [f"{name} {_version(name)}" for name in _NAMED]
    python = ".".join(map(str, sys.version_info[:3]))
    return f"factdesk {__version__}\n" + ", ".join([f"Python {python}", *found])


def _version(name: str) -> str:
    """The version of an installed distribution, from the name of its `.dist-info` folder.

    `importlib.metadata` would do the same, but takes 40 ms, twice the startup time of Python.
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
