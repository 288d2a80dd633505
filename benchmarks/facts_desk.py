"""What the table of facts costs with 100,000 figures, and the check of a draft with 500 among
4,400, in a real pty. CPU time is counted.

python benchmarks/facts_desk.py
"""

import random
import tempfile
from pathlib import Path
from time import process_time

from desk import keys, opened
from terminal import Terminal

from tui.documents import Intake, Library
from tui.facts import GROUPINGS, ORDERS
from tui.notes import NoteStore
from tui.session import Memory, Session, TableOptions, TableView

DOCUMENTS, PARAGRAPHS = 1_000, 13
#: Of the check of a draft.
SOURCES, DRAFT_PARAGRAPHS = 40, 60
PLACES = ("Hebei", "Shanxi", "Jilin", "Jiangsu", "Anhui", "Fujian", "Henan", "Hubei", "Guangdong")
COUNTED = ("suspects", "gangs", "bank cards", "cases", "victims", "ships", "workers", "houses")
DEEDS = ("were counted", "were found in the harbour", "had been sold abroad", "were held")
FILTERS = ("unit:CNY >50bn", "held", "held unit:ships", "doc:report-00 kind:percent")
MONTHS = ("January", "March", "May", "August", "October", "December")


def sentence(chance: random.Random) -> str:
    """One of five kinds of sentences, as in reports."""
    place, year, month = chance.choice(PLACES), chance.randint(2009, 2024), chance.choice(MONTHS)
    some, deed = chance.choice(COUNTED), chance.choice(DEEDS)
    many, share = chance.randint(100, 900_000), chance.randint(2, 99)
    kinds = (
        f"In {month} {year} nearly {many:,} {some} {deed} in {place}, up {share}.5% year-on-year.",
        f"The province of {place} spent ${share}.5 million on roads and bridges in {year}.",
        f"According to the yearbook, {share} percent of the {some} {deed} within {share} months.",
        f"Nobody in {place} could say why the books had been kept so badly.",
        f"The lines carried {share} million tonnes of grain and {share} billion yuan of goods.",
    )
    return chance.choice(kinds)


def report(title: str, chance: random.Random, paragraphs: int) -> str:
    """A document with about nine figures in each paragraph."""
    rows = (" ".join(sentence(chance) for _ in range(5)) for _ in range(paragraphs))
    return f"{title} of the harbour office\n\n" + "\n\n".join(rows)


def write(folder: Path, count: int) -> None:
    """Write some documents, the same every time."""
    chance = random.Random(7)
    folder.mkdir(parents=True)
    for number in range(count):
        text = report(f"Report {number}", chance, PARAGRAPHS)
        (folder / f"report-{number:04d}.txt").write_text(text, encoding="utf-8")


def rounds(folder: Path, home: Path) -> None:
    """Print the time of each step of computing the table, for the first time."""
    library = Library()
    for document in Intake().load([folder]):
        library.add(document)
    began = process_time()
    total = sum(len(document.figures) for document in library)
    print(f"{total:,} figures in {len(library):,} documents, {process_time() - began:.1f} s CPU")
    session = Session(library, NoteStore.open([folder]), Memory(home))
    first = TableOptions()
    asked = {
        "the table": first,
        **{f"by {order}": first._replace(order=order) for order in ORDERS[1:]},
        **{f"grouped by {by}": first._replace(grouping=by) for by in GROUPINGS},
        "bars": first._replace(plotted=True),
        **{f"filter {typed}": first._replace(typed=typed) for typed in FILTERS},
    }
    for name, options in asked.items():
        views: list[TableView] = []
        began = process_time()
        session.table_builder.build(session.table_request(options), lambda: False, views.append)
        print(f"  {name:<40} {(process_time() - began) * 1000:7.0f} ms CPU, {views[-1].kept:,}")


def main() -> None:
    """Print the CPU time of each key of the table until its frame, and of the thread after it."""
    with tempfile.TemporaryDirectory() as name:
        folder, home = Path(name) / "reports", Path(name) / "home"
        write(folder, DOCUMENTS)
        rounds(folder, home)
        with opened(str(folder), seen="Report 0 of", home=str(home)) as (terminal, _, _):
            terminal.press("f")
            terminal.until("still to be read")
            keys(terminal, "while figures are found: down, up", "j", "k", beside_work=True)
            terminal.until(lambda screen: "still to be read" not in screen, timeout=180)
            terminal.idle()
            cost(terminal, "down, up", *("j" * 10 + "k" * 10))
            cost(terminal, "page down, up", " ", "b")
            cost(terminal, "top, end", "g", "G")
            cost(terminal, "next order", "o")
            cost(terminal, "the other way round", "O")
            cost(terminal, "grouped by unit, by subject, not", "u")
            terminal.press("p")
            terminal.idle()
            cost(terminal, "with bars: down, up", *("j" * 10 + "k" * 10))
            terminal.press("/")
            cost(terminal, "a letter of a filter typed, erased", *("held" + "\x7f" * 4))
            terminal.press("escape")
            cost(terminal, "closed, opened again", "f")
        check(Path(name))


def check(folder: Path) -> None:
    """Print the CPU time of each key in the check of a draft, until its frame."""
    write(folder / "sources", SOURCES)
    draft = folder / "draft.txt"
    draft.write_text(report("Draft", random.Random(3), DRAFT_PARAGRAPHS), encoding="utf-8")
    paths, home = (str(draft), str(folder / "sources")), str(folder / "home")
    with opened(*paths, seen="Draft of", home=home) as (terminal, _, _):
        terminal.idle()
        terminal.press("C")
        terminal.until("comparing")
        keys(terminal, "while the draft is compared: down, up", "j", "k", beside_work=True)
        terminal.until(lambda screen: "comparing" not in screen, timeout=180)
        cost(terminal, "check: down, up", *("j" * 10 + "k" * 10))
        cost(terminal, "check: page down, up", " ", "b")
        cost(terminal, "check: another order", "o")
        cost(terminal, "check: a verdict", "+", "j")
        cost(terminal, "check: next unchecked", ".")


def cost(terminal: Terminal, name: str, *presses: str) -> None:
    """Print the CPU time of the main thread for these keys, each pressed when the program is
    idle."""
    terminal.idle()
    keys(terminal, name, *presses, beside_work=True)


if __name__ == "__main__":
    main()
