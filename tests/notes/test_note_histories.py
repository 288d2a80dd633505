"""Random histories of changes, compared with a model."""

from threading import Thread

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.notes import Note, NoteStore

STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["add", "update", "same", "remove", "undo", "undo", "redo", "restart", "refresh"]
        ),
        st.integers(0, 5),
        st.sampled_from(["", "one line", "two\nlines", '"""', "# end of notes\n[[note]]\n"]),
    ),
    max_size=12,
)


class Model:
    """What must be there: states of all notes, and how far back one has gone."""

    def __init__(self):
        self.states = [{}]
        self.at = 0

    @property
    def now(self):
        return self.states[self.at]

    def change(self, notes):
        del self.states[self.at + 1 :]
        self.states.append(notes)
        self.at += 1


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_random_histories_match_the_model(paper, tmp_path_factory, steps):
    folder = tmp_path_factory.mktemp("library")
    here = paper._replace(path=folder / "police.txt")
    store, model = NoteStore(folder), Model()
    for action, which, body in steps:
        known = sorted(model.now)
        ident = known[which % len(known)] if known else None
        if action == "add":
            note = store.add(Note.on(here, which, which + 7, body=body))
            model.change({**model.now, note.id: note})
        elif action == "update" and ident:
            note = store.update(model.now[ident]._replace(body=body, tags=("t",) * which))
            if note != model.now[ident]:
                model.change({**model.now, note.id: note})
        elif action == "same" and ident:
            note = model.now[ident]
            if store.update(note) != note:
                model.change({**model.now, ident: store.get(ident)})
        elif action == "remove" and ident:
            assert store.remove(ident) == model.now[ident]
            model.change({key: note for key, note in model.now.items() if key != ident})
        elif action == "undo":
            assert (not store.undo()) == (model.at == 0)
            model.at = max(0, model.at - 1)
        elif action == "redo":
            assert (not store.redo()) == (model.at == len(model.states) - 1)
            model.at = min(len(model.states) - 1, model.at + 1)
        elif action == "restart":
            store = NoteStore(folder)
        else:
            assert not store.refresh()
        assert {note.id: note for note in store.for_document(here)} == model.now
        assert {note.id: note for note in NoteStore(folder).all()} == model.now
    assert store.unsaved == store.problems == []
    removed = {ident for state in model.states[: model.at + 1] for ident in state} - set(model.now)
    assert {note.id for note in store.removed()} >= removed


def test_several_threads_may_write(paper):
    store = NoteStore(paper.path.parent)

    def write(name):
        for n in range(10):
            store.add(Note.on(paper, n, n + 20, body=f"{name} {n}"))

    threads = [Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.unsaved == []
    assert len({note.body for note in NoteStore(paper.path.parent).all()}) == 40
