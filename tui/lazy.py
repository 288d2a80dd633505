"""Faces of folders: a name that costs something is imported when it is first asked for."""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def lazy_names(face: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """The `__getattr__` of the face (PEP 562); `homes` says which module of the folder has a name.

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
