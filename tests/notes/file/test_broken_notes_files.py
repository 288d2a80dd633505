"""Broken notes files: reported with line and reason, not changed, and new notes are still
accepted."""

import re

import pytest
from noted import on

from tui.notes import NoteStore

HEAD = 'schema = 1\n[document]\npath = "police.txt"\n\n'
NOTE = (
    '[[note]]\nid = "A1"\nkind = "passage"\nbody = "kept"\ncreated = 2026-01-12T09:40:00Z\n'
    'exact = "37"\nstart = 200\nend = 202\n'
)
END = "# end of notes\n"

# Kind: the bytes of the file, the line that must be named, a word of the reason.
BROKEN = {
    "cut in a string": (HEAD + NOTE[:33], 7, "string"),
    "a key without a value": (HEAD + NOTE + "body2 =\n" + END, 13, "value"),
    "a key twice": (HEAD + NOTE + 'body = "again"\n' + END, 13, "overwrite"),
    "a table twice": (HEAD + "[document]\n" + NOTE + END, 5, "declare"),
    "a table twice, after the notes": (HEAD + NOTE + "[document]\n" + END, 13, "declare"),
    "no quotes": (HEAD + NOTE.replace('"kept"', "kept") + END, 8, "value"),
    "curly quotes": (HEAD + NOTE.replace('"kept"', "“kept”") + END, 8, "value"),
    "a line break in a string": (HEAD + NOTE.replace("kept", "ke\npt") + END, 8, "character"),
    "an open string of lines": (HEAD + NOTE.replace('"kept"', '"""kept') + END, None, "string"),
    "an unknown escape": (HEAD + NOTE.replace("kept", "\\q") + END, 8, "unescaped"),
    "half a character as escape": (HEAD + NOTE.replace("kept", "\\ud83d") + END, 8, "unicode"),
    "a control character": (HEAD + NOTE.replace("kept", "\x07") + END, 8, "character"),
    "a broken head": (HEAD + NOTE.replace("[[note]]", "[[note]") + END, 5, "array"),
    "text, not TOML": ("These are my notes about the report.\n", 1, "key"),
    "one line of a merge": (HEAD + "<<<<<<< mine\n" + NOTE + ">>>>>>>\n" + END, 5, "statement"),
    "a merge left by git": (
        HEAD + NOTE + "<<<<<<< mine\nvalue = 1\n=======\nvalue = 2\n>>>>>>> theirs\n" + END,
        13,
        "two versions",
    ),
    "200 kB of dots": (HEAD + "a." * 100_000 + "a = 1\n" + NOTE + END, 5, "dots"),
    "200 kB of dots in a head": (HEAD + "[" + "a." * 100_000 + "a]\n" + NOTE + END, 5, "dots"),
    "nested 100,000 deep": (HEAD + "a = " + "[" * 100_000 + "\n" + NOTE + END, None, "deep"),
    "nested tables": (HEAD + "a = " + "{a=" * 50_000 + "\n" + NOTE + END, None, "deep"),
    "Latin-1": ((HEAD + NOTE.replace("kept", "caf\xe9") + END).encode("latin-1"), 8, "UTF-8"),
    "UTF-16": ((HEAD + NOTE + END).encode("utf-16"), 1, "UTF-8"),
    "NUL bytes": (b"\0" * 4096, 1, ""),
    "random bytes": (bytes(range(128, 256)) * 8, 1, "UTF-8"),
    "notes in one line": (HEAD.replace("[doc", 'note = [{id = "A1"}]\n[doc') + END, 1, "[[note]]"),
    "another program's settings": ("[build]\njobs = 4\n", 1, "not a notes file"),
    "document is no table": ('document = "police.txt"\n' + NOTE + END, 1, "table"),
    "a newer schema": (HEAD.replace("1", "2") + NOTE + END, None, "newer"),
    "a strange schema": (HEAD.replace("1", '"new"') + NOTE + END, None, "newer"),
}

