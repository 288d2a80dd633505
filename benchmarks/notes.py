"""Notes measured: where anchors stand after eight kinds of edit, and what saving costs.

    python benchmarks/notes.py [--anchors] [--saving] [PATH...]

PATH are documents or folders of documents; without any, the shipped `seeds/`.
"""

import argparse
import random
import re
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tui.documents import Document
from tui.files import shipped
from tui.notes import Note, NoteStore, find_anchor, make_anchor

_FIGURE = re.compile(r"(?<![\w.,])\d[\d,.]*\d%?|(?<![\w.,])\d%?")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_SENTENCE = re.compile(r"[^\n.!?](?:[^\n.!?]|[.!?](?!\s)){29,400}[.!?](?=\s)")
_WORD = re.compile(r"[^\W\d_]{3,}")
_NEW = "An earlier version of this report gave other numbers for 2019 and 2020."

Edit = list[tuple[int, int, str]]
Span = tuple[int, int]


def apply(text: str, edits: Edit) -> tuple[str, Callable[[int, int], Span | None]]:
    """The edited text, and where a span of the old one is in it (None if it was removed)."""
    edits = sorted(edits)
    pieces, at = [], 0
    for start, end, new in edits:
        pieces += [text[at:start], new]
        at = end
    pieces.append(text[at:])

    def place(start: int, end: int) -> Span | None:
        if any(old <= start and end <= stop and not new for old, stop, new in edits):
            return None
        moved = [0, 0]
        for which, offset in enumerate((start, end)):
            moved[which] = offset
            for old, stop, new in edits:
                if stop <= offset and not (which == 1 and old == stop == offset):
                    moved[which] += len(new) - (stop - old)
        return moved[0], moved[1]

    return "".join(pieces), place


def around(pattern: re.Pattern[str], text: str, span: Span) -> Span | None:
    """The paragraph or sentence that holds the span."""
    for match in pattern.finditer(text):
        if match.start() <= span[0] and span[1] <= match.end():
            return match.span()
    return None


def edits_of(
    text: str, span: Span, chance: random.Random
) -> Iterator[tuple[str, str, Span | None]]:
    """Each kind of edit: its name, the edited text, and where the words are or None."""
    start, end = span
    before = [m.span() for m in _SENTENCE.finditer(text, 0, start) if m.end() <= start]
    if before:
        cut = chance.choice(before)
        new, place = apply(text, [(*cut, "")])
        yield "text cut before", new, place(start, end)
    new, place = apply(text, [(0, 0, _NEW + "\n\n")])
    yield "text put in before", new, place(start, end)
    signs: Edit = [
        (m.start(), m.end(), {"'": "\u2019", '"': "\u201c", "\u2019": "'"}.get(m.group(), "  "))
        for m in re.finditer("['\"\u2019]|(?<=[a-z,]) (?=[a-z0-9])", text)
        if chance.random() < 0.5
    ]
    new, place = apply(text, signs)
    yield "spaces and quotes changed", new, place(start, end)
    near = [
        m.span()
        for m in _WORD.finditer(text, max(0, start - 32), min(len(text), end + 32))
        if m.end() <= start or m.start() >= end
    ]
    if near:
        new, place = apply(text, [(*chance.choice(near), "altogether")])
        yield "a word changed nearby", new, place(start, end)
    paragraph = around(_PARAGRAPH, text, span)
    others = [m.start() for m in _PARAGRAPH.finditer(text)]
    if paragraph and len(others) > 2:
        target = chance.choice([at for at in others if at != paragraph[0]])
        body = text[slice(*paragraph)]
        new, place = apply(text, [(*paragraph, ""), (target, target, body + "\n\n")])
        landed = target - (len(body) if target > paragraph[0] else 0)
        shift = landed - paragraph[0]
        yield "paragraph moved", new, (start + shift, end + shift)
    digits = [at for at in range(start, end) if text[at].isdigit()]
    if digits:
        at = chance.choice(digits)
        other = str((int(text[at]) + chance.randint(1, 9)) % 10)
        yield "figure corrected", text[:at] + other + text[at + 1 :], span
    for name, pattern in (("sentence deleted", _SENTENCE), ("paragraph deleted", _PARAGRAPH)):
        whole = around(pattern, text, span)
        if whole:
            yield name, apply(text, [(*whole, "")])[0], None


