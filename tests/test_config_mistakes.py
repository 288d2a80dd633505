"""Mistakes in the settings: each is reported with line and remedy; the rest applies."""

from pathlib import Path

import pytest
import strange
from hypothesis import given, settings
from hypothesis import strategies as st

from tui import files, keys, toml
from tui.actions import ACTIONS
from tui.config import CHECKS, MAX_PROBLEMS, Settings, load

STOP = "the whole file is ignored until this is fixed"
#: What is written, the line number with what is said, and what to do.
MISTAKES = [
    (
        "[reading\nwidth = 1",
        "1: not valid TOML: expected ']' at the end of a table declaration",
        STOP,
    ),
    ("a = 1\na = 2", "2: not valid TOML: cannot overwrite a value", STOP),
    ('\n[theme]\nname = """x\n\n', "3: not valid TOML: unterminated string", STOP),
    ("[reding]\nwidth = 70", "1: unknown group 'reding'", "did you mean 'reading'?"),
    (
        "[zzz]",
        "1: unknown group 'zzz'",
        "it is one of documents, reading, figures, search, notes, theme, keys",
    ),
    ("reading = 70", "1: 'reading' must be a table", "write [reading] on a line of its own"),
    ("[reading]\n# so\nwidht = 70", "3: unknown setting 'reading.widht'", "did you mean 'width'?"),
    ("[reading]\nwidth = '70'", "2: 'reading.width' must be a whole number, not '70'", "30 to 200"),
    ("[reading]\nwidth = true", "2: 'reading.width' must be a whole number, not True", "30 to 200"),
    ("[reading]\nwidth = 7", "2: 'reading.width' is out of range: 7", "30 to 200"),
    (
        "[documents]\nexclude = 'x'",
        "2: 'documents.exclude' must be a list of texts, not 'x'",
        'as in ["one", "two"]',
    ),
    (
        "[notes]\nverdicts = ['a', 'a']",
        "2: 'notes.verdicts' has a duplicate entry",
        "name each once",
    ),
    (
        "[notes]\nverdicts = ['a', '\u202e']",
        "2: 'notes.verdicts' has an entry that cannot be used: '\\u202e'",
        "1 to 24 printable characters",
    ),
    (
        "[theme]\nname = 'dsuk'",
        "2: 'theme.name' names no theme: 'dsuk'",
        "did you mean 'dusk'?",
    ),
    (
        "[theme]\nname = 'zzzzzzzz'",
        "2: 'theme.name' names no theme: 'zzzzzzzz'",
        "`factdesk themes` lists them",
    ),
    ("[theme]\nname = 3", "2: 'theme.name' must be the name of a theme, not 3", 'as in "dusk"'),
    ("[keys]\nfigur.next = 'x'", "2: unknown action 'figur.next'", "did you mean 'figure.next'?"),
    (
        "[keys]\nfigure.next = 3",
        "2: 'keys.figure.next' must be a key or a list of keys, not 3",
        'as in "j" or ["j", "down"]',
    ),
    (
        "[keys]\nfigure.next = [0]",
        "2: 'keys.figure.next' must be a key or a list of keys, not [0]",
        'as in "j" or ["j", "down"]',
    ),
    (
        "[keys]\nfigure.next = ['0','1','2','3','4','5','6','7','8','9']",
        "2: 'keys.figure.next' names 10 keys",
        "at most 9 are allowed",
    ),
    (
        "[keys]\nfigure.next = 'pgdn'",
        "2: no key is called 'pgdn', asked for by 'figure.next'",
        "did you mean 'pagedown'?",
    ),
    (
        "[keys]\nfigure.next = 'Ctrl+F'",
        "2: no key is called 'Ctrl+F', asked for by 'figure.next'",
        "did you mean 'ctrl+f'?",
    ),
    (
        "[keys]\nfigure.next = 'shift+x'",
        "2: no key is called 'shift+x', asked for by 'figure.next'",
        "it is one of X",
    ),
    (
        "[keys]\nfigure.next = 'ctrl+i'",
        "2: no key is called 'ctrl+i', asked for by 'figure.next'",
        "terminals send 'tab' for it",
    ),
    (
        "[keys]\nsearch.close = 'q'",
        "2: 'q' cannot be a key of 'search.close': it is typed into the text there",
        "take a named key, or one with ctrl or alt",
    ),
    (
        "[keys]\nfigure.next = 's'",
        "2: 's' of 'figure.next' is also a key of 'search.open', which loses it",
        "give 'search.open' another one",
    ),
    (
        "[keys]\ncursor.down = 's'",
        "2: 's' of 'cursor.down' is also a key of 'search.open', which loses it",
        "give 'search.open' another one",
    ),
    (
        "[keys]\nfigure.next = 'x'\n\nfind.next = 'x'",
        "4: 'x' of 'figure.next' is also a key of 'find.next', which loses it",
        "give 'find.next' another one",
    ),
    (
        "[keys]\nask.no = []",
        "2: 'keys.ask.no' must have a key: no question could be left without one",
        "name one",
    ),
    ("[reading]\nwidth = 70 # \udce4", "2: not UTF-8", "save it as UTF-8"),
    (".".join("a" * 40) + " = 1", "1: a key with more than 32 dots", "write it as tables"),
    (
        "[reading]\nwidth = " + "[" * 5000,
        " not valid TOML: nested too deeply",
        "nest it less",
    ),
]


