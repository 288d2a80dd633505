"""Text measured: opening 10 MB, wrapping, cutting into sentences, making safe, measuring cells.

    python benchmarks/text.py [FOLDER]

FOLDER holds `.txt` files like those that will be read (the shipped `seeds/`, if none is named);
they are repeated to 10 million characters. CPU time of this process, best of several runs.
"""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tui.documents import Document, find, read
from tui.files import shipped
from tui.text import Layout, cells, chrome, safe, sentences

CHARACTERS = 10_000_000
ROWS = 50
WIDTH = 80
CHINESE = "警方在星期四宣布，全国共破获案件二十六万起，逮捕嫌疑人三十七万名。" * 8 + "\n\n"


def best(measured: Callable[[], object], runs: int = 5) -> float:
    """The least CPU time of several runs, in seconds."""
    times = []
    for _ in range(runs):
        began = process_time()
        measured()
        times.append(process_time() - began)
    return min(times)


def repeated(text: str) -> str:
    """The text again and again, to 10 million characters."""
    return (text * (CHARACTERS // len(text) + 1))[:CHARACTERS]


def texts(folder: Path) -> dict[str, str]:
    """The kinds of text that are measured."""
    news = repeated("\n\n".join(read(found).text for found in find([folder])))
    plain = news.encode("ascii", "replace").decode()
    half = CHARACTERS // 2
    return {
        "ASCII": plain,
        "ASCII, one emoji": f"{plain[:half]}👍{plain[half:]}",
        "as it is": news,
        "Chinese": repeated(CHINESE),
        "one line": plain.replace("\n", " "),
        "one word": "x" * CHARACTERS,
    }


def open_at_top(text: str) -> None:
    """Wrap the first rows of a new document."""
    Layout(Document.from_text(text).text, WIDTH).slice(0, ROWS)


def wrap_all(text: str) -> None:
    """Wrap all of a text."""
    Layout(text, WIDTH).slice(0, len(text))


def main() -> None:
    """Print one line for each kind of text, then those of single functions."""
    folder = Path(sys.argv[1]) if sys.argv[1:] else shipped("seeds")
    samples = texts(folder)
    print(f"{CHARACTERS / 1e6:.0f} million characters, rows of {WIDTH} cells, from {folder}\n")
    print(f"{'text':18} {'document + first rows':>22} {'wrap all':>12} {'slowest block':>14}")
    for name, text in samples.items():
        first = best(partial(open_at_top, text))
        whole = best(partial(wrap_all, text), 1)
        layout = Layout(text, WIDTH)
        places = range(0, len(text), len(text) // 99)
        slowest = max(best(partial(layout.row_of, at), 1) for at in places)
        megabytes = len(text.encode()) / 1e6
        print(
            f"{name:18} {first * 1e3:19.1f} ms {megabytes / whole:7.0f} MB/s"
            f" {slowest * 1e3:11.1f} ms"
        )
    print()
    functions: dict[str, Callable[[str], object]] = {
        "sentences": sentences, "chrome": chrome, "safe": safe, "cells": cells,
    }  # fmt: skip
    for name, function in functions.items():
        for kind in ("ASCII", "as it is", "Chinese"):
            part = samples[kind][:1_000_000]
            took = best(partial(function, part), 3)
            megabytes = len(part.encode()) / 1e6
            print(f"{name:10} {kind:10} {took / megabytes * 1e3:7.1f} ms/MB")


if __name__ == "__main__":
    main()
