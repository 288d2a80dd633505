"""The desk on two small documents, driven by keys, for tests."""

from contextlib import asynccontextmanager

import pytest
from drafts import DRAFT, INSURERS, OFFICE
from floods import AFTER, FLOOD
from looking import settle

from tui import config
from tui.app.app import Factdesk
from tui.documents import Intake, Library
from tui.notes import NoteStore
from tui.session import Memory, Session

HARBOUR = """Harbour trade grows

Port Authority, 3 March 2024

Ships brought 1.2 million tonnes of grain, up 8% year-on-year. Some 340 dockers were hired.

The port spent 45 million euros on cranes. In April, 12 cranes were working.
"""

FERRIES = """Ferries lose passengers

Only 23,000 people crossed in May, down 14% on the month before.
"""


@pytest.fixture(autouse=True)
def short_waits(monkeypatch):
    """Textual's pilot takes two naps of 20 ms for each key; the desk needs no such rest.

    Nor is it waited for what follows a key. What is typed is kept when a test says so, and not by
    the clock: a slow machine takes longer than that to press some keys.
    """
    monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", 0.001)
    monkeypatch.setattr("tui.app.dialog.FOLLOWS", 0.001)
    monkeypatch.setattr("tui.app.dialogs.editor.BEAT", 3600)
    monkeypatch.setattr("tui.app.preparation.QUIET", 3600)


@pytest.fixture
def folder(tmp_path):
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "1-harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (reports / "2-ferries.txt").write_text(FERRIES, encoding="utf-8")
    return reports


@pytest.fixture
def floods(tmp_path):
    """A folder of two reports on the same flood."""
    (tmp_path / "1-flood.txt").write_text(FLOOD, encoding="utf-8")
    (tmp_path / "2-after.txt").write_text(AFTER, encoding="utf-8")
    return tmp_path


@pytest.fixture
def drafts(tmp_path):
    """A folder with a draft, and two sources that say something else."""
    for name, text in (("1-draft", DRAFT), ("office", OFFICE), ("insurers", INSURERS)):
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def open_desk(folder, away_from_home):
    """`async with open_desk(...) as pilot`: the app is `pilot.app`, its desk `pilot.app.desk`."""

    @asynccontextmanager
    async def opened(*paths, size=(120, 40), problems=(), **more):
        paths = paths or (folder,)
        settings, found = config.load()
        intake = Intake()
        session = Session(Library(), NoteStore.open(paths), Memory(), intake=intake)
        app = Factdesk(session, intake.load(paths), settings, [*found, *problems], **more)
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            yield pilot

    return opened


@pytest.fixture
def type_in():
    """Press keys one by one; a word that is no key's name is typed letter by letter."""

    async def press(pilot, *keys):
        for key in keys:
            await pilot.press(
                *(["space" if c == " " else c for c in key[1:]] if key[:1] == "=" else [key])
            )
            await settle(pilot)

    return press
