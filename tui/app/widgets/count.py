"""The count typed before a key, as in `5j`."""

from tui.app.widgets.status import Status

#: The maximum number of digits; of more, the last ones count.
_MAX_DIGITS = 5


class Count:
    """The count while it is typed, shown in the last row until a key uses it."""

    def __init__(self, status: Status) -> None:
        self._status = status
        self._typed = ""

    def add(self, character: str) -> bool:
        """Add a digit; returns False for a leading zero, which may be a key."""
        if not (character.isascii() and character.isdigit()):
            return False
        if character == "0" and not self._typed:
            return False
        self._typed = (self._typed + character)[-_MAX_DIGITS:]
        self._status.say(self._typed, stay=True)
        return True

    def take(self) -> int:
        """The count, 1 without one; resets it."""
        count, self._typed = int(self._typed or 1), ""
        if count != 1:
            self._status.clear_message()
        return count
