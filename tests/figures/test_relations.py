"""Answers by hand to sentences of our own: subject, period, versus and links of each figure.

They lie in relations/, by what they are there for. A paragraph begins with the date of its
document; under it stands a line for each figure that is asked about:
`figure | head noun of the subject | period | versus | links`, where a link is its relation and the
text of the other figure, `-` is nothing and `*` is not asked.
"""

import re
from pathlib import Path

import pytest

from tui.figures import Figure, extract
from tui.text import sentences


def answers():
    """Each line with the date and the text above it; called by its place, as `links:12`."""
    found = []
    for file in sorted((Path(__file__).parent / "relations").glob("*.txt")):
        number = 0
        for block in file.read_text("utf-8").rstrip().split("\n\n"):
            head, text, *lines = block.split("\n")
            date = head.removeprefix("# ")
            number += 2
            for line in lines:
                number += 1
                told = [part.strip() for part in line.split("|")]
                dated = None if date == "-" else date
                found.append(pytest.param(text, dated, *told, id=f"{file.stem}:{number}"))
            number += 1
    return found


@pytest.mark.parametrize(
    ("text", "dated", "written", "subject", "period", "versus", "links"), answers()
)
def test_subject_period_base_and_links(
    text: str,
    dated: str | None,
    written: str,
    subject: str,
    period: str,
    versus: str,
    links: str,
) -> None:
    figures = extract(text, dated=dated)
    figure = next(each for each in figures if each.text == written)
    told = (
        head_noun(figure.subject),
        figure.period or "-",
        figure.versus or "-",
        linked(figure, figures),
    )
    wanted = (subject.removesuffix("s"), period, versus, links)
    assert tuple("*" if w == "*" else t for t, w in zip(told, wanted, strict=True)) == wanted
    assert figure.sentence in sentences(text)


def head_noun(subject: str | None) -> str:
    """The last word before "of": what a short subject is about, without its plural."""
    words = re.findall(r"\w+", (subject or "").split(" of ")[0].lower())
    return words[-1].removesuffix("s") if words else "-"


def linked(figure: Figure, figures: list[Figure]) -> str:
    texts = {each.start: each.text for each in figures}
    return ", ".join(f"{relation} {texts[start]}" for relation, start in figure.links) or "-"
