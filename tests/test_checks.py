"""The range of every setting, tested at both sides of its bounds."""

from pathlib import Path

import pytest

from tui import files
from tui.config import CHECKS, KINDS, Settings, load


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
def test_a_good_value_counts(config_file, name: str, written: str, value: object) -> None:
    group, _, key = name.partition(".")
    found, problems = load(config_file(f"[{group}]\n{key} = {written}\n"))
    assert problems == []
    assert getattr(getattr(found, group), key) == value


@pytest.mark.parametrize(
    ("name", "written"), [(name, bad) for name, (_, bads) in TRIED.items() for bad in bads]
)
def test_a_bad_value_has_its_line_and_leaves_the_default(
    config_file, name: str, written: str
) -> None:
    group, _, key = name.partition(".")
    path = config_file(f"# so\n[{group}]\n{key} = {written}\n")
    found, problems = load(path)
    assert [problem.where for problem in problems] == [f"{path}:3"]
    assert f"'{name}'" in problems[0].what
    assert found == Settings()


def test_the_kinds_that_can_be_left_out_are_those_of_figures() -> None:
    from tui import figures

    assert set(KINDS) == set(figures.KINDS)
