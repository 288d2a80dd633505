"""The index on disk: what it costs to build, to open, to hold, and to bring up to date.

    python benchmarks/search_disk.py FOLDER [--make 1000000 --like TEXTS] [--kills 50]

FOLDER holds the documents; with `--make` they are first written there, 500 passages a file (see
`texts/passages.py` for TEXTS). The index lies in a temporary folder. CPU time of one process;
finding figures, which is measured elsewhere, is taken off. With `--kills` the index is built and
refreshed by another process that is killed at random, while documents change, and asked each time
for a word of every document that has changed.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import count
from multiprocessing import get_context
from pathlib import Path

from tui import files
from tui.documents import Document, Found, find, read
from tui.documents.library import Progress
from tui.search import Index, IndexFolder, open_index, refresh
from tui.search.disk import writing

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "texts"))

from passages import passages

PER_DOCUMENT = 500
LONG_AGO = 1_500_000_000
Spent = list[float]


def make(folder: Path, size: int, like: Path) -> None:
    """Writes so many passages into files of a folder, fifty a folder."""
    lot: list[str] = []
    source = passages(size, like)
    for number in range(-(-size // PER_DOCUMENT)):
        lot = [next(source) for _ in range(min(PER_DOCUMENT, size - number * PER_DOCUMENT))]
        path = folder / f"{number // 50:03d}" / f"{number:05d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join(lot), encoding="utf-8")
        os.utime(path, (LONG_AGO, LONG_AGO))


def change(found: Found, word: str) -> None:
    """Adds a sentence with a word to a document."""
    text = found.path.read_text(encoding="utf-8")
    found.path.write_text(f"{text}\n\nThe {word} of 2,345,678 pounds was weighed.\n", "utf-8")
    when = LONG_AGO + random.randrange(10**8)
    os.utime(found.path, (when, when))


def memory() -> dict[str, int]:
    """MB of this process: its own, and mapped from files."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    lines = dict(line.split(":", 1) for line in status.split("\n") if ":" in line)
    return {name: int(lines[name].split()[0]) // 1024 for name in ("RssAnon", "RssFile")}


def build(index_folder: IndexFolder, found: Sequence[Found]) -> None:
    """Builds the index, and prints the cost."""
    taken: Spent = []

    def timed(each: Found, progress: Progress | None = None) -> Document:
        document = read(each, progress)
        assert document.passages is not None
        before = time.process_time()
        assert document.figures is not None
        taken.append(time.process_time() - before)
        return document

    vars(writing)["read_document"] = timed
    before, began = time.process_time(), time.monotonic()
    words = list(refresh(index_folder, found))
    spent, passed = time.process_time() - before, time.monotonic() - began
    vars(writing)["read_document"] = read
    text = sum(each.path.stat().st_size for each in found)
    size = sum(path.stat().st_size for path in index_folder.path.iterdir())
    print(
        f"built in {spent - sum(taken):.1f} s CPU beside {sum(taken):.1f} s for figures, "
        f"{passed:.0f} s in all, {len(words)} words about it\n"
        f"on disk {size / 1e6:.1f} MB, {size / max(text, 1):.2f} times the text of "
        f"{text / 1e6:.1f} MB",
        flush=True,
    )


def opened(found: Sequence[Found]) -> Index:
    """Opens the index three times, and prints the cost."""
    for _ in range(3):
        before, began = time.process_time(), time.monotonic()
        index = open_index(found)
        spent, passed = time.process_time() - before, time.monotonic() - began
        print(f"opened in {spent * 1000:.0f} ms CPU, {passed * 1000:.0f} ms in all; {memory()}")
    return index


def asked(index: Index, found: Sequence[Found]) -> None:
    """Prints the cost of a key."""
    chance, times = random.Random(1), Spent()
    for each in chance.sample(list(found), min(60, len(found))):
        words = {word for word in read(each).text.split() if word.isalpha() and len(word) > 4}
        query = " ".join(chance.sample(sorted(words), 3))
        for size in range(1, len(query) + 1):
            before = time.process_time()
            index.query(query[:size], limit=100)
            times.append((time.process_time() - before) * 1000)
    times.sort()
    shares = " / ".join(f"{times[int(len(times) * part)]:.1f}" for part in (0.5, 0.95, 0.99))
    print(f"a key {shares} ms (p50 / p95 / p99, {len(times)} keys); {memory()}", flush=True)


def changed(index_folder: IndexFolder, found: Sequence[Found]) -> None:
    """Changes a document, and prints when it is found and when it is on disk."""
    chosen = found[len(found) // 3]
    before = chosen.path.read_text(encoding="utf-8")
    change(chosen, "quokkazebra")
    began = time.monotonic()
    (hit,) = open_index(found).search("'quokkazebra'", kinds={"passage"})
    assert hit.document == chosen.name
    searchable = time.monotonic() - began
    began = time.monotonic()
    for _ in refresh(index_folder, found):
        pass
    written = time.monotonic() - began
    print(f"a changed file: searchable after {searchable:.2f} s, on disk after {written:.2f} s")
    asked(open_index(found), found)
    chosen.path.write_text(before, encoding="utf-8")
    os.utime(chosen.path, (LONG_AGO, LONG_AGO))


def killed(index_folder: IndexFolder, found: Sequence[Found], kills: int) -> None:
    """Kills builds and refreshes at random; every answer must be right."""
    chance, words = random.Random(2), dict[str, str]()
    wrong = rebuilt = 0
    number = count()
    originals = {each.name: each.path.read_bytes() for each in found}
    for kill in range(kills):
        if kill % 25 == 0:
            (index_folder.path / "manifest").unlink(missing_ok=True)
        for each in chance.sample(list(found), min(3, len(found))):
            words[each.name] = f"quokka{next(number)}x"
            each.path.write_bytes(originals[each.name])
            change(each, words[each.name])
        process = subprocess.Popen(
            [sys.executable, "-P", "-c", "from tui.search.disk.writing import main; main()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": str(HERE.parent)},
        )
        assert process.stdin is not None
        request = [
            str(index_folder.path),
            writing.MAX_IN_MEMORY,
            [(e.name, str(e.path)) for e in found],
        ]
        process.stdin.write(json.dumps(request).encode())
        process.stdin.close()
        time.sleep(chance.uniform(0.1, 5))
        process.kill()
        process.wait()
        rebuilt += index_folder.open() is None
        if index_folder.open() is not None:
            index = open_index(found)
            for name, word in words.items():
                hits = index.search(f"'{word}'", kinds={"passage"})
                wrong += [hit.document for hit in hits] != [name]
    for name, data in originals.items():
        next(each for each in found if each.name == name).path.write_bytes(data)
    print(f"{kills} kills: {rebuilt} found nothing written yet, {wrong} wrong answers")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--make", type=int)
    parser.add_argument("--like", type=Path, default=HERE.parent / "seeds")
    parser.add_argument("--kills", type=int, default=0)
    chosen = parser.parse_args()
    if chosen.make:
        make(chosen.folder, chosen.make, chosen.like)
    found = list(find([chosen.folder]))
    with tempfile.TemporaryDirectory() as cache:
        files.cache_folder = lambda: Path(cache)
        index_folder = IndexFolder.for_sources(found)
        # In a process of its own, so that its memory is not counted with that of searching.
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
            other.submit(build, index_folder, found).result()
        if index_folder.open() is None:
            sys.exit("so few passages are indexed in memory")
        asked(opened(found), found)
        changed(index_folder, found)
        if chosen.kills:
            killed(index_folder, found, chosen.kills)


if __name__ == "__main__":
    main()
