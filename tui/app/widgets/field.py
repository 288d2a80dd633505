"""A single-line input, safe for pasted text."""

from collections.abc import Callable
from typing import Any, Self

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.actions import SkipAction
from textual.dom import DOMNode
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widgets import Input

from tui.app import keys
from tui.app.paint import runs
from tui.app.widgets.row_widget import is_announced
from tui.text import safe


class Field(Input):
    """An input line. Pasted control characters become visible signs.

    Its placeholder may have `{help.filter}` for the key of an action.
    """

    # Overridden without a new layout of the whole screen at each letter (8 ms): a field has a fixed
    # width.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    _callback: Callable[[str], None] | None = None
    #: The row as it was drawn last, and in which width. Textual draws all that stands in one box
    #: with what has changed: of a note three fields at each letter.
    _kept: Strip | None = None
    _width = -1

    def __init__(self, *arguments: Any, **more: Any) -> None:
        #: Cached styles of its parts; Textual would combine those of all ancestors (0.3 ms).
        self._styles_of: dict[str, Style] = {}
        super().__init__(*arguments, **more)
        # Textual would add it when the field is first typed in or left, and style it anew: 2 ms.
        self.add_class("-valid", update=False)

    def on_mount(self) -> None:
        # A blinking cursor would send data continuously over SSH.
        self.cursor_blink = False
        self.disable_messages(Input.Blurred)  # nobody listens to it
        self.placeholder = keys.said(self, str(self.placeholder))

    def on_change(self, listener: DOMNode, callback: Callable[[str], None]) -> None:
        """Register a function that is called at each change.

        Textual's own message comes a frame later and takes 0.3 ms on its way through all ancestors,
        so it is not sent.
        """
        self.disable_messages(Input.Changed)
        self._callback = callback
        listener.watch(self, "value", callback, init=False)

    def put(self, words: str) -> None:
        """Set the text, with the cursor at its end, and notify even if it is unchanged."""
        is_same = words == self.value
        self.value = words
        self.cursor_position = len(words)
        if is_same and self._callback is not None:
            self._callback(words)

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Skip restyling, which takes 3 ms: the cursor shows the focus."""

    def left_of_words(self) -> list[Segment]:
        """What stands in the padding at the left; empty for nothing."""
        return []

    def right_of_words(self) -> list[Segment]:
        """What stands in the padding at the right; empty for nothing."""
        return []

    def check_idle(self) -> None:
        """See what is to be done (called by Textual after each change)."""
        if not is_announced(self):
            super().check_idle()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the row directly: Textual's way takes 1 ms for each letter."""
        width = self.outer_size.width
        if self._kept is None or width != self._width:
            self._kept, self._width = self._row(), width
        row, (left, right) = self._kept, crop.column_span
        return [row.crop(left, right) for _ in crop.line_range]

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw it anew (called at each change)."""
        self._kept = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def _row(self) -> Strip:
        ground, padding = self.style_of(""), self.styles.padding
        width = self.outer_size.width - padding.width
        left, right = self.left_of_words(), self.right_of_words()
        start = self.scroll_offset.x
        # One more cell at the end, for the cursor.
        text = Strip(runs(f"{self.value or self.placeholder} ", ground, self._overlays()))
        segments = [
            *(left or [Segment(" " * padding.left, ground)]),
            *text.crop(start, start + width).adjust_cell_length(width, ground),
            *(right or [Segment(" " * padding.right, ground)]),
        ]
        for line_filter in self.get_line_filters():
            segments = line_filter.apply(segments, self.background_colors[1])
        return Strip(segments, padding.left + width + padding.right)

    def notify_style_update(self) -> None:
        """Drop the cached styles (called by Textual)."""
        super().notify_style_update()
        self._styles_of.clear()
        self._kept = None

    def style_of(self, part: str) -> Style:
        """The style of a part of it, as the style sheet names it; that of the whole for ""."""
        style = self._styles_of.get(part)
        if style is None:
            style = self.get_component_rich_style(part) if part else self.rich_style
            self._styles_of[part] = style
        return style

    def _overlays(self) -> list[tuple[int, int, Style]]:
        """The styles over the text: placeholder, selection, cursor."""
        style, overlays = self.style_of, list[tuple[int, int, Style]]()
        if not self.value:
            overlays.append((0, len(self.placeholder), style("input--placeholder")))
        if self.has_focus:
            if not self.selection.is_empty:
                start, end = sorted(self.selection)
                overlays.append((start, end, style("input--selection")))
            at = self.cursor_position
            overlays.append((at, at + 1, style("input--cursor")))
        return overlays

    def action_copy(self) -> None:
        """Leave `ctrl+c` to the dialog, which it closes; the terminal copies selected text."""
        raise SkipAction

    def did_type(self, key: events.Key) -> bool:
        """Take a key that is a letter at once, as Textual's method does; False for others."""
        if key.character is None or not key.is_printable:
            return False
        if self.selection.is_empty:
            self.insert_text_at_cursor(key.character)
        else:
            self.replace(key.character, *self.selection)
        return True

    def insert_text_at_cursor(self, text: str) -> None:
        super().insert_text_at_cursor(safe(text))

    def insert(self, text: str, index: int) -> None:
        super().insert(safe(text), index)

    def replace(self, text: str, start: int, end: int) -> None:
        super().replace(safe(text), start, end)
