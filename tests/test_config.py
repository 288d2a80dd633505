"""The settings: what is shipped is what the records say, and every mistake has its line."""

import json
from pathlib import Path

import pytest
import strange
from hypothesis import given, settings
from hypothesis import strategies as st

from tui import config, files, keys, toml
from tui.actions import ACTIONS, LAYERS
from tui.config import CHECKS, KINDS, MOST_PROBLEMS, Settings, load
from tui.errors import FactdeskError


@pytest.fixture(autouse=True)
def _no_settings_of_ones_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(files, "config_folder", lambda: tmp_path / "config")


@pytest.fixture
def write(tmp_path: Path):
    def write(content: str | bytes) -> Path:
        path = tmp_path / "config.toml"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


STOP = "nothing in this file counts until that is put right"


# What is shipped.


def test_the_shipped_file_says_what_the_records_say() -> None:
    assert load() == (Settings(), [])


def test_the_shipped_file_leaves_no_setting_out_and_has_no_other() -> None:
    values = toml.read(files.shipped("config.toml")).values
    recorded = {
        group: set(record._fields)
        for group, record in Settings()._asdict().items()
        if group != "keys"
    }
    assert {group: set(values[group]) for group in values if group != "keys"} == recorded
    assert set(CHECKS) == {f"{group}.{key}" for group, keys in recorded.items() for key in keys}


def test_the_shipped_keys_are_those_of_the_table_of_actions() -> None:
    shipped = files.shipped("config.toml").read_text("utf-8").partition("\n[keys]\n")[2]
    lines = [
        f"{action.id} = {json.dumps(action.keys, ensure_ascii=False)}  # {action.help}"
        for action in ACTIONS
    ]
    found = [line for line in shipped.split("\n") if " = [" in line]
    assert found == lines, "\n".join(("[keys] of config.toml must say", *lines))


def explanation(name: str) -> str:
    """The comment above a setting in the shipped file, as one line."""
    group, _, key = name.partition(".")
    lines = files.shipped("config.toml").read_text("utf-8").split("\n")
    at = next(
        number
        for number, line in enumerate(lines[lines.index(f"[{group}]") :], lines.index(f"[{group}]"))
        if line.startswith(f"{key} = ")
    )
    first = at
    while lines[first - 1].startswith("# "):
        first -= 1
    return " ".join(line.removeprefix("# ") for line in lines[first:at])


@pytest.mark.parametrize("name", CHECKS)
def test_the_shipped_file_explains_every_setting_and_tells_its_range(name: str) -> None:
    assert CHECKS[name].range in explanation(name)


def test_every_range_has_its_numbers() -> None:
    assert CHECKS["reading.width"].range == "30 to 200"
    assert CHECKS["notes.verdicts"].range == "1 to 9 texts of up to 24 characters"


#: Of each setting what can be taken, with what becomes of it, and what cannot; the borders of its
#: range on both sides of them.
TRIED: dict[str, tuple[list[tuple[str, object]], list[str]]] = {
    "documents.exclude": (
        [("[]", ()), ("['a/', '!b']", ("a/", "!b")), (str(["x" * 1000]), ("x" * 1000,))],
        [str(["x" * 1001]), str([f"a{n}" for n in range(1001)]), "'a'", "[1]", "['a', 'a']"],
    ),
    "documents.endings": (
        [
            ("['.txt']", (".txt",)),
            ("['.org', 'md']", (".org", "md")),
            (str(["." * 20]), ("." * 20,)),
        ],
        ["[]", str(["." * 21]), "['']", str([f".{n}" for n in range(51)]), "'.txt'"],
    ),
    "reading.width": (
        [("30", 30), ("72", 72), ("200", 200)],
        ["29", "201", "-1", "72.0", "true", "'72'", "inf"],
    ),
    "reading.ascii": ([("true", True), ("false", False)], ["1", "'yes'", "[]"]),
    "reading.mouse": ([("true", True), ("false", False)], ["0", "'no'", "{}"]),
    "figures.leave_out": (
        [("[]", ()), ("['ordinal']", ("ordinal",)), (str(list(KINDS)), KINDS)],
        ["['ordinals']", "'ordinal'", "['date', 'date']", "[1]"],
    ),
    "search.hits": ([("10", 10), ("200", 200), ("1000", 1000)], ["9", "1001", "'all'"]),
    "search.history": ([("0", 0), ("200", 200), ("1000", 1000)], ["-1", "1001", "true"]),
    "search.on_disk": (
        [("1000", 1000), ("50000", 50000), ("10000000", 10000000)],
        ["999", "10000001", "false"],
    ),
    "notes.verdicts": (
        [
            ("['a']", ("a",)),
            (str(list("abcdefghi")), tuple("abcdefghi")),
            (f"['{'x' * 24}']", ("x" * 24,)),
        ],
        ["[]", str(list("abcdefghij")), f"['{'x' * 25}']", "[' ']", "['a', 'a']"],
    ),
    "notes.folder": (
        [("''", ""), ("'/'", "/"), ("'/srv/notes'", "/srv/notes"), ("'~'", str(Path.home()))],
        ["'notes'", "'./notes'", "'/dev/null'", "7", r'"/a\nb"', "'~nobody-of-this-name/x'"],
    ),
    "theme.name": (
        [("'dusk'", "dusk"), ("'high-contrast-light'", "high-contrast-light")],
        ["''", "'dusk.toml'", "'../themes/dusk'", "7"],
    ),
}


