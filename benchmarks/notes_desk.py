"""The desk with many notes, in a real pty: what each key costs in CPU.

    python benchmarks/notes_desk.py [--many]

--many: with 100,000 notes in 1,000 files; making them takes a minute.
"""

import argparse
import json
import tempfile
from pathlib import Path

from desk import keys, opened

from tui.documents import Document
from tui.notes import Note, NoteStore

SENTENCE = "Police solved {:,} cases and arrested {:,} suspects in nine months, up {}.{}%. "


def text_of(number: int, figures: int) -> str:
    """A document with so many figures, a paragraph for every twelve of them."""
    sentences = [
        SENTENCE.format(1000 + 7 * n, 2000 + 11 * n, n % 90, (n + number) % 10)
        for n in range(figures // 4)
    ]
    paragraphs = ["".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
    return f"Report {number} of the desk\n\n" + "\n\n".join(paragraphs) + "\n"


def make(folder: Path, documents: int, notes: int) -> None:
    """Write documents with so many notes in each, every one on a figure of its own."""
    folder.mkdir(parents=True)
    store = NoteStore(folder)
    for number in range(documents):
        text = text_of(number, notes)
        path = folder / f"report-{number:04d}.txt"
        path.write_text(text, encoding="utf-8")
        document = Document.from_text(text, path.name, path=path)
        store.register([document])
        file = store.homes[0].file(path.name)
        figures = document.figures[:notes]
        first = Note.on(document, figures[0].start, figures[0].end, kind="figure", body="Body 0")
        store.add(first)
        blocks = []
        head, block = file.read_text().split("[[note]]\n")
        block = block.partition("\n# end of notes")[0]
        for count, figure in enumerate(figures):
            near = text[figure.start - 32 : figure.start], text[figure.end : figure.end + 32]
            values = {
                "id": f"{number:06d}{count:06d}",
                "body": f"Body {count} of {number}, to be asked about at the ministry",
                "exact": figure.text,
                "before": near[0],
                "after": near[1],
                "start": figure.start,
                "end": figure.end,
            }
            lines = [
                f"{key} = {json.dumps(values[key])}" if key in values else line
                for line in block.rstrip().split("\n")
                for key in [line.partition(" = ")[0]]
            ]
            blocks.append("[[note]]\n" + "\n".join(lines) + "\n\n")
        file.write_text(head + "".join(blocks) + "# end of notes\n", encoding="utf-8")


def measure(folder: Path, home: str, title: str) -> None:
    """Print what the keys of notes cost on this folder."""
    with opened(str(folder), seen="Report 0 of", home=home) as (terminal, cpu, _):
        print(f"{title}: first frame after {cpu * 1000:.0f} ms CPU")
        keys(terminal, "  figure next, while all is read", "]", beside_work=True)
        terminal.idle()
        keys(terminal, "  a verdict, taken back", "+")
        keys(terminal, "  undo, redo", *("u" * 10 + "U" * 10))
        keys(terminal, "  next figure, verdict", "]", "-")
        keys(terminal, "  next unchecked", ".")
        terminal.press("A")
        terminal.idle()
        keys(terminal, "  list: down", "j")
        terminal.press("/")
        keys(terminal, "  list: a letter typed, erased", *("ministry" + "\x7f" * 8))
        terminal.press("escape", "escape")
        terminal.idle()
        keys(terminal, "  list: opened, closed", "A")


def main() -> None:
    """Measure with 1,000 notes in a document and 10,000 in all; with --many 100,000."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--many", action="store_true", help="100,000 notes in 1,000 files")
    chosen = parser.parse_args()
    shapes = [(1000, 100)] if chosen.many else [(1, 1_000), (100, 100)]
    with tempfile.TemporaryDirectory() as name:
        for documents, notes in shapes:
            folder = Path(name) / f"{documents}"
            make(folder, documents, notes)
            title = f"{documents:,} documents with {notes:,} notes each"
            measure(folder, str(Path(name) / "home"), title)


if __name__ == "__main__":
    main()
