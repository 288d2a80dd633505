"""The dialog to choose a theme, which previews the theme under the cursor."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.segment import Segment
from textual import on
from textual.app import ComposeResult

from tui.app import keys
from tui.app.dialog import Dialog, framed
from tui.app.paint import Ink, Part, line
from tui.app.widgets.rows import Rows
from tui.app.widgets.status import Status
from tui.errors import Problem
from tui.theme import Theme, is_own, load, names

#: The kinds of figures whose colours are shown as samples.
_KINDS = ("count", "money", "percent", "measure", "duration", "date")
_SAMPLE = "▆"


class ThemeList(Rows):
    """One row for each theme: its name, whether it is the user's own, and samples of its
    colours."""

    def __init__(self, ink: Ink, themes: Sequence[Theme], inks: Sequence[Ink]) -> None:
        super().__init__(ink, id="theme-list")
        self._themes, self._inks = themes, inks

    @property
    def length(self) -> int:
        return len(self._themes)

    def draw_item(self, number: int, part: int, width: int, here: bool) -> list[Segment]:
        theme, its = self._themes[number], self._inks[number]
        bar, ground = self.bar_and_ground(here)
        name: Part = (theme.name, self.ink.title if here else self.ink.text)
        own: Part = ("  yours" if is_own(theme.name) else "", self.ink.muted)
        sample = [(_SAMPLE, its.ground + its.value(kind)) for kind in _KINDS]
        edge: Part = (" ", its.ground)
        return line([bar, name, own], width, ground, right=[edge, *sample, edge])


class ThemesScreen(Dialog[str | None]):
    """Returns the chosen theme, or None: then the caller restores the previous one."""

    BINDINGS = keys.bindings("themes")

    def __init__(
        self,
        apply: Callable[[str], list[Problem]],
        before: str,
        ink_of: Callable[[Theme], Ink],
    ) -> None:
        super().__init__()
        self._apply, self._before = apply, before
        self._names = names()
        themes = [load(name)[0] for name in self._names]
        inks = [ink_of(theme) for theme in themes]
        ink = ink_of(load(before)[0])
        self._list = ThemeList(ink, themes, inks)
        self._status = Status(ink)

    def compose(self) -> ComposeResult:
        box = framed("themes", "Themes", self._list, self._status)
        # The height of a list must be limited; this many rows and the two edges are enough.
        box.styles.height = len(self._names) + 3
        yield box

    def on_mount(self) -> None:
        self._list.reset(self._names.index(self._before) if self._before in self._names else 0)
        self._list.focus()
        self.show_keys()

    def show_keys(self) -> None:
        chosen = keys.chosen(self)
        self._status.show(keys.hint("row.open", chosen, "keep") + keys.footer("themes", chosen))

    @on(Rows.Moved)
    def _moved(self) -> None:
        # Textual parses its style sheets again for a theme: 45 ms.
        self.follow(self._preview)

    def _preview(self) -> None:
        problems = self._apply(self._names[self._list.cursor])
        self._status.say(str(problems[0]) if problems else "", error=bool(problems))

    @on(Rows.Opened)
    def _keep(self) -> None:
        self.dismiss(self._names[self._list.cursor])

    def action_themes_next(self) -> None:
        self._list.step(1 if self._list.cursor + 1 < len(self._names) else -len(self._names))

    def action_themes_close(self) -> None:
        self.dismiss(None)
