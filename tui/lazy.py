"""Lazy imports for packages: a name is imported when it is first used."""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def lazy_names(face: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """A `__getattr__` for a package (PEP 562); `homes` maps each name to its module in the package.

    >>> lazy_names("tui.text", {"cells": "cell_width"})("cells")("文")
    2
    """

    def getattr_(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {face!r} has no attribute {name!r}")
        found: object = getattr(import_module(f"{face}.{homes[name]}"), name)
        setattr(sys.modules[face], name, found)
        return found

    return getattr_
