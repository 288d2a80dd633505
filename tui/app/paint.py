"""Converts text and theme styles to segments: the only way for outside text to the screen.

Panes draw everything with `line` or `runs`, and both apply `safe`: no control sequence reaches the
terminal, and nothing is parsed as markup.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as Ground

from tui.session import Symbol
from tui.text import cells, is_ascii, offset_at_cell, safe, spell
from tui.theme import ANSI, REVERSE, Theme

Part = tuple[str, Style]

NOTE_SIGN = "✎"
CURSOR_BAR = "▎"


#: Styles that distinguish kinds of figures without colours. All are underlined.
_WEIGHTS = {
    "count": Style(),
    "money": Style(bold=True),
    "percent": Style(italic=True),
    "measure": Style(underline2=True, bold=True),
    "duration": Style(underline2=True, italic=True),
    "date": Style(underline2=True),
    "malformed": Style(reverse=True),
}
_ALWAYS = {"malformed": Style(reverse=True)}
_FIGURE = Style(underline=True)


class Ink:
    """The styles of a theme, computed once when it is applied.

    Meaning never depends on colour alone: figures are underlined, the focused one is bold and
    reversed, matches are bold. Without colours (`colourless`, as `NO_COLOR` requests) or with
    terminal colours only, kinds of figures also differ in weight and line, and matches and
    selections are reversed.
    """

    def __init__(self, theme: Theme, *, colourless: bool = False) -> None:
        self._colours = theme.colours
        #: The background that filters assume.
        self.background = Ground.parse(self._colours["background"])
        self._is_colourless = colourless
        few = colourless or theme.colours["text"] in ANSI
        self.ground = self._style("text", "background")
        self.surface = self._style("text", "surface")
        self.text = self._style("text")
        self.muted = self._style("muted")
        self.title = self._style("title", bold=True)
        self.accent = self._style("accent", bold=True)
        self.error = self._style("error")
        self.success = self._style("success")
        self.note = self._style("note")
        self.noted = Style(color=self._colour("note"), italic=True)
        self.border = self._style("border")
        self.focus = self._style("focus")
        self.cursor = self._under("cursor")
        self.bar = self._style("accent", bold=True)
        self.selection = self._under("selection") + _FIGURE
        # The terminal's dim attribute would be unreadable on some backgrounds: used only with few
        # colours.
        self.chrome = self._style("muted", dim=few)
        self.hit = self._under("hit") + Style(bold=True)
        self.hit_current = self._under("hit-current") + Style(bold=True)
        if self.hit == self.hit_current:
            self.hit_current += _FIGURE
        self.match = self._style("accent", bold=True, underline=True)
        weights = _WEIGHTS if few else {**dict.fromkeys(_WEIGHTS, Style()), **_ALWAYS}
        self._kinds = {
            kind: self._style(kind) + _FIGURE + weight for kind, weight in weights.items()
        }
        self._other = self._style("other") + _FIGURE
        self.focused = Style(bold=True, reverse=True)
        self._symbols = {
            "success": self.success,
            "error": self.error,
            "accent": self._style("accent"),
            "muted": self.muted,
            "note": self.note,
        }

    def kind(self, kind: str) -> Style:
        """The style of a kind of figure in the text: coloured and underlined."""
        return self._kinds.get(kind, self._other)

    def of(self, symbol: Symbol) -> Style:
        """The style of a note's sign."""
        return self._symbols[symbol.colour]

    @lru_cache(maxsize=64)  # noqa: B019 - an Ink lives as long as its theme is in use
    def value(self, kind: str) -> Style:
        """The style of a kind of figure in a list: coloured only."""
        return Style(color=self.kind(kind).color)

    def _style(
        self,
        text: str,
        ground: str | None = None,
        *,
        bold: bool | None = None,
        dim: bool | None = None,
        underline: bool | None = None,
    ) -> Style:
        return Style(
            color=self._colour(text),
            bgcolor=self._colour(ground) if ground else None,
            bold=bold,
            dim=dim,
            underline=underline,
        )

    def _under(self, key: str) -> Style:
        """The style of a background within the text: a colour, or reversed."""
        if self._colours[key] == REVERSE or (self._is_colourless and key != "cursor"):
            return Style(reverse=True)
        return Style(bgcolor=self._colour(key))

    def _colour(self, key: str) -> Color:
        # Textual calls the terminal's own colours ansi_red, Rich calls them red.
        return Color.parse(self._colours[key].removeprefix("ansi_"))


#: Cells that the beginning of a text has, with the ellipsis, before an ending that is kept.
_HEAD = 6


def fit(text: str, width: int) -> str:
    """Safe text in at most `width` cells, with an ellipsis if it was cut.

    >>> fit("Ministry of Public Security", 12), fit("公安部公布数据", 8), fit("short", 12)
    ('Ministry of…', '公安部…', 'short')
    """
    if len(text) <= width and text.isascii() and text.isprintable():
        return text  # as most are: 1 us instead of 3
    # A title can be a megabyte long; a cluster rarely has more than four characters per cell.
    shown = safe(spell(text[: width * 4 + 1]))
    if cells(shown) <= width:
        return shown
    cut = spell("…")
    if width < len(cut):
        return cut[:width]
    return shown[: offset_at_cell(shown, width - len(cut))].rstrip() + cut


