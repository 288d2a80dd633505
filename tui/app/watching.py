"""What becomes of the files behind the documents: shown within seconds, read again at a key."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from tui.app import keys
from tui.app.opening import Opening
from tui.documents import CHANGED, Document
from tui.session import WAITING

if TYPE_CHECKING:
    from tui.session import Again

#: Seconds between two looks at the files.
BEAT = 2.0
#: Looks at the files between two looks at the folders.
OFTEN = 5


class Watching(Opening):
    """Never changes what is read by itself: it says what has changed, and a key reads it again."""

    @dataclass
    class Changed(Message):
        """Some files were written or removed, or are again as they were read."""

        states: dict[str, str]

    @dataclass
    class Came(Message):
        """Other files than before are new in the folders that are open."""

        paths: list[Path]

    @dataclass
    class Reread(Message):
        """What has changed was read again."""

        again: Again

    _is_watching = False
    _watches = 0

    def on_mount(self) -> None:
        self.set_interval(BEAT, self.watch_files)

    def watch_files(self) -> None:
        """Look in a thread at the files of the documents."""
        if self._is_watching:
            return
        self._is_watching = True
        session, document = self.session, self.session.document
        is_for_new = self._watches % OFTEN == OFTEN - 1
        self._watches += 1

        def work() -> None:
            try:
                if states := session.disk.look(document):
                    self.post_message(self.Changed(states))
                if is_for_new and (new := session.disk.look_for_new()) != session.new_files:
                    self.post_message(self.Came(new))
            finally:
                self._is_watching = False

        self.background.run(work)

    def on_watching_changed(self, event: Changed) -> None:
        """Show which files have changed; that of the open document is spoken of."""
        self.session.know_files(event.states)
        self.documents.redraw()
        document = self.session.document
        if document is not None and event.states.get(document.name):
            self.frame.speak_of_file(document)
        elif changed := [name for name, state in event.states.items() if state == CHANGED]:
            more = f" and {_number(len(changed) - 1, 'other document')}" if changed[1:] else ""
            words = "was changed on disk: {documents.reload} reads it again."
            self.status.say(f"{changed[0]}{more} {keys.said(self, words)}")
        self.frame.head()

    def on_watching_came(self, event: Came) -> None:
        """Say what is new in the folders."""
        self.session.new_files = event.paths
        self.frame.head()
        if event.paths:
            name = event.paths[0].name
            words = f"{len(event.paths):,} files are new" if event.paths[1:] else f"{name} is new"
            more = keys.said(self, "{documents.reload} opens what is new.")
            self.status.say(f"{words} in the folders that are open: {more}")

    # Reading again ----------------------------------------------------------------------------

    def action_documents_reload(self) -> None:
        """Read again, in a thread, what has changed, and what is new in the folders."""

        def work() -> None:
            self.post_message(self.Reread(self.session.read_again()))

        self.background.run(work)

    def on_watching_reread(self, event: Reread) -> None:
        """Put what was read in the place of what was there; notes and figures are found anew."""
        again = event.again
        for document, offset in again.changed:
            self.session.renew(document, offset)
        # What could not be read was tried again.
        self.session.library.unreadable.clear()
        self.session.new_files = []
        self.take(again.new)
        changed = [document for document, _ in again.changed]
        if self.session.document in changed:
            self.frame.show_document()
        self.frame.head()
        self.status.say(self._account(again), error=bool(again.problems))
        self.find_figures([*changed, *(one for one in again.new if isinstance(one, Document))])
        self.look_anew()

    def _account(self, again: Again) -> str:
        """What reading again has brought, in words."""
        said = []
        if again.changed:
            marks = [mark for document, _ in again.changed for mark in self.session.marks(document)]
            waiting = sum(mark.state in WAITING for mark in marks)
            said.append(f"read again: {_number(len(again.changed), 'document')}")
            if waiting:
                words = f"{waiting:,} of {_number(len(marks), 'note')} wait{'s' * (waiting == 1)}"
                said.append(keys.said(self, words + " for your word ({notes.open})"))
            elif marks:
                said.append(f"{_number(len(marks), 'note')} found again")
        if new := sum(isinstance(one, Document) for one in again.new):
            said.append(f"{_number(new, 'new document')}")
        said += map(str, again.problems)
        if again.gone:
            said.append(f"gone from the disk: {', '.join(again.gone[:3])}")
        words = "; ".join(said) or "no document was changed on disk"
        return f"{words[0].upper()}{words[1:]}."


def _number(count: int, what: str) -> str:
    return f"{count:,} {what}{'s' * (count != 1)}"
