"""A field with a label before it, and words behind it that say how it is understood."""

from typing import ClassVar

from rich.segment import Segment

from tui.app.paint import fit
from tui.app.widgets.field import Field
from tui.text import cells

#: The cells before the field, and the most that the words behind it get.
_LABEL, _MOST = 8, 30


class LabelledField(Field):
    """One widget that draws all three: as three in a container they took most of a frame."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"labelled-field--label", "labelled-field--said"}

    _label = _said = ""

    def name_it(self, label: str) -> None:
        """Show this label."""
        if label != self._label:
            self._label = label
            self.refresh()

    def say(self, words: str) -> None:
        """Show these words behind it; others than before make it wider or narrower."""
        words = fit(words, _MOST)
        if words != self._said:
            self._said = words
            self.styles.padding = (0, self._room_right, 0, _LABEL)
            self.refresh()

    @property
    def _room_right(self) -> int:
        return 2 + cells(self._said)

    def left_of_words(self) -> list[Segment]:
        label = fit(self._label, _LABEL - 2)
        blank = " " * (_LABEL - 1 - cells(label))
        return [Segment(f" {label}{blank}", self.style_of("labelled-field--label"))]

    def right_of_words(self) -> list[Segment]:
        return [Segment(f" {self._said} ", self.style_of("labelled-field--said"))]