@pytest.mark.parametrize(("content", "what", "remedy"), MISTAKES)
def test_a_mistake_has_its_line_and_a_remedy(
    config_file, content: str, what: str, remedy: str
) -> None:
    path = config_file(content.encode("utf-8", "surrogateescape"))
    assert [str(problem) for problem in load(path)[1]] == [f"{path}:{what}; {remedy}"]


def test_all_problems_are_reported_and_the_rest_applies(config_file) -> None:
    path = config_file(
        "[reading]\nwidth = 100\ndepth = 3\n"
        "[documents]\nexclude = [\n  'a', # comment\n  'b',\n]\nexlude = ['c']\n"
        "[notes]\nverdicts = ''' [theme]\nname = 1 '''\n"
        "[keys]\nfigure.next = [';', 'pgdn']\n[nots]\n"
    )
    lines = [problem.where.rpartition(":")[2] for problem in load(path)[1]]
    assert lines == ["3", "9", "11", "14", "15"]
    found = load(path)[0]
    assert (found.reading.width, found.documents.exclude) == (100, ("a", "b"))
    assert found.keys["figure.next"] == (";",)
    assert found.notes == Settings().notes


def test_a_list_of_nonsense_is_cut_short(config_file) -> None:
    problems = load(config_file("".join(f"x{number} = 1\n" for number in range(5000))))[1]
    assert len(problems) == MAX_PROBLEMS
    assert problems[-1].what == f"and {5000 - MAX_PROBLEMS + 1} more problems"


def test_a_file_that_cannot_be_read_is_a_problem_and_a_missing_one_is_none(tmp_path: Path) -> None:
    assert load() == (Settings(), [])
    assert "no such file" in str(load(tmp_path / "none.toml")[1][0])
    assert [str(problem) for problem in load(tmp_path)[1]] == [f"{tmp_path}: not a regular file"]
    (tmp_path / "huge.toml").write_bytes(b"#" * (toml.MAX_BYTES + 1))
    assert "65,537 bytes, the limit is 65,536" in str(load(tmp_path / "huge.toml")[1][0])


def test_without_the_shipped_file_the_defaults_apply(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setattr(files, "shipped", lambda name: tmp_path / name)
    found, problems = load()
    assert found == Settings()
    assert [problem.what for problem in problems] == ["no such file or folder"]


LINE = st.one_of(
    st.text(max_size=30),
    st.sampled_from(strange.HEADS),
    st.builds("{} = {}".format, st.sampled_from(strange.KEYS), st.sampled_from(strange.VALUES)),
)


def is_whole(found: Settings) -> None:
    """Every setting is one that the program can use."""
    assert set(found.keys) == {action.id for action in ACTIONS}
    assert all(keys.is_key(key) or key == "comma" for names in found.keys.values() for key in names)
    for name, check in CHECKS.items():
        group, _, key = name.partition(".")
        value = getattr(getattr(found, group), key)
        assert check(list(value) if isinstance(value, tuple) else value) == value


def test_strange_configurations_leave_settings_that_can_be_used(config_file) -> None:
    mistakes = 0
    for number in range(200):
        found, problems = load(config_file(strange.configuration(number)))
        is_whole(found)
        mistakes += bool(problems)
    assert mistakes > 150


@settings(max_examples=200, deadline=None)
@given(st.lists(LINE, max_size=8).map("\n".join))
def test_any_text_is_handled(tmp_path_factory: pytest.TempPathFactory, content: str) -> None:
    path = tmp_path_factory.getbasetemp() / "strange.toml"
    path.write_bytes(content.encode("utf-8", "surrogatepass"))
    found, problems = load(path)
    is_whole(found)
    last = content.count("\n") + 1
    assert all(1 <= int(problem.where.rpartition(":")[2]) <= last for problem in problems)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_handled(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "bytes.toml"
    path.write_bytes(content)
    assert set(load(path)[0].keys) == set(keys.SHIPPED)
