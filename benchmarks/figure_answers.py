"""Figures: how many fields are right, by answers that were written by hand.

    python benchmarks/figure_answers.py FOLDER [--wrong]

FOLDER holds the texts that `benchmarks/answers/figures/` speaks of, which are not ours to ship. A
line of an answers file is either a text ({"file", "dated", "until"}: every figure before the offset
`until` is answered) or one of its figures: where it stands, its words, and the fields that it
states. A list holds answers of which each is right, "" is none, and `optional` marks what may be a
figure or not. --wrong prints each answer that was not met.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tui.figures import Figure, extract

ANSWERS = ROOT / "benchmarks" / "answers" / "figures"
FIELDS = ("kind", "value", "unit", "bound", "change", "versus", "period", "date", "subject")
#: Words after which the head of a noun phrase has passed ("cases of fraud").
AFTER_HEAD = frozenset(("of", "in", "for", "to", "from", "on", "at", "by", "with", "who", "that"))
IRREGULAR = {"men": "man", "women": "woman", "children": "child", "people": "person"}


class Answer(NamedTuple):
    """A figure as the text states it; for each field the answers of which any is right."""

    start: int
    end: int
    words: str
    fields: dict[str, tuple[str, ...]]
    links: tuple[tuple[str, int], ...]
    optional: bool


class AnsweredText(NamedTuple):
    """A text of which every figure before `until` has an answer."""

    file: str
    dated: str | None
    until: int
    answers: list[Answer]


class Verdict(NamedTuple):
    """Whether a field of a figure is right, and what was stated and found."""

    field: str
    right: bool
    stated: str
    found: str
    words: str


def read_answers(lines: Iterable[str]) -> list[AnsweredText]:
    """The texts of an answers file with their figures."""
    texts: dict[str, AnsweredText] = {}
    for line in lines:
        row: dict[str, Any] = json.loads(line)
        if "until" in row:
            texts[row["file"]] = AnsweredText(row["file"], row["dated"], row["until"], [])
            continue
        fields = {
            name: tuple(row[name]) if isinstance(row[name], list) else (row[name],)
            for name in FIELDS
            if name in row
        }
        links = tuple((relation, start) for relation, start in row.get("links", ()))
        texts[row["file"]].answers.append(
            Answer(row["start"], row["end"], row["words"], fields, links, "optional" in row)
        )
    return list(texts.values())


def misplaced(text: str, answers: Iterable[Answer]) -> list[Answer]:
    """The answers whose words do not stand in the text where they should."""
    return [each for each in answers if text[each.start : each.end] != each.words]


def head(phrase: str) -> str:
    """The head noun of a noun phrase, in the singular.

    >>> head("confirmed cases of fraud"), head("Two women"), head("number of infections"), head("")
    ('case', 'woman', 'infection', '')
    """
    words = phrase.lower().removeprefix("the ").removeprefix("number of ").split()
    end = next((at for at, word in enumerate(words) if at and word in AFTER_HEAD), len(words))
    last = words[end - 1].removesuffix("'s").strip(",.") if words else ""
    if last in IRREGULAR:
        return IRREGULAR[last]
    return last if last.endswith("ss") else last.removesuffix("s")


def found_field(figure: Figure, field: str) -> str:
    """A field of a figure as an answer writes it; "" if the figure does not state it."""
    if field == "value":
        if figure.low is None or figure.high is None:
            return ""
        low, high = f"{float(figure.low):.9g}", f"{float(figure.high):.9g}"
        return low if low == high else f"{low}..{high}"
    return getattr(figure, field) or ""


def agrees(field: str, stated: str, found: str) -> bool:
    """Is what was found what an answer states?

    >>> agrees("subject", "cases", "new cases of fraud"), agrees("unit", "cases", "new cases")
    (True, False)
    >>> agrees("value", "1000000000", "1e+09"), agrees("versus", "five people", "five")
    (True, True)
    """
    if not stated or not found:
        return stated == found
    if field == "value":
        return [f"{float(each):.6g}" for each in stated.split("..")] == [
            f"{float(each):.6g}" for each in found.split("..")
        ]
    if field == "subject":
        return head(stated) == head(found)
    if field == "versus":
        return bool(set(stated.lower().split()) & set(found.lower().split()))
    return stated.lower() == found.lower()


def paired(answers: list[Answer], figures: list[Figure]) -> Iterator[tuple[Answer, Figure | None]]:
    """Each answer with the figure that overlaps it most, none given to two."""
    free = list(figures)
    for answer in answers:
        touching = [each for each in free if each.start < answer.end and answer.start < each.end]
        best = max(
            touching,
            key=lambda each: min(each.end, answer.end) - max(each.start, answer.start),
            default=None,
        )
        if best is not None:
            free.remove(best)
        yield answer, best


def link_verdicts(
    answer: Answer, figure: Figure, linked: set[tuple[str, int, int]]
) -> Iterator[Verdict]:
    """A link is right from whichever of its two figures it leads."""
    for relation, start in answer.links:
        right = bool(linked & {(relation, figure.start, start), (relation, start, figure.start)})
        yield Verdict("links", right, relation, relation if right else "", answer.words)


def verdicts(answers: list[Answer], figures: list[Figure]) -> Iterator[Verdict]:
    """What is right and wrong about the figures of a text, field by field.

    A field that an answer does not state should be empty. `figure` is whether a figure was found at
    all, or (with nothing stated) one that is none.
    """
    linked = {(name, each.start, start) for each in figures for name, start in each.links}
    met: list[Figure] = []
    for answer, figure in paired(answers, figures):
        if figure is not None:
            met.append(figure)
        if answer.optional:
            continue
        if figure is None:
            yield Verdict("figure", False, answer.words, "", answer.words)
            continue
        yield Verdict("figure", True, answer.words, figure.text, answer.words)
        for field in FIELDS:
            stated, found = answer.fields.get(field, ("",)), found_field(figure, field)
            if field == "value" and figure.kind in ("date", "time", "score"):
                continue
            right = any(agrees(field, each, found) for each in stated)
            yield Verdict(field, right, stated[0], found, answer.words)
        yield from link_verdicts(answer, figure, linked)
    for figure in figures:
        if figure not in met:
            yield Verdict("figure", False, "", figure.text, figure.text)


def table(every: Iterable[Verdict]) -> Iterator[str]:
    """A line for each field: how many answers state it, how many of those are met, and how often it
    is stated where an answer has none."""
    stated, right, extra = Counter[str](), Counter[str](), Counter[str]()
    for each in every:
        if each.stated:
            stated[each.field] += 1
            right[each.field] += each.right
        elif not each.right:
            extra[each.field] += 1
    yield "field    stated  right  percent  extra"
    for field in ("figure", *FIELDS, "links"):
        percent = 100 * right[field] / stated[field] if stated[field] else 100
        yield f"{field:8} {stated[field]:6} {right[field]:6} {percent:8.1f} {extra[field]:6}"


def judged(answered: AnsweredText, text: str) -> list[Verdict]:
    """How the figures of a text are met; exits if it is not the text that was answered."""
    for lost in misplaced(text, answered.answers):
        sys.exit(f"{answered.file}: {lost.words!r} does not stand at {lost.start}")
    figures = extract(text, dated=answered.dated)
    return list(
        verdicts(answered.answers, [each for each in figures if each.start < answered.until])
    )


def main() -> None:
    folders = [each for each in sys.argv[1:] if each != "--wrong"]
    if not folders:
        print("needs the folder with the texts that benchmarks/answers/figures/ speaks of")
        return
    for path in sorted(ANSWERS.glob("*.jsonl")):
        every: list[Verdict] = []
        for answered in read_answers(path.read_text("utf-8").splitlines()):
            text = (Path(folders[0]) / answered.file).read_bytes().decode()
            of_text = judged(answered, text)
            every += of_text
            for each in of_text:
                if "--wrong" in sys.argv and not each.right:
                    print(
                        f"{answered.file}: {each.words!r}: "
                        f"{each.field} is {each.stated!r}, found {each.found!r}"
                    )
        print(path.name, *table(every), sep="\n")


if __name__ == "__main__":
    main()