# Kind: one key that is wrong, the line; the other notes of the file can be edited all the same.
WRONG_KEYS = {
    "no id": (NOTE.replace('id = "A1"\n', ""), 5, "id: is missing"),
    "an empty id": (NOTE.replace("A1", ""), 6, "id"),
    "an id that is a number": (NOTE.replace('"A1"', "1"), 6, "id: must be text"),
    "an unknown kind": (NOTE.replace("passage", "thought"), 7, "kind"),
    "a body that is a number": (NOTE.replace('"kept"', "12"), 8, "body: must be text"),
    "a time that is text": (NOTE.replace("2026-01-12T09:40:00Z", '"now"'), 9, "created"),
    "a day without a time": (NOTE.replace("T09:40:00Z", ""), 9, "created"),
    "a time before the calendar": (
        NOTE.replace("2026-01-12T09:40:00Z", "0001-01-01T00:00:00+14:00"),
        9,
        "created",
    ),
    "a time after it": (
        NOTE.replace("2026-01-12T09:40:00Z", "9999-12-31T23:59:59-14:00"),
        9,
        "created",
    ),
    "no words": (NOTE.replace('exact = "37"\n', ""), 5, "exact: is missing"),
    "a negative offset": (NOTE.replace("200", "-200"), 11, "start: must be a whole number"),
    "an offset that is true": (NOTE.replace("200", "true"), 11, "start"),
    "tags that are text": (NOTE + 'tags = "typo"\n', 13, "tags: must be a list"),
    "a value that is a list": (NOTE + "value = [1]\n", 13, "value: must be a number or text"),
    "a date that is none": (NOTE + 'dated = "in May"\n', 13, "dated: must be a date"),
}


@pytest.fixture
def write(paper):
    """Writes the bytes of the notes file of `paper`."""
    folder = paper.path.parent
    probe = NoteStore(folder)
    file = probe.homes[0].file("police.txt")

    def write(data):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
        return file

    return write


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_file_is_reported_unchanged_and_new_notes_go_beside_it(paper, write, kind):
    data, line, reason = BROKEN[kind]
    file = write(data)
    before = file.read_bytes()
    store = NoteStore(paper.path.parent)
    store.for_document(paper)
    (problem,) = store.problems
    assert problem.where.startswith(str(file))
    if line is not None:
        assert problem.where == f"{file}:{line}"
    assert reason.lower() in str(problem).lower()
    assert len(str(problem)) < 500 + len(str(file))
    note = store.add(on(paper, "262,000", body="new"))
    assert file.read_bytes() == before
    assert store.unsaved == []
    assert note in NoteStore(paper.path.parent).for_document(paper)
    # Repaired by hand, it takes the pending note in.
    write(HEAD + NOTE + END)
    again = NoteStore(paper.path.parent)
    assert [one.body for one in again.for_document(paper)] == ["new", "kept"]
    again.update(note._replace(body="newer"))
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    assert [one.body for one in NoteStore(paper.path.parent).for_document(paper)] == [
        "newer",
        "kept",
    ]


def test_notes_in_a_file_beside_a_broken_one_are_counted(paper, write):
    write(BROKEN["another program's settings"][0])
    NoteStore(paper.path.parent).add(on(paper, "262,000", body="new"))
    assert NoteStore(paper.path.parent).counts() == {"police.txt": 1}


@pytest.mark.parametrize("kind", WRONG_KEYS)
def test_a_wrong_key_loses_only_its_own_note_and_its_text_stays(paper, write, kind):
    block, line, reason = WRONG_KEYS[kind]
    other = "\n" + NOTE.replace("A1", "B2").replace("kept", "other")
    file = write(HEAD + block + other + END)
    store = NoteStore(paper.path.parent)
    assert [note.body for note in store.for_document(paper)] == ["other"]
    (problem,) = store.problems
    assert problem.where == f"{file}:{line}"
    assert reason in problem.what
    store.update(store.for_document(paper)[0]._replace(body="edited"))
    store.add(on(paper, "262,000", body="new"))
    text = file.read_text()
    assert block in text
    assert len(re.findall(r"^\[\[note\]\]", text, re.MULTILINE)) == 3


