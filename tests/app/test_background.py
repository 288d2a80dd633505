"""Threads of the desk: what they find comes back on the desk's own thread."""

from threading import get_ident

from looking import screen_text, settle


async def test_an_answer_comes_back_to_the_method_that_asked(open_desk):
    async with open_desk() as pilot:
        answers = []
        pilot.app.desk.background.ask(get_ident, lambda there: answers.append((there, get_ident())))
        await settle(pilot)
        [(there, here)] = answers
        assert there != here == get_ident()


async def test_an_error_of_a_thread_is_said_and_nothing_is_answered(open_desk):
    async with open_desk() as pilot:
        answers = []
        pilot.app.desk.background.ask(lambda: 1 // 0, answers.append)
        await settle(pilot)
        assert answers == []
        assert "ZeroDivisionError" in screen_text(pilot.app)
