"""Helpers for tests of the app: the text on the screen, and waiting until it is idle."""

from asyncio import to_thread
from contextlib import suppress

import pyte
from textual.app import App
from textual.worker import WorkerCancelled


def screen_text(app):
    """The text on the screen, row by row."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def screen_words(app):
    """The words on the screen, one space between them, however the lines break in a frame."""
    return " ".join(screen_text(app).replace("│", " ").split())


class Shown:
    """What a terminal of this size shows: of each frame only what is sent to it, as in a real one.

    The screens of tests are computed as a whole (`screen_text`), so that a row which was not sent
    again when it changed is right in them.
    """

    def __init__(self, monkeypatch, columns, rows):
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._display = App._display
        monkeypatch.setattr(App, "_display", lambda *frame: self._show(*frame))

    def _show(self, app, screen, frame):
        self._display(app, screen, frame)
        if frame is not None:
            self._stream.feed(frame.render_segments(app.console))

    @property
    def text(self):
        """The text on the terminal, row by row."""
        return "\n".join(self._screen.display)


async def settle(pilot):
    """Wait until background work is done and all messages are handled."""
    while pilot.app._resize_event is not None:  # a timer tells the screens of another size
        await pilot.pause(0.001)
    background, quiet = pilot.app.desk.background, 0
    # Reading, figures, index: each is started after the frame that shows what the one before found,
    # so that on a busy machine there are rounds in which nothing is started.
    while quiet < 3:
        threads = background._threads
        await pilot.pause(0)
        await to_thread(background.wait)
        with suppress(WorkerCancelled):  # something else was typed meanwhile
            await pilot.app.workers.wait_for_complete()
        quiet = quiet + 1 if background._threads is threads else 0
    await pilot.pause(0)


async def until(pilot, is_so):
    """Wait as long as a slow machine may need, and no longer."""
    for _ in range(1_000):
        if is_so():
            return
        await pilot.pause(0.01)
    raise TimeoutError("it did not come")