def test_every_setting_is_tried() -> None:
    assert list(TRIED) == list(CHECKS)


@pytest.mark.parametrize(
    ("name", "written", "value"),
    [(name, *good) for name, (goods, _) in TRIED.items() for good in goods],
)
def test_a_good_value_counts(write, name: str, written: str, value: object) -> None:
    group, _, key = name.partition(".")
    found, problems = load(write(f"[{group}]\n{key} = {written}\n"))
    assert problems == []
    assert getattr(getattr(found, group), key) == value


@pytest.mark.parametrize(
    ("name", "written"), [(name, bad) for name, (_, bads) in TRIED.items() for bad in bads]
)
def test_a_bad_value_has_its_line_and_leaves_the_default(write, name: str, written: str) -> None:
    group, _, key = name.partition(".")
    path = write(f"# so\n[{group}]\n{key} = {written}\n")
    found, problems = load(path)
    assert [problem.where for problem in problems] == [f"{path}:3"]
    assert f"'{name}'" in problems[0].what
    assert found == Settings()


def test_the_kinds_that_can_be_left_out_are_those_of_figures() -> None:
    from tui import figures

    assert set(KINDS) == set(figures.KINDS)


def test_shipped_actions_share_no_key_in_one_place_and_type_no_letter_in_a_text_field() -> None:
    for action in ACTIONS:
        for key in action.keys:
            assert keys.is_key(key)
            assert action.where not in keys.TYPING or len(key) > 1
            same = [other.id for other in ACTIONS if other.where == action.where]
            assert [other.id for other in ACTIONS if other.id in same and key in other.keys] == [
                action.id
            ]
    places = {place for layer in LAYERS.values() for place in layer}
    assert places == {action.where for action in ACTIONS}


# What the user's own file changes.


def test_what_lies_over_what(write, monkeypatch, tmp_path: Path) -> None:
    """The user's own file, `--config`, FACTDESK_CONFIG, flags: the later one counts."""

    def seen() -> tuple[int, str, int]:
        found, problems = load()
        assert problems == []
        return found.reading.width, found.theme.name, found.search.hits

    def file(name: str, content: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content)
        return path

    monkeypatch.delenv("FACTDESK_CONFIG", raising=False)
    monkeypatch.setattr(config, "_line", config.Line())
    assert seen() == (80, "dusk", 200)
    file("config/config.toml", "[reading]\nwidth = 31\n[search]\nhits = 31\n")
    assert seen() == (31, "dusk", 31)
    named = file("named.toml", "[reading]\nwidth = 32\n[theme]\nname = 'paper'\n")
    config.follow(config.Line(named))
    assert seen() == (32, "paper", 31)
    environment = file("environment.toml", "[reading]\nwidth = 33\n")
    monkeypatch.setenv("FACTDESK_CONFIG", str(environment))
    assert seen() == (33, "paper", 31)
    config.follow(config.Line(named, {"--width": 34, "--theme": "nord"}))
    assert seen() == (34, "nord", 31)
    assert [path.name for path in config.sources()] == [
        "config.toml",
        "config.toml",
        "named.toml",
        "environment.toml",
    ]


@pytest.mark.parametrize("flag", [{"--theme": "dsuk"}, {"--width": 7}])
def test_a_flag_that_is_none_stops_it(monkeypatch, flag: dict[str, object]) -> None:
    monkeypatch.setattr(config, "_line", config.Line())
    with pytest.raises(FactdeskError, match=r"--(theme|width) is"):
        config.follow(config.Line(None, flag))
    assert load()[0] == Settings()


