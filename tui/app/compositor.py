"""Which rows of which widgets are drawn in a frame, and what of them is sent to the terminal."""

from bisect import bisect_left

from rich.console import Console
from textual._compositor import Compositor, CompositorUpdate
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

#: The strips of a row of the screen by the column where each begins; None where nothing is drawn.
Row = dict[int, Strip | None]
#: A part of a row of the screen that has changed: the row, its first column, and its end.
Part = tuple[int, int, int]


class Changes(CompositorUpdate):
    """What has changed on the screen: parts of rows, whose strips begin where the row is cut."""

    def __init__(self, rows: dict[int, Row], parts: list[Part], cuts: list[list[int]]) -> None:
        self._rows, self._parts, self._cuts = rows, parts, cuts

    def render_segments(self, console: Console) -> str:
        """What is sent to the terminal (called by Textual).

        Textual makes three objects for each place that it writes at: 0.3 of 10 ms for a letter of
        the search.
        """
        sent = list[str]()
        for y, first, last in self._parts:
            for end, (x, strip) in zip(self._cuts[y][1:], self._rows[y].items(), strict=True):
                if strip is None or x >= last or end <= first:
                    continue
                if end > last:
                    strip = strip.crop(0, last - x)
                # At each place anew: terminals differ in how wide they draw some characters.
                sent.append(f"\x1b[{y + 1};{x + 1}H{strip.render(console)}")
        return "".join(sent)


class RowCompositor(Compositor):
    """Draws of each widget the rows that have changed: Textual draws all that the screen shows if
    its first and its last row have changed, as the heading and the keys often do."""

    def update_widgets(self, widgets: set[Widget]) -> None:
        """See what has to be drawn of widgets that have changed (called by Textual).

        Textual takes a hidden widget among them for a new one, and works out all places again (0.2
        ms) as soon as one is asked for. What was hidden until then is already missing in those, so
        that the next layout sees nothing that has gone, and the terminal goes on showing it: in 80
        by 24, where the figures are hidden, the find line stayed.
        """
        super().update_widgets(widgets & self.visible_widgets.keys())

    def render_partial_update(self) -> Changes | None:  # type: ignore[override]
        """Draw what has changed; None if nothing has (called by Textual)."""
        changed = list(self._regions_to_spans(self._dirty_regions))
        self._dirty_regions.clear()
        parts = [part for part in changed if 0 <= part[0] < self.size.height]
        if not parts:
            return None
        rows: dict[int, Row] = {y: dict.fromkeys(self.cuts[y][:-1]) for y, _, _ in parts}
        for widget, (region, clip) in self.visible_widgets.items():  # those in front first
            self._draw(widget, region, region.intersection(clip), parts, rows)
        return Changes(rows, parts, self.cuts)

    def _draw(
        self, widget: Widget, region: Region, seen: Region, parts: list[Part], rows: dict[int, Row]
    ) -> None:
        """Draw the part of a widget that is seen, from its first row that has changed to its last,
        where nothing stands in front of it."""
        (left, right), (top, bottom) = seen.column_span, seen.line_span
        wanted = [
            y
            for y, first, last in parts
            if top <= y < bottom and first < right and last > left and None in rows[y].values()
        ]
        if not wanted:
            return
        start, stop = wanted[0], wanted[-1] + 1
        strips = widget.render_lines(
            Region(left - region.x, start - region.y, right - left, stop - start)
        )
        for y in dict.fromkeys(wanted):
            row, strip, cuts = rows[y], strips[y - start], self.cuts[y]
            begin, end = bisect_left(cuts, left), bisect_left(cuts, right)
            if end == begin + 1:  # as mostly: nothing stands above or below it in between
                if row[left] is None:
                    row[left] = strip
                continue
            inner = cuts[begin : end + 1]
            for x, piece in zip(inner, strip.divide([x - left for x in inner[1:]]), strict=False):
                if row[x] is None:
                    row[x] = piece
