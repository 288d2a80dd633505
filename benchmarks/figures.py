"""Figures: megabytes a CPU-second, the first figure of a new process, and the worst texts.

    python benchmarks/figures.py [FOLDER]

FOLDER holds .txt files of news (the shipped `seeds/` if none is given). CPU time of this process
is counted, since machines are noisy; the best of five runs is taken.
"""

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tui.figures import extract

RUNS = 5
MEGABYTE = 1_000_000
FIRST = """
import time
began = time.process_time()
from tui.figures import extract
extract("Over 380 gangs took 14.8 billion yuan in May 2021, up 5% from 2020.")
print((time.process_time() - began) * 1000)
"""
SENTENCE = "Police in the town held 1,204 men on Friday and the price of oil rose again last year "
WORST = {
    "digits": "1",
    "commas": ",",
    "digits and commas": "1,",
    "million million": "million ",
    "one line of words": "lorem ipsum dolor ",
    "one line of news": SENTENCE,
    "brackets": "(",
    "hashes": "#",
}


def best(text: list[str]) -> float:
    """CPU seconds of the best of five runs over the texts."""
    seconds = []
    for _ in range(RUNS):
        began = time.process_time()
        for each in text:
            extract(each)
        seconds.append(time.process_time() - began)
    return min(seconds)


def first_figure() -> float:
    """CPU milliseconds of import and first extract in a new process."""
    command = [sys.executable, "-c", FIRST]
    return min(
        float(subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout)
        for _ in range(RUNS)
    )


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "seeds"
    texts = [path.read_bytes().decode("utf-8", "replace") for path in sorted(folder.glob("*.txt"))]
    size = sum(len(text.encode()) for text in texts)
    while size < MEGABYTE:  # a few articles are read over and over
        texts, size = texts * 2, size * 2
    count = sum(len(extract(text)) for text in texts)
    seconds = best(texts)
    longest = max(texts, key=len)
    print(f"{size / seconds / 1e6:6.2f} MB per CPU-second: {len(texts)} texts, {count} figures")
    print(f"{best([longest]) * 1000:6.2f} ms CPU for a text of {len(longest.encode())} bytes")
    print(f"{first_figure():6.1f} ms CPU from a new process to the first figure")
    for name, piece in WORST.items():
        text = (piece * (MEGABYTE // len(piece) + 1))[:MEGABYTE]
        began = time.process_time()
        found = len(extract(text))
        print(f"{time.process_time() - began:6.2f} s CPU for a megabyte of {name}: {found} figures")


if __name__ == "__main__":
    main()
