"""Threads of the desk: their results arrive in the desk's own thread."""

from threading import get_ident

from looking import screen_text, settle


async def test_a_result_is_passed_to_the_caller(open_desk):
    async with open_desk() as pilot:
        answers = []
        pilot.app.desk.background.ask(get_ident, lambda there: answers.append((there, get_ident())))
        await settle(pilot)
        [(there, here)] = answers
        assert there != here == get_ident()


async def test_an_error_in_a_thread_is_reported_and_gives_no_result(open_desk):
    async with open_desk() as pilot:
        answers = []
        pilot.app.desk.background.ask(lambda: 1 // 0, answers.append)
        await settle(pilot)
        assert answers == []
        assert "ZeroDivisionError" in screen_text(pilot.app)


async def test_no_document_is_counted_twice(open_desk, monkeypatch):
    monkeypatch.setattr("tui.app.background.background.PATIENCE", -1)
    monkeypatch.setattr("tui.app.background.background.BEAT", -1)
    told = []
    monkeypatch.setattr(
        "tui.app.background.background.Background._tell", lambda _, words: told.append(words)
    )
    async with open_desk():
        finding = [words for words in told if words.startswith("Finding")]
        assert finding == [f"Finding figures: {number} of 2 documents …" for number in (1, 2)]
