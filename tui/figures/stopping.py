"""Lets another thread stop the extraction from a large text."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from tui.figures.figure import StoppedError

ITEMS_BETWEEN = 64  # numbers, or sentences, between two questions: 10 ms at most
Item = TypeVar("Item")


class Watch(Protocol):
    """Yields the items of a long loop, and may raise an error in between; `iter` does not."""

    def __call__(self, items: Iterable[Item], /) -> Iterator[Item]: ...


def until_stopped(stop: Callable[[], bool], items: Iterable[Item]) -> Iterator[Item]:
    """Yields the items; raises `StoppedError` when `stop` returns True.

    >>> list(until_stopped(lambda: False, [1, 2]))
    [1, 2]
    """
    for number, item in enumerate(items):
        if number % ITEMS_BETWEEN == 0 and stop():
            raise StoppedError
        yield item
