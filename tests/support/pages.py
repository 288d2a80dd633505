"""The pages of the repository, and the names that they may refer to."""

import re
from pathlib import Path

import tui

ROOT = Path(tui.__file__).resolve().parent.parent
PAGES = ["README.md", "CHANGELOG.md", *(f"docs/{p.name}" for p in sorted(ROOT.glob("docs/*.md")))]
#: The pages that show what the program does.
SHOWING = ["README.md", "docs/manual.md", "docs/themes.md"]
FENCE = re.compile(r"(?ms)^```(\w*)\n(.*?)^```$")
LINK = re.compile(r"\[[^\]\n]+\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`\n]+)`")
#: A path from the top of the repository. Words in capitals stand for a name.
PATH = re.compile(
    r"(?<![\w/.~])(?:(?:tui|tests|docs|scripts|benchmarks|seeds|themes|requirements|\.ci)/[\w./-]*"
    r"|(?:README|CHANGELOG)\.md|Makefile|config\.toml|pyproject\.toml)(?![\w/])"
)
DOTTED = re.compile(r"[a-z]+\.[a-z_]+")


def read(page: str) -> str:
    return (ROOT / page).read_text("utf-8")


def words(page: str) -> str:
    """A page without code blocks."""
    return FENCE.sub("", read(page))


def anchors(page: str) -> set[str]:
    """The headings of a page, as link targets."""
    headings = re.findall(r"(?m)^#+ (.+)$", words(page))
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
