"""Small operations on arrays that numpy has no word for, or only a dear one."""

from collections.abc import Mapping
from typing import Any, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

Arrays = Mapping[str, npt.NDArray[Any]]
"""Arrays by name: what a part of a segment is made of, in memory or in a mapped file."""

_Number = TypeVar("_Number", bound=np.integer[Any])


class Spread(NamedTuple):
    """The numbers of several ranges one after the other, and for each the place of its range."""

    numbers: npt.NDArray[np.int64]
    owners: npt.NDArray[np.int64]


def spread(starts: npt.NDArray[Any], ends: npt.NDArray[Any]) -> Spread:
    """All numbers from each start up to its end; nothing where the end is not beyond the start.

    >>> numbers, owners = spread(np.array([5, 9, 20]), np.array([7, 9, 21]))
    >>> numbers.tolist(), owners.tolist()
    ([5, 6, 20], [0, 0, 2])
    """
    sizes = np.maximum(ends.astype(np.int64) - starts, 0)
    owners = np.repeat(np.arange(len(sizes)), sizes)
    shifts = starts - (np.cumsum(sizes) - sizes)
    return Spread(np.arange(len(owners)) + shifts[owners], owners)


def distinct(values: npt.NDArray[_Number]) -> npt.NDArray[_Number]:
    """The values in order, each once. `numpy.unique` loads masked arrays first: 15 ms.

    >>> distinct(np.array([3, 1, 3])).tolist()
    [1, 3]
    """
    ordered = np.sort(values)
    if len(ordered) < 2:
        return ordered
    new = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return ordered[new]


def first_places(values: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
    """Where each value stands for the first time, in order of these places.

    >>> first_places(np.array([7, 3, 7, 5])).tolist()
    [0, 1, 3]
    """
    order = np.argsort(values, kind="stable")
    ordered = values[order]
    new = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return np.sort(order[new])


def held(values: npt.NDArray[Any], ordered: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    """Which values stand in an array that is in order.

    >>> held(np.array([4, 9]), np.array([1, 4, 5])).tolist()
    [True, False]
    """
    if not len(ordered):
        return np.zeros(len(values), dtype=np.bool_)
    places = np.minimum(np.searchsorted(ordered, values), len(ordered) - 1)
    found: npt.NDArray[np.bool_] = ordered[places] == values
    return found


def summed(sizes: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
    """Where things of these sizes begin if they stand one after the other, and where all end.

    >>> summed(np.array([2, 0, 3])).tolist()
    [0, 2, 2, 5]
    """
    offsets = np.zeros(len(sizes) + 1, dtype=np.int64)
    np.cumsum(sizes, out=offsets[1:])
    return offsets
