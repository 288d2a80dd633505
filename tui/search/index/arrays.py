"""Small array operations that numpy lacks, or does slowly."""

from collections.abc import Mapping
from typing import Any, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

#: Arrays by name: the columns of a segment, in memory or in a mapped file.
Arrays = Mapping[str, npt.NDArray[Any]]

_Number = TypeVar("_Number", bound=np.integer[Any])


class Ranges(NamedTuple):
    """The numbers of several ranges, concatenated, and for each the index of its range."""

    numbers: npt.NDArray[np.int64]
    owners: npt.NDArray[np.int64]


def concat_ranges(starts: npt.NDArray[Any], ends: npt.NDArray[Any]) -> Ranges:
    """Concatenates the half-open ranges from each start to its end; empty if the end is not larger.

    >>> numbers, owners = concat_ranges(np.array([5, 9, 20]), np.array([7, 9, 21]))
    >>> numbers.tolist(), owners.tolist()
    ([5, 6, 20], [0, 0, 2])
    """
    sizes = np.maximum(ends.astype(np.int64) - starts, 0)
    owners = np.repeat(np.arange(len(sizes)), sizes)
    shifts = starts - (np.cumsum(sizes) - sizes)
    return Ranges(np.arange(len(owners)) + shifts[owners], owners)


def sorted_unique(values: npt.NDArray[_Number]) -> npt.NDArray[_Number]:
    """The sorted values without duplicates. `numpy.unique` imports masked arrays first, which takes
    15 ms.

    >>> sorted_unique(np.array([3, 1, 3])).tolist()
    [1, 3]
    """
    ordered = np.sort(values)
    if len(ordered) < 2:
        return ordered
    new = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return ordered[new]


def first_occurrences(values: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
    """The indexes at which each value occurs first, in order.

    >>> first_occurrences(np.array([7, 3, 7, 5])).tolist()
    [0, 1, 3]
    """
    order = np.argsort(values, kind="stable")
    ordered = values[order]
    new = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return np.sort(order[new])


def is_member(values: npt.NDArray[Any], ordered: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    """Mask of the values that occur in a sorted array.

    >>> is_member(np.array([4, 9]), np.array([1, 4, 5])).tolist()
    [True, False]
    """
    if not len(ordered):
        return np.zeros(len(values), dtype=np.bool_)
    places = np.minimum(np.searchsorted(ordered, values), len(ordered) - 1)
    found: npt.NDArray[np.bool_] = ordered[places] == values
    return found


def start_offsets(sizes: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
    """The offsets at which chunks of these sizes start when concatenated, and the total size.

    >>> start_offsets(np.array([2, 0, 3])).tolist()
    [0, 2, 2, 5]
    """
    offsets = np.zeros(len(sizes) + 1, dtype=np.int64)
    np.cumsum(sizes, out=offsets[1:])
    return offsets
