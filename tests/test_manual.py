"""The manual in the app: its pages are complete."""

import re
import tomllib
from pathlib import Path

import pytest

import tui
from tui import files
from tui.manual import PAGES, blocks, manual

ROOT = Path(tui.__file__).resolve().parent.parent


def flat(page):
    return [
        (b.kind, [w.text for w in b.lines], [w.text for w in b.labels], b.level)
        for b in blocks(page)
    ]


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("# One\n## Two", [("heading", ["One"], [], 1), ("heading", ["Two"], [], 2)]),
        ("a\nb **c**\n\nd", [("text", ["a b c"], [], 0), ("text", ["d"], [], 0)]),
        ("- a\n  b\n- c", [("item", ["a b"], [], 0), ("item", ["c"], [], 0)]),
        ("    x\n    y  z\nw", [("code", ["x", "y  z"], [], 0), ("text", ["w"], [], 0)]),
        ("```sh\n# none\n\n```\nw", [("code", ["# none", ""], [], 0), ("text", ["w"], [], 0)]),
        ("| a | b |\n|--|--|\n| c\\|d | e | f |", [("table", ["b", "e f"], ["a", "c|d"], 0)]),
        ("<!-- made: x -->\nw [s](t.md#u)\n<!-- end -->", [("text", ["w s"], [], 0)]),
        ("", []),
    ],
)  # fmt: skip
def test_a_page_is_cut_into_blocks(page, found):
    assert flat(page) == found


def test_what_is_typed_or_shown_just_so_is_told_from_words():
    (block,) = blocks("Press `]` and [`factdesk`](x.md).")
    ((text, code),) = block.lines
    assert text == "Press ] and factdesk."
    assert [text[start:end] for start, end in code] == ["]", "factdesk"]


def test_no_word_of_the_manual_is_lost():
    page = (ROOT / "docs" / "manual.md").read_text("utf-8")
    page = re.sub(r"(?m)^```.*$|^<!--.*-->$|\]\([^)\s]+\)", " ", page)
    shown = [w.text for b in manual() for w in (*b.labels, *b.lines)]
    words = set(re.findall(r"\w+", page))
    assert words <= set(re.findall(r"\w+", " ".join(shown)))


def test_every_page_is_there_and_has_its_section_and_the_wheel_carries_it():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    carried = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    headings = [b.lines[0].text for b in manual() if b.kind == "heading"]
    for name, section in PAGES:
        assert files.shipped(name).is_file()
        assert carried[name] == f"tui/shipped/{name}"
        assert section in ("", *headings)
        assert len(list(blocks(files.shipped(name).read_text("utf-8")))) > 5
