"""TOML files: the line of every key, and errors of invalid ones."""

from pathlib import Path

import pytest

from tui import toml
from tui.errors import FactdeskError

TEXT = """# a comment = 1
[reading]
"wi\\u0064th" = \"\"\"
[not.a.table]
x = 1
\"\"\"
'tall' = [
  1, # ]
  { a = "}\\"" },
]
a.b . "c d" = '#'  # x = 2
[[more]]
x = 1
[[more]]
y = 1
[more.inside]
"""
LINES = [
    (("reading",), 2),
    (("reading", "width"), 3),
    (("reading", "tall"), 7),
    (("reading", "a", "b", "c d"), 11),
    (("reading", "a"), 11),
    (("more",), 12),
    (("more", "x"), 13),
    (("more", "y"), 15),
    (("more", "inside"), 16),
    # What stands nowhere is where it would stand, else at the start.
    (("reading", "x"), 2),
    (("x",), 1),
]


@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_key_has_the_line_that_it_stands_on(tmp_path: Path, start: str, end: str) -> None:
    path = tmp_path / "a.toml"
    path.write_text(start + TEXT, encoding="utf-8", newline=end)
    sheet = toml.read(path)
    assert sheet.values["reading"]["width"].startswith("[not.a.table]")
    assert [(key, sheet.where(*key)) for key, _ in LINES] == [
        (key, f"{path}:{line}") for key, line in LINES
    ]


@pytest.mark.parametrize(
    ("content", "line", "what"),
    [
        (b"a = 1\nb = \xff\n", 2, "not UTF-8"),
        (b"a = 1\nb = \n", 2, "invalid value"),
        (b"a = 1\n\na = 2\n\n", 3, "overwrite"),
        (b"a = 1\nb = '''\nc\n\n", 3, "expected"),
        (b"a = 1\n" + b"x." * 500 + b"y = 1\n", 2, "dots"),
        (b"a = 1\n[" + b"x." * 500 + b"y]\n", 2, "dots"),
    ],
)
def test_invalid_toml_is_reported_with_its_line(
    tmp_path: Path, content: bytes, line: int, what: str
) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(content)
    with pytest.raises(FactdeskError) as error:
        toml.read(path)
    assert error.value.problem.where == f"{path}:{line}"
    assert what in str(error.value)


@pytest.mark.parametrize("quote", ['"', "'", '"""', "'''"])
def test_dots_in_a_string_are_no_key(tmp_path: Path, quote: str) -> None:
    path = tmp_path / "a.toml"
    words = "a.b." * 40
    path.write_text(f"a = {quote}{words}{quote}  # {words}\n")
    assert toml.read(path).values == {"a": words}