def test_a_file_that_was_named_must_be_there(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FACTDESK_CONFIG", str(tmp_path / "none.toml"))
    assert [str(problem) for problem in load()[1]] == [
        f"{tmp_path / 'none.toml'}: no such file or folder"
    ]


def test_a_file_among_documents_is_never_read(monkeypatch, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("[reading]\nwidth = 40\n")
    (tmp_path / ".factdesk").mkdir()
    (tmp_path / ".factdesk" / "config.toml").write_text("[reading]\nwidth = 40\n")
    monkeypatch.chdir(tmp_path)
    assert load() == (Settings(), [])


def test_only_what_the_own_file_says_is_overlaid(write) -> None:
    path = write('[reading]\nwidth = 66\n[documents]\nexclude = ["drafts/", "*.old.txt"]\n')
    found, problems = load(path)
    assert problems == []
    assert found == Settings()._replace(
        reading=config.Reading(66), documents=config.Documents(("drafts/", "*.old.txt"))
    )


def test_the_own_file_is_found_in_the_config_folder() -> None:
    files.config_folder().mkdir()
    (files.config_folder() / "config.toml").write_text("[reading]\nwidth = 100\n")
    assert load()[0].reading.width == 100


def test_a_byte_order_mark_is_no_mistake(write) -> None:
    found, problems = load(write(b"\xef\xbb\xbf[reading]\r\nwidth = 70\r\n"))
    assert (found.reading.width, problems) == (70, [])


def test_a_theme_of_ones_own_can_be_named(write) -> None:
    (files.config_folder() / "themes").mkdir(parents=True)
    (files.config_folder() / "themes" / "mine.toml").write_text("dark = true\n")
    found, problems = load(write('[theme]\nname = "mine"\n'))
    assert (found.theme.name, problems) == ("mine", [])


@pytest.mark.parametrize(
    ("written", "action", "names"),
    [
        ('figure.next = ";"', "figure.next", (";",)),
        ('"figure.next" = [";"]', "figure.next", (";",)),
        ('figure.next = [";", "f5", ";"]', "figure.next", (";", "f5")),
        ("figure.next = []", "figure.next", ()),
        ('figure = { next = "alt+down" }', "figure.next", ("alt+down",)),
        ('figure.next = ","', "figure.next", ("comma",)),
        ('search.close = "ctrl+w"', "search.close", ("ctrl+w",)),
        ('figure.next = "é"', "figure.next", ("é",)),
    ],
)
def test_a_key_is_set(write, written: str, action: str, names: tuple[str, ...]) -> None:
    found, problems = load(write(f"[keys]\n{written}\n"))
    assert problems == []
    assert found.keys == {**keys.SHIPPED, action: names}


def test_two_actions_can_swap_their_keys(write) -> None:
    found, problems = load(write('[keys]\nfigure.next = "n"\nfind.next = "]"\n'))
    assert problems == []
    assert (found.keys["figure.next"], found.keys["find.next"]) == (("n",), ("]",))


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
    ("reading = 70", "1: 'reading' is a group of settings", "write [reading] above them"),
    ("[reading]\n# so\nwidht = 70", "3: unknown setting 'reading.widht'", "did you mean 'width'?"),
    ("[reading]\nwidth = '70'", "2: 'reading.width' must be a whole number, not '70'", "30 to 200"),
    ("[reading]\nwidth = true", "2: 'reading.width' must be a whole number, not True", "30 to 200"),
    ("[reading]\nwidth = 7", "2: 'reading.width' is out of range: 7", "30 to 200"),
    (
        "[documents]\nexclude = 'x'",
        "2: 'documents.exclude' must be a list of texts, not 'x'",
        'as in ["one", "two"]',
    ),
    ("[notes]\nverdicts = ['a', 'a']", "2: 'notes.verdicts' says the same twice", "name each once"),
    (
        "[notes]\nverdicts = ['a', '\u202e']",
        "2: 'notes.verdicts' has an entry that cannot be used: '\\u202e'",
        "1 to 24 printable characters",
    ),
    (
        "[theme]\nname = 'dsuk'",
        "2: 'theme.name' is no theme there is: 'dsuk'",
        "did you mean 'dusk'?",
    ),
    ("[theme]\nname = 3", "2: 'theme.name' must be the name of a theme, not 3", 'as in "dusk"'),
    ("[keys]\nfigur.next = 'x'", "2: unknown action 'figur.next'", "did you mean 'figure.next'?"),
    (
        "[keys]\nfigure.next = 3",
        "2: 'keys.figure.next' must name keys, not 3",
        'as in "j" or ["j", "down"]',
    ),
    (
        "[keys]\nfigure.next = [0]",
        "2: 'keys.figure.next' must name keys, not [0]",
        'as in "j" or ["j", "down"]',
    ),
    (
        "[keys]\nfigure.next = ['0','1','2','3','4','5','6','7','8','9']",
        "2: 'keys.figure.next' names 10 keys",
        "9 are the most",
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
        "2: 's' of 'figure.next' is a key of 'search.open' too, which loses it",
        "give 'search.open' another one",
    ),
    (
        "[keys]\ncursor.down = 's'",
        "2: 's' of 'cursor.down' is a key of 'search.open' too, which loses it",
        "give 'search.open' another one",
    ),
    (
        "[keys]\nfigure.next = 'x'\n\nfind.next = 'x'",
        "4: 'x' of 'figure.next' is a key of 'find.next' too, which loses it",
        "give 'find.next' another one",
    ),
    (
        "[keys]\nask.no = []",
        "2: 'keys.ask.no' must have a key: no question could be left without one",
        "name one",
    ),
    ("[reading]\nwidth = 70 # \udce4", "2: not UTF-8", "save it as UTF-8"),
    (".".join("a" * 40) + " = 1", "1: a key of more than 32 dots", "write it as tables"),
    ("[reading]\nwidth = " + "[" * 5000, " not valid TOML: nested too deeply", "write it flat"),
]


@pytest.mark.parametrize(("content", "what", "remedy"), MISTAKES)
def test_a_mistake_has_its_line_and_a_remedy(write, content: str, what: str, remedy: str) -> None:
    path = write(content.encode("utf-8", "surrogateescape"))
    assert [str(problem) for problem in load(path)[1]] == [f"{path}:{what}; {remedy}"]


def test_everything_wrong_is_said_at_once_and_the_rest_counts(write) -> None:
    path = write(
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


def test_a_key_that_was_taken_is_gone_from_the_other_action(write) -> None:
    found = load(write("[keys]\nfigure.next = ['s', 'q']\n"))[0]
    assert found.keys["search.open"] == ()
    assert found.keys["desk.quit"] == ()
    assert found.keys["notes.close"] == keys.SHIPPED["notes.close"], "they never listen at once"


def test_a_list_of_nonsense_is_cut_short(write) -> None:
    problems = load(write("".join(f"x{number} = 1\n" for number in range(5000))))[1]
    assert len(problems) == MOST_PROBLEMS
    assert problems[-1].what == f"and {5000 - MOST_PROBLEMS + 1} more problems"


def test_a_file_that_cannot_be_read_is_a_problem_and_a_missing_one_is_none(tmp_path: Path) -> None:
    assert load() == (Settings(), [])
    assert "no such file" in str(load(tmp_path / "none.toml")[1][0])
    assert [str(problem) for problem in load(tmp_path)[1]] == [f"{tmp_path}: not a regular file"]
    (tmp_path / "huge.toml").write_bytes(b"#" * (toml.MAX_BYTES + 1))
    assert "65,537 bytes, more than the 65,536" in str(load(tmp_path / "huge.toml")[1][0])


def test_without_the_shipped_file_the_records_hold(monkeypatch, tmp_path: Path) -> None:
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


def test_strange_configurations_leave_settings_that_can_be_used(write) -> None:
    mistakes = 0
    for number in range(200):
        found, problems = load(write(strange.configuration(number)))
        is_whole(found)
        mistakes += bool(problems)
    assert mistakes > 150


@settings(max_examples=200, deadline=None)
@given(st.lists(LINE, max_size=8).map("\n".join))
def test_no_text_is_too_strange(tmp_path_factory: pytest.TempPathFactory, content: str) -> None:
    path = tmp_path_factory.getbasetemp() / "strange.toml"
    path.write_bytes(content.encode("utf-8", "surrogatepass"))
    found, problems = load(path)
    is_whole(found)
    last = content.count("\n") + 1
    assert all(1 <= int(problem.where.rpartition(":")[2]) <= last for problem in problems)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_are_too_strange(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "bytes.toml"
    path.write_bytes(content)
    assert set(load(path)[0].keys) == set(keys.SHIPPED)


def test_every_name_of_a_key_is_one_that_textual_reports() -> None:
    from textual.keys import Keys, _character_to_key, format_key, key_to_character

    reported = {key.value for key in Keys} | {"space", "comma"}
    for name in keys._NAMED:
        assert name in reported
    for character in "]?éß;":
        assert key_to_character(_character_to_key(character)) == character
    assert format_key("comma") == ","