def fit_ends(text: str, ending: str, width: int) -> str:
    """Like `fit`, but the `ending` of the text stays, as far as possible, and what stands before it
    is cut.

    >>> fit_ends("Quake toll rises, says Radio Melin", "Radio Melin", 20)
    'Quake to…Radio Melin'
    >>> fit_ends("Report · Nordbank on Veltrona Q1", "Nordbank on Veltrona Q1", 20)
    '…Nordbank…ltrona Q1'
    """
    if not ending or cells(safe(spell(text))) <= width:
        return fit(text, width)
    cut, kept = spell("…"), safe(spell(ending))
    room = width - cells(kept)
    if room >= _HEAD:
        return fit(text, room) + kept
    if room >= len(cut):
        return cut + kept
    half = (width - len(cut)) // 2
    if half <= 2 * len(cut):
        return fit(ending, width)
    return cut + fit(ending, width - len(cut) - half) + _last(kept, half).lstrip()


def tail(text: str, width: int) -> str:
    """The end of a text in at most `width` cells, with an ellipsis if it was cut.

    >>> tail("Ministry of Public Security", 12), tail("short", 12)
    ('… Security', 'short')
    """
    shown = safe(text)
    if cells(shown) <= width:
        return shown
    cut = spell("…")
    end = _last(shown, width - len(cut))
    return cut + end[max(0, end.find(" ")) :]


def _last(shown: str, width: int) -> str:
    """The last characters of a text, in at most `width` cells.

    >>> _last("公安部公布数据", 7)
    '布数据'
    """
    over = cells(shown) - max(0, width)
    end = shown[offset_at_cell(shown, over) :]
    return end if cells(end) <= width else shown[offset_at_cell(shown, over + 1) :]


def wrapped(text: str, width: int, most: int) -> list[str]:
    """The program's own text wrapped to at most `width` cells and `most` rows.

    >>> wrapped("start it with a file or a folder", 14, 9)
    ['start it with', 'a file or a', 'folder']
    """
    return [*_rows(spell(" ".join(text[: width * most * 2].split())), max(1, width), most)]


# The help lays out its 120 actions again at each letter: 5 ms.
@lru_cache(maxsize=512)
def _rows(text: str, width: int, most: int) -> tuple[str, ...]:
    from tui.text import Layout

    layout = Layout(text, width)
    return tuple(text[row.start : row.visible_end] for row in layout.slice(0, most))


def line(
    parts: Iterable[Part], width: int, ground: Style, right: Sequence[Part] = ()
) -> list[Segment]:
    """A row of `width` cells: `parts` from the left, `right` aligned to the right, cut to fit.

    >>> plain = Style()
    >>> row = line([("Port Authority", plain), (" 2024", plain)], 7, plain, right=[("!", plain)])
    >>> "".join(segment.text for segment in row)
    'Port… !'
    """
    tail = [(safe(spell(text)), style) for text, style in right if text]
    room = width - sum(cells(text) for text, _ in tail)
    if room < 0:
        tail, room = [], width
    segments = []
    for text, style in parts:
        shown = fit(text, room)
        if shown:
            segments.append(Segment(shown, ground + style))
            room -= len(shown) if shown.isascii() else cells(shown)
        # Parts after a truncated one would only add another ellipsis.
        if room <= 0 or len(shown) < len(text):
            break
    if room > 0:
        segments.append(Segment(" " * room, ground))
    segments += [Segment(text, ground + style) for text, style in tail]
    return segments


def cached_line(parts: tuple[Part, ...], width: int, ground: Style) -> list[Segment]:
    """`line`, cached for rows that recur at each letter (0.4 of 9 ms in the list of hits)."""
    return [*_kept_line(parts, width, ground, is_ascii())]


@lru_cache(maxsize=256)
def _kept_line(
    parts: tuple[Part, ...], width: int, ground: Style, _in_ascii: bool
) -> tuple[Segment, ...]:
    return (*line(parts, width, ground),)


def runs(text: str, ground: Style, overlays: Iterable[tuple[int, int, Style]]) -> list[Segment]:
    """`text` as segments, with overlays `(start, end, style)` applied in order."""
    shown = safe(text)
    layers = [
        (max(start, 0), min(end, len(shown)), style)
        for start, end, style in overlays
        if start < len(shown) and end > 0
    ]
    if not layers:
        return [Segment(shown, ground)] if shown else []
    cuts = sorted({0, len(shown), *(edge for start, end, _ in layers for edge in (start, end))})
    segments = []
    for begin, stop in pairwise(cuts):
        style = ground
        for start, end, over in layers:
            if start <= begin and stop <= end:
                style += over
        segments.append(Segment(shown[begin:stop], style))
    return segments