def test_of_a_duplicate_id_the_first_is_shown_and_both_stay_in_the_file(paper, write):
    file = write(HEAD + NOTE + NOTE.replace("kept", "second") + END)
    store = NoteStore(paper.path.parent)
    assert [note.body for note in store.for_document(paper)] == ["kept"]
    assert "twice" in store.problems[0].what
    store.update(store.for_document(paper)[0]._replace(body="edited"))
    assert 'body = "edited"' in file.read_text()
    assert 'body = "second"' in file.read_text()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "\ufeff" + HEAD + NOTE + END,
        (HEAD + NOTE + END).replace("\n", "\r\n"),
        NOTE,
        HEAD + NOTE.rstrip("\n"),
        "# mine\n\n" + HEAD + "# about A1\n" + NOTE + "# after\n\n" + END,
        HEAD + NOTE.replace("[[note]]", "  [[ note ]] # here"),
        HEAD + NOTE.replace("body", '"body"') + "more = [\n  1, # one\n  2,\n]\n" + END,
        HEAD + NOTE.replace('"kept"', "'''\nkept'''") + "\n[other]\na = 1\n",
        HEAD + NOTE + '\n[note.extra]\na = \'[[note]]\'\n\n[[note.more]]\nb = """\n[[note]]\n"""\n',
        HEAD + NOTE + END + "\n" + NOTE.replace("A1", "B2") + "# the last\n",
    ],
    ids=[
        "empty",
        "a line",
        "BOM",
        "Windows",
        "no head",
        "no last line break",
        "comments",
        "a loose head",
        "quoted keys",
        "another table",
        "tables in a note",
        "notes after the end",
    ],
)
def test_unusual_files_that_are_right_are_read_and_kept_byte_for_byte(paper, write, text):
    file = write(text)
    store = NoteStore(paper.path.parent)
    before = store.for_document(paper)
    assert store.problems == []
    assert len(before) == len(re.findall(r"^id = ", text.replace("\r", ""), re.MULTILINE))
    for note in before:
        store.update(note._replace(body="edited", verdict="wrong"))
    added = store.add(on(paper, "262,000", body="new"))
    assert store.unsaved == store.problems == []
    written = file.read_bytes().decode()
    for line in text.replace("kept", "edited").splitlines():
        if "'''" not in line and line not in ("edited", END.strip()):
            assert line in written
    found = NoteStore(paper.path.parent).for_document(paper)
    assert sorted(note.body for note in found) == ["edited"] * len(before) + ["new"]
    assert added in found
    # One removed again leaves the file as it was before it came.
    store.remove(added.id)
    rest = NoteStore(paper.path.parent).for_document(paper)
    assert len(rest) == len(before)


def test_files_that_belong_to_no_document_are_reported(paper, write):
    file = write(HEAD + NOTE + END)
    file.rename(file.with_name("my notes.toml"))
    file.with_name("empty.toml").touch()
    store = NoteStore(paper.path.parent)
    assert store.all() == []
    problems = {problem.where: problem.remedy for problem in store.problems}
    assert problems == {
        str(file.with_name("my notes.toml")): f"name it {file.name}",
        str(file.with_name("empty.toml")): "give it a [document] with its path",
    }


def test_a_file_without_permission_is_reported(paper, write, forbid):
    forbid(write(HEAD + NOTE + END))
    store = NoteStore(paper.path.parent)
    store.for_document(paper)
    assert "permission" in str(store.problems[0])


def test_a_number_too_long_to_write_out_stays_text(paper, write):
    write(HEAD + NOTE + "value = 1e999999999\n" + END)
    (note,) = NoteStore(paper.path.parent).for_document(paper)
    assert note.value == "1E+999999999"
    write(HEAD + NOTE + 'value = "1e30"\n' + END)
    (note,) = NoteStore(paper.path.parent).for_document(paper)
    assert note.value == 10**30


def test_a_file_that_is_too_large_is_reported(paper, write, monkeypatch):
    monkeypatch.setattr("tui.notes.file.parsing.MAX_BYTES", 4096)
    write(HEAD + NOTE + "#" * 5000 + "\n" + END)
    store = NoteStore(paper.path.parent)
    store.for_document(paper)
    assert "4,096" in str(store.problems[0])
