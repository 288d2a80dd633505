"""Lazy imports for packages: a name is imported when it is first used."""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def lazy_names(face: str, later: Mapping[str, str]) -> Callable[[str], object]:
    """A `__getattr__` for a package (PEP 562); `later` maps each of its modules to the names that
    it defines, separated by spaces.

    >>> lazy_names("tui.text", {"cell_width": "cells offset_at_cell"})("cells")("文")
    2
    """
    homes = {name: module for module, names in later.items() for name in names.split()}

    def getattr_(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {face!r} has no attribute {name!r}")
        found: object = getattr(import_module(f"{face}.{homes[name]}"), name)
        setattr(sys.modules[face], name, found)
        return found

    return getattr_