def notes_in(text: str, chance: random.Random, most: int) -> Iterator[tuple[str, Span]]:
    """Spans to note: figures, and sentences."""
    for kind, pattern in (("figure", _FIGURE), ("passage", _SENTENCE)):
        spans = []
        for match in pattern.finditer(text):
            lead = len(match.group()) - len(match.group().lstrip())
            spans.append((match.start() + lead, match.end()))
        for span in chance.sample(spans, min(most, len(spans))):
            yield kind, span


def verdict(edit: str, text: str, truth: Span | None, state: str, found: Span | None) -> str:
    """right, asked (the reader decides), lost (kept, to attach again) or WRONG."""
    if edit == "figure corrected":
        if state in ("anchored", "moved"):
            return "WRONG"
        return "right" if state == "changed" and found == truth else "asked"
    if truth is None:
        return {"lost": "right", "unsure": "right", "changed": "asked"}.get(state, "WRONG")
    if state in ("anchored", "moved"):
        return "right" if found == truth else "WRONG"
    return "lost" if state == "lost" else "asked"


def anchors(papers: list[Document], most: int, show: int) -> None:
    """Print the table of edits for figures and passages."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for paper in papers:
        chance = random.Random(paper.name)
        for kind, span in notes_in(paper.text, chance, most):
            anchor = make_anchor(paper.text, *span)
            for edit, text, truth in edits_of(paper.text, span, chance):
                match = find_anchor(text, anchor)
                found = (
                    None if match.start is None or match.end is None else (match.start, match.end)
                )
                said = verdict(edit, text, truth, match.state, found)
                counts.setdefault((kind, edit), Counter())[said] += 1
                if said != "right" and show > 0:
                    show -= 1
                    print(f"{said}: {paper.name} {kind} {edit} {match} truth {truth}\n  {anchor}")
    print(f"{'':8}{'edit':28}{'n':>6}{'right':>9}{'asked':>8}{'lost':>7}{'WRONG':>7}")
    totals: dict[str, Counter[str]] = {}
    for (kind, edit), count in sorted(counts.items()):
        totals.setdefault(kind, Counter()).update(count)
        print(_row(kind, edit, count))
    for kind, count in totals.items():
        print(_row(kind, "all", count))


def _row(kind: str, edit: str, count: Counter[str]) -> str:
    n = sum(count.values())
    return (
        f"{kind:8}{edit:28}{n:6}{count['right'] / n:9.1%}"
        f"{count['asked']:8}{count['lost']:7}{count['WRONG']:7}"
    )


def finding() -> None:
    """Print the CPU time of finding one anchor in a changed document of 20 kB."""
    sentence = "In {0} police counted {1:,} cases of \u201cfraud\u201d and {2} arrests, up {3}%. "
    text = "".join(
        sentence.format(1900 + n, 1234 * n, 37 * n, n / 7) + ("\n\n" if n % 5 == 4 else "")
        for n in range(250)
    )
    figure = text.index(f"{1234 * 100:,}")
    passage = text.rindex("In ", 0, figure)
    rows = {
        "figure, text put in before": ((figure, figure + 7), "New.\n\n" + text),
        "figure corrected": ((figure, figure + 7), text.replace("123,400", "132,400")),
        "figure deleted": ((figure, figure + 7), text[: figure - 40] + text[figure + 60 :]),
        "passage, a word changed in it": (
            (passage, passage + 90),
            text[:passage] + text[passage:].replace("police", "officers", 1),
        ),
        "passage deleted": ((passage, passage + 90), text[:passage] + text[passage + 92 :]),
    }
    print(f"\none anchor in a changed document of {len(text.encode()) / 1000:.0f} kB, ms of CPU")
    for name, (span, new) in rows.items():
        anchor = make_anchor(text, *span)
        state = find_anchor(new, anchor).state
        print(f"  {name:34}{_cpu(partial(find_anchor, new, anchor), 50):7.2f}   {state}")


def _cpu(call: Callable[[], object], times: int) -> float:
    call()
    spent = []
    for _ in range(times):
        begun = time.process_time()
        call()
        spent.append(time.process_time() - begun)
    return statistics.median(spent) * 1000


def saving(sizes: tuple[int, ...]) -> None:
    """Print what adding a note costs next to many others: CPU and wall time, fsync included."""
    print(
        f"\n{'notes in the file':>18}{'save, ms CPU':>14}{'wall':>8}{'open, ms CPU':>14}{'MB':>7}"
    )
    sentence = "Police solved 262,000 cases and arrested 373,000 suspects in nine months. "
    text = (sentence * 4 + "\n\n") * 20
    paper = Document.from_text(text, "report.txt")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            store = NoteStore(Path(folder))
            store.add(Note.on(paper, 14, 21, body="first"))
            file = next((Path(folder) / ".factdesk" / "notes").iterdir())
            _fill(file, size)
            begun = time.process_time()
            store = NoteStore(Path(folder))
            count = len(store.for_document("report.txt"))
            opened = time.process_time() - begun
            assert count == size
            spent, wall = [], []
            for n in range(20):
                note = Note.on(paper, 14, 21, kind="figure", body=f"new {n}")
                cpu, clock = time.process_time(), time.perf_counter()
                store.add(note)
                spent.append(time.process_time() - cpu)
                wall.append(time.perf_counter() - clock)
            assert not store.unsaved
            print(
                f"{size:18,}{statistics.median(spent) * 1000:14.1f}"
                f"{statistics.median(wall) * 1000:8.1f}{opened * 1000:14.0f}"
                f"{file.stat().st_size / 1e6:7.1f}"
            )


def starting(files: int, notes: int) -> None:
    """Print the CPU time of a start with many notes in many files, up to the first document's
    notes."""
    sentence = "Police solved 262,000 cases and arrested 373,000 suspects in nine months. "
    text = (sentence * 4 + "\n\n") * 20
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        papers = [
            Document.from_text(text + str(n), f"r{n:04d}.txt", path=folder / f"r{n:04d}.txt")
            for n in range(files)
        ]
        store = NoteStore(folder)
        for paper in papers:
            assert paper.path is not None
            paper.path.write_text(paper.text)
        first = papers[0]
        store.register([first])
        store.add(Note.on(first, 14, 21, body="first"))
        file = store.homes[0].file(first.name)
        _fill(file, notes)
        whole = file.read_text()
        for paper in papers[1:]:
            mine = whole.replace("r0000.txt", paper.name).replace(first.sha256, paper.sha256)
            store.homes[0].file(paper.name).write_text(mine)
        begun = time.process_time()
        store = NoteStore.open([folder])
        assert len(store.for_document(first)) == notes
        shown = time.process_time() - begun
        begun = time.process_time()
        assert sum(store.counts().values()) == files * notes
        print(f"\nnotes of {files:,} documents counted: {time.process_time() - begun:.2f} s of CPU")
        begun = time.process_time()
        assert len(store.all()) == files * notes
        print(
            f"start with {files * notes:,} notes in {files:,} files: the first document's after "
            f"{shown * 1000:.0f} ms of CPU, all after {time.process_time() - begun:.1f} s"
        )
        cpu = time.process_time()
        assert not store.refresh()
        print(f"looking for changes of others: {(time.process_time() - cpu) * 1000:.0f} ms of CPU")
        spent = []
        for n in range(20):
            cpu = time.process_time()
            store.add(Note.on(first, 14, 21, kind="figure", body=f"new {n}"))
            spent.append(time.process_time() - cpu)
        print(f"save, all these notes elsewhere: {statistics.median(spent) * 1000:.1f} ms of CPU")


def _fill(file: Path, size: int) -> None:
    head, note = file.read_text().split("[[note]]\n")
    body, end = note.rsplit("# end of notes", 1)
    ident = re.search(r'id = "(\w+)"', body)
    assert ident is not None
    blocks = [
        "[[note]]\n" + body.replace(ident[1], f"{n:016d}").replace("first", f"body {n}")
        for n in range(size)
    ]
    file.write_text(head + "".join(blocks) + "# end of notes" + end)


def papers_in(paths: list[Path]) -> list[Document]:
    """The documents to measure on."""
    files = [f for p in paths for f in (sorted(p.rglob("*.txt")) if p.is_dir() else [p])]
    return [Document.from_text(file.read_bytes().decode(), file.name, path=file) for file in files]


def main() -> None:
    """Run the benchmarks that were asked for, by default all."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--anchors", action="store_true", help="only the table of edits")
    parser.add_argument("--saving", action="store_true", help="only what saving costs")
    parser.add_argument("--most", type=int, default=40, help="notes of each kind in a document")
    parser.add_argument("--show", type=int, default=0, help="print so many that were not right")
    chosen = parser.parse_args()
    if chosen.anchors or not chosen.saving:
        anchors(papers_in(chosen.paths or [shipped("seeds")]), chosen.most, chosen.show)
        finding()
    if chosen.saving or not chosen.anchors:
        saving((100, 1_000, 10_000))
        starting(1_000, 100)


if __name__ == "__main__":
    main()
