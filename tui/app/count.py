"""The digits typed before a key: how often it does what it does, or how far it goes."""

from tui.app.status import Status

#: Digits that are kept; the last ones count.
_MOST = 5


class Count:
    """A number as it is typed, shown in the last row until a key takes it."""

    def __init__(self, status: Status) -> None:
        self._status = status
        self._typed = ""

    def add(self, character: str) -> bool:
        """Take one more digit; whether it was one. A zero alone is none: it may be a key."""
        if not (character.isascii() and character.isdigit()):
            return False
        if character == "0" and not self._typed:
            return False
        self._typed = (self._typed + character)[-_MOST:]
        self._status.say(self._typed, stay=True)
        return True

    def take(self) -> int:
        """The number typed before this key, 1 without one; it is used up."""
        count, self._typed = int(self._typed or 1), ""
        if count != 1:
            self._status.hush()
        return count
