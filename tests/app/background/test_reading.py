"""Reading the first documents, beside the first frame."""

from time import sleep

from looking import screen_text

from tui.app.background.background import Background
from tui.files import read_bytes


async def test_the_first_frame_does_not_wait_for_a_slow_disk(open_desk, monkeypatch):
    monkeypatch.setattr("tui.app.background.background.PATIENCE", 0)
    monkeypatch.setattr(
        "tui.documents.library.read_bytes",
        lambda path, **how: sleep(0.05) or read_bytes(path, **how),
    )
    async with open_desk() as pilot:
        assert [document.name for document in pilot.app.session.library] == [
            "1-harbour.txt",
            "2-ferries.txt",
        ]
        assert pilot.app.session.document.name == "1-harbour.txt"


async def test_while_the_first_document_is_read_none_is_said_to_be_missing(open_desk, tmp_path):
    (tmp_path / "empty").mkdir()
    async with open_desk(tmp_path / "empty") as pilot:
        results = pilot.app.desk.results
        results.read(Background.Read([], complete=False))
        await pilot.pause()
        assert "Being read …" in screen_text(pilot.app)
        assert "No documents." not in screen_text(pilot.app)
        results.read(Background.Read([], complete=True))
        await pilot.pause()
        assert "No documents." in screen_text(pilot.app)
