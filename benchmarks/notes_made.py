"""Finding anchors in generated reports that are hard cases: stock phrases, lists, tables.

    python benchmarks/notes_made.py

The same reports every time, edited in the eight ways of `notes.py`.
"""

from random import Random

from notes import anchors

from tui.documents import Document

REPORTS = 40
PLACES = ["Hebei", "Shanxi", "Liaoning", "Jilin", "Heilongjiang", "Jiangsu", "Zhejiang", "Anhui"]
PLACES += ["Fujian", "Jiangxi", "Shandong", "Henan", "Hubei", "Hunan", "Guangdong"]
DEEDS = (
    "people were arrested",
    "cases were solved",
    "gangs were broken up",
    "suspects were held",
)
SINCE = ("year-on-year", "on the year before", "from a year earlier")
FORMS = ("md", "tsv", "csv", "padded")
Rows = list[list[str]]


def sentence(chance: Random) -> str:
    """A sentence that differs from others mostly in its figures."""
    begin = chance.choice(
        [
            "The ministry said",
            f"Police in {chance.choice(PLACES)} reported",
            "According to the bureau,",
            "Last year",
            f"In {chance.choice(['May', 'June', 'March'])} 20{chance.randint(10, 24)}",
            "Officials added that",
        ]
    )
    some = (chance.randint(2, 99), chance.randint(100, 999) * 10, 12, 37, 50, chance.randint(1, 9))
    change = f"{chance.choice(['up', 'down'])} {chance.randint(1, 40)}.{chance.randint(0, 9)}%"
    count, deed, since = chance.choice(some), chance.choice(DEEDS), chance.choice(SINCE)
    return f"{begin} {count:,} {deed}, {change} {since}."


def prose(chance: Random) -> str:
    """Some paragraphs."""
    paragraphs = [
        " ".join(sentence(chance) for _ in range(chance.randint(2, 5)))
        for _ in range(chance.randint(6, 14))
    ]
    return "\n\n".join(paragraphs)


def table(chance: Random, form: str) -> str:
    """Numbers, some of which occur in several cells."""
    rows: Rows = [["Region", "2021", "2022", "2023", "Change"]]
    for place in chance.sample(PLACES, chance.randint(6, 14)):
        counts = [chance.choice([chance.randint(1, 20), chance.randint(100, 2000)]) for _ in "123"]
        rows.append([place, *map(str, counts), f"{chance.randint(1, 9)}.{chance.randint(0, 9)}%"])
    if form == "md":
        return "\n".join(f"| {' | '.join(row)} |" for row in [rows[0], ["---"] * 5, *rows[1:]])
    if form == "padded":
        return "\n".join("".join(cell.ljust(14) for cell in row) for row in rows)
    return "\n".join({"tsv": "\t", "csv": ","}[form].join(row) for row in rows)


def points(chance: Random) -> str:
    """A list of places with two counts each."""
    return "\n".join(
        f"- {place}: {chance.randint(1, 30)} cases, {chance.randint(1, 30)} arrests"
        for place in chance.sample(PLACES, 8)
    )


def report(number: int) -> str:
    """A whole report; every fifth has line ends of Windows."""
    chance = Random(number)
    forms = FORMS[number % 4], FORMS[(number + 1) % 4]
    parts = [f"Report {number} on fraud", prose(chance), table(chance, forms[0]), prose(chance)]
    text = "\n\n".join([*parts, points(chance), table(chance, forms[1])]) + "\n"
    return text.replace("\n", "\r\n") if number % 5 == 0 else text


def main() -> None:
    """Print the table of edits for figures and passages."""
    made = [Document.from_text(report(n), f"made-{n:02}.txt") for n in range(REPORTS)]
    anchors(made, most=40, show=0)


if __name__ == "__main__":
    main()
