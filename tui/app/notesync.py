"""Notes on disk: what other programs changed is shown, and what cannot be saved is reported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from textual.app import ComposeResult
from textual.message import Message

from tui.app import keys
from tui.app.arriving import Arriving
from tui.app.dialog import Dialog
from tui.app.status import STAY_LONGER, Status
from tui.errors import Problem
from tui.notes import UnsavedChange
from tui.session import left_behind

#: Seconds between two looks at the notes files; a look at 1,000 of them takes 40 ms.
BEAT = 2.0
#: Looks between two tries to save what could not be saved.
TRY_AGAIN = 5


class Alarm(Status):
    """The row that says what is not saved; it goes away only when all is."""


class NoteSync(Arriving):
    """Watches the notes in a thread, and asks before what is not saved would be left."""

    @dataclass
    class Looked(Message):
        """The notes files were looked at: whether others had changed any, and what there is."""

        changed: bool
        counts: Mapping[str, int]
        problems: list[Problem]
        typed: list[tuple[str, int, str]]

    _looks = 0
    _known = 0
    _is_looking = False
    _is_index_behind = False

    @cached_property
    def alarm(self) -> Alarm:
        """The row below everything that says what is not saved."""
        alarm = Alarm(self.reader.ink)
        alarm.display = False
        return alarm

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield self.alarm

    def on_mount(self) -> None:
        self.set_interval(BEAT, self.look)
        self.call_after_refresh(self.look)

    # Looking at the notes files ---------------------------------------------------------------

    def look_anew(self) -> None:
        """Look at all as at the start, after the notes of another folder were opened."""
        self._looks, self._is_index_behind = 0, True
        self.look()

    def look(self) -> None:
        """Look in a thread what others have changed; try again to save what could not be saved."""
        if self._is_looking:
            return
        self._is_looking = True
        notes, first = self.session.notes, self._looks == 0
        tries = bool(notes.unsaved) and self._looks % TRY_AGAIN == 0
        self._looks += 1
        new = self.session.library.documents[self._known :]
        self._known += len(new)

        def work() -> None:
            try:
                notes.know(new)
                changed = notes.refresh()
                if tries:
                    notes.retry()
                self.post_message(
                    self.Looked(
                        changed,
                        notes.counts() if changed or new else {},
                        notes.problems,
                        left_behind(notes) if first else [],
                    )
                )
                if first:
                    notes.load_history()
            finally:
                self._is_looking = False

        self.background.run(work)

    def on_note_sync_looked(self, event: Looked) -> None:
        """Show what has changed."""
        if event.changed:
            self.session.forget_marks()
        if event.changed or event.counts:
            self.session.know_counts(event.counts)
            self.documents.redraw()
        if event.changed:
            self.notes_changed()
            if self.app.screen is not self:
                # Perhaps the search: it finds them while it is open.
                self.index_notes()
        self.warn()
        new = [problem for problem in event.problems if problem not in self.problems]
        if new:
            self.problems += new
            from tui.app.problems import in_one_line

            self.status.say(in_one_line(new, self.frame.chosen_keys), error=True)
        elif event.typed:
            self.status.say(self._offer(event.typed), seconds=STAY_LONGER)

    def _offer(self, typed: list[tuple[str, int, str]]) -> str:
        name, place, words = typed[-1]
        document = self.session.library.get(name)
        where = f"{name}, line {document.line_of(place)}" if document else name
        others = f" (and {len(typed) - 1} more)" if typed[1:] else ""
        more = keys.said(self, "{note.write} there goes on.")
        return f"Typed but not saved last time{others}: “{words[:40]}” on {where}. {more}"

    # Changes of this desk ---------------------------------------------------------------------

    def notes_changed(self) -> None:
        """Show the notes anew, and let the search find them as they are now."""
        self._find_redated()
        self.frame.show_marks()
        self.warn()
        self._is_index_behind = True
        if isinstance(self.app.screen, Dialog):
            self.app.screen.notes_changed()

    def _find_redated(self) -> None:
        """Find the figures of documents again whose date was set; the index follows."""
        redated, self.session.redated = self.session.redated, []
        if self.session.document in redated:
            self.frame.show_document()
        if redated:
            self.find_figures(redated)
            self.documents.redraw()

    def index_notes(self) -> None:
        """Take changed notes into the index, in a thread; called when the index is asked.

        At every change it would cost more than the change (10,000 notes: 120 ms).
        """
        if self._is_index_behind and self.session.index is not None:
            self._is_index_behind = False
            documents = list(self.session.library)
            self.background.index_notes(self.session.index, documents, self.session.notes)

    def warn(self) -> None:
        """Keep on the screen what is not saved, and why; on whatever lies upon the desk too."""
        words = _alarm(self.session.notes.unsaved)
        was_shown = self.alarm.display
        self._sound(self.alarm, words)
        upon = (screen for screen in self.app.screen_stack if isinstance(screen, Dialog))
        for screen in upon:
            above = screen.query(Alarm)
            if above:
                self._sound(above.first(), words)
            elif words:
                alarm = Alarm(self.reader.ink)
                screen.mount(alarm)
                self._sound(alarm, words)
        if was_shown and not words:
            self.status.say("All is saved now.")

    @staticmethod
    def _sound(alarm: Alarm, words: str) -> None:
        if words or alarm.display:
            alarm.say(words, error=True)
            alarm.display = bool(words)

    def on_screen_suspend(self) -> None:
        self.call_later(self.warn)

    # Leaving ----------------------------------------------------------------------------------

    def leave_app(self) -> None:
        """End the program; asks while anything is not saved."""
        notes = self.session.notes
        if not notes.unsaved or notes.retry():
            self.app.exit()
            return
        from tui.app.ask import Ask

        def answered(yes: bool | None) -> None:
            if yes:
                self.app.exit()

        question = f"{_alarm(notes.unsaved)}. Leave all the same?"
        self.app.push_screen(Ask(question, yes="leave", no="stay"), answered)


def _alarm(unsaved: list[UnsavedChange]) -> str:
    if not unsaved:
        return ""
    count = f"{len(unsaved):,} changes" if unsaved[1:] else f"a note on {unsaved[0].document}"
    return f"NOT SAVED: {count}, for {unsaved[-1].problem}"
