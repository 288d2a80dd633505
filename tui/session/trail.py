"""The history of jumps: back and forward, as in a browser."""

from typing import NamedTuple

#: The number of places that are kept.
LENGTH = 200


class Place(NamedTuple):
    """A position in a document: its name and an offset into its text."""

    document: str
    offset: int


class Trail:
    """The places from which the reader jumped.

    >>> trail = Trail()
    >>> trail.leave(Place("a", 0)); trail.leave(Place("a", 90))
    >>> trail.back(Place("b", 5))
    Place(document='a', offset=90)
    >>> trail.forward(Place("a", 90))
    Place(document='b', offset=5)
    >>> trail.forward(Place("b", 5)) is None
    True
    """

    def __init__(self) -> None:
        self._behind: list[Place] = []
        self._ahead: list[Place] = []

    def leave(self, place: Place) -> None:
        """Record `place` before a jump; clears the places ahead."""
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)
        del self._behind[:-LENGTH]
        self._ahead.clear()

    def begin(self, place: Place) -> None:
        """Put `place` at the beginning, where the reader was the last time."""
        self._behind.insert(0, place)

    def back(self, here: Place) -> Place | None:
        """The previous place, or None."""
        return self._turn(self._behind, self._ahead, here)

    def forward(self, here: Place) -> Place | None:
        """The place from which `back` was called, or None."""
        return self._turn(self._ahead, self._behind, here)

    @staticmethod
    def _turn(source: list[Place], target: list[Place], here: Place) -> Place | None:
        while source:
            place = source.pop()
            if place != here:
                target.append(here)
                return place
        return None
